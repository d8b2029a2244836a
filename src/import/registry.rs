//! What rows refer to, made once each: ids, notes, sources, words of the package's own.

use std::collections::HashMap;

use super::draft::Draft;
use super::made::{Part, Unwritten, joined};
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
    pub(super) fn note(&mut self, parts: Vec<Part>) -> String {
        if parts.is_empty() {
            return String::new();
        }
        let text = joined(&parts, "; ", "en");
        if let Some(id) = self.notes.get(&text) {
            return id.clone();
        }
        let id = self.id("n", None);
        self.make(
            "notes",
            &[("id", id.clone())],
            Unwritten { table: "notes", row: 0, column: "text", parts, between: "; " },
        );
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
            ("title_from", text("title_from")),
            ("published_basis", "none".to_owned()),
            ("url", if is_web { reference } else { String::new() }),
            ("file", if is_document { name.replace([':', '\\'], "-") } else { String::new() }),
        ];
        self.row("sources", &cells, &[]);
        self.sources_known.insert(key, id.clone());
        id
    }

    /// A word of the package's own: its key.
    pub(super) fn term(&mut self, list: &'static str, label: Part) -> String {
        self.word(list, vec![label], None, "").0
    }

    /// The key of a word of the package's own, and whether it is new: as wanted, else by its label.
    fn word(
        &mut self,
        list: &'static str,
        label: Vec<Part>,
        wanted: Option<&str>,
        units: &str,
    ) -> (String, bool) {
        let text = joined(&label, "", "en");
        let known = (list.to_owned(), text);
        if let Some(key) = self.terms.get(&known) {
            return (key.clone(), false);
        }
        let slug = wanted.map_or_else(|| write::slug(&known.1), String::from);
        // Units keep their keys: values are written in them.
        let is_taken = list != "unit" && self.terms.values().any(|key| *key == slug);
        let key = if slug.is_empty() || is_taken {
            format!("{list}-{}", self.terms.len() + 1)
        } else {
            slug
        };
        let is_declared = self.is_declared(list, &key);
        if !is_declared {
            let cells =
                [("list", list.to_owned()), ("key", key.clone()), ("units", units.to_owned())];
            let label =
                Unwritten { table: "terms", row: 0, column: "label", parts: label, between: "" };
            self.make("terms", &cells, label);
        }
        self.terms.insert(known, key.clone());
        (key, !is_declared)
    }

    /// Whether a table of the package's own has the word.
    fn is_declared(&self, list: &str, key: &str) -> bool {
        let Some(table) = self.tables().iter().find(|table| table.name == "terms") else {
            return false;
        };
        let at = |name: &str| table.columns.iter().position(|column| column == name);
        let (Some(lists), Some(keys)) = (at("list"), at("key")) else { return false };
        let is =
            |cells: &[String], at: usize, text: &str| cells.get(at).is_some_and(|it| it == text);
        table.rows.iter().any(|row| is(&row.cells, lists, list) && is(&row.cells, keys, key))
    }

    /// Adds a row with a text that is written later.
    fn make(&mut self, table: &'static str, cells: &[(&str, String)], text: Unwritten) {
        let row = self.table(table, &[]).rows.len();
        if self.row(table, cells, &[]) {
            self.made.push(Unwritten { row, ..text });
        }
    }

    /// The measure of a value that is of a part of the trade, by its code and name, or in a unit that is
    /// no currency: neither is the whole trade in money. The package declares it, and the unit.
    pub(super) fn own_measure(
        &mut self,
        grid: usize,
        measure: &str,
        unit: &str,
        part: Option<(String, String)>,
    ) -> String {
        let known = ["turnover", "exports", "imports"].into_iter().find(|known| *known == measure);
        let own = words::own_unit(unit);
        if let Some(unit) = own {
            self.word("unit", vec![Part::made(unit)], Some(unit), "");
        }
        let Some(known) = known.filter(|_| own.is_some() || part.is_some()) else {
            return measure.to_owned();
        };
        let (mut key, mut label) = (known.to_owned(), vec![Part::made(known)]);
        if let Some((code, name)) = &part {
            let slug = write::slug(code);
            key = if slug.is_empty() { slug } else { [&key, "-", &slug].concat() };
            label.extend([Part::given(": "), Part::given(name)]);
        }
        if let Some(unit) = own {
            key = if key.is_empty() { key } else { [&key, "-", unit].concat() };
            label.extend([Part::given(", "), Part::made(unit)]);
        }
        let text = joined(&label, "", self.answers.language());
        let (key, is_new) = self.word("measure", label, Some(&key), own.unwrap_or(""));
        if is_new {
            let place = self.grids[grid].name.clone();
            let what = match part {
                Some((_, name)) => Saying::of(sayings::OWN_PART).text("part", name),
                None => Saying::of(sayings::OWN_MEASURE).text("unit", unit),
            };
            self.infer(&place, what.text("text", text));
        }
        key
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
