//! The chart as sound: pitch by value, gaps where a year lacks one, a click for each event.

use crate::support::draw::draw;
use bilateral::dataset::{Certainty, Code, Dataset, Day};
use bilateral::view::{State, View};
use bilateral::wire::{sound, sounds};
use serde_json::Value;

fn notes(data: &Dataset, state: &State) -> Vec<Value> {
    let chart = draw(data, state, 1000.0);
    serde_json::from_str(&sound(data, &chart)).expect("a list of notes")
}

/// `[at, pitch]` of the tones and gaps of a lane, pitch −1 for a gap.
fn tones(notes: &[Value], lane: u64) -> Vec<[f64; 2]> {
    let of_lane = notes.iter().filter(|note| note["lane"] == lane && note["click"] == false);
    of_lane
        .map(|note| [note["at"].as_f64().expect("a time"), note["pitch"].as_f64().unwrap_or(-1.0)])
        .collect()
}

fn kazakhstan(view: View) -> State {
    State { view, partners: vec![Code::new(*b"KZ")], ..State::default() }
}

#[test]
fn pitch_is_the_share_of_the_highest_value_and_time_is_the_axis() {
    let data = Dataset::embedded();
    let tones = tones(&notes(&data, &kazakhstan(View::Trade)), 0);
    assert!(tones.is_sorted_by(|a, b| a[0] < b[0]), "{tones:?}");
    let highest = tones.iter().find(|[_, pitch]| *pitch == 1.0).expect("a highest tone");
    // 2024 of 2010 to 2025: the middle of the 15th of 16 years.
    assert!((highest[0] - 14.5 / 16.0).abs() < 0.005, "{highest:?}");
    // 258.26 of 533 million.
    assert!(tones.iter().any(|[_, pitch]| (pitch - 0.485).abs() < 0.001), "{tones:?}");
}

#[test]
fn a_year_without_a_value_is_a_gap() {
    let mut data = Dataset::embedded();
    let gaps = |data: &Dataset| {
        let tones = tones(&notes(data, &kazakhstan(View::Trade)), 0);
        tones.iter().filter(|[_, pitch]| *pitch < 0.0).count()
    };
    let before = gaps(&data);
    let kept = data.figures.len();
    data.figures.retain(|figure| {
        let is_year = figure.period.and_then(|period| period.whole_year()) == Some(2022);
        !(is_year && figure.record.partners == [Code::new(*b"KZ")])
    });
    assert!(data.figures.len() < kept);
    assert_eq!(gaps(&data), before + 1);
}

#[test]
fn every_event_on_the_axis_clicks_and_a_value_chart_has_no_clicks() {
    let data = Dataset::embedded();
    let clicks =
        |state: &State| notes(&data, state).iter().filter(|note| note["click"] == true).count();
    let dated = |from: i32| {
        let inside = |day: Day| day >= Day::from_civil(from, 1, 1);
        data.events
            .iter()
            .filter(|event| event.record.partners.contains(&Code::new(*b"KZ")))
            .filter_map(|event| event.date)
            .filter(|date| date.first().or(date.last()).is_some_and(inside))
            .count()
    };
    assert_eq!(clicks(&kazakhstan(View::Events)), dated(1900));
    assert_eq!(clicks(&kazakhstan(View::Story)), dated(2010));
    assert!(dated(2010) < dated(1900));
    assert_eq!(clicks(&kazakhstan(View::Trade)), 0);
    assert_eq!(tones(&notes(&data, &kazakhstan(View::Events)), 0), [] as [[f64; 2]; 0]);
}

#[test]
fn counts_sound_value_by_value_and_never_an_ambiguous_one() {
    let data = Dataset::embedded();
    let counts = |code: &[u8; 2]| {
        let partners = vec![Code::new(*code)];
        let state =
            State { measure: Some("agreements".into()), partners, ..kazakhstan(View::Trade) };
        tones(&notes(&data, &state), 0)
    };
    let heights = |tones: &[[f64; 2]]| -> Vec<i64> {
        tones.iter().map(|[_, pitch]| (pitch * 1000.0).round() as i64).collect()
    };
    // 60, 100, 90 and 189 agreements.
    assert_eq!(heights(&counts(b"KZ")), [317, 529, 476, 1000]);
    // 45, 35, 57, 62 and 80; "more than 30" of no certain date and the other 62 are not played.
    assert_eq!(heights(&counts(b"TJ")), [563, 438, 713, 775, 1000]);
    assert!(counts(b"KZ").is_sorted_by(|a, b| a[0] < b[0]), "by date");
}

#[test]
fn a_chart_without_a_sound_says_so() {
    let mut data = Dataset::embedded();
    let heard = |data: &Dataset, view: View| {
        let state = kazakhstan(view);
        let chart = draw(data, &state, 1000.0);
        let heard = sounds(data, &chart);
        assert_eq!(heard, !notes(data, &state).is_empty());
        heard
    };
    assert!(heard(&data, View::Trade) && heard(&data, View::Events));
    assert!(!heard(&data, View::Sectors) && !heard(&data, View::Table));
    data.figures.iter_mut().for_each(|figure| figure.record.certainty = Certainty::Ambiguous);
    assert!(!heard(&data, View::Trade), "nothing but what is ambiguous");
}
