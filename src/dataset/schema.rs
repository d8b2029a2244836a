//! The tables and their columns: what CSV headers, JSON keys and `datapackage.json` agree on.

use super::language::Language;

/// What a cell holds, and at most how many characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text(usize),
    Number,
    Flag,
    /// Separated by one space in CSV.
    Words,
    /// Separated by `|` in CSV.
    Tokens,
    /// Five columns in CSV (`title_en` … `title_tg`), an object in JSON.
    Local(usize),
    /// The id of a note in CSV, the note's object in JSON.
    Note,
}

#[derive(Debug)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
}

/// One table; `name` is the CSV's stem and the JSON key.
#[derive(Debug)]
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [Column],
}

/// The most bytes that one file may have.
pub const MAX_FILE_BYTES: usize = 32 << 20;
/// The most rows that one table may have.
pub const MAX_ROWS: usize = 200_000;
/// The most sources, notes or partners: their indexes are stored in 16 bits.
pub const MAX_INDEXED: usize = 65_535;
/// The most characters of one word or token in a list, and the most entries.
pub const MAX_TOKEN: usize = 80;
pub const MAX_LIST: usize = 64;

const ID: Kind = Kind::Text(64);
const WORD: Kind = Kind::Text(32);

macro_rules! tables {
    ($($constant:ident = $name:literal { $($column:literal: $kind:expr),+ $(,)? })+) => {$(
        pub static $constant: Table = Table {
            name: $name,
            columns: &[$(Column { name: $column, kind: $kind }),+],
        };
    )+};
}

tables! {
    SOURCES = "sources" {
        "id": ID, "kind": WORD, "publisher": Kind::Text(200), "title": Kind::Text(300),
        "published": WORD, "published_basis": WORD, "url": Kind::Text(600), "file": Kind::Text(120),
    }
    PARTNERS = "partners" {
        "code": WORD, "name": Kind::Local(60), "with": Kind::Local(80), "by": Kind::Local(100),
    }
    NOTES = "notes" { "id": ID, "text": Kind::Local(240) }
    FIGURES = "figures" {
        "id": ID, "partner": Kind::Words, "measure": WORD, "value": Kind::Number, "unit": WORD,
        "qualifier": WORD, "period": WORD, "period_basis": WORD, "reporter": WORD,
        "derived": Kind::Flag, "certainty": WORD, "reason": Kind::Note, "note": Kind::Note,
    }
    EVENTS = "events" {
        "id": ID, "partners": Kind::Words, "kind": WORD, "date": WORD, "date_basis": WORD,
        "status": WORD, "certainty": WORD, "reason": Kind::Note, "note": Kind::Note,
        "title": Kind::Local(100),
    }
    PROJECTS = "projects" {
        "id": ID, "partners": Kind::Words, "sector": WORD, "status": WORD, "date": WORD,
        "certainty": WORD, "reason": Kind::Note, "note": Kind::Note, "title": Kind::Local(100),
    }
    SECTORS = "sectors" {
        "id": ID, "partner": Kind::Words, "sector": WORD, "status": WORD, "certainty": WORD,
        "reason": Kind::Note, "note": Kind::Note,
    }
    PEOPLE = "people" {
        "id": ID, "partner": Kind::Words, "name": Kind::Text(80), "role": WORD,
        "certainty": WORD, "reason": Kind::Note, "note": Kind::Note,
    }
    CONFLICTS = "conflicts" {
        "id": ID, "kind": WORD, "records": Kind::Words, "note": Kind::Note,
    }
    CITATIONS = "citations" {
        "record": ID, "source": ID, "paragraph": Kind::Number, "evidence": Kind::Tokens,
    }
}

/// All tables; those that others refer to come first.
pub static TABLES: [&Table; 10] = [
    &SOURCES, &PARTNERS, &NOTES, &FIGURES, &EVENTS, &PROJECTS, &SECTORS, &PEOPLE, &CONFLICTS,
    &CITATIONS,
];

impl Kind {
    /// How many cells it takes.
    pub fn width(self) -> usize {
        if let Kind::Local(_) = self { Language::BUILT_IN.len() } else { 1 }
    }
}

impl Table {
    /// The position of a column's first cell, and its kind.
    pub fn find(&self, name: &str) -> Option<(usize, Kind)> {
        let mut at = 0;
        for column in self.columns {
            if column.name == name {
                return Some((at, column.kind));
            }
            at += column.kind.width();
        }
        None
    }

    /// How many cells a row has.
    pub fn width(&self) -> usize {
        self.columns.iter().map(|column| column.kind.width()).sum()
    }

    /// The column of a cell, and the cell's position in it.
    fn column(&self, cell: usize) -> (&Column, usize) {
        let mut at = 0;
        for column in self.columns {
            let width = column.kind.width();
            if cell < at + width {
                return (column, cell - at);
            }
            at += width;
        }
        (&self.columns[0], 0)
    }

    /// What a cell holds.
    pub fn kind(&self, cell: usize) -> Kind {
        self.column(cell).0.kind
    }

    /// The CSV header.
    pub fn header(&self) -> Vec<String> {
        let mut header = Vec::new();
        for column in self.columns {
            match column.kind {
                Kind::Local(_) => header.extend(
                    Language::BUILT_IN.map(|language| [column.name, "_", language.code()].concat()),
                ),
                _ => header.push(column.name.into()),
            }
        }
        header
    }

    /// The JSON path of a cell inside its record: `title.en` for the CSV column `title_en`.
    pub fn key(&self, cell: usize) -> String {
        let (column, at) = self.column(cell);
        match column.kind {
            // A note stands inside its record, without a key for its text.
            Kind::Local(_) if self.name == NOTES.name => Language::BUILT_IN[at].code().into(),
            Kind::Local(_) => [column.name, ".", Language::BUILT_IN[at].code()].concat(),
            _ => column.name.into(),
        }
    }
}
