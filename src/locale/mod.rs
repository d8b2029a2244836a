//! Numbers, dates, plurals and words in five languages, the same in every engine.
//!
//! What CLDR knows stands in `cldr` (generated); what the house says stands in `words` and in one
//! file per language. Texts keep CLDR's no-break spaces, so wrapping never parts a number from
//! its unit.

mod cldr;
mod date;
mod ending;
mod fill;
mod language;
mod number;
mod order;
mod plural;
mod table;
mod texts;
mod words;

mod az;
mod en;
mod kk;
mod ru;
mod tg;

pub use crate::dataset::Language;
pub use date::{date, date_short, day, days};
pub use fill::{append, fill, stop};
pub use language::Locale;
pub use number::{
    Magnitude, amount, count, currency, currency_aloud, currency_in_full, growth, money, number,
    percent, plain, priced, ticked, times, unit,
};
pub use order::{sentence, sort_key};
pub use plural::{Forms, Plural, counted, plural};
pub use words::Words;
