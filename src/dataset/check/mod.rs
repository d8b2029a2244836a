//! The one check: raw rows in, a dataset or all diagnostics out.
//!
//! Every reader returns something usable after a fault, so that one run finds all of them; the
//! dataset is dropped as soon as anything was reported.

mod cells;
mod citations;
mod facts;
mod records;
mod text;

use std::collections::BTreeMap;

use super::diagnostic::Diagnostic;
use super::edtf::{Day, Edtf};
use super::language::LocalText;
use super::model::{Citation, Code, Dataset, Meta, NoteId};
use super::raw::{Raw, RawTable};
use super::schema::{
    CITATIONS, CONFLICTS, EVENTS, FIGURES, MAX_INDEXED, NOTES, PARTNERS, PEOPLE, PROJECTS, SECTORS,
    SOURCES, TABLES, Table,
};
use cells::Row;

/// Row numbers by key: a source's, note's or record's id, or a partner's code.
type Index = BTreeMap<String, usize>;

/// Builds the dataset, unless `found` is not empty or the check adds to it.
pub fn check(raw: &Raw, found: Vec<Diagnostic>) -> Result<Dataset, Vec<Diagnostic>> {
    let mut check = Check {
        raw,
        found,
        created: None,
        sources: Index::new(),
        partners: Index::new(),
        note_rows: Index::new(),
        notes: Vec::new(),
        note_ids: vec![None; raw.table(&NOTES).rows.len()],
        records: Index::new(),
        citations: BTreeMap::new(),
    };
    for table in TABLES {
        text::check(raw.table(table), &mut check.found);
    }
    let meta = check.meta();
    check.sources = check.index(&SOURCES, "id");
    check.partners = check.index(&PARTNERS, "code");
    check.note_rows = check.index(&NOTES, "id");
    for table in [&FIGURES, &EVENTS, &PROJECTS, &SECTORS, &PEOPLE, &CONFLICTS] {
        let ids = check.index(table, "id");
        check.join(table, ids);
    }
    check.citations();
    let dataset = Dataset {
        meta,
        sources: check.each(&SOURCES, Check::source),
        partners: check.each(&PARTNERS, Check::partner),
        figures: check.each(&FIGURES, Check::figure),
        events: check.each(&EVENTS, Check::event),
        projects: check.each(&PROJECTS, Check::project),
        sectors: check.each(&SECTORS, Check::sector),
        people: check.each(&PEOPLE, Check::person),
        conflicts: check.each(&CONFLICTS, Check::conflict),
        notes: core::mem::take(&mut check.notes),
    };
    check.unused_notes();
    check.same_facts();
    if check.found.is_empty() { Ok(dataset) } else { Err(check.found) }
}

struct Check<'a> {
    raw: &'a Raw,
    found: Vec<Diagnostic>,
    /// None where it could not be read: nothing is then too early or too late.
    created: Option<Day>,
    sources: Index,
    partners: Index,
    note_rows: Index,
    /// The notes that records point at, in the order of their first use.
    notes: Vec<LocalText>,
    /// By row of the notes table.
    note_ids: Vec<Option<NoteId>>,
    /// Ids of all records and conflicts: 1 for a record, which can be cited, 0 for a conflict.
    records: Index,
    /// By record id.
    citations: BTreeMap<String, Vec<Citation>>,
}

impl<'a> Check<'a> {
    fn rows(&self, table: &'static Table) -> impl Iterator<Item = Row<'a>> + use<'a> {
        let table: &'a RawTable = self.raw.table(table);
        (0..table.rows.len()).map(move |row| Row { table, row })
    }

    fn each<T>(&mut self, table: &'static Table, one: fn(&mut Check<'a>, Row<'a>) -> T) -> Vec<T> {
        self.rows(table).map(|row| one(self, row)).collect()
    }

    fn fault(&mut self, row: Row, column: &str, what: &[&str], hint: &str) {
        self.found.push(row.table.report(row.row, row.position(column), what.concat(), hint));
    }

    fn meta(&mut self) -> Meta {
        let meta = &self.raw.meta;
        let fault = |property, what: &str, hint: &str| Diagnostic {
            place: meta.at(property),
            what: what.into(),
            hint: hint.into(),
        };
        if !meta.whole {
            return Meta::default();
        }
        for (property, text) in [
            ("name", &meta.name),
            ("title", &meta.title),
            ("version", &meta.version),
            ("license", &meta.license),
        ] {
            if text.is_empty() {
                self.found.push(fault(property, "missing", "every dataset names it"));
            } else if text::fault_of(text, 200).is_some() {
                let hint = "plain text of at most 200 characters";
                self.found.push(fault(property, "not a plain text", hint));
            }
        }
        let day = meta.created.get(..10).and_then(|day| Edtf::parse(day).ok());
        match day {
            Some(Edtf::Date(date)) if date.day > 0 => self.created = Some(date.first()),
            _ => self.found.push(fault("created", "not a day", "write it as 2026-11-21")),
        }
        let reporting = Code::parse(&meta.reporting);
        if reporting.is_none() {
            let hint = "the country whose trade it is, as an ISO 3166-1 alpha-2 code";
            self.found.push(fault("reporting", "not a country", hint));
        }
        Meta {
            name: meta.name.clone(),
            title: meta.title.clone(),
            version: meta.version.clone(),
            created: self.created.unwrap_or_default(),
            reporting: reporting.unwrap_or_default(),
            license: meta.license.clone(),
        }
    }

    /// Rows by key; a key that stands twice is a fault.
    fn index(&mut self, table: &'static Table, column: &'static str) -> Index {
        let mut index = Index::new();
        let indexed = [&SOURCES, &PARTNERS, &NOTES].iter().any(|one| one.name == table.name);
        for row in self.rows(table) {
            if indexed && row.row == MAX_INDEXED {
                self.fault(row, column, &["more than 65535 rows"], "split the dataset");
                break;
            }
            let key = if column == "id" { self.id(row, column) } else { self.text(row, column) };
            if key.is_empty() {
                continue;
            }
            if index.insert(key.clone(), row.row).is_some() {
                let noun = if column == "id" { "id" } else { "partner" };
                self.fault(
                    row,
                    column,
                    &["duplicate ", noun, " \"", &key, "\""],
                    "every one stands once",
                );
            }
        }
        index
    }

    /// Ids are unique across all kinds of records.
    fn join(&mut self, table: &'static Table, ids: Index) {
        let rank = usize::from(table.name != CONFLICTS.name);
        for (id, at) in ids {
            if self.records.insert(id.clone(), rank).is_some() {
                let row = Row { table: self.raw.table(table), row: at };
                self.fault(row, "id", &["duplicate id \"", &id, "\""], "another table has it too");
            }
        }
    }

    fn is_record(&self, id: &str) -> bool {
        self.records.get(id) == Some(&1)
    }

    /// Whether every table of records could be read, so that a missing id is a fault.
    fn records_whole(&self) -> bool {
        [&FIGURES, &EVENTS, &PROJECTS, &SECTORS, &PEOPLE]
            .iter()
            .all(|table| self.raw.table(table).whole)
    }

    fn citations_whole(&self) -> bool {
        self.raw.table(&CITATIONS).whole && self.raw.table(&SOURCES).whole
    }

    fn unused_notes(&mut self) {
        if !self.records_whole() || !self.raw.table(&CONFLICTS).whole {
            return;
        }
        for row in self.rows(&NOTES) {
            if self.note_ids[row.row].is_none() && row.row < MAX_INDEXED {
                let id = self.id(row, "id");
                self.fault(row, "id", &["unused note \"", &id, "\""], "point at it, or remove it");
            }
        }
    }
}
