//! A data package on disk: `datapackage.json` and a CSV file for each table that has rows.

use std::fs;
use std::path::Path;

use super::check::{Checked, check};
use super::csv_file;
use super::diagnostic::{Diagnostic, Place, Severity};
use super::language::Language;
use super::model::Dataset;
use super::plain_file::{Unread, read_plain};
use super::raw::{Raw, RawMeta};
use super::schema::{FIGURES, MAX_BYTES, MAX_ROWS, TABLES};
use super::value::Value;

const PACKAGE: &str = "datapackage.json";
const BEYOND_BYTES: &str = "package larger than 32 MiB";

/// Reads and checks the package in a folder.
pub fn read_dir(dir: &Path) -> Result<Dataset, Vec<Diagnostic>> {
    check_dir(dir).map(|(dataset, _)| dataset)
}

/// As [`read_dir`], with the warnings and notices beside the dataset. What is wrong is in the order
/// of files, lines and columns.
pub fn check_dir(dir: &Path) -> Checked {
    let mut folder = Folder { dir, bytes: 0, found: Vec::new() };
    let mut raw = Raw::empty();
    let package = folder.package();
    raw.meta = meta(package.as_ref(), dir);
    let resources = package.as_ref().and_then(|package| package.get("resources"));
    let resources = resources.and_then(Value::as_list).unwrap_or_default();
    // What texts without a language are in.
    let named = raw.meta.languages.first().and_then(|tag| Language::from_tag(tag));
    let parts = parts(dir);
    let files = TABLES.into_iter().map(|table| (table, format!("{}.csv", table.name)));
    for (table, name) in files.chain(parts.into_iter().map(|name| (&FIGURES, name))) {
        let file = dir.join(&name).display().to_string();
        let slot = raw.table_mut(table);
        match folder.read(&name) {
            Ok(Some(bytes)) => {
                let language = named.unwrap_or_default();
                let part = csv_file::read(table, &file, &bytes, language, &mut folder.found);
                if part.whole {
                    folder.compare_schema(resources, &name, &bytes, part.separator);
                }
                if slot.rows.len() + part.rows.len() > MAX_ROWS {
                    let what = "more than 200000 rows in all parts of a table";
                    folder.found.push(Diagnostic::error(
                        whole(&dir.join(&name)),
                        what,
                        "split the dataset",
                    ));
                } else {
                    slot.add(part);
                }
            }
            Ok(None) => {}
            Err(diagnostic) => {
                slot.whole = false;
                folder.found.push(*diagnostic);
            }
        }
    }
    check(&raw, folder.found).map(|(dataset, found)| (dataset, sorted(found))).map_err(sorted)
}

/// The further files of figures, by name: a series of its own that may be left out.
fn parts(dir: &Path) -> Vec<String> {
    let files = fs::read_dir(dir).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    let mut parts: Vec<String> =
        names.filter(|name| name.starts_with("figures-") && name.ends_with(".csv")).collect();
    parts.sort();
    parts
}

struct Folder<'a> {
    dir: &'a Path,
    /// How many were read.
    bytes: usize,
    found: Vec<Diagnostic>,
}

impl Folder<'_> {
    /// The bytes of a file; none where there is no file of this name.
    fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
        let path = self.dir.join(name);
        let place = whole(&path);
        let fault =
            |what: String, hint: &str| Err(Box::new(Diagnostic::error(place.clone(), what, hint)));
        let left = (MAX_BYTES - self.bytes) as u64;
        let bytes = match read_plain(&path, left) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(None),
            Err(Unread::NoFile(what, hint)) => return fault(what.into(), hint),
            Err(Unread::Larger) => return fault(BEYOND_BYTES.into(), "split the dataset"),
            Err(Unread::Failed(error)) => {
                return fault(format!("unreadable file: {error}"), "give leave to read it");
            }
        };
        self.bytes += bytes.len();
        Ok(Some(bytes))
    }

    fn package(&mut self) -> Option<Value> {
        let place = whole(&self.dir.join(PACKAGE));
        let bytes = match self.read(PACKAGE) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => {
                let hint =
                    "it holds at least {\"reporting\": \"..\"}, the country whose trade it is";
                self.found.push(Diagnostic::error(place, "missing file", hint));
                return None;
            }
            Err(diagnostic) => {
                self.found.push(*diagnostic);
                return None;
            }
        };
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        match serde_json::from_slice::<Value>(text) {
            Ok(package @ Value::Object(_)) => Some(package),
            Ok(other) => {
                let what = format!("is {}", other.kind());
                self.found.push(Diagnostic::error(place, what, "a package is an object"));
                None
            }
            Err(error) => {
                let file = self.dir.join(PACKAGE).display().to_string();
                let (line, column) = (error.line() as u32, error.column() as u32);
                let place = Place::File { file, line, column };
                let hint = "mend the JSON: quotes, commas and brackets";
                self.found.push(Diagnostic::error(place, "not JSON", hint));
                None
            }
        }
    }

    /// What the package itself says of a table agrees with its header.
    fn compare_schema(&mut self, resources: &[Value], name: &str, bytes: &[u8], separator: u8) {
        let path = |resource: &&Value| resource.get("path").and_then(Value::as_text) == Some(name);
        let place = || {
            let file = self.dir.join(PACKAGE).display().to_string();
            Place::Path(format!("{file}: resources"))
        };
        let Some(resource) = resources.iter().find(path) else {
            if !resources.is_empty() {
                self.found.push(Diagnostic {
                    severity: Severity::Warning,
                    place: place(),
                    what: format!("no resource for {name}"),
                    hint: "describe it too, or leave resources out".into(),
                });
            }
            return;
        };
        let Some(fields) = resource.get("schema").and_then(|schema| schema.get("fields")) else {
            return;
        };
        let fields = fields.as_list().unwrap_or_default();
        let fields: Vec<&str> = fields
            .iter()
            .filter_map(|field| field.get("name"))
            .filter_map(Value::as_text)
            .collect();
        let header = csv_file::header(bytes, separator);
        if fields != header {
            let hint = format!("its schema's fields are {}", header.join(","));
            let what = format!("schema of {name} with other fields");
            let severity = Severity::Warning;
            self.found.push(Diagnostic { severity, place: place(), what, hint });
        }
    }
}

fn whole(path: &Path) -> Place {
    Place::File { file: path.display().to_string(), line: 0, column: 0 }
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

fn meta(package: Option<&Value>, dir: &Path) -> RawMeta {
    let place = format!("{}: ", dir.join(PACKAGE).display());
    let mut meta = RawMeta { place, ..RawMeta::default() };
    let Some(package) = package else { return meta };
    meta.take(package);
    let licenses = package.get("licenses").and_then(Value::as_list).unwrap_or_default();
    let license = licenses.first().and_then(|one| one.get("name").or(one.get("title")));
    meta.license = license.and_then(Value::as_text).unwrap_or_default().into();
    if meta.name.is_empty() {
        meta.name = slug(dir);
    }
    meta
}

/// A name made of the folder's.
fn slug(dir: &Path) -> String {
    let folder = dir.canonicalize().unwrap_or(dir.into());
    let folder = folder.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain = |char: char| if char.is_alphanumeric() { char } else { '-' };
    let name: String = folder.chars().map(plain).take(64).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "dataset".into() } else { name.into() }
}
