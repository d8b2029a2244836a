//! A finished drawing: few kinds of marks in drawing order, and what a pointer can hit.
//!
//! Lengths are CSS pixels; text stands on its baseline.

mod color;
mod focus;
mod mark;
mod target;

pub use color::Color;
pub use focus::Focus;
pub use mark::{Align, Dash, Fill, Mark, Shape, TextStyle};
pub use target::Target;

use crate::geometry::Point;

/// One drawing, finished but not yet inked.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// How wide the drawing is.
    pub width: f64,
    /// How high the drawing is.
    pub height: f64,
    /// The colour of the whole area, on which the marks are drawn.
    pub ground: Color,
    /// Drawn in this order, later ones on top.
    pub marks: Vec<Mark>,
    /// In reading order: by lane, then from left to right.
    pub targets: Vec<Target>,
}

/// Half the height of a sign, in CSS pixels.
const SIGN: f64 = 4.5;

impl Scene {
    /// Without marks.
    pub fn blank(width: f64, height: f64, ground: Color) -> Scene {
        Scene { width, height, ground, marks: Vec::new(), targets: Vec::new() }
    }

    /// The target nearest to `point` within `reach` pixels. Where a sign covers a bar or a line, a
    /// press on the sign is the sign's.
    pub fn hit(&self, point: Point, reach: f64) -> Option<&Target> {
        let rank = |target: &Target| {
            let squared = target.distance_squared(point);
            let is_sign = target.half == 0.0 && target.line.is_none();
            let is_on = is_sign && squared <= SIGN * SIGN;
            (if is_on { 0.0 } else { squared }, if is_sign { 0 } else { 1 }, squared)
        };
        let near = self.targets.iter().map(|target| (rank(target), target));
        near.filter(|((_, _, squared), _)| *squared <= reach * reach)
            .min_by(|((a, is_bar, own), _), ((b, other_is_bar, other), _)| {
                a.total_cmp(b).then(is_bar.cmp(other_is_bar)).then(own.total_cmp(other))
            })
            .map(|(_, target)| target)
    }
}
