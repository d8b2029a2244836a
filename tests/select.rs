//! A chosen record is in the picture where nobody chose otherwise, and what a reader sees stays when
//! the choice is taken back.

use crate::support::draw::draw;
use bilateral::dataset::{Dataset, Language, Value, from_json};
use bilateral::locale::{Locale, complete};
use bilateral::reading::{Reading, records};
use bilateral::view::{State, View};
use bilateral::widget::{Input, Model, PageEvent, Redraw, Step, update};
use serde_json::{Value as Json, json};

/// Exports and imports with partners, those first of whom more is known.
fn dataset(partners: &[&str]) -> Dataset {
    let mut figures: Vec<Json> = Vec::new();
    for (at, partner) in partners.iter().enumerate() {
        for year in 2000..2012 - at {
            for measure in ["exports", "imports"] {
                figures.push(
                    json!({ "id": format!("{}-{measure}-{year}", partner.to_lowercase()), "partner": partner,
                    "measure": measure, "value": 1000 + year, "unit": "USD",
                    "period": year.to_string(), "reporter": "MX" }),
                );
            }
        }
    }
    let whole = json!({
        "format": "bilateral/1",
        "meta": { "name": "any", "reporting": "MX", "languages": ["en"], "default_source": "An office" },
        "figures": figures,
    });
    let value: Value = serde_json::from_value(whole).expect("JSON");
    let mut data = from_json(&value).unwrap_or_else(|found| panic!("{}", found[0]));
    complete(&mut data, Locale::of(Language::EN));
    data
}

fn state(view: View, select: &str) -> State {
    State { view, select: Some(select.into()), ..State::default() }
}

fn shown(reading: &Reading) -> Vec<String> {
    reading.shown().iter().map(|code| code.as_str().to_owned()).collect()
}

fn is_drawn(data: &Dataset, state: &State, width: f64, id: &str) -> bool {
    let scene = draw(data, state, width).chart.scene;
    scene.targets.iter().any(|target| target.records.iter().any(|record| record == id))
}

const FIVE: [&str; 5] = ["US", "CA", "BR", "FR", "DE"];

#[test]
fn the_partner_and_the_measure_of_the_chosen_record_are_shown() {
    let data = dataset(&FIVE);
    for partner in FIVE {
        for measure in ["exports", "imports"] {
            let id = format!("{}-{measure}-2003", partner.to_lowercase());
            for (view, width) in [
                (View::Story, 320.0),
                (View::Story, 1000.0),
                (View::Trade, 320.0),
                (View::Trade, 1000.0),
            ] {
                let state = state(view, &id);
                assert!(is_drawn(&data, &state, width, &id), "{id} in {view:?} at {width}");
                let bands = Reading::new(&data, &state, width).bands.len();
                assert_eq!(bands, if width < 480.0 && view == View::Story { 1 } else { 3 });
            }
        }
    }
}

#[test]
fn of_chosen_partners_a_phone_shows_that_of_the_chosen_record() {
    let data = dataset(&FIVE);
    let mut state = state(View::Story, "fr-exports-2003");
    state.set("partners", Some("US FR")).unwrap();
    assert_eq!(shown(&Reading::new(&data, &state, 320.0)), ["FR"]);
    assert_eq!(shown(&Reading::new(&data, &state, 1000.0)), ["US", "FR"]);
}

#[test]
fn what_the_author_has_chosen_stands() {
    let data = dataset(&FIVE);
    let mut state = state(View::Trade, "fr-exports-2003");
    state.set("partners", Some("US CA")).unwrap();
    state.set("measure", Some("imports")).unwrap();
    let reading = Reading::new(&data, &state, 1000.0);
    assert_eq!(shown(&reading), ["US", "CA"]);
    assert_eq!(data.measure_key(reading.measure), "imports");
}

/// What an input makes of a state, and what is drawn of it then.
fn after(data: &Dataset, state: &State, width: f64, input: Input) -> (State, Redraw, Reading) {
    let model = Model { state: state.clone(), ..Model::default() };
    let change = update(&model, data, &draw(data, state, width), input);
    let reading = Reading::new(data, &change.model.state, width);
    (change.model.state, change.redraw, reading)
}

#[test]
fn what_is_shown_stays_when_the_choice_changes_in_it() {
    let data = dataset(&FIVE);
    let others = ["us-exports-2003".to_owned(), "de-imports-2004".to_owned()];
    for (view, width) in [(View::Story, 320.0), (View::Trade, 1000.0), (View::Story, 1000.0)] {
        for id in
            [&*data.computed[0].record.id, "de-imports-2003", "fr-exports-2003", "ca-imports-2003"]
        {
            let state = state(view, id);
            let before = Reading::new(&data, &state, width);
            for input in [
                Input::Select(None),
                Input::Escape,
                Input::Walk(Step::Next),
                Input::Open(&others[..1]),
                Input::Open(&others[1..]),
            ] {
                let (next, _, reading) = after(&data, &state, width, input);
                let case = format!("{id} in {view:?} at {width}: {input:?} leads to {next:?}");
                assert_eq!(shown(&reading), shown(&before), "{case}");
                assert_eq!(reading.measure, before.measure, "{case}");
            }
        }
    }
}

#[test]
fn a_record_that_is_chosen_from_outside_comes_into_the_picture() {
    let data = dataset(&FIVE);
    let plain = State { view: View::Trade, ..State::default() };
    let (next, redraw, _) = after(&data, &plain, 1000.0, Input::Select(Some("de-imports-2003")));
    assert_eq!(redraw, Redraw::Chart);
    assert!(next.partners.is_empty() && next.measure.is_none(), "{next:?}");
    assert!(is_drawn(&data, &next, 1000.0, "de-imports-2003"));
    let seen = next.clone();
    let (next, redraw, _) = after(&data, &seen, 1000.0, Input::Select(Some("de-imports-2004")));
    assert_eq!(redraw, Redraw::Focus);
    assert!(next.partners.is_empty() && next.measure.is_none(), "{next:?}");
}

#[test]
fn a_press_in_the_own_dataset_changes_neither_partners_nor_measure() {
    let data = Dataset::embedded();
    for view in [View::Story, View::Trade, View::Events, View::Sectors] {
        for width in [320.0, 1000.0] {
            let plain = State { view, ..State::default() };
            let picture = draw(&data, &plain, width);
            for target in
                picture.chart.scene.targets.iter().filter(|target| !target.cluster).step_by(7)
            {
                let id = &target.records[0];
                let model = Model::default();
                let model = Model { state: plain.clone(), ..model };
                let input = Input::Open(std::slice::from_ref(id));
                let change = update(&model, &data, &picture, input);
                assert_eq!(change.events, [PageEvent::Select(Some(id.clone()))]);
                assert_eq!(change.redraw, Redraw::Focus, "{id} in {view:?} at {width}");
                let expected = State { select: Some(id.clone()), ..plain.clone() };
                assert_eq!(change.model.state, expected);
                let reading = Reading::new(&data, &expected, width);
                assert_eq!(reading.shown(), picture.reading.shown(), "{id} in {view:?} at {width}");
                assert_eq!(reading.measure, picture.reading.measure);
                assert!(records(&data, &reading).iter().any(|entry| entry.record().id == *id));
            }
        }
    }
}

/// A span of a part of a year may run under the dot of the year.
#[test]
fn a_press_on_a_dot_opens_the_dot_and_not_the_bar_under_it() {
    let (data, width) = (Dataset::embedded(), 1000.0);
    let mut dots = 0;
    for query in ["view=trade&partners=RU", "view=trade&partners=KZ+RU+TJ", "view=story"] {
        let (state, _) = State::from_query(query);
        let chart = draw(&data, &state, width).chart;
        let all = &chart.scene.targets;
        for target in all.iter().filter(|target| target.half == 0.0 && target.line.is_none()) {
            let hit = chart.scene.hit(target.at, 12.0).expect("a mark");
            assert!(hit.half == 0.0, "{query}: {:?} instead of {:?}", hit.records, target.records);
            dots += 1;
        }
    }
    assert!(dots > 50, "{dots} dots");
}
