//! Rows before the check: the same for CSV and JSON, each cell with its place.

use super::diagnostic::{Diagnostic, Place};
use super::language::{Language, LocalText};
use super::schema::{TABLES, Table};
use super::value::Value;

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Flag(bool),
    List(Vec<String>),
    /// A value that no cell can hold; the name of what it is.
    Odd(&'static str),
}

#[derive(Debug)]
pub struct RawRow {
    /// As many as [`Table::width`].
    pub cells: Vec<Cell>,
    pub origin: RowOrigin,
}

/// What a cell's place is computed from, once it is needed.
#[derive(Debug)]
pub enum RowOrigin {
    /// Byte offsets of the cells in the file's text.
    Offsets(Vec<u32>),
    /// The record's JSON path.
    Path(String),
}

#[derive(Debug)]
pub struct RawTable {
    pub table: &'static Table,
    pub rows: Vec<RawRow>,
    /// The file's name and text; empty for JSON.
    pub file: String,
    pub text: String,
    /// False where rows could not be read: what refers to them is then not judged.
    pub whole: bool,
}

/// One version of the data, as texts.
#[derive(Debug, Default)]
pub struct RawVersion {
    pub version: String,
    pub date: String,
    pub note: LocalText,
}

/// The package's own properties, as texts.
#[derive(Debug, Default)]
pub struct RawMeta {
    pub name: String,
    pub title: String,
    pub version: String,
    pub created: String,
    pub reporting: String,
    pub license: String,
    pub versions: Vec<RawVersion>,
    /// What stands before a property in its path: `data/datapackage.json: ` or `meta.`.
    pub place: String,
    /// False where it could not be read at all.
    pub whole: bool,
}

#[derive(Debug)]
pub struct Raw {
    pub meta: RawMeta,
    /// In the order of [`TABLES`].
    pub tables: Vec<RawTable>,
}

impl Raw {
    pub fn empty() -> Raw {
        Raw { meta: RawMeta::default(), tables: TABLES.map(RawTable::empty).into() }
    }

    pub fn table(&self, table: &'static Table) -> &RawTable {
        let at = TABLES.iter().position(|known| known.name == table.name).unwrap_or(0);
        &self.tables[at]
    }

    pub fn table_mut(&mut self, table: &'static Table) -> &mut RawTable {
        let at = TABLES.iter().position(|known| known.name == table.name).unwrap_or(0);
        &mut self.tables[at]
    }
}

/// The property `versions`; what is not there, or is no text, is empty.
pub fn versions(list: Option<&Value>) -> Vec<RawVersion> {
    let text = |value: &Value, key: &str| {
        value.get(key).and_then(Value::as_text).unwrap_or_default().to_owned()
    };
    let mut versions = Vec::new();
    for value in list.and_then(Value::as_list).unwrap_or_default() {
        let mut version = RawVersion {
            version: text(value, "version"),
            date: text(value, "date"),
            note: LocalText::default(),
        };
        if let Some(note) = value.get("note") {
            version.note =
                Language::BUILT_IN.into_iter().map(|one| (one, text(note, one.code()))).collect();
        }
        versions.push(version);
    }
    versions
}

impl RawMeta {
    /// The place of one property.
    pub fn at(&self, property: &str) -> Place {
        Place::Path([&self.place, property].concat())
    }
}

impl RawTable {
    pub fn empty(table: &'static Table) -> RawTable {
        RawTable { table, rows: Vec::new(), file: String::new(), text: String::new(), whole: true }
    }

    /// The place of a cell.
    pub fn place(&self, row: usize, cell: usize) -> Place {
        match &self.rows[row].origin {
            RowOrigin::Offsets(offsets) => {
                place_of(&self.file, &self.text, offsets.get(cell).map_or(0, |at| *at as usize))
            }
            RowOrigin::Path(path) => {
                Place::Path([path.as_str(), ".", &self.table.key(cell)].concat())
            }
        }
    }

    pub fn report(&self, row: usize, cell: usize, what: String, hint: &str) -> Diagnostic {
        Diagnostic { place: self.place(row, cell), what, hint: hint.into() }
    }
}

/// The line and column of a byte offset; column in characters, both from 1.
pub fn place_of(file: &str, text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Place::File {
        file: file.into(),
        line: before.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1,
        column: before[line_start..].chars().count() as u32 + 1,
    }
}
