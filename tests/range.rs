//! A range of time: what it cuts off stays within reach, and the axis tells how fine it is.

use crate::support::draw::draw;
use bilateral::dataset::{Code, Dataset, Day, EventKind};
use bilateral::scene::Mark;
use bilateral::view::{State, View};
use bilateral::widget::Picture;

const RANGES: [[Option<&str>; 2]; 5] = [
    [None, None],
    [Some("2015"), None],
    [None, Some("2009")],
    [Some("2021-06"), Some("2023-03")],
    [Some("2022-04"), Some("2022-06")],
];

fn ranged(data: &Dataset, view: View, [from, to]: [Option<&str>; 2], width: f64) -> Picture {
    let mut state = State { view, ..State::default() };
    state.set("from", from).unwrap();
    state.set("to", to).unwrap();
    draw(data, &state, width)
}

#[test]
fn every_dated_event_can_be_opened_whatever_the_range() {
    let data = Dataset::embedded();
    for view in [View::Story, View::Events] {
        for range in RANGES {
            for width in [280.0, 375.0, 600.0, 1000.0, 1600.0] {
                let chart = ranged(&data, view, range, width);
                let targets = &chart.chart.scene.targets;
                for event in data.events.iter().filter(|event| event.date.is_some()) {
                    let id = &event.record.id;
                    let mut partners = event.record.partners.iter();
                    let shown = partners.any(|code| chart.reading.shown().contains(code));
                    let found = targets.iter().any(|target| target.records.contains(id));
                    assert_eq!(found, shown, "{id} in {view:?} of {range:?} at {width}");
                }
            }
        }
    }
}

#[test]
fn an_extent_holds_the_range_and_every_record() {
    let data = Dataset::embedded();
    for view in [View::Story, View::Trade, View::Events] {
        for range in RANGES {
            let chart = ranged(&data, view, range, 600.0);
            let extent = chart.chart.extent.expect("it has a time axis");
            assert!(extent.first <= extent.from && extent.to <= extent.last, "{extent:?}");
            assert!(0.0 <= extent.left && extent.left < extent.right && extent.right <= 600.0);
            for end in [extent.first, Day(extent.last.0 + 1)] {
                assert_eq!((end.civil().1, end.civil().2), (1, 1), "whole years: {extent:?}");
            }
            for when in chart.chart.scene.targets.iter().filter_map(|target| target.when) {
                assert!(extent.first <= when && when <= extent.last, "{when:?} in {extent:?}");
            }
        }
        let whole = ranged(&data, view, RANGES[0], 600.0).chart.extent.unwrap();
        let part = ranged(&data, view, RANGES[3], 600.0).chart.extent.unwrap();
        assert_eq!((whole.first, whole.last), (part.first, part.last));
    }
    assert_eq!(ranged(&data, View::Sectors, RANGES[0], 600.0).chart.extent, None);
}

fn says(chart: &Picture, text: &str) -> bool {
    let is = |mark: &Mark| matches!(mark, Mark::Text { text: said, .. } if said == text);
    chart.chart.scene.marks.iter().any(is)
}

#[test]
fn months_show_in_a_year_quarters_in_three_and_whole_years_in_more() {
    let data = Dataset::embedded();
    for view in [View::Story, View::Trade, View::Events] {
        let months = ranged(&data, view, [Some("2022"), Some("2022")], 1000.0);
        assert!(says(&months, "2022") && says(&months, "Feb") && says(&months, "Mar"));
        let quarters = ranged(&data, view, [Some("2021"), Some("2023")], 1000.0);
        assert!(says(&quarters, "2021") && says(&quarters, "Apr") && !says(&quarters, "Feb"));
        let years = ranged(&data, view, [Some("2020"), Some("2023")], 1000.0);
        assert!(says(&years, "2021") && !says(&years, "Apr"));
    }
}

#[test]
fn kinds_are_counted_among_the_partners_in_view() {
    let data = Dataset::embedded();
    let chart = ranged(&data, View::Events, RANGES[0], 600.0);
    for offer in &chart.reading.kinds {
        let events = data.events.iter().filter(|event| {
            let mut partners = event.record.partners.iter();
            event.kind == offer.kind
                && event.date.is_some()
                && partners.any(|code| chart.reading.shown().contains(code))
        });
        assert_eq!(events.count(), offer.count as usize, "{offer:?}");
        assert!(offer.on && offer.count > 0);
    }
    assert!(chart.reading.kinds.iter().any(|offer| offer.kind == EventKind::VISIT));
    assert!(ranged(&data, View::Trade, RANGES[0], 600.0).reading.kinds.is_empty());
}

/// What lies far before all else is not drawn, and is told.
#[test]
fn a_value_before_the_range_is_told_beside_it() {
    let data = Dataset::embedded();
    let partners = vec![Code::new(*b"RU")];
    let state = State { view: View::Trade, partners, ..State::default() };
    let chart = draw(&data, &state, 1000.0);
    let asides: Vec<&str> = chart.texts.asides.iter().map(|aside| aside.text.as_str()).collect();
    let told =
        asides.iter().filter(|text| text.starts_with("1 earlier: ") && text.contains("2000"));
    assert_eq!(told.count(), 1, "{asides:?}");
    let chart = draw(&data, &State { from: Some(Day::from_civil(1999, 1, 1)), ..state }, 1000.0);
    assert!(chart.texts.asides.iter().all(|aside| !aside.text.contains("earlier")));
}
