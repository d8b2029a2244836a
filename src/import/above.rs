//! Rows of values that name no partner: of the one above, as a pivot table writes it, or a total.

use super::column::{Below, Columns, Role};
use super::country;
use super::draft::Draft;
use super::grid::{At, Grid};
use super::marks::is_missing;
use super::row_place::{MAX_SPANS, RowPlace, Stop};
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;
use super::totals;
use crate::dataset::Code;

/// How many rows below its name a partner may be left out.
const MAX_BELOW: usize = 1_000;

/// The row in which a cell's text stands: that of the merged cells that cover it, or, where a name may
/// be left out, the one above it.
pub(super) fn source(sheet: &Grid, row: usize, column: usize, is_left_out: bool) -> usize {
    if !sheet.cell(row, column).is_empty() {
        return row;
    }
    let few = sheet.spans.len() <= MAX_SPANS;
    let span = sheet.spanned(row, column).filter(|span| few && span.width == 1);
    let above = || {
        let mut rows = (row.saturating_sub(MAX_BELOW)..row).rev();
        rows.find(|row| !sheet.cell(*row, column).is_empty()).filter(|_| is_left_out)
    };
    span.map(|span| span.row).or_else(above).unwrap_or(row)
}

/// How a table treats the names of its partners; none where it names none.
pub(super) fn below(shape: &GridShape, columns: &Columns, sheet: &Grid) -> Option<Below> {
    let column = columns.of("partner").next()?.index;
    let mut rows = shape.body.clone().map(|row| sheet.cell(row, column));
    let repeats = |pair: &[&str]| !pair[0].is_empty() && pair[0] == pair[1];
    let names: Vec<&str> = rows.by_ref().take(MAX_BELOW).collect();
    names.iter().chain(&rows.collect::<Vec<_>>()).find(|name| !is_missing(name))?;
    Some(if names.windows(2).any(repeats) { Below::None } else { Below::Same })
}

/// The partner of a row of values that names none; left where it is a total, or of no partner.
pub(super) fn partner(
    place: &RowPlace,
    draft: &mut Draft,
    from: &mut Vec<(&'static str, At)>,
) -> Result<Option<String>, Stop> {
    let sheet = place.sheet(draft);
    let Some(index) = place.columns.of("partner").next().map(|column| column.index) else {
        return Ok(None);
    };
    let Some(below) = place.columns.below.filter(|_| place.columns.has_values()) else {
        return Ok(None);
    };
    let is_value = |column: usize| place.columns.values().any(|value| value.index == column);
    let is_total = |column: usize| totals::is_total(sheet.cell(place.row, column));
    if sheet.filled(place.row).any(|column| !is_value(column) && is_total(column)) {
        return Err(Stop::Left(sayings::TOTAL.into()));
    }
    let mut rows = (place.row.saturating_sub(MAX_BELOW)..place.row).rev();
    let row =
        rows.find(|row| !sheet.cell(*row, index).is_empty() || sheet.filled(*row).next().is_none());
    let named = row.filter(|_| below == Below::Same && sheet.cell(place.row, index).is_empty());
    let named = named.filter(|named| is_another(place, sheet, *named));
    let text = named.map_or("", |row| sheet.cell(row, index));
    let told = draft.answers.reading(text).filter(|told| Code::parse(told).is_some());
    let Some((row, code)) = named.zip(told.or_else(|| country::code(text))) else {
        return Err(Stop::Left(sayings::NO_PARTNER_HERE.into()));
    };
    let code = code.to_owned();
    let what = Saying::of(sayings::ABOVE).text("cell", sheet.address(row, index));
    if draft.said(place.grid, index, sayings::ABOVE) {
        draft.infer(&place.address(draft, index), what);
    }
    from.push(("partner", Draft::at(place.grid, row, index)));
    Ok(Some(code))
}

/// Whether a row says something beside its values that none says from the partner's name on.
fn is_another(place: &RowPlace, sheet: &Grid, named: usize) -> bool {
    let says = |row: usize| -> Vec<&str> {
        let labels =
            place.columns.all.iter().filter(|column| {
                !matches!(column.role, Role::Value | Role::Field("partner" | "note"))
            });
        labels.map(|column| sheet.cell(row, column.index)).collect()
    };
    let own = says(place.row);
    own.iter().any(|text| !text.is_empty()) && (named..place.row).all(|row| says(row) != own)
}
