//! What a reader takes away opens in other programs: a PNG reader, Python's csv and json, a BibTeX
//! parser, and the widget itself.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::support::attributes::state;
use crate::support::draw::draw;
use biblatex::{Bibliography, ChunksExt};
use bilateral::dataset::{
    Basis, Dataset, Day, Edtf, Entry, Language, PublishedFrom, Value, from_json, to_json,
};
use bilateral::export::{About, Export, whole, with_texts};
use bilateral::locale::Locale;
use bilateral::view::{State, View};
use bilateral::wire::sources;
use bilateral::words::{citation, published, published_basis, reporter, title_basis, value, when};

fn read(json: &str) -> Dataset {
    let value: Value = serde_json::from_str(json).expect("JSON");
    from_json(&value).unwrap_or_else(|found| panic!("{}", found[0]))
}

/// A dataset whose texts try to be something else.
fn hostile() -> Dataset {
    let mut data = Dataset::embedded();
    for (at, text) in [
        "=HYPERLINK(\"http://x\",\"y\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "a,b \"c\" d",
        "100 % of {braces}, \\backslash & _under_ $5 #1 ~ ^",
        "} closes what { opens",
        "Əhvalat, қыз, ҳамоиш, ёлка",
    ]
    .into_iter()
    .enumerate()
    {
        data.events[at].title =
            Language::BUILT_IN.map(|language| (language, text.to_owned())).into_iter().collect();
        data.sources[at].title = text.to_owned();
        data.sources[at].publisher = text.to_owned();
    }
    data.sources[9].url = Some("https://example.org/a{b}c?d=1&e=%20f_g#h~i".into());
    data
}

/// Python's answer, or nothing where there is none, which is said.
fn python(script: &str, input: &str) -> Option<String> {
    let Ok(mut child) = Command::new("python3")
        .args(["-c", script])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
    else {
        // Past the harness, which would swallow it.
        let why = b"SKIPPED: there is no Python here to read the file\n";
        std::io::stderr().write_all(why).expect("standard error");
        return None;
    };
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("Python reads");
    let output = child.wait_with_output().expect("Python ends");
    assert!(output.status.success(), "Python failed");
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn python_reads_the_csv_and_no_cell_is_a_formula() {
    let data = hostile();
    let state = State { view: View::Table, ..State::default() };
    let csv = Export(draw(&data, &state, 800.0).telling(&data, Locale::of(state.language))).csv();
    let script = "
import csv, io, json, sys
text = sys.stdin.buffer.read().decode('utf-8')
assert text.count('\\r\\n') >= 300 and '\\n' not in text.replace('\\r\\n', '')
rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
assert len({len(row) for row in rows}) == 1
print(json.dumps(rows))";
    let Some(rows) = python(script, &csv) else { return };
    let rows: Vec<Vec<String>> = serde_json::from_str(&rows).expect("rows");
    assert_eq!(rows.len(), 1 + data.entries().count());
    let [id, title, value] =
        ["id", "title", "value"].map(|name| rows[0].iter().position(|cell| cell == name));
    let (id, title, value) = (id.unwrap(), title.unwrap(), value.unwrap());
    for row in &rows[1..] {
        for (at, cell) in row.iter().enumerate().filter(|(at, _)| *at != value) {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{row:?} column {at}");
        }
        match data.entry(&row[id]).expect("a record") {
            Entry::Figure(figure) => {
                assert_eq!(row[value].parse().ok(), figure.value, "{row:?}");
            }
            Entry::Event(event) => {
                assert_eq!(
                    row[title].trim_start_matches('\''),
                    event.title.get(Language::EN),
                    "{row:?}"
                );
            }
            _ => {}
        }
    }
}

#[test]
fn python_reads_the_json_and_the_widget_takes_it_back() {
    let data = Dataset::embedded();
    let state = state(&[("view", "trade"), ("partners", "RU")]);
    let json = Export(draw(&data, &state, 800.0).telling(&data, Locale::of(state.language))).json();
    if let Some(count) =
        python("import json, sys; print(len(json.load(sys.stdin)['figures']))", &json)
    {
        assert!(count.trim().parse::<usize>().expect("a number") > 10);
    }
    let again = read(&json);
    assert!(again.events.is_empty() && again.figures.len() > 10);
    assert!(again.sources.len() < data.sources.len());
    for figure in &again.figures {
        let Some(Entry::Figure(known)) = data.entry(&figure.record.id) else {
            panic!("{figure:?}")
        };
        assert_eq!((figure.value, figure.period), (known.value, known.period));
        let cited = |data: &Dataset, figure: &bilateral::dataset::Figure| {
            let source =
                |one: &bilateral::dataset::Citation| data.sources[one.source as usize].id.clone();
            figure.record.citations.iter().map(source).collect::<Vec<_>>()
        };
        assert_eq!(cited(&again, figure), cited(&data, known));
    }
    let ids = |conflict: &bilateral::dataset::Conflict| {
        conflict.records.iter().all(|id| again.record(id).is_some())
    };
    assert!(again.conflicts.iter().all(ids));
}

#[test]
fn the_whole_dataset_comes_back_equal_from_its_text() {
    let data = Dataset::embedded();
    assert_eq!(read(&whole(&data)), data);
    assert_eq!(data.meta.versions[0].version, data.meta.version);
    let complete = |text: &bilateral::dataset::LocalText| {
        Language::BUILT_IN.into_iter().all(|language| text.has(language))
    };
    assert!(data.meta.versions.iter().all(|version| complete(&version.note)));
    // The one writer of numbers and texts agrees with serde_json's.
    let own: serde_json::Value = serde_json::from_str(&whole(&data)).expect("JSON");
    assert_eq!(own, serde_json::to_value(to_json(&data)).expect("JSON"));
}

#[test]
fn a_bibtex_parser_reads_every_source() {
    let data = hostile();
    let state = State { view: View::Table, ..State::default() };
    let picture = draw(&data, &state, 800.0);
    let export = Export(picture.telling(&data, Locale::of(state.language)));
    let text = export.bibtex();
    let library = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let csl: Vec<serde_json::Value> = serde_json::from_str(&export.csl()).expect("JSON");
    assert_eq!(library.len(), csl.len());
    assert!(library.len() > 100);
    let mut dated = 0;
    for item in &csl {
        let id = item["id"].as_str().expect("an id");
        let entry = library.get(id).unwrap_or_else(|| panic!("no entry {id}"));
        let source = data.sources.iter().find(|source| source.id == id).expect("a source");
        let text = |name: &str| entry.get_as::<String>(name).ok();
        assert_eq!(item["author"][0]["literal"], source.publisher);
        if !source.title.is_empty() {
            let title = entry.title().expect("a title").format_verbatim();
            let plain = |text: &str| text.replace(['{', '}', '\\', '~', '^'], "");
            assert_eq!(plain(&title), plain(&source.title), "{id}");
            assert_eq!(item["title"], source.title);
        }
        if let Some(url) = &source.url {
            let written = text("url").expect("a URL");
            assert_eq!(written, url.replace('{', "%7B").replace('}', "%7D"), "{id}");
        }
        if let Some(year) = item["issued"]["date-parts"][0][0].as_i64() {
            assert_eq!(text("year").and_then(|year| year.parse().ok()), Some(year), "{id}");
            dated += 1;
        }
    }
    assert!(dated > 80, "only {dated} sources have a year");
}

#[test]
fn a_date_that_is_no_print_of_the_source_is_said_in_its_reference() {
    let data = Dataset::embedded();
    let said = state(&[("view", "table"), ("lang", "ru")]);
    let locale = Locale::of(said.language);
    let picture = draw(&data, &said, 800.0);
    let export = Export(picture.telling(&data, locale));
    let library = Bibliography::parse(&export.bibtex()).expect("BibTeX");
    let csl: Vec<serde_json::Value> = serde_json::from_str(&export.csl()).expect("JSON");
    let [mut inferred, mut addressed] = [0; 2];
    for item in &csl {
        let id = item["id"].as_str().expect("an id");
        let source = data.sources.iter().find(|source| source.id == id).expect("a source");
        let Some(at) = source.published else { continue };
        let basis = published_basis(source, locale);
        let note = library.get(id).and_then(|entry| entry.get_as::<String>("note").ok());
        assert!(note.unwrap_or_default().contains(basis), "{id}");
        assert!(item["note"].as_str().unwrap_or_default().contains(basis), "{id}");
        let is_inferred = source.published_basis == Basis::Inferred;
        let is_about = matches!(at, Edtf::Date(date) if date.approximate || date.uncertain);
        assert_eq!(item["issued"]["circa"] == true, is_inferred || is_about, "{id}");
        inferred += usize::from(is_inferred);
        addressed += usize::from(source.published_from == Some(PublishedFrom::Address));
    }
    assert!(inferred > 0 && addressed > 0, "{inferred} {addressed}");
}

#[test]
fn what_latex_would_run_is_only_text() {
    let data = hostile();
    let state = State { view: View::Table, ..State::default() };
    let text =
        Export(draw(&data, &state, 800.0).telling(&data, Locale::of(state.language))).bibtex();
    for line in text.lines().filter(|line| line.contains(" title = ")) {
        let depth = line.chars().try_fold(0, |depth: i32, char| match char {
            '{' => Some(depth + 1),
            '}' if depth == 0 => None,
            '}' => Some(depth - 1),
            _ => Some(depth),
        });
        assert_eq!(depth, Some(0), "{line}");
        let bare = line.replace("\\%", "").replace("\\&", "").replace("\\$", "");
        assert!(!bare.contains(['%', '&', '$', '~', '^']), "{line}");
    }
}

#[test]
fn references_and_the_citation_are_those_of_the_chosen_record() {
    let data = Dataset::embedded();
    let id = &data.figures[0].record.id;
    let chosen = state(&[("view", "trade"), ("select", id)]);
    let text =
        Export(draw(&data, &chosen, 800.0).telling(&data, Locale::of(chosen.language))).bibtex();
    let library = Bibliography::parse(&text).expect("BibTeX");
    assert_eq!(library.len(), data.figures[0].record.citations.len());
    let chart = draw(&data, &chosen, 600.0);
    let source = &data.sources[data.figures[0].record.citations[0].source as usize];
    let cited = citation(chart.telling(&data, Locale::of(chosen.language)), &chart.texts.headline);
    assert!(cited.lines().nth(1).unwrap().starts_with(&source.publisher), "{cited}");
    let none = State { select: None, ..chosen.clone() };
    let chart = draw(&data, &none, 600.0);
    let sentence = citation(chart.telling(&data, Locale::of(none.language)), &chart.texts.headline);
    assert!(sentence.starts_with(&chart.texts.headline), "{sentence}");
    assert!(sentence.contains(&data.meta.title) && sentence.contains("1.1.0"), "{sentence}");
}

#[test]
fn a_citation_is_complete_in_each_language() {
    let mut data = Dataset::embedded();
    data.meta.fingerprint = Dataset::FINGERPRINT.to_owned();
    let digits = &Dataset::FINGERPRINT[..12];
    for language in Language::BUILT_IN {
        let locale = Locale::of(language);
        let cite = |state: &State| {
            let chart = draw(&data, state, 600.0);
            assert!(chart.texts.footer.contains(digits), "{}", chart.texts.footer);
            citation(chart.telling(&data, locale), &chart.texts.headline)
        };
        for id in ["f202", "f033", "e013"] {
            let record = data.record(id).unwrap();
            let state = State { select: Some(id.to_owned()), language, ..State::default() };
            let lines = cite(&state);
            let lines: Vec<&str> = lines.lines().collect();
            let title = data.meta.title_in(language);
            assert!(lines[lines.len() - 1].starts_with(title), "{lines:?}");
            assert_eq!(lines.len(), record.citations.len() + 2, "{lines:?}");
            let entry = data.entry(id).unwrap();
            for part in
                [value(&data, entry, locale), when(entry, locale), reporter(&data, entry, locale)]
            {
                let part = part.unwrap_or_default();
                assert!(lines[0].contains(&part), "{part} in {}", lines[0]);
            }
            for (line, cited) in lines[1..].iter().zip(&record.citations) {
                let source = &data.sources[cited.source as usize];
                let published = published(source, locale).unwrap_or_default();
                let url = source.url.as_deref().unwrap_or_default();
                let paragraph = cited.paragraph.map_or(String::new(), |n| n.to_string());
                let basis = title_basis(source, locale);
                let publisher = source.publisher_in(language);
                for part in [publisher, &source.title, basis, &published, url, &paragraph] {
                    assert!(line.contains(part), "{part} in {line}");
                }
            }
            let last = lines[lines.len() - 1];
            for part in [data.meta.title_in(language), &data.meta.version, digits] {
                assert!(last.contains(part), "{part} in {last}");
            }
        }
        // Of a figure: its headline, and the records that bear it out.
        let state = State { language, ..State::default() };
        let chart = draw(&data, &state, 600.0);
        let told = cite(&state);
        let figures = chart.reading.finding.as_ref().unwrap().figures();
        assert!(told.starts_with(&chart.texts.headline), "{told}");
        for at in figures {
            let figure = data.figure(at);
            let amount = value(&data, Entry::Figure(figure), locale).unwrap();
            let source = &data.sources[figure.record.citations[0].source as usize];
            assert!(
                told.contains(&amount) && told.contains(source.publisher_in(language)),
                "{told}"
            );
        }
    }
}

#[test]
fn a_png_reader_finds_the_texts_and_the_same_pixels() {
    let data = Dataset::embedded();
    let mut state = state(&[("view", "trade"), ("partners", "KZ"), ("lang", "ru")]);
    state.from = Some(Day::from_civil(2015, 1, 1));
    let chart = draw(&data, &state, 600.0);
    let fingerprint = Some(Dataset::FINGERPRINT.to_owned());
    let about = About::new(&data, &chart, Locale::of(state.language), fingerprint);
    let pixels: Vec<u8> = (0..4 * 5 * 3).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 5, 4);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    let told = with_texts(&file, &about.chunks());
    let mut reader = png::Decoder::new(std::io::Cursor::new(told)).read_info().expect("a PNG file");
    let mut again = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut again).expect("its pixels");
    assert_eq!(again, pixels);
    let texts = &reader.info().utf8_text;
    let text = |keyword: &str| {
        let chunk = texts.iter().find(|chunk| chunk.keyword == keyword);
        chunk.unwrap_or_else(|| panic!("no {keyword}")).get_text().expect("text")
    };
    assert_eq!(text("Title"), chart.texts.headline);
    assert_eq!(text("State"), "view=trade&partners=KZ&from=2015-01-01&lang=ru");
    assert_eq!(
        text("Dataset"),
        format!("bilateral 1.1.0, as packed sha256:{}", Dataset::FINGERPRINT)
    );
    assert!(text("Source").contains("https://"), "{}", text("Source"));
    assert!(text("Software").starts_with("bilateral "));
    let given = About::new(&data, &chart, Locale::of(state.language), None);
    assert!(given.chunks().contains(&("Dataset", "bilateral 1.1.0, given by the page".to_owned())));
    let facts = given.facts();
    assert!(facts.contains(&("relation", "bilateral 1.1.0, given by the page".to_owned())));
    assert!(
        facts.iter().all(|(name, text)| *name != "identifier" && !text.is_empty()),
        "{facts:?}"
    );
    for not_png in [&b""[..], b"GIF89a", &[0x89, b'P', b'N', b'G']] {
        assert_eq!(with_texts(not_png, &about.chunks()), not_png);
    }
}

#[test]
fn the_fingerprint_is_that_of_the_compiled_dataset() {
    let fingerprint = bilateral::publish::fingerprint(&Dataset::embedded()).expect("bytes");
    assert_eq!(Dataset::FINGERPRINT, fingerprint);
}

/// What the panel of sources shows of a state.
fn sources_panel(data: &Dataset, state: &State) -> serde_json::Value {
    let picture = draw(data, state, 800.0);
    serde_json::from_str(&sources(picture.telling(data, Locale::of(state.language)))).expect("JSON")
}

#[test]
fn the_panel_tells_of_every_source_who_cites_it_and_how_sure_that_is() {
    let data = Dataset::embedded();
    let state = State { view: View::Table, ..State::default() };
    let panel = sources_panel(&data, &state);
    let all = panel["sources"].as_array().expect("sources");
    assert_eq!(all.len(), data.sources.len(), "every source is cited");
    let citations: usize = data.entries().map(|entry| entry.record().citations.len()).sum();
    let listed = all.iter().flat_map(|source| source["records"].as_array().expect("records"));
    let listed: Vec<_> = listed.collect();
    assert_eq!(listed.len(), citations);
    assert!(listed.iter().all(|line| line["certainty"].as_str().is_some_and(|it| !it.is_empty())));
    assert!(
        listed.iter().any(|line| line["paragraph"].is_string() && line["evidence"].is_string())
    );
    assert_eq!(panel["conflicts"].as_array().map(Vec::len), Some(data.conflicts.len()));
    assert_eq!(panel["log"][0]["version"], "1.1.0");
    let inferred = all.iter().filter(|source| {
        source["date"].as_str().is_some_and(|date| date.ends_with(", date inferred"))
    });
    assert!(inferred.count() > 3, "a date that is inferred says so");

    let trade = self::state(&[("view", "trade"), ("partners", "RU")]);
    let panel = sources_panel(&data, &trade);
    assert!(panel["sources"].as_array().expect("sources").len() < data.sources.len() / 2);
}

#[test]
fn a_source_says_where_its_title_and_its_date_stand() {
    let data = Dataset::embedded();
    let state = State { view: View::Table, ..State::default() };
    let panel = sources_panel(&data, &state);
    let all = panel["sources"].as_array().expect("sources");
    let told = |key: &str, end: &str| {
        all.iter().filter(|source| source[key].as_str().is_some_and(|it| it.ends_with(end))).count()
    };
    assert!(told("date", ", date from the address") > 10);
    assert!(told("title", ", title from the address") > 60);
    assert!(told("title", ", description in place of a title") > 10);
    // "/2023/04/05/", "/20230405/"
    let spells_a_date = |url: &str| {
        let parts: Vec<&str> = url.split('/').collect();
        let is_year = |part: &str| part.parse().is_ok_and(|year| (1990..2030).contains(&year));
        let is_month = |part: &str| part.len() == 2 && part.parse().is_ok_and(|n: u8| n <= 12);
        parts.windows(2).any(|two| is_year(two[0]) && is_month(two[1]))
            || parts.iter().any(|part| part.len() == 8 && part.get(..4).is_some_and(is_year))
    };
    let dated = data.sources.iter().filter(|one| spells_a_date(one.url.as_deref().unwrap_or("")));
    let undated: Vec<_> = dated.clone().filter(|one| one.published.is_none()).collect();
    assert!(dated.count() > 10 && undated.is_empty(), "{undated:?}");
}

#[test]
fn what_is_inferred_is_said_once() {
    let data = Dataset::embedded();
    let mut periods = 0;
    for language in Language::BUILT_IN {
        let locale = Locale::of(language);
        let words = locale.words;
        let picture = draw(&data, &State { language, ..State::default() }, 600.0);
        for entry in data.entries() {
            let id = &entry.record().id;
            let state = State { select: Some(id.clone()), language, ..State::default() };
            let telling = picture.telling(&data, locale);
            let reading = bilateral::reading::Reading { state, ..telling.reading.clone() };
            let cited = citation(bilateral::words::Telling { reading: &reading, ..telling }, "");
            let claim = cited.lines().next().unwrap_or_default();
            let dated = [words.period_inferred, words.date_inferred];
            let word = words.certainty(bilateral::dataset::Certainty::Inferred);
            if dated.iter().any(|basis| claim.contains(basis)) {
                periods += 1;
                assert!(!claim.trim_end_matches('.').ends_with(&[", ", word].concat()), "{claim}");
            }
        }
    }
    assert!(periods > 20, "{periods}");
}

#[test]
fn a_dataset_is_called_as_it_is_in_the_reader_s_language() {
    let text = r#"{"format": "bilateral/1", "meta": {"reporting": "FJ", "title": "Trade of Fiji",
        "titles": {"de": "Handel Fidschis"}}, "figures": [{"partner": "NZ", "measure": "exports",
        "value": 5, "unit": "FJD", "period": "2022", "source": "https://example.org/2022"}]}"#;
    let data = bilateral::dataset::from_json(&serde_json::from_str(text).unwrap()).unwrap();
    assert_eq!(data.meta.title_in(Language::from_tag("de").unwrap()), "Handel Fidschis");
    assert_eq!(data.meta.title_in(Language::EN), "Trade of Fiji");
    let again = bilateral::dataset::to_json(&data);
    assert_eq!(bilateral::dataset::from_json(&again).unwrap(), data);
    let bytes = data.to_bytes().expect("bytes");
    assert_eq!(Dataset::from_bytes(&bytes).expect("the same").meta.titles, data.meta.titles);
    let odd = text.replace(r#"{"de": "Handel Fidschis"}"#, "3");
    let found = bilateral::dataset::from_json(&serde_json::from_str(&odd).unwrap()).unwrap_err();
    assert!(found[0].to_string().starts_with("meta.titles: is a number"), "{}", found[0]);
    // In whatever order they are given they are in the package's.
    let with = |titles: &str| {
        let text = text.replace(r#"{"de": "Handel Fidschis"}"#, titles);
        let text = text.replace("\"title\"", "\"languages\": [\"en\", \"de\"], \"title\"");
        bilateral::dataset::from_json(&serde_json::from_str(&text).unwrap()).unwrap()
    };
    let turned = with(r#"{"de": "Handel", "en": "Trade"}"#);
    assert_eq!(turned, with(r#"{"en": "Trade", "de": "Handel"}"#));
    let english = Dataset::embedded();
    let titles: std::collections::BTreeSet<&str> =
        Language::BUILT_IN.iter().map(|one| english.meta.title_in(*one)).collect();
    assert_eq!(titles.len(), 5, "{titles:?}");
}
