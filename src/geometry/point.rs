//! A point of the drawing.

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    /// The point as far from this one as `offset` is from the origin.
    pub fn plus(self, offset: Point) -> Point {
        Point { x: self.x + offset.x, y: self.y + offset.y }
    }

    pub fn distance_squared(self, other: Point) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        dx * dx + dy * dy
    }
}
