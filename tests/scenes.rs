//! What the views draw from the project's own dataset: scenes as text, and one SVG a view.

use crate::support::dump::text_of;
use crate::support::golden;
use bilateral::dataset::{Code, Dataset, Language};
use bilateral::paint::{self, Caption};
use bilateral::scene::Mark;
use bilateral::view::{ScaleKind, State, View};
use bilateral::widget::Picture;

const VIEWS: [View; 4] = [View::Story, View::Trade, View::Events, View::Sectors];

fn draw(state: &State, width: f64, focus: Option<&str>) -> Picture {
    crate::support::draw::chosen(&Dataset::embedded(), state, width, focus)
}

fn name(view: View, rest: &str) -> String {
    format!("{}-{rest}", format!("{view:?}").to_lowercase())
}

#[test]
fn each_view_on_a_phone_and_on_a_desk() {
    for view in VIEWS {
        for width in [320.0, 1000.0] {
            let chart = draw(&State { view, ..State::default() }, width, None);
            golden::check(&name(view, &format!("{width}-en.scene")), &text_of(&chart));
        }
    }
}

#[test]
fn each_view_in_each_language() {
    for view in VIEWS {
        for language in Language::BUILT_IN {
            let chart = draw(&State { view, language, ..State::default() }, 600.0, None);
            let name = name(view, &format!("600-{}.scene", language.code()));
            golden::check(&name, &text_of(&chart));
        }
    }
}

#[test]
fn all_partners_on_a_logarithmic_scale() {
    let state = State { view: View::Trade, scale: ScaleKind::Log, ..State::default() };
    golden::check("trade-log-600-en.scene", &text_of(&draw(&state, 600.0, None)));
}

/// What else a reader may choose, as attributes.
const MODES: [(&str, &[(&str, &str)]); 5] = [
    ("trade-reporters", &[("view", "trade"), ("compare", "reporters")]),
    ("trade-indexed", &[("view", "trade"), ("scale", "indexed")]),
    ("trade-agreements", &[("view", "trade"), ("measure", "agreements")]),
    ("trade-quarters", &[("view", "trade"), ("from", "2021-06"), ("to", "2023-03")]),
    ("events-months", &[("view", "events"), ("from", "2022"), ("to", "2022")]),
];

#[test]
fn each_mode_on_three_widths_in_three_languages() {
    for (mode, attributes) in MODES {
        for language in [Language::EN, Language::AZ, Language::RU] {
            let mut state = State { language, ..State::default() };
            for (attribute, value) in attributes {
                state.set(attribute, Some(value)).unwrap();
            }
            for width in [320.0, 600.0, 1000.0] {
                let name = format!("{mode}-{width}-{}.scene", language.code());
                golden::check(&name, &text_of(&draw(&state, width, None)));
            }
        }
    }
}

#[test]
fn a_chosen_event_shows_the_values_before_and_after_it() {
    let state = State { partners: vec![Code::new(*b"KZ")], ..State::default() };
    golden::check("story-chosen-event.scene", &text_of(&draw(&state, 1000.0, Some("e053b"))));
}

/// The events whose titles stand in the scene.
fn titled(chart: &Picture, data: &Dataset, language: Language) -> Vec<String> {
    let stands = |title: &str| {
        chart.chart.scene.marks.iter().any(|mark| {
            matches!(mark, Mark::Text { text, .. } if text.strip_prefix(title).is_some_and(
                |rest| rest.is_empty() || rest.starts_with(" (")
            ))
        })
    };
    let events = data.events.iter().filter(|event| stands(event.title.get(language)));
    events.map(|event| event.record.id.clone()).collect()
}

#[test]
fn every_edition_titles_the_same_events() {
    let data = Dataset::embedded();
    for view in [View::Story, View::Events] {
        for width in [600.0, 800.0, 1000.0] {
            let edition = |language| {
                let chart = draw(&State { view, language, ..State::default() }, width, None);
                titled(&chart, &data, language)
            };
            let english = edition(Language::EN);
            assert!(english.len() >= 6, "{view:?} at {width} titles only {english:?}");
            for language in Language::BUILT_IN {
                assert_eq!(edition(language), english, "{view:?} at {width} in {language:?}");
            }
        }
    }
}

#[test]
fn each_view_as_svg() {
    for view in VIEWS {
        let chart = draw(&State { view, ..State::default() }, 600.0, None);
        let caption = Caption {
            id: "chart",
            lang: "en",
            title: &chart.texts.headline,
            description: &chart.texts.subtitle,
            facts: &[],
        };
        golden::check(&name(view, "600-en.svg"), &paint::svg(&chart.chart.scene, &caption));
    }
}
