//! Numbers, dates, plurals and words in five languages, the same in every engine.

pub use crate::dataset::Language;
