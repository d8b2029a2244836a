//! Where values stand in their plot.

use crate::geometry::{Point, Rect};
use crate::reading::{DatedValue, Length, Values};
use crate::scale::{Time, ValueScale};

/// Half the height of a dot.
pub(super) const RADIUS: f64 = 4.5;
/// Dots of one period that are nearer than this in height cover each other.
const COVERED: f64 = RADIUS * 2.0 - 1.5;
/// The height of the span of a part of a year.
pub(super) const SPAN: f64 = 2.0;

/// Where a value stands: a dot for a full year or a day, a span for a part of a year.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub at: Point,
    /// Half the width of a span; 0 for a dot.
    pub half: f64,
    /// The edges of the dot's year, each with whether the range holds it, where the axis has months
    /// or quarters.
    pub year: Option<[(f64, bool); 2]>,
}

impl Spot {
    pub(super) fn area(&self) -> Rect {
        match self.half > 0.0 {
            true => Rect::centred(self.at, self.half * 2.0, SPAN),
            false => Rect::centred(self.at, RADIUS * 2.0, RADIUS * 2.0),
        }
    }
}

/// One a value; none where it lies outside the range.
pub(super) fn spots(time: &Time, scale: &ValueScale, values: &Values) -> Vec<Option<Spot>> {
    let mut spots = Vec::new();
    for value in &values.dated {
        let inside = time.contains(value.first, value.last);
        spots.push(inside.then(|| spot(time, scale, value)));
    }
    let mut from = 0;
    for to in 1..=spots.len() {
        if values.dated.get(to).is_none_or(|value| value.first != values.dated[from].first) {
            // Only what begins on one day may be of one period.
            (from..to).for_each(|at| part(time, &values.dated, &mut spots, (from, to), at));
            from = to;
        }
    }
    spots
}

/// Moves dots of one period apart that would cover each other, side by side within their period.
fn part(
    time: &Time,
    dated: &[DatedValue],
    spots: &mut [Option<Spot>],
    (from, to): (usize, usize),
    index: usize,
) {
    let Some(this) = spots[index].filter(|spot| spot.half == 0.0) else { return };
    let mut close = vec![index];
    for other in from..to {
        let same =
            dated[other].first == dated[index].first && dated[other].last == dated[index].last;
        let near = |spot: Spot| spot.at.x == this.at.x && (spot.at.y - this.at.y).abs() < COVERED;
        if other != index && same && spots[other].is_some_and(near) {
            close.push(other);
        }
    }
    if close.len() < 2 {
        return;
    }
    let (start, end) = time.span(dated[index].first, dated[index].last);
    let count = close.len() as f64;
    let step = (RADIUS * 2.0 + 1.0).min((end - start) / count);
    for (place, index) in close.into_iter().enumerate() {
        if let Some(spot) = &mut spots[index] {
            spot.at.x = (this.at.x + (place as f64 - (count - 1.0) / 2.0) * step)
                .max(time.left + RADIUS)
                .min(time.right - RADIUS);
        }
    }
}

pub(super) fn spot(time: &Time, scale: &ValueScale, value: &DatedValue) -> Spot {
    let (start, end) = time.span(value.first, value.last);
    let middle = (start + end) / 2.0;
    let held = [start >= time.left, end <= time.right];
    let (start, end) = (start.max(time.left), end.min(time.right));
    // A year that the range cuts keeps its middle while that is within.
    let is_within = value.year.is_some() && time.left <= middle && middle <= time.right;
    let x = if is_within { middle } else { (start + end) / 2.0 };
    let at = Point::new(x, scale.at(value.value));
    let is_span = value.length == Length::Part && value.last.0 - value.first.0 > 31;
    let half = if is_span { ((end - start) / 2.0).max(4.0) } else { 0.0 };
    let is_line = value.year.is_some() && time.is_close();
    let year = is_line.then_some([(start, held[0]), (end, held[1])]);
    Spot { at, half, year }
}
