//! The records behind a view as rows and columns.

mod groups;
mod listing;
mod rows;

pub use groups::{Asked, Group, groups};
pub use listing::list;
pub use rows::{CitationNumber, Listing, Of, Sort, TableColumn, TableRow, cited, table};
