//! What is shown unasked is never empty, and an empty choice says what is missing and offers the
//! nearest that is not.

use crate::support::draw::draw;
use crate::support::figures::{OWN, PARTNER, THEIRS, only, turnover};
use bilateral::dataset::{Code, Dataset, Figure, Language, Measure, Unit};
use bilateral::reading::{Instead, Missing, empty_views};
use bilateral::view::{Keyword as _, ScaleKind, State, View};

fn of(measure: Measure, mut figure: Figure) -> Figure {
    figure.measure = measure;
    figure.record.id = format!("{}{}", figure.record.id, measure.index());
    figure
}

#[test]
fn two_values_are_a_chart() {
    let data = only(vec![turnover(2022, 12.0, OWN), turnover(2023, 13.0, OWN)]);
    for view in [View::Story, View::Trade, View::Table] {
        let picture = draw(&data, &State { view, ..State::default() }, 800.0);
        assert_eq!(picture.reading.missing, None, "{view:?}");
        assert!(picture.texts.headline.contains("2023") || view == View::Table);
    }
}

#[test]
fn turnover_is_computed_where_exports_and_imports_stand_alone() {
    let data = only(vec![
        of(Measure::EXPORTS, turnover(2022, 5.0, OWN)),
        of(Measure::IMPORTS, turnover(2022, 3.0, OWN)),
        of(Measure::EXPORTS, turnover(2023, 6.0, OWN)),
        // Another reporter's are another sum's.
        of(Measure::IMPORTS, turnover(2023, 4.0, THEIRS)),
    ]);
    let bytes = data.to_bytes().expect("bytes");
    let data = Dataset::from_bytes(&bytes).expect("the same again");
    let [sum] = &data.computed[..] else { panic!("{} sums", data.computed.len()) };
    assert_eq!((sum.value, sum.measure, sum.derived), (Some(8e6), Measure::TURNOVER, true));
    assert_eq!(sum.record.citations.len(), 2, "it cites both");
    assert!(data.entry(&sum.record.id).is_some(), "and can be chosen");
    // Two years of exports say more than one of both.
    let unasked = draw(&data, &State { view: View::Trade, ..State::default() }, 800.0);
    assert_eq!(unasked.reading.measure, Measure::EXPORTS);
    let asked =
        State { view: View::Trade, measure: Some(String::from("turnover")), ..State::default() };
    let picture = draw(&data, &asked, 800.0);
    let told =
        "Trade with Kazakhstan: $8\u{a0}mln in 2022, computed, according to Azerbaijani statistics";
    assert_eq!(picture.texts.headline, told);
}

#[test]
fn a_chosen_unit_is_the_only_one_whoever_has_it() {
    let mut other = turnover(2023, 17.0, OWN);
    other.unit = Unit::Currency(*b"AZN");
    other.record.partners = vec![Code::new(*b"RU")];
    let data = only(vec![turnover(2021, 10.0, OWN), turnover(2022, 10.0, OWN), other]);
    let of = |partners: &[Code]| State {
        view: View::Trade,
        unit: Some(String::from("AZN")),
        partners: partners.to_vec(),
        ..State::default()
    };
    let picture = draw(&data, &of(&[]), 800.0);
    assert_eq!(picture.reading.shown(), [Code::new(*b"RU")]);
    assert_eq!(picture.reading.units, [Unit::Currency(*b"AZN")]);
    // Who has no value in it is empty, and offered the way back.
    let empty = draw(&data, &of(&[Code::new(*b"KZ")]), 800.0);
    assert_eq!(empty.reading.missing, Some(Missing::InUnit));
    assert_eq!(empty.reading.instead, Some(Instead::AllUnits));
}

#[test]
fn a_scale_that_is_refused_is_said_to_be() {
    let mut other = turnover(2023, 17.0, OWN);
    other.unit = Unit::Currency(*b"AZN");
    let in_two = only(vec![turnover(2022, 10.0, OWN), other]);
    let in_one = only(vec![turnover(2022, 10.0, OWN), turnover(2023, 11.0, OWN)]);
    let told = |data: &Dataset, scale| {
        let state = State { view: View::Trade, scale, ..State::default() };
        draw(data, &state, 800.0).texts.subtitle
    };
    let why = "A logarithmic scale needs values in one unit";
    assert!(told(&in_two, ScaleKind::Log).ends_with(why));
    assert!(!told(&in_two, ScaleKind::Linear).contains(why));
    assert!(!told(&in_one, ScaleKind::Log).contains(why));
    let agreements = State {
        view: View::Trade,
        measure: Some("agreements".into()),
        scale: ScaleKind::Indexed,
        ..State::default()
    };
    let subtitle = draw(&Dataset::embedded(), &agreements, 800.0).texts.subtitle;
    assert!(subtitle.ends_with("Counts and ratios have no index"), "{subtitle}");
}

#[test]
fn values_in_two_units_never_share_a_plot() {
    let mut other = turnover(2023, 17.0, OWN);
    other.unit = Unit::Currency(*b"AZN");
    let data = only(vec![turnover(2021, 10.0, OWN), turnover(2022, 10.0, OWN), other]);
    let picture = draw(&data, &State { view: View::Trade, ..State::default() }, 800.0);
    let band = &picture.reading.bands[0];
    assert_eq!(band.plots.len(), 2);
    assert!(band.plots.iter().all(|plot| {
        plot.dated.iter().all(|value| data.figure(value.figure).unit == plot.unit)
    }));
    let told = &picture.texts.headline;
    assert!(!told.contains("grew by 70"), "{told}");
    assert!(picture.texts.subtitle.contains("manat"), "{}", picture.texts.subtitle);
    let state = State { view: View::Trade, unit: Some("AZN".into()), ..State::default() };
    let picture = draw(&data, &state, 800.0);
    assert_eq!(picture.reading.units, [Unit::Currency(*b"AZN")]);
}

#[test]
fn an_empty_choice_offers_the_nearest_that_is_not() {
    let data = only(vec![turnover(2022, 12.0, OWN), turnover(2023, 13.0, OWN)]);
    let chosen = |name: &str, value: &str| {
        let mut state = State { view: View::Trade, ..State::default() };
        state.set(name, Some(value)).expect("taken");
        let picture = draw(&data, &state, 800.0);
        let aside = picture.texts.asides.iter().find(|aside| !aside.choice.is_empty());
        for (name, value) in &aside
            .unwrap_or_else(|| panic!("no offer for {name}={value}: {:?}", picture.reading.missing))
            .choice
        {
            state.set(name, Some(value)).expect("a choice that can be made");
        }
        assert_eq!(draw(&data, &state, 800.0).reading.missing, None, "{name}={value}");
        (picture.reading.missing, picture.reading.instead)
    };
    assert_eq!(chosen("to", "1990"), (Some(Missing::InPeriod), Some(Instead::WholePeriod)));
    let turnover = Instead::Measure(Measure::TURNOVER);
    assert_eq!(chosen("measure", "exports"), (Some(Missing::Values), Some(turnover)));
    assert_eq!(chosen("partners", "RU"), (Some(Missing::Values), Some(Instead::AllPartners)));
    assert_eq!(chosen("view", "events").1, Some(Instead::View(View::Story)));
}

#[test]
fn views_that_would_be_empty_are_known() {
    let mut data = only(vec![turnover(2023, 13.0, OWN)]);
    data.sectors.clear();
    let empty = [(View::Events, Missing::Events), (View::Sectors, Missing::Sectors)];
    assert_eq!(empty_views(&data), empty);
    assert_eq!(empty_views(&Dataset::embedded()), []);
}

#[test]
fn those_of_whom_most_is_known_come_first_and_have_the_colours() {
    let mut data = only(Vec::new());
    let template = data.partners[0].clone();
    data.partners = (0..64_u8)
        .map(|at| {
            let mut partner = template.clone();
            partner.code = Code::new([b'A' + at / 8, b'A' + at % 8]);
            partner
        })
        .collect();
    let known = data.partners[40].code;
    for year in 2000..2010 {
        let mut figure = turnover(year, 3.0, OWN);
        figure.record.partners = vec![known];
        data.figures.push(figure);
    }
    let mut figure = turnover(2003, 3.0, OWN);
    figure.record.partners = vec![data.partners[50].code];
    data.figures.push(figure);
    let picture = draw(&data, &State::default(), 800.0);
    assert_eq!(picture.reading.partners[0].code, known);
    assert_eq!(picture.reading.shown(), [known]);
    assert!(picture.reading.slots[40] < 8, "a colour of its own");
    assert_ne!(known, PARTNER);
}

fn json(text: &str) -> Dataset {
    let mut data = bilateral::dataset::from_json(&serde_json::from_str(text).unwrap()).unwrap();
    bilateral::locale::complete(&mut data, bilateral::locale::Locale::of(Language::EN));
    data
}

/// Values of Fiji with New Zealand by year: what of a figure differs is written in front.
fn with_fiji(figures: &[(&str, &str, f64, u32)]) -> Dataset {
    let rows: Vec<String> = figures
        .iter()
        .map(|(more, partner, value, year)| {
            format!(
                "{{{more} \"partner\": \"{partner}\", \"value\": {value}, \"period\": \"{year}\", \
                 \"source\": \"https://example.org/{year}\"}}"
            )
        })
        .collect();
    json(&format!(
        "{{\"format\": \"bilateral/1\", \"meta\": {{\"reporting\": \"FJ\"}}, \"figures\": [{}]}}",
        rows.join(", ")
    ))
}

const EXPORTS: &str = r#""measure": "exports", "unit": "FJD", "reporter": "FJ","#;
const IMPORTS: &str = r#""measure": "imports", "unit": "FJD", "reporter": "FJ","#;

fn shown(data: &Dataset, state: State) -> bilateral::widget::Picture {
    draw(data, &state, 800.0)
}

fn trade(scale: ScaleKind) -> State {
    State { view: View::Trade, scale, ..State::default() }
}

fn told(picture: &bilateral::widget::Picture) -> Vec<&str> {
    picture.texts.asides.iter().map(|aside| aside.text.as_str()).collect()
}

#[test]
fn whose_data_it_is_stands_in_every_view() {
    let data = with_fiji(&[(EXPORTS, "NZ", 5e6, 2022), (EXPORTS, "NZ", 6e6, 2023)]);
    for view in View::ALL {
        let picture = shown(&data, State { view: *view, ..State::default() });
        assert!(picture.texts.subtitle.contains("Fiji"), "{}", picture.texts.subtitle);
    }
}

#[test]
fn a_partner_of_another_measure_is_named_and_no_more() {
    let data = with_fiji(&[
        (EXPORTS, "NZ", 5e6, 2022),
        (EXPORTS, "NZ", 6e6, 2023),
        (IMPORTS, "AU", 7e6, 2023),
    ]);
    for view in [View::Story, View::Trade] {
        let picture = shown(&data, State { view, ..State::default() });
        let on: Vec<bool> = picture.reading.partners.iter().map(|offer| offer.on).collect();
        assert_eq!(on, [true, false]);
        assert_eq!(told(&picture), ["Also in the data: Australia"]);
    }
}

#[test]
fn partners_that_the_data_has_not_count_as_the_default() {
    let data = with_fiji(&[(EXPORTS, "NZ", 5e6, 2022), (EXPORTS, "NZ", 6e6, 2023)]);
    let unknown = State { partners: vec![Code::new(*b"XX")], ..trade(ScaleKind::Linear) };
    let picture = shown(&data, unknown);
    assert_eq!(picture.texts, shown(&data, trade(ScaleKind::Linear)).texts);
    assert_eq!(picture.chart.scene, shown(&data, trade(ScaleKind::Linear)).chart.scene);
    let of_none = State { measure: Some("imports".to_owned()), ..picture.reading.state.clone() };
    let instead = shown(&data, of_none).reading.instead;
    assert_eq!(instead, Some(Instead::Measure(Measure::EXPORTS)));
}

#[test]
fn zeros_that_a_logarithm_has_no_place_for_are_named() {
    let data = with_fiji(&[
        (EXPORTS, "NZ", 5e6, 2022),
        (EXPORTS, "NZ", 0.0, 2023),
        (EXPORTS, "AU", 0.0, 2023),
    ]);
    let picture = shown(&data, trade(ScaleKind::Log));
    let left = "Zero has no place on this scale: New Zealand (1), Australia (1)";
    assert!(told(&picture).contains(&left), "{:?}", told(&picture));
}

#[test]
fn what_is_computed_or_unnamed_is_indexed_where_nothing_else_is() {
    let unnamed = r#""measure": "exports", "unit": "FJD","#;
    let data = with_fiji(&[
        (EXPORTS, "NZ", 5e6, 2022),
        (EXPORTS, "NZ", 6e6, 2023),
        (IMPORTS, "NZ", 5e6, 2022),
        (IMPORTS, "NZ", 5e6, 2023),
        (unnamed, "AU", 5e6, 2022),
        (unnamed, "AU", 4e6, 2023),
    ]);
    let turnover = State { measure: Some("turnover".to_owned()), ..trade(ScaleKind::Indexed) };
    assert_eq!(shown(&data, turnover).reading.missing, None);
    let exports = State { measure: Some("exports".to_owned()), ..trade(ScaleKind::Indexed) };
    assert_eq!(shown(&data, exports).reading.chains.len(), 2);
}

#[test]
fn an_index_of_two_currencies_says_which_is_which() {
    let euros = r#""measure": "exports", "unit": "EUR", "reporter": "FJ","#;
    let data = with_fiji(&[
        (EXPORTS, "NZ", 5e6, 2022),
        (EXPORTS, "NZ", 6e6, 2023),
        (euros, "NZ", 5e6, 2022),
        (euros, "NZ", 4e6, 2023),
    ]);
    let picture = shown(&data, trade(ScaleKind::Indexed));
    let texts = format!("{:?}", picture.chart.scene);
    assert!(texts.contains("\"EUR\"") && texts.contains("\"FJD\""), "{texts}");
    let headline = &picture.texts.headline;
    assert!(headline.starts_with("Exports to New Zealand (Fijian dollars) grew"), "{headline}");
}

#[test]
fn what_is_ambiguous_is_explained_as_that() {
    let ambiguous =
        [EXPORTS, r#""certainty": "ambiguous", "reason": {"en": "two readings"},"#].concat();
    let unnamed = r#""measure": "exports", "unit": "FJD","#;
    let key = |figures: &[(&str, &str, f64, u32)]| {
        format!("{:?}", shown(&with_fiji(figures), trade(ScaleKind::Linear)).chart.scene)
    };
    let alone = key(&[(&ambiguous, "NZ", 5e6, 2022)]);
    assert!(alone.contains("\"ambiguous\""), "{alone}");
    let both = key(&[(&ambiguous, "NZ", 5e6, 2022), (unnamed, "NZ", 6e6, 2023)]);
    assert!(both.contains("\"statistics or period not stated, ambiguous\""), "{both}");
}

#[test]
fn a_change_of_a_package_s_own_measure_needs_no_verb_and_a_share_none_at_all() {
    let package = |unit: &str, label: &str| {
        json(&format!(
            r#"{{"format": "bilateral/1", "meta": {{"reporting": "FJ"}},
            "terms": [{{"list": "measure", "key": "sugar", "label": {{"en": "Sugar sold"}}, "units": ["{unit}"]}},
                      {{"list": "unit", "key": "{unit}", "label": {{"en": "{label}"}}}}],
            "figures": [
              {{"partner": "NZ", "measure": "sugar", "value": 40, "unit": "{unit}", "period": "2022", "reporter": "FJ", "source": "https://example.org/2022"}},
              {{"partner": "NZ", "measure": "sugar", "value": 38, "unit": "{unit}", "period": "2023", "reporter": "FJ", "source": "https://example.org/2023"}}]}}"#
        ))
    };
    let headline = |data: &Dataset| shown(data, trade(ScaleKind::Linear)).texts.headline;
    let told = headline(&package("t", "tonnes"));
    assert!(told.starts_with("Sugar sold, New Zealand: -5% (2022 – 2023)"), "{told}");
    let told = headline(&package("pct", "%"));
    assert!(told.starts_with("Sugar sold, New Zealand: 38% in 2023"), "{told}");
}

#[test]
fn kinds_that_nobody_recorded_are_told_from_events_that_nobody_recorded() {
    let data = Dataset::embedded();
    let (state, _) = State::from_query("view=events&kinds=aid&partners=KZ");
    assert_eq!(shown(&data, state).texts.headline, "No events of this kind");
}
