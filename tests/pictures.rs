//! Many pictures, each by the digits of its hash: no line that places a mark changes unseen.
//!
//! The scenes that are goldens are to be read; these are too many for that. A line that differs names
//! the picture: its dataset, view, width and choices, as `bilateral render` takes them.

use crate::support::attributes::state;
use crate::support::draw::chosen;
use crate::support::dump::{dump, text_of};
use crate::support::golden;
use bilateral::dataset::{Dataset, Entry, check_dir};
use bilateral::paint::{Caption, svg};
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::State;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

const VIEWS: [&str; 4] = ["story", "trade", "events", "sectors"];
/// CSS pixels: of phones, of columns and of whole pages.
const WIDTHS: [f64; 5] = [320.0, 430.0, 640.0, 1000.0, 1440.0];

/// What readers choose, as attributes.
const CHOICES: [&[(&str, &str)]; 20] = [
    &[],
    &[("scale", "log")],
    &[("scale", "indexed")],
    &[("compare", "reporters")],
    &[("compare", "reporters"), ("measure", "imports")],
    &[("compare", "reporters"), ("partners", "TJ")],
    &[("measure", "exports")],
    &[("measure", "imports"), ("scale", "log")],
    &[("measure", "agreements")],
    &[("from", "2014"), ("to", "2018")],
    &[("from", "2021-06"), ("to", "2022-02")],
    &[("from", "1990"), ("to", "2030")],
    &[("from", "2024-05"), ("to", "2024-05")],
    &[("partners", "KZ")],
    &[("partners", "TJ")],
    &[("partners", "RU TJ")],
    &[("partners", "RU"), ("scale", "indexed"), ("from", "2012")],
    &[("kinds", "visit")],
    &[("partners", "KZ TJ RU"), ("lang", "ru")],
    // The names of sectors wrap beside so many columns.
    &[("partners", "KZ RU TJ TR UZ TM GE KG"), ("lang", "kk")],
];

/// The first twelve digits of the hash of what is drawn, as a scene and as SVG.
fn digits(data: &Dataset, state: &State, width: f64, record: Option<&str>) -> String {
    let picture = chosen(data, state, width, record);
    let caption = Caption { id: "chart", lang: "en", title: "", description: "", facts: &[] };
    let mut hash = Sha256::new();
    hash.update(text_of(&picture));
    hash.update(svg(&picture.chart.scene, &caption));
    if let Some(record) = record {
        let layer = picture.focus(&Theme::light(), &TableMeasure, Some(record));
        hash.update(svg(&layer, &caption));
    }
    // What is drawn on the canvas while the pointer is over a mark.
    for target in picture.chart.scene.targets.iter().step_by(5).take(4) {
        let hovered = target.records.first().map(String::as_str);
        hash.update(dump(&picture.focus(&Theme::light(), &TableMeasure, hovered)));
    }
    format!("{:x}", hash.finalize())[..12].to_owned()
}

fn line(name: &str, view: &str, width: f64, choice: &[(&str, &str)], digits: &str) -> String {
    let choice: Vec<String> =
        choice.iter().map(|(attribute, value)| format!(" {attribute}={value}")).collect();
    format!("{name} {view} {width}{} {digits}\n", choice.concat())
}

fn with_view(view: &str, choice: &[(&str, &str)]) -> State {
    let mut all = vec![("view", view)];
    all.extend(choice);
    state(&all)
}

#[test]
fn each_choice_at_each_width() {
    let data = Dataset::embedded();
    let mut text = String::new();
    for view in VIEWS {
        for choice in CHOICES {
            for width in WIDTHS {
                let digits = digits(&data, &with_view(view, choice), width, None);
                text += &line("own", view, width, choice, &digits);
            }
        }
    }
    golden::check("pictures-choices.txt", &text);
}

#[test]
fn chosen_records_in_each_view() {
    let data = Dataset::embedded();
    let entries = data.figures.iter().map(Entry::Figure).step_by(9);
    let entries = entries.chain(data.events.iter().map(Entry::Event).step_by(6));
    let entries = entries.chain(data.sectors.iter().map(Entry::Sector).step_by(8));
    let records: Vec<&str> = entries.map(|entry| entry.record().id.as_str()).collect();
    let mut text = String::new();
    for view in VIEWS {
        for (at, record) in records.iter().enumerate() {
            let width = WIDTHS[at % WIDTHS.len()];
            let digits = digits(&data, &with_view(view, &[]), width, Some(record));
            text += &line("own", view, width, &[("select", record)], &digits);
        }
    }
    golden::check("pictures-chosen.txt", &text);
}

#[test]
fn other_datasets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages");
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("there are packages")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    names.sort();
    let mut text = String::new();
    for path in names {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let (data, _) = check_dir(&path).unwrap_or_else(|found| panic!("{name}: {}", found[0]));
        for view in VIEWS {
            let scales = if view == "trade" { &CHOICES[..4] } else { &CHOICES[..1] };
            for (at, choice) in scales.iter().enumerate() {
                let width = [360.0, 900.0, 500.0, 1200.0][at];
                let digits = digits(&data, &with_view(view, choice), width, None);
                text += &line(&name, view, width, choice, &digits);
            }
        }
    }
    golden::check("pictures-packages.txt", &text);
}
