//! Tables and answers as they were, so that a change can be taken back.

use crate::import::Grid;

/// The most cells that are kept of earlier tables.
const MOST_CELLS: usize = 4_000_000;
/// The most changes that can be taken back.
const MOST_STEPS: usize = 200;

/// What the user says of the tables: options of the command line and their values.
pub(super) type Said = Vec<(String, String)>;

/// What a change was made to, as it was before.
pub(super) enum Past {
    /// A table, and which one it was.
    Table(usize, Grid),
    Said(Said),
}

#[derive(Default)]
pub(super) struct History {
    past: Vec<Past>,
    future: Vec<Past>,
}

impl History {
    /// Remembers what is changed now.
    pub(super) fn add(&mut self, step: Past) {
        self.future.clear();
        self.past.push(step);
        let cells = |step: &Past| match step {
            Past::Table(_, grid) => grid.count(),
            Past::Said(_) => 0,
        };
        let all = |steps: &[Past]| steps.iter().map(cells).sum::<usize>();
        while self.past.len() > MOST_STEPS || self.past.len() > 1 && all(&self.past) > MOST_CELLS {
            self.past.remove(0);
        }
    }

    /// Exchanges a table, or what is said, for the one before its last change, or after it; answers
    /// which table it was.
    pub(super) fn step(
        &mut self,
        grids: &mut [Grid],
        said: &mut Said,
        forward: bool,
    ) -> Option<usize> {
        let (from, to) = match forward {
            true => (&mut self.future, &mut self.past),
            false => (&mut self.past, &mut self.future),
        };
        match from.pop()? {
            Past::Table(at, grid) => {
                let now = std::mem::replace(grids.get_mut(at)?, grid);
                to.push(Past::Table(at, now));
                Some(at)
            }
            Past::Said(was) => {
                to.push(Past::Said(std::mem::replace(said, was)));
                None
            }
        }
    }
}
