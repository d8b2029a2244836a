//! One reporter's values of full years: what a summary tells and what sounds.

use super::values::values;
use crate::dataset::order::sorted_by_key;
use crate::dataset::{Certainty, Code, Dataset, Figure, Measure};

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
        if figure.derived || figure.record.certainty == Certainty::Ambiguous {
            continue;
        }
        match all.iter_mut().find(|series| series.reporter == reporter) {
            Some(series) => series.values.push((year, figure)),
            None => all.push(Series { reporter, values: vec![(year, figure)] }),
        }
    }
    sorted_by_key(all, |series| -(series.values.len() as i64))
}
