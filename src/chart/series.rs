//! One reporter's values of full years, and values that form no series: what a summary tells and what
//! sounds.

use super::values::{Value, values};
use crate::dataset::order::sorted_by_key;
use crate::dataset::{Certainty, Code, Dataset, Day, Figure, Measure};

/// The values of one partner by one reporter, by year; neither derived nor ambiguous ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<'a> {
    pub reporter: Code,
    /// One or more.
    pub values: Vec<(i32, &'a Figure)>,
}

/// The series of a measure with a partner, the longest first; none where no reporter is named.
pub fn series(data: &Dataset, partner: Code, measure: Measure) -> Vec<Series<'_>> {
    let mut all: Vec<Series> = Vec::new();
    for value in values(data, partner, measure).dated {
        let figure = value.figure;
        let (Some(year), Some(reporter)) = (value.year, figure.reporter) else { continue };
        if !is_published(&value) {
            continue;
        }
        match all.iter_mut().find(|series| series.reporter == reporter) {
            Some(series) => series.values.push((year, figure)),
            None => all.push(Series { reporter, values: vec![(year, figure)] }),
        }
    }
    sorted_by_key(all, |series| -(series.values.len() as i64))
}

/// The values of a measure whose source names no statistics, as counts are: the first and the last
/// day of each, and the value; neither derived nor ambiguous ones.
pub fn dots(data: &Dataset, partner: Code, measure: Measure) -> Vec<(Day, Day, f64)> {
    let mut dots = Vec::new();
    for value in values(data, partner, measure).dated {
        if value.figure.reporter.is_none() && is_published(&value) {
            dots.push((value.first, value.last, value.value));
        }
    }
    dots
}

fn is_published(value: &Value) -> bool {
    !value.figure.derived && value.figure.record.certainty != Certainty::Ambiguous
}
