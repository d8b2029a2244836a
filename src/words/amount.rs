//! A value in its own unit.

use super::Telling;
use crate::dataset::{Figure, Qualifier, Unit};
use crate::locale::{self, Style, fill};

/// "$4.4 bn", "1,234": with at most three significant digits from a million up.
pub fn short(telling: Telling, value: f64, unit: Unit) -> String {
    match unit {
        Unit::Ratio if !telling.reading.is_of_growth() => locale::number(telling.locale, value, 2),
        unit => locale::value(telling.locale, telling.data, value, unit, Style::Short),
    }
}

/// "about $6.5 mln": with the words that belong to it.
pub fn full(telling: Telling, figure: &Figure) -> String {
    let amount = short(telling, figure.value.unwrap_or(0.0), figure.unit);
    qualified(telling, figure.qualifier, &amount)
}

/// An amount with its qualifier.
pub(super) fn qualified(telling: Telling, qualifier: Qualifier, amount: &str) -> String {
    fill(telling.locale.words.qualifier(qualifier), &[("value", amount)])
}
