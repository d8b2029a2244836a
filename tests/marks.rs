//! What is drawn of a year where the axis has months, of an axis of counts, and of the chosen mark.

use crate::support::draw::{chosen, draw};
use crate::support::figures::{OWN, PARTNER, month, only, turnover};
use bilateral::dataset::{
    Certainty, Code, Dataset, Edtf, Era, Figure, Language, LocalText, Measure, Unit,
};
use bilateral::geometry::{Point, Rect, clip};
use bilateral::layout::text_rect;
use bilateral::locale::Locale;
use bilateral::scene::{Align, Dash, Mark, Scene, Target};
use bilateral::text::{Measure as _, TableMeasure};
use bilateral::theme::{Color, Theme};
use bilateral::view::{ScaleKind, State, View};
use bilateral::widget::{Step, walk};

fn between(from: &str, to: &str) -> State {
    let partners = vec![PARTNER];
    let mut state = State { view: View::Trade, partners, ..State::default() };
    state.set("from", Some(from)).unwrap();
    state.set("to", Some(to)).unwrap();
    state
}

/// The thin lines in the colour of a partner's spans, left to right.
fn thin(scene: &Scene) -> Vec<Rect> {
    let of_value = |color| {
        let Theme { muted, grid, rule, ground, focus, .. } = Theme::light();
        ![muted, grid, rule, ground, focus].contains(&color)
    };
    let rects = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Rect { rect, color } if of_value(*color) && rect.height() == 1.0 => Some(*rect),
        _ => None,
    });
    rects.filter(|rect| rect.width() > 20.0).collect()
}

#[test]
fn a_year_among_months_is_drawn_as_long_as_it_is() {
    let data = only(vec![turnover(2021, 4.0, OWN), turnover(2022, 5.0, OWN)]);
    let scene = draw(&data, &between("2021", "2022"), 1000.0).chart.scene;
    let dots: Vec<_> = scene.targets.iter().map(|target| target.at).collect();
    let lines = thin(&scene);
    assert_eq!(lines.len(), 2, "{lines:?}");
    for dot in dots {
        let own = lines.iter().find(|line| line.left < dot.x && dot.x < line.right);
        let own = own.expect("each dot has its year");
        assert!((own.left + own.right - 2.0 * dot.x).abs() < 1.0, "{own:?} around {dot:?}");
        assert!(own.width() > 450.0, "a half of the axis: {own:?}");
    }
    assert_eq!(thin(&draw(&data, &between("2018", "2022"), 1000.0).chart.scene), []);
}

#[test]
fn a_month_among_months_has_no_line() {
    let mut march = turnover(2021, 4.0, OWN);
    march.period = Some(Edtf::Date(month(2021, 3)));
    assert_eq!(thin(&draw(&only(vec![march]), &between("2021", "2021"), 1000.0).chart.scene), []);
}

#[test]
fn the_labels_of_an_axis_of_counts_stand_in_one_column() {
    let count = |mut figure: Figure| {
        figure.measure = Measure::AGREEMENTS;
        figure.unit = Unit::Count;
        figure.value = figure.value.map(|value| value / 1e6);
        figure
    };
    let data = only(vec![count(turnover(2018, 90.0, OWN)), count(turnover(2019, 189.0, OWN))]);
    let state = State { measure: Some("agreements".into()), ..between("2018", "2019") };
    let muted = Theme::light().muted;
    let mut ends = Vec::new();
    for mark in draw(&data, &state, 600.0).chart.scene.marks {
        if let Mark::Text { at, text, color, align, .. } = mark
            && color == muted
            && ["0", "100", "200"].contains(&text.as_str())
        {
            assert_eq!(align, Align::End, "{text}");
            ends.push(at.x);
        }
    }
    assert!(ends.len() == 3 && ends.iter().all(|x| *x == ends[0]), "{ends:?}");
}

#[test]
fn a_hairline_crosses_out_no_label_and_stays_in_its_band() {
    let (data, theme, measure) = (Dataset::embedded(), Theme::light(), &TableMeasure);
    let mut pieces = 0;
    for language in [Language::EN, Language::RU] {
        let state = State { language, ..State::default() };
        for event in data.events.iter().step_by(5) {
            let focus = Some(event.record.id.as_str());
            let picture = chosen(&data, &state, 1000.0, focus);
            let scene = &picture.chart.scene;
            let bands: Vec<(f64, f64)> = scene.targets.iter().map(|target| target.band).collect();
            for mark in &picture.focus(&theme, measure, focus).marks {
                let Mark::Rect { rect, .. } = mark else { continue };
                let inside =
                    |(top, bottom): &(f64, f64)| *top <= rect.top && rect.bottom <= *bottom;
                assert!(bands.iter().any(inside), "{rect:?} leaves its band");
                for label in &scene.marks {
                    let Mark::Text { at, text, style, align, .. } = label else { continue };
                    let label = text_rect(measure.width(text, *style), *style, (*at, *align));
                    assert!(!label.overlaps(rect), "{text} is crossed out");
                }
                pieces += 1;
            }
        }
    }
    assert!(pieces > 40, "{pieces} pieces of hairlines");
}

/// Whether what is drawn on a shade in the ground's colour has its shade again.
fn is_whole(marks: &[Mark]) -> bool {
    let rects: Vec<(Rect, Color)> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rect { rect, color } => Some((*rect, *color)),
            _ => None,
        })
        .collect();
    let Some((_, shade)) = rects.first().copied() else { return false };
    let ground = Theme::light().ground;
    let shades = rects.iter().filter(|(rect, color)| *color == shade && rect.height() > 40.0);
    shades.into_iter().all(|(shaded, _)| {
        rects.iter().enumerate().filter(|(_, (_, color))| *color == ground).all(
            |(at, (hole, _))| {
                clip::rect(shaded, hole).is_none_or(|common| rects[at..].contains(&(common, shade)))
            },
        )
    })
}

#[test]
fn an_era_is_shaded_behind_the_values_and_named() {
    let mut data = only(vec![turnover(2018, 5.0, OWN), turnover(2022, 9.0, OWN)]);
    let from = month(2019, 0);
    let mut name = LocalText::default();
    name.set(Language::EN, "Pandemic");
    data.eras = vec![Era {
        id: "a1".into(),
        partners: vec![PARTNER],
        period: Some(Edtf::Interval(Some(from), Some(month(2020, 0)))),
        name,
    }];
    let state = State { view: View::Trade, ..State::default() };
    let scene = draw(&data, &state, 800.0).chart.scene;
    let named = |mark: &Mark| matches!(mark, Mark::Text { text, .. } if text == "Pandemic");
    assert!(scene.marks.iter().any(named));
    // A short one in a crowded plot has its name too, and no label tears a hole into its shade.
    let mut crowded = Dataset::embedded();
    let (from, to) = (month(2020, 3), month(2021, 12));
    let (period, partners) = (Some(Edtf::Interval(Some(from), Some(to))), Vec::new());
    crowded.eras = vec![Era { partners, period, ..data.eras[0].clone() }];
    for view in [View::Story, View::Trade] {
        for width in [320.0, 600.0, 1000.0] {
            let marks =
                draw(&crowded, &State { view, ..State::default() }, width).chart.scene.marks;
            let bands = if view == View::Story && width < 480.0 { 1 } else { 3 };
            assert_eq!(marks.iter().filter(|mark| named(mark)).count(), bands, "{view:?} {width}");
            assert!(is_whole(&marks), "{view:?} {width}");
        }
    }
    for scale in [ScaleKind::Log, ScaleKind::Indexed] {
        let state = State { view: View::Trade, scale, ..State::default() };
        let marks = draw(&crowded, &state, 600.0).chart.scene.marks;
        assert_eq!(marks.iter().filter(|mark| named(mark)).count(), 1, "{scale:?}");
        assert!(is_whole(&marks), "{scale:?}");
    }
    let Some(Mark::Rect { rect, color }) = scene.marks.first() else { panic!("a shade first") };
    assert!(rect.width() > 200.0 && rect.height() > 100.0, "{rect:?}");
    assert_ne!(*color, Theme::light().ground);
    data.eras[0].partners = vec![Code::new(*b"RU")];
    assert!(!draw(&data, &state, 800.0).chart.scene.marks.iter().any(named), "another's era");
}

#[test]
fn a_plan_that_came_true_is_tied_to_what_it_became() {
    let mut data = Dataset::embedded();
    data.events.iter_mut().for_each(|event| event.came_true = None);
    let mut ties = |kept: bool| {
        let done =
            data.events.iter().find(|event| event.record.id == "e061").expect("done").clone();
        let planned = data.events.iter_mut().find(|event| event.record.id == "e057").expect("it");
        planned.came_true = kept.then(|| done.record.id.clone());
        let partners = vec![Code::new(*b"KZ")];
        let mut state = State { view: View::Events, partners, ..State::default() };
        // Near enough for the two to have marks of their own.
        state.set("from", Some("2022-10")).expect("a month");
        state.set("to", Some("2024-03")).expect("a month");
        let marks = draw(&data, &state, 1000.0).chart.scene.marks;
        // The dots of a doubtful date are thicker.
        let is_tie = |mark: &&Mark| matches!(mark, Mark::Line { dash: Dash::Dotted, width, .. } if *width < 2.0);
        marks.iter().filter(is_tie).count()
    };
    // A doubtful date is dotted too.
    assert_eq!(ties(false) + 1, ties(true));
}

/// A line that tells growth is a mark like any other: it is hit, stopped at, told, and cited.
#[test]
fn a_growth_between_two_values_is_a_mark() {
    let data = Dataset::embedded();
    let state = State { partners: vec![PARTNER], ..State::default() };
    let picture = draw(&data, &state, 800.0);
    let is_line = |target: &&Target| target.line.is_some();
    let target = picture.chart.scene.targets.iter().find(is_line).expect("a line to press");
    let [from, to] = target.line.unwrap();
    for share in [0.1, 0.5, 0.9] {
        let on = Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
        let others = picture.chart.scene.targets.iter().filter(|other| other.line.is_none());
        let is_free = others.map(|other| other.distance_squared(on)).all(|near| near > 100.0);
        let hit = picture.chart.scene.hit(on, 8.0).expect("a mark");
        assert!(!is_free || hit == target, "{on:?} hits {hit:?}");
    }
    let ends = picture.chart.scene.targets.iter().filter(|other| other.line.is_none());
    for end in ends.filter(|other| other.half == 0.0) {
        assert!(picture.chart.scene.hit(end.at, 8.0) != Some(target), "a value hides none");
    }
    let mut focus = None;
    let stops = std::iter::from_fn(|| {
        focus = walk(&picture, focus.as_ref(), Step::Next);
        focus.clone()
    });
    let stop = stops.take(500).find(|stop| stop.records == target.records).expect("a stop");
    for language in Language::BUILT_IN {
        let locale = Locale::of(language);
        let telling = picture.telling(&data, locale);
        let inferred = locale.words.certainty(Certainty::Inferred);
        let spoken = bilateral::words::speak(telling, &stop);
        assert!(spoken.contains(inferred), "{spoken}");
        let card = bilateral::words::card(telling, &stop).expect("a card");
        assert!(!card.citations.is_empty(), "its source");
        assert!(card.related.iter().any(|related| related.lines.len() == 2), "both ends: {card:?}");
        let select = Some(target.records[0].clone());
        let chosen = draw(&data, &State { select, language, ..state.clone() }, 800.0);
        let cited = bilateral::words::citation(chosen.telling(&data, locale), "");
        assert!(!cited.is_empty() && !cited.starts_with('.'), "{cited}");
    }
    let label = picture
        .chart
        .scene
        .marks
        .iter()
        .any(|mark| matches!(mark, Mark::Text { text, .. } if text.ends_with("×, inferred")));
    assert!(label, "what is inferred in it looks inferred");
}

/// A title is as good to press as the mark that it belongs to.
#[test]
fn a_press_on_an_events_title_is_one_on_its_mark() {
    let data = Dataset::embedded();
    for (view, width) in [(View::Story, 1000.0), (View::Events, 1000.0), (View::Events, 320.0)] {
        let scene = draw(&data, &State { view, ..State::default() }, width).chart.scene;
        let titled: Vec<_> = scene.targets.iter().filter(|target| target.label.is_some()).collect();
        assert!(titled.len() > 5, "{view:?} has {} titles", titled.len());
        for target in titled {
            let label = target.label.unwrap();
            for share in [0.1, 0.5, 0.9] {
                let x = label.left + label.width() * share;
                let on = Point::new(x, (label.top + label.bottom) / 2.0);
                assert_eq!(scene.hit(on, 4.0), Some(target));
            }
        }
    }
}

#[test]
fn of_many_months_the_ends_and_the_peak_are_labelled() {
    let months = |years: i16| {
        let mut figures = Vec::new();
        for at in 0..years * 12 {
            let mut figure = turnover(2018, f64::from(20 + (at * 7) % 5), OWN);
            figure.record.id = format!("m{at}");
            figure.period = Some(Edtf::Date(month(2018 + at / 12, (at % 12) as u8 + 1)));
            figures.push(figure);
        }
        let state = State { view: View::Trade, ..State::default() };
        let scene = draw(&only(figures), &state, 600.0).chart.scene;
        let is_value = |mark: &&Mark| matches!(mark, Mark::Text { text, .. } if text.starts_with('2') && text.len() == 2);
        scene.marks.iter().filter(is_value).count()
    };
    assert!(months(1) > 6, "{} of a year's months", months(1));
    assert!((2..=6).contains(&months(3)), "{} of 36 months", months(3));
}
