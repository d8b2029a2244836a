//! No two labels of a chart overlap and none leaves it, whatever the data, width or language.

use crate::support::draw::{chosen, draw};
use crate::support::judge::judge;
use bilateral::dataset::{
    Basis, Certainty, Citation, Code, Dataset, Date, Day, Edtf, Event, EventKind, Figure, Language,
    Listed, LocalText, Measure, Precision, Qualifier, Record, Sector, SectorMention, Status, Unit,
};
use bilateral::scene::Mark;
use bilateral::view::{Compare, ScaleKind, State, View};
use proptest::prelude::*;

/// Every view with every scale and comparison that it draws.
const MODES: [(View, ScaleKind, Option<Compare>); 8] = [
    (View::Story, ScaleKind::Linear, None),
    (View::Story, ScaleKind::Linear, Some(Compare::Reporters)),
    (View::Trade, ScaleKind::Linear, None),
    (View::Trade, ScaleKind::Linear, Some(Compare::Reporters)),
    (View::Trade, ScaleKind::Log, None),
    (View::Trade, ScaleKind::Indexed, None),
    (View::Events, ScaleKind::Linear, None),
    (View::Sectors, ScaleKind::Linear, None),
];

#[test]
fn labels_of_the_own_dataset_hold_at_every_width_in_every_language() {
    let data = Dataset::embedded();
    let codes: Vec<Code> = data.partners.iter().map(|partner| partner.code).collect();
    let mut choices: Vec<Vec<Code>> = vec![Vec::new(), codes.clone()];
    choices.extend(codes.iter().map(|code| vec![*code]));
    for (view, scale, compare) in MODES {
        for language in Language::BUILT_IN {
            for partners in &choices {
                let partners = partners.clone();
                let state = State { view, language, scale, compare, partners, ..State::default() };
                for width in [280.0, 320.0, 375.0, 479.0, 480.0, 600.0, 733.0, 1000.0, 1600.0] {
                    let chart = draw(&data, &state, width);
                    if let Err(fault) = judge(&chart.chart.scene) {
                        panic!("{state:?} at {width}: {fault}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_measure_and_every_zoom_of_the_own_dataset_holds() {
    let data = Dataset::embedded();
    let measures = ["turnover", "exports", "imports", "agreements"].map(|key| Some(key.to_owned()));
    let zooms =
        [("2021", "2024"), ("2021-06", "2023-03"), ("2022", "2022"), ("2022-04", "2022-05")];
    for (view, scale, compare) in MODES {
        for language in Language::BUILT_IN {
            for measure in measures.clone() {
                let mut state =
                    State { view, language, scale, compare, measure, ..State::default() };
                for zoom in zooms.map(Some).into_iter().chain([None]) {
                    state.set("from", zoom.map(|(from, _)| from)).unwrap();
                    state.set("to", zoom.map(|(_, to)| to)).unwrap();
                    for width in [280.0, 320.0, 600.0, 1000.0] {
                        let chart = draw(&data, &state, width);
                        if let Err(fault) = judge(&chart.chart.scene) {
                            panic!("{state:?} at {width}: {fault}");
                        }
                        let says = |mark: &Mark| matches!(mark, Mark::Text { .. });
                        assert!(chart.chart.scene.marks.iter().any(says), "{state:?} says nothing");
                        assert!(
                            !chart.texts.headline.is_empty() && !chart.texts.subtitle.is_empty()
                        );
                    }
                    state.set("to", None).unwrap();
                }
            }
        }
    }
}

#[test]
fn every_record_in_focus_keeps_the_labels_apart() {
    let data = Dataset::embedded();
    let state = State::default();
    let ids = data.figures.iter().map(|figure| &figure.record.id);
    for id in ids.chain(data.events.iter().map(|event| &event.record.id)) {
        for width in [320.0, 1000.0] {
            let picture = chosen(&data, &state, width, Some(id));
            if let Err(fault) = judge(&picture.chart.scene) {
                panic!("{id} in focus at {width}: {fault}");
            }
        }
    }
}

fn record(id: String, partner: Code) -> Record {
    Record {
        id,
        partners: vec![partner],
        citations: vec![Citation { source: 0, paragraph: None, evidence: Vec::new() }],
        certainty: Certainty::Stated,
        reason: None,
        note: None,
    }
}

fn date() -> impl Strategy<Value = Date> {
    (1990i16..2030, 0u8..=12, 0u8..=28, any::<bool>()).prop_map(
        |(year, month, day, approximate)| {
            let day = if month == 0 { 0 } else { day };
            let precision = match (month, day) {
                (0, _) => Precision::Year,
                (_, 0) => Precision::Month,
                _ => Precision::Day,
            };
            Date { year, month, day, precision, approximate, uncertain: false }
        },
    )
}

fn period() -> impl Strategy<Value = Edtf> {
    (date(), date(), 0..4).prop_map(|(a, b, kind)| match kind {
        0 | 1 => Edtf::Date(a),
        _ if a.first() <= b.first() => Edtf::Interval(Some(a), Some(b)),
        _ => Edtf::Interval(Some(b), Some(a)),
    })
}

fn partner() -> impl Strategy<Value = Code> {
    prop_oneof![Just(Code::new(*b"KZ")), Just(Code::new(*b"RU")), Just(Code::new(*b"TJ"))]
}

fn figure() -> impl Strategy<Value = Figure> {
    let reporter = prop_oneof![Just(None), partner().prop_map(Some), Just(Some(Code::new(*b"AZ")))];
    (partner(), 0.0..12.0, period(), reporter, any::<bool>(), 0..5usize).prop_map(
        |(code, power, period, reporter, derived, qualifier)| Figure {
            record: record(String::new(), code),
            measure: Measure::TURNOVER,
            value: Some(10f64.powf(power)),
            unit: Unit::Currency(*b"USD"),
            qualifier: Qualifier::ALL[qualifier],
            period: Some(period),
            period_basis: Basis::Stated,
            reporter,
            derived,
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let title =
        proptest::string::string_regex("[A-Za-zƏəҒғҶҷ]{1,12}( [a-zәғҷ]{1,14}){0,7}").unwrap();
    (partner(), period(), 0..18usize, any::<bool>(), title).prop_map(
        |(code, period, kind, planned, title)| Event {
            record: record(String::new(), code),
            kind: EventKind::at(kind),
            date: Some(period),
            date_basis: Basis::Stated,
            status: if planned { Status::Planned } else { Status::Done },
            title: LocalText::from_iter([(Language::EN, title)]),
            ..Event::default()
        },
    )
}

fn mention() -> impl Strategy<Value = SectorMention> {
    (partner(), 0..27usize, 0..5usize).prop_map(|(code, sector, status)| SectorMention {
        record: record(String::new(), code),
        sector: Sector::at(sector),
        status: Status::ALL[status],
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn labels_of_any_dataset_hold(
        mut figures in prop::collection::vec(figure(), 0..40),
        mut events in prop::collection::vec(event(), 0..60),
        mut mentions in prop::collection::vec(mention(), 0..80),
        width in 280.0..1600.0,
        language in 0..5usize,
        mode in 0..MODES.len(),
        from in prop::option::of((1985i32..2030, 1u32..=12)),
        days in prop::option::of(0i32..8000),
    ) {
        let mut data = Dataset::embedded();
        for (index, figure) in figures.iter_mut().enumerate() {
            figure.record.id = format!("f{index}");
        }
        for (index, event) in events.iter_mut().enumerate() {
            event.record.id = format!("e{index}");
        }
        data.figures = figures;
        for (index, mention) in mentions.iter_mut().enumerate() {
            mention.record.id = format!("m{index}");
        }
        data.events = events;
        data.sectors = mentions;
        data.conflicts.clear();
        let (view, scale, compare) = MODES[mode];
        let from = from.map(|(year, month)| Day::from_civil(year, month, 1));
        let state = State {
            view,
            language: Language::BUILT_IN[language],
            scale,
            compare,
            from,
            to: from.and_then(|from| Some(Day(from.0 + days?))),
            ..State::default()
        };
        let chart = draw(&data, &state, width);
        if let Err(fault) = judge(&chart.chart.scene) {
            return Err(TestCaseError::fail(fault));
        }
    }
}
