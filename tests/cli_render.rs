//! `render`: pictures as files, what they say of themselves, and what is told of bad usage.

use std::fs;

use crate::support::cli::{bilateral, status, temporary};
use bilateral::dataset::{Dataset, Language};
use bilateral::locale::Locale;
use bilateral::publish::{StaticFigure, fingerprint, missing};
use bilateral::view::{Keyword, State, View};
use png::{ColorType, Decoder, Transformations};
use resvg::usvg::roxmltree::{Document, Node};

/// Draws with `options` and answers the file's bytes.
#[track_caller]
fn render(name: &str, options: &[&str]) -> Vec<u8> {
    let file = temporary(name);
    let arguments = [&["render", "-o", file.to_str().unwrap()], options].concat();
    status(&bilateral(&arguments), 0);
    fs::read(file).unwrap()
}

struct Picture {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
    /// Keywords and texts.
    says: Vec<(String, String)>,
}

fn decode(bytes: &[u8]) -> Picture {
    let mut decoder = Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut rgb).unwrap();
    assert_eq!(frame.color_type, ColorType::Rgb);
    let says = reader.info().utf8_text.iter();
    let says = says.map(|chunk| (chunk.keyword.clone(), chunk.get_text().unwrap())).collect();
    Picture { width: frame.width, height: frame.height, rgb, says }
}

impl Picture {
    fn says(&self, keyword: &str) -> &str {
        let found = self.says.iter().find(|(known, _)| known == keyword);
        &found.unwrap_or_else(|| panic!("no {keyword}")).1
    }
}

fn named<'a>(document: &'a Document, name: &str) -> Node<'a, 'a> {
    let found = document.descendants().find(|node| node.tag_name().name() == name);
    found.unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn svg_of_each_view_is_named_and_says_where_it_is_from() {
    let fingerprint = fingerprint(&Dataset::embedded()).unwrap();
    for view in View::ALL {
        let name = format!("{}.svg", view.word());
        let bytes = render(&name, &["--view", view.word(), "--lang", "az", "--width", "600"]);
        let text = String::from_utf8(bytes).unwrap();
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(root.attribute("lang"), Some("az"));
        assert_eq!(root.attribute("width"), Some("600"), "{view:?}");
        for id in root.attribute("aria-labelledby").unwrap().split(' ') {
            let node = document.descendants().find(|node| node.attribute("id") == Some(id));
            assert!(node.is_some_and(|node| !node.text().unwrap_or_default().is_empty()), "{id}");
        }
        let title = named(&document, "title").text().unwrap();
        let words: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
            .filter_map(|node| node.text().map(str::trim))
            .collect();
        assert!(title.starts_with(words[0]), "{title}: {}", words[0]);
        assert!(words.len() > 20, "{view:?} has few texts: {words:?}");
        let identifier = named(&document, "identifier").text();
        assert_eq!(identifier, Some(format!("sha256:{fingerprint}").as_str()));
        let sources = document.descendants().filter(|node| node.tag_name().name() == "source");
        assert!(sources.count() >= 5, "{view:?} names few sources");
    }
}

#[test]
fn a_page_has_the_picture_and_the_table_of_the_chart_as_chosen() {
    let options = ["--view", "trade", "--partners", "KZ", "--lang", "ru", "--title", "A & b"];
    let page = String::from_utf8(render("chosen.html", &options)).unwrap();
    let picture = String::from_utf8(render("chosen.svg", &options)).unwrap();
    assert!(page.contains(&picture), "the picture is inside");
    assert!(page.contains("<html lang=\"ru\">") && page.contains("<h1>A &amp; b</h1>"), "{page}");
    let tables = |partners: &str| {
        let options = ["--view", "trade", "--partners", partners, "--lang", "ru"];
        let page = String::from_utf8(render("chosen-other.html", &options)).unwrap();
        page.matches("<tr id=").count()
    };
    let rows = page.matches("<tr id=").count();
    assert_eq!(rows, tables("KZ"));
    assert!(rows > 10 && rows < tables("KZ RU"), "{rows} rows are of the partner chosen");
    // It stands alone: nothing is asked of a folder around it.
    for part in ["src=", "../", "oembed", "<script"] {
        assert!(!page.contains(part), "{part}");
    }
}

#[test]
fn png_is_of_the_size_and_theme_asked_for_and_says_where_it_is_from() {
    let svg = String::from_utf8(render("same.svg", &["--lang", "kk", "--width", "400"])).unwrap();
    let document = Document::parse(&svg).unwrap();
    let height: u32 = document.root_element().attribute("height").unwrap().parse().unwrap();
    let picture = decode(&render("same.png", &["--lang", "kk", "--width", "400"]));
    assert_eq!((picture.width, picture.height), (400, height));
    assert_eq!(picture.rgb[..3], [0xFF, 0xFF, 0xFF]);
    let options = ["--lang", "kk", "--width", "400", "--density", "3", "--theme", "dark"];
    let dark = decode(&render("dark.png", &options));
    assert_eq!((dark.width, dark.height), (1200, 3 * height));
    assert_eq!(dark.rgb[..3], [0x14, 0x18, 0x1D]);

    assert_eq!(picture.says("Title"), named(&document, "title").text().unwrap());
    assert_eq!(picture.says("Description"), named(&document, "desc").text().unwrap());
    let data = Dataset::embedded();
    let dataset = format!("{} {}", data.meta.name, data.meta.version);
    let dataset = format!("{dataset}, as packed sha256:{}", fingerprint(&data).unwrap());
    assert_eq!(picture.says("Dataset"), dataset);
    let sources = document.descendants().filter(|node| node.tag_name().name() == "source");
    let sources: Vec<&str> = sources.filter_map(|node| node.text()).collect();
    assert_eq!(picture.says("Source").lines().collect::<Vec<_>>(), sources);
}

#[test]
fn a_picture_is_as_high_as_asked_for_or_says_why_it_is_higher() {
    for view in View::ALL {
        for height in [200, 1500] {
            let (asked, file) = (height.to_string(), temporary("high.svg"));
            let file = file.to_str().unwrap();
            let options = ["--view", view.word(), "--width", "800", "--height", &asked, "-o", file];
            let output = bilateral(&[&["render"], &options[..]].concat());
            let text = fs::read_to_string(file).unwrap();
            let document = Document::parse(&text).unwrap();
            let drawn = document.root_element().attribute("height").unwrap();
            let drawn: u32 = drawn.parse().unwrap();
            let errors = String::from_utf8(output.stderr).unwrap();
            let told =
                format!("warning: --height {height} is too low for this view: it took {drawn}\n");
            let (fits, expected) =
                if height == 200 { (false, told) } else { (true, String::new()) };
            assert_eq!(output.status.code(), Some(0), "{errors}");
            assert_eq!((drawn == height, errors), (fits, expected), "{view:?}");
        }
    }
}

#[test]
fn a_picture_is_the_same_each_time() {
    assert!(
        render("first.png", &["--view", "trade"]) == render("second.png", &["--view", "trade"])
    );
}

#[test]
fn the_font_has_every_letter_of_every_view_and_language() {
    let data = Dataset::embedded();
    for view in View::ALL {
        for language in Language::BUILT_IN {
            let state = State { view: *view, language, ..State::default() };
            for width in [320.0, 640.0] {
                let figure =
                    StaticFigure::draw(&data, &state, Locale::of(language), width).unwrap();
                assert_eq!(figure.missing(), [] as [char; 0], "{view:?} in {language:?}");
            }
        }
    }
    let letters = "ƏəİıĞğÇçŞşÖöÜü ӢӣӮӯҲҳҶҷҚқҒғ ӘәҒғҚқҢңӨөҰұҮүҺһІі";
    assert_eq!(missing(letters), [] as [char; 0]);
    assert_eq!(missing("A\u{4E2D}b\u{4E2D}\u{10D0}"), ['\u{4E2D}', '\u{10D0}']);
}

#[test]
fn a_letter_that_the_font_lacks_is_told_and_the_picture_drawn() {
    let file = temporary("lacking.png");
    let output = bilateral(&["render", "--title", "\u{4E2D}", "-o", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("warning: the font of pictures has no '\u{4E2D}'"), "{told}");
    assert!(file.is_file());
}

#[test]
fn another_dataset_is_drawn_and_named() {
    let folder = temporary("another-dataset");
    fs::create_dir_all(&folder).unwrap();
    let good = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-data/good");
    for entry in fs::read_dir(good).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    let picture = decode(&render("another.png", &["--data", folder.to_str().unwrap()]));
    let ours = decode(&render("ours.png", &[]));
    assert_ne!(picture.says("Dataset"), ours.says("Dataset"));
    assert_ne!(picture.says("Source"), ours.says("Source"));
}

#[test]
fn what_cannot_be_drawn_says_why_and_leaves_nothing() {
    let none = temporary("none");
    fs::create_dir_all(&none).unwrap();
    let file = none.join("x.svg");
    let file = file.to_str().unwrap();
    for (options, told) in [
        (
            &["--view", "map", "-o", file][..],
            "--view \"map\" is not a view; give story, trade, events, sectors, table",
        ),
        (&["--width", "99999", "-o", file], "--width 99999 is not within 320 to 1600"),
        (&["--width", "wide", "-o", file], "'wide'"),
        (&["--density", "9", "-o", file], "--density 9 is not within 1 to 4"),
        (&["--lang", "fr", "-o", file], "unknown language \"fr\"; use en, "),
        (&["--height", "1", "-o", file], "--height \"1\" "),
        (
            &["--partners", "KZ FR", "-o", file],
            "--partners \"KZ FR\" names \"FR\", which is no partner of the dataset; it has ",
        ),
        (&["--partners", "KZX", "-o", file], "is no partner of the dataset; did you mean KZ?"),
        (
            &["--partners", "Kazakhstan", "-o", file],
            "names \"Kazakhstan\", which is no code; did you mean KZ?",
        ),
        (
            &["--partners", "KZ Rusiya", "-o", file],
            "names \"RUSIYA\", which is no code; did you mean RU?",
        ),
        (&["--partners", "ZK", "-o", file], "is no partner of the dataset; did you mean KZ?"),
        (
            &["--measure", "Turnovr", "-o", file],
            "is no measure of the dataset; did you mean turnover?",
        ),
        (&["--measure", "growth", "-o", file], "stands beside another measure"),
        (&["--measure", "exprots", "-o", file], "of the dataset; did you mean exports?"),
        (&["--kinds", "vist", "-o", file], "is no kind of the dataset; did you mean visit?"),
        (&["--unit", "US", "-o", file], "is no unit of the dataset; it has "),
        (&["--unit", "USS", "-o", file], "is no unit of the dataset; did you mean USD?"),
        (
            &["--scale", "lin", "-o", file],
            "--scale \"lin\" is not a scale; give linear, log, indexed",
        ),
        (
            &["--select", "x1", "-o", file],
            "--select \"x1\" names \"x1\", which is no record of the dataset",
        ),
        (&["--social", "--width", "640", "-o", file], "cannot be used with"),
        (&["--data", "no-such-folder", "-o", file], "no folder no-such-folder"),
        (&["-o", "x.gif"], "its name must end in .svg, .png or .html"),
        (&["-o", "no-such-folder/x.svg"], "cannot write no-such-folder/x.svg"),
        (&[], "--output"),
    ] {
        let output = bilateral(&[&["render"], options].concat());
        status(&output, 2);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.contains(told), "{options:?}: {errors}");
    }
    assert_eq!(fs::read_dir(none).unwrap().count(), 0);
}

#[test]
fn a_file_that_cannot_be_replaced_stays_and_nothing_lies_beside_it() {
    let folder = temporary("kept");
    fs::create_dir_all(folder.join("x.svg/inside")).unwrap();
    status(&bilateral(&["render", "-o", folder.join("x.svg").to_str().unwrap()]), 2);
    let names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["x.svg"]);
}

#[test]
fn a_printed_table_says_how_many_records_it_leaves_out_and_keeps_its_columns_apart() {
    for width in ["320", "640", "1000"] {
        let bytes = render("table.svg", &["--view", "table", "--lang", "ru", "--width", width]);
        let text = String::from_utf8(bytes).unwrap();
        let document = Document::parse(&text).unwrap();
        let words: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
            .filter_map(|node| node.text().map(str::trim))
            .collect();
        let left_out = words.iter().find_map(|text| text.strip_prefix("… и ещё "));
        let left_out: usize = left_out.expect("it is not the whole dataset").parse().unwrap();
        assert!(left_out > 300 && left_out < 1200, "{left_out} at {width}");
        let listed = words.iter().filter(|text| text.ends_with("$")).count();
        assert!(listed > 3, "{listed} values at {width}");
        for whole in ["Дата", "Запись", "Значение"] {
            assert!(words.contains(&whole), "{whole:?} is cut at {width}");
        }
    }
}
