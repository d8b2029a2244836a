//! The dataset: its model, its checks, and the bytes it is compiled to.
//!
//! A leaf: it imports only std and its parser crates, and its own files through `super::`,
//! because build.rs mounts the same folder by path. CSV and JSON both become `raw` rows; one
//! `check` turns those into a [`Dataset`] or into all [`Diagnostic`]s at once.

pub mod edtf;
pub mod language;
pub mod model;
pub mod order;
pub mod terms;
pub mod vocabulary;

mod check;
mod codec;
mod computed;
mod decimal;
mod diagnostic;
mod flat;
mod json;
mod nearest;
mod query;
#[cfg_attr(
    target_arch = "wasm32",
    allow(dead_code, reason = "CSV files, and with them places in a file, are read natively")
)]
mod raw;
#[cfg_attr(
    target_arch = "wasm32",
    allow(dead_code, reason = "the size and the header of a file matter where files are read")
)]
mod schema;
mod value;

#[cfg(not(target_arch = "wasm32"))]
mod csv_file;
#[cfg(not(target_arch = "wasm32"))]
mod csv_lines;
#[cfg(not(target_arch = "wasm32"))]
mod csv_number;
#[cfg(not(target_arch = "wasm32"))]
mod decode;
#[cfg(not(target_arch = "wasm32"))]
mod package;
#[cfg(not(target_arch = "wasm32"))]
mod plain_file;

pub use check::Checked;
pub use codec::{CodecError, Parts, read_texts, write_texts};
pub use decimal::decimal;
pub use diagnostic::{Diagnostic, Place, Severity};
pub use edtf::{Date, Day, Edtf, Precision};
pub use flat::{Dialect, to_csv};
pub use json::{check_json, from_json, to_json, to_json_of};
pub use language::{Language, LocalText};
pub use model::{
    Citation, Code, Colors, Conflict, Dataset, Era, Event, Figure, Meta, NoteId, Partner, Person,
    Project, Record, SectorMention, Source, Version,
};
#[cfg(not(target_arch = "wasm32"))]
pub use package::{check_dir, read_dir};
#[cfg(not(target_arch = "wasm32"))]
pub use plain_file::{Unread, read_plain};
pub use query::Entry;
pub use terms::{EventKind, Listed, Measure, Role, Sector, Term, Unit};
pub use value::Value;
pub use vocabulary::{
    Basis, Certainty, ConflictKind, List, Outline, Qualifier, SourceKind, Status,
};
