//! What the mark of an event says: how far it has come, and how sure its date is.

mod support {
    pub(crate) mod draw;
}

use bilateral::dataset::{Dataset, Language, Value, from_json};
use bilateral::locale::{Locale, complete};
use bilateral::scene::{Fill, Mark, Scene, Shape};
use bilateral::view::{State, View};
use bilateral::widget::Picture;
use serde_json::{Value as Json, json};
use support::draw::draw;

/// Events with partners in the United Kingdom's dataset: kind, date, status.
fn dataset(events: &[(&str, &str, &str)]) -> Dataset {
    let event = |(at, (kind, date, status)): (usize, &(&str, &str, &str))| {
        json!({ "id": format!("e{at}"), "partner": "FR", "kind": kind, "date": date,
            "status": status, "title": { "en": format!("Title {at}") } })
    };
    let events: Vec<Json> = events.iter().enumerate().map(event).collect();
    let whole = json!({
        "format": "bilateral/1",
        "meta": { "name": "any", "reporting": "GB", "languages": ["en"], "created": "2024-01-01",
            "default_source": "An office" },
        "events": events,
    });
    let value: Value = serde_json::from_value(whole).expect("JSON");
    let mut data = from_json(&value).unwrap_or_else(|found| panic!("{}", found[0]));
    complete(&mut data, Locale::of(Language::EN));
    data
}

fn events(data: &Dataset, width: f64) -> Picture {
    draw(data, &State { view: View::Events, ..State::default() }, width)
}

fn texts(scene: &Scene) -> Vec<&str> {
    let texts = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// The symbols at the mark of a record.
fn symbols(scene: &Scene, record: &str) -> Vec<(Shape, Fill)> {
    let target = scene.targets.iter().find(|target| target.records == [record]).expect("a target");
    let symbols = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Symbol { at, shape, fill, .. } if *at == target.at => Some((*shape, *fill)),
        _ => None,
    });
    symbols.collect()
}

#[test]
fn only_what_is_done_looks_done() {
    for kind in ["visit", "treaty", "commission", "transport", "embassy", "security"] {
        let statuses = [
            (kind, "2018-06-01", "done"),
            (kind, "2026-06-01", "planned"),
            (kind, "2020-06-01", "under-way"),
            (kind, "2022-06-01", "proposed"),
            (kind, "2024-06-01", "claimed"),
        ];
        let data = dataset(&statuses);
        let picture = events(&data, 1000.0);
        let scene = &picture.chart.scene;
        let drawn: Vec<_> = (0..5).map(|at| symbols(scene, &format!("e{at}"))).collect();
        let (shape, solid) = drawn[0][0];
        assert_eq!((drawn[0].len(), solid), (1, Fill::Solid), "{kind}");
        let Fill::Hollow { ground } = drawn[1][0].1 else { panic!("{:?}", drawn[1]) };
        assert_eq!(drawn[1], [(shape, Fill::Hollow { ground })], "{kind}");
        let core = (Shape::Circle, Fill::Solid);
        assert_eq!(drawn[2], [(shape, Fill::Hollow { ground }), core], "{kind}");
        assert_eq!(drawn[3], drawn[1], "{kind}");
        assert_eq!(drawn[4], [(shape, Fill::Dashed { ground })], "{kind}");
        let said = texts(scene);
        for title in ["Title 0", "Title 2 (under way)", "Title 4 (claimed)", "Title 1 (planned)"] {
            assert!(said.contains(&title), "{title} in {said:?}");
        }
        for meaning in ["planned, proposed", "under way", "claimed by one side"] {
            assert!(said.contains(&meaning), "{meaning} in {said:?}");
        }
    }
}

#[test]
fn what_is_proposed_alone_is_not_called_planned() {
    let data = dataset(&[("treaty", "2022-06-01", "proposed")]);
    let picture = events(&data, 600.0);
    let said = texts(&picture.chart.scene);
    assert!(said.contains(&"proposed") && said.contains(&"Title 0 (proposed)"), "{said:?}");
    assert!(!said.iter().any(|text| text.contains("planned")), "{said:?}");
}

#[test]
fn the_numbered_list_says_how_far_each_event_has_come() {
    let data = dataset(&[
        ("treaty", "2018-06-01", "claimed"),
        ("treaty", "2020-06-01", "done"),
        ("treaty", "2022-06-01", "under-way"),
    ]);
    let list = events(&data, 320.0).chart.list;
    let titles: Vec<_> = list.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(
        titles,
        ["France: Title 0 (claimed)", "France: Title 1", "France: Title 2 (under way)"]
    );
}
