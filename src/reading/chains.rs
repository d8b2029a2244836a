//! What an indexed scale compares: one reporter's series a partner, in per cent of a base period.
//!
//! The base is the first period that all have, or else each one's own first. Only an exact value
//! that is its reporter's only one of the period can be a base. What is of another reporter, of a
//! part of a year, ambiguous or doubtful is not indexed, nor what is computed beside what is not.

use super::finding::{Claim, Finding};
use super::values::{DatedValue, Length, Series, Values};
use super::{Band, Range};
use crate::dataset::{Code, Day, Qualifier};

/// More bits than a count of values has, on a machine of 32 bits too.
const RANK: u32 = 24;

/// What the value of the base period is on an indexed scale.
pub const INDEX_BASE: f64 = 100.0;

/// The values of one partner that can be compared with each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// An index into the bands, and into the plots of the band.
    pub band: usize,
    /// An index into the plots of the band.
    pub plot: usize,
    /// Indexes into the dated values of the plot.
    pub members: Vec<usize>,
    /// The start of the period that is 100.
    pub base: Day,
    /// How long its periods are; never a part of a year.
    pub length: Length,
    /// Starts of periods that may be the base.
    bases: Vec<Day>,
}

/// How much a series has to tell: the one that the headline tells most, then the longest, the
/// reporting country's own before others; then one that names no reporter, and last one that is
/// computed. None where it is of parts of years.
pub(crate) fn weight(
    series: &Series,
    (band, values): (usize, &Values),
    finding: Option<&Finding>,
    reporting: Code,
) -> Option<usize> {
    if series.length == Length::Part {
        return None;
    }
    let is_told = finding.is_some_and(|told| {
        let value = told.values()[0];
        !matches!(told.claim, Claim::Difference { .. })
            && (told.band, told.unit) == (band, values.unit)
            && (value.reporter, value.length, value.derived)
                == (series.reporter, series.length, series.derived)
    });
    let own = usize::from(series.reporter == Some(reporting));
    let rank = match (series.derived, series.reporter) {
        (false, Some(_)) => 2,
        (false, None) => 1,
        (true, _) => 0,
    };
    Some(if is_told { usize::MAX } else { (rank << RANK) | (series.members.len() * 2 + own) })
}

/// The chains of the bands.
pub(super) fn chains(
    bands: &[Band],
    range: Option<Range>,
    finding: Option<&Finding>,
    reporting: Code,
) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for (at, band) in bands.iter().enumerate() {
        for (plot, values) in band.plots.iter().enumerate() {
            let best = values.series.iter().filter_map(|series| {
                let weight = weight(series, (at, values), finding, reporting)?;
                Some((weight, series.length, chain(values, series, range)?))
            });
            if let Some((_, length, (members, bases))) = best.max_by_key(|(weight, ..)| *weight) {
                chains.push(Chain { band: at, plot, members, base: bases[0], length, bases });
            }
        }
    }
    let common = chains.first().and_then(|first| {
        let of_one_length = chains.iter().all(|chain| chain.length == first.length);
        let mut shared = first.bases.iter().filter(|_| of_one_length);
        shared.find(|base| chains.iter().all(|chain| chain.bases.contains(base))).copied()
    });
    if let Some(common) = common {
        chains.iter_mut().for_each(|chain| chain.base = common);
    }
    chains
}

/// The start of the period that is 100 in all chains; none where each has its own.
pub fn common_base(chains: &[Chain]) -> Option<Day> {
    let first = chains.first()?;
    let same = |chain: &Chain| (chain.base, chain.length) == (first.base, first.length);
    chains.iter().all(same).then_some(first.base)
}

fn chain(values: &Values, series: &Series, range: Option<Range>) -> Option<(Vec<usize>, Vec<Day>)> {
    let of = |at: &usize| &values.dated[*at];
    let mut members = series.members.clone();
    members.retain(|at| {
        let value = of(at);
        range.is_none_or(|range| range.touches(value.first, value.last)) && !value.is_doubtful
    });
    let first = of(members.first()?).first;
    // One period alone is no development.
    members.iter().find(|at| of(at).first != first)?;
    let alone = |value: &DatedValue| {
        members.iter().filter(|other| of(other).first == value.first).count() == 1
    };
    let mut bases = Vec::new();
    for value in members.iter().map(of) {
        if value.qualifier == Qualifier::Exact && value.value > 0.0 && alone(value) {
            bases.push(value.first);
        }
    }
    (!bases.is_empty()).then_some((members, bases))
}
