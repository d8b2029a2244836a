//! The order of the table by one of its columns.

use super::cited::number;
use super::column::{Of, text};
use crate::dataset::order::order;
use crate::dataset::{Dataset, Day, Entry, Measure, Unit};
use crate::locale::{Locale, sort_key};

/// By which column rows are sorted; rows with nothing in it come last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sort {
    /// The column.
    pub by: Of,
    /// Whether the last comes first.
    pub descending: bool,
}

impl Sort {
    /// By the column of a number, as the element is told it.
    pub fn by(column: usize, descending: bool) -> Option<Sort> {
        Of::ALL.get(column).map(|by| Sort { by: *by, descending })
    }
}

/// The entries in the order of a column; equal ones keep theirs.
pub(super) fn sorted<'a>(
    data: &Dataset,
    entries: Vec<Entry<'a>>,
    sort: Sort,
    locale: &Locale,
    sources: &[u32],
) -> Vec<Entry<'a>> {
    let mut keys = Vec::new();
    for entry in &entries {
        let mut key = sort_digits(data, *entry, sort.by, locale, sources);
        if key.is_empty() {
            key.push(i64::MAX);
        } else if sort.descending {
            key.iter_mut().for_each(|digit| *digit = !*digit);
        }
        keys.push(key);
    }
    by_keys(&keys).into_iter().map(|at| entries[at]).collect()
}

/// What is compared digit by digit; nothing where the cell is empty.
fn sort_digits(data: &Dataset, entry: Entry, by: Of, locale: &Locale, sources: &[u32]) -> Vec<i64> {
    match (by, entry) {
        (Of::Date, _) => {
            let Some(date) = entry.when() else { return Vec::new() };
            let days =
                [date.first().unwrap_or(Day(i32::MIN)), date.last().unwrap_or(Day(i32::MAX))];
            days.map(|day| day.0.into()).into()
        }
        (Of::Value, Entry::Figure(figure)) => {
            let Some(value) = figure.value else { return Vec::new() };
            let unit = match figure.unit {
                // Money first, currency by currency; growth and other ratios apart.
                Unit::Currency([a, b, c]) => i64::from(u32::from_be_bytes([0, a, b, c])),
                Unit::Own(at) => i64::from(u32::MAX) + 3 + i64::from(at),
                Unit::Count => i64::from(u32::MAX),
                Unit::Ratio => {
                    i64::from(u32::MAX) + 1 + i64::from(figure.measure == Measure::GROWTH)
                }
            };
            let bits = value.to_bits() as i64;
            vec![unit, if bits < 0 { bits ^ i64::MAX } else { bits }]
        }
        (Of::Sources, _) => {
            let cited = entry.record().citations.first();
            cited.map(|cited| number(sources, cited.source) as i64).into_iter().collect()
        }
        _ => match &*text(data, entry, by, locale) {
            "" => Vec::new(),
            text => sort_key(locale, text),
        },
    }
}

/// The indexes of the keys, sorted digit by digit from the last to the first by the one sort that
/// the module has; equal ones keep their order.
fn by_keys(keys: &[Vec<i64>]) -> Vec<usize> {
    let longest = keys.iter().map(Vec::len).max().unwrap_or(0);
    let mut sorted: Vec<usize> = (0..keys.len()).collect();
    for at in (0..longest).rev() {
        let digit = |row: &usize| keys[*row].get(at).copied().unwrap_or(i64::MIN);
        let digits = sorted.iter().map(digit).collect();
        sorted = order(digits).into_iter().map(|place| sorted[place]).collect();
    }
    sorted
}
