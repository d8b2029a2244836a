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

#[cfg(not(target_arch = "wasm32"))]
mod check;
#[cfg(not(target_arch = "wasm32"))]
mod compile;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
#[cfg(not(target_arch = "wasm32"))]
mod rows;

#[cfg(not(target_arch = "wasm32"))]
pub use check::{Known, check};
#[cfg(not(target_arch = "wasm32"))]
pub use compile::{Used, compile};
#[cfg(not(target_arch = "wasm32"))]
pub use folder::{LanguageSource, languages};
pub use pack::unpack;
pub use plural::{Forms, Plural, category};
#[cfg(not(target_arch = "wasm32"))]
pub use rows::TextRows;
pub use table::LanguageTable;
pub use texts::Text;
pub use words::Words;
