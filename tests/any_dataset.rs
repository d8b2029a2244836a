//! Any dataset that the check accepts, in any state, at any width and in any language: labels stand
//! apart and inside, every number is finite, and it is drawn within its budget of marks.

use crate::support::draw::draw;
use crate::support::judge::judge;
use bilateral::dataset::{Dataset, Language, Value, from_json};
use bilateral::locale::{Locale, complete};
use bilateral::scene::{Mark, Scene};
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::{Keyword, State, View};
use bilateral::widget::{Look, Picture};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

/// Countries, and areas of several.
const PARTNERS: [&str; 14] =
    ["DE", "FR", "US", "CN", "IN", "BR", "ZA", "JP", "KZ", "TR", "GB", "EU27", "WLD", "OPEC"];
/// Those that have no name of their own.
const AREAS: [&str; 3] = ["EU27", "WLD", "OPEC"];
/// Measures with units that they can have.
const MEASURES: [(&str, &[&str]); 5] = [
    ("turnover", &["USD", "EUR", "JPY"]),
    ("exports", &["USD", "EUR", "KWD"]),
    ("imports", &["USD", "GBP", "EUR"]),
    ("agreements", &["count"]),
    ("growth", &["ratio"]),
];
const KINDS: [&str; 4] = ["visit", "treaty", "commission", "forum"];
const LANGUAGES: [&str; 7] = ["en", "az", "ru", "kk", "tg", "de", "tr"];
/// More marks than any view of so few records needs.
const MOST_MARKS: usize = 20_000;

/// The months of a quarter, 0 to 3.
fn quarter_of(year: i32, quarter: i32) -> String {
    format!("{year:04}-{:02}/{year:04}-{:02}", quarter * 3 + 1, quarter * 3 + 3)
}

fn period() -> impl Strategy<Value = String> {
    let year = || 1870..2090_i32;
    prop_oneof![
        4 => year().prop_map(|year| format!("{year:04}")),
        2 => (year(), 1..=12).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
        1 => (year(), 0..4).prop_map(|(year, quarter)| quarter_of(year, quarter)),
        1 => (2019..2024, 1..=12, 1..=28)
            .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")),
        1 => (year(), 0..6).prop_map(|(year, more)| format!("{year:04}/{:04}", year + more)),
        1 => (2000..2020, 2..=12).prop_map(|(year, month)| format!("{year}-01/{year}-{month:02}")),
        1 => year().prop_map(|year| format!("{year:04}~")),
    ]
}

/// Consecutive periods of one series, as most tables have them.
fn run() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![
        (1950..2000, 1..40).prop_map(|(first, count)| (first..first + count)
            .map(|year| format!("{year}"))
            .collect()),
        (0..360, 1..60).prop_map(|(first, count)| (first..first + count)
            .map(|month| format!("{}-{:02}", 1995 + month / 12, month % 12 + 1))
            .collect()),
        (0..80, 1..30).prop_map(|(first, count)| (first..first + count)
            .map(|quarter| quarter_of(2000 + quarter / 4, quarter % 4))
            .collect()),
    ]
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => (0.0..12.0_f64).prop_map(|power| 10_f64.powf(power).round()),
        1 => Just(0.0),
        1 => (-6.0..15.0_f64).prop_map(|power| 10_f64.powf(power)),
    ]
}

fn figure(
    period: String,
    value: f64,
    [partner, measure, unit]: [&str; 3],
    reporter: Option<&str>,
) -> Json {
    let value = match measure {
        "agreements" => value.abs().min(1e6).round(),
        "growth" => value.abs().clamp(1e-3, 1e6),
        _ => value.abs(),
    };
    json!({ "partner": partner, "measure": measure, "value": value, "unit": unit, "period": period,
        "reporter": reporter })
}

fn measured() -> impl Strategy<Value = (&'static str, &'static str)> {
    select(&MEASURES[..]).prop_flat_map(|(measure, units)| (Just(measure), select(units)))
}

fn series() -> impl Strategy<Value = Vec<Json>> {
    let reporter = prop::option::of(select(&PARTNERS[..11]));
    let named = (select(&PARTNERS[..]), measured(), reporter);
    (run(), prop::collection::vec(value(), 60), named).prop_map(
        |(periods, values, (partner, (measure, unit), reporter))| {
            let names = [partner, measure, unit];
            let pairs = periods.into_iter().zip(values);
            pairs.map(|(period, value)| figure(period, value, names, reporter)).collect()
        },
    )
}

fn lone() -> impl Strategy<Value = Json> {
    let reporter = prop::option::of(select(&PARTNERS[..11]));
    let named = (select(&PARTNERS[..]), measured(), reporter);
    (period(), value(), named).prop_map(|(period, value, (partner, (measure, unit), reporter))| {
        figure(period, value, [partner, measure, unit], reporter)
    })
}

fn event() -> impl Strategy<Value = Json> {
    let title = "(([A-Z][a-z]{0,11}|[А-Яа-яӘҒҶ]{1,14}|[א-ת]{1,10}|[ا-ي]{1,10}|[क-ह]{1,8}|🚢|中文字) ?){1,8}";
    (period(), title, select(&PARTNERS[..]), select(&KINDS[..]), any::<bool>()).prop_map(
        |(date, title, partner, kind, planned)| {
            json!({ "partner": partner, "kind": kind, "date": date, "title": { "en": title.trim() },
                "status": if planned { "planned" } else { "done" } })
        },
    )
}

/// A query as a link has it; what it says need not be there.
fn query() -> impl Strategy<Value = String> {
    let year = || prop::option::of(1900..2080_i32);
    let words = (
        select(&["linear", "log", "indexed"][..]),
        prop::option::of(select(&["reporters"][..])),
        prop::option::of(measured()),
        prop::collection::vec(select(&PARTNERS[..]), 0..4),
        prop::option::of(select(&KINDS[..])),
    );
    (words, year(), year()).prop_map(|((scale, compare, measured, partners, kinds), from, to)| {
        let mut query = format!("scale={scale}");
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                query += &format!("&{name}={value}");
            }
        };
        add("compare", compare.map(String::from));
        add("measure", measured.map(|(measure, _)| measure.to_owned()));
        add("unit", measured.map(|(_, unit)| unit.to_owned()));
        add("partners", (!partners.is_empty()).then(|| partners.join("+")));
        add("kinds", kinds.map(String::from));
        add("from", from.map(|year| year.to_string()));
        add("to", to.map(|year| year.to_string()));
        query
    })
}

/// The rows that the check accepts: a few that it refuses, such as a ratio in dollars, are left out.
fn accepted(mut figures: Vec<Json>, mut events: Vec<Json>) -> Option<Dataset> {
    for _ in 0..40 {
        let whole = json!({
            "format": "bilateral/1",
            "meta": { "name": "any", "reporting": "GB", "languages": ["en"], "default_source": "An office" },
            "partners": AREAS.map(|code| json!({ "code": code, "name": { "en": code } })),
            "figures": figures, "events": events,
        });
        let value: Value = serde_json::from_value(whole).ok()?;
        let found = match from_json(&value) {
            Ok(data) => return Some(data),
            Err(found) => found,
        };
        let places: Vec<String> = found.iter().map(|one| one.place.to_string()).collect();
        let refused = |table: &str, at: usize| {
            places.iter().any(|place| place.starts_with(&format!("{table}[{at}]")))
        };
        let before = figures.len() + events.len();
        let mut at = 0;
        figures.retain(|_| {
            at += 1;
            !refused("figures", at - 1)
        });
        at = 0;
        events.retain(|_| {
            at += 1;
            !refused("events", at - 1)
        });
        if figures.len() + events.len() == before {
            panic!("{:?}", found.first().map(ToString::to_string));
        }
    }
    None
}

fn is_finite(scene: &Scene) -> bool {
    let is = |numbers: &[f64]| numbers.iter().all(|number| number.is_finite());
    scene.marks.iter().all(|mark| match mark {
        Mark::Rect { rect, .. } => is(&[rect.left, rect.top, rect.right, rect.bottom]),
        Mark::Line { points, width, .. } => {
            is(&[*width]) && points.iter().all(|point| is(&[point.x, point.y]))
        }
        Mark::Symbol { at, radius, .. } => is(&[at.x, at.y, *radius]),
        Mark::Text { at, text, .. } => is(&[at.x, at.y]) && !text.contains("NaN"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_shrink_iters: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_in_any_state_holds(
        runs in prop::collection::vec(series(), 0..6),
        lone in prop::collection::vec(lone(), 0..16),
        events in prop::collection::vec(event(), 0..40),
        query in query(),
        view in 0..View::ALL.len(),
        language in select(&LANGUAGES[..]),
        width in 280.0..1600.0_f64,
    ) {
        let figures = runs.into_iter().flatten().chain(lone).collect();
        let Some(mut data) = accepted(figures, events) else { return Ok(()) };
        let language = Language::from_tag(language).expect("a language");
        complete(&mut data, Locale::of(language));
        let (state, _) = State::from_query(&query);
        let state = State { view: View::ALL[view], language, ..state };
        let picture = draw(&data, &state, width);
        let scene = &picture.chart.scene;
        if let Err(fault) = judge(scene) {
            return Err(TestCaseError::fail(fault));
        }
        prop_assert!(is_finite(scene), "a number that is none");
        prop_assert!(scene.marks.len() < MOST_MARKS, "{} marks", scene.marks.len());
        prop_assert!(!picture.texts.headline.is_empty());
        let said = picture.summary(&data, Locale::of(language));
        prop_assert!(!said.contains("NaN") && !said.contains('{'), "{said}");
    }

    #[test]
    fn a_picture_after_another_is_what_it_is_alone(
        runs in prop::collection::vec(series(), 0..6),
        lone in prop::collection::vec(lone(), 0..8),
        events in prop::collection::vec(event(), 0..8),
        states in prop::array::uniform2((query(), 0..View::ALL.len(), 280.0..1600.0_f64)),
    ) {
        let figures = runs.into_iter().flatten().chain(lone).collect();
        let Some(data) = accepted(figures, events) else { return Ok(()) };
        let [before, next] = states.map(|(query, view, width)| {
            (State { view: View::ALL[view], ..State::from_query(&query).0 }, width)
        });
        let alone = draw(&data, &next.0, next.1);
        let first = draw(&data, &before.0, before.1);
        let look = Look {
            locale: Locale::of(next.0.language),
            theme: &Theme::light(),
            measure: &TableMeasure,
            width: next.1,
        };
        let after = Picture::after(Some(first), &data, &next.0, look);
        prop_assert!(after == alone, "{:?} after {:?}", next, before);
    }
}
