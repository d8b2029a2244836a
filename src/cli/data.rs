//! `compile`, `export`.

use std::path::Path;

use super::output::separate;
use super::{Failure, Format, language, load, print, save};
use crate::dataset::{Dataset, Dialect, Entry, Figure, Language, to_csv, to_json};
use crate::locale::language_for;

/// Says which views have nothing to show, why, and which ones have something.
pub(super) fn tell_empty_views(data: &Dataset) {
    let drawn = |figure: &Figure| {
        !figure.measure.is_beside_another() && figure.value.is_some() && figure.period.is_some()
    };
    let views = [
        (
            "trade",
            data.figures.iter().any(drawn),
            "no figure has a value and a period, growth aside",
        ),
        ("events", data.events.iter().any(|event| event.date.is_some()), "no event has a date"),
        ("sectors", !data.sectors.is_empty(), "no sector is mentioned"),
    ];
    let full: Vec<&str> =
        views.iter().filter(|(_, is_full, _)| *is_full).map(|(view, ..)| *view).collect();
    for (view, _, why) in views.iter().filter(|(_, is_full, _)| !is_full) {
        let choice = match full.is_empty() {
            true => "table has the records".to_owned(),
            false => format!("{} can be shown", full.join(", ")),
        };
        eprintln!("nothing to show in {view}: {why}; {choice}");
    }
}

pub(super) fn compile(dir: &Path, output: &Path) -> Result<(), Failure> {
    separate(output, dir)?;
    let bytes = load(dir)?.0.to_bytes().map_err(|error| Failure::Usage(error.to_string()))?;
    save(output, &bytes)?;
    print(&format!("{}: {} bytes\n", output.display(), bytes.len()))
}

pub(super) fn export(
    dir: &Path,
    format: Format,
    tag: Option<&str>,
    dialect: Dialect,
) -> Result<(), Failure> {
    let (data, locales) = load(dir)?;
    let language = match tag {
        Some(tag) => language(tag, &locales, &data)?,
        None => language_for(&data, Language::default()).0,
    };
    match format {
        Format::Csv => {
            let all: Vec<Entry> = data.entries().collect();
            print(&to_csv(&data, &all, language, dialect))
        }
        Format::Json => {
            let json = serde_json::to_string_pretty(&to_json(&data));
            let json = json.map_err(|error| Failure::Usage(format!("cannot print: {error}")))?;
            print(&(json + "\n"))
        }
    }
}
