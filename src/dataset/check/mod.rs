//! The one check: raw rows in, a dataset or all diagnostics out.
//!
//! Every reader returns something usable after a fault, so that one run finds all of them; the
//! dataset is dropped as soon as anything was reported.

mod cells;
mod citations;
mod facts;
mod index;
mod meta;
mod records;
mod rules;
mod text;

use super::diagnostic::Diagnostic;
use super::edtf::Day;
use super::language::LocalText;
use super::model::{Citation, Dataset, NoteId};
use super::raw::{Raw, RawTable};
use super::schema::{
    CITATIONS, CONFLICTS, EVENTS, FIGURES, MAX_INDEXED, NOTES, PARTNERS, PEOPLE, PROJECTS, SECTORS,
    SOURCES, TABLES, Table,
};
use cells::Row;
use index::Index;
use rules::Rule;

/// The slot of a conflict: it cannot be cited, nor be part of another conflict.
const NO_SLOT: usize = usize::MAX;

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
        citations: Vec::new(),
    };
    for table in TABLES {
        text::check(raw.table(table), &mut check.found);
    }
    let meta = check.meta();
    check.sources = check.index(&SOURCES, "id");
    check.partners = check.index(&PARTNERS, "code");
    check.note_rows = check.index(&NOTES, "id");
    for table in [&FIGURES, &EVENTS, &PROJECTS, &SECTORS, &PEOPLE, &CONFLICTS] {
        check.join(table);
    }
    check.citations();
    let mut dataset = Dataset {
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
        computed: Vec::new(),
        terms: Vec::new(),
        eras: Vec::new(),
    };
    check.unused_notes();
    check.same_facts();
    dataset.compute();
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
    /// Slots in `citations`, by id.
    records: Index,
    /// None until the record is cited.
    citations: Vec<Option<Vec<Citation>>>,
}

impl<'a> Check<'a> {
    fn rows(&self, table: &'static Table) -> impl Iterator<Item = Row<'a>> + use<'a> {
        let table: &'a RawTable = self.raw.table(table);
        (0..table.rows.len()).map(move |row| Row { table, row })
    }

    fn each<T>(&mut self, table: &'static Table, one: fn(&mut Check<'a>, Row<'a>) -> T) -> Vec<T> {
        self.rows(table).map(|row| one(self, row)).collect()
    }

    fn fault(&mut self, row: Row, column: &str, rule: &Rule, text: &str) {
        let what = rules::say(rule.what, column, text);
        self.found.push(row.table.report(row.row, row.position(column), what, rule.hint));
    }

    /// Rows by key; a key that stands twice is a fault.
    fn index(&mut self, table: &'static Table, column: &str) -> Index {
        let mut index = Index::new();
        for row in self.rows(table) {
            if row.row == MAX_INDEXED {
                self.fault(row, column, &rules::TOO_MANY_ROWS, "");
                break;
            }
            let key = if column == "id" { self.id(row, column) } else { self.text(row, column) };
            if !key.is_empty() && index.insert(key, row.row).is_some() {
                self.fault(row, column, &rules::DUPLICATE, row.shown(column));
            }
        }
        index
    }

    /// Gives each record its slot; ids are unique across all kinds of records.
    fn join(&mut self, table: &'static Table) {
        let first = self.citations.len();
        for row in self.rows(table) {
            let slot = if table.name == CONFLICTS.name { NO_SLOT } else { self.citations.len() };
            let id = self.id(row, "id");
            if id.is_empty() {
                continue;
            }
            if let Some(earlier) = self.records.insert(id, slot) {
                let here = earlier >= first || slot == NO_SLOT && earlier == NO_SLOT;
                let rule = if here { &rules::DUPLICATE } else { &rules::DUPLICATE_ELSEWHERE };
                self.fault(row, "id", rule, row.shown("id"));
            }
            if slot != NO_SLOT {
                self.citations.push(None);
            }
        }
    }

    /// The citations of a record; the slot is none for what is no record.
    fn slot(&mut self, id: &str) -> Option<&mut Option<Vec<Citation>>> {
        self.records.get(id).and_then(|slot| self.citations.get_mut(slot))
    }

    /// Whether every table of records could be read, so that a missing id is a fault.
    fn records_whole(&self) -> bool {
        [&FIGURES, &EVENTS, &PROJECTS, &SECTORS, &PEOPLE, &CONFLICTS]
            .iter()
            .all(|table| self.raw.table(table).whole)
    }

    fn citations_whole(&self) -> bool {
        self.raw.table(&CITATIONS).whole && self.raw.table(&SOURCES).whole
    }

    fn unused_notes(&mut self) {
        if self.records_whole() {
            for row in self.rows(&NOTES) {
                if self.note_ids[row.row].is_none() {
                    self.fault(row, "id", &rules::UNUSED_NOTE, row.shown("id"));
                }
            }
        }
    }
}
