//! JSON as rows: the contract's form, a package's description, or a plain list of objects.

use serde_json::{Map, Value};

use super::draft::Draft;
use super::grid::{CellKind, Grid, MAX_COLUMNS};
use super::{File, Refusal, Saying, refusals, sayings};

type Object = Map<String, Value>;

/// Reads one file.
pub(super) fn read(file: &File, draft: &mut Draft) -> Result<(), Refusal> {
    let value: Value = serde_json::from_slice(file.bytes).map_err(|error| {
        Refusal::new(file.name, Saying::of(refusals::NO_JSON).text("why", error))
    })?;
    match &value {
        Value::Object(object) if object.contains_key("format") => dataset(file, object, draft),
        Value::Object(object) if object.contains_key("resources") || is_description(file.name) => {
            description(file, object, draft);
            Ok(())
        }
        Value::Array(list) => objects(file, list, draft),
        _ => Err(Refusal::new(file.name, refusals::NO_DATASET)),
    }
}

fn is_description(name: &str) -> bool {
    name.rsplit('/').next() == Some("datapackage.json")
}

/// `datapackage.json`: what it says beside its tables.
fn description(file: &File, object: &Object, draft: &mut Draft) {
    draft.infer(file.name, sayings::DESCRIPTION);
    for (key, value) in object {
        // The tables that are written describe themselves.
        if key != "resources" {
            draft.meta.properties.insert(key.clone(), value.clone());
        }
    }
    text(object, "title", &mut draft.meta.title);
    text(object, "reporting", &mut draft.meta.reporting);
}

fn text(object: &Object, key: &str, into: &mut String) {
    if let Some(text) = object.get(key).and_then(Value::as_str) {
        *into = text.to_owned();
    }
}

/// `{"format": "bilateral/1", …}`.
fn dataset(file: &File, object: &Object, draft: &mut Draft) -> Result<(), Refusal> {
    if object.get("format").and_then(Value::as_str) != Some("bilateral/1") {
        return Err(Refusal::new(file.name, refusals::OTHER_FORMAT));
    }
    draft.infer(file.name, sayings::DATASET);
    if let Some(meta) = object.get("meta").and_then(Value::as_object) {
        for (key, value) in meta {
            if key == "license" {
                let name = Value::Object(Object::from_iter([("name".to_owned(), value.clone())]));
                draft.meta.properties.insert("licenses".into(), Value::Array(vec![name]));
            } else {
                draft.meta.properties.insert(key.clone(), value.clone());
            }
        }
        text(meta, "title", &mut draft.meta.title);
        text(meta, "reporting", &mut draft.meta.reporting);
    }
    for (table, list) in
        object.iter().filter(|(key, _)| !["format", "meta"].contains(&key.as_str()))
    {
        let Some(list) = list.as_array() else {
            return Err(Refusal::new(
                file.name,
                Saying::of(refusals::NO_LIST).text("table", table),
            ));
        };
        for (at, record) in list.iter().enumerate() {
            let Some(record) = record.as_object() else {
                let item = format!("{table}[{at}]");
                return Err(Refusal::new(
                    file.name,
                    Saying::of(refusals::NO_OBJECT).text("item", item),
                ));
            };
            if !one(table, record, draft) {
                let what = Saying::of(refusals::MANY_ROWS).text("table", table);
                return Err(Refusal::new(file.name, what));
            }
        }
    }
    Ok(())
}

fn one(table: &str, record: &Object, draft: &mut Draft) -> bool {
    let id = record.get("id").and_then(Value::as_str).unwrap_or("").to_owned();
    draft.reserve(&id);
    let mut cells: Vec<(String, String)> = Vec::new();
    for (key, value) in record {
        match (key.as_str(), value) {
            ("citations", Value::Array(list)) => {
                for citation in list.iter().filter_map(Value::as_object) {
                    cite(&id, citation, draft);
                }
            }
            ("note" | "reason", Value::Object(texts)) => {
                cells.push((key.clone(), note(texts, draft)));
            }
            (key, Value::Object(texts)) => {
                let key = if key == "publishers" { "publisher" } else { key };
                let local =
                    texts.iter().map(|(language, text)| (format!("{key}_{language}"), plain(text)));
                cells.extend(local);
            }
            _ => cells.push((column(table, key).into(), plain(value))),
        }
    }
    let cells: Vec<(&str, String)> =
        cells.iter().map(|(key, text)| (key.as_str(), text.clone())).collect();
    draft.row(table, &cells, &[])
}

/// JSON says `partner` for one and `partners` for several; a table has one of the two columns.
fn column<'a>(table: &str, key: &'a str) -> &'a str {
    match (table, key) {
        ("events" | "projects", "partner") => "partners",
        ("figures" | "sectors" | "people", "partners") => "partner",
        _ => key,
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(float) if !number.is_i64() && !number.is_u64() => super::plain::shown(float),
            _ => number.to_string(),
        },
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(" "),
        Value::Object(_) | Value::Bool(_) => value.to_string(),
    }
}

fn cite(id: &str, citation: &Object, draft: &mut Draft) {
    let evidence = citation.get("evidence").and_then(Value::as_array);
    let evidence: Vec<String> = evidence.into_iter().flatten().map(plain).collect();
    let text = |key: &str| citation.get(key).map(plain).unwrap_or_default();
    let cells = [
        ("record", id.to_owned()),
        ("source", text("source")),
        ("paragraph", text("paragraph")),
        ("evidence", evidence.join("|")),
    ];
    draft.row("citations", &cells, &[]);
}

fn note(texts: &Object, draft: &mut Draft) -> String {
    let cells: Vec<(String, String)> =
        texts.iter().map(|(language, text)| (format!("text_{language}"), plain(text))).collect();
    draft.local_note(&cells)
}

/// `[{"country": "…", "year": 2020, "value": 5}, …]` is a table whose header is the keys.
fn objects(file: &File, list: &[Value], draft: &mut Draft) -> Result<(), Refusal> {
    let mut keys: Vec<&str> = Vec::new();
    for record in list {
        let Some(record) = record.as_object() else {
            return Err(Refusal::new(file.name, refusals::NO_OBJECTS));
        };
        for key in record.keys() {
            if !keys.contains(&key.as_str()) {
                keys.push(key);
            }
        }
        if keys.len() > MAX_COLUMNS.min(1000) {
            return Err(Refusal::new(file.name, refusals::MANY_KEYS));
        }
    }
    let mut grid = Grid::new(file.name);
    let mut fits = true;
    for key in &keys {
        fits &= grid.push_kind(key, CellKind::Text);
    }
    grid.end_row();
    for record in list.iter().filter_map(Value::as_object) {
        for key in &keys {
            let value = record.get(*key).unwrap_or(&Value::Null);
            let kind = if value.is_number() { CellKind::Number } else { CellKind::Text };
            fits &= grid.push_kind(&plain(value), kind);
        }
        grid.end_row();
    }
    if !fits {
        return Err(Refusal::new(file.name, refusals::CELLS));
    }
    draft.add(file.name, grid, false)
}
