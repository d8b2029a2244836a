//! What packages of quite different kinds draw and say, each view a text to be read.

use crate::support::draw::draw;
use crate::support::dump::{text_of, words_of};
use crate::support::golden;
use bilateral::dataset::{Dataset, Diagnostic, Language, check_dir};
use bilateral::locale::{Locale, complete, has_texts, languages_of};
use bilateral::reading::nothing_to_show;
use bilateral::table::table;
use bilateral::view::{Keyword, State, View};
use bilateral::widget::Picture;
use std::fs;
use std::path::{Path, PathBuf};

/// CSS pixels: as wide as a column of text.
const WIDTH: f64 = 640.0;

fn packages() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages");
    let entries = fs::read_dir(folder).expect("there are packages");
    let path = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").path();
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut packages: Vec<_> = entries.map(path).map(|path| (name(&path), path)).collect();
    packages.sort();
    packages
}

/// The dataset with the names that it leaves to CLDR, the languages that it can be told in, and what
/// the check has to say of it.
fn read(path: &Path) -> (Dataset, Vec<Language>, Vec<Diagnostic>) {
    let (mut data, found) =
        check_dir(path).unwrap_or_else(|found| panic!("{path:?}: {}", found[0]));
    let mut languages = languages_of(&data);
    if !has_texts(&data) {
        languages.extend(Language::from_tag("de"));
    }
    languages.retain(|language| Locale::find(*language).is_some());
    languages.iter().for_each(|language| complete(&mut data, Locale::of(*language)));
    (data, languages, found)
}

/// The rows of the table, as far as a reader of a golden wants to follow them.
fn rows_of(data: &Dataset, picture: &Picture, language: Language) -> String {
    const MOST: usize = 12;
    let table = table(picture.telling(data, Locale::of(language)), None, MOST);
    let mut text = format!("{}\n", table.caption);
    for row in &table.rows {
        text += &format!("{} | {}\n", row.record, row.cells.join(" | "));
    }
    text
}

fn section(data: &Dataset, view: View, language: Language, whole: bool) -> String {
    let state = State { view, language, ..State::default() };
    let picture = draw(data, &state, WIDTH);
    let mut text = format!("== {}\n", view.word());
    text += &if whole { text_of(&picture) } else { words_of(&picture) };
    if view == View::Table {
        text += &rows_of(data, &picture, language);
    }
    text + &picture.summary(data, Locale::of(language)) + "\n"
}

#[test]
fn each_view_of_each_package() {
    for (name, path) in packages() {
        let (data, languages, found) = read(&path);
        for (at, language) in languages.into_iter().enumerate() {
            let mut text: String = found.iter().map(|one| format!("{}\n", one.what)).collect();
            for view in View::ALL {
                text += &section(&data, *view, language, at == 0);
            }
            golden::check(&format!("packages/{name}.{}.txt", language.code()), &text);
        }
    }
}

#[test]
fn a_view_that_would_be_empty_is_told_with_what_is_missing() {
    let told = |name: &str| {
        let path = packages().into_iter().find(|(known, _)| known == name).expect("a package").1;
        let empty = nothing_to_show(&read(&path).0);
        empty.iter().map(ToString::to_string).collect::<Vec<String>>()
    };
    for (name, views) in [
        ("people-alone", &["story", "trade", "events", "sectors"][..]),
        ("projects-alone", &["story", "trade", "events", "sectors"]),
        ("sectors-alone", &["story", "trade", "events"]),
        ("one-event", &["trade", "sectors"]),
        ("one-value", &["events", "sectors"]),
    ] {
        let told = told(name);
        assert_eq!(told.len(), views.len(), "{name}: {told:?}");
        for (line, view) in told.iter().zip(views) {
            assert!(line.starts_with(&format!("nothing to show in {view}: ")), "{name}: {line}");
        }
    }
    let projects = told("projects-alone");
    assert!(projects[3].contains("the sector of a project is no mention"), "{projects:?}");
}

/// The project's own dataset in the languages that are data alone; titles, which it has not in them,
/// stand in English.
#[test]
fn each_view_in_the_languages_for_packers() {
    for code in ["de", "tr"] {
        let language = Language::from_tag(code).expect("a language");
        let mut data = Dataset::embedded();
        complete(&mut data, Locale::of(language));
        for view in View::ALL {
            let text = section(&data, *view, language, true);
            golden::check(&format!("{}-600-{code}.scene", view.word()), &text);
        }
    }
}
