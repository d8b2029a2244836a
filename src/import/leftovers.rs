//! The cells that found no place, with the reason of each.

use std::collections::HashMap;

use super::draft::Draft;
use super::grid::{At, letters};
use super::marks;
use super::{Leftover, Saying, sayings};

impl Draft<'_> {
    /// Every cell that holds something and has no place, neighbours of a column together.
    pub(super) fn leftovers(&self) -> Vec<Leftover> {
        let mut left: Vec<Leftover> = Vec::new();
        for (number, grid) in self.grids.iter().enumerate() {
            let mut open: HashMap<usize, Leftover> = HashMap::new();
            for row in 0..grid.height() {
                for column in 0..grid.width(row) {
                    let text = grid.cell(row, column);
                    let index = grid.index(row, column).unwrap_or(0);
                    if text.is_empty() || self.taken[number][index] {
                        left.extend(open.remove(&column));
                        continue;
                    }
                    let at = Draft::at(number, row, column);
                    let why = self.why(at);
                    if let Some(run) = open.get_mut(&column)
                        && run.last_row as usize + 1 == row
                        && run.why == *why
                    {
                        run.last_row = row as u32;
                        continue;
                    }
                    let (last_row, text) = (row as u32, text.to_owned());
                    let why = why.clone();
                    let place = String::new();
                    let run = Leftover { first: at, last_row, place, text, why };
                    left.extend(open.insert(column, run));
                }
            }
            left.extend(open.into_values());
        }
        left.sort_by_key(|run| (run.first.grid, run.first.column, run.first.row));
        for run in &mut left {
            let grid = &self.grids[usize::from(run.first.grid)];
            let column = usize::from(run.first.column);
            run.place = grid.address(run.first.row as usize, column);
            if run.last_row > run.first.row {
                run.place += &format!(":{}{}", letters(column), run.last_row + 1);
            }
        }
        left
    }

    fn why(&self, at: At) -> &Saying {
        static MISSING: Saying = Saying { form: sayings::MISSING, values: Vec::new() };
        static UNKNOWN: Saying = Saying { form: sayings::UNKNOWN, values: Vec::new() };
        let sheet = &self.grids[usize::from(at.grid)];
        if marks::is_missing(sheet.cell(at.row as usize, at.column.into())) {
            return &MISSING;
        }
        let cell = self.cells.get(&at);
        let row = || self.rows.get(&(at.grid, at.row));
        let column = || self.columns.get(&(at.grid, at.column));
        cell.or_else(column).or_else(row).unwrap_or(&UNKNOWN)
    }
}
