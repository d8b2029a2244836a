//! A line joins only what may be joined: like with like, and never over a gap.

mod support {
    pub mod figures;
}

use bilateral::chart::{self, Request};
use bilateral::dataset::{Certainty, Citation, Dataset, Edtf, Figure, Measure, Unit};
use bilateral::scene::{Dash, Mark};
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::{State, View};
use support::figures::{OWN, PARTNER, THEIRS, month, turnover};

/// How many solid or dashed lines, and how many dotted ones, the figures get.
fn lines(figures: Vec<Figure>) -> (usize, usize) {
    let data =
        Dataset { figures, events: Vec::new(), conflicts: Vec::new(), ..Dataset::embedded() };
    let state = State { view: View::Trade, partners: vec![PARTNER], ..State::default() };
    let theme = Theme::light();
    let request = Request {
        data: &data,
        state: &state,
        theme: &theme,
        measure: &TableMeasure,
        width: 800.0,
        focus: None,
    };
    let (mut joins, mut slopes) = (0, 0);
    for mark in chart::draw(&request).scene.marks {
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
    growth.measure = Measure::Growth;
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
