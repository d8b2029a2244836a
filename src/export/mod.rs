//! What a reader takes away: the records behind a view as data, and their sources as references.

mod about;
mod bibtex;
mod csl;
mod figure;
mod note;
mod png;

pub use about::About;
pub use figure::{MARGIN, figure};
pub use png::with_texts;

use crate::dataset::{Dataset, Dialect, Entry, Source, to_csv, to_json, to_json_of};
use crate::reading::records;
use crate::table::cited;
use crate::wire::Json;
use crate::words::Telling;

/// The records behind a view.
#[derive(Clone, Copy)]
pub struct Export<'a>(pub Telling<'a>);

impl<'a> Export<'a> {
    /// One row a record, texts in the reader's language.
    pub fn csv(self) -> String {
        to_csv(self.0.data, &self.records(), self.0.locale.language, Dialect::default())
    }

    /// The contract's form, restricted to the view; in all languages that the dataset holds.
    pub fn json(self) -> String {
        let mut json = Json::new();
        json.value(&to_json_of(self.0.data, &self.records()));
        json.finish()
    }

    /// The sources of the chosen record, else of all, as BibTeX.
    pub fn bibtex(self) -> String {
        let mut text = String::new();
        for source in self.sources() {
            bibtex::push(source, self.0.locale, &mut text);
        }
        text
    }

    /// The same as CSL-JSON.
    pub fn csl(self) -> String {
        let mut json = Json::new();
        json.array(self.sources(), |json, source| csl::write(source, self.0.locale, json));
        json.finish()
    }

    fn records(self) -> Vec<Entry<'a>> {
        records(self.0.data, self.0.reading)
    }

    fn sources(self) -> Vec<&'a Source> {
        let chosen = self.0.reading.state.select.as_deref().and_then(|id| self.0.data.entry(id));
        let entries = chosen.map_or_else(|| self.records(), |entry| vec![entry]);
        let source = |at: u32| &self.0.data.sources[at as usize];
        cited(&entries).into_iter().map(source).collect()
    }
}

/// The whole dataset in the contract's JSON form.
pub fn whole(data: &Dataset) -> String {
    let mut json = Json::new();
    json.value(&to_json(data));
    json.finish()
}
