//! Tables that are in the contract's form already: they are taken as they stand.

use super::draft::Draft;
use super::write::ORDER;
use super::{ColumnUse, Saying, sayings};

/// Columns of every table of the contract, without the endings of languages.
const COLUMNS: [&str; 53] = [
    "id",
    "kind",
    "publisher",
    "title",
    "title_from",
    "published",
    "published_basis",
    "published_from",
    "url",
    "file",
    "code",
    "name",
    "with",
    "by",
    "color",
    "colour",
    "text",
    "partner",
    "measure",
    "value",
    "unit",
    "qualifier",
    "period",
    "period_basis",
    "reporter",
    "derived",
    "certainty",
    "reason",
    "note",
    "source",
    "partners",
    "date",
    "date_basis",
    "status",
    "sector",
    "role",
    "records",
    "record",
    "paragraph",
    "evidence",
    "list",
    "key",
    "label",
    "many",
    "shape",
    "units",
    "short",
    "term",
    "plural",
    "symbol",
    "came_true",
    "from",
    "to",
];

/// Those that may stand once for each language.
const LOCAL: [&str; 10] =
    ["publisher", "title", "name", "with", "by", "text", "label", "many", "short", "note"];

/// Whether a file of an archive belongs to a package, or is a table.
pub(super) fn is_of_package(name: &str) -> bool {
    let stem = name.rsplit('/').next().unwrap_or(name);
    let hidden = stem.starts_with('.') || name.starts_with("__MACOSX");
    let ending = stem.rsplit_once('.').map_or("", |(_, ending)| ending);
    !hidden && ["csv", "tsv", "txt", "json"].contains(&ending.to_ascii_lowercase().as_str())
}

/// Whether a file holds words of the interface.
pub(super) fn is_words(name: &str) -> bool {
    name.strip_suffix(".csv")
        .is_some_and(|stem| stem.rsplit('/').nth(1) == Some("words") || stem.starts_with("words/"))
}

/// Takes a table of the contract; false where the grid is another one.
pub(super) fn read(grid: usize, draft: &mut Draft) -> bool {
    let sheet = &draft.grids[grid];
    let stem = sheet.name.rsplit('/').next().unwrap_or(&sheet.name);
    let stem = stem.strip_suffix(".csv").unwrap_or(stem);
    // A further part of the figures is named for them.
    let stem = if stem.starts_with("figures-") { "figures" } else { stem };
    let Some(table) = ORDER.iter().find(|table| **table == stem) else { return false };
    let header: Vec<String> =
        (0..sheet.width(0)).map(|column| sheet.cell(0, column).into()).collect();
    let keyed =
        ["id", "code", "record", "key"].contains(&header.first().map_or("", String::as_str));
    if !keyed || !header.iter().all(|name| is_column(name)) {
        return false;
    }
    let wide = (1..sheet.height()).any(|row| sheet.filled(row).any(|at| at >= header.len()));
    if wide {
        return false;
    }
    let place = sheet.name.clone();
    draft.infer(&place, Saying::of(sayings::TABLE_OF_PACKAGE).text("table", *table));
    for (column, name) in header.iter().enumerate() {
        draft.name(Draft::at(grid, 0, column));
        draft.used.push(ColumnUse {
            grid: grid as u16,
            column: column as u16,
            header: name.clone(),
            field: name.clone(),
            is_value: false,
        });
    }
    for row in 1..draft.grids[grid].height() {
        let cells: Vec<(&str, String)> = header
            .iter()
            .enumerate()
            .map(|(column, name)| (name.as_str(), draft.grids[grid].cell(row, column).to_owned()))
            .collect();
        if let Some((_, id)) = cells.iter().find(|(name, _)| *name == "id") {
            draft.reserve(id);
        }
        let filled: Vec<usize> = draft.grids[grid].filled(row).collect();
        if filled.is_empty() {
            continue;
        }
        let from: Vec<_> = filled
            .iter()
            .map(|column| (header[*column].as_str(), Draft::at(grid, row, *column)))
            .collect();
        if !draft.row(table, &cells, &from) {
            draft.leave_row(grid, row, sayings::TOO_MANY);
        }
    }
    true
}

fn is_column(name: &str) -> bool {
    let language = |ending: &str| (2..=8).contains(&ending.len());
    COLUMNS.contains(&name)
        || name
            .rsplit_once('_')
            .is_some_and(|(stem, ending)| language(ending) && LOCAL.contains(&stem))
}
