//! The values before and after an event: what stood beside it in time, not what it caused.

use super::values::{Length, Series, Values};
use crate::dataset::{Code, Dataset, Event};

/// How far a value may lie from the event, in days: two years.
const FARTHEST: i32 = 731;

/// The nearest full periods of one series that end before the event begins and begin after it ends,
/// no more than two years away. A series that has both comes before one that has but one, and the
/// surer before the doubtful; without one neither side has a value.
pub fn beside(data: &Dataset, values: &Values, event: &Event) -> [Option<usize>; 2] {
    let (mut best, mut best_rank) = ([None, None], (0, 0));
    for series in &values.series {
        if series.derived || series.length == Length::Part {
            continue;
        }
        let ends = ends(values, series, event, data.meta.reporting);
        let found: Vec<usize> = ends.iter().flatten().copied().collect();
        if found.is_empty() {
            continue;
        }
        let doubt = |at: &usize| values.dated[*at].doubt(data.meta.reporting);
        let rank = (-(found.len() as i32), found.iter().map(doubt).max().unwrap_or(0));
        if rank < best_rank {
            (best, best_rank) = (ends, rank);
        }
    }
    best
}

fn ends(values: &Values, series: &Series, event: &Event, reporting: Code) -> [Option<usize>; 2] {
    let first = event.date.and_then(|date| date.first());
    let last = event.date.and_then(|date| date.last());
    let mut nearest: [Option<((i32, i32), usize)>; 2] = [None, None];
    for at in &series.members {
        let value = &values.dated[*at];
        let days =
            [first.map(|first| first.0 - value.last.0), last.map(|last| value.first.0 - last.0)];
        for (nearest, days) in nearest.iter_mut().zip(days) {
            let Some(days) = days.filter(|days| (1..=FARTHEST).contains(days)) else { continue };
            let this = ((days, value.doubt(reporting)), *at);
            if nearest.is_none_or(|nearest| this < nearest) {
                *nearest = Some(this);
            }
        }
    }
    nearest.map(|nearest| nearest.map(|(_, at)| at))
}
