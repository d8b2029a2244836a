//! The dataset's JSON form, `bilateral/1`.
//!
//! Tables are lists under their names; a record holds its citations, its reason and its note.
//! `partner` is one code, `partners` a list of several; what is not known is null or left out.

mod loading;
mod object;
mod read;
mod sums;
mod write;

pub use loading::{Loading, check_json, from_json};
pub use write::{to_json, to_json_of};

const FORMAT: &str = "bilateral/1";
