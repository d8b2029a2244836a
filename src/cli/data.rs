//! `compile`, `export`.

use std::path::Path;

use super::output::separate;
use super::{Failure, Format, load, print, save};
use crate::dataset::{Dataset, Dialect, Entry, Language, to_csv, to_json};
use crate::reading::nothing_to_show;

/// Says which views have nothing to show, why, and which ones have something.
pub fn tell_empty_views(data: &Dataset) {
    for view in nothing_to_show(data) {
        eprintln!("{view}");
    }
}

pub fn compile(dir: &Path, output: &Path) -> Result<(), Failure> {
    separate(output, dir)?;
    let bytes = load(dir)?.to_bytes().map_err(|error| Failure::Usage(error.to_string()))?;
    save(output, &bytes)?;
    print(&format!("{}: {} bytes\n", output.display(), bytes.len()))
}

pub fn export(dir: &Path, format: Format, language: &str, dialect: Dialect) -> Result<(), Failure> {
    let known = |language: &Language| language.built_in().is_some();
    let language = Language::from_tag(language).filter(known).ok_or_else(|| {
        Failure::Usage(format!("unknown language \"{language}\"; use en, az, ru, kk or tg"))
    })?;
    let data = load(dir)?;
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
