//! What a reader attends to.

use crate::geometry::Point;

/// One mark, and the records that it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    /// One or more.
    pub records: Vec<String>,
    /// None where the chart does not show the record.
    pub at: Option<Point>,
    /// Whether it is a cluster of marks, or an aside of several records, rather than one mark.
    pub cluster: bool,
    /// A pinned one stays when the pointer moves on.
    pub pinned: bool,
}
