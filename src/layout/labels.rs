//! Places text so that no label touches another or leaves the drawing.

use crate::geometry::{Point, Rect};
use crate::scene::{Align, Mark, TextStyle};
use crate::text::Measure;
use crate::theme::Color;

/// Where a label may stand: its baseline anchor and alignment.
pub type LabelPlace = (Point, Align);

/// The placed labels of one drawing, and the areas that further labels must leave free.
pub struct Labels<'a> {
    measure: &'a dyn Measure,
    bounds: Rect,
    taken: Vec<Rect>,
    /// By cell of a grid, which of `taken` may lie in it: a label asks its neighbours alone.
    cells: Vec<Vec<u32>>,
    marks: Vec<Mark>,
}

/// How near to a label's ends a mark reads as its sign.
const SIGN: f64 = 4.0;
/// The size of a cell in CSS pixels, about that of a label.
const CELL: (f64, f64) = (64.0, 32.0);
/// No drawing is wider than so many cells; what lies beyond shares the last one.
const ACROSS: usize = 32;
/// What lies lower than so many rows of cells shares the last one.
const DOWN: usize = 4096;

/// The area of a line of text on its baseline.
pub fn text_rect(width: f64, style: TextStyle, (at, align): LabelPlace) -> Rect {
    let left = match align {
        Align::Start => at.x,
        Align::Middle => at.x - width / 2.0,
        Align::End => at.x - width,
    };
    Rect::new(left, at.y - 0.82 * style.size, left + width, at.y + 0.24 * style.size)
}

/// The cells that a rectangle touches.
fn cells(rect: &Rect) -> impl Iterator<Item = usize> + use<> {
    let across = |x: f64| ((x / CELL.0).max(0.0) as usize).min(ACROSS - 1);
    let down = |y: f64| ((y / CELL.1).max(0.0) as usize).min(DOWN);
    let (left, right) = (across(rect.left), across(rect.right));
    let (top, bottom) = (down(rect.top), down(rect.bottom));
    (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * ACROSS + column))
}

impl<'a> Labels<'a> {
    /// Labels may touch the edges of `bounds`.
    pub fn new(measure: &'a dyn Measure, bounds: Rect) -> Labels<'a> {
        // Widths add up to an edge only within rounding.
        let bounds = bounds.grown(0.01);
        Labels { measure, bounds, taken: Vec::new(), cells: Vec::new(), marks: Vec::new() }
    }

    /// Keeps further labels out of `rect`.
    pub fn block(&mut self, rect: Rect) {
        for cell in cells(&rect) {
            if self.cells.len() <= cell {
                self.cells.resize_with(cell + 1, Vec::new);
            }
            self.cells[cell].push(self.taken.len() as u32);
        }
        self.taken.push(rect);
    }

    /// Whether a label there would lie inside the bounds and touch nothing that is taken.
    pub fn is_free(&self, rect: &Rect) -> bool {
        let overlaps = |at: &u32| {
            // What was taken back may still be noted.
            self.taken.get(*at as usize).is_some_and(|taken| taken.overlaps(rect))
        };
        let mut near = cells(rect).filter_map(|cell| self.cells.get(cell));
        self.bounds.contains_rect(rect) && !near.any(|cell| cell.iter().any(overlaps))
    }

    /// Puts the label at the first place where it is free, and says what it covers.
    pub fn put(
        &mut self,
        text: &str,
        style: TextStyle,
        color: Color,
        places: &[LabelPlace],
    ) -> Option<Rect> {
        let width = self.measure.width(text, style);
        for &(at, align) in places {
            let rect = text_rect(width, style, (at, align));
            if self.is_free(&rect) {
                self.block(Rect { left: rect.left - 3.0, right: rect.right + 3.0, ..rect });
                self.marks.push(Mark::Text { at, text: text.to_owned(), style, color, align });
                return Some(rect);
            }
        }
        None
    }

    /// As [`Labels::put`], but only where every one of `others` lies farther from the label than
    /// its `own` mark, by `clearly` pixels, so that nobody reads it as theirs; and none right before or
    /// behind it, as if it were its sign.
    pub fn put_beside(
        &mut self,
        text: &str,
        style: TextStyle,
        color: Color,
        places: &[LabelPlace],
        (own, others, clearly): (Rect, &[Rect], f64),
    ) -> Option<Rect> {
        let width = self.measure.width(text, style);
        let mut clear = places.to_vec();
        clear.retain(|place| {
            let rect = text_rect(width, style, *place);
            let reach = rect.gap_squared(&own);
            let wider = rect.grown(clearly);
            let line = Rect {
                left: rect.left - SIGN,
                right: rect.right + SIGN,
                top: rect.top + 3.0,
                bottom: rect.bottom - 3.0,
            };
            let is_clear = |other: &Rect| wider.gap_squared(other) > reach && !line.overlaps(other);
            others.iter().all(|other| *other == own || is_clear(other))
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

    /// The labels put so far, as marks.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The labels, as marks in the order in which they were put.
    pub fn into_marks(self) -> Vec<Mark> {
        self.marks
    }
}
