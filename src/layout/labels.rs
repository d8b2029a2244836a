//! Places text so that no label touches another or leaves the drawing.

use crate::geometry::{Point, Rect};
use crate::scene::{Align, Mark, TextStyle};
use crate::text::Measure;
use crate::theme::Color;

/// Where a label may stand: its baseline anchor and alignment.
pub type Place = (Point, Align);

/// The placed labels of one drawing, and the areas that further labels must leave free.
pub struct Labels<'a> {
    measure: &'a dyn Measure,
    bounds: Rect,
    taken: Vec<Rect>,
    marks: Vec<Mark>,
}

/// The area of a line of text on its baseline.
pub fn text_rect(width: f64, style: TextStyle, (at, align): Place) -> Rect {
    let left = match align {
        Align::Start => at.x,
        Align::Middle => at.x - width / 2.0,
        Align::End => at.x - width,
    };
    Rect::new(left, at.y - 0.82 * style.size, left + width, at.y + 0.24 * style.size)
}

impl<'a> Labels<'a> {
    /// Labels may touch the edges of `bounds`.
    pub fn new(measure: &'a dyn Measure, bounds: Rect) -> Labels<'a> {
        // Widths add up to an edge only within rounding.
        let bounds = bounds.grown(0.01);
        Labels { measure, bounds, taken: Vec::new(), marks: Vec::new() }
    }

    /// Keeps further labels out of `rect`.
    pub fn block(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    pub fn is_free(&self, rect: &Rect) -> bool {
        self.bounds.contains_rect(rect) && !self.taken.iter().any(|taken| taken.overlaps(rect))
    }

    /// Puts the label at the first place where it is free, and says what it covers.
    pub fn put(
        &mut self,
        text: &str,
        style: TextStyle,
        color: Color,
        places: &[Place],
    ) -> Option<Rect> {
        let width = self.measure.width(text, style);
        for &(at, align) in places {
            let rect = text_rect(width, style, (at, align));
            if self.is_free(&rect) {
                self.taken.push(Rect { left: rect.left - 3.0, right: rect.right + 3.0, ..rect });
                self.marks.push(Mark::Text { at, text: text.to_owned(), style, color, align });
                return Some(rect);
            }
        }
        None
    }

    /// As [`Labels::put`], but only where every one of `others` lies farther from the label than
    /// its `own` mark, by `clearly` pixels, so that nobody reads it as theirs.
    pub fn put_beside(
        &mut self,
        text: &str,
        style: TextStyle,
        color: Color,
        places: &[Place],
        (own, others, clearly): (Rect, &[Rect], f64),
    ) -> Option<Rect> {
        let width = self.measure.width(text, style);
        let mut clear = places.to_vec();
        clear.retain(|place| {
            let rect = text_rect(width, style, *place);
            let reach = rect.gap_squared(&own);
            let wider = rect.grown(clearly);
            others.iter().all(|other| *other == own || wider.gap_squared(other) > reach)
        });
        self.put(text, style, color, &clear)
    }

    /// Where to come back to with [`Labels::undo`].
    pub fn so_far(&self) -> (usize, usize) {
        (self.taken.len(), self.marks.len())
    }

    /// Takes back what was put and blocked since.
    pub fn undo(&mut self, (taken, marks): (usize, usize)) {
        self.taken.truncate(taken);
        self.marks.truncate(marks);
    }

    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The labels, as marks in the order in which they were put.
    pub fn into_marks(self) -> Vec<Mark> {
        self.marks
    }
}
