//! What a reader takes away: the records behind a view as data, and their sources as references.

mod about;
mod bibtex;
mod csl;
mod png;

pub use about::About;
pub use png::with_texts;

use super::records::records;
use super::table::cited;
use super::{Json, source_name};
use crate::chart::Chart;
use crate::dataset::{Code, Dataset, Entry, Source, to_csv, to_json, to_json_of};
use crate::locale::{Locale, append, day, stop};
use crate::view::State;

/// The records behind a view; `shown` are the partners of its chart.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    pub data: &'a Dataset,
    pub state: &'a State,
    pub locale: &'a Locale,
    pub shown: &'a [Code],
}

impl<'a> Export<'a> {
    /// One row a record, texts in the reader's language.
    pub fn csv(self) -> String {
        to_csv(self.data, &self.records(), self.locale.language)
    }

    /// The contract's form, restricted to the view; in all languages that the dataset holds.
    pub fn json(self) -> String {
        let mut json = Json::new();
        json.value(&to_json_of(self.data, &self.records()));
        json.finish()
    }

    /// The sources of the chosen record, else of all, as BibTeX.
    pub fn bibtex(self) -> String {
        let mut text = String::new();
        for source in self.sources() {
            bibtex::push(source, &mut text);
        }
        text
    }

    /// The same as CSL-JSON.
    pub fn csl(self) -> String {
        let mut json = Json::new();
        json.array(self.sources(), |json, source| csl::write(source, json));
        json.finish()
    }

    fn records(self) -> Vec<Entry<'a>> {
        records(self.data, self.state, self.shown)
    }

    fn sources(self) -> Vec<&'a Source> {
        let chosen = self.state.select.as_deref().and_then(|id| self.data.entry(id));
        let entries = chosen.map_or_else(|| self.records(), |entry| vec![entry]);
        let source = |at: u16| &self.data.sources[usize::from(at)];
        cited(&entries).into_iter().map(source).collect()
    }
}

/// The whole dataset in the contract's JSON form.
pub fn whole(data: &Dataset) -> String {
    let mut json = Json::new();
    json.value(&to_json(data));
    json.finish()
}

/// How to cite a chart, or where a record is chosen its sources: one line each.
pub fn citation(data: &Dataset, state: &State, locale: &Locale, chart: &Chart) -> String {
    let chosen = state.select.as_deref().and_then(|id| data.record(id));
    let mut text = String::new();
    for cited in chosen.map_or(&[][..], |record| &record.citations) {
        let source = &data.sources[usize::from(cited.source)];
        append(&mut text, "\n", &source_name(source, locale));
        append(&mut text, ", ", source.url.as_deref().unwrap_or(""));
    }
    if text.is_empty() {
        text = chart.headline.clone();
        stop(&mut text);
        for part in [data.meta.title.as_str(), &data.meta.version, &day(locale, data.meta.created)]
        {
            let between = if part == data.meta.title { " " } else { ", " };
            append(&mut text, between, part);
        }
        stop(&mut text);
    }
    text
}
