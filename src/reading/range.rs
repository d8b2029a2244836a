//! The range of time that a view draws.

use super::{Band, Length};
use crate::dataset::{Dataset, Day};
use crate::view::{State, View};

/// Days: what is all told within so many is drawn in whole months, as years would be half empty.
const SHORT: i32 = 184;
/// Of so many records one may lie far from the rest.
const STRAY: usize = 20;

/// The days that are drawn; `from <= to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Range {
    /// Whether the days `first` to `last` touch it.
    pub fn touches(&self, first: Day, last: Day) -> bool {
        self.from <= last && first <= self.to
    }
}

/// The whole years, or months where it is but a few, in which what the view draws is dense, unless the reader has chosen a range.
///
/// A `story` begins where trade is known; earlier events are counted at its edge.
pub(super) fn range(data: &Dataset, state: &State, bands: &[Band], of_events: bool) -> Range {
    let mut days = Vec::new();
    if !of_events {
        days = dense(values(bands));
    }
    if state.view != View::Trade {
        let start = days.iter().map(|(first, _)| *first).min();
        let mut events = dense(events(bands));
        events.retain(|(first, _)| start.is_none_or(|start| start <= *first));
        days.extend(events);
    }
    whole_years(data, state, &days)
}

fn values(bands: &[Band]) -> Vec<(Day, Day)> {
    let plots = bands.iter().flat_map(|band| &band.plots);
    plots.flat_map(|plot| &plot.dated).map(|value| (value.first, value.last)).collect()
}

fn events(bands: &[Band]) -> Vec<(Day, Day)> {
    let events = bands.iter().flat_map(|band| &band.events);
    events.map(|dated| (dated.first, dated.last)).collect()
}

/// Without the few that lie farther from the rest than the rest is long.
fn dense(mut days: Vec<(Day, Day)>) -> Vec<(Day, Day)> {
    days.sort_unstable();
    let strays = days.len() / STRAY;
    for at in (1..=strays).rev() {
        let gap = days[at].0.0 - days[at - 1].1.0;
        if gap > days[days.len() - 1].1.0 - days[at].0.0 {
            days.drain(..at);
            break;
        }
    }
    days
}

/// The whole years that hold all `days`, or the months where these are few, unless the reader has chosen a range.
pub fn whole_years(data: &Dataset, state: &State, days: &[(Day, Day)]) -> Range {
    let created = data.as_of();
    let first = days.iter().map(|(first, _)| *first).min();
    let last = days.iter().map(|(_, last)| *last).max();
    let to = state.to.or(last);
    // An end that the reader has chosen holds, whatever the records are.
    let start = first.map(|first| first.min(state.to.unwrap_or(first)));
    let from = state.from.or(start).or(to).unwrap_or(created);
    let to = to.unwrap_or(created).max(from);
    let is_short = days.len() > 1 && to.0 - from.0 < SHORT;
    let [(first_year, first_month, _), (last_year, last_month, _)] = [from.civil(), to.civil()];
    let from = state
        .from
        .unwrap_or_else(|| Day::from_civil(first_year, if is_short { first_month } else { 1 }, 1));
    // The day before the next month's first.
    let to = state.to.unwrap_or_else(|| {
        Day(Day::from_civil(last_year, if is_short { last_month } else { 12 } + 1, 1).0 - 1)
    });
    Range { from, to: to.max(from) }
}

/// The whole years that hold every dated record that the view may draw, and what is drawn.
pub(super) fn extent(state: &State, bands: &[Band], drawn: Range) -> Range {
    let mut days = days(state, bands);
    days.push((drawn.from, drawn.to));
    let first = days.iter().map(|(first, _)| first.0).min().unwrap_or(drawn.from.0);
    let last = days.iter().map(|(_, last)| last.0).max().unwrap_or(drawn.to.0);
    Range {
        from: Day::from_civil(Day(first).civil().0, 1, 1),
        to: Day::from_civil(Day(last).civil().0, 12, 31),
    }
}

/// The days of every dated record that the view may draw.
pub(super) fn days(state: &State, bands: &[Band]) -> Vec<(Day, Day)> {
    let mut days = Vec::new();
    if state.view != View::Events {
        days.extend(values(bands));
    }
    if state.view != View::Trade {
        days.extend(events(bands));
    }
    days
}

/// Whether nothing that is drawn is shorter than a year, and the reader has chosen no range.
pub(super) fn of_years(state: &State, bands: &[Band], of_events: bool) -> bool {
    let is_chosen = state.from.is_some() || state.to.is_some();
    let has_events = state.view != View::Trade && bands.iter().any(|band| !band.events.is_empty());
    let mut values = bands.iter().flat_map(Band::dated);
    !is_chosen && !of_events && !has_events && values.all(|value| value.length == Length::Year)
}
