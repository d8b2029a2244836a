//! The dataset: its model, its checks, and the bytes it is compiled to.
//!
//! A leaf: it imports only std and its parser crates, and its own files through `super::`,
//! because build.rs mounts the same folder by path. CSV and JSON both become `raw` rows; one
//! `check` turns those into a [`Dataset`] or into all [`Diagnostic`]s at once.

mod code;
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
mod lexis;
mod nearest;
mod pause;
mod query;
#[cfg_attr(
    all(target_arch = "wasm32", not(feature = "builder")),
    allow(dead_code, reason = "CSV files, and with them places in a file, are read natively")
)]
mod raw;
mod raw_meta;
#[cfg_attr(
    all(target_arch = "wasm32", not(feature = "builder")),
    allow(dead_code, reason = "the size and the header of a file matter where files are read")
)]
mod schema;
mod value;

#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod csv_file;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod csv_lines;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod csv_number;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod decode;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod folder;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod package;

pub use check::Checked;
pub use code::Code;
pub use codec::{CodecError, Parts, read_texts, write_texts};
pub use decimal::decimal;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use decode::shown;
pub use diagnostic::{Diagnostic, Place, Severity};
pub use edtf::{Date, Day, Edtf, Precision};
pub use flat::{Dialect, to_csv};
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use folder::Folder;
pub use json::{Loading, check_json, from_json, to_json, to_json_of};
pub use language::{Language, LocalText};
pub use model::{
    Citation, Colors, Conflict, Dataset, Era, Event, Figure, Meta, NoteId, Partner, Person,
    Project, Record, SectorMention, Source, Version,
};
pub use nearest::nearest;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use package::{check_dir, check_files, read_dir};
pub use pause::{Work, step};
pub use query::Entry;
pub use terms::{EventKind, Listed, Measure, Role, Sector, Term, Unit};
pub use value::Value;
pub use vocabulary::{
    Basis, Certainty, ConflictKind, List, Outline, PublishedFrom, Qualifier, SourceKind, Status,
    TitleFrom,
};
