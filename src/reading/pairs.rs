//! Two reporters' values of the same period, side by side: `compare=reporters`.

use super::values::DatedValue;
use crate::dataset::Qualifier;
use crate::dataset::order::{key, order, sorted_by_key};

/// Values of one period by two reporters or more, neither computed nor ambiguous.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Indexes of the values, from the lowest to the highest.
    pub members: Vec<usize>,
    /// The least and the greatest difference between values of two reporters, where all values
    /// are numbers and not bounds.
    pub gap: Option<(f64, f64)>,
    /// Whether any of the values is but about right, or the gap has more digits than are told.
    pub is_rough: bool,
}

/// The pairs among the values of one partner in one unit, by period.
pub fn pairs(dated: &[DatedValue]) -> Vec<Pair> {
    let mut reported: Vec<usize> = (0..dated.len()).collect();
    reported.retain(|at| dated[*at].is_reported());
    let periods = reported.iter().map(|at| key(dated[*at].first.0, dated[*at].last.0)).collect();
    let mut pairs = Vec::new();
    let mut members: Vec<usize> = Vec::new();
    let period = |at: usize| (dated[at].first, dated[at].last);
    for at in order(periods).into_iter().map(|place| reported[place]) {
        if members.first().is_some_and(|first| period(*first) != period(at)) {
            pairs.extend(pair(dated, std::mem::take(&mut members)));
        }
        members.push(at);
    }
    pairs.extend(pair(dated, members));
    pairs
}

/// None where all values are one reporter's.
fn pair(dated: &[DatedValue], members: Vec<usize>) -> Option<Pair> {
    let of = |index: &usize| &dated[*index];
    let first = of(members.first()?).reporter;
    if members.iter().all(|member| of(member).reporter == first) {
        return None;
    }
    // Positive numbers stand in the order of their bits.
    let members = sorted_by_key(members, |index| dated[*index].value.to_bits() as i64);
    let is = |wanted: Qualifier| move |value: &DatedValue| value.qualifier == wanted;
    let (is_exact, is_about) = (is(Qualifier::Exact), is(Qualifier::About));
    let numbers = members.iter().map(of).all(|value| is_exact(value) || is_about(value));
    let mut is_rough = members.iter().map(of).any(is_about);
    let mut gap: Option<(f64, f64)> = None;
    for (at, low) in members.iter().map(of).enumerate() {
        for high in members[at + 1..].iter().map(of) {
            if low.reporter != high.reporter {
                let this = high.value - low.value;
                let (least, most) = gap.unwrap_or((this, this));
                gap = Some((least.min(this), most.max(this)));
            }
        }
    }
    is_rough |= gap.is_some_and(|(least, most)| rough(least) != least || rough(most) != most);
    Some(Pair { members, gap: gap.filter(|_| numbers), is_rough })
}

/// To two significant digits: a difference is no surer than the rounder of its ends.
pub fn rough(value: f64) -> f64 {
    let mut unit = 1.0;
    while value / unit >= 99.5 && unit < 1e15 {
        unit *= 10.0;
    }
    while value > 0.0 && value / unit < 9.95 && unit > 1e-9 {
        unit /= 10.0;
    }
    (value / unit + 0.5).floor() * unit
}
