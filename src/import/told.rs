//! What an import is told in: rows with their places, and lists of sentences.

use std::fmt;

use serde_json::{Map, Value};

use super::grid::{At, Grid};
use super::refusals;

/// What a package says of itself.
#[derive(Clone, Debug, Default)]
pub struct PackageMeta {
    /// What readers are told it is.
    pub title: String,
    /// ISO 3166-1 alpha-2; empty where nobody knows yet.
    pub reporting: String,
    /// Who published the figures; empty where nobody knows yet.
    pub publisher: String,
    /// Where they were published; empty where nobody knows yet.
    pub url: String,
    /// Further properties of `datapackage.json`, as they came.
    pub properties: Map<String, Value>,
}

/// A sentence: a form with places in braces, and what stands in them, so that it can be told in any
/// language. Displayed, it is English.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Saying {
    /// The form: `which partner is "{text}"?`
    pub form: &'static str,
    /// The places of the form, and what stands in each.
    pub values: Vec<(&'static str, Piece)>,
}

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// A text of the tables, the same in every language.
    Text(String),
    /// A country by its code, told by its name.
    Country(String),
    /// What is told in the language of the sentence: a reason, the name of a field.
    Said(Saying),
    /// Several, one after another.
    List(Vec<Piece>),
}

/// Something that was not said and is assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    /// A file, a sheet, a column or a cell: `Sheet1!B7`.
    pub place: String,
    /// What is assumed, and why where that is not plain.
    pub what: Saying,
}

/// Something that cannot be assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// A file, a sheet, a column or a cell: `Sheet1!B7`.
    pub place: String,
    /// What is asked.
    pub what: Saying,
    /// The options of the command line that answer it, one of them a line.
    pub answers: Vec<String>,
}

/// Neighbouring cells of one column that found no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// The first cell, and the last row.
    pub first: At,
    /// The last row, from 0.
    pub last_row: u32,
    /// `Sheet1!B7` or `Sheet1!B7:B12`.
    pub place: String,
    /// The first cell's text.
    pub text: String,
    /// Why it found no place.
    pub why: Saying,
}

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file, or the sheet or cell in it.
    pub place: String,
    /// Why it is not read, and what to do instead.
    pub what: Saying,
}

/// A row of the contract, and where its cells came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordRow {
    /// A text for each column of its table; empty where it says nothing.
    pub cells: Vec<String>,
    /// Columns of the row, each with a cell that it was made of.
    pub from: Vec<(u16, At)>,
}

/// A table of the contract.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordTable {
    /// `figures`, `events`, `sources`, …
    pub name: String,
    /// The names of the columns, as the contract has them.
    pub columns: Vec<String>,
    /// The rows, in the order in which the files have them.
    pub rows: Vec<RecordRow>,
}

/// Files whose tables are found and not yet read.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// Its tables, as cells.
    pub grids: Vec<Grid>,
    /// The file of each grid.
    pub sources: Vec<String>,
    /// What was assumed to find them.
    pub inferred: Vec<Inference>,
    /// Files of a package that hold no rows, unchanged.
    pub files: Vec<(String, Vec<u8>)>,
    /// What the package says of itself, where it is one.
    pub meta: PackageMeta,
}

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnUse {
    /// The table, by its place among the grids.
    pub grid: u16,
    /// The column, from 0.
    pub column: u16,
    /// The words of its header.
    pub header: String,
    /// A field of `FIELDS`, a measure or, in a table of the contract, the column's own name; empty
    /// where it is left.
    pub field: String,
    /// Whether it holds values.
    pub is_value: bool,
}

/// What became of the files.
#[derive(Debug, Default)]
pub struct Imported {
    /// What the package says of itself.
    pub meta: PackageMeta,
    /// The tables that have rows.
    pub tables: Vec<RecordTable>,
    /// What each column is taken for.
    pub columns: Vec<ColumnUse>,
    /// What was assumed; each can be overridden by an answer.
    pub inferred: Vec<Inference>,
    /// What must be answered before the package is whole.
    pub questions: Vec<Question>,
    /// Cells that hold something and found no place.
    pub leftovers: Vec<Leftover>,
    /// Cells that say what others are: titles, headers, names of sections.
    pub named: Vec<At>,
    /// Files of a package that hold no rows, unchanged.
    pub files: Vec<(String, Vec<u8>)>,
    /// The names of the grids that places refer to.
    pub grids: Vec<String>,
}

impl Saying {
    pub(crate) fn of(form: &'static str) -> Saying {
        form.into()
    }

    pub(crate) fn with(mut self, place: &'static str, piece: Piece) -> Saying {
        self.values.push((place, piece));
        self
    }

    /// With a text of the tables, or a number, in a place.
    pub(crate) fn text(self, place: &'static str, text: impl ToString) -> Saying {
        self.with(place, Piece::Text(text.to_string()))
    }

    /// With what is told as well.
    pub(super) fn said(self, place: &'static str, what: impl Into<Saying>) -> Saying {
        self.with(place, Piece::Said(what.into()))
    }
}

impl From<&'static str> for Saying {
    fn from(form: &'static str) -> Saying {
        Saying { form, values: Vec::new() }
    }
}

impl From<Refusal> for Saying {
    fn from(Refusal { place, what }: Refusal) -> Saying {
        Saying::of(refusals::AT).text("place", place).said("what", what)
    }
}

impl Inference {
    pub(super) fn new(place: &str, what: impl Into<Saying>) -> Inference {
        Inference { place: place.into(), what: what.into() }
    }
}

impl Refusal {
    pub(super) fn new(place: &str, what: impl Into<Saying>) -> Refusal {
        Refusal { place: place.into(), what: what.into() }
    }
}

impl fmt::Display for Saying {
    /// Places are filled once: a text that has a place's name in braces stays as it is.
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let mut pieces = self.form.split('{');
        out.write_str(pieces.next().unwrap_or_default())?;
        for piece in pieces {
            let (name, rest) = piece.split_once('}').unwrap_or(("", piece));
            if let Some((_, piece)) = self.values.iter().find(|(known, _)| *known == name) {
                write!(out, "{piece}")?;
            }
            out.write_str(rest)?;
        }
        Ok(())
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Piece::Text(text) | Piece::Country(text) => out.write_str(text),
            Piece::Said(saying) => write!(out, "{saying}"),
            Piece::List(pieces) => {
                let pieces: Vec<String> = pieces.iter().map(ToString::to_string).collect();
                out.write_str(&pieces.join(", "))
            }
        }
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

impl Leftover {
    /// How many cells they are.
    pub fn cells(&self) -> usize {
        (self.last_row - self.first.row) as usize + 1
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
