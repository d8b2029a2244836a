//! Cuts a polyline into dashes, since backends know only whole lines.

use crate::geometry::Point;
use crate::scene::Dash;

/// Lengths of a dash and of the gap after it, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pattern {
    pub on: f64,
    pub off: f64,
}

impl Pattern {
    /// None for a solid line.
    pub(super) fn of(dash: Dash, width: f64) -> Option<Pattern> {
        let width = width.max(1.0);
        match dash {
            Dash::Solid => None,
            Dash::Dashed => Some(Pattern { on: 2.0 + 2.0 * width, off: 1.5 + 1.5 * width }),
            Dash::Dotted => Some(Pattern { on: width, off: 1.0 + 1.5 * width }),
        }
    }
}

/// The dashes of the polyline in order, bent where it bends.
pub(super) fn cut(points: &[Point], pattern: Pattern) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    let mut dash = Vec::new();
    let (mut drawing, mut left) = (true, pattern.on);
    for pair in points.windows(2) {
        let length = pair[0].distance_squared(pair[1]).sqrt();
        let at = |gone: f64| {
            let share = gone / length;
            let between = |a: f64, b: f64| a + (b - a) * share;
            Point::new(between(pair[0].x, pair[1].x), between(pair[0].y, pair[1].y))
        };
        let mut gone = 0.0;
        if drawing && dash.is_empty() {
            dash.push(pair[0]);
        }
        while gone + left < length {
            gone += left;
            if drawing {
                dash.push(at(gone));
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash.push(at(gone));
            }
            drawing = !drawing;
            left = if drawing { pattern.on } else { pattern.off };
        }
        left -= length - gone;
        if drawing {
            dash.push(pair[1]);
        }
    }
    if dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}
