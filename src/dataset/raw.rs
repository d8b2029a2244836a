//! Rows before the check: the same for CSV and JSON, each cell with its place.

use super::diagnostic::{Diagnostic, Place, Severity};
use super::edtf::Day;
use super::language::Language;
use super::pause::let_go;
use super::raw_meta::RawMeta;
use super::schema::{SOURCES, TABLES, Table};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Flag(bool),
    List(Vec<String>),
    /// Texts that are not empty, one a language.
    Local(Vec<(Language, String)>),
    /// A value that no cell can hold; the name of what it is.
    Odd(&'static str),
}

#[derive(Debug)]
pub(super) struct RawRow {
    /// One a column of the table.
    pub cells: Vec<Cell>,
    pub origin: RowOrigin,
}

/// What a cell's place is computed from, once it is needed.
#[derive(Debug)]
pub(super) enum RowOrigin {
    /// The byte offset and the line of the row in the file's text.
    Line { offset: u32, line: u32 },
    /// The record's JSON path.
    Path(String),
}

#[derive(Debug)]
pub(super) struct RawTable {
    pub table: &'static Table,
    pub rows: Vec<RawRow>,
    /// The file's name and text; empty for JSON.
    pub file: String,
    pub text: String,
    /// What parts its cells.
    pub separator: u8,
    /// For each column of the file the one of the table, and its language where it has one.
    pub head: Vec<(usize, Option<Language>)>,
    /// False where rows could not be read: what refers to them is then not judged.
    pub whole: bool,
    /// Further files of the table, each with the number of its first row; their rows stand in `rows`.
    pub parts: Vec<(usize, RawTable)>,
}

#[derive(Debug)]
pub(super) struct Raw {
    pub meta: RawMeta,
    /// The day that it is, for a package that does not say when it was made.
    pub today: Option<Day>,
    /// In the order of [`TABLES`].
    pub tables: Vec<RawTable>,
}

impl Raw {
    pub(super) fn empty() -> Raw {
        Raw { meta: RawMeta::default(), today: None, tables: TABLES.map(RawTable::empty).into() }
    }

    /// Lets go of the rows step by step: to free some million texts at once would be a long one.
    pub(super) async fn let_go(self) {
        for table in self.tables {
            let_go(table.rows).await;
        }
    }

    pub(super) fn table(&self, table: &'static Table) -> &RawTable {
        let at = TABLES.iter().position(|known| known.name == table.name).unwrap_or(0);
        &self.tables[at]
    }

    pub(super) fn table_mut(&mut self, table: &'static Table) -> &mut RawTable {
        let at = TABLES.iter().position(|known| known.name == table.name).unwrap_or(0);
        &mut self.tables[at]
    }

    /// The languages that the package names, then those in which there are texts, in the order in
    /// which they stand; never empty. Names of publishers have a text of their own to stand in for them.
    pub(super) fn languages(&self) -> Vec<Language> {
        let named = self.meta.languages.iter().filter_map(|tag| Language::from_tag(tag));
        let mut languages: Vec<Language> = named.collect();
        let mut add = |language: Language| {
            if !languages.contains(&language) {
                languages.push(language);
            }
        };
        for table in self.tables.iter().filter(|table| table.table.name != SOURCES.name) {
            let mut used: Vec<Language> = Vec::new();
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                let Cell::Local(texts) = cell else { continue };
                for (language, _) in texts {
                    if !used.contains(language) {
                        used.push(*language);
                    }
                }
            }
            let in_header = table.head.iter().filter_map(|(_, language)| *language);
            in_header.filter(|language| used.contains(language)).for_each(&mut add);
            used.iter().copied().for_each(&mut add);
        }
        let notes = self.meta.versions.iter().map(|version| &version.note);
        for text in notes.chain([&self.meta.titles]) {
            text.iter().for_each(|(language, _)| add(language));
        }
        if languages.is_empty() {
            languages.push(Language::default());
        }
        languages
    }
}

impl RawTable {
    pub(super) fn empty(table: &'static Table) -> RawTable {
        RawTable {
            table,
            rows: Vec::new(),
            file: String::new(),
            text: String::new(),
            separator: b',',
            head: Vec::new(),
            whole: true,
            parts: Vec::new(),
        }
    }

    /// Takes the rows of a file, the table's first or a further one.
    pub(super) fn add(&mut self, mut part: RawTable) {
        if self.file.is_empty() {
            *self = part;
            return;
        }
        self.whole &= part.whole;
        let rows = core::mem::take(&mut part.rows);
        self.parts.push((self.rows.len(), part));
        self.rows.extend(rows);
    }

    /// The place of a cell, or of the text that it has in a language.
    pub(super) fn place(&self, row: usize, column: usize, language: Option<Language>) -> Place {
        match &self.rows[row].origin {
            RowOrigin::Line { offset, line } => {
                let part = self.parts.iter().rev().find(|(first, _)| *first <= row);
                let part = part.map_or(self, |(_, part)| part);
                let at = part.head.iter().position(|head| *head == (column, language));
                let of_column = || part.head.iter().position(|(known, _)| *known == column);
                let at = at.or_else(of_column).unwrap_or(0);
                part.place_in_line(*offset as usize, *line, at)
            }
            RowOrigin::Path(path) => {
                let name = self.table.columns.get(column).map_or("", |column| column.name);
                let mut path = [path.as_str(), ".", name].concat();
                if let Some(language) = language {
                    path.extend([".", language.code()]);
                }
                Place::Path(path)
            }
        }
    }

    /// The place of the cell number `at` of the row that begins at `offset`.
    fn place_in_line(&self, offset: usize, mut line: u32, at: usize) -> Place {
        let (mut column, mut cells, mut quoted) = (1, 0, false);
        let mut chars = self.text[offset..].chars();
        while cells < at {
            let Some(char) = chars.next() else { break };
            column += 1;
            match char {
                '"' => quoted = !quoted,
                '\n' => (line, column) = (line + 1, 1),
                _ if char == char::from(self.separator) && !quoted => cells += 1,
                _ => {}
            }
        }
        Place::File { file: self.file.clone(), line, column }
    }

    pub(super) fn report(
        &self,
        severity: Severity,
        (row, column, language): (usize, usize, Option<Language>),
        what: String,
        hint: &str,
    ) -> Diagnostic {
        let place = self.place(row, column, language);
        Diagnostic { severity, place, what, hint: hint.into() }
    }
}

/// The line and column of a byte offset; column in characters, both from 1.
pub(super) fn place_of(file: &str, text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Place::File {
        file: file.into(),
        line: before.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1,
        column: before[line_start..].chars().count() as u32 + 1,
    }
}
