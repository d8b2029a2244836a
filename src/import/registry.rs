//! What rows refer to, made once each: ids, notes, sources, words of the package's own.

use std::collections::HashMap;

use super::currencies::is_currency;
use super::draft::Draft;
use super::pending::Pending;
use super::told::Saying;
use super::{sayings, words, write};

impl Draft<'_> {
    /// Whether a text can be a record's id, and none has it.
    pub(super) fn is_free(&self, id: &str) -> bool {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !id.is_empty() && id.len() <= 64 && id.bytes().all(plain) && !self.ids.contains(id)
    }

    /// An id for a record: its own where that is free.
    pub(super) fn id(&mut self, letter: &'static str, own: Option<&str>) -> String {
        if let Some(own) = own.filter(|own| self.is_free(own)) {
            self.ids.insert(own.to_owned());
            return own.to_owned();
        }
        loop {
            let count = self.counted.entry(letter).or_default();
            *count += 1;
            let id = format!("{letter}{count}");
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }

    /// The id of a note of these parts; empty where there are none.
    pub(super) fn note(&mut self, parts: &[String]) -> String {
        if parts.is_empty() {
            return String::new();
        }
        let text = parts.join("; ");
        if let Some(id) = self.notes.get(&text) {
            return id.clone();
        }
        let id = self.id("n", None);
        let column = format!("text_{}", self.answers.language());
        self.row("notes", &[("id", id.clone()), (&column, text.clone())], &[]);
        self.notes.insert(text, id.clone());
        id
    }

    /// The id of a note in several languages: columns `text_en` and texts.
    pub(super) fn local_note(&mut self, texts: &[(String, String)]) -> String {
        let key: Vec<String> =
            texts.iter().map(|(column, text)| format!("{column}={text}")).collect();
        let key = key.join("\n");
        if let Some(id) = self.notes.get(&key) {
            return id.clone();
        }
        let id = self.id("n", None);
        let mut cells = vec![("id", id.clone())];
        cells.extend(texts.iter().map(|(column, text)| (column.as_str(), text.clone())));
        self.row("notes", &cells, &[]);
        self.notes.insert(key, id.clone());
        id
    }

    /// Keeps an id from being given to another.
    pub(super) fn reserve(&mut self, id: &str) {
        self.ids.insert(id.to_owned());
    }

    /// The id of a source that an exported table describes.
    pub(super) fn exported_source(&mut self, said: &HashMap<&str, String>) -> String {
        let text = |name: &str| said.get(name).cloned().unwrap_or_default();
        let (title, publisher, reference) = (text("title"), text("publisher"), text("reference"));
        let key = [format!("{title}\n{publisher}"), reference.clone()];
        if let Some(id) = self.sources_known.get(&key) {
            return id.clone();
        }
        let id = self.id("s", None);
        let is_web = reference.starts_with("http");
        // A document has a name; the exported table has its address instead, where it has one.
        let name = reference.rsplit('/').find(|part| !part.is_empty()).unwrap_or("").to_owned();
        let is_document = !is_web || said.get("paragraph").is_some_and(|at| !at.is_empty());
        let cells = [
            ("id", id.clone()),
            ("kind", if is_document { "document" } else { "publication" }.to_owned()),
            ("publisher", publisher),
            ("title", title),
            ("published_basis", "none".to_owned()),
            ("url", if is_web { reference } else { String::new() }),
            ("file", if is_document { name.replace([':', '\\'], "-") } else { String::new() }),
        ];
        self.row("sources", &cells, &[]);
        self.sources_known.insert(key, id.clone());
        id
    }

    /// A word of the package's own: its key.
    pub(super) fn term(&mut self, list: &str, label: &str) -> String {
        let known = (list.to_owned(), label.to_owned());
        if let Some(key) = self.terms.get(&known) {
            return key.clone();
        }
        let slug = write::slug(label);
        let key = if slug.is_empty() || self.terms.values().any(|key| *key == slug) {
            format!("{list}-{}", self.terms.len() + 1)
        } else {
            slug
        };
        let column = format!("label_{}", self.answers.language());
        let cells = [("list", list.to_owned()), ("key", key.clone()), (&column, label.to_owned())];
        self.row("terms", &cells, &[]);
        self.terms.insert(known, key.clone());
        key
    }

    /// The measure of a value in a unit that is no currency: in tonnes, exports are another measure
    /// than in money. The package declares it, and the unit.
    pub(super) fn own_measure(&mut self, grid: usize, measure: &str, unit: &str) -> String {
        let is_known = words::unit(unit).as_deref() == Some(unit);
        if is_currency(unit) || !is_known || unit == "ratio" {
            return measure.to_owned();
        }
        if unit != "count" {
            self.declare("unit", unit, unit, "");
        }
        if !["turnover", "exports", "imports"].contains(&measure) {
            return measure.to_owned();
        }
        let key = format!("{measure}-{unit}");
        let label = format!("{}{}, {unit}", measure[..1].to_uppercase(), &measure[1..]);
        if self.declare("measure", &key, &label, unit) {
            let place = self.grids[grid].name.clone();
            let what = Saying::of(sayings::OWN_MEASURE).text("unit", unit).text("text", label);
            self.infer(&place, what);
        }
        key
    }

    /// Adds a word of the package's own under its key; false where it has it.
    fn declare(&mut self, list: &str, key: &str, label: &str, units: &str) -> bool {
        let column = format!("label_{}", self.answers.language());
        let cells = [
            ("list", list.to_owned()),
            ("key", key.to_owned()),
            (&column, label.to_owned()),
            ("units", units.to_owned()),
        ];
        let table = self.table("terms", &[]);
        let at = |name: &str| table.columns.iter().position(|column| column == name);
        let is_it = |cells: &[String]| {
            let is = |name: &str, text: &str| at(name).is_some_and(|at| cells[at] == text);
            is("list", list) && is("key", key)
        };
        let is_new = !table.rows.iter().any(|row| is_it(&row.cells));
        is_new && self.row("terms", &cells, &[])
    }

    /// The id of the source that a row names, or of its sheet or file.
    pub(super) fn source(&mut self, grid: usize, named: Option<&str>, url: Option<&str>) -> String {
        let url = url.filter(|url| url.starts_with("http")).unwrap_or("");
        let (title, url) = match named.unwrap_or("") {
            address if address.starts_with("http") => ("", address),
            title => (title, url),
        };
        let file = self.sources[grid].rsplit('/').next().unwrap_or("").to_owned();
        let sheet = self.grids[grid].name.clone();
        // A workbook is one document, however many of its sheets are read.
        let several = self.sources.iter().filter(|one| **one == self.sources[grid]).count() > 1;
        let title = match title {
            "" if url.is_empty() => {
                if several {
                    file.clone()
                } else {
                    sheet
                }
            }
            title => title.to_owned(),
        };
        let known = [format!("{title}\n{file}"), url.to_owned()];
        if let Some(id) = self.sources_known.get(&known) {
            return id.clone();
        }
        let id = self.id("s", None);
        self.pending.push(Pending { id: id.clone(), title, url: url.to_owned(), file });
        self.sources_known.insert(known, id.clone());
        id
    }
}
