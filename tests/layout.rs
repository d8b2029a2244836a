//! No two labels of a chart overlap and none leaves it, whatever the data, width or language.

#[path = "support/judge.rs"]
mod judge;

use bilateral::chart::{self, Request};
use bilateral::dataset::{
    Basis, Certainty, Citation, Code, Dataset, Date, Day, Edtf, Event, EventKind, Figure, Language,
    LocalText, Measure, Precision, Qualifier, Record, Status, Unit,
};
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::{ScaleKind, State, View};
use judge::judge;
use proptest::prelude::*;

const VIEWS: [View; 3] = [View::Story, View::Trade, View::Events];

fn draw(data: &Dataset, state: &State, width: f64) -> chart::Chart {
    let theme = Theme::light();
    chart::draw(&Request { data, state, theme: &theme, measure: &TableMeasure, width, focus: None })
}

#[test]
fn labels_of_the_own_dataset_hold_at_every_width_in_every_language() {
    let data = Dataset::embedded();
    let codes: Vec<Code> = data.partners.iter().map(|partner| partner.code).collect();
    let mut choices: Vec<Vec<Code>> = vec![Vec::new(), codes.clone()];
    choices.extend(codes.iter().map(|code| vec![*code]));
    for view in VIEWS {
        for language in Language::ALL {
            for scale in [ScaleKind::Linear, ScaleKind::Log] {
                for partners in &choices {
                    let state = State {
                        view,
                        language,
                        scale,
                        partners: partners.clone(),
                        ..State::default()
                    };
                    for width in [280.0, 320.0, 375.0, 479.0, 480.0, 600.0, 733.0, 1000.0, 1600.0] {
                        let chart = draw(&data, &state, width);
                        if let Err(fault) = judge(&chart.scene) {
                            panic!("{view:?} {language:?} {partners:?} at {width}: {fault}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_record_in_focus_keeps_the_labels_apart() {
    let data = Dataset::embedded();
    let theme = Theme::light();
    let state = State::default();
    let ids = data.figures.iter().map(|figure| &figure.record.id);
    for id in ids.chain(data.events.iter().map(|event| &event.record.id)) {
        for width in [320.0, 1000.0] {
            let request = Request {
                data: &data,
                state: &state,
                theme: &theme,
                measure: &TableMeasure,
                width,
                focus: Some(id),
            };
            if let Err(fault) = judge(&chart::draw(&request).scene) {
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
    prop_oneof![Just(Code(*b"KZ")), Just(Code(*b"RU")), Just(Code(*b"TJ"))]
}

fn figure() -> impl Strategy<Value = Figure> {
    let reporter = prop_oneof![Just(None), partner().prop_map(Some), Just(Some(Code(*b"AZ")))];
    (partner(), 0.0..12.0, period(), reporter, any::<bool>(), 0..5usize).prop_map(
        |(code, power, period, reporter, derived, qualifier)| Figure {
            record: record(String::new(), code),
            measure: Measure::Turnover,
            value: Some(10f64.powf(power)),
            unit: Unit::USD,
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
            kind: EventKind::ALL[kind],
            date: Some(period),
            date_basis: Basis::Stated,
            status: if planned { Status::Planned } else { Status::Done },
            title: LocalText([title, String::new(), String::new(), String::new(), String::new()]),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn labels_of_any_dataset_hold(
        mut figures in prop::collection::vec(figure(), 0..40),
        mut events in prop::collection::vec(event(), 0..60),
        width in 280.0..1600.0,
        language in 0..5usize,
        view in 0..3usize,
        log in any::<bool>(),
        from in prop::option::of(1985i32..2030),
    ) {
        let mut data = Dataset::embedded();
        for (index, figure) in figures.iter_mut().enumerate() {
            figure.record.id = format!("f{index}");
        }
        for (index, event) in events.iter_mut().enumerate() {
            event.record.id = format!("e{index}");
        }
        data.figures = figures;
        data.events = events;
        data.conflicts.clear();
        let state = State {
            view: VIEWS[view],
            language: Language::ALL[language],
            scale: if log { ScaleKind::Log } else { ScaleKind::Linear },
            from: from.map(|year| Day::from_civil(year, 1, 1)),
            ..State::default()
        };
        let chart = draw(&data, &state, width);
        if let Err(fault) = judge(&chart.scene) {
            return Err(TestCaseError::fail(fault));
        }
    }
}
