//! The rows of a pivot table, as its one column of partners and periods groups them.

use std::collections::HashMap;

use super::sayings;
use super::told::Saying;

/// What a row of the column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Line {
    /// A partner or a period whose rows follow; its own values are their total.
    Group,
    Total,
    /// A row of the group at that row.
    Of(usize),
}

/// A column of partners and periods.
#[derive(Debug)]
pub(super) struct Pivot {
    pub column: usize,
    pub lines: HashMap<usize, Line>,
}

impl Pivot {
    /// Why a row is not read; none where it is one of a group.
    pub(super) fn set_aside(&self, row: usize) -> Option<Saying> {
        match self.lines.get(&row) {
            Some(Line::Group | Line::Total) => Some(sayings::TOTAL.into()),
            _ => None,
        }
    }
}
