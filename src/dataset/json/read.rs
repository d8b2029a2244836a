//! JSON into raw rows, for the check.

use super::super::diagnostic::{Diagnostic, Place};
use super::super::language::Language;
use super::super::raw::{Cell, Raw, RawRow, RowOrigin};
use super::super::schema::{CITATIONS, Kind, MAX_ROWS, NOTES, TABLES, Table};
use super::super::value::Value;
use super::FORMAT;

const META: [&str; 10] = [
    "name",
    "title",
    "titles",
    "version",
    "created",
    "reporting",
    "license",
    "versions",
    "languages",
    "default_source",
];

/// What was read so far, and what is wrong with it.
pub(super) struct RawReader {
    pub raw: Raw,
    pub found: Vec<Diagnostic>,
}

impl RawReader {
    pub(super) fn fault(&mut self, path: &str, what: &[&str], hint: &str) {
        self.found.push(Diagnostic::error(Place::Path(path.into()), what.concat(), hint));
    }

    pub(super) fn read(&mut self, value: &Value) {
        let Value::Object(pairs) = value else {
            let hint = "a dataset is an object with format, meta and records";
            return self.fault("dataset", &["is ", value.kind()], hint);
        };
        if value.get("format").and_then(Value::as_text) != Some(FORMAT) {
            self.fault("format", &["is not \"", FORMAT, "\""], "only this format is read");
        }
        self.meta(value.get("meta"));
        for table in TABLES.into_iter().filter(|table| is_json(table)) {
            match value.get(table.name) {
                Some(Value::List(records)) => self.table(table, 0, records),
                None | Some(Value::Null) => {}
                Some(other) => {
                    self.raw.table_mut(table).whole = false;
                    self.fault(table.name, &["is ", other.kind()], "it is a list of records");
                }
            }
        }
        for (key, _) in pairs {
            let known = ["format", "meta"].contains(&key.as_str())
                || TABLES.iter().any(|table| is_json(table) && table.name == key);
            if !known {
                self.unknown(key);
            }
        }
    }

    fn unknown(&mut self, path: &str) {
        self.fault(path, &["unknown key"], "remove it, or mend its name");
    }

    fn meta(&mut self, meta: Option<&Value>) {
        self.raw.meta.place = "meta.".into();
        let Some(meta @ Value::Object(pairs)) = meta else {
            let hint = "it holds at least reporting, the country whose trade it is";
            return self.fault("meta", &["missing"], hint);
        };
        let target = &mut self.raw.meta;
        target.take(meta);
        match meta.get("license") {
            Some(Value::Text(text)) => target.license = text.clone(),
            None | Some(Value::Null) => {}
            Some(other) => target.odd.push(("license", other.kind())),
        }
        for (key, _) in pairs {
            if !META.contains(&key.as_str()) {
                self.unknown(&["meta.", key].concat());
            }
        }
    }

    pub(super) fn table(&mut self, table: &'static Table, from: usize, records: &[Value]) {
        if from + records.len() > MAX_ROWS {
            if core::mem::replace(&mut self.raw.table_mut(table).whole, false) {
                self.fault(table.name, &["more than 200000 rows"], "split the dataset");
            }
            return;
        }
        for (at, record) in (from..).zip(records) {
            let path = [table.name, "[", &at.to_string(), "]"].concat();
            let Value::Object(pairs) = record else {
                self.raw.table_mut(table).whole = false;
                self.fault(&path, &["is ", record.kind()], "a record is an object");
                continue;
            };
            let mut cells = vec![Cell::Empty; table.columns.len()];
            for (key, value) in pairs {
                self.field(table, &path, key, value, &mut cells);
            }
            let citations = record.get("citations").filter(|_| table.is_cited());
            if let Some(citations) = citations {
                // What cites and is cited has an id, be it one that nobody gave.
                if cells[0] == Cell::Empty {
                    cells[0] = Cell::Text([table.name, "-", &(at + 1).to_string()].concat());
                }
                self.citations(&path, &cells[0], citations);
            }
            let origin = RowOrigin::Path(path);
            self.raw.table_mut(table).rows.push(RawRow { cells, origin });
        }
    }

    fn field(&mut self, table: &Table, path: &str, key: &str, value: &Value, cells: &mut [Cell]) {
        if key == "citations" && table.is_cited() {
            return;
        }
        let path = [path, ".", key].concat();
        let Some(at) = table.find(key) else { return self.unknown(&path) };
        if cells[at] != Cell::Empty {
            let hint = "give partner or partners, each key once";
            return self.fault(&path, &["a second value"], hint);
        }
        cells[at] = match (table.columns[at].kind, value) {
            (_, Value::Null) => Cell::Empty,
            (Kind::Local(_) | Kind::Note, _) => self.local(&path, value),
            (Kind::Words | Kind::Tokens, Value::Text(one)) if key != "records" => {
                Cell::List(vec![one.clone()])
            }
            _ => cell(value),
        };
    }

    /// `{"en": …, "az": …}`
    fn local(&mut self, path: &str, value: &Value) -> Cell {
        let Value::Object(pairs) = value else {
            let hint = "give an object with a text for each language";
            self.fault(path, &["is ", value.kind()], hint);
            return Cell::Empty;
        };
        let mut texts: Vec<(Language, String)> = Vec::new();
        for (code, text) in pairs {
            let path = || [path, ".", code].concat();
            match (Language::from_tag(code), text) {
                (None, _) => {
                    let hint = "a language is the first part of its BCP 47 tag, such as en";
                    self.fault(&path(), &["unknown language"], hint);
                }
                (_, Value::Null) => {}
                (Some(language), _) if texts.iter().any(|(known, _)| *known == language) => {
                    self.fault(&path(), &["a second text"], "give one text for each language");
                }
                (Some(language), Value::Text(text)) if !text.is_empty() => {
                    texts.push((language, text.clone()));
                }
                (_, Value::Text(_)) => {}
                (_, other) => self.fault(&path(), &["is ", other.kind()], "write a text"),
            }
        }
        if texts.is_empty() { Cell::Empty } else { Cell::Local(texts) }
    }

    fn citations(&mut self, path: &str, id: &Cell, citations: &Value) {
        let Some(list) = citations.as_list() else {
            let hint = "citations are a list of objects with source, paragraph and evidence";
            return self.fault(&[path, ".citations"].concat(), &["is ", citations.kind()], hint);
        };
        for (at, citation) in list.iter().enumerate() {
            let path = [path, ".citations[", &at.to_string(), "]"].concat();
            let Value::Object(pairs) = citation else {
                self.fault(&path, &["is ", citation.kind()], "a citation is an object");
                continue;
            };
            let mut cells = vec![Cell::Empty; CITATIONS.columns.len()];
            cells[0] = id.clone();
            for (key, value) in pairs.iter().filter(|(_, value)| *value != Value::Null) {
                match CITATIONS.find(key) {
                    Some(at) if at > 0 => {
                        // An empty list of evidence is no evidence.
                        let empty = value.as_list().is_some_and(<[Value]>::is_empty);
                        cells[at] = if empty { Cell::Empty } else { cell(value) };
                    }
                    _ => self.unknown(&[path.as_str(), ".", key].concat()),
                }
            }
            if self.raw.table(&CITATIONS).rows.len() == MAX_ROWS * 2 {
                let hint = "split the dataset";
                return self.fault(&path, &["more than 400000 citations"], hint);
            }
            let row = RawRow { cells, origin: RowOrigin::Path(path) };
            self.raw.table_mut(&CITATIONS).rows.push(row);
        }
    }
}

/// Notes and citations stand inside the records.
pub(super) fn is_json(table: &Table) -> bool {
    table.name != NOTES.name && table.name != CITATIONS.name
}

fn cell(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Flag(flag) => Cell::Flag(*flag),
        Value::Number(number) => Cell::Number(*number),
        Value::Text(text) if text.is_empty() => Cell::Empty,
        Value::Text(text) => Cell::Text(text.clone()),
        Value::Object(_) => Cell::Odd("an object"),
        Value::List(list) => {
            let texts = list.iter().map(|item| item.as_text().map(String::from));
            texts
                .collect::<Option<_>>()
                .map_or(Cell::Odd("a list of other things than texts"), Cell::List)
        }
    }
}
