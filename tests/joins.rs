//! A line joins only what may be joined: like with like, and never over a gap.

use crate::support::draw::draw;
use crate::support::figures::{OWN, PARTNER, THEIRS, month, only, turnover};
use bilateral::dataset::{Certainty, Citation, Code, Edtf, Figure, Measure, Qualifier, Unit};
use bilateral::reading::common_base;
use bilateral::scene::{Dash, Mark};
use bilateral::view::{Compare, ScaleKind, State, View};

/// How many solid or dashed lines, and how many dotted ones, the figures get.
fn lines(figures: Vec<Figure>) -> (usize, usize) {
    let data = only(figures);
    let state = State { view: View::Trade, partners: vec![PARTNER], ..State::default() };
    let (mut joins, mut slopes) = (0, 0);
    for mark in draw(&data, &state, 800.0).chart.scene.marks {
        match mark {
            Mark::Line { dash: Dash::Dotted, .. } => slopes += 1,
            Mark::Line { .. } => joins += 1,
            _ => {}
        }
    }
    (joins, slopes)
}

#[test]
fn consecutive_years_of_one_reporter_are_joined() {
    let years = [(2020, 3.0), (2021, 4.0), (2022, 5.0)];
    assert_eq!(lines(years.map(|(year, value)| turnover(year, value, OWN)).to_vec()), (2, 0));
    assert_eq!(lines(vec![turnover(2020, 3.0, THEIRS), turnover(2021, 4.0, THEIRS)]), (1, 0));
}

#[test]
fn a_gap_is_a_gap() {
    assert_eq!(lines(vec![turnover(2020, 3.0, OWN), turnover(2022, 4.0, OWN)]), (0, 0));
}

#[test]
fn two_reporters_never_share_a_line() {
    assert_eq!(lines(vec![turnover(2020, 3.0, OWN), turnover(2021, 4.0, THEIRS)]), (0, 0));
    assert_eq!(lines(vec![turnover(2020, 3.0, None), turnover(2021, 4.0, None)]), (0, 0));
}

#[test]
fn what_is_computed_or_ambiguous_is_not_joined() {
    for spoil in [(|figure: &mut Figure| figure.derived = true) as fn(&mut Figure), |figure| {
        figure.record.certainty = Certainty::Ambiguous
    }] {
        let mut figures = vec![turnover(2020, 3.0, OWN), turnover(2021, 4.0, OWN)];
        spoil(&mut figures[1]);
        assert_eq!(lines(figures), (0, 0));
    }
}

#[test]
fn a_part_of_a_year_is_not_joined_to_a_year() {
    let mut part = turnover(2021, 4.0, OWN);
    part.period = Some(Edtf::Interval(Some(month(2021, 1)), Some(month(2021, 8))));
    assert_eq!(lines(vec![turnover(2020, 3.0, OWN), part]), (0, 0));
}

#[test]
fn of_two_values_of_a_year_only_the_one_with_a_common_source_is_joined() {
    let mut figures =
        vec![turnover(2020, 3.0, OWN), turnover(2021, 4.0, OWN), turnover(2021, 6.0, OWN)];
    assert_eq!(lines(figures.clone()), (0, 0));
    figures[1].record.citations = figures[0].record.citations.clone();
    assert_eq!(lines(figures), (1, 0));
}

#[test]
fn a_growth_ties_two_ends_only_where_one_paragraph_tells_all_three() {
    let told =
        |paragraph| vec![Citation { source: 0, paragraph: Some(paragraph), evidence: vec![] }];
    let mut growth = turnover(2020, 5.0, None);
    growth.measure = Measure::GROWTH;
    growth.unit = Unit::Ratio;
    growth.value = Some(5.0);
    growth.period = Some(Edtf::Interval(Some(month(2020, 0)), None));
    let mut figures = vec![turnover(2020, 1.0, THEIRS), turnover(2023, 5.0, THEIRS), growth];
    for figure in &mut figures {
        figure.record.citations = told(10);
    }
    assert_eq!(lines(figures.clone()), (0, 1));
    figures[2].record.citations = told(9);
    assert_eq!(lines(figures), (0, 0));
}

/// The marks of the figures on another scale, or with both reporters side by side.
fn marks(figures: &[Figure], scale: ScaleKind, compare: Option<Compare>) -> Vec<Mark> {
    let figures = figures.to_vec();
    let data = only(figures);
    let partners = vec![PARTNER];
    let state = State { view: View::Trade, partners, scale, compare, ..State::default() };
    draw(&data, &state, 800.0).chart.scene.marks
}

fn count(marks: &[Mark], is: impl Fn(&Mark) -> bool) -> usize {
    marks.iter().filter(|mark| is(mark)).count()
}

fn is_line(mark: &Mark) -> bool {
    matches!(mark, Mark::Line { .. })
}

fn says(marks: &[Mark], text: &str) -> bool {
    marks.iter().any(|mark| matches!(mark, Mark::Text { text: said, .. } if said == text))
}

#[test]
fn a_logarithmic_scale_has_dots_alone() {
    let years = [(2020, 3.0), (2021, 4.0), (2022, 5.0)];
    let figures = years.map(|(year, value)| turnover(year, value, OWN));
    for compare in [None, Some(Compare::Reporters)] {
        let marks = marks(&figures, ScaleKind::Log, compare);
        assert_eq!(count(&marks, is_line), 0);
        // Three values, and the sign in the key.
        assert_eq!(count(&marks, |mark| matches!(mark, Mark::Symbol { .. })), 4);
    }
}

#[test]
fn both_reporters_of_a_period_are_tied_and_nothing_else_is() {
    let figures = [
        turnover(2020, 3.0, OWN),
        turnover(2021, 4.0, OWN),
        turnover(2021, 6.0, THEIRS),
        turnover(2022, 5.0, None),
    ];
    let marks = marks(&figures, ScaleKind::Linear, Some(Compare::Reporters));
    let upright = |mark: &Mark| matches!(mark, Mark::Line { points, .. } if points.len() == 2 && points[0].x == points[1].x);
    assert_eq!((count(&marks, is_line), count(&marks, upright)), (1, 1));
    assert!(says(&marks, "gap $2\u{a0}mln"), "{marks:?}");
    assert_eq!(count(&marks, |mark| matches!(mark, Mark::Symbol { .. })), 4 + 3);
}

#[test]
fn a_gap_is_no_surer_than_the_values_that_it_parts() {
    let gap = |own: (f64, Qualifier), theirs: (f64, Qualifier)| {
        let mut figures = [turnover(2021, own.0, OWN), turnover(2021, theirs.0, THEIRS)];
        figures[0].qualifier = own.1;
        figures[1].qualifier = theirs.1;
        let marks = marks(&figures, ScaleKind::Linear, Some(Compare::Reporters));
        assert_eq!(count(&marks, is_line), 1);
        marks.into_iter().find_map(|mark| match mark {
            Mark::Text { text, .. } if text.starts_with("gap") => Some(text),
            _ => None,
        })
    };
    let (exact, about) = (Qualifier::Exact, Qualifier::About);
    assert_eq!(gap((3.0, exact), (5.0, exact)).as_deref(), Some("gap $2\u{a0}mln"));
    assert_eq!(gap((3.02, exact), (5.0, exact)).as_deref(), Some("gap about $2\u{a0}mln"));
    assert_eq!(gap((3.0, exact), (5.0, about)).as_deref(), Some("gap about $2\u{a0}mln"));
    for bound in [Qualifier::MoreThan, Qualifier::Almost, Qualifier::UpTo] {
        assert_eq!(gap((3.0, bound), (5.0, exact)), None);
    }
}

#[test]
fn what_is_computed_ambiguous_or_of_another_period_is_no_side_of_a_pair() {
    for spoil in [
        (|figure: &mut Figure| figure.derived = true) as fn(&mut Figure),
        |figure| figure.record.certainty = Certainty::Ambiguous,
        |figure| figure.reporter = None,
        |figure| figure.period = Some(Edtf::Interval(Some(month(2021, 1)), Some(month(2021, 8)))),
    ] {
        let mut figures = [turnover(2021, 3.0, OWN), turnover(2021, 5.0, THEIRS)];
        spoil(&mut figures[1]);
        let marks = marks(&figures, ScaleKind::Linear, Some(Compare::Reporters));
        assert_eq!(count(&marks, is_line), 0);
    }
}

#[test]
fn an_index_holds_one_reporter_s_full_years_from_a_hundred_on() {
    let mut figures = vec![
        turnover(2019, 4.0, OWN),
        turnover(2020, 5.0, OWN),
        turnover(2021, 6.0, OWN),
        turnover(2021, 9.0, THEIRS),
        turnover(2022, 9.0, OWN),
    ];
    figures[4].period = Some(Edtf::Interval(Some(month(2022, 1)), Some(month(2022, 8))));
    let marks = marks(&figures, ScaleKind::Indexed, None);
    assert_eq!(count(&marks, is_line), 2);
    assert_eq!(count(&marks, |mark| matches!(mark, Mark::Symbol { .. })), 3 + 1);
    assert!(says(&marks, "150 in 2021"), "{marks:?}");
}

/// The base year, and what stands aside.
fn base(figures: &[Figure], from: Option<&str>) -> (Option<i32>, Vec<String>) {
    let figures = figures.to_vec();
    let data = only(figures);
    let partners = vec![PARTNER, RU];
    let scale = ScaleKind::Indexed;
    let mut state = State { view: View::Trade, partners, scale, ..State::default() };
    state.set("from", from).unwrap();
    let chart = draw(&data, &state, 800.0);
    let asides = chart.texts.asides.into_iter().map(|aside| aside.text).collect();
    let base = common_base(&chart.reading.chains).map(|day| day.civil().0);
    (base, asides)
}

const RU: Code = Code::new(*b"RU");

#[test]
fn the_base_is_the_first_year_that_all_series_have_as_an_exact_value() {
    let of_russia = |year, value| {
        let mut figure = turnover(year, value, OWN);
        figure.record.partners = vec![RU];
        figure.record.id.push_str("ru");
        figure
    };
    let mut figures = vec![
        turnover(2018, 3.0, OWN),
        turnover(2019, 4.0, OWN),
        turnover(2020, 5.0, OWN),
        of_russia(2019, 7.0),
        of_russia(2020, 8.0),
    ];
    assert_eq!(base(&figures, None), (Some(2019), Vec::new()));
    assert_eq!(base(&figures, Some("2020")).0, None, "one year alone is no development");
    figures[3].qualifier = Qualifier::About;
    assert_eq!(base(&figures, None).0, Some(2020));
    figures[4].reporter = RU_OWN;
    let (common, asides) = base(&figures, None);
    assert_eq!(common, Some(2018), "of Kazakhstan alone");
    assert_eq!(asides, ["Not indexed: Russia (2)"]);
}

const RU_OWN: Option<Code> = Some(RU);
