//! An axis-aligned rectangle by its edges.

use super::Point;

/// A rectangle by the positions of its edges: `left <= right` and `top <= bottom`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The position of the left edge.
    pub left: f64,
    /// The position of the upper edge.
    pub top: f64,
    /// The position of the right edge.
    pub right: f64,
    /// The position of the lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The rectangle between these edges.
    pub const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect { left, top, right, bottom }
    }

    /// The rectangle of this size around its centre.
    pub fn centred(centre: Point, width: f64, height: f64) -> Rect {
        Rect {
            left: centre.x - width / 2.0,
            top: centre.y - height / 2.0,
            right: centre.x + width / 2.0,
            bottom: centre.y + height / 2.0,
        }
    }

    /// The distance from the left to the right edge.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// The distance from the upper to the lower edge.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether they share area; touching edges do not.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether all of `other` lies inside; edges may touch.
    pub fn contains_rect(&self, other: &Rect) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && other.right <= self.right
            && other.bottom <= self.bottom
    }

    /// Whether the point lies inside or on an edge.
    pub fn contains(&self, point: Point) -> bool {
        self.left <= point.x
            && point.x <= self.right
            && self.top <= point.y
            && point.y <= self.bottom
    }

    /// The square of the shortest distance to `other`; 0 where they touch or overlap.
    pub fn gap_squared(&self, other: &Rect) -> f64 {
        let across = (other.left - self.right).max(self.left - other.right).max(0.0);
        let down = (other.top - self.bottom).max(self.top - other.bottom).max(0.0);
        across * across + down * down
    }

    /// The rectangle grown by `by` on every side.
    pub fn grown(&self, by: f64) -> Rect {
        Rect {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }
}
