//! Tables as they were, so that a change can be taken back.

use crate::import::Grid;

/// The most cells that are kept of earlier tables.
const MOST_CELLS: usize = 4_000_000;
/// The most changes that can be taken back.
const MOST_STEPS: usize = 200;

/// A table before a change, and which one it was.
pub(super) type PastTable = (usize, Grid);

#[derive(Default)]
pub(super) struct History {
    past: Vec<PastTable>,
    future: Vec<PastTable>,
}

impl History {
    /// Remembers a table that is changed now.
    pub(super) fn add(&mut self, step: PastTable) {
        self.future.clear();
        self.past.push(step);
        let cells = |steps: &[PastTable]| steps.iter().map(|(_, grid)| grid.count()).sum::<usize>();
        while self.past.len() > MOST_STEPS || self.past.len() > 1 && cells(&self.past) > MOST_CELLS
        {
            self.past.remove(0);
        }
    }

    /// Exchanges a table for the one before its last change, or after it; answers which one.
    pub(super) fn step(&mut self, grids: &mut [Grid], forward: bool) -> Option<usize> {
        let (from, to) = match forward {
            true => (&mut self.future, &mut self.past),
            false => (&mut self.past, &mut self.future),
        };
        let (at, grid) = from.pop()?;
        let now = std::mem::replace(grids.get_mut(at)?, grid);
        to.push((at, now));
        Some(at)
    }
}
