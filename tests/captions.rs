//! Every value is written at most once, and what two reporters say of a year is attributed evenly.

use crate::support::draw::draw;
use crate::support::figures::{OWN, THEIRS, only, turnover};
use bilateral::dataset::{Code, Dataset, Figure, Language, Qualifier};
use bilateral::geometry::{Point, Rect, clip};
use bilateral::layout::text_rect;
use bilateral::locale::{Locale, fill};
use bilateral::scene::{Dash, Mark, Scene};
use bilateral::text::{Measure, TableMeasure};
use bilateral::theme::Theme;
use bilateral::view::{Compare, ScaleKind, State, View};
use bilateral::widget::Picture;

/// The labels of values in `trade`, by the partners' own bands.
fn labels(figures: Vec<Figure>, partners: &[Code], width: f64) -> Vec<String> {
    let data = only(figures);
    let state = State { view: View::Trade, partners: partners.to_vec(), ..State::default() };
    let theme = Theme::light();
    let is_value = |color| theme.partners.iter().any(|style| style.color == color);
    let marks = draw(&data, &state, width).chart.scene.marks.into_iter();
    let texts = marks.filter_map(|mark| match mark {
        Mark::Text { text, color, style, .. } if is_value(color) && style.size < 14.0 => Some(text),
        _ => None,
    });
    texts.collect()
}

fn count(labels: &[String], part: &str) -> usize {
    labels.iter().filter(|label| label.contains(part)).count()
}

#[test]
fn mirror_values_are_attributed_to_both_reporters() {
    let kz = Code::new(*b"KZ");
    let figures =
        vec![turnover(2014, 31.0, OWN), turnover(2014, 77.0, THEIRS), turnover(2020, 90.0, OWN)];
    let labels = labels(figures, &[kz], 1000.0);
    assert_eq!(count(&labels, "according to Kazakh statistics"), 1, "{labels:?}");
    assert_eq!(count(&labels, "according to Azerbaijani statistics"), 1, "{labels:?}");
}

#[test]
fn a_mirror_value_that_is_labelled_for_another_reason_is_written_once() {
    // The partner's value is the highest, and the mirror of the other one.
    let kz = Code::new(*b"KZ");
    for width in [320.0, 600.0, 1000.0] {
        let figures = vec![
            turnover(2006, 20.0, OWN),
            turnover(2014, 31.0, OWN),
            turnover(2014, 77.0, THEIRS),
            turnover(2024, 12.0, OWN),
        ];
        let labels = labels(figures, &[kz], width);
        for value in ["31", "77"] {
            assert_eq!(count(&labels, value), 1, "{value} at {width}: {labels:?}");
        }
    }
}

#[test]
fn mirror_values_of_one_band_do_not_silence_those_of_another() {
    let (kz, ru) = (Code::new(*b"KZ"), Code::new(*b"RU"));
    for width in [320.0, 400.0, 600.0, 1000.0] {
        let mut figures = Vec::new();
        for partner in [kz, ru] {
            for figure in
                [turnover(2014, 31.0, OWN), turnover(2014, 77.0, THEIRS), turnover(2024, 50.0, OWN)]
            {
                let mut figure = figure;
                figure.record.id.push_str(&partner.as_str().to_lowercase());
                figure.record.partners = vec![partner];
                if figure.reporter == THEIRS {
                    figure.reporter = Some(partner);
                }
                figures.push(figure);
            }
        }
        let labels = labels(figures, &[kz, ru], width);
        for value in ["31", "77"] {
            assert_eq!(count(&labels, value), 2, "{value} at {width}: {labels:?}");
        }
    }
}

/// The number that is written large for the partner.
fn bold(picture: &Picture) -> Option<String> {
    let theme = Theme::light();
    picture.chart.scene.marks.iter().find_map(|mark| {
        let Mark::Text { text, style, color, .. } = mark else { return None };
        let is_value = theme.partners.iter().any(|style| style.color == *color)
            && style.bold
            && style.size < 14.0
            && !text.contains('×');
        let digits = |char: char| !char.is_ascii_digit() && char != '.';
        let number = text.split(digits).find(|number| !number.is_empty());
        number.filter(|_| is_value).map(str::to_owned)
    })
}

/// The end value of a partner is the same wherever it is written large.
#[test]
fn the_bold_value_of_a_partner_is_the_same_in_every_view() {
    let data = Dataset::embedded();
    let (mut met, mut indexed) = (0, 0);
    for partner in data.partners.iter().map(|partner| partner.code) {
        let mut all: Vec<(String, String)> = Vec::new();
        for view in [View::Story, View::Trade] {
            for scale in [ScaleKind::Linear, ScaleKind::Log] {
                for compare in [None, Some(Compare::Reporters)] {
                    let partners = vec![partner];
                    let state = State { view, scale, compare, partners, ..State::default() };
                    for width in [320.0, 600.0, 1000.0] {
                        if let Some(number) = bold(&draw(&data, &state, width)) {
                            all.push((number, format!("{state:?} at {width}")));
                        }
                    }
                }
            }
        }
        for (number, place) in &all {
            assert_eq!((number, place), (&all[0].0, place), "as in {}", all[0].1);
        }
        met += usize::from(all.len() > 1);
        let (partners, scale) = (vec![partner], ScaleKind::Indexed);
        let state = State { view: View::Trade, scale, partners, ..State::default() };
        let picture = draw(&data, &state, 1000.0);
        let (Some(chain), Some((number, _))) = (picture.reading.chains.first(), all.first()) else {
            continue;
        };
        let dated = &picture.reading.bands[0].plots[chain.plot].dated;
        let of = |at: &usize| &dated[*at];
        let (last, base) = (of(chain.members.last().unwrap()), of(&chain.members[0]));
        if dated.iter().filter(|value| value.year.is_some()).any(|value| value.last > last.last) {
            continue;
        }
        let index = (last.value / base.value * 100.0).round().to_string();
        assert_eq!(bold(&picture), Some(index), "{state:?}");
        let told: f64 = number.parse().unwrap();
        let is_told = [1.0, 1e3, 1e6, 1e9].iter().any(|unit| {
            let part = told * unit / last.value;
            (part - 1.0).abs() < 0.01
        });
        assert!(is_told, "{number} elsewhere, {} on an indexed scale", last.value);
        indexed += 1;
    }
    assert!(met > 2 && indexed > 2, "{met} partners have such a value, {indexed} an index of it");
}

/// The series that the headline tells is the thick one, on an index too.
#[test]
fn the_told_series_is_drawn_in_front_on_every_scale_that_joins() {
    let data = Dataset::embedded();
    let states = [
        State { view: View::Story, ..State::default() },
        State { view: View::Trade, ..State::default() },
        State { view: View::Trade, scale: ScaleKind::Indexed, ..State::default() },
    ];
    for state in states {
        for width in [320.0, 600.0, 1000.0] {
            let picture = draw(&data, &state, width);
            let thick = picture.chart.scene.marks.iter().filter(|mark| match mark {
                Mark::Line { width, .. } => *width > 2.0,
                _ => false,
            });
            assert!(thick.count() > 0, "{state:?} at {width}");
        }
    }
}

/// A value that is written large beside another one's mark would be read as that one's.
#[test]
fn the_bold_value_is_nearer_to_its_own_mark_than_to_any_other() {
    let data = Dataset::embedded();
    let theme = Theme::light();
    let (mut met, mut wrong) = (0, Vec::new());
    for view in [View::Story, View::Trade] {
        for width in [320.0, 400.0, 480.0, 600.0, 720.0, 900.0, 1000.0, 1200.0] {
            let picture = draw(&data, &State { view, ..State::default() }, width);
            let scene = &picture.chart.scene;
            for mark in &scene.marks {
                let Mark::Text { at, text, style, color, align } = mark else { continue };
                let is_value = theme.partners.iter().any(|style| style.color == *color);
                if !is_value || !style.bold || style.size > 13.0 || text.contains('×') {
                    continue;
                }
                let rect = text_rect(TableMeasure.width(text, *style), *style, (*at, *align));
                let rect = held(scene, rect);
                let dots = scene.targets.iter().filter_map(|target| {
                    let is_dot = target.half == 0.0 && target.line.is_none();
                    let id = target.records.first().filter(|_| is_dot)?;
                    let figure = data.figures.iter().find(|figure| figure.record.id == **id)?;
                    let area = Rect::centred(target.at, 9.0, 9.0);
                    Some((rect.gap_squared(&area), figure.value?))
                });
                let digits = |char: char| !char.is_ascii_digit() && char != '.';
                let number = text.split(digits).find(|number| !number.is_empty()).unwrap();
                let told: f64 = number.parse().unwrap();
                let is_own = |value: f64| {
                    [1.0, 1e6, 1e9].iter().any(|u| (told * u / value - 1.0).abs() < 0.01)
                };
                let (own, others): (Vec<_>, Vec<_>) = dots.partition(|(_, value)| is_own(*value));
                let least = |dots: Vec<(f64, f64)>| {
                    dots.into_iter().map(|(gap, _)| gap.sqrt()).fold(f64::MAX, f64::min)
                };
                let (own, other) = (least(own), least(others));
                met += 1;
                if own + 0.5 > other {
                    wrong.push(format!("{view:?} at {width}: {text}, {own:.1} against {other:.1}"));
                }
            }
        }
    }
    assert!(wrong.is_empty() && met > 20, "of {met}: {wrong:#?}");
}

/// Where it has no room beside its mark, a line leads to it.
#[test]
fn each_partner_s_last_value_is_bold_on_a_logarithmic_scale_and_in_a_low_chart() {
    let data = Dataset::embedded();
    let theme = Theme::light();
    let low = State { view: View::Story, height: Some(300.0), ..State::default() };
    let log = State { view: View::Trade, scale: ScaleKind::Log, ..State::default() };
    for state in [low, log, State { view: View::Trade, ..State::default() }] {
        for width in [600.0, 720.0, 1000.0] {
            let picture = draw(&data, &state, width);
            for band in &picture.reading.bands {
                let color = theme.partner(picture.reading.slots[band.partner], None).color;
                let bold = picture.chart.scene.marks.iter().any(|mark| match mark {
                    Mark::Text { text, style, color: ink, .. } => {
                        let is_value = text.contains(|char: char| char.is_ascii_digit());
                        is_value && style.bold && style.size < 14.0 && *ink == color
                    }
                    _ => false,
                });
                assert!(
                    bold,
                    "{} at {width}, {:?} {:?}",
                    band.code.as_str(),
                    state.view,
                    state.scale
                );
            }
        }
    }
}

#[test]
fn two_numbers_one_above_the_other_do_not_read_as_one() {
    let data = Dataset::embedded();
    let theme = Theme::light();
    let mut met = 0;
    for compare in [None, Some(Compare::Reporters)] {
        for width in [320.0, 400.0, 600.0, 800.0, 1000.0] {
            let state = State { view: View::Trade, compare, ..State::default() };
            let marks = draw(&data, &state, width).chart.scene.marks;
            let mut values = Vec::new();
            for mark in &marks {
                let Mark::Text { at, text, style, color, align } = mark else { continue };
                let is_value = theme.partners.iter().any(|style| style.color == *color);
                let rect = text_rect(TableMeasure.width(text, *style), *style, (*at, *align));
                if is_value && style.size < 14.0 && rect.width() < 44.0 {
                    values.push((text, rect));
                }
            }
            for (at, (text, rect)) in values.iter().enumerate() {
                for (other, below) in &values[at + 1..] {
                    let aside = rect.left >= below.right || below.left >= rect.right;
                    met += 1;
                    let gap = rect.gap_squared(below).sqrt();
                    assert!(aside || gap >= 4.9, "{text} and {other} at {width}: {gap}");
                    let apart = rect.top >= below.bottom || below.top >= rect.bottom;
                    assert!(apart || gap >= 7.9, "{text} beside {other} at {width}: {gap}");
                }
            }
        }
    }
    assert!(met > 100);
}

#[test]
fn every_gap_is_told_beside_the_plot() {
    let data = Dataset::embedded();
    let state = State { view: View::Trade, compare: Some(Compare::Reporters), ..State::default() };
    for language in Language::BUILT_IN {
        let picture = draw(&data, &State { language, ..state.clone() }, 320.0);
        let pairs = picture.reading.bands.iter().flat_map(|band| band.pairs.concat());
        let known = pairs.filter(|pair| pair.gap.is_some()).count();
        let begins = Locale::of(language).words.gaps.split('{').next().unwrap();
        let told = picture.texts.asides.iter().find(|aside| aside.text.starts_with(begins));
        let told = told.expect("an aside tells the gaps");
        assert_eq!(told.text.matches('(').count(), known, "{}", told.text);
        let once = told.text.split("; ").all(|gap| gap.matches('$').count() == 1);
        assert!(once, "a gap from one value to another says its unit once: {}", told.text);
    }
}

/// In words, or where these have no room in signs; the key then says what the growth rests on.
#[test]
fn a_growth_and_a_value_told_roughly_are_labelled_in_every_language() {
    let data = Dataset::embedded();
    let mut growths = 0;
    for language in Language::BUILT_IN {
        for width in [320.0, 600.0, 1000.0] {
            let state = State { view: View::Trade, language, ..State::default() };
            let story = State { view: View::Story, ..state.clone() };
            for mark in draw(&data, &story, width).chart.scene.marks {
                let Mark::Text { text, .. } = mark else { continue };
                growths += usize::from(text.contains('×'));
            }
            let marks = draw(&data, &state, width).chart.scene.marks;
            let texts = marks.iter().filter_map(|mark| match mark {
                Mark::Text { text, .. } => Some(text.as_str()),
                _ => None,
            });
            let texts: Vec<&str> = texts.collect();
            let place = format!("{language:?} at {width}: {texts:?}");
            // Three bands on a phone leave it no place of its own.
            let is_growth = texts.iter().any(|text| text.contains('×'));
            assert!(is_growth || width < 480.0, "no growth in {place}");
            let words = Locale::of(language).words;
            assert!(texts.contains(&words.key_slope_inferred), "no key in {place}");
            // Of the last year, by the partner's statistics.
            let decimal = if language == Language::EN { "7.5" } else { "7,5" };
            let about = fill(words.qualifier(Qualifier::About), &[("value", decimal)]);
            let signed = ["≈", decimal].concat();
            assert!(texts.iter().any(|text| *text == about || *text == signed), "{about}, {place}");
        }
    }
    assert_eq!(growths, Language::BUILT_IN.len() * 3, "one in each story");
}

/// A number at the height of a dot is read as the dot's.
#[test]
fn a_growth_is_not_labelled_beside_a_dot() {
    let data = Dataset::embedded();
    let mut found = 0;
    for language in Language::BUILT_IN {
        for (view, scale) in [
            (View::Story, ScaleKind::Linear),
            (View::Trade, ScaleKind::Linear),
            (View::Trade, ScaleKind::Indexed),
        ] {
            for width in [280.0, 320.0, 375.0, 480.0, 600.0, 800.0, 1000.0] {
                let state = State { view, scale, language, ..State::default() };
                let scene = draw(&data, &state, width).chart.scene;
                for mark in &scene.marks {
                    let Mark::Text { at, text, style, align, .. } = mark else { continue };
                    if !text.contains('×') {
                        continue;
                    }
                    found += 1;
                    let width_of = TableMeasure.width(text, *style);
                    let rect = text_rect(width_of, *style, (*at, *align));
                    let near = Rect { left: rect.left - 12.0, right: rect.right + 12.0, ..rect };
                    for dot in &scene.marks {
                        let Mark::Symbol { at, radius, .. } = dot else { continue };
                        let dot = Rect::centred(*at, radius * 2.0, radius * 2.0);
                        let place = format!("{text} at {rect:?} in {view:?} {scale:?} at {width}");
                        assert!(!dot.overlaps(&near), "{dot:?} beside {place}, {language:?}");
                    }
                }
            }
        }
    }
    assert!(found >= 80, "{found} growths are labelled");
}

/// Half the height of the span of a part of a year.
const HALF_SPAN: f64 = 1.0;

/// A mark of a value: what it covers and what it is worth.
fn valued(data: &Dataset, scene: &Scene) -> Vec<(Rect, Vec<f64>)> {
    let mut found = Vec::new();
    for target in scene.targets.iter().filter(|target| target.line.is_none()) {
        let is_known = |id: &String| {
            let figure = data.figures.iter().find(|figure| figure.record.id == *id);
            figure.and_then(|figure| figure.value)
        };
        let values: Vec<f64> = target.records.iter().filter_map(is_known).collect();
        let area = match target.half > 0.0 {
            true => Rect::centred(target.at, target.half * 2.0, HALF_SPAN * 2.0),
            false => Rect::centred(target.at, 9.0, 9.0),
        };
        if !values.is_empty() {
            found.push((area, values));
        }
    }
    found
}

/// The label's place, or that of the line which leads from it to its mark.
fn held(scene: &Scene, label: Rect) -> Rect {
    let leads = scene.marks.iter().find_map(|mark| match mark {
        Mark::Rect { rect, .. } if rect.width() == 1.0 && rect.height() > 6.0 => {
            let beside = rect.left > label.left - 8.0 && rect.right < label.right + 8.0;
            let ends = [(rect.top - label.bottom).abs(), (label.top - rect.bottom).abs()];
            (beside && rect.height() < 50.0 && ends.iter().any(|gap| *gap < 7.0)).then_some(*rect)
        }
        _ => None,
    });
    leads.unwrap_or(label)
}

/// The labels of values that stand nearer to the mark of another value than to any of their own, and
/// how many labels there are.
fn astray(data: &Dataset, state: &State, width: f64) -> (usize, Vec<String>) {
    let theme = Theme::light();
    let picture = draw(data, state, width);
    let scene = &picture.chart.scene;
    let marks = valued(data, scene);
    let (mut met, mut wrong) = (0, Vec::new());
    for mark in &scene.marks {
        let Mark::Text { at, text, style, color, align } = mark else { continue };
        let is_value = theme.partners.iter().any(|style| style.color == *color);
        let digits = |char: char| !char.is_ascii_digit() && char != '.';
        let number = text.split(digits).find(|number| number.parse::<f64>().is_ok());
        let Some(number) = number.filter(|_| is_value && style.size < 14.0) else { continue };
        let told: f64 = number.parse().expect("a number");
        let decimals = number.split_once('.').map_or(0, |(_, after)| after.len());
        let rounding = 0.501 * 0.1_f64.powi(decimals as i32);
        if text.contains('×') {
            continue;
        }
        let rect = text_rect(TableMeasure.width(text, *style), *style, (*at, *align));
        let from = held(scene, rect);
        let is_own = |value: &f64| {
            [1.0, 1e3, 1e6, 1e9].iter().any(|unit| (told - value / unit).abs() <= rounding)
        };
        let mut gaps = [f64::MAX; 2];
        let of_span = |area: &Rect| area.height() < 4.0;
        let own = marks.iter().filter(|(_, values)| values.iter().any(is_own));
        let nearest = own.clone().map(|(area, _)| (from.gap_squared(area), of_span(area)));
        let is_of_span =
            nearest.min_by(|one, other| one.0.total_cmp(&other.0)).is_some_and(|one| one.1);
        for (area, values) in &marks {
            let is_its_own = values.iter().any(is_own);
            // What stands beside a dot is not taken for a thin span's.
            if is_its_own || is_of_span || !of_span(area) {
                let gap = &mut gaps[usize::from(is_its_own)];
                *gap = gap.min(from.gap_squared(area).sqrt());
            }
        }
        // At the side of a span would stand that span's own label; right beside a dot is its own.
        let middle = (from.top + from.bottom) / 2.0;
        let is_beside = |area: &Rect| {
            let across = (area.top + area.bottom) / 2.0 - middle;
            let along = (from.left - area.right).max(area.left - from.right);
            of_span(area) && across.abs() < 1.5 && along < 20.0
        };
        let of_another = |(area, values): &&(Rect, Vec<f64>)| {
            !is_of_span && !values.iter().any(is_own) && is_beside(area)
        };
        if from == rect && gaps[1] > 6.0 && marks.iter().any(|mark| of_another(&mark)) {
            wrong.push(format!("{text}: at the side of a span"));
        }
        met += 1;
        if gaps[1] + 0.4 > gaps[0] {
            wrong.push(format!("{text}: {:.1} against {:.1}", gaps[1], gaps[0]));
        }
    }
    (met, wrong)
}

#[test]
fn a_value_is_written_at_its_own_mark_or_not_at_all() {
    let data = Dataset::embedded();
    let (mut met, mut wrong) = (0, Vec::new());
    let codes = |codes: &[&[u8; 2]]| codes.iter().map(|code| Code::new(**code)).collect();
    let partners: [Vec<Code>; 4] =
        [vec![], codes(&[b"TJ", b"KZ", b"RU"]), codes(&[b"TJ"]), codes(&[b"UZ", b"GE", b"TR"])];
    for (view, scale, compare) in [
        (View::Story, ScaleKind::Linear, None),
        (View::Trade, ScaleKind::Linear, None),
        (View::Trade, ScaleKind::Linear, Some(Compare::Reporters)),
        (View::Story, ScaleKind::Linear, Some(Compare::Reporters)),
        (View::Trade, ScaleKind::Log, None),
    ] {
        for partners in &partners {
            for (measure, width) in [
                ("turnover", 320.0),
                ("turnover", 600.0),
                ("turnover", 1000.0),
                ("exports", 600.0),
                ("imports", 1000.0),
            ] {
                let measure = Some(measure.to_owned());
                let partners = partners.clone();
                let state = State { view, scale, compare, measure, partners, ..State::default() };
                let (labels, astray) = astray(&data, &state, width);
                met += labels;
                wrong.extend(
                    astray.iter().map(|label| format!("{label} in {} at {width}", state.query())),
                );
            }
        }
    }
    assert!(wrong.is_empty() && met > 500, "of {met}: {wrong:#?}");
}

#[test]
fn both_ends_of_the_difference_that_the_headline_tells_are_written() {
    let data = Dataset::embedded();
    let compare = Some(Compare::Reporters);
    for view in [View::Trade, View::Story] {
        for width in [320.0, 400.0, 600.0, 1000.0] {
            for language in [Language::EN, Language::RU] {
                let state = State { view, compare, language, ..State::default() };
                let picture = draw(&data, &state, width);
                assert!(picture.texts.headline.contains("63"), "{}", picture.texts.headline);
                for end in ["533", "470"] {
                    let is_end = |mark: &Mark| match mark {
                        Mark::Text { text, .. } => text.contains(end),
                        _ => false,
                    };
                    let written = picture.chart.scene.marks.iter().any(is_end);
                    assert!(written, "{end} in {view:?} at {width}");
                }
            }
        }
    }
}

#[test]
fn a_value_s_label_is_not_crossed_by_a_line_that_it_could_stand_beside() {
    let data = Dataset::embedded();
    let theme = Theme::light();
    let (mut met, mut crossed) = (0, Vec::new());
    for code in [b"TJ", b"KZ", b"RU"] {
        for (view, width, measure) in [
            (View::Story, 320.0, "turnover"),
            (View::Story, 600.0, "turnover"),
            (View::Trade, 1000.0, "turnover"),
            (View::Trade, 320.0, "exports"),
            (View::Trade, 600.0, "exports"),
            (View::Trade, 1000.0, "imports"),
        ] {
            let (partners, measure) = (vec![Code::new(*code)], Some(measure.to_owned()));
            let state = State { view, partners, measure, ..State::default() };
            let marks = draw(&data, &state, width).chart.scene.marks;
            let lines = marks.iter().filter_map(|mark| match mark {
                Mark::Line { points, dash, .. } if *dash != Dash::Dotted => Some(points.clone()),
                _ => None,
            });
            let lines: Vec<_> = lines.collect();
            for mark in &marks {
                let Mark::Text { at, text, style, color, align } = mark else { continue };
                let is_value = theme.partners.iter().any(|style| style.color == *color);
                if !is_value || style.size > 13.0 {
                    continue;
                }
                met += 1;
                let rect = text_rect(TableMeasure.width(text, *style), *style, (*at, *align));
                let is_cut = |line: &Vec<Point>| !clip::polyline(line, &rect).is_empty();
                if lines.iter().any(is_cut) {
                    crossed.push(format!("{text} in {view:?} of {code:?} at {width}"));
                }
            }
        }
    }
    assert!(crossed.is_empty() && met > 40, "of {met}: {crossed:#?}");
}
