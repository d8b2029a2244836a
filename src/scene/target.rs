//! A place that answers to the pointer and the keyboard.

use crate::dataset::Day;
use crate::geometry::Point;

/// One mark, or a cluster of marks, that a reader can choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub at: Point,
    /// How far it reaches to the left and to the right of `at`; 0 for a dot.
    pub half: f64,
    /// Ids of the records it stands for; more than one for a cluster or for figures that agree.
    pub records: Vec<String>,
    /// The band or lane it belongs to, counted from 0 at the top.
    pub lane: u16,
    /// The first day of the earliest of its records; none in a view without a time axis.
    pub when: Option<Day>,
    pub cluster: bool,
    /// The upper and the lower edge of its band, in which its hairline runs.
    pub band: (f64, f64),
}

impl Target {
    /// The square of its distance from `point`.
    pub fn distance_squared(&self, point: Point) -> f64 {
        let reach = (point.x - self.at.x).clamp(-self.half, self.half);
        Point::new(self.at.x + reach, self.at.y).distance_squared(point)
    }
}
