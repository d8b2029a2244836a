//! The chart as sound: for each partner its longest series and its events, in order of time.
//!
//! `at` runs from 0 to 1 over the range that is drawn; `pitch` is the share of the partner's highest
//! value. A year without a value is a gap. What is no series, as counts are, sounds value by value.

use super::summary::{is_drawn, shows_figures};
use super::{Json, records};
use crate::chart::{Chart, Extent, dots, series};
use crate::dataset::{Code, Dataset, Day, Entry};
use crate::view::State;

/// Whether anything sounds: nothing does in a view without a time axis.
pub fn sounds(data: &Dataset, chart: &Chart, state: &State) -> bool {
    !notes(data, chart, state).is_empty()
}

/// `[{"at", "pitch" or null, "click", "lane"}, …]`, where lanes count the partners shown.
pub fn sound(data: &Dataset, chart: &Chart, state: &State) -> String {
    let mut json = Json::new();
    json.array(notes(data, chart, state), |json, note| {
        json.object(|json| {
            json.key("at").number(note.at);
            match note.pitch {
                Some(pitch) => json.key("pitch").number(pitch),
                None => json.key("pitch").null(),
            }
            json.key("click").boolean(note.click);
            json.key("lane").pixels(note.lane.into());
        });
    });
    json.finish()
}

struct Note {
    at: f64,
    pitch: Option<f64>,
    click: bool,
    lane: i32,
}

fn notes(data: &Dataset, chart: &Chart, state: &State) -> Vec<Note> {
    let mut notes = Vec::new();
    let Some(extent) = &chart.extent else { return notes };
    let entries = records(data, state, &chart.shown);
    for (lane, code) in chart.shown.iter().enumerate() {
        let lane = lane as i32;
        if shows_figures(state.view) {
            tones(&mut notes, data, extent, state, (*code, lane));
        }
        for entry in &entries {
            let when = entry.when().and_then(|when| when.first().or(when.last()));
            if let (Entry::Event(event), Some(day)) = (entry, when)
                && event.record.partners.contains(code)
                && (extent.from..=extent.to).contains(&day)
            {
                notes.push(Note { at: share(extent, day), pitch: None, click: true, lane });
            }
        }
    }
    notes
}

/// A tone for each year of the partner's longest series, and a gap for each that it lacks between;
/// without a series a tone for each value.
fn tones(
    notes: &mut Vec<Note>,
    data: &Dataset,
    extent: &Extent,
    state: &State,
    (partner, lane): (Code, i32),
) {
    let mut add = |day: Day, pitch: Option<f64>| {
        notes.push(Note { at: share(extent, day), pitch, click: false, lane });
    };
    let mut most: f64 = 0.0;
    let Some(series) = series(data, partner, state.measure).into_iter().next() else {
        let dots = dots(data, partner, state.measure);
        for (_, _, value) in &dots {
            most = most.max(*value);
        }
        for (first, last, value) in dots {
            if first <= extent.to && extent.from <= last {
                add(Day((first.0 + last.0) / 2), Some(value / most));
            }
        }
        return;
    };
    for (_, figure) in &series.values {
        most = figure.value.unwrap_or(0.0).max(most);
    }
    let mut next = None;
    for (year, figure) in &series.values {
        if !is_drawn(extent, *year) {
            continue;
        }
        let middle = |year: i32| Day::from_civil(year, 7, 1);
        for gap in next.unwrap_or(*year)..*year {
            add(middle(gap), None);
        }
        // Of two values of a year the first sounds.
        if next.is_none_or(|next| next <= *year) {
            add(middle(*year), figure.value.map(|value| value / most));
        }
        next = Some(year + 1);
    }
}

/// Where a day lies in the range that is drawn, from 0 to 1.
fn share(extent: &Extent, day: Day) -> f64 {
    let span = f64::from(extent.to.0 - extent.from.0).max(1.0);
    (f64::from(day.0 - extent.from.0) / span).clamp(0.0, 1.0)
}
