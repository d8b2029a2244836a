//! What is published of a dataset: static figures, pages with tables, oEmbed files.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use bilateral::dataset::{Dataset, Language, LocalText};
use bilateral::locale::{Locale, append};
use bilateral::publish::{Base, site};
use bilateral::view::{Keyword, View};
use bilateral::words::{published, source_title};
use flate2::read::GzDecoder;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use serde_json::Value;

static SITE: LazyLock<HashMap<String, Vec<u8>>> = LazyLock::new(|| {
    let base = Base::parse("https://charts.example.org/trade").unwrap();
    site(&Dataset::embedded(), &locales(), &base).unwrap().into_iter().collect()
});

fn locales() -> [Locale; 5] {
    Language::BUILT_IN.map(|language| *Locale::of(language))
}

fn editions() -> impl Iterator<Item = (View, Language, String)> {
    let views = View::ALL.iter();
    views.flat_map(|view| {
        Language::BUILT_IN
            .map(|language| (*view, language, format!("{}.{}", view.word(), language.code())))
    })
}

fn text(path: &str) -> &'static str {
    let bytes = SITE.get(path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(bytes).unwrap()
}

/// A page with the quotes and the ends that HTML may leave out and XML may not.
fn page(name: &str) -> String {
    closed(text(&format!("static/{name}.html")))
}

fn closed(short: &str) -> String {
    let mut page = String::new();
    let mut short = short.to_owned();
    for start in ["<tr id", "<li id", "</table>", "</ol>"] {
        short = short.replace(start, &format!("\n{start}"));
    }
    for line in short.lines().map(quoted) {
        let cells = |line: &str, tag: &str| line.replace(tag, &format!("</td>{tag}"));
        page.push_str(&match line.as_str() {
            "</table>" => "</tbody></table>".to_owned(),
            row if row.starts_with("<tr><th") => {
                let row = row.replace("<th", "</th><th").replacen("</th>", "", 1);
                format!("{row}</th></tr></thead>")
            }
            row if row.starts_with("<tr") => {
                format!("{}</td></tr>", cells(row, "<td>").replacen("</td>", "</th>", 1))
            }
            item if item.starts_with("<li id") => format!("{item}</li>"),
            _ => line,
        });
        page.push('\n');
    }
    page
}

/// A line with quotes about the values of attributes that have none.
fn quoted(line: &str) -> String {
    let (mut out, mut inside, mut bare) = (String::new(), false, false);
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        if bare && (char == ' ' || char == '>') {
            out.push('"');
            bare = false;
        }
        out.push(char);
        inside = char == '<' || inside && char != '>';
        if inside && char == '=' && !bare && !matches!(chars.peek(), Some('"' | '\'')) {
            // A value in quotes holds `=` too, but never a quote before its end.
            if out.matches('"').count() % 2 == 0 {
                out.push('"');
                bare = true;
            }
        }
    }
    out
}

fn parse(page: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).unwrap()
}

fn all<'a>(document: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

/// All text within a node.
fn words(node: Node) -> String {
    node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect()
}

#[test]
fn every_edition_has_its_files() {
    let mut expected: Vec<String> = editions()
        .flat_map(|(_, _, name)| {
            let figures = ["svg", "png", "html", "social.png"];
            // A card of the table could not be read: the first view's stands for it.
            let count = if name.starts_with("table.") { 3 } else { 4 };
            let mut files: Vec<String> =
                figures[..count].iter().map(|form| format!("static/{name}.{form}")).collect();
            files.push(format!("oembed/{name}.json"));
            files
        })
        .chain(["static/dataset.json.gz".to_owned()])
        .collect();
    expected.sort();
    let mut files: Vec<&String> = SITE.keys().collect();
    files.sort();
    assert_eq!(files, expected.iter().collect::<Vec<_>>());
}

#[test]
fn a_page_is_whole_in_its_language_and_runs_nothing() {
    for (_, language, name) in editions() {
        let page = page(&name);
        assert!(page.starts_with("<!DOCTYPE html>\n"));
        let document = parse(&page);
        assert_eq!(document.root_element().attribute("lang"), Some(language.code()));
        for node in document.descendants().filter(Node::is_element) {
            let runs = node.has_tag_name("script");
            assert!(!runs || node.attribute("type") == Some("application/ld+json"), "{name}");
            for attribute in node.attributes() {
                let (key, value) = (attribute.name(), attribute.value());
                assert!(key != "style" && !key.starts_with("on"), "{name} has {key}");
                assert!(!value.trim().to_lowercase().starts_with("javascript:"), "{name}: {value}");
            }
        }
        for once in ["title", "h1", "h2", "table", "caption", "img", "main", "ol"] {
            assert_eq!(all(&document, once).count(), 1, "{name}: {once}");
        }
        let title = words(all(&document, "title").next().unwrap());
        assert_eq!(title, words(all(&document, "h1").next().unwrap()));
        let image = all(&document, "img").next().unwrap();
        let alt = image.attribute("alt").unwrap();
        assert!(alt.len() > 40 && alt != title, "{name}: {alt}");
        let path = image.attribute("src").unwrap();
        assert_eq!(path, format!("https://charts.example.org/trade/static/{name}.png"));
    }
}

#[test]
fn a_table_has_every_cell_and_every_citation_leads_to_its_source() {
    let data = Dataset::embedded();
    for (_, language, name) in editions() {
        let page = page(&name);
        let document = parse(&page);
        let mut ids = HashSet::new();
        for id in document.descendants().filter_map(|node| node.attribute("id")) {
            assert!(ids.insert(id), "{name}: {id} stands twice");
        }
        let columns = all(&document, "th").filter(|th| th.attribute("scope") == Some("col"));
        let columns = columns.count();
        let body = all(&document, "tbody").next().unwrap();
        let rows: Vec<Node> = body.children().filter(|node| node.has_tag_name("tr")).collect();
        assert!(rows.len() > 10, "{name} has {} rows", rows.len());
        for row in &rows {
            assert_eq!(row.children().filter(Node::is_element).count(), columns, "{name}");
            let links: Vec<_> = row.descendants().filter(|node| node.has_tag_name("a")).collect();
            assert!(!links.is_empty(), "{name}: {:?} cites nothing", row.attribute("id"));
            for link in links {
                let target = link.attribute("href").unwrap().strip_prefix('#').unwrap();
                assert!(ids.contains(target), "{name}: no {target}");
            }
        }
        // What a title or a date rests on is a sign, told once below the list.
        let told = all(&document, "p").map(words);
        let parted = told.filter_map(|text| {
            let (sign, basis) = text.split_once(' ')?;
            "† ‡ § ¶ ° ^"
                .split(' ')
                .any(|one| one == sign)
                .then(|| (sign.to_owned(), basis.to_owned()))
        });
        let signs: Vec<(String, String)> = parted.collect();
        assert!(signs.len() > 1, "{name} tells no basis");
        for item in all(&document, "li") {
            let mut name = words(item);
            for (sign, basis) in &signs {
                name = name.replace(sign.as_str(), &format!(", {basis}"));
            }
            let link = item.descendants().find_map(|node| node.attribute("href"));
            let mut sources = data.sources.iter();
            let known = sources.any(|source| {
                let locale = Locale::of(language);
                let mut told = source_title(source, locale);
                append(&mut told, ", ", &published(source, locale).unwrap_or_default());
                told == name && source.url.as_deref() == link
            });
            assert!(known, "no source is {name} at {link:?}");
        }
    }
}

#[test]
fn oembed_is_what_its_specification_asks_for() {
    for (view, language, name) in editions() {
        let answer: Value = serde_json::from_str(text(&format!("oembed/{name}.json"))).unwrap();
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["type"], "rich");
        let page = page(&name);
        let document = parse(&page);
        assert_eq!(answer["title"], words(all(&document, "title").next().unwrap()));
        for number in ["width", "height", "thumbnail_width", "thumbnail_height", "cache_age"] {
            assert!(answer[number].is_u64(), "{name}: {number} is {}", answer[number]);
        }
        assert!((200..=1000).contains(&answer["height"].as_u64().unwrap()));
        assert_eq!(answer["provider_url"], "https://charts.example.org/trade/");
        let html = format!("<div>{}</div>", answer["html"].as_str().unwrap());
        let html = html.replace("></iframe>", "/>");
        let html = parse(&html);
        let parts: Vec<&str> =
            html.root_element().children().map(|node| node.tag_name().name()).collect();
        assert_eq!(parts, ["blockquote", "iframe"]);
        let frame = all(&html, "iframe").next().unwrap();
        let query = match view {
            View::Story => String::new(),
            view => format!("view={}&", view.word()),
        };
        let page = format!("bilateral.html?{query}lang={}", language.code());
        let page = format!("https://charts.example.org/trade/{page}");
        assert_eq!(frame.attribute("src"), Some(page.as_str()));
        assert_eq!(frame.attribute("width"), Some(answer["width"].to_string().as_str()));
        let link = all(&html, "a").next().unwrap().attribute("href").unwrap();
        assert!(SITE.contains_key(link.strip_prefix("https://charts.example.org/trade/").unwrap()));
        let card = answer["thumbnail_url"].as_str().unwrap();
        let card = &SITE[card.strip_prefix("https://charts.example.org/trade/").unwrap()];
        let size = [&card[16..20], &card[20..24]]
            .map(|bytes| u64::from(u32::from_be_bytes(bytes.try_into().unwrap())));
        assert_eq!(Some(size[0]), answer["thumbnail_width"].as_u64());
        assert_eq!(Some(size[1]), answer["thumbnail_height"].as_u64());
        let discovery = all(&document, "link")
            .find(|link| link.attribute("type") == Some("application/json+oembed"));
        let address = discovery.unwrap().attribute("href").unwrap();
        assert_eq!(address, format!("https://charts.example.org/trade/oembed/{name}.json"));
    }
}

#[test]
fn without_an_address_files_name_each_other_relatively() {
    let base = Base::relative();
    assert_eq!(base.of("static/story.en.png"), "../static/story.en.png");
    let link = "<link href=\"oembed/story.en.json\">";
    assert_eq!(base.in_page(link), link);
    let base = Base::parse("https://a.example/b/").unwrap();
    assert_eq!(base.in_page(link), "<link href=\"https://a.example/b/oembed/story.en.json\">");
}

#[test]
fn what_is_no_address_is_refused() {
    for address in [
        "example.org/charts",
        "https://",
        "ftp://example.org/",
        "https://example.org/?a=1",
        "https://example.org/#a",
        "https://example.org/\"onload=",
        "https://example.org/a b",
        "javascript:alert(1)",
        "//example.org/",
        "",
    ] {
        let error = Base::parse(address).unwrap_err();
        assert!(error.contains("give one such as https://"), "{error}");
    }
}

#[test]
fn what_a_dataset_says_cannot_leave_its_place() {
    let hostile = "\"><script>alert(1)</script><b a='";
    let mut data = Dataset::embedded();
    let everywhere = |text: &str| -> LocalText {
        Language::BUILT_IN.map(|language| (language, text.to_owned())).into_iter().collect()
    };
    for source in &mut data.sources {
        source.publisher = hostile.to_owned();
        source.url = Some("javascript:alert(1)".to_owned());
    }
    for partner in &mut data.partners {
        partner.name = everywhere(hostile);
        partner.with = everywhere(hostile);
    }
    for event in &mut data.events {
        event.title = everywhere(hostile);
    }
    let base = Base::relative();
    for (path, bytes) in site(&data, &locales(), &base).unwrap() {
        if path.ends_with(".png") || path.ends_with(".gz") {
            continue;
        }
        let file = String::from_utf8(bytes).unwrap();
        if path.ends_with(".json") {
            let answer: Value = serde_json::from_str(&file).unwrap();
            assert!(!answer["html"].as_str().unwrap_or("").contains("<script"), "{path}");
        } else {
            let data = file.matches("<script type=\"application/ld+json\">").count();
            assert_eq!(data, usize::from(path.ends_with(".html")), "{path}");
            assert_eq!(file.matches("<script").count(), data, "{path}");
            let file = closed(&file);
            let document = parse(&file);
            let ran = document.descendants().filter_map(|node| node.attribute("href"));
            assert_eq!(ran.filter(|link| link.starts_with("javascript")).count(), 0, "{path}");
            assert!(words(document.root_element()).contains("<script>"), "{path} leaves it out");
        }
    }
}

#[test]
fn a_page_tells_machines_of_its_dataset_and_sources() {
    let data = Dataset::embedded();
    for (_, _, name) in editions() {
        let page = page(&name);
        let document = parse(&page);
        let about = words(all(&document, "script").next().unwrap());
        let about: Value = serde_json::from_str(&about).unwrap();
        assert_eq!(about["@type"], "Dataset");
        assert_eq!(about["version"], data.meta.version.as_str());
        let citations = about["citation"].as_array().unwrap();
        assert_eq!(citations.len(), all(&document, "li").count(), "{name}");
        for (citation, item) in citations.iter().zip(all(&document, "li")) {
            let link = item.descendants().find_map(|node| node.attribute("href"));
            let said = citation.as_str().unwrap();
            assert_eq!(Some(said).filter(|said| said.starts_with("http")), link, "{name}");
        }
        let address = about["distribution"]["contentUrl"].as_str().unwrap();
        let path = address.strip_prefix("https://charts.example.org/trade/").unwrap();
        assert!(page.contains(&format!("<a href=\"{address}\">JSON</a>")), "{name}");
        let whole: Value = serde_json::from_reader(GzDecoder::new(&SITE[path][..])).unwrap();
        assert_eq!(whole["format"], "bilateral/1");
    }
}

/// The dataset is called in the language of its page.
#[test]
fn linked_data_is_in_the_language_of_the_page() {
    let data = Dataset::embedded();
    for (_, language, name) in editions() {
        let page = text(&format!("static/{name}.html"));
        let inside = page.split("<script type=\"application/ld+json\">").nth(1).unwrap();
        let about: Value = serde_json::from_str(inside.split("</script>").next().unwrap()).unwrap();
        assert_eq!(about["name"], data.meta.title_in(language), "{name}");
    }
}
