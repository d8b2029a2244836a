//! The package's own words.

use super::super::schema::MAX_TERMS;
use super::super::terms::{EventKind, Measure, Role, Sector, Term, Unit};
use super::super::vocabulary::{List, Outline};
use super::cells::Row;
use super::index::Index;
use super::{Check, rules};

impl Check<'_> {
    pub(super) fn read_terms(&mut self, rows: &[Row]) {
        let mut seen = Index::new();
        for row in &rows[..rows.len().min(MAX_TERMS)] {
            let list: List = self.word(*row, "list");
            let key = self.id(*row, "key");
            let known = match list {
                List::Measure => Measure::WORDS,
                List::Kind => EventKind::WORDS,
                List::Sector => Sector::WORDS,
                List::Role => Role::WORDS,
                List::Unit => &["ratio", "count"],
            };
            if known.contains(&&*key) {
                self.fault(*row, "key", &rules::KNOWN_TERM, &key);
            } else if seen.insert([list.as_str(), "\0", &key].concat(), row.row).is_some() {
                self.fault(*row, "key", &rules::DUPLICATE, &key);
            }
            let (mut many, mut shape) = (Default::default(), None);
            if list == List::Kind {
                many = self.optional_local(*row, "many");
                shape = (!row.is_empty("shape")).then(|| self.word::<Outline>(*row, "shape"));
            } else {
                self.only_of_kinds(*row, "many");
                self.only_of_kinds(*row, "shape");
            }
            let label = self.local(*row, "label");
            self.terms.push(Term { list, key, label, many, shape, units: Vec::new() });
        }
        if let Some(row) = rows.get(MAX_TERMS) {
            self.fault(*row, "key", &rules::TOO_MANY_TERMS, "");
        }
        // A measure may name a unit that stands below it.
        for (at, row) in rows.iter().enumerate().take(MAX_TERMS) {
            let mut units = Vec::new();
            for word in self.list(*row, "units") {
                units.extend(self.known_unit(*row, "units", &word));
            }
            if !units.is_empty() && self.terms[at].list != List::Measure {
                self.fault(*row, "units", &rules::UNITS_OF_MEASURES, "");
            }
            self.terms[at].units = units;
        }
    }

    fn only_of_kinds(&mut self, row: Row, column: &str) {
        if !row.is_empty(column) {
            self.fault(row, column, &rules::OF_KINDS, "");
        }
    }

    /// The own term of a list that a key stands for.
    pub(super) fn own_term(&self, list: List, key: &str) -> Option<usize> {
        self.terms.iter().position(|term| term.list == list && term.key == key)
    }

    /// The units that the package's own measure takes; empty means any.
    pub(super) fn units_of(&self, measure: Measure) -> &[Unit] {
        let at = measure.index().checked_sub(Measure::WORDS.len());
        at.and_then(|at| self.terms.get(at)).map_or(&[], |term| &term.units)
    }
}
