//! The records behind a view as rows and columns.

mod cited;
mod column;
mod groups;
mod listing;
mod rows;
mod sort;

pub use cited::cited;
pub use column::{Of, TableColumn};
pub use groups::{Asked, Group, groups};
pub use listing::list;
pub use rows::{CitationNumber, Listing, TableRow, table};
pub use sort::Sort;
