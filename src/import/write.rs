//! The package that an import makes: `datapackage.json` and a CSV for each table with rows.

use serde_json::{Map, Value, json};

use super::told::{Imported, RecordRow, RecordTable};
use crate::dataset::Language;

/// The tables of a package; those that others refer to come first.
pub(super) const ORDER: [&str; 11] = [
    "terms",
    "sources",
    "partners",
    "notes",
    "figures",
    "events",
    "projects",
    "sectors",
    "people",
    "conflicts",
    "citations",
];

/// A key of lowercase letters, digits and hyphens; empty where a text has none of them.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for char in text.to_lowercase().chars() {
        if char.is_ascii_alphanumeric() {
            slug.push(char);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(30);
    slug.trim_end_matches('-').to_owned()
}

/// Tables of the contract and their columns; `*` stands for each language.
const TABLES: [(&str, &[&str]); 10] = [
    (
        "sources",
        &["id", "kind", "publisher", "title", "published", "published_basis", "url", "file"],
    ),
    ("partners", &["code", "name_*", "with_*", "by_*"]),
    ("notes", &["id", "text_*"]),
    (
        "figures",
        &[
            "id",
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
        ],
    ),
    (
        "events",
        &[
            "id",
            "partners",
            "kind",
            "date",
            "date_basis",
            "status",
            "certainty",
            "reason",
            "note",
            "title_*",
        ],
    ),
    (
        "projects",
        &["id", "partners", "sector", "status", "date", "certainty", "reason", "note", "title_*"],
    ),
    ("sectors", &["id", "partner", "sector", "status", "certainty", "reason", "note"]),
    ("people", &["id", "partner", "name", "role", "certainty", "reason", "note"]),
    ("conflicts", &["id", "kind", "records", "note"]),
    ("citations", &["record", "source", "paragraph", "evidence"]),
];

/// The files of the package, each with its name: the columns of the contract, then those that the
/// tables have beside them.
pub fn write(imported: &Imported, today: &str, name: &str) -> Vec<(String, Vec<u8>)> {
    let mut tables: Vec<RecordTable> = Vec::new();
    for (name, columns) in TABLES {
        let columns = columns.iter().flat_map(|column| match column.strip_suffix('*') {
            Some(stem) => {
                Language::BUILT_IN.map(|language| [stem, language.code()].concat()).to_vec()
            }
            None => vec![(*column).to_owned()],
        });
        let empty = RecordTable { name: name.into(), columns: Vec::new(), rows: Vec::new() };
        tables.push(ordered(imported.table(name).unwrap_or(&empty), columns.collect()));
    }
    let more =
        imported.tables.iter().filter(|table| TABLES.iter().all(|known| known.0 != table.name));
    tables.extend(more.cloned());
    let mut files =
        vec![("datapackage.json".to_owned(), description(imported, &tables, today, name))];
    for table in &tables {
        files.push((format!("{}.csv", table.name), csv(table)));
    }
    files.extend(imported.files.iter().map(|(name, bytes)| {
        let stem = name.rsplit('/').next().unwrap_or(name);
        (format!("words/{stem}"), bytes.clone())
    }));
    files
}

/// The same rows, their columns in this order and further ones behind.
fn ordered(table: &RecordTable, mut columns: Vec<String>) -> RecordTable {
    for column in &table.columns {
        if !columns.contains(column) {
            columns.push(column.clone());
        }
    }
    let from: Vec<Option<usize>> = columns
        .iter()
        .map(|column| table.columns.iter().position(|known| known == column))
        .collect();
    let cell =
        |row: &RecordRow, at: &Option<usize>| at.map_or(String::new(), |at| row.cells[at].clone());
    let rows = table.rows.iter().map(|row| RecordRow {
        cells: from.iter().map(|at| cell(row, at)).collect(),
        from: Vec::new(),
    });
    RecordTable { name: table.name.clone(), rows: rows.collect(), columns }
}

fn description(imported: &Imported, tables: &[RecordTable], today: &str, name: &str) -> Vec<u8> {
    let meta = &imported.meta;
    let mut package = Map::new();
    package.insert("name".into(), json!(name));
    let title = if meta.title.is_empty() { name } else { &meta.title };
    let title: String = title.chars().filter(|char| !char.is_control()).take(200).collect();
    package.insert("title".into(), json!(title));
    package.insert("version".into(), json!("1.0.0"));
    package.insert("created".into(), json!(format!("{today}T00:00:00Z")));
    for (key, value) in &meta.properties {
        package.insert(key.clone(), value.clone());
    }
    package.insert("reporting".into(), json!(meta.reporting));
    let resources = tables.iter().map(|table| {
        let fields: Vec<Value> =
            table.columns.iter().map(|column| json!({"name": column, "type": "string"})).collect();
        json!({
            "name": table.name,
            "path": format!("{}.csv", table.name),
            "encoding": "utf-8",
            "schema": {"fields": fields},
        })
    });
    package.insert("resources".into(), resources.collect());
    let mut bytes = serde_json::to_vec_pretty(&Value::Object(package)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn csv(table: &RecordTable) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
    // Writing into memory does not fail, nor do rows differ in length.
    let _ = out.write_record(&table.columns);
    for row in &table.rows {
        let _ = out.write_record(row.cells.iter().map(|cell| harmless(cell)));
    }
    out.into_inner().unwrap_or_default()
}

/// Spreadsheets run what begins with these; a number may.
fn harmless(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if runs { format!("'{cell}") } else { cell.to_owned() }
}
