//! What the dataset weighs: by language and by table.

use crate::sizes::brotli;
use anyhow::Result;
use bilateral::dataset::Dataset;
use bilateral::publish::Told;

use super::Weight;

/// A table, and how to leave it out.
type Table = (&'static str, fn(&mut Dataset));

const TABLES: [Table; 10] = [
    ("sources", |data| data.sources.clear()),
    ("partners", |data| data.partners.clear()),
    ("notes", |data| data.notes.clear()),
    ("figures", |data| data.figures.clear()),
    ("figures that are computed", |data| data.computed.clear()),
    ("events", |data| data.events.clear()),
    ("projects", |data| data.projects.clear()),
    ("sectors", |data| data.sectors.clear()),
    ("people", |data| data.people.clear()),
    ("conflicts", |data| data.conflicts.clear()),
];

/// What each language adds, texts and words.
pub(super) fn languages(told: &Told) -> Result<Vec<Weight>> {
    let parts = told.data.to_parts();
    let mut all = Vec::new();
    for (language, words) in &told.languages {
        let texts = parts.texts.iter().find(|(one, _)| one == language);
        let texts = texts.map_or(&[][..], |(_, texts)| texts);
        for (what, bytes) in [("texts", texts), ("words", words)] {
            all.push(Weight::of(format!("{} {what}", language.code()), bytes)?);
        }
    }
    Ok(all)
}

/// What each table adds to what the languages share: how much lighter that is without it.
pub(super) fn tables(told: &Told) -> Result<Vec<Weight>> {
    let whole = told.data.to_parts().base;
    let brotli_whole = brotli(&whole)?;
    let mut all = Vec::new();
    for (name, clear) in TABLES {
        let mut data = told.data.clone();
        clear(&mut data);
        let rest = data.to_parts().base;
        all.push(Weight {
            name: name.to_owned(),
            raw: whole.len().saturating_sub(rest.len()),
            brotli: brotli_whole.saturating_sub(brotli(&rest)?),
        });
    }
    all.push(Weight::of("what the languages share, whole".to_owned(), &whole)?);
    Ok(all)
}
