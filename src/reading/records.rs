//! The records behind a view: what its table lists, its sources document and its exports hold.

use super::Reading;
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Dataset, Day, Entry, Measure};
use crate::view::{State, View};

/// What the view shows of its partners: kind by kind, then partner by partner, then by date. The view
/// `table` shows records of every kind, of all partners where the reader has chosen none.
pub fn records<'a>(data: &'a Dataset, reading: &Reading) -> Vec<Entry<'a>> {
    sorted_by_key(records_in_view(data, reading), |entry| {
        let first = entry.record().partners.first();
        let partner = data.partners.iter().position(|partner| Some(&partner.code) == first);
        let day = entry.when().and_then(|date| date.first()).map_or(i32::MAX, |day| day.0);
        key(rank(*entry) << 16 | partner.unwrap_or(0) as i32, day)
    })
}

/// The same, as they stand in the dataset.
pub fn records_in_view<'a>(data: &'a Dataset, reading: &Reading) -> Vec<Entry<'a>> {
    let state = &reading.state;
    let shown = reading.shown();
    let partners = if state.view == View::Table { &state.partners } else { &shown };
    let all = state.view == View::Table && !reading.has_chosen;
    let mut entries = Vec::new();
    for entry in data.entries() {
        let of_partner = entry.record().partners.iter().any(|code| partners.contains(code));
        if (all || of_partner)
            && is_of_view(data, (state, reading.measure), entry)
            && is_in_range(reading, entry)
        {
            entries.push(entry);
        }
    }
    entries
}

fn rank(entry: Entry) -> i32 {
    match entry {
        Entry::Figure(_) => 0,
        Entry::Event(_) => 1,
        Entry::Project(_) => 2,
        Entry::Sector(_) => 3,
        Entry::Person(_) => 4,
    }
}

/// Whether the view of a measure draws, or lists, records such as this one.
pub(super) fn is_of_view(
    data: &Dataset,
    (state, measure): (&State, Measure),
    entry: Entry,
) -> bool {
    match (state.view, entry) {
        (View::Table, Entry::Event(event)) => state.shows_kind(data, event.kind),
        (View::Table, _) => true,
        (View::Story | View::Trade, Entry::Figure(figure)) => {
            // What a source says of growth stands beside the values that it ties.
            let growth = figure.measure == Measure::GROWTH && measure == Measure::TURNOVER;
            figure.measure == measure || growth
        }
        (View::Story | View::Events, Entry::Event(event)) => state.shows_kind(data, event.kind),
        (View::Sectors, Entry::Sector(_)) => true,
        _ => false,
    }
}

/// What has no date is in every range, as it stands beside every axis.
fn is_in_range(reading: &Reading, entry: Entry) -> bool {
    let Some(date) = entry.when() else { return true };
    let first = date.first().unwrap_or(Day(i32::MIN));
    let last = date.last().unwrap_or(Day(i32::MAX));
    reading.is_chosen(first, last)
}
