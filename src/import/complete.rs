//! What all tables together need: sources, citations, names of countries.

use std::collections::HashSet;

use serde_json::json;

use super::draft::Draft;
use super::known::ask_reporting;
use super::language;
use super::pending::Pending;
use super::sayings;
use super::{RecordTable, Saying, country};

/// Tables whose rows are somebody's.
const RECORDS: [&str; 5] = ["figures", "events", "projects", "sectors", "people"];

/// Adds what all tables together need: sources, groups of countries, citations.
pub(super) fn complete(draft: &mut Draft) {
    let answers = draft.answers;
    for (answer, property) in [
        (&answers.title, &mut draft.meta.title),
        (&answers.publisher, &mut draft.meta.publisher),
        (&answers.url, &mut draft.meta.url),
    ] {
        if let Some(answer) = answer {
            property.clone_from(answer);
        }
    }
    if answers.title.is_some() {
        draft.meta.properties.remove("title");
    }
    if let Some(reporting) = &answers.reporting {
        draft.meta.reporting.clone_from(reporting);
    }
    if draft.meta.reporting.is_empty()
        && draft.tables().iter().any(|table| RECORDS.contains(&table.name.as_str()))
    {
        ask_reporting(0, draft);
    }
    // A package names its licence; nobody else can choose one.
    let license = answers.license.as_deref().unwrap_or("notspecified");
    let licenses = json!([{ "name": license }]);
    if answers.license.is_some() {
        draft.meta.properties.remove("licenses");
    }
    draft.meta.properties.entry("licenses").or_insert(licenses);
    let counted = ["e", "n"].iter().any(|letter| draft.counted.contains_key(letter));
    let language = match answers.lang.as_deref() {
        Some(told) => {
            language::doubt(told, draft);
            told
        }
        None if counted || !draft.made.is_empty() => language::settle(draft),
        None => answers.language(),
    };
    draft.write_made(language);
    publish(draft);
    cite(draft);
    partners(draft);
}

/// A source with an address is a publication; without one it is the file, cited by row and cell.
///
/// The publisher is who says so below the table, or whom the user names; else the source itself.
fn publish(draft: &mut Draft) {
    let meta = draft.meta.clone();
    let pending = std::mem::take(&mut draft.pending);
    let mut files = HashSet::new();
    for Pending { id, title, url, file } in pending {
        let url = if url.is_empty() { meta.url.clone() } else { url };
        let publisher = [&meta.publisher, &title, &url, &file];
        let publisher = publisher.into_iter().find(|text| !text.is_empty()).cloned();
        let is_publication = !url.is_empty();
        // Several documents that one table names are told apart by what it calls them.
        let file = if is_publication || files.insert(file.clone()) {
            file
        } else {
            [file, title.replace(['/', ':', '\\'], "-")].join(" - ")
        };
        if is_publication {
            draft.publications.insert(id.clone());
        }
        let cells = [
            ("id", id),
            ("kind", if is_publication { "publication" } else { "document" }.to_owned()),
            ("publisher", short(&publisher.unwrap_or_default(), 200)),
            ("title", short(&title, 300)),
            ("published_basis", "none".to_owned()),
            ("url", url),
            ("file", if is_publication { String::new() } else { short(&file, 120) }),
        ];
        draft.row("sources", &cells, &[]);
    }
    // A package says itself which of its sources are cited as a whole.
    let Some(table) = draft.tables().iter().find(|table| table.name == "sources") else { return };
    let at = |wanted: &str| table.columns.iter().position(|column| column == wanted);
    let (Some(id), Some(kind)) = (at("id"), at("kind")) else { return };
    let whole = |cells: &[String]| cells.get(kind).is_some_and(|kind| kind == "publication");
    let named = table.rows.iter().filter(|row| whole(&row.cells));
    let named: Vec<String> = named.filter_map(|row| row.cells.get(id).cloned()).collect();
    draft.publications.extend(named);
}

fn short(text: &str, most: usize) -> String {
    text.chars().filter(|char| !char.is_control()).take(most).collect()
}

/// A source that stands on its row is cited in the table of citations, as records with several are;
/// where a record has no id to be cited by, the table keeps its column.
fn cite(draft: &mut Draft) {
    let mut cited: Vec<[String; 4]> = Vec::new();
    let mut done = Vec::new();
    for (name, told) in [("figures", "value"), ("events", "title_")] {
        let Some(table) = draft.tables().iter().find(|table| table.name == name) else { continue };
        let at = |wanted: &str| table.columns.iter().position(|column| column.starts_with(wanted));
        let (Some(source), Some(id)) = (at("source"), at("id")) else { continue };
        let is_there = |cells: &[String], at: usize| cells.get(at).is_some_and(|it| !it.is_empty());
        let is_cited = |cells: &[String]| !is_there(cells, source) || is_there(cells, id);
        if !table.rows.iter().all(|row| is_cited(&row.cells)) {
            continue;
        }
        done.push(name);
        for row in &table.rows {
            let Some(known) = row.cells.get(source).filter(|text| !text.is_empty()) else {
                continue;
            };
            let mut citation = [row.cells[id].clone(), known.clone(), String::new(), String::new()];
            let cell = row.from.iter().find(|(column, _)| Some(usize::from(*column)) == at(told));
            if let Some((_, cell)) = cell.filter(|_| !draft.publications.contains(known)) {
                let grid = &draft.grids[usize::from(cell.grid)];
                let text = grid.cell(cell.row as usize, cell.column.into());
                let words: Vec<&str> = text.split_whitespace().take(8).collect();
                citation[2] = (cell.row + 1).to_string();
                citation[3] = short(&words.join(" ").replace('|', " "), 80);
            }
            cited.push(citation);
        }
    }
    for name in done {
        remove(draft.table(name, &[]), "source");
    }
    for [record, source, paragraph, evidence] in cited {
        let cells = [
            ("record", record),
            ("source", source),
            ("paragraph", paragraph),
            ("evidence", evidence),
        ];
        draft.row("citations", &cells, &[]);
    }
}

/// Removes a column; what came from its cells is told of the first one.
fn remove(table: &mut RecordTable, name: &str) {
    let Some(at) = table.columns.iter().position(|column| column == name) else { return };
    table.columns.remove(at);
    for row in &mut table.rows {
        if at < row.cells.len() {
            row.cells.remove(at);
        }
        for (column, _) in &mut row.from {
            let known = usize::from(*column);
            *column = if known == at { 0 } else { known - usize::from(known > at) } as u16;
        }
    }
}

/// Every country and group that a row names.
fn partners(draft: &mut Draft) {
    let mut codes: Vec<String> = vec![draft.meta.reporting.clone()];
    let mut declared: Vec<String> = Vec::new();
    for table in draft.tables() {
        for (column, name) in table.columns.iter().enumerate() {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            match (table.name.as_str(), name.as_str()) {
                ("partners", "code") => declared.extend(cells.cloned()),
                (_, "partner" | "partners" | "reporter") => {
                    for code in cells.flat_map(|cell| cell.split(' ')) {
                        if !codes.iter().any(|known| known == code) {
                            codes.push(code.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
    }
    let countries = codes.iter().filter(|code| !country::is_group(code)).count();
    for group in codes.iter().filter(|code| countries > 1 && country::is_group(code)) {
        let place = draft.first_place();
        let name = country::name(group);
        draft.infer(&place, Saying::of(sayings::GROUP).text("name", name));
    }
    for code in codes {
        if !code.is_empty() && !declared.contains(&code) {
            let name = country::name(&code).to_owned();
            let (with, by) = (format!("with {name}"), format!("by statistics of {name}"));
            let cells = [("code", code), ("name_en", name), ("with_en", with), ("by_en", by)];
            draft.row("partners", &cells, &[]);
        }
    }
}
