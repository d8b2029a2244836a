//! The table that is generated from CLDR, one entry a language.
//!
//! In patterns `{d}` is a day, `{m}` a month beside its day, `{l}` a month that stands alone,
//! `{q}` a quarter, `{y}` a year; capitals are the same of a range's end. `{n}` is a number and
//! `{c}` a currency.

use super::Language;
use super::cldr::PACKED;
use super::texts::{Text, read, texts};

texts! {
    /// See the module.
    pub struct Table {
        pub month_names: [Text; 12],
        pub month_names_alone: [Text; 12],
        pub month_names_short: [Text; 12],
        pub quarter_names: [Text; 4],
        pub day: Text,
        pub month: Text,
        pub quarter: Text,
        /// Days of one month.
        pub days: Text,
        /// Days of two months of one year.
        pub days_of_months: Text,
        /// Days of two years.
        pub days_of_years: Text,
        /// Months of one year.
        pub months: Text,
        /// Months of two years.
        pub months_of_years: Text,
        pub years: Text,
        pub decimal: Text,
        pub group: Text,
        pub minus: Text,
        pub percent: Text,
        pub currency: Text,
        /// Thousand, million, billion, trillion.
        pub compact: [Text; 4],
        pub dollar: Text,
        /// See [`super::order`].
        pub alphabet: Text,
    }
}

pub fn table(language: Language) -> &'static Table {
    Box::leak(Box::new(Table::unpack(read(PACKED[language as usize]))))
}
