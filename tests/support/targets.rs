//! What strangers may hand over, as functions of bytes: libFuzzer calls them (`cargo xtask fuzz`), and
//! `tests/replay.rs` calls them with what is kept in `tests/corpus/`. Each panics where a promise breaks.

use bilateral::dataset::{
    Code, Dataset, Diagnostic, Dialect, Edtf, Language, Value, check_files, check_json, from_json,
    read_texts, to_csv, to_json,
};
use bilateral::export::with_texts;
use bilateral::import::{Answers, File, import, write};
use bilateral::locale::{Locale, Used, compile, languages, sources};
use bilateral::publish::{module_of, with_sections};
use bilateral::scene::{Mark, Scene};
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::{Keyword as _, ScaleKind, State, View};
use bilateral::widget::{Look, Picture};
use std::sync::OnceLock;

/// A target by its name.
pub type Target = (&'static str, fn(&[u8]));

pub const TARGETS: [Target; 9] = [
    ("table", table),
    ("words", words),
    ("json", json),
    ("edtf", edtf),
    ("codec", codec),
    ("module", module),
    ("url", url),
    ("attributes", attributes),
    ("importing", importing),
];

const TABLES: [&str; 12] = [
    "figures",
    "events",
    "projects",
    "sectors",
    "people",
    "sources",
    "partners",
    "conflicts",
    "citations",
    "notes",
    "eras",
    "terms",
];

/// A table of a package: the first byte says which, the rest is its file.
pub fn table(bytes: &[u8]) {
    let Some((which, content)) = bytes.split_first() else { return };
    let name = format!("{}.csv", TABLES[usize::from(*which) % TABLES.len()]);
    let mut files = package();
    files.retain(|(own, _)| *own != name);
    files.push((name, content.to_vec()));
    let checked = check_files(&files);
    match checked {
        Ok((data, found)) => {
            found.iter().for_each(|one| assert!(!one.is_error(), "{one}"));
            accepted(&data);
        }
        Err(found) => assert!(found.iter().any(Diagnostic::is_error)),
    }
}

/// A package's words in a language.
pub fn words(bytes: &[u8]) {
    let mut files = package();
    files.push(("words/tr.csv".to_owned(), bytes.to_vec()));
    let mut found = Vec::new();
    let sources = languages(&files[..], sources, &mut found);
    if found.is_empty() {
        for source in sources {
            compile(&source.rows, &Used::All);
        }
    }
}

/// What `load()` and `src` are given.
pub fn json(bytes: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return };
    if let Ok((data, _)) = check_json(&value) {
        accepted(&data);
    }
}

/// A date or a period.
pub fn edtf(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(date) = Edtf::parse(text) else { return };
    let printed = date.print();
    assert_eq!(Edtf::parse(&printed).ok(), Some(date), "{text} is printed as {printed}");
    if let (Some(first), Some(last)) = (date.first(), date.last()) {
        assert!(first <= last, "{text}");
        // The last winter ends in the year after it.
        for day in [first, last] {
            assert!((1..=10_000).contains(&day.civil().0), "{text}");
        }
    }
}

/// A compiled dataset, the parts of one, and compiled words.
pub fn codec(bytes: &[u8]) {
    if let Ok(data) = Dataset::from_bytes(bytes) {
        let again = data.to_bytes().expect("it came from such bytes");
        // Spoilt bytes may say the same in another order than ours.
        assert!(Dataset::from_bytes(&again).is_ok());
    }
    let (base, texts) = bytes.split_at(bytes.len() / 2);
    for base in [base, bytes] {
        let _ = Dataset::from_parts(base, &[(Language::EN, texts)]);
    }
    let _ = read_texts(bytes, ',');
    let _ = Locale::read(Language::EN, bytes);
}

/// A module whose sections are exchanged, a packed script, and a picture that takes texts.
pub fn module(bytes: &[u8]) {
    let section = ("bilateral.base".to_owned(), bytes.to_vec());
    if let Ok(packed) = with_sections(bytes, std::slice::from_ref(&section)) {
        let again = with_sections(&packed, &[section]).expect("it was packed so");
        assert!(again == packed, "packing twice is not packing once");
    }
    let _ = module_of(&String::from_utf8_lossy(bytes));
    let _ = with_texts(bytes, &[("Title", "Trade".to_owned())]);
}

/// The query of an address.
pub fn url(bytes: &[u8]) {
    let query = String::from_utf8_lossy(bytes);
    let (state, _) = State::from_query(&query);
    let written = state.query();
    let (again, problems) = State::from_query(&written);
    assert!(problems.is_empty(), "{query}: {written}: {problems:?}");
    assert_eq!(again, state, "{query}: {written}");
}

/// Attributes as a page gives them, a line each, and the chart that they make; the first byte says
/// how wide.
pub fn attributes(bytes: &[u8]) {
    static DATA: OnceLock<Dataset> = OnceLock::new();
    let Some((wide, lines)) = bytes.split_first() else { return };
    let mut state = State::default();
    for line in String::from_utf8_lossy(lines).lines() {
        let Some((name, value)) = line.split_once('=') else { continue };
        if state.set(name, Some(value)).is_ok() {
            let written = state.get(name);
            let mut again = State::default();
            again.set(name, written.as_deref()).expect("it was written so");
            assert_eq!(again.get(name), written);
        }
    }
    drawn(DATA.get_or_init(Dataset::embedded), &state, 280.0 + 5.0 * f64::from(*wide));
}

/// A file that a person drops: the first byte says under which name.
pub fn importing(bytes: &[u8]) {
    let Some((which, content)) = bytes.split_first() else { return };
    let names =
        ["trade.csv", "trade.tsv", "trade.json", "trade.xlsx", "words/tr.csv", "figures.csv"];
    let name = names[usize::from(*which) % names.len()];
    let answers = Answers {
        reporting: Some("GB".to_owned()),
        today: "2026-01-01".to_owned(),
        ..Answers::default()
    };
    let Ok(imported) = import(&[File { name, bytes: content }], &answers, &|_, _| ()) else {
        return;
    };
    for (name, _) in write(&imported, &answers.today, "trade") {
        let plain = |part: &str| !part.is_empty() && part != "..";
        assert!(
            name.split('/').all(plain) && !name.contains('\\'),
            "{name} leads out of the package"
        );
    }
}

/// What was accepted comes back from each form, is told in each, and is drawn in each view.
fn accepted(data: &Dataset) {
    assert_eq!(from_json(&to_json(data)).as_ref(), Ok(data));
    let bytes = data.to_bytes().expect("an accepted dataset has a compiled form");
    assert_eq!(Dataset::from_bytes(&bytes).as_ref(), Ok(data));
    let all: Vec<_> = data.entries().collect();
    let csv = to_csv(data, &all, Language::EN, Dialect::default());
    assert!(csv.lines().count() > all.len());
    let partners: Vec<Code> = data.partners.iter().map(|partner| partner.code).collect();
    for view in View::ALL.iter().copied() {
        for scale in [ScaleKind::Linear, ScaleKind::Log, ScaleKind::Indexed] {
            let state = State { view, scale, partners: partners.clone(), ..State::default() };
            drawn(data, &state, 280.0);
            drawn(data, &State { partners: Vec::new(), ..state }, 1000.0);
            if view != View::Trade {
                break;
            }
        }
    }
}

fn drawn(data: &Dataset, state: &State, width: f64) {
    let look = Look {
        locale: Locale::of(state.language),
        theme: &Theme::light(),
        measure: &TableMeasure,
        width,
    };
    let picture = Picture::new(data, state, look);
    finite(&picture.chart.scene);
    assert!(!picture.texts.headline.is_empty());
    picture.summary(data, look.locale);
}

/// Every coordinate is a number within reach.
fn finite(scene: &Scene) {
    let within = |number: f64| number.is_finite() && number.abs() < 1e5;
    assert!(within(scene.width) && within(scene.height));
    for mark in &scene.marks {
        let good = match mark {
            Mark::Rect { rect, .. } => {
                [rect.left, rect.top, rect.right, rect.bottom].into_iter().all(within)
            }
            Mark::Line { points, .. } => points.iter().all(|at| within(at.x) && within(at.y)),
            Mark::Symbol { at, .. } | Mark::Text { at, .. } => within(at.x) && within(at.y),
        };
        assert!(good, "{mark:?}");
    }
}

/// A small package.
fn package() -> Vec<(String, Vec<u8>)> {
    [
        ("datapackage.json", r#"{"reporting": "GB", "created": "2025-01-01"}"#),
        (
            "figures.csv",
            "id,partner,measure,value,unit,period,source\nf1,DE,turnover,5,EUR,2020,Diary\n",
        ),
        ("events.csv", "id,partners,kind,date,title_en,source\ne1,DE,visit,2021,Visit,Diary\n"),
    ]
    .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
    .into()
}
