//! Where a table begins and ends in its grid: titles, header rows, body, footnotes.

use std::ops::Range;

use super::context::Context;
use super::country;
use super::date;
use super::date_reading::{self, DateReading};
use super::grid::{CellKind, Grid};
use super::number::Written;
use super::units;
use super::words;

/// How many rows are looked at to find the header.
const LOOKED_AT: usize = 60;
/// The most rows that a header has.
const MAX_HEADER: usize = 5;

/// The rows of a grid by what they are.
#[derive(Debug)]
pub(super) struct GridShape {
    /// Rows above the header.
    pub titles: Range<usize>,
    /// Empty where the table has none.
    pub header: Range<usize>,
    pub body: Range<usize>,
    /// Rows below the body: sources and footnotes.
    pub foot: Range<usize>,
    pub width: usize,
}

/// What a row looks like.
#[derive(Default)]
struct Look {
    filled: usize,
    periods: usize,
    countries: usize,
    /// Flows and units.
    said: usize,
    /// Numbers, percentages and days: what stands in no header.
    data: usize,
}

/// Finds the table; none in a grid without a row of two cells.
pub(super) fn find(grid: &Grid) -> Option<GridShape> {
    let looked = grid.height().min(LOOKED_AT);
    let filled = |row: usize| grid.filled(row).count();
    let width = (0..grid.height()).map(|row| grid.width(row)).max()?;
    let most = (0..looked).map(filled).max().filter(|most| *most > 1)?;
    let first = (0..looked).find(|row| filled(*row) >= 2.max(most.div_ceil(2)))?;
    let header = if is_data(grid, first) { first..first } else { header(grid, first, most) };
    let mut header = header;
    if !header.is_empty() && is_corner(grid, header.end) {
        header.end += 1;
    }
    if !header.is_empty() && is_units(grid, header.end) {
        header.end += 1;
    }
    let mut end = grid.height();
    while end > header.end && is_foot(grid, end - 1, most) {
        end -= 1;
    }
    Some(GridShape {
        titles: 0..header.start,
        body: header.end..end,
        foot: end..grid.height(),
        header,
        width,
    })
}

fn look(grid: &Grid, row: usize) -> Look {
    let mut look = Look::default();
    for column in grid.filled(row) {
        let text = grid.cell(row, column);
        look.filled += 1;
        match grid.kind(row, column) {
            CellKind::Number if date_reading::is_year(text) => look.periods += 1,
            CellKind::Number | CellKind::Percent => look.data += 1,
            CellKind::Date => look.periods += 1,
            CellKind::Text if words::find("field", text).is_some() => {}
            CellKind::Text
                if text.bytes().all(|byte| byte.is_ascii_digit())
                    && text.len() < 6
                    && !date_reading::is_year(text) =>
            {
                look.data += 1;
            }
            CellKind::Text if country::code(text).is_some() => look.countries += 1,
            CellKind::Text if words::find("measure", text).is_some() => look.said += 1,
            CellKind::Text if words::unit(text).is_some() => look.said += 1,
            CellKind::Text => match date::read(text) {
                Some(DateReading::Date(date, _)) if date.len() < 10 || date.contains('/') => {
                    look.periods += 1;
                }
                // `Jan-20`, `2020-21`: whichever it is, no whole day.
                Some(DateReading::Unclear(..)) if text.matches(['.', '/']).count() < 2 => {
                    look.periods += 1;
                }
                Some(_) => look.data += 1,
                None if Written::parse(text).is_some() => look.data += 1,
                None => {}
            },
        }
    }
    look
}

/// Whether a row is one of the table's, and no header: it has numbers, days, or one country.
fn is_data(grid: &Grid, row: usize) -> bool {
    let look = look(grid, row);
    look.data > 0
        || look.countries == 1
            && 1 + look.periods + look.said == look.filled
            && (look.periods > 0 || look.said == 0)
        || look.countries == 1 && look.periods == 1
}

/// Whether a row names its first column and nothing else, below what stands across.
fn is_corner(grid: &Grid, row: usize) -> bool {
    let mut filled = grid.filled(row);
    let named = words::find("field", grid.cell(row, 0));
    filled.next() == Some(0) && filled.next().is_none() && named.is_some()
}

/// Whether a row says the units of the columns above it, and nothing else.
fn is_units(grid: &Grid, row: usize) -> bool {
    let mut cells = grid.filled(row).map(|column| (column, grid.cell(row, column))).peekable();
    let is_text = |column: usize| grid.kind(row, column) == CellKind::Text;
    let is_named =
        |column: usize, text: &str| column == 0 && words::find("field", text) == Some("unit");
    // A line of one cell is said of all the rows below it.
    grid.filled(row).count() > 1
        && cells.peek().is_some_and(|(column, text)| *column > 0 || is_named(0, text))
        && cells.all(|(column, text)| {
            is_named(column, text)
                || is_text(column) && (units::is_unit_line(text) || words::unit(text).is_some())
        })
}

/// The row that names most columns, and the names of groups above it.
fn header(grid: &Grid, first: usize, most: usize) -> Range<usize> {
    let known = |row: usize| {
        let cells = grid.filled(row).filter(|column| {
            let said = Context::read(grid.cell(row, *column));
            said.field.is_some()
                || said.measure.is_some()
                || said.partner.is_some()
                || said.period.is_some()
                || said.month.is_some()
                || said.unsure.is_some()
                || said.other.is_some()
                || is_part_of_year(grid.cell(row, *column))
        });
        cells.count()
    };
    let mut bottom = first;
    for row in first + 1..grid.height().min(first + MAX_HEADER) {
        if is_data(grid, row) {
            break;
        }
        // Below the name of a group the first cell is blank.
        let more = known(row) + usize::from(grid.cell(row, 0).is_empty()) > known(bottom);
        if more && grid.filled(row).count() >= grid.filled(bottom).count() {
            bottom = row;
        }
    }
    let mut start = bottom;
    while bottom - start < MAX_HEADER && start > 0 {
        let above = look(grid, start - 1);
        let first_cell = grid.filled(start - 1).next();
        let below_blank = grid.cell(start, 0).is_empty();
        let spans = grid.spanned(start - 1, 0).is_some_and(|span| span.height > 1);
        let belongs = first_cell.is_some_and(|column| column > 0)
            || (above.filled > 1 && (below_blank || spans));
        let title = grid.spanned(start - 1, 0).is_some_and(|span| span.width >= most);
        if above.filled == 0 || above.data > 0 || !belongs || title {
            break;
        }
        start -= 1;
    }
    start..bottom + 1
}

/// Whether a text says months of a year that another row names: `Q1`, `Jan–Oct`.
fn is_part_of_year(text: &str) -> bool {
    let year = "2000";
    let read = date::read(&format!("{year} {text}"));
    matches!(read, Some(DateReading::Date(date, _)) if date.matches(year).count() == 2)
}

/// A line of its own below the table, or a blank one.
fn is_foot(grid: &Grid, row: usize, most: usize) -> bool {
    let mut filled = grid.filled(row);
    let Some(column) = filled.next() else { return true };
    let text = grid.cell(row, column);
    let alone = filled.next().is_none() && most > 2;
    let label = text.split([':', ' ']).next().unwrap_or("");
    let is_source = text.contains(':') && words::find("source", label).is_some();
    is_source
        || (alone && grid.kind(row, column) == CellKind::Text && Written::parse(text).is_none())
}
