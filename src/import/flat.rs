//! The table that `export --format csv` and the widget's download write, read back.

use std::collections::HashMap;

use super::draft::Draft;
use super::grid::At;
use super::sayings;
use super::told::Saying;

/// The header by which it is known.
const HEADER: [&str; 23] = [
    "table",
    "id",
    "partners",
    "kind",
    "title",
    "value",
    "unit",
    "qualifier",
    "date",
    "date_basis",
    "reporter",
    "derived",
    "status",
    "certainty",
    "reason",
    "note",
    "source",
    "publisher",
    "reference",
    "paragraph_and_evidence",
    "url",
    "came_true",
    "title_from",
];
/// As many columns of it have tables that earlier versions wrote.
const EARLIER: [usize; 2] = [20, 22];
/// Stands between the citations of one cell.
const BETWEEN: &str = " | ";

/// Takes an exported table; false where the grid is another one.
pub(super) fn read(grid: usize, draft: &mut Draft) -> bool {
    let sheet = &draft.grids[grid];
    let earlier = EARLIER.into_iter().find(|width| sheet.width(0) == *width);
    let width = earlier.unwrap_or(HEADER.len());
    if !(0..width.max(sheet.width(0))).all(|at| HEADER.get(at) == Some(&sheet.cell(0, at))) {
        return false;
    }
    let name = sheet.name.clone();
    draft.infer(&name, sayings::EXPORTED);
    for column in 0..width {
        draft.name(Draft::at(grid, 0, column));
    }
    for row in 1..draft.grids[grid].height() {
        if draft.grids[grid].filled(row).next().is_some() {
            record(grid, row, draft);
        }
    }
    true
}

/// The columns of a table, each with the exported one that it comes from.
fn columns(table: &str) -> &'static [(&'static str, usize)] {
    match table {
        "figures" => &[
            ("id", 1),
            ("partner", 2),
            ("measure", 3),
            ("value", 5),
            ("unit", 6),
            ("qualifier", 7),
            ("period", 8),
            ("period_basis", 9),
            ("reporter", 10),
            ("derived", 11),
            ("certainty", 13),
        ],
        "events" => &[
            ("id", 1),
            ("partners", 2),
            ("kind", 3),
            ("title", 4),
            ("date", 8),
            ("date_basis", 9),
            ("status", 12),
            ("certainty", 13),
            ("url", 20),
            ("came_true", 21),
        ],
        "projects" => &[
            ("id", 1),
            ("partners", 2),
            ("sector", 3),
            ("title", 4),
            ("date", 8),
            ("status", 12),
            ("certainty", 13),
        ],
        "sectors" => &[("id", 1), ("partner", 2), ("sector", 3), ("status", 12), ("certainty", 13)],
        "people" => &[("id", 1), ("partner", 2), ("role", 3), ("name", 4), ("certainty", 13)],
        _ => &[],
    }
}

fn record(grid: usize, row: usize, draft: &mut Draft) {
    let text = |column: usize| bare(draft.grids[grid].whole(row, column)).to_owned();
    let table = text(0);
    let known = columns(&table);
    if known.is_empty() {
        return draft.leave_row(grid, row, Saying::of(sayings::NO_RECORDS).text("text", table));
    }
    let language = draft.answers.language().to_owned();
    let mut cells: Vec<(String, String)> = Vec::new();
    let mut from: Vec<(String, At)> = Vec::new();
    for (name, column) in known {
        let name = if *name == "title" { format!("title_{language}") } else { (*name).to_owned() };
        if !text(*column).is_empty() {
            from.push((name.clone(), Draft::at(grid, row, *column)));
        }
        cells.push((name, text(*column)));
    }
    let id = text(1);
    let notes = [("reason", text(14), 14), ("note", text(15), 15)];
    let sources = [text(16), text(17), text(18), text(19), text(22)];
    draft.reserve(&id);
    for (name, note, column) in notes {
        if !note.is_empty() {
            let known = draft.local_note(&[(format!("text_{language}"), note)]);
            cells.push((name.to_owned(), known));
            from.push((name.to_owned(), Draft::at(grid, row, column)));
        }
    }
    cite(&id, &sources, draft);
    from.push(("id".to_owned(), Draft::at(grid, row, 0)));
    for (column, text) in [16, 17, 18, 19, 22].into_iter().zip(&sources) {
        if !text.is_empty() {
            from.push(("id".to_owned(), Draft::at(grid, row, column)));
        }
    }
    let cells: Vec<(&str, String)> =
        cells.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let from: Vec<(&str, At)> = from.iter().map(|(name, at)| (name.as_str(), *at)).collect();
    if !draft.row(&table, &cells, &from) {
        draft.leave_row(grid, row, sayings::TOO_MANY);
    }
}

/// Sources stand in one cell in the order of the citations.
fn cite(id: &str, cells: &[String; 5], draft: &mut Draft) {
    let [titles, publishers, references, evidence, bases] = cells;
    let parts = |cell: &str| cell.split(BETWEEN).map(String::from).collect::<Vec<_>>();
    let (titles, publishers) = (parts(titles), parts(publishers));
    let (references, evidence) = (parts(references), parts(evidence));
    let bases = parts(bases);
    let count = [&titles, &publishers, &references, &evidence].iter().map(|list| list.len()).max();
    let one = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
    for at in 0..count.unwrap_or(0) {
        let said = one(&evidence, at);
        let (paragraph, evidence) = said.split_once(": ").unwrap_or(("", ""));
        let source = draft.exported_source(&HashMap::from([
            ("title", one(&titles, at)),
            ("title_from", one(&bases, at)),
            ("publisher", one(&publishers, at)),
            ("reference", one(&references, at)),
            ("paragraph", paragraph.to_owned()),
        ]));
        let cells = [
            ("record", id.to_owned()),
            ("source", source),
            ("paragraph", paragraph.to_owned()),
            ("evidence", evidence.replace("; ", "|")),
        ];
        draft.row("citations", &cells, &[]);
    }
}

/// The apostrophe in front of what a spreadsheet would run is the exporter's.
fn bare(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => text,
    }
}
