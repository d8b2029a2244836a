//! A data package: `datapackage.json` and a CSV file for each table that has rows.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::check::{Checked, check};
use super::csv_file;
use super::diagnostic::{Diagnostic, Place, Severity};
use super::edtf::Day;
use super::folder::Folder;
use super::language::Language;
use super::model::Dataset;
use super::pause::at_once;
use super::raw::Raw;
use super::raw_meta::RawMeta;
use super::schema::{FIGURES, MAX_BYTES, MAX_ROWS, TABLES};
use super::value::Value;

const PACKAGE: &str = "datapackage.json";

/// Reads and checks the package in a folder.
pub fn read_dir(dir: &Path) -> Result<Dataset, Vec<Diagnostic>> {
    check_dir(dir).map(|(dataset, _)| dataset)
}

/// As [`read_dir`], with the warnings and notices beside the dataset. What is wrong is in the order
/// of files, lines and columns.
pub fn check_dir(dir: &Path) -> Checked {
    check_folder(dir, today())
}

/// As [`check_dir`], of files in memory, each with its name. What lies ahead is planned only where
/// the package says when it was made.
pub fn check_files(files: &[(String, Vec<u8>)]) -> Checked {
    check_folder(files, None)
}

/// Today in UTC; none where the clock stands before 1970.
fn today() -> Option<Day> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    i32::try_from(since.as_secs() / 86_400).ok().map(Day)
}

fn check_folder(folder: &(impl Folder + ?Sized), today: Option<Day>) -> Checked {
    let mut reader = Reader { folder, bytes: 0, found: Vec::new() };
    let mut raw = Raw { today, ..Raw::empty() };
    let package = reader.package();
    raw.meta = meta(package.as_ref(), folder);
    let resources = package.as_ref().and_then(|package| package.get("resources"));
    let resources = resources.and_then(Value::as_list).unwrap_or_default();
    // What texts without a language are in.
    let named = raw.meta.languages.first().and_then(|tag| Language::from_tag(tag));
    let parts = parts(folder);
    let files = TABLES.into_iter().map(|table| (table, format!("{}.csv", table.name)));
    for (table, name) in files.chain(parts.into_iter().map(|name| (&FIGURES, name))) {
        let file = folder.label(&name);
        let slot = raw.table_mut(table);
        match reader.read(&name) {
            Ok(Some(bytes)) => {
                let language = named.unwrap_or_default();
                let part = csv_file::read(table, &file, &bytes, language, &mut reader.found);
                if part.whole {
                    reader.compare_schema(resources, &name, &bytes, part.separator);
                }
                if slot.rows.len() + part.rows.len() > MAX_ROWS {
                    let what = "more than 200000 rows in all parts of a table";
                    let place = reader.whole(&name);
                    reader.found.push(Diagnostic::error(place, what, "split the dataset"));
                } else {
                    slot.add(part);
                }
            }
            Ok(None) => {}
            Err(diagnostic) => {
                slot.whole = false;
                reader.found.push(*diagnostic);
            }
        }
    }
    let checked = at_once(check(&raw, reader.found));
    checked.map(|(dataset, found)| (dataset, sorted(found))).map_err(sorted)
}

/// The further files of figures, by name: a series of its own that may be left out.
fn parts(folder: &(impl Folder + ?Sized)) -> Vec<String> {
    let names = folder.names("").into_iter();
    let mut parts: Vec<String> =
        names.filter(|name| name.starts_with("figures-") && name.ends_with(".csv")).collect();
    parts.sort();
    parts
}

struct Reader<'a, F: Folder + ?Sized> {
    folder: &'a F,
    /// How many were read.
    bytes: usize,
    found: Vec<Diagnostic>,
}

impl<F: Folder + ?Sized> Reader<'_, F> {
    /// The bytes of a file; none where there is no file of this name.
    fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
        match self.folder.read(name, MAX_BYTES - self.bytes) {
            Ok(bytes) => {
                self.bytes += bytes.as_ref().map_or(0, Vec::len);
                Ok(bytes)
            }
            Err((what, hint)) => Err(Box::new(Diagnostic::error(self.whole(name), what, hint))),
        }
    }

    fn whole(&self, name: &str) -> Place {
        Place::File { file: self.folder.label(name), line: 0, column: 0 }
    }

    fn package(&mut self) -> Option<Value> {
        let place = self.whole(PACKAGE);
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
                let file = self.folder.label(PACKAGE);
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
            let file = self.folder.label(PACKAGE);
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

fn meta(package: Option<&Value>, folder: &(impl Folder + ?Sized)) -> RawMeta {
    let place = format!("{}: ", folder.label(PACKAGE));
    let mut meta = RawMeta { place, ..RawMeta::default() };
    let Some(package) = package else { return meta };
    meta.take(package);
    let licenses = package.get("licenses").and_then(Value::as_list).unwrap_or_default();
    let license = licenses.first().and_then(|one| one.get("name").or(one.get("title")));
    meta.license = license.and_then(Value::as_text).unwrap_or_default().into();
    if meta.name.is_empty() {
        meta.name = folder.name();
    }
    meta
}
