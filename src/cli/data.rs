//! `compile`, `export`.

use std::path::Path;

use super::output::separate;
use super::{Failure, Format, language, load, print, save};
use crate::dataset::{Dataset, Dialect, Entry, Language, to_csv, to_json};
use crate::locale::language_for;
use crate::reading::nothing_to_show;

/// Says which views have nothing to show, why, and which ones have something.
pub(super) fn tell_empty_views(data: &Dataset) {
    for view in nothing_to_show(data) {
        eprintln!("{view}");
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
