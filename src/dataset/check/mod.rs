//! The one check: raw rows in, a dataset or all diagnostics out.
//!
//! Every reader returns something usable after a fault, so that one run finds all of them; the
//! dataset is dropped as soon as an error was reported.

mod cells;
mod citations;
mod codes;
mod color;
mod facts;
mod index;
mod links;
mod meta;
mod misread;
mod notes;
mod records;
mod rules;
mod sources;
mod terms;
mod text;
mod units;
mod web;

use super::code::Code;
use super::diagnostic::{Diagnostic, Severity};
use super::edtf::Day;
use super::language::{Language, LocalText};
use super::model::{Citation, Dataset, NoteId, Source};
use super::pause::{pause, pause_at};
use super::raw::{Raw, RawTable};
use super::schema::{
    CITATIONS, CONFLICTS, ERAS, EVENTS, FIGURES, NOTES, PARTNERS, PEOPLE, PROJECTS, SECTORS,
    SOURCES, TABLES, TERMS, Table,
};
use super::terms::Term;
use cells::Row;
use index::Index;
use rules::Rule;

/// A dataset with its warnings and notices, or all that is wrong.
pub type Checked = Result<(Dataset, Vec<Diagnostic>), Vec<Diagnostic>>;

/// The slot of a conflict: it cannot be cited, nor be part of another conflict.
const NO_SLOT: usize = usize::MAX;
/// More faults are counted and not listed.
const MOST_FAULTS: usize = 1000;

/// Builds the dataset, unless `found` has an error or the check adds one; pauses every few thousand rows.
pub(super) async fn check(raw: &Raw, found: Vec<Diagnostic>) -> Checked {
    let mut check = Check {
        raw,
        found,
        unlisted: 0,
        created: None,
        languages: raw.languages(),
        terms: Vec::new(),
        implied: Vec::new(),
        sources: Index::new(),
        urls: Index::new(),
        inline: Index::new(),
        inline_sources: Vec::new(),
        default_source: None,
        partners: Index::new(),
        note_rows: Index::new(),
        note_texts: Index::new(),
        notes: Vec::new(),
        note_ids: vec![None; raw.table(&NOTES).rows.len()],
        records: Index::new(),
        citations: Vec::new(),
    };
    for table in TABLES {
        let mut found = Vec::new();
        text::check(raw.table(table), &mut found).await;
        found.into_iter().for_each(|diagnostic| check.push(diagnostic));
    }
    let mut dataset = check.dataset().await;
    check.same_facts().await;
    check.one_value(&dataset).await;
    check.came_true(&dataset).await;
    check.partners_of_itself(&dataset);
    check.one_name(&dataset);
    check.whole_languages(&dataset);
    check.unused_notes();
    check.use_inline_sources(&mut dataset);
    check.tell_unlisted();
    let found = core::mem::take(&mut check.found);
    drop(check);
    pause().await;
    if found.iter().any(Diagnostic::is_error) {
        return Err(found);
    }
    dataset.compute();
    pause().await;
    Ok((dataset, found))
}

struct Check<'a> {
    raw: &'a Raw,
    found: Vec<Diagnostic>,
    /// How many faults came after [`MOST_FAULTS`].
    unlisted: usize,
    /// None where it is not known: nothing is then too early or too late.
    created: Option<Day>,
    /// The package's, the first of which stands in; never empty.
    languages: Vec<Language>,
    terms: Vec<Term>,
    /// Countries that records name where the package declares no partners.
    implied: Vec<Code>,
    sources: Index,
    /// Rows of the sources by their URL.
    urls: Index,
    /// Sources that stand on records themselves, by what stands there.
    inline: Index,
    inline_sources: Vec<Source>,
    /// What records cite that name no source.
    default_source: Option<u32>,
    partners: Index,
    note_rows: Index,
    /// The notes by what they say.
    note_texts: Index,
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
    async fn dataset(&mut self) -> Dataset {
        let meta = self.meta();
        self.terms();
        self.sources = self.index(&SOURCES, "id").await;
        self.partners = self.index(&PARTNERS, "code").await;
        self.note_rows = self.index(&NOTES, "id").await;
        self.index_urls();
        for table in [&FIGURES, &EVENTS, &PROJECTS, &SECTORS, &PEOPLE, &CONFLICTS] {
            self.join(table).await;
        }
        self.citations().await;
        self.find_default_source(&meta);
        let mut dataset = Dataset {
            meta,
            sources: self.each(&SOURCES, Check::source).await,
            partners: self.each(&PARTNERS, Check::partner).await,
            figures: self.each(&FIGURES, Check::figure).await,
            events: self.each(&EVENTS, Check::event).await,
            projects: self.each(&PROJECTS, Check::project).await,
            sectors: self.each(&SECTORS, Check::sector).await,
            people: self.each(&PEOPLE, Check::person).await,
            conflicts: self.each(&CONFLICTS, Check::conflict).await,
            eras: self.each(&ERAS, Check::era).await,
            ..Dataset::default()
        };
        dataset.terms = core::mem::take(&mut self.terms);
        dataset.notes = core::mem::take(&mut self.notes);
        self.add_implied(&mut dataset);
        dataset
    }

    fn rows(&self, table: &'static Table) -> impl Iterator<Item = Row<'a>> + use<'a> {
        let table: &'a RawTable = self.raw.table(table);
        (0..table.rows.len()).map(move |row| Row { table, row })
    }

    async fn each<T>(
        &mut self,
        table: &'static Table,
        one: fn(&mut Check<'a>, Row<'a>) -> T,
    ) -> Vec<T> {
        let mut made = Vec::with_capacity(self.raw.table(table).rows.len());
        for row in self.rows(table) {
            made.push(one(self, row));
            pause_at(row.row).await;
        }
        made
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        if self.found.len() < MOST_FAULTS {
            self.found.push(diagnostic);
        } else {
            self.unlisted += 1;
            // There must be no dataset, whatever filled the list.
            if diagnostic.is_error() && !self.found[0].is_error() {
                self.found[0] = diagnostic;
            }
        }
    }

    fn fault(&mut self, row: Row, column: &str, rule: &Rule, text: &str) {
        if self.found.len() >= MOST_FAULTS && self.found[0].is_error() {
            self.unlisted += 1;
            return;
        }
        let what = rules::say(rule.what, column, text);
        let place = (row.row, row.position(column), None);
        self.push(row.table.report(rule.severity, place, what, rule.hint));
    }

    /// Puts another hint to the last fault.
    fn mend_hint(&mut self, hint: String) {
        if let Some(diagnostic) = self.found.last_mut().filter(|_| self.unlisted == 0) {
            diagnostic.hint = hint;
        }
    }

    fn tell_unlisted(&mut self) {
        if self.unlisted > 0
            && let Some(last) = self.found.last().cloned()
        {
            let what = [&*self.unlisted.to_string(), " more faults"].concat();
            let hint = "mend those that are listed, then check again".into();
            // An error that is not listed has taken the first place.
            let is_error = self.found.iter().any(Diagnostic::is_error);
            let severity = if is_error { Severity::Error } else { Severity::Warning };
            self.found.push(Diagnostic { severity, what, hint, ..last });
        }
    }

    /// Rows by key; a key that stands twice is a fault.
    async fn index(&mut self, table: &'static Table, column: &str) -> Index {
        let mut index = Index::new();
        for row in self.rows(table) {
            let key = if column == "id" { self.id(row, column) } else { self.text(row, column) };
            if !key.is_empty() && index.insert(key, row.row).is_some() {
                self.fault(row, column, &rules::DUPLICATE, row.shown(column));
            }
            pause_at(row.row).await;
        }
        index
    }

    /// The id of a record; one that has none is called after its table and row.
    fn id_of(&mut self, row: Row) -> String {
        match row.is_empty("id") {
            true => [row.table.table.name, "-", &(row.row + 1).to_string()].concat(),
            false => self.optional(row, "id").unwrap_or_default(),
        }
    }

    /// Gives each record its slot; ids are unique across all kinds of records.
    async fn join(&mut self, table: &'static Table) {
        let first = self.citations.len();
        for row in self.rows(table) {
            let slot = if table.name == CONFLICTS.name { NO_SLOT } else { self.citations.len() };
            pause_at(row.row).await;
            let id = self.id_of(row);
            self.plain_id(row, "id", &id);
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

    fn has_rows(&self, table: &'static Table) -> bool {
        let table = self.raw.table(table);
        !table.rows.is_empty() || !table.whole
    }

    fn terms(&mut self) {
        let rows: Vec<Row> = self.rows(&TERMS).collect();
        self.read_terms(&rows);
    }
}
