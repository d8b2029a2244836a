//! The chart as sound: for each partner its longest series and its events, in order of time.
//!
//! `at` runs from 0 to 1 over the range that is drawn; `pitch` is the share of the partner's highest
//! value. A year without a value is a gap.

use super::summary::{is_drawn, shows_figures};
use super::{Json, records};
use crate::chart::{Chart, Extent, series};
use crate::dataset::{Code, Dataset, Day, Entry};
use crate::view::State;

/// `[{"at", "pitch" or null, "click", "lane"}, …]`, where lanes count the partners shown; empty for
/// a view without a time axis.
pub fn sound(data: &Dataset, chart: &Chart, state: &State) -> String {
    let mut json = Json::new();
    let mut notes = Vec::new();
    if let Some(extent) = &chart.extent {
        let entries = records(data, state, &chart.shown);
        for (lane, code) in chart.shown.iter().enumerate() {
            let lane = lane as i32;
            if shows_figures(state.view) {
                tones(&mut notes, data, chart, state, *code, lane);
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
    }
    json.array(notes, |json, note| {
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

/// A tone for each year of the partner's longest series, and a gap for each that it lacks between.
fn tones(
    notes: &mut Vec<Note>,
    data: &Dataset,
    chart: &Chart,
    state: &State,
    partner: Code,
    lane: i32,
) {
    let (Some(extent), Some(series)) =
        (&chart.extent, series(data, partner, state.measure).into_iter().next())
    else {
        return;
    };
    let (mut most, mut next) = (0.0, None);
    for (_, figure) in &series.values {
        most = figure.value.unwrap_or(0.0).max(most);
    }
    for (year, figure) in series.values.iter().filter(|(year, _)| is_drawn(&chart.extent, *year)) {
        let mut add = |year: i32, pitch| {
            let at = share(extent, Day::from_civil(year, 7, 1));
            notes.push(Note { at, pitch, click: false, lane });
        };
        for gap in next.unwrap_or(*year)..*year {
            add(gap, None);
        }
        // Of two values of a year the first sounds.
        if next.is_none_or(|next| next <= *year) {
            add(*year, figure.value.map(|value| value / most));
        }
        next = Some(year + 1);
    }
}

/// Where a day lies in the range that is drawn, from 0 to 1.
fn share(extent: &Extent, day: Day) -> f64 {
    let span = f64::from(extent.to.0 - extent.from.0).max(1.0);
    (f64::from(day.0 - extent.from.0) / span).clamp(0.0, 1.0)
}
