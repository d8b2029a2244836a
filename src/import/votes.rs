//! What the cells of a column together say of their marks.

use super::number::{DecimalMark, Vote};

/// The votes of a column's cells.
#[derive(Clone, Debug, Default)]
pub(super) struct MarkVotes {
    /// How many cells say that the comma is decimal, and that the point is.
    pub comma: usize,
    pub point: usize,
    /// How many fit both ways, by their mark.
    pub either_comma: usize,
    pub either_point: usize,
}

/// What the votes decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Numbers have no marks that matter.
    Plain,
    Decimal(DecimalMark),
    /// Cells contradict each other.
    Contradicts,
    /// Every mark fits both ways.
    FitsBoth,
}

impl MarkVotes {
    pub(super) fn add(&mut self, vote: Vote) {
        match vote {
            Vote::None => {}
            Vote::Decimal(DecimalMark::Comma) | Vote::Thousands(DecimalMark::Point) => {
                self.comma += 1
            }
            Vote::Decimal(DecimalMark::Point) | Vote::Thousands(DecimalMark::Comma) => {
                self.point += 1
            }
            Vote::Either(DecimalMark::Comma) => self.either_comma += 1,
            Vote::Either(DecimalMark::Point) => self.either_point += 1,
        }
    }

    pub(super) fn verdict(&self) -> Verdict {
        match (self.comma, self.point) {
            (0, 0) if self.either_comma + self.either_point == 0 => Verdict::Plain,
            (0, 0) => Verdict::FitsBoth,
            (_, 0) => Verdict::Decimal(DecimalMark::Comma),
            (0, _) => Verdict::Decimal(DecimalMark::Point),
            _ => Verdict::Contradicts,
        }
    }
}
