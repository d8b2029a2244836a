//! What the mark of an event says: how far it has come, and how sure its date is.

use crate::support::draw::draw;
use bilateral::dataset::{Dataset, Language, Value, from_json};
use bilateral::locale::{Locale, complete};
use bilateral::scene::{Dash, Fill, Mark, Scene, Shape};
use bilateral::theme::Theme;
use bilateral::view::{State, View};
use bilateral::widget::Picture;
use serde_json::{Value as Json, json};

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

/// The lines and bars beside the mark of a record, as left and right ends; whether they are dotted.
fn beside(scene: &Scene, record: &str) -> Vec<(f64, f64, bool)> {
    let target = scene.targets.iter().find(|target| target.records == [record]).expect("a target");
    let rule = Theme::light().rule;
    let beside = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Rect { rect, color } => {
            let is_one = *color == rule && rect.height() == 4.0 && rect.top + 2.0 == target.at.y;
            is_one.then_some((rect.left, rect.right, false))
        }
        Mark::Line { points, color, dash, .. } if *color == rule && points[0].y == target.at.y => {
            let [from, to] = [points[0].x, points[1].x];
            Some((from.min(to), from.max(to), *dash == Dash::Dotted))
        }
        _ => None,
    });
    beside.filter(|(left, right, _)| (left - 30.0..right + 30.0).contains(&target.at.x)).collect()
}

#[test]
fn a_doubtful_date_shows_its_doubt_however_precise_it_is() {
    for (date, width, is_certain) in [
        ("2020", 1000.0, true),
        ("2020-06-01", 1000.0, true),
        ("2020~", 1000.0, false),
        ("2020?", 320.0, false),
        ("2020-06-01?", 1000.0, false),
        ("2020-06-01~", 320.0, false),
        ("2020-06~", 600.0, false),
    ] {
        let data = dataset(&[
            ("visit", "1990-06-01", "done"),
            ("treaty", date, "done"),
            ("visit", "2023-06-01", "done"),
        ]);
        let picture = events(&data, width);
        let scene = &picture.chart.scene;
        let at = scene.targets.iter().find(|target| target.records == ["e1"]).expect("it").at;
        let said = texts(scene).contains(&"dots: the date is not certain");
        assert_eq!(said, !is_certain, "{date}");
        let lines = beside(scene, "e1");
        if is_certain {
            assert!(lines.iter().all(|(_, _, dotted)| !dotted), "{date}: {lines:?}");
            continue;
        }
        assert_eq!(lines.len(), 2, "{date}: {lines:?}");
        assert!(lines.iter().all(|(_, _, dotted)| *dotted), "{date}: {lines:?}");
        let reaches = |side: f64| {
            lines.iter().any(|(left, right, _)| {
                let far = if side < 0.0 { left } else { right };
                (far - at.x) * side >= 15.0
            })
        };
        assert!(reaches(-1.0) && reaches(1.0), "{date}: {lines:?} around {at:?}");
    }
}

#[test]
fn the_dots_of_a_doubt_run_under_no_other_mark() {
    let data = dataset(&[
        ("visit", "2000-06-01", "done"),
        ("treaty", "2020-06-01?", "done"),
        ("treaty", "2021-02-01", "done"),
        ("visit", "2023-06-01", "done"),
    ]);
    let picture = events(&data, 600.0);
    let scene = &picture.chart.scene;
    let at = |id: &str| scene.targets.iter().find(|one| one.records == [id]).expect("it").at;
    assert!((at("e1").x - at("e2").x).abs() > 13.0, "they would stand side by side");
    assert_ne!(at("e1").y, at("e2").y);
}

#[test]
fn an_open_range_runs_to_the_edge_from_the_end_that_is_known() {
    let around = [("visit", "2015-06-01", "done"), ("visit", "2024-06-01", "claimed")];
    for (date, from, to) in [("2020-05-01/..", false, true), ("../2020-05-01", true, false)] {
        let data = dataset(&[&around[..], &[("treaty", date, "done")]].concat());
        for width in [320.0, 1000.0] {
            let picture = events(&data, width);
            let scene = &picture.chart.scene;
            let at = scene.targets.iter().find(|one| one.records == ["e2"]).expect("it").at;
            let extent = picture.chart.extent.expect("an axis");
            let lines = beside(scene, "e2");
            let left = if from { extent.left } else { at.x };
            let right = if to { extent.right } else { at.x };
            let [(start, end, false)] = lines[..] else { panic!("{date}: {lines:?}") };
            assert!((start - left).abs() < 1.0 && (end - right).abs() < 1.0, "{date}: {lines:?}");
            assert!(texts(scene).contains(&"bar to the edge: start or end open"));
        }
        // It goes on outside of the years that it begins or ends in.
        let mut state = State { view: View::Events, ..State::default() };
        let zoom = if to { ("2022", "2023") } else { ("2016", "2018") };
        state.set("from", Some(zoom.0)).unwrap();
        state.set("to", Some(zoom.1)).unwrap();
        let scene = draw(&data, &state, 1000.0).chart.scene;
        let [(start, end, false)] = beside(&scene, "e2")[..] else { panic!("{date}") };
        assert!(start < 1.0 && end > 990.0, "{date}: {start} to {end}");
    }
}

#[test]
fn a_mark_on_another_has_its_title_beside_it_where_nothing_is_near() {
    let data = dataset(&[
        ("visit", "2021-06-15", "done"),
        ("treaty", "2021-06-15", "done"),
        ("visit", "2026-06-15", "planned"),
    ]);
    let picture = events(&data, 1000.0);
    let said = texts(&picture.chart.scene);
    assert!(said.contains(&"Title 0") && said.contains(&"Title 1"), "{said:?}");
    let target = picture.chart.scene.targets.iter().find(|one| one.records == ["e0"]).expect("it");
    let label = target.label.expect("a title, which a press opens as well");
    assert!(label.top < target.at.y && target.at.y < label.bottom, "{label:?}");
    // Above other marks of the line it would be read as theirs.
    let data = dataset(&[
        ("visit", "2021-06-15", "done"),
        ("treaty", "2021-06-15", "done"),
        ("treaty", "2020-11-15", "done"),
        ("treaty", "2022-01-15", "done"),
        ("visit", "2012-06-15", "done"),
        ("visit", "2030-06-15", "planned"),
    ]);
    let picture = events(&data, 1000.0);
    let said = texts(&picture.chart.scene);
    assert!(said.contains(&"Title 1") && !said.contains(&"Title 0"), "{said:?}");
}
