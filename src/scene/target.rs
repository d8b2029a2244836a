//! A place that answers to the pointer and the keyboard.

use crate::dataset::Day;
use crate::geometry::{Point, Rect};

/// One mark, or a cluster of marks, that a reader can choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The centre of the mark, where the ring of the focus is drawn.
    pub at: Point,
    /// How far it reaches to the left and to the right of `at`; 0 for a dot.
    pub half: f64,
    /// Ids of the records it stands for; more than one for a cluster or for figures that agree.
    pub records: Vec<String>,
    /// The band or lane it belongs to, counted from 0 at the top.
    pub lane: u16,
    /// The first day of the earliest of its records; none in a view without a time axis.
    pub when: Option<Day>,
    /// Whether it stands for marks that found no place of their own.
    pub cluster: bool,
    /// The upper and the lower edge of its band, in which its hairline runs.
    pub band: (f64, f64),
    /// The ends of the line that it is; none for a mark of its own. `at` is where the line is labelled.
    pub line: Option<[Point; 2]>,
    /// Where its title stands apart from it; a press there is one on the mark.
    pub label: Option<Rect>,
}

/// By how many pixels a line stands back behind a mark that is near it.
const BEHIND: f64 = 4.0;

impl Target {
    /// The square of its distance from `point`; a line is somewhat farther than it is drawn.
    pub fn distance_squared(&self, point: Point) -> f64 {
        if self.label.is_some_and(|label| label.contains(point)) {
            return 0.0;
        }
        let reach = (point.x - self.at.x).clamp(-self.half, self.half);
        let own = Point::new(self.at.x + reach, self.at.y).distance_squared(point);
        let Some(ends) = self.line else { return own };
        let behind = from_line(ends, point).sqrt() + BEHIND;
        own.min(behind * behind)
    }
}

/// The square of the distance of `point` from the line between two points.
fn from_line([from, to]: [Point; 2], point: Point) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = x * x + y * y;
    let along = (point.x - from.x) * x + (point.y - from.y) * y;
    let share = if length > 0.0 { (along / length).clamp(0.0, 1.0) } else { 0.0 };
    Point::new(from.x + x * share, from.y + y * share).distance_squared(point)
}
