//! A data package on disk: `datapackage.json` and one CSV a table.

use std::fs;
use std::path::Path;

use super::check::check;
use super::csv_file;
use super::diagnostic::{Diagnostic, Place};
use super::model::Dataset;
use super::raw::{self, Raw, RawMeta};
use super::schema::{MAX_FILE_BYTES, TABLES, Table};
use super::value::Value;

const PACKAGE: &str = "datapackage.json";

/// Reads and checks the package in a folder.
pub fn read_dir(dir: &Path) -> Result<Dataset, Vec<Diagnostic>> {
    let mut found = Vec::new();
    let mut raw = Raw::empty();
    raw.meta = read_package(dir, &mut found);
    for (slot, table) in raw.tables.iter_mut().zip(TABLES) {
        let path = dir.join(table.name).with_extension("csv");
        let file = path.display().to_string();
        match fs::read(&path) {
            Ok(bytes) => *slot = csv_file::read(table, &file, &bytes, &mut found),
            Err(error) => {
                slot.whole = false;
                found.push(unreadable(file, &error));
            }
        }
    }
    check(&raw, found).map_err(sorted)
}

fn unreadable(file: String, error: &std::io::Error) -> Diagnostic {
    let what = match error.kind() {
        std::io::ErrorKind::NotFound => "missing file".into(),
        _ => format!("unreadable file: {error}"),
    };
    let hint = "a package holds datapackage.json and one CSV for each table".into();
    Diagnostic { place: Place::File { file, line: 0, column: 0 }, what, hint }
}

/// By file, line and column.
fn sorted(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by(|a, b| match (&a.place, &b.place) {
        (
            Place::File { file: file_a, line: line_a, column: column_a },
            Place::File { file: file_b, line: line_b, column: column_b },
        ) => (file_a, line_a, column_a).cmp(&(file_b, line_b, column_b)),
        (Place::Path(a), Place::Path(b)) => a.cmp(b),
        (Place::Path(_), Place::File { .. }) => core::cmp::Ordering::Less,
        (Place::File { .. }, Place::Path(_)) => core::cmp::Ordering::Greater,
    });
    found
}

fn read_package(dir: &Path, found: &mut Vec<Diagnostic>) -> RawMeta {
    let path = dir.join(PACKAGE);
    let file = path.display().to_string();
    let nothing = RawMeta::default();
    let bytes = match fs::read(&path) {
        Ok(bytes) if bytes.len() <= MAX_FILE_BYTES => bytes,
        Ok(_) => {
            let place = Place::File { file, line: 0, column: 0 };
            let (what, hint) = ("file larger than 32 MiB".into(), "shorten it".into());
            found.push(Diagnostic { place, what, hint });
            return nothing;
        }
        Err(error) => {
            found.push(unreadable(file, &error));
            return nothing;
        }
    };
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(package) => {
            compare_schemas(&package, &file, found);
            meta(&package, format!("{file}: "))
        }
        Err(error) => {
            let (line, column) = (error.line() as u32, error.column() as u32);
            let place = Place::File { file, line, column };
            let hint = "mend the JSON: quotes, commas and brackets".into();
            found.push(Diagnostic { place, what: "not JSON".into(), hint });
            nothing
        }
    }
}

fn meta(package: &Value, place: String) -> RawMeta {
    let text = |key| package.get(key).and_then(Value::as_text).unwrap_or_default().to_string();
    let licenses = package.get("licenses").and_then(Value::as_list).unwrap_or_default();
    let license = licenses.first().and_then(|one| one.get("name")).and_then(Value::as_text);
    RawMeta {
        name: text("name"),
        title: text("title"),
        version: text("version"),
        created: text("created"),
        reporting: text("reporting"),
        license: license.unwrap_or_default().into(),
        versions: raw::versions(package.get("versions")),
        place,
        whole: true,
    }
}

/// The package's own schemas say what the code says.
fn compare_schemas(package: &Value, file: &str, found: &mut Vec<Diagnostic>) {
    let resources = package.get("resources").and_then(Value::as_list).unwrap_or_default();
    for table in TABLES {
        let path = format!("{}.csv", table.name);
        let resource = resources
            .iter()
            .find(|resource| resource.get("path").and_then(Value::as_text) == Some(&path));
        let what = match resource {
            None => format!("no resource for {path}"),
            Some(resource) if fields(resource) != table.header() => {
                format!("schema of {path} with other fields")
            }
            Some(_) => continue,
        };
        found.push(Diagnostic {
            place: Place::Path(format!("{file}: resources")),
            what,
            hint: hint(table),
        });
    }
}

fn hint(table: &Table) -> String {
    format!("its schema's fields are {}", table.header().join(","))
}

fn fields(resource: &Value) -> Vec<&str> {
    let schema = resource.get("schema").and_then(|schema| schema.get("fields"));
    let fields = schema.and_then(Value::as_list).unwrap_or_default();
    fields.iter().filter_map(|field| field.get("name")).filter_map(Value::as_text).collect()
}
