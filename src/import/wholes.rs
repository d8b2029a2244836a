//! Rows of all parts of a trade together, beside which its parts are none of their own.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::above;
use super::column::{Columns, ReadColumn, Role};
use super::draft::Draft;
use super::shape::GridShape;
use super::words::fold;

/// Fields that tell one row's trade from another's, beside what cuts it into parts.
const APART: [&str; 9] = [
    "partner", "reporter", "exporter", "importer", "measure", "period", "year", "quarter", "month",
];

/// Whether the whole of a row's trade is there too: of the same partner, flow and period.
pub(super) fn exist(
    [grid, row, column]: [usize; 3],
    wholes: &[&str],
    shape: &GridShape,
    columns: &Columns,
    draft: &mut Draft,
) -> bool {
    let told_apart =
        |column: &&ReadColumn| matches!(column.role, Role::Field(field) if APART.contains(&field));
    let apart: Vec<usize> =
        columns.all.iter().filter(told_apart).map(|column| column.index).collect();
    let partners: Vec<usize> = columns.of("partner").map(|column| column.index).collect();
    let sheet = &draft.grids[grid];
    let key = |row: usize| {
        let mut hasher = DefaultHasher::new();
        apart.iter().for_each(|column| {
            let row = above::source(sheet, row, *column, partners.contains(column));
            fold(sheet.cell(row, *column)).hash(&mut hasher);
        });
        hasher.finish()
    };
    // A total that names no partner is nobody's whole.
    let is_named = |row: usize| {
        let mut names = partners
            .iter()
            .map(|column| sheet.cell(above::source(sheet, row, *column, false), *column));
        partners.is_empty() || names.any(|name| !name.is_empty())
    };
    let is_whole =
        |row: &usize| wholes.contains(&fold(sheet.cell(*row, column)).as_str()) && is_named(*row);
    let found = || shape.body.clone().filter(is_whole).map(key).collect();
    draft.wholes.entry((grid, column)).or_insert_with(found).contains(&key(row))
}
