//! JSON into raw rows, for the check.

use super::super::check::check;
use super::super::diagnostic::{Diagnostic, Place};
use super::super::language::Language;
use super::super::model::Dataset;
use super::super::raw::{self, Cell, Raw, RawRow, RowOrigin};
use super::super::schema::{CITATIONS, Kind, MAX_ROWS, NOTES, TABLES, Table};
use super::super::value::Value;
use super::FORMAT;

/// Checks a JSON dataset; all that is wrong comes back at once, each with its path.
pub fn from_json(value: &Value) -> Result<Dataset, Vec<Diagnostic>> {
    let mut reader = Reader { raw: Raw::empty(), found: Vec::new() };
    reader.read(value);
    check(&reader.raw, reader.found)
}

struct Reader {
    raw: Raw,
    found: Vec<Diagnostic>,
}

impl Reader {
    fn fault(&mut self, path: &str, what: &[&str], hint: &str) {
        let place = Place::Path(path.into());
        self.found.push(Diagnostic { place, what: what.concat(), hint: hint.into() });
    }

    fn read(&mut self, value: &Value) {
        let Value::Object(pairs) = value else {
            let hint = "a dataset is an object with format, meta, sources, partners and records";
            return self.fault("dataset", &["is ", value.kind()], hint);
        };
        if value.get("format").and_then(Value::as_text) != Some(FORMAT) {
            self.fault("format", &["is not \"", FORMAT, "\""], "only this format is read");
        }
        self.meta(value.get("meta"));
        for table in TABLES.into_iter().filter(|table| is_json(table)) {
            match value.get(table.name) {
                Some(Value::List(records)) if records.len() > MAX_ROWS => {
                    self.fault(table.name, &["more than 200000 rows"], "split the dataset");
                }
                Some(Value::List(records)) => self.table(table, records),
                Some(other) => {
                    self.fault(table.name, &["is ", other.kind()], "it is a list of records");
                }
                None => {
                    self.fault(table.name, &["missing"], "an empty list says that there is none")
                }
            }
        }
        for (key, _) in pairs {
            let known = ["format", "meta"].contains(&key.as_str())
                || TABLES.iter().any(|table| is_json(table) && table.name == key);
            if !known {
                self.fault(key, &["unknown key"], "remove it, or mend its name");
            }
        }
    }

    fn meta(&mut self, meta: Option<&Value>) {
        let Some(meta @ Value::Object(pairs)) = meta else {
            let hint = "it holds name, title, version, created, reporting and license";
            return self.fault("meta", &["missing"], hint);
        };
        let target = &mut self.raw.meta;
        target.whole = true;
        target.place = "meta.".into();
        for (key, slot) in [
            ("name", &mut target.name),
            ("title", &mut target.title),
            ("version", &mut target.version),
            ("created", &mut target.created),
            ("reporting", &mut target.reporting),
            ("license", &mut target.license),
        ] {
            *slot = meta.get(key).and_then(Value::as_text).unwrap_or_default().into();
        }
        target.versions = raw::versions(meta.get("versions"));
        for (key, _) in pairs {
            if !["name", "title", "version", "created", "reporting", "license", "versions"]
                .contains(&key.as_str())
            {
                self.fault(
                    &["meta.", key].concat(),
                    &["unknown key"],
                    "remove it, or mend its name",
                );
            }
        }
    }

    fn table(&mut self, table: &'static Table, records: &[Value]) {
        for (at, record) in records.iter().enumerate() {
            let path = [table.name, "[", &at.to_string(), "]"].concat();
            let Value::Object(pairs) = record else {
                self.raw.table_mut(table).whole = false;
                self.fault(&path, &["is ", record.kind()], "a record is an object");
                continue;
            };
            let mut cells = vec![Cell::Empty; table.width()];
            for (key, value) in pairs {
                self.field(table, &path, key, value, &mut cells);
            }
            let id = cells[0].clone();
            self.raw
                .table_mut(table)
                .rows
                .push(RawRow { cells, origin: RowOrigin::Path(path.clone()) });
            if let Some(citations) = record.get("citations").filter(|_| is_record(table)) {
                self.citations(&path, &id, citations);
            }
        }
    }

    fn field(&mut self, table: &Table, path: &str, key: &str, value: &Value, cells: &mut [Cell]) {
        // One partner or several, whatever the kind of record.
        let column = match key {
            "partner" | "partners" if table.find("partner").is_some() => "partner",
            "partner" | "partners" if table.find("partners").is_some() => "partners",
            "citations" if is_record(table) => return,
            _ => key,
        };
        let path = [path, ".", key].concat();
        let Some((at, kind)) = table.find(column) else {
            return self.fault(&path, &["unknown key"], "remove it, or mend its name");
        };
        if cells[at] != Cell::Empty {
            return self.fault(
                &path,
                &["a second value"],
                "give partner or partners, each key once",
            );
        }
        match (kind, value) {
            (_, Value::Null) => {}
            (Kind::Local(_), _) => {
                self.local(&path, value, &mut cells[at..at + Language::BUILT_IN.len()])
            }
            (Kind::Note, _) => cells[at] = self.note(&path, value),
            (Kind::Words, Value::Text(one)) if column != "records" => {
                cells[at] = Cell::List(vec![one.clone()]);
            }
            _ => cells[at] = cell(value),
        }
    }

    /// `{"en": …, "az": …}`
    fn local(&mut self, path: &str, value: &Value, cells: &mut [Cell]) {
        let Value::Object(pairs) = value else {
            let hint = "give an object with a text for each language";
            return self.fault(path, &["is ", value.kind()], hint);
        };
        for (code, text) in pairs {
            match Language::BUILT_IN.iter().position(|language| language.code() == code) {
                Some(at) if *text != Value::Null => cells[at] = cell(text),
                Some(_) => {}
                None => {
                    let hint = "the languages are en, az, ru, kk and tg";
                    self.fault(&[path, ".", code].concat(), &["unknown language"], hint);
                }
            }
        }
    }

    /// Adds a row to the notes, and gives the cell that points at it.
    fn note(&mut self, path: &str, value: &Value) -> Cell {
        let mut cells = vec![Cell::Empty; NOTES.width()];
        self.local(path, value, &mut cells[1..]);
        let notes = self.raw.table_mut(&NOTES);
        // Only the check sees these ids.
        let id = Cell::Text(["note", &notes.rows.len().to_string()].concat());
        cells[0] = id.clone();
        notes.rows.push(RawRow { cells, origin: RowOrigin::Path(path.into()) });
        id
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
            let mut cells = vec![Cell::Empty; CITATIONS.width()];
            cells[0] = id.clone();
            for (key, value) in pairs.iter().filter(|(_, value)| *value != Value::Null) {
                match CITATIONS.find(key) {
                    Some((at, _)) if at > 0 => {
                        // An empty list of evidence is no evidence.
                        let empty = value.as_list().is_some_and(<[Value]>::is_empty);
                        cells[at] = if empty { Cell::Empty } else { cell(value) };
                    }
                    _ => {
                        let path = [path.as_str(), ".", key].concat();
                        self.fault(&path, &["unknown key"], "remove it, or mend its name");
                    }
                }
            }
            let row = RawRow { cells, origin: RowOrigin::Path(path) };
            self.raw.table_mut(&CITATIONS).rows.push(row);
        }
    }
}

/// Notes and citations stand inside the records.
fn is_json(table: &Table) -> bool {
    table.name != NOTES.name && table.name != CITATIONS.name
}

/// Tables whose rows are cited.
fn is_record(table: &Table) -> bool {
    table.find("certainty").is_some()
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
