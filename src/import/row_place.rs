//! Where a row is read, and what keeps it from being read.

use super::column::Columns;
use super::date_reading::Order;
use super::draft::Draft;
use super::grid::{At, Grid};
use super::told::Saying;

/// The most characters of a note.
pub(super) const MAX_NOTE: usize = 240;

/// The place of a row's reading.
pub(super) struct RowPlace<'a> {
    pub grid: usize,
    pub row: usize,
    pub columns: &'a Columns,
    pub order: Option<Order>,
    /// The fields that the table has beside partner, reporter, period, measure, unit and note.
    pub fields: &'static [&'static str],
}

impl RowPlace<'_> {
    pub(super) fn text<'a>(&self, draft: &'a Draft, column: usize) -> &'a str {
        draft.grids[self.grid].cell(self.row, column)
    }

    pub(super) fn sheet<'a>(&self, draft: &'a Draft) -> &'a Grid {
        &draft.grids[self.grid]
    }

    pub(super) fn at(&self, column: usize) -> At {
        Draft::at(self.grid, self.row, column)
    }

    pub(super) fn address(&self, draft: &Draft, column: usize) -> String {
        draft.grids[self.grid].address(self.row, column)
    }
}

/// What keeps a row from being read.
pub(super) enum Stop {
    /// It is left, and why.
    Left(Saying),
    /// Somebody must be asked.
    Asked,
}
