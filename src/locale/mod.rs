//! Numbers, dates, plurals and words of a language, the same in every engine.
//!
//! What the house says of a language stands in `data/words/`, what CLDR knows in `data/cldr/`
//! (generated); `lexicon` says what must stand there. Nothing here knows a language, but for the case
//! endings in `ending`. Texts keep CLDR's no-break spaces, so wrapping never parts a number from its
//! unit.

mod date;
mod ending;
mod fill;
mod forms;
mod language;
#[cfg_attr(
    all(target_arch = "wasm32", not(feature = "builder")),
    allow(dead_code, reason = "languages are written and checked natively")
)]
mod lexicon;
mod number;
mod order;
mod plural;
mod unit;
mod words;

#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod carried;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod sources;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
mod unworded;

pub use crate::dataset::Language;
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use carried::carried;
pub use date::{date, date_as, date_short, day, days};
pub use fill::{append, fill, stop};
pub use forms::{complete, has_texts, language_for, languages_of, name_country};
pub use language::Locale;
pub use lexicon::{Forms, Plural, Words};
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use lexicon::{Known, LanguageSource, TextRows, Used, check, compile, languages};
pub use number::{Magnitude, amount, count, growth, number, percent, plain, ticked, times};
pub use order::{holds, sentence, sort_key};
pub use plural::{counted, plural};
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use sources::sources;
pub use unit::{Style, unit_in_words, value, value_in};
#[cfg(any(not(target_arch = "wasm32"), feature = "builder"))]
pub use unworded::without_words;
pub use words::{
    home_statistics, in_text, measure, names_reporting, other_statistics, reporting, subject,
};
