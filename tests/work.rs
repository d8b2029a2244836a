//! The work of a draw is bounded by the room there is, however many records there are.

use crate::support::draw::draw;
use crate::support::judge::judge;
use bilateral::dataset::{Dataset, Value, check_json};
use bilateral::view::{ScaleKind, State, View};
use serde_json::json;
use std::time::{Duration, Instant};

/// Marks for each pixel of width: what stands side by side, in a few lanes.
const MARKS_A_PIXEL: f64 = 20.0;
/// A debug build on a busy machine; in the browser it is a fiftieth.
const PATIENCE: Duration = Duration::from_secs(30);

/// So many months of so many partners, each with an event; ends of years and equal peaks among them.
fn many(partners: &[&str], months: usize) -> Dataset {
    let (mut figures, mut events) = (Vec::new(), Vec::new());
    for (at, partner) in partners.iter().enumerate() {
        for month in 0..months {
            let (year, of_year) = (1800 + month / 12, 1 + month % 12);
            let day = if of_year == 12 { 31 } else { 1 + month % 28 };
            figures.push(json!({ "id": format!("f{at}-{month}"), "partner": partner,
                "measure": "turnover", "value": (month * 7919 + at) % 1000 * 1000, "unit": "EUR",
                "period": format!("{year}-{of_year:02}"), "source": "Diary" }));
            events.push(
                json!({ "id": format!("e{at}-{month}"), "partners": [partner], "kind": "visit",
                "date": format!("{year}-{of_year:02}-{day:02}"), "status": "done",
                "title": { "en": format!("Visit number {month} of many") }, "source": "Diary" }),
            );
        }
    }
    let data = json!({ "format": "bilateral/1", "figures": figures, "events": events,
        "meta": { "name": "many", "reporting": "GB", "created": "2100-01-01" } });
    let value: Value = serde_json::from_value(data).expect("it is JSON");
    check_json(&value).unwrap_or_else(|found| panic!("{}", found[0])).0
}

#[test]
fn no_draw_has_more_marks_than_the_room_takes() {
    let data = many(&["DE", "FR", "IT", "PL"], 3000);
    let codes: Vec<_> = data.partners.iter().map(|partner| partner.code).collect();
    for (view, scale) in [
        (View::Story, ScaleKind::Linear),
        (View::Story, ScaleKind::Log),
        (View::Trade, ScaleKind::Linear),
        (View::Trade, ScaleKind::Log),
        (View::Trade, ScaleKind::Indexed),
        (View::Events, ScaleKind::Linear),
        (View::Sectors, ScaleKind::Linear),
        (View::Table, ScaleKind::Linear),
    ] {
        for partners in [codes.clone(), vec![codes[0]]] {
            for width in [280.0, 1000.0] {
                let state = State { view, scale, partners: partners.clone(), ..State::default() };
                let start = Instant::now();
                let scene = draw(&data, &state, width).chart.scene;
                let marks = scene.marks.len();
                let most = MARKS_A_PIXEL * width;
                assert!(marks as f64 <= most, "{view:?} {scale:?} at {width}: {marks} marks");
                assert!(start.elapsed() < PATIENCE, "{view:?} at {width}: {:?}", start.elapsed());
                if let Err(fault) = judge(&scene) {
                    panic!("{view:?} {scale:?} at {width}: {fault}");
                }
            }
        }
    }
}
