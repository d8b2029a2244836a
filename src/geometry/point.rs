//! A point of the drawing.

/// A point of the drawing, or a way from one point to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left edge to the right.
    pub x: f64,
    /// From the upper edge down.
    pub y: f64,
}

impl Point {
    /// The point `x` to the right of the origin and `y` below it.
    pub const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    /// The point as far from this one as `offset` is from the origin.
    pub fn plus(self, offset: Point) -> Point {
        Point { x: self.x + offset.x, y: self.y + offset.y }
    }

    /// The square of the distance to `other`: enough to compare by, without a root.
    pub fn distance_squared(self, other: Point) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        dx * dx + dy * dy
    }
}
