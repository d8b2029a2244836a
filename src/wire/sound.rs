//! The chart as sound: for each partner its longest series and its events, in order of time.
//!
//! `at` runs from 0 to 1 over the range that is drawn; `pitch` is the share of the partner's highest
//! value. A period without a value is a gap. What is no series, as counts are, sounds value by value.

use super::Json;
use crate::chart::Extent;
use crate::dataset::{Dataset, Day, Entry};
use crate::reading::{Band, DatedValue, Length, Values, records};
use crate::widget::Picture;
use crate::words::{is_told, shows_figures};

/// Whether anything sounds: nothing does in a view without a time axis.
pub fn sounds(data: &Dataset, picture: &Picture) -> bool {
    !notes(data, picture).is_empty()
}

/// `[{"at", "pitch" or null, "click", "lane"}, …]`, where lanes count the partners shown.
pub fn sound(data: &Dataset, picture: &Picture) -> String {
    let mut json = Json::new();
    json.array(notes(data, picture), |json, note| {
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

fn notes(data: &Dataset, picture: &Picture) -> Vec<Note> {
    let reading = &picture.reading;
    let mut notes = Vec::new();
    let Some(extent) = &picture.chart.extent else { return notes };
    let entries = records(data, reading);
    for (lane, band) in reading.bands.iter().enumerate() {
        let lane = lane as i32;
        if shows_figures(reading.state.view) {
            tones(&mut notes, extent, band, lane);
        }
        for entry in &entries {
            let when = entry.when().and_then(|when| when.first().or(when.last()));
            if let (Entry::Event(event), Some(day)) = (entry, when)
                && event.record.partners.contains(&band.code)
                && (extent.from..=extent.to).contains(&day)
            {
                notes.push(Note { at: share(extent, day), pitch: None, click: true, lane });
            }
        }
    }
    notes
}

/// A tone for each period of the partner's longest series, and a gap for each that it lacks between;
/// without a series a tone for each value.
fn tones(notes: &mut Vec<Note>, extent: &Extent, band: &Band, lane: i32) {
    let mut add = |day: Day, pitch: Option<f64>| {
        notes.push(Note { at: share(extent, day), pitch, click: false, lane });
    };
    let Some(plot) = band.plots.first() else { return };
    let series = plot.series.iter().find(|series| is_told(series));
    let members: Vec<&DatedValue> = match series {
        Some(series) => series.members.iter().map(|at| &plot.dated[*at]).collect(),
        None => unnamed(plot),
    };
    let mut most: f64 = 0.0;
    for value in &members {
        most = most.max(value.value);
    }
    let pitch = |value: &DatedValue| Some(if most > 0.0 { value.value / most } else { 0.0 });
    let mut next: Option<Day> = None;
    for value in members {
        if value.last < extent.from || extent.to < value.first {
            continue;
        }
        let middle = Day((value.first.0 + value.last.0 + 1) / 2);
        if series.is_none() {
            add(middle, pitch(value));
            continue;
        }
        while let Some(gap) = next.filter(|next| *next < value.first) {
            let after = period_after(gap, value.length);
            add(Day((gap.0 + after.0) / 2), None);
            next = Some(after);
        }
        // Of two values of a period the first sounds.
        if next.is_none_or(|next| next <= value.first) {
            add(middle, pitch(value));
        }
        next = Some(Day(value.last.0 + 1));
    }
}

/// The values whose source names no statistics, as counts are.
fn unnamed(plot: &Values) -> Vec<&DatedValue> {
    plot.dated.iter().filter(|value| value.reporter.is_none() && value.is_published()).collect()
}

/// The first day of the period after the one that begins on `day`.
fn period_after(day: Day, length: Length) -> Day {
    let (year, month, _) = day.civil();
    let months = |count: u32| {
        let index = month - 1 + count;
        Day::from_civil(year + (index / 12) as i32, index % 12 + 1, 1)
    };
    match length {
        Length::Day | Length::Part => Day(day.0 + 1),
        Length::Week => Day(day.0 + 7),
        Length::Month => months(1),
        Length::Quarter => months(3),
        Length::Half => months(6),
        Length::Year | Length::Twelve => months(12),
    }
}

/// Where a day lies in the range that is drawn, from 0 to 1.
fn share(extent: &Extent, day: Day) -> f64 {
    let span = f64::from(extent.to.0 - extent.from.0).max(1.0);
    (f64::from(day.0 - extent.from.0) / span).clamp(0.0, 1.0)
}
