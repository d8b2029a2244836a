//! What the cells of a column are, whatever its header says.

use super::country;
use super::date;
use super::date_reading::{self, DateReading};
use super::grid::{CellKind, Grid};
use super::number::Written;
use super::questions::COUNT_OF_DAYS;
use super::sayings::DAYS;
use super::shape::GridShape;
use super::words;
use crate::dataset::Day;

/// How many cells are looked at to tell what a column holds.
pub(super) const LOOKED_AT: usize = 500;

/// What the cells of a column are, in shares of those that hold something.
#[derive(Default)]
pub(super) struct Content {
    pub filled: usize,
    pub numbers: usize,
    pub years: usize,
    pub percents: usize,
    pub below_zero: usize,
    pub dates: usize,
    pub countries: usize,
    pub measures: usize,
    pub units: usize,
    /// Years that stay or go on by one.
    pub steady: bool,
    /// Texts with letters that are neither numbers nor dates.
    pub texts: usize,
    /// Years with a mark behind them.
    pub marked: usize,
}

pub(super) fn content(grid: &Grid, shape: &GridShape, column: usize) -> Content {
    let mut content = Content { steady: true, ..Content::default() };
    let (mut last_year, mut counts) = (None, false);
    // `2020.05` is a month in a column of such texts alone, and a number beside any other one.
    let (mut pointed, mut decimal) = (0, false);
    for row in shape.body.clone() {
        let text = grid.value(row, column);
        if content.filled >= LOOKED_AT {
            break;
        }
        if text.is_empty() || words::find("missing", text).is_some() {
            continue;
        }
        content.filled += 1;
        match grid.kind(row, column) {
            CellKind::Percent => content.percents += 1,
            CellKind::Date => content.dates += 1,
            kind => {
                let written = Written::parse(text);
                content.percents += usize::from(written.as_ref().is_some_and(|one| one.percent));
                content.below_zero += usize::from(text.starts_with(['-', '−']));
                content.numbers += usize::from(kind == CellKind::Number || written.is_some());
                if date_reading::is_year(text) {
                    content.years += 1;
                    let year: i32 = text.parse().unwrap_or(0);
                    let step = last_year.map(|last: i32| year - last);
                    content.steady &= step.is_none_or(|step| step.abs() <= 1);
                    counts |= step.is_some_and(|step| step != 0);
                    last_year = Some(year);
                } else if kind == CellKind::Text && date::read(text).is_some() && !is_digits(text) {
                    content.dates += 1;
                    content.marked += usize::from(date::marked_year(text).is_some());
                    pointed += usize::from(is_decimal(text));
                } else if written.is_some() {
                    decimal |= is_decimal(text);
                } else {
                    content.texts += usize::from(text.contains(char::is_alphabetic));
                }
            }
        }
        content.countries += usize::from(!is_digits(text) && country::code(text).is_some());
        content.measures += usize::from(
            words::find("measure", text).or_else(|| words::find("flow", text)).is_some(),
        );
        content.units += usize::from(words::unit(text).is_some());
    }
    content.steady &= counts;
    if decimal {
        content.dates -= pointed;
    }
    content
}

/// Digits with one point between them.
fn is_decimal(text: &str) -> bool {
    text.split_once('.').is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest))
}

pub(super) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day as a spreadsheet counts it, where the cell lost its format: of 1950 to 2099.
fn counted(text: &str, kind: CellKind, from_1904: bool) -> Option<DateReading> {
    let count: i32 = text.parse().ok().filter(|_| text.len() == 5 && is_digits(text))?;
    let (epoch, first) = if from_1904 { ((1904, 1, 1), 16_802) } else { ((1899, 12, 30), 18_264) };
    let day = Day(Day::from_civil(epoch.0, epoch.1, epoch.2).0 + count);
    let (year, month, day) = day.civil();
    let known = count >= first && year < 2100;
    let date = format!("{year:04}-{month:02}-{day:02}");
    // A text does not say from which day its program counted.
    known.then(|| match kind {
        CellKind::Text => DateReading::Unclear(COUNT_OF_DAYS, vec![date]),
        _ => DateReading::Date(date, Some(DAYS)),
    })
}

/// The date that a cell of a spreadsheet or a text says.
pub(super) fn reading(grid: &Grid, row: usize, column: usize) -> Option<DateReading> {
    let text = grid.cell(row, column);
    match grid.kind(row, column) {
        CellKind::Date => Some(DateReading::Date(text.to_owned(), None)),
        CellKind::Percent => None,
        CellKind::Number if !is_digits(text) => None,
        kind => date::read(text).or_else(|| counted(text, kind, grid.counts_from_1904)),
    }
}
