//! What CLDR knows of a language, as `cargo run -p cldr` writes it.
//!
//! In patterns `{d}` is a day, `{m}` a month beside its day, `{l}` a month that stands alone,
//! `{q}` a quarter, `{y}` a year; capitals are the same of a range's end. `{n}` is a number and
//! `{c}` a currency.

use super::texts::texts;

const MONTHS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
const QUARTERS: &[&str] = &["1", "2", "3", "4"];
const COMPACT: &[&str] = &["thousands", "millions", "billions", "trillions"];

texts! {
    /// See the module.
    pub(crate) struct LanguageTable {
        pub month_names: ["month" MONTHS],
        pub month_names_alone: ["month_alone" MONTHS],
        pub month_names_short: ["month_short" MONTHS],
        pub quarter_names: ["quarter_name" QUARTERS],
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
        /// Digits that must stand before the first group separator; 1 or more.
        pub minimum_grouping: Text,
        pub percent: Text,
        pub currency: Text,
        pub compact: ["compact" COMPACT],
        /// See `order`.
        pub alphabet: Text,
        /// The rules of the plural categories; what no rule holds for is `other`.
        pub plural: Forms,
    }
}
