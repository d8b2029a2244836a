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

impl Scene {
    /// Without marks.
    pub fn blank(width: f64, height: f64, ground: Color) -> Scene {
        Scene { width, height, ground, marks: Vec::new(), targets: Vec::new() }
    }

    /// The target nearest to `point` within `reach` pixels.
    pub fn hit(&self, point: Point, reach: f64) -> Option<&Target> {
        self.targets
            .iter()
            .map(|target| (target.distance_squared(point), target))
            .filter(|(distance, _)| *distance <= reach * reach)
            .min_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, target)| target)
    }
}
