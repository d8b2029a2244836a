//! What an import is told in: rows with their places, and lists of sentences.

use std::fmt;

use serde_json::{Map, Value};

use super::grid::{At, Grid};

/// What a package says of itself.
#[derive(Clone, Debug, Default)]
pub struct PackageMeta {
    pub title: String,
    /// ISO 3166-1 alpha-2; empty where nobody knows yet.
    pub reporting: String,
    pub publisher: String,
    pub url: String,
    /// Further properties of `datapackage.json`, as they came.
    pub properties: Map<String, Value>,
}

/// Something that was not said and is assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    /// A file, a sheet, a column or a cell: `Sheet1!B7`.
    pub place: String,
    pub what: String,
}

/// Something that cannot be assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub place: String,
    pub what: String,
    /// The options of the command line that answer it, one of them a line.
    pub answers: Vec<String>,
}

/// Neighbouring cells of one column that found no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// The first cell, and the last row.
    pub first: At,
    pub last_row: u32,
    /// `Sheet1!B7` or `Sheet1!B7:B12`.
    pub place: String,
    /// The first cell's text.
    pub text: String,
    pub why: String,
}

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub place: String,
    pub what: String,
}

/// A row of the contract, and where its cells came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordRow {
    pub cells: Vec<String>,
    /// Columns of the row, each with a cell that it was made of.
    pub from: Vec<(u16, At)>,
}

/// A table of the contract.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordTable {
    /// `figures`, `events`, `sources`, …
    pub name: String,
    pub columns: Vec<String>,
    pub rows: Vec<RecordRow>,
}

/// Files whose tables are found and not yet read.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    pub grids: Vec<Grid>,
    /// The file of each grid.
    pub sources: Vec<String>,
    /// What was assumed to find them.
    pub inferred: Vec<Inference>,
    /// Files of a package that hold no rows, unchanged.
    pub files: Vec<(String, Vec<u8>)>,
    pub meta: PackageMeta,
}

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnUse {
    pub grid: u16,
    pub column: u16,
    /// The words of its header.
    pub header: String,
    /// A field of [`FIELDS`], a measure or, in a table of the contract, the column's own name; empty
    /// where it is left.
    pub field: String,
    /// Whether it holds values.
    pub is_value: bool,
}

/// What became of the files.
#[derive(Debug, Default)]
pub struct Imported {
    pub meta: PackageMeta,
    pub tables: Vec<RecordTable>,
    pub columns: Vec<ColumnUse>,
    pub inferred: Vec<Inference>,
    pub questions: Vec<Question>,
    pub leftovers: Vec<Leftover>,
    /// Cells that say what others are: titles, headers, names of sections.
    pub named: Vec<At>,
    /// Files of a package that hold no rows, unchanged.
    pub files: Vec<(String, Vec<u8>)>,
    /// The names of the grids that places refer to.
    pub grids: Vec<String>,
}

impl Inference {
    pub(super) fn new(place: &str, what: String) -> Inference {
        Inference { place: place.into(), what }
    }
}

impl Refusal {
    pub(super) fn new(place: &str, what: String) -> Refusal {
        Refusal { place: place.into(), what }
    }
}

impl fmt::Display for Inference {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}

impl fmt::Display for Leftover {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let text: String = self.text.chars().take(40).collect();
        write!(out, "{}: \"{text}\": {}", self.place, self.why)
    }
}

impl Imported {
    /// The table of that name.
    pub fn table(&self, name: &str) -> Option<&RecordTable> {
        self.tables.iter().find(|table| table.name == name)
    }
}
