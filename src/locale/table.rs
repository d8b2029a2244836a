//! The shape of the table that is generated from CLDR, one entry a language.
//!
//! In patterns `{d}` is a day, `{m}` a month beside its day, `{l}` a month that stands alone,
//! `{q}` a quarter, `{y}` a year; capitals are the same of a range's end. `{n}` is a number and
//! `{c}` a currency.

use super::Language;
use super::plural::Rule;

pub struct Table {
    pub months: [&'static str; 12],
    pub months_alone: [&'static str; 12],
    pub months_short: [&'static str; 12],
    pub quarters: [&'static str; 4],
    pub dates: Dates,
    pub decimal: &'static str,
    pub group: &'static str,
    pub minus: &'static str,
    /// Digits that must stand before the first group separator.
    pub minimum_grouping: u8,
    pub percent: &'static str,
    pub currency: &'static str,
    /// Thousand, million, billion, trillion.
    pub compact: [&'static str; 4],
    pub dollar: &'static str,
    pub plural: Rule,
    /// Each letter small, then capital, in the order of collation.
    pub alphabet: &'static str,
}

pub struct Dates {
    pub day: &'static str,
    pub month: &'static str,
    pub quarter: &'static str,
    /// Days of one month.
    pub days: &'static str,
    /// Days of two months of one year.
    pub days_of_months: &'static str,
    /// Days of two years.
    pub days_of_years: &'static str,
    /// Months of one year.
    pub months: &'static str,
    /// Months of two years.
    pub months_of_years: &'static str,
    pub years: &'static str,
}

pub fn table(language: Language) -> &'static Table {
    &super::cldr::TABLES[language as usize]
}
