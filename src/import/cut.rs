//! Tables that are cut otherwise than they are read: several columns in one, as Eurostat writes them, or a header that leaves the first one out.

use super::country;
use super::date;
use super::date_reading::DateReading;
use super::grid::{CellKind, Grid, Span};
use super::words;

/// How many rows are looked at to find the header.
const LOOKED_AT: usize = 20;

/// The columns that one cell names: those of `freq,partner,geo\TIME_PERIOD`.
fn names(text: &str) -> Option<Vec<&str>> {
    let (names, across) = text.rsplit_once('\\')?;
    let names: Vec<&str> = names.split(',').map(str::trim).collect();
    let is_period = words::find("field", &across.replace('_', " ")) == Some("period");
    let is_name = |name: &&str| {
        !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || "_- ".contains(char))
    };
    (is_period && names.iter().all(is_name)).then_some(names)
}

/// Cuts the columns apart that one holds; the cell that names them, where there are several.
pub(super) fn apart(grid: Grid) -> (Grid, Option<(String, String)>) {
    let mut rows = 0..grid.height().min(LOOKED_AT);
    let names_some = |row: usize| {
        let mut cells = grid.filled(row);
        cells.find(|column| names(grid.cell(row, *column)).is_some()).map(|column| (row, column))
    };
    let Some((head, at)) = rows.find_map(names_some) else { return (grid, None) };
    let text = grid.cell(head, at).to_owned();
    let names = names(&text).unwrap_or_default();
    let mut made = Grid::new(&grid.name);
    (made.flagged, made.counts_from_1904) = (true, grid.counts_from_1904);
    for row in 0..grid.height() {
        for column in 0..grid.width(row) {
            let (cell, kind) = (grid.whole(row, column), grid.kind(row, column));
            if column != at {
                made.push_kind(cell, kind);
                continue;
            }
            let parts: Vec<&str> = match row {
                _ if row == head => names.clone(),
                _ if row > head && cell.split(',').count() == names.len() => {
                    cell.split(',').collect()
                }
                _ => vec![cell],
            };
            for part in 0..names.len() {
                made.push_kind(parts.get(part).unwrap_or(&""), CellKind::Text);
            }
        }
        made.end_row();
    }
    let more = names.len() - 1;
    let moved = |column: usize| if column > at { column + more } else { column };
    let spans = grid.spans.iter();
    made.spans = spans.map(|span| Span { column: moved(span.column), ..*span }).collect();
    let shown = grid.shown.iter();
    made.shown =
        shown.map(|((row, column), unit)| ((*row, moved(*column)), unit.clone())).collect();
    let told = (grid.address(head, at), text.clone());
    (made, (more > 0).then_some(told))
}

/// Puts a blank cell before a header that has one cell less than each row below it, where it names
/// countries above rows of periods, or the other way round; the cell where it stood.
pub(super) fn completed(grid: Grid) -> (Grid, Option<String>) {
    let mut rows = 0..grid.height().min(LOOKED_AT);
    let Some(head) = rows.find(|row| grid.width(*row) > 1) else { return (grid, None) };
    let width = grid.width(head);
    let below: Vec<usize> =
        (head + 1..grid.height()).filter(|row| grid.width(*row) > 0).take(LOOKED_AT).collect();
    let across = |is: fn(&str) -> bool| (0..width).all(|column| is(grid.cell(head, column)));
    let down = |is: fn(&str) -> bool| below.iter().all(|row| is(grid.cell(*row, 0)));
    let is_less = below.len() > 1 && below.iter().all(|row| grid.width(*row) == width + 1);
    let turned = across(is_country) && down(is_period) || across(is_period) && down(is_country);
    if !is_less || !turned {
        return (grid, None);
    }
    let mut made = Grid::new(&grid.name);
    for row in 0..grid.height() {
        if row == head {
            made.push("");
        }
        for column in 0..grid.width(row) {
            made.push(grid.whole(row, column));
        }
        made.end_row();
    }
    let place = grid.address(head, 0);
    (made, Some(place))
}

pub(super) fn is_country(text: &str) -> bool {
    text.contains(char::is_alphabetic) && country::code(text).is_some()
}

pub(super) fn is_period(text: &str) -> bool {
    matches!(date::read(text), Some(DateReading::Date(..)))
}
