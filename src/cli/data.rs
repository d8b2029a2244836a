//! `check`, `compile`, `export`.

use std::path::Path;

use super::{Failure, Format, load, print, save};
use crate::dataset::{Entry, Language, to_csv, to_json};

pub fn check(dir: &Path) -> Result<(), Failure> {
    let data = load(dir)?;
    let counts = [
        (data.figures.len(), "figures"),
        (data.events.len(), "events"),
        (data.projects.len(), "projects"),
        (data.sectors.len(), "sector mentions"),
        (data.people.len(), "people"),
        (data.conflicts.len(), "conflicts"),
        (data.sources.len(), "sources"),
        (data.partners.len(), "countries"),
    ];
    let counts: Vec<_> = counts.iter().map(|(count, noun)| format!("{count} {noun}")).collect();
    print(&format!("{} {}: {}\n", data.meta.name, data.meta.version, counts.join(", ")))
}

pub fn compile(dir: &Path, output: &Path) -> Result<(), Failure> {
    let bytes = load(dir)?.to_bytes().map_err(|error| Failure::Usage(error.to_string()))?;
    save(output, &bytes)?;
    print(&format!("{}: {} bytes\n", output.display(), bytes.len()))
}

pub fn export(dir: &Path, format: Format, language: &str) -> Result<(), Failure> {
    let known = |language: &Language| language.built_in().is_some();
    let language = Language::from_tag(language).filter(known).ok_or_else(|| {
        Failure::Usage(format!("unknown language \"{language}\"; use en, az, ru, kk or tg"))
    })?;
    let data = load(dir)?;
    match format {
        Format::Csv => {
            let all: Vec<Entry> = data.entries().collect();
            print(&to_csv(&data, &all, language))
        }
        Format::Json => {
            let json = serde_json::to_string_pretty(&to_json(&data));
            let json = json.map_err(|error| Failure::Usage(format!("cannot print: {error}")))?;
            print(&(json + "\n"))
        }
    }
}
