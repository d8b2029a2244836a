//! What the cells of a column together say of their marks.

use super::number::{Mark, Vote};

/// The votes of a column's cells.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// How many cells say that the comma is decimal, and that the point is.
    pub comma: usize,
    pub point: usize,
    /// How many fit both ways, by their mark.
    pub either_comma: usize,
    pub either_point: usize,
}

/// What the votes decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Numbers have no marks that matter.
    Plain,
    Decimal(Mark),
    /// Cells contradict each other.
    Contradicts,
    /// Every mark fits both ways.
    FitsBoth,
}

impl Marks {
    pub fn add(&mut self, vote: Vote) {
        match vote {
            Vote::None => {}
            Vote::Decimal(Mark::Comma) | Vote::Thousands(Mark::Point) => self.comma += 1,
            Vote::Decimal(Mark::Point) | Vote::Thousands(Mark::Comma) => self.point += 1,
            Vote::Either(Mark::Comma) => self.either_comma += 1,
            Vote::Either(Mark::Point) => self.either_point += 1,
        }
    }

    pub fn verdict(&self) -> Verdict {
        match (self.comma, self.point) {
            (0, 0) if self.either_comma + self.either_point == 0 => Verdict::Plain,
            (0, 0) => Verdict::FitsBoth,
            (_, 0) => Verdict::Decimal(Mark::Comma),
            (0, _) => Verdict::Decimal(Mark::Point),
            _ => Verdict::Contradicts,
        }
    }
}
