//! A table as it was found: texts in rows, each under the address that a spreadsheet gives it.

use std::collections::HashMap;
use std::sync::Arc;

use super::flags;

/// What a spreadsheet says of a cell; a text file says it of none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// Written by somebody: numbers and dates are still to be read from it.
    Text,
    /// A number, as a plain decimal.
    Number,
    /// A share, as a plain decimal: 0.45 for 45 %.
    Percent,
    /// A day, as `2020-05-01`.
    Date,
}

impl CellKind {
    /// What a cell is that was of this kind and now has another text.
    fn of(self, text: &str) -> CellKind {
        let is_still = match self {
            CellKind::Text => true,
            CellKind::Number | CellKind::Percent => text.parse::<f64>().is_ok_and(f64::is_finite),
            CellKind::Date => {
                let bytes = text.as_bytes();
                bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-'
            }
        };
        if is_still { self } else { CellKind::Text }
    }
}

/// A cell's place: which grid of the import, row and column, all from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The number of the grid among [`Imported::grids`](super::Imported::grids).
    pub grid: u16,
    /// Below how many others the row stands.
    pub row: u32,
    /// Right of how many others the column stands.
    pub column: u16,
}

/// Cells that a spreadsheet shows as one; its text stands in the first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub row: usize,
    pub column: usize,
    pub height: usize,
    pub width: usize,
}

/// The most cells of one grid, empty ones before the last of a row included.
pub(super) const MAX_CELLS: usize = 100_000_000;
/// The most columns of one grid: as many as a spreadsheet has.
pub(super) const MAX_COLUMNS: usize = 16_384;

/// Rows of texts in one long string: a file of half a gigabyte is held twice, not twenty times.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// A sheet's name, or a file's.
    pub name: String,
    /// Cells that are merged; none in a text file.
    pub(super) spans: Vec<Span>,
    /// Days are counted from 1904 in it, as some workbooks do.
    pub(super) counts_from_1904: bool,
    /// Letters behind its values are Eurostat's flags.
    pub(super) flagged: bool,
    /// The currencies that a spreadsheet shows beside numbers, by row and column.
    pub(super) shown: HashMap<(usize, usize), Arc<str>>,
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<u32>,
    /// How many cells stand before each row, and in all.
    rows: Vec<u32>,
    kinds: Vec<CellKind>,
}

impl Grid {
    /// An empty one.
    pub fn new(name: &str) -> Grid {
        Grid { name: name.into(), rows: vec![0], ..Grid::default() }
    }

    /// Adds a cell to the row that is being written; false where it has no room any more.
    pub(super) fn push(&mut self, text: &str) -> bool {
        let fits = self.ends.len() < MAX_CELLS && self.text.len() + text.len() < u32::MAX as usize;
        if fits {
            self.text.push_str(text);
            self.ends.push(self.text.len() as u32);
        }
        fits
    }

    /// As [`Grid::push`], for a cell of a spreadsheet.
    pub(super) fn push_kind(&mut self, text: &str, kind: CellKind) -> bool {
        self.kinds.resize(self.ends.len(), CellKind::Text);
        let fits = self.push(text);
        if fits {
            self.kinds.push(kind);
        }
        fits
    }

    fn kind_of_last(&self) -> CellKind {
        self.kinds.last().copied().unwrap_or(CellKind::Text)
    }

    /// Ends the row that is being written.
    pub(super) fn end_row(&mut self) {
        self.rows.push(self.ends.len() as u32);
    }

    /// How many rows there are, blank ones included.
    pub fn height(&self) -> usize {
        self.rows.len() - 1
    }

    /// How many cells a row has, up to its last.
    pub fn width(&self, row: usize) -> usize {
        match self.rows.get(row..row + 2) {
            Some(bounds) => (bounds[1] - bounds[0]) as usize,
            None => 0,
        }
    }

    /// A cell's text without blanks around it; empty where there is no cell.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.whole(row, column).trim()
    }

    /// A cell's text without the flags behind it.
    pub(super) fn value(&self, row: usize, column: usize) -> &str {
        let text = self.cell(row, column);
        if self.flagged { flags::cut(text).0 } else { text }
    }

    /// The flags behind a cell's value.
    pub(super) fn flags(&self, row: usize, column: usize) -> &str {
        if self.flagged { flags::cut(self.cell(row, column)).1 } else { "" }
    }

    /// A cell's text with the blanks around it.
    pub fn whole(&self, row: usize, column: usize) -> &str {
        self.index(row, column).map_or("", |index| self.at(index))
    }

    /// What a spreadsheet says a cell is; text where it says nothing.
    pub fn kind(&self, row: usize, column: usize) -> CellKind {
        let index = self.index(row, column);
        index.and_then(|index| self.kinds.get(index)).copied().unwrap_or(CellKind::Text)
    }

    /// The position of a cell among all cells.
    pub(super) fn index(&self, row: usize, column: usize) -> Option<usize> {
        (column < self.width(row)).then(|| self.rows[row] as usize + column)
    }

    /// How many cells there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The rows in another order or some of them, blank ones where there is no number, and with other
    /// texts in some cells: what a spreadsheet said of a cell holds where its text is still such a one.
    pub fn rearranged(
        &self,
        rows: impl Iterator<Item = Option<usize>>,
        changed: &HashMap<(usize, usize), String>,
    ) -> Grid {
        let mut grid = Grid {
            spans: self.spans.clone(),
            counts_from_1904: self.counts_from_1904,
            flagged: self.flagged,
            ..Grid::new(&self.name)
        };
        let widths = changed.keys().fold(HashMap::new(), |mut widths, (row, column)| {
            let width: &mut usize = widths.entry(*row).or_default();
            *width = (*width).max(column + 1);
            widths
        });
        for (row, from) in rows.enumerate() {
            let width = from.map_or(0, |from| self.width(from));
            for column in 0..width.max(widths.get(&row).copied().unwrap_or(0)) {
                let (was, kind) = match from {
                    Some(from) => (self.whole(from, column), self.kind(from, column)),
                    None => ("", CellKind::Text),
                };
                match changed.get(&(row, column)) {
                    Some(text) => grid.push_kind(text, kind.of(text)),
                    None => grid.push_kind(was, kind),
                };
                let shown = from.and_then(|from| self.shown.get(&(from, column)));
                if let Some(shown) = shown.filter(|_| grid.kind_of_last() == CellKind::Number) {
                    grid.shown.insert((row, column), shown.clone());
                }
            }
            grid.end_row();
        }
        grid
    }

    fn at(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.text[start..self.ends[index] as usize]
    }

    /// The columns of a row's cells that hold something.
    pub(super) fn filled(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.width(row)).filter(move |column| !self.cell(row, *column).is_empty())
    }

    /// The text of the merged cells that cover this one.
    pub(super) fn spanned(&self, row: usize, column: usize) -> Option<&Span> {
        self.spans.iter().find(|span| {
            (span.row..span.row + span.height).contains(&row)
                && (span.column..span.column + span.width).contains(&column)
        })
    }

    /// `Sheet1!B7`.
    pub(super) fn address(&self, row: usize, column: usize) -> String {
        format!("{}!{}{}", self.name, letters(column), row + 1)
    }
}

/// A column's letters in a spreadsheet: `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.insert(0, b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    name.into_iter().map(char::from).collect()
}
