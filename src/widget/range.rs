//! The range of time that slider, wheel, fingers and clusters ask for, in whole days.
//!
//! Positions and shifts are CSS pixels of the scene.

use crate::chart::Extent;
use crate::dataset::{Dataset, Day};

/// The shortest range, in days: any month may be shown alone.
const SHORTEST: i32 = 28;

/// The range next to `from` and `to` that lies within the extent and is no shorter than a month.
pub(super) fn within(extent: &Extent, from: Day, to: Day) -> (Day, Day) {
    let (first, last) = (extent.first.0, extent.last.0);
    let (from, to) = (from.0.clamp(first, last), to.0.clamp(first, last));
    let length = (to - from + 1).max(SHORTEST);
    // One that is too short grows to the right where it can.
    let from = from.min(last + 1 - length).max(first);
    (Day(from), Day((from + length - 1).min(last)))
}

/// The range `factor` times as long, where what is at `x` stays at `x`.
pub(super) fn zoomed(extent: &Extent, factor: f64, x: f64) -> (Day, Day) {
    let days = length(extent);
    let share = ((x - extent.left) / (extent.right - extent.left)).clamp(0.0, 1.0);
    let longest = f64::from(extent.last.0 - extent.first.0 + 1);
    let wanted = (days * factor).clamp(f64::from(SHORTEST).min(longest), longest);
    let from = f64::from(extent.from.0) + share * (days - wanted);
    let from = (from.round() as i32).clamp(extent.first.0, extent.last.0);
    // What a zoom out finds no room for on one side goes to the other.
    let from = from.min(extent.last.0 + 1 - wanted.round() as i32).max(extent.first.0);
    within(extent, Day(from), Day(from + wanted.round() as i32 - 1))
}

/// The range that was `held` when a drag began, which has since gone `dx` pixels to the right.
pub(super) fn dragged(extent: &Extent, held: (Day, Day), dx: f64) -> (Day, Day) {
    let shift = -dx * length(extent) / (extent.right - extent.left);
    let (from, to) = within(extent, held.0, held.1);
    let least = extent.first.0 - from.0;
    let shift = (shift.round() as i32).clamp(least, extent.last.0 - to.0);
    (Day(from.0 + shift), Day(to.0 + shift))
}

/// The range that holds the dates of `records` with some room beside them; none without dates.
pub(super) fn around(extent: &Extent, data: &Dataset, records: &[String]) -> Option<(Day, Day)> {
    let mut days: Option<(Day, Day)> = None;
    for id in records {
        let Some(date) = data.entry(id).and_then(|entry| entry.when()) else { continue };
        for day in [date.first(), date.last()].into_iter().flatten() {
            days = Some(days.map_or((day, day), |(from, to)| (from.min(day), to.max(day))));
        }
    }
    let (from, to) = days?;
    let room = ((to.0 - from.0) / 8).max(SHORTEST / 2);
    Some(within(extent, Day(from.0 - room), Day(to.0 + room)))
}

fn length(extent: &Extent) -> f64 {
    f64::from(extent.to.0 - extent.from.0 + 1)
}
