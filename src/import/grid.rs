//! A table as it was found: texts in rows, each under the address that a spreadsheet gives it.

/// What a spreadsheet says of a cell; a text file says it of none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Written by somebody: numbers and dates are still to be read from it.
    Text,
    /// A number, as a plain decimal.
    Number,
    /// A share, as a plain decimal: 0.45 for 45 %.
    Percent,
    /// A day, as `2020-05-01`.
    Date,
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
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// A sheet's name, or a file's.
    pub name: String,
    /// Cells that are merged; none in a text file.
    pub spans: Vec<Span>,
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<u32>,
    /// How many cells stand before each row, and in all.
    rows: Vec<u32>,
    kinds: Vec<CellKind>,
}

impl Grid {
    pub(super) fn new(name: &str) -> Grid {
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

    /// Ends the row that is being written.
    pub(super) fn end_row(&mut self) {
        self.rows.push(self.ends.len() as u32);
    }

    /// How many rows there are, blank ones included.
    pub(super) fn height(&self) -> usize {
        self.rows.len() - 1
    }

    /// How many cells a row has, up to its last.
    pub(super) fn width(&self, row: usize) -> usize {
        match self.rows.get(row..row + 2) {
            Some(bounds) => (bounds[1] - bounds[0]) as usize,
            None => 0,
        }
    }

    /// A cell's text without blanks around it; empty where there is no cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.whole(row, column).trim()
    }

    /// A cell's text with the blanks around it.
    pub(super) fn whole(&self, row: usize, column: usize) -> &str {
        self.index(row, column).map_or("", |index| self.at(index))
    }

    pub(super) fn kind(&self, row: usize, column: usize) -> CellKind {
        let index = self.index(row, column);
        index.and_then(|index| self.kinds.get(index)).copied().unwrap_or(CellKind::Text)
    }

    /// The position of a cell among all cells.
    pub(super) fn index(&self, row: usize, column: usize) -> Option<usize> {
        (column < self.width(row)).then(|| self.rows[row] as usize + column)
    }

    /// How many cells there are.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
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
pub(super) fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.insert(0, b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    name.into_iter().map(char::from).collect()
}
