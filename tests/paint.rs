//! What reaches a plotters backend: whole pixels, cut lines, nothing clamped.

use crate::support::recorder::{Call, Page, Recorder};
use bilateral::geometry::{Point, Rect};
use bilateral::paint::{SUBPIXELS, paint};
use bilateral::scene::{Align, Dash, Fill, Mark, Scene, Shape, TextStyle};
use bilateral::theme::Color;

const INK: Color = Color::hex(0x1B1F24);
const RATIOS: [f64; 4] = [1.0, 1.5, 2.0, 3.0];
/// The calls for one mark on a ground of 200 by 100 CSS pixels, without the ground's own.
fn calls(mark: Mark, ratio: f64) -> Vec<Call> {
    let scene = Scene {
        width: 200.0,
        height: 100.0,
        ground: Color::hex(0xFFFFFF),
        marks: vec![mark],
        targets: Vec::new(),
    };
    let mut recorder = Recorder::default();
    paint(&scene, &mut recorder, &mut Page { ratio }).expect("recording does not fail");
    recorder.calls.split_off(1)
}

fn rect(left: f64, top: f64, right: f64, bottom: f64) -> Mark {
    Mark::Rect { rect: Rect::new(left, top, right, bottom), color: INK }
}

fn line(points: &[(f64, f64)], width: f64, dash: Dash) -> Mark {
    let points = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
    Mark::Line { points, width, color: INK, dash }
}

fn symbol(shape: Shape, at: (f64, f64), fill: Fill) -> Mark {
    Mark::Symbol { at: Point::new(at.0, at.1), shape, radius: 5.0, color: INK, fill }
}

/// The one rectangle of `calls` in device pixels: left, top, right, bottom.
#[track_caller]
fn only_rect(calls: &[Call]) -> [f64; 4] {
    let [Call::Rect(edges)] = calls else { panic!("expected one rectangle: {calls:?}") };
    edges.map(|edge| f64::from(edge) / SUBPIXELS)
}

#[test]
fn the_ground_covers_the_whole_store() {
    for ratio in RATIOS {
        let scene = Scene {
            width: 100.3,
            height: 50.7,
            ground: INK,
            marks: Vec::new(),
            targets: Vec::new(),
        };
        let mut recorder = Recorder::default();
        paint(&scene, &mut recorder, &mut Page { ratio }).expect("recording does not fail");
        let [left, top, right, bottom] = only_rect(&recorder.calls);
        assert_eq!((left, top), (0.0, 0.0));
        assert!(right >= 100.3 * ratio && bottom >= 50.7 * ratio, "{right} {bottom} at {ratio}");
    }
}

#[test]
fn a_hairline_covers_whole_device_rows_wherever_it_lies() {
    for (ratio, rows) in [(1.0, 1.0), (1.5, 1.0), (2.0, 2.0), (3.0, 3.0)] {
        for tenth in 0..200 {
            let at = 20.0 + f64::from(tenth) / 10.0;
            let marks = [
                (rect(10.0, at, 150.0, at + 1.0), at),
                (line(&[(10.0, at), (150.0, at)], 1.0, Dash::Solid), at - 0.5),
                (line(&[(150.0, at), (10.0, at)], 1.0, Dash::Solid), at - 0.5),
            ];
            for (mark, start) in marks {
                let [left, top, right, bottom] = only_rect(&calls(mark, ratio));
                assert_eq!([left.fract(), top.fract(), right.fract(), bottom.fract()], [0.0; 4]);
                assert_eq!(bottom - top, rows, "at {at}, ratio {ratio}");
                assert!((top - start * ratio).abs() <= 0.5, "{top} for {start} at {ratio}");
                assert!((right - left - 140.0 * ratio).abs() <= 1.0);
            }
            let upright = line(&[(at, 10.0), (at, 80.0)], 1.0, Dash::Solid);
            let [left, _, right, _] = only_rect(&calls(upright, ratio));
            assert_eq!((right - left, left.fract()), (rows, 0.0), "upright at {at}, ratio {ratio}");
        }
    }
}

#[test]
fn a_rectangle_thinner_than_a_device_pixel_still_shows() {
    let [left, top, right, bottom] = only_rect(&calls(rect(10.2, 10.2, 10.2, 10.3), 1.0));
    assert_eq!([left, top, right, bottom], [10.0, 10.0, 11.0, 11.0]);
}

#[test]
fn neighbouring_bars_meet_without_gap_or_overlap() {
    for ratio in RATIOS {
        for step in 0..20 {
            let middle = 30.0 + f64::from(step) * 0.13;
            let [_, _, right, _] = only_rect(&calls(rect(10.0, 10.0, middle, 20.0), ratio));
            let [left, _, _, _] = only_rect(&calls(rect(middle, 10.0, 60.0, 20.0), ratio));
            assert_eq!(left, right, "at {middle}, ratio {ratio}");
        }
    }
}

#[test]
fn squares_and_ticks_keep_their_size_wherever_they_lie() {
    for shape in [Shape::Square, Shape::Tick] {
        for ratio in RATIOS {
            let size = |x: f64| {
                let [left, top, right, bottom] =
                    only_rect(&calls(symbol(shape, (x, 50.0 + x / 7.0), Fill::Solid), ratio));
                assert!(((left + right) / 2.0 - x * ratio).abs() <= 0.5, "{shape:?} off {x}");
                (right - left, bottom - top)
            };
            for step in 0..20 {
                assert_eq!(size(50.0 + f64::from(step) * 0.17), size(50.0), "{shape:?}, {ratio}");
            }
        }
    }
}

#[test]
fn a_line_beyond_the_scene_is_cut_where_it_leaves_and_keeps_its_slope() {
    for ratio in RATIOS {
        let found = calls(line(&[(-1e6, -5e5), (1e6, 5e5)], 2.0, Dash::Solid), ratio);
        let [Call::Path { points, .. }] = &found[..] else { panic!("{found:?}") };
        for (x, y) in points {
            let (x, y) = (f64::from(*x) / SUBPIXELS / ratio, f64::from(*y) / SUBPIXELS / ratio);
            assert!((y - x / 2.0).abs() < 0.1, "({x}, {y}) is off the line");
            assert!((-3.0..=203.0).contains(&x) && (-3.0..=103.0).contains(&y), "({x}, {y})");
        }
        assert!(points[0].0 < 0, "the cut end must not show: {points:?}");
    }
}

#[test]
fn a_line_that_leaves_and_comes_back_is_two_lines() {
    let points = [(10.0, 50.0), (20.0, -50.0), (30.0, -50.0), (40.0, 50.0)];
    let found = calls(line(&points, 1.0, Dash::Solid), 1.0);
    assert!(matches!(&found[..], [Call::Path { .. }, Call::Path { .. }]), "{found:?}");
}

#[test]
fn a_polyline_inside_the_scene_is_one_path_with_its_bends() {
    let found = calls(line(&[(10.0, 10.0), (20.25, 30.5), (40.0, 12.0)], 1.5, Dash::Solid), 2.0);
    let expected = [(320, 320), (648, 976), (1280, 384)];
    assert_eq!(found, [Call::Path { points: expected.to_vec(), width: 48 }]);
}

#[test]
fn what_lies_outside_the_scene_is_left_out() {
    assert_eq!(calls(rect(-50.0, 10.0, -10.0, 20.0), 1.0), []);
    assert_eq!(calls(line(&[(0.0, 150.0), (200.0, 150.0)], 1.0, Dash::Solid), 1.0), []);
    assert_eq!(calls(symbol(Shape::Circle, (-20.0, 50.0), Fill::Solid), 1.0), []);
}

#[test]
fn a_rectangle_is_cut_and_a_symbol_at_the_edge_is_whole() {
    let [left, ..] = only_rect(&calls(rect(-1e9, 10.0, 50.0, 20.0), 1.0));
    assert!((-1.0..=0.0).contains(&left), "{left}");
    let found = calls(symbol(Shape::Circle, (-2.0, 50.0), Fill::Solid), 1.0);
    assert_eq!(found, [Call::Circle { at: (-32, 800), radius: 80, filled: true }]);
}

#[test]
fn coordinates_that_are_no_numbers_draw_nothing() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(calls(rect(bad, 10.0, bad, 20.0), 1.0), []);
        assert_eq!(calls(line(&[(10.0, 10.0), (bad, 20.0)], 1.0, Dash::Solid), 1.0), []);
        assert_eq!(calls(symbol(Shape::Diamond, (10.0, bad), Fill::Solid), 1.0), []);
        let text = Mark::Text {
            at: Point::new(bad, 10.0),
            text: "a".to_owned(),
            style: TextStyle { size: 12.0, bold: false },
            color: INK,
            align: Align::Start,
        };
        assert_eq!(calls(text, 1.0), []);
    }
}

#[test]
fn dashes_cover_part_of_a_line_from_its_start_and_never_more() {
    for dash in [Dash::Dashed, Dash::Dotted] {
        let found = calls(line(&[(10.0, 50.0), (110.0, 50.0)], 1.0, dash), 2.0);
        let spans: Vec<(i32, i32)> = found
            .iter()
            .map(|call| match call {
                Call::Rect([left, _, right, _]) => (*left, *right),
                other => panic!("a level dash is a rectangle: {other:?}"),
            })
            .collect();
        assert!(spans.len() > 5, "{dash:?}: {spans:?}");
        assert!(spans.windows(2).all(|pair| pair[0].1 < pair[1].0), "{dash:?}: no gap: {spans:?}");
        assert_eq!(spans[0].0, 320);
        assert!(spans.last().is_some_and(|span| span.1 <= 3520));
        let drawn: i32 = spans.iter().map(|(left, right)| right - left).sum();
        assert!((0.2..0.75).contains(&(f64::from(drawn) / 3200.0)), "{dash:?}: {drawn}");
    }
}

#[test]
fn a_dash_bends_with_its_line() {
    let found = calls(line(&[(10.0, 10.0), (11.5, 12.0), (30.0, 12.5)], 1.0, Dash::Dashed), 1.0);
    let Call::Path { points, .. } = &found[0] else { panic!("{found:?}") };
    assert_eq!((points.len(), points[1]), (3, (184, 192)));
}

#[test]
fn symbols_weigh_about_the_same_and_stay_within_a_radius_and_a_quarter() {
    for shape in Shape::ALL {
        for fill in [Fill::Solid, Fill::Hollow { ground: INK }, Fill::Dashed { ground: INK }] {
            let found = calls(symbol(shape, (50.0, 50.0), fill), 1.0);
            for (x, y) in found.iter().flat_map(Call::extremes) {
                let reach = (x - 800).abs().max((y - 800).abs());
                assert!(f64::from(reach) <= 5.0 * 1.25 * SUBPIXELS + 1.0, "{shape:?}: {reach}");
            }
        }
        let found = calls(symbol(shape, (50.0, 50.0), Fill::Solid), 4.0);
        if let [Call::Polygon(_) | Call::Rect(_) | Call::Circle { .. }] = &found[..]
            && shape != Shape::Tick
        {
            let area = found[0].area() / (4.0 * SUBPIXELS * 5.0).powi(2);
            assert!((2.4..3.3).contains(&area), "{shape:?} covers {area} square radii");
        }
    }
}

#[test]
fn hollow_symbols_are_filled_with_the_ground_and_outlined() {
    for shape in &Shape::ALL[..6] {
        let found = calls(symbol(*shape, (50.0, 50.0), Fill::Hollow { ground: INK }), 1.0);
        assert!(
            matches!(
                &found[..],
                [Call::Polygon(_), Call::Path { .. }]
                    | [Call::Circle { filled: true, .. }, Call::Circle { filled: false, .. }]
            ),
            "{shape:?}: {found:?}"
        );
    }
}

#[test]
fn text_is_anchored_as_asked_and_bold_is_bold() {
    for (align, across) in
        [(Align::Start, "left"), (Align::Middle, "centre"), (Align::End, "right")]
    {
        for bold in [false, true] {
            let mark = Mark::Text {
                at: Point::new(10.5, 20.0),
                text: "Ə".to_owned(),
                style: TextStyle { size: 12.0, bold },
                color: INK,
                align,
            };
            let text = "Ə".to_owned();
            assert_eq!(calls(mark, 1.0), [Call::Text { text, at: (168, 320), across, bold }]);
        }
    }
}
