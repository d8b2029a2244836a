//! Growth that a source states between two years, although the years between are not known.

use super::values::{CitedPlace, Slope, Values, places};
use crate::dataset::{Code, Dataset, Measure};

/// A growth claim ties two values of one series when all three stand in the same place of one
/// source.
pub fn slopes(data: &Dataset, partner: Code, values: &Values) -> Vec<Slope> {
    let mut slopes = Vec::new();
    for (claim, figure) in data.figures.iter().enumerate() {
        if figure.measure != Measure::GROWTH || !figure.record.partners.contains(&partner) {
            continue;
        }
        let Some(first) = figure.period.and_then(|period| period.first()) else { continue };
        let (mut start, mut end) = (None, None);
        for (at, value) in values.dated.iter().enumerate().filter(|(_, one)| one.year.is_some()) {
            let same = |place: CitedPlace| {
                place.1.is_some() && value.places(data).any(|other| other == place)
            };
            if places(&figure.record).any(same) {
                let slot = if start.is_none() { &mut start } else { &mut end };
                *slot = Some(at);
            }
        }
        let (Some(from), Some(to)) = (start, end) else { continue };
        let (start, end) = (&values.dated[from], &values.dated[to]);
        let known = start.first == first && start.reporter == end.reporter;
        if known && start.value > 0.0 && !values.joins.contains(&(from, to)) {
            slopes.push(Slope { claim, from, to, ratio: end.value / start.value });
        }
    }
    slopes
}
