//! One column of partners and of their periods, as a pivot table in its compact form has it.

use std::collections::HashMap;

use super::column::{Columns, ReadColumn, Role};
use super::country;
use super::cut::{is_country, is_period};
use super::date;
use super::date_reading::DateReading;
use super::draft::Draft;
use super::grid::Grid;
use super::pivot_rows::{Line, Pivot};
use super::questions;
use super::row_labels::RowLabels;
use super::row_place::{RowPlace, Stop};
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;
use super::totals;

/// What stands in a cell of such a column.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Country,
    Period,
    Total,
    Other,
}

fn kind(text: &str) -> Kind {
    match text {
        _ if is_country(text) => Kind::Country,
        _ if totals::is_total(text) => Kind::Total,
        _ if is_period(text) => Kind::Period,
        _ => Kind::Other,
    }
}

/// Finds the column that mixes partners with periods; one that mixes more is asked about.
pub(super) fn find(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &mut Draft) {
    let is_cut =
        |column: &ReadColumn| column.context.partner.is_some() || column.context.period.is_some();
    if !columns.has_values() || columns.values().any(is_cut) {
        return;
    }
    let free = |column: &&ReadColumn| {
        !column.told
            && matches!(column.role, Role::Left(_) | Role::Field("partner" | "period" | "year"))
    };
    let sheet = &draft.grids[grid];
    let found = columns.all.iter().filter(free).find(|column| is_mixed(sheet, shape, column.index));
    let Some(index) = found.map(|column| column.index) else { return };
    let others = ["partner", "exporter", "importer", "period", "year"];
    let is_other = |field: &'static str| columns.of(field).any(|column| column.index != index);
    if others.into_iter().any(is_other) {
        return;
    }
    let place = draft.header_place(grid, index);
    match lines(sheet, shape, index) {
        Ok(lines) => {
            columns.pivot = Some(Pivot { column: index, lines });
            columns.all[index].role = Role::Field("partner");
            draft.infer(&place, sayings::PIVOT);
        }
        Err(row) => {
            let first =
                shape.body.clone().find(|row| kind(sheet.cell(*row, index)) == Kind::Country);
            let first = first.map_or("", |row| sheet.cell(row, index));
            let what = Saying::of(questions::PIVOT).text("text", first);
            let what = what.text("other", sheet.cell(row, index));
            columns.waits = true;
            draft.ask(sheet.address(row, index), what, Vec::new());
        }
    }
}

/// Whether most cells are partners and periods, and there are some of both.
fn is_mixed(sheet: &Grid, shape: &GridShape, column: usize) -> bool {
    let texts = shape.body.clone().map(|row| sheet.cell(row, column));
    let (mut countries, mut periods, mut all) = (0, 0, 0);
    for text in texts.filter(|text| !text.is_empty()) {
        all += 1;
        match kind(text) {
            Kind::Country => countries += 1,
            Kind::Period => periods += 1,
            Kind::Total | Kind::Other => {}
        }
    }
    countries > 0 && periods > 0 && (countries + periods) * 10 >= all * 6
}

/// What each row is; the first that fits in no group.
fn lines(sheet: &Grid, shape: &GridShape, column: usize) -> Result<HashMap<usize, Line>, usize> {
    let mut lines = HashMap::new();
    let (mut group, mut of_groups, mut is_empty) = (None, None, false);
    for row in shape.body.clone() {
        let text = sheet.cell(row, column);
        if text.is_empty() && sheet.filled(row).next().is_none() {
            continue;
        }
        let kind = kind(text);
        if kind == Kind::Other {
            return Err(row);
        }
        if kind == Kind::Total {
            lines.insert(row, Line::Total);
            continue;
        }
        if *of_groups.get_or_insert(kind) == kind {
            // A group without rows is none: what its values are is not known.
            if is_empty {
                return Err(row);
            }
            (group, is_empty) = (Some(row), true);
            lines.insert(row, Line::Group);
        } else if let Some(group) = group {
            is_empty = false;
            lines.insert(row, Line::Of(group));
        }
    }
    match group.filter(|_| is_empty) {
        Some(row) => Err(row),
        None => Ok(lines),
    }
}

/// The partner and the period of a row and its group.
pub(super) fn labels(
    pivot: &Pivot,
    place: &RowPlace,
    draft: &Draft,
    labels: &mut RowLabels,
) -> Result<(), Stop> {
    let Some(Line::Of(group)) = pivot.lines.get(&place.row) else { return Ok(()) };
    for row in [*group, place.row] {
        let text = place.sheet(draft).cell(row, pivot.column);
        if draft.answers.reading(text) == Some("-") {
            return Err(Stop::Left(sayings::BY_READ.into()));
        }
        let at = Draft::at(place.grid, row, pivot.column);
        if is_country(text) {
            labels.context.partner = country::code(text).map(String::from);
            labels.from.push(("partner", at));
        } else if let Some(DateReading::Date(date, _)) = date::read(text) {
            labels.context.period = Some(date);
            labels.from.push(("period", at));
        }
    }
    Ok(())
}
