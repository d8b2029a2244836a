//! Where a row is read, and what keeps it from being read.

use super::column::Columns;
use super::date_reading::Order;
use super::draft::Draft;
use super::grid::{At, Grid};
use super::told::Saying;

/// The most characters of a note.
pub(super) const MAX_NOTE: usize = 240;

/// More merged cells than a table for people has are not looked through for each row.
pub(super) const MAX_SPANS: usize = 5_000;

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
        draft.grids[self.grid].cell(self.source(draft, column), column)
    }

    /// The row in which a cell's text stands: merged cells of rows are of each of them.
    pub(super) fn source(&self, draft: &Draft, column: usize) -> usize {
        let sheet = &draft.grids[self.grid];
        if sheet.spans.len() > MAX_SPANS || !sheet.cell(self.row, column).is_empty() {
            return self.row;
        }
        let span = sheet.spanned(self.row, column).filter(|span| span.width == 1);
        span.map_or(self.row, |span| span.row)
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
