//! Figures that report one and the same number, more or less rounded.
//!
//! 529.4 and 529 million are one observation told with different precision; 5.8 and 5.9 are two, and so
//! are 1 and 1.49 billion, though the one could be the other rounded.

use crate::dataset::order::{key, order, sorted_by_key};
use crate::dataset::{Code, Dataset, Day, Figure, Measure, Qualifier, Unit};

/// With how many other numbers of its day a figure is compared: where there are more, a page's data is
/// hostile, and each against each would take minutes.
const COMPARED: usize = 256;

/// One number that one or several figures report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The most precise one, as an index into the dataset's figures.
    pub leader: usize,
    /// Those that round it, as indexes into the dataset's figures.
    pub others: Vec<usize>,
}

/// The figures of a partner and a measure, grouped by what they observe, in order of time; those
/// without a period or without a value stand alone, and a derived figure never joins a published
/// one.
pub fn observations(data: &Dataset, partner: Code, measure: Measure) -> Vec<Observation> {
    let mut chosen = Vec::new();
    for (at, figure) in data.all_figures() {
        if figure.measure == measure && figure.record.partners.contains(&partner) {
            chosen.push(at);
        }
    }
    // The more precise come first, and lead.
    let chosen = sorted_by_key(chosen, |at| {
        let figure = data.figure(*at);
        let digits = whole(figure).map_or(0, significant_digits);
        key(-(digits as i32), i32::from(figure.qualifier != Qualifier::Exact))
    });
    let starts = chosen.iter().map(|at| i64::from(start(data.figure(*at)).0)).collect();
    let mut groups: Vec<Observation> = Vec::new();
    // Only what begins on one day can agree.
    let (mut first, mut day) = (0, None);
    for at in order(starts) {
        let figure = data.figure(chosen[at]);
        if day != Some(start(figure)) {
            (first, day) = (groups.len(), Some(start(figure)));
        }
        let same = |group: &&mut Observation| agree(data.figure(group.leader), figure);
        match groups[first..].iter_mut().take(COMPARED).find(same) {
            Some(group) => group.others.push(chosen[at]),
            None => groups.push(Observation { leader: chosen[at], others: Vec::new() }),
        }
    }
    sorted_by_key(groups, |group| key(start(data.figure(group.leader)).0, group.leader as i32))
}

/// What has no period comes last.
fn start(figure: &Figure) -> Day {
    figure.period.and_then(|period| period.first()).unwrap_or(Day(i32::MAX))
}

/// Rounding changes a value by no more than a part of so many; what differs by more is another value.
const NEAR: u64 = 100;

/// Whether the rougher figure is the more precise one, rounded to its own significant digits.
fn agree(precise: &Figure, rough: &Figure) -> bool {
    let (Some(a), Some(b)) = (whole(precise), whole(rough)) else { return false };
    precise.period.is_some()
        && precise.period == rough.period
        && precise.reporter == rough.reporter
        && precise.unit == rough.unit
        && precise.derived == rough.derived
        && precise.record.partners == rough.record.partners
        && (b > 0 || a == 0)
        && rounded(a, significant_digits(b)) == b
        && a.abs_diff(b) <= a / NEAR
}

/// The value as a whole number: in hundredths, a ratio in millionths.
fn whole(figure: &Figure) -> Option<u64> {
    let scale = if figure.unit == Unit::Ratio { 1e6 } else { 1e2 };
    figure.value.map(|value| (value * scale + 0.5) as u64)
}

/// Those before the trailing zeros: four of 529,400,000.
fn significant_digits(mut number: u64) -> u32 {
    while number > 0 && number.is_multiple_of(10) {
        number /= 10;
    }
    length(number)
}

fn length(number: u64) -> u32 {
    number.checked_ilog10().map_or(0, |digits| digits + 1)
}

fn rounded(number: u64, digits: u32) -> u64 {
    let unit = 10u64.pow(length(number).saturating_sub(digits));
    (number + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::{rounded, significant_digits};

    #[test]
    fn significant_digits_are_those_before_trailing_zeros() {
        for (number, digits) in [(0, 0), (5, 1), (485, 3), (460_000, 2), (529_400, 4), (100, 1)] {
            assert_eq!(significant_digits(number), digits, "{number}");
        }
    }

    #[test]
    fn rounding_keeps_so_many_digits() {
        assert_eq!(rounded(529_400, 3), 529_000);
        assert_eq!(rounded(461_900, 2), 460_000);
        assert_eq!(rounded(996, 2), 1000);
        assert_eq!(rounded(485, 9), 485);
        assert_eq!(rounded(u64::MAX / 4, 0), 0);
    }
}
