//! The whole figure: its words are those of the page, inside its bounds, and above and below the
//! chart.

use crate::support::draw::draw;
use bilateral::dataset::{Dataset, Language};
use bilateral::export::{MARGIN, figure};
use bilateral::scene::{Mark, Scene};
use bilateral::text::{Measure, TableMeasure};
use bilateral::theme::Theme;
use bilateral::view::{Keyword, State, View};
use bilateral::widget::Picture;

fn drawn(view: View, language: Language, width: f64) -> (Picture, Scene) {
    let state = State { view, language, ..State::default() };
    let theme = Theme::light();
    let chart = draw(&Dataset::embedded(), &state, width);
    let scene = figure(&chart, &theme, &TableMeasure);
    (chart, scene)
}

fn texts(scene: &Scene) -> Vec<(&str, f64)> {
    let text = |mark| match mark {
        &Mark::Text { ref text, at, .. } => Some((text.as_str(), at.y)),
        _ => None,
    };
    scene.marks.iter().filter_map(text).collect()
}

fn each(check: impl Fn(&str, &Picture, &Scene)) {
    // A table's scene is empty: its figure is set as text.
    for view in View::ALL.iter().filter(|view| **view != View::Table) {
        for language in Language::BUILT_IN {
            for width in [320.0, 600.0, 1000.0] {
                let (chart, scene) = drawn(*view, language, width);
                check(&format!("{view:?} {language:?} {width}"), &chart, &scene);
            }
        }
    }
}

#[test]
fn a_figure_holds_every_word_of_the_page_around_the_canvas() {
    each(|place, chart, scene| {
        let said: String = texts(scene).into_iter().map(|(text, _)| text).collect();
        let said = said.replace(' ', "");
        let mut words = vec![&chart.texts.headline, &chart.texts.subtitle, &chart.texts.footer];
        words.extend(chart.texts.asides.iter().map(|aside| &aside.text));
        words.extend(chart.chart.list.iter().map(|entry| &entry.title));
        for text in words {
            assert!(said.contains(&text.replace(' ', "")), "{place}: {text}");
        }
    });
}

#[test]
fn nothing_leaves_the_figure_and_its_words_keep_off_the_chart() {
    each(|place, chart, scene| {
        assert_eq!(scene.width, chart.chart.scene.width + 2.0 * MARGIN, "{place}");
        for mark in &scene.marks {
            let Mark::Text { at, text, style, .. } = mark else { continue };
            let right = at.x + TableMeasure.width(text, *style);
            assert!(at.y <= scene.height - MARGIN, "{place}: {text} at {at:?}");
            assert!(at.x > 0.0 && at.y > MARGIN, "{place}: {text} at {at:?}");
            let starts = at.x == MARGIN;
            assert!(!starts || right <= scene.width - MARGIN + 0.5, "{place}: {text}");
        }
        let inner = chart.chart.scene.marks.len();
        let outer = texts(scene);
        let chart_texts = texts(&chart.chart.scene);
        let (head, rest) = outer.split_at(
            outer
                .iter()
                .position(|(text, _)| Some(*text) == chart_texts.first().map(|(text, _)| *text))
                .expect("the chart's first label"),
        );
        let top = rest[0].1 - chart_texts[0].1;
        assert!(head.iter().all(|(_, y)| *y < top), "{place}: {head:?} above {top}");
        let tail = &rest[chart_texts.len()..];
        let foot = top + chart.chart.scene.height;
        assert!(tail.iter().all(|(_, y)| *y > foot), "{place}: {tail:?} below {foot}");
        assert!(inner < scene.marks.len(), "{place}");
    });
}

#[test]
fn a_long_title_takes_more_lines_and_moves_targets_with_their_marks() {
    let mut state = State::default();
    state.set("title", Some(&"Торговля и события ".repeat(9))).expect("a title");
    let data = Dataset::embedded();
    let chart = draw(&data, &state, 600.0);
    let scene = figure(&chart, &Theme::light(), &TableMeasure);
    let bold = |mark: &&Mark| matches!(mark, Mark::Text { style, .. } if style.size == 18.0);
    assert!(scene.marks.iter().filter(bold).count() > 2, "{:?}", texts(&scene));
    let symbols = |scene: &Scene| {
        scene
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Symbol { at, .. } => Some((at.x, at.y)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let (before, after) = (symbols(&chart.chart.scene), symbols(&scene));
    let (dx, dy) = (after[0].0 - before[0].0, after[0].1 - before[0].1);
    assert_eq!(dx, MARGIN);
    for (from, to) in chart.chart.scene.targets.iter().zip(&scene.targets) {
        assert!((to.at.x - from.at.x - dx).abs() < 1e-9 && (to.at.y - from.at.y - dy).abs() < 1e-9);
    }
}

/// On a picture nobody can press, and what is missing is said once.
#[test]
fn a_picture_of_nothing_offers_no_choice() {
    for view in [View::Events, View::Trade] {
        let partners = vec![bilateral::dataset::Code::new(*b"QA")];
        let mut data = Dataset::embedded();
        data.figures.clear();
        data.events.clear();
        let chart = draw(&data, &State { view, partners, ..State::default() }, 600.0);
        assert!(chart.reading.instead.is_some(), "there is a choice elsewhere");
        let scene = figure(&chart, &Theme::light(), &TableMeasure);
        let told = texts(&scene);
        assert!(told.iter().all(|(text, _)| !text.starts_with("Show instead")), "{told:?}");
        let same = |text: &str| told.iter().filter(|(other, _)| *other == text).count();
        assert_eq!(same(&chart.texts.headline), 1, "{told:?}");
    }
}
