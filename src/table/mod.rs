//! The records behind a view as rows and columns.

mod listing;
mod rows;

pub use listing::list;
pub use rows::{Column, Number, Of, Row, Sort, Table, cited, table};
