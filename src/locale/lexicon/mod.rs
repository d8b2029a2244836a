//! A language as data: the keys of its texts, the packed form that charts read and, natively, the
//! CSV files that it is written in, with their check.
//!
//! `data/words/<language>.csv` holds the interface, `data/cldr/<language>.csv` what CLDR knows;
//! both are a key and a text a row. build.rs mounts this folder by path, so it imports nothing but
//! std, its own files and `crate::dataset`.

mod pack;
mod plural;
mod table;
mod texts;
mod words;

#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod check;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod compile;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod folder;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod rows;

#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use check::{Known, check};
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use compile::{Used, compile};
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use folder::{LanguageSource, languages};
pub(super) use pack::unpack;
pub(super) use plural::category;
pub use plural::{Forms, Plural};
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use rows::TextRows;
pub(super) use table::LanguageTable;
pub(super) use texts::Text;
pub use words::Words;
