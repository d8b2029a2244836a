//! Partners that a row leaves out because the row above names them.

use super::country;
use super::draft::Draft;
use super::grid::At;
use super::row_place::RowPlace;
use super::sayings;
use super::told::Saying;
use super::words;
use crate::dataset::Code;

/// How many rows below its name a partner may be left out.
const MAX_BELOW: usize = 1_000;

/// The partner of a row of values that names none: the one above it, as a pivot table writes it.
pub(super) fn partner(
    place: &RowPlace,
    draft: &mut Draft,
    from: &mut Vec<(&'static str, At)>,
) -> Option<String> {
    let sheet = place.sheet(draft);
    let is_total = |column| words::find("total", sheet.cell(place.row, column)).is_some();
    let index = place.columns.of("partner").next()?.index;
    let blank = sheet.cell(place.row, index).is_empty();
    if !blank || !place.columns.has_values() || sheet.filled(place.row).any(is_total) {
        return None;
    }
    let mut rows = (place.row.saturating_sub(MAX_BELOW)..place.row).rev();
    let row = rows
        .find(|row| !sheet.cell(*row, index).is_empty() || sheet.filled(*row).next().is_none())?;
    let text = sheet.cell(row, index);
    let told = draft.answers.reading(text).filter(|told| Code::parse(told).is_some());
    let code = told.or_else(|| country::code(text))?.to_owned();
    let what = Saying::of(sayings::ABOVE).text("cell", sheet.address(row, index));
    if draft.said(place.grid, index, sayings::ABOVE) {
        draft.infer(&place.address(draft, index), what);
    }
    from.push(("partner", Draft::at(place.grid, row, index)));
    Some(code)
}
