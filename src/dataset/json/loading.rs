//! A JSON dataset, whole or in pieces, from its rows to its check.

use super::super::check::{Checked, check};
use super::super::diagnostic::Diagnostic;
use super::super::edtf::Day;
use super::super::model::Dataset;
use super::super::pause::{Work, at_once};
use super::super::raw::Raw;
use super::super::schema::{MAX_BYTES, TABLES};
use super::super::value::Value;
use super::read::{RawReader, is_json};

/// Checks a JSON dataset; all that is wrong comes back at once, each with its path.
pub fn from_json(value: &Value) -> Result<Dataset, Vec<Diagnostic>> {
    check_json(value).map(|(dataset, _)| dataset)
}

/// As [`from_json`], with the warnings beside the dataset.
pub fn check_json(value: &Value) -> Checked {
    let mut loading = Loading::new();
    loading.head(value);
    at_once(loading.check())
}

/// A JSON dataset that comes in pieces.
pub struct Loading {
    reader: RawReader,
    /// How many bytes may still come.
    left: usize,
}

impl Default for Loading {
    fn default() -> Loading {
        Loading::new()
    }
}

impl Loading {
    /// Nothing of it yet.
    pub fn new() -> Loading {
        Loading { reader: RawReader { raw: Raw::empty(), found: Vec::new() }, left: MAX_BYTES }
    }

    /// Events after this day are planned where neither they nor the dataset say otherwise.
    pub fn asked_on(&mut self, today: Day) {
        self.reader.raw.today = Some(today);
    }

    /// The dataset's object, which comes first; rows of its tables may follow.
    pub fn head(&mut self, value: &Value) {
        if self.takes(size(value)) {
            self.reader.read(value);
        }
    }

    /// Further rows of a table, the first of which has the number `from`, counted from 0.
    pub fn rows(&mut self, table: &str, from: usize, records: &[Value]) {
        let known = TABLES.into_iter().find(|known| is_json(known) && known.name == table);
        let bytes: usize = records.iter().map(|record| size(record) + 1).sum();
        if let Some(table) = known.filter(|_| self.takes(bytes)) {
            self.reader.table(table, from, records);
        }
    }

    fn takes(&mut self, bytes: usize) -> bool {
        let fits = self.left >= bytes;
        self.left = if fits { self.left - bytes } else { 0 };
        fits
    }

    /// The check of all that came; it pauses every few thousand rows.
    pub fn check(self) -> Work<Checked> {
        let Loading { mut reader, left } = self;
        Box::pin(async move {
            if left == 0 {
                reader.found.clear();
                reader.fault("dataset", &["larger than 32 MiB"], "split the dataset");
                return Err(reader.found);
            }
            let checked = check(&reader.raw, reader.found).await;
            reader.raw.let_go().await;
            checked
        })
    }
}

/// How many bytes its texts have at least.
fn size(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len() + 2,
        Value::List(list) => list.iter().map(|item| size(item) + 1).sum(),
        Value::Object(pairs) => pairs.iter().map(|(key, item)| key.len() + 4 + size(item)).sum(),
        Value::Null | Value::Flag(_) | Value::Number(_) => 1,
    }
}
