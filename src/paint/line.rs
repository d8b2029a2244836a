//! Lines: level and upright ones as rectangles on whole pixels, the others as strokes.

use super::dash::{Pattern, cut};
use super::ink::Ink;
use crate::geometry::{Point, Rect, clip};
use crate::scene::Dash;
use crate::theme::Color;

pub(super) fn draw(ink: &mut Ink, points: &[Point], width: f64, color: Color, dash: Dash) {
    for run in clip::polyline(points, &ink.bounds.grown(width)) {
        match Pattern::of(dash, width) {
            None => piece(ink, &run, width, color),
            Some(pattern) => {
                for dash in cut(&run, pattern) {
                    piece(ink, &dash, width, color);
                }
            }
        }
    }
}

fn piece(ink: &mut Ink, points: &[Point], width: f64, color: Color) {
    match bar(points, width) {
        Some(bar) => ink.rect(&bar, color),
        None => ink.stroke(points, width, color),
    }
}

/// A stroke along an axis blurs over two rows of pixels; the rectangle it covers does not.
fn bar(points: &[Point], width: f64) -> Option<Rect> {
    let [a, b] = points else { return None };
    let (grow_x, grow_y) = match (a.x == b.x, a.y == b.y) {
        (false, true) => (0.0, width / 2.0),
        (true, false) => (width / 2.0, 0.0),
        _ => return None,
    };
    Some(Rect {
        left: a.x.min(b.x) - grow_x,
        top: a.y.min(b.y) - grow_y,
        right: a.x.max(b.x) + grow_x,
        bottom: a.y.max(b.y) + grow_y,
    })
}
