//! A column and its role: a field, values, or nothing that is known.

use std::collections::HashSet;

use super::context::Context;
use super::mixed::Mixed;
use super::pivot_rows::Pivot;
use super::told::Saying;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Role {
    Field(&'static str),
    Value,
    /// Not used, and why.
    Left(Saying),
}

#[derive(Clone, Debug)]
pub(super) struct ReadColumn {
    pub index: usize,
    /// The words of its header, from top to bottom.
    pub header: String,
    pub role: Role,
    pub context: Context,
    /// The user said what it is.
    pub told: bool,
    /// What a note calls the cell, by its key in `made.csv`.
    pub made: &'static str,
}

/// What a row is that stands below a partner's name and has none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Below {
    /// It may be the partner's too.
    Same,
    /// Partners are named anew in each of their rows: it is nobody's.
    None,
}

#[derive(Debug)]
pub(super) struct Columns {
    pub all: Vec<ReadColumn>,
    /// What titles, the sheet's and the file's name say.
    pub context: Context,
    /// Columns that cut trade into parts, and what stands in them for the whole.
    pub parts: Vec<(usize, &'static [&'static str])>,
    /// The column of a commodity's code or name, and the one that names it.
    pub commodity: Option<(usize, usize)>,
    /// Flows may stand as the codes of UN Comtrade and SDMX: 1 and 2, M and X.
    pub codes: bool,
    /// A column of partners and of periods.
    pub pivot: Option<Pivot>,
    /// Units of several measures, as one text says them.
    pub mixed: Mixed,
    /// What a blank cell below a partner's name is; none where none names a partner.
    pub below: Option<Below>,
    /// A header is asked about, without which there are no values.
    pub waits: bool,
    /// Rows that say something of the whole table.
    pub titles: HashSet<usize>,
}

impl Columns {
    pub(super) fn has_values(&self) -> bool {
        self.values().next().is_some()
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &ReadColumn> {
        self.all.iter().filter(|column| column.role == Role::Value)
    }

    /// Whether columns of values say different units.
    pub(super) fn differ(&self) -> bool {
        let unit = |column: &ReadColumn| {
            let Context { unit, unclear, .. } = &column.context;
            unit.clone().or_else(|| unclear.clone())
        };
        let mut units = self.values().filter_map(unit);
        units.next().is_some_and(|first| units.any(|unit| unit != first))
    }

    /// The columns of a field, from left to right.
    pub(super) fn of(&self, field: &'static str) -> impl Iterator<Item = &ReadColumn> {
        self.all.iter().filter(move |column| column.role == Role::Field(field))
    }

    pub(super) fn has(&self, field: &'static str) -> bool {
        self.of(field).next().is_some()
    }
}
