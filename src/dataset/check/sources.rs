//! Where records come from that name their source themselves, or none.

use super::super::model::{Citation, Dataset, Meta, Source};
use super::super::schema::{CITATIONS, EVENTS, FIGURES, PEOPLE, PROJECTS, SECTORS, SOURCES};
use super::super::vocabulary::{Basis, SourceKind};
use super::cells::{Row, is_plain, meant};
use super::web::{host, is_web_address};
use super::{Check, rules};

impl Check<'_> {
    pub(super) fn index_urls(&mut self) {
        for row in self.rows(&SOURCES) {
            if !row.is_empty("url") {
                self.urls.insert(row.shown("url").into(), row.row);
            }
        }
    }

    /// The sources that the record's own cell names.
    pub(super) fn cite_own(&mut self, row: Row, citations: &mut Vec<Citation>) {
        for text in self.list(row, "source").iter().filter(|text| !text.is_empty()) {
            if let Some(source) = self.named_source(row, text) {
                let cite = Citation { source, paragraph: None, evidence: Vec::new() };
                if citations.iter().all(|known| known.source != source) {
                    citations.push(cite);
                }
            }
        }
    }

    /// A source by its id, its address, or its name.
    fn named_source(&mut self, row: Row, text: &str) -> Option<u32> {
        let known = self.sources.get(text).or_else(|| self.urls.get(text));
        if let Some(at) = known {
            let table = self.raw.table(&SOURCES);
            if (Row { table, row: at }).shown("kind") == SourceKind::Document.as_str() {
                self.fault(row, "source", &rules::DOCUMENT_WITHOUT_PLACE, text);
            }
            return Some(at as u32);
        }
        // What has the form of an id is one, where there are ids.
        if is_plain(text) && self.has_rows(&SOURCES) {
            self.fault(row, "source", &rules::UNKNOWN_SOURCE, text);
            let near = meant(text, self.sources.keys());
            self.mend_hint([&*near, rules::UNKNOWN_SOURCE.hint].concat());
            return None;
        }
        if text.contains("://") && !is_web_address(text) {
            self.fault(row, "source", &rules::URL, text);
            return None;
        }
        Some(self.inline_source(text))
    }

    fn inline_source(&mut self, text: &str) -> u32 {
        let first = self.raw.table(&SOURCES).rows.len();
        if let Some(at) = self.inline.get(text) {
            return (first + at) as u32;
        }
        let at = self.inline_sources.len();
        let is_url = is_web_address(text);
        let mut number = at + 1;
        let name = |number: usize| ["source-", &number.to_string()].concat();
        while self.sources.get(&name(number)).is_some() {
            number += first;
        }
        self.inline.insert(text.into(), at);
        self.inline_sources.push(Source {
            id: name(number),
            kind: SourceKind::Publication,
            publisher: if is_url { host(text) } else { text }.into(),
            published_basis: Basis::None,
            url: is_url.then(|| text.into()),
            ..Source::default()
        });
        (first + at) as u32
    }

    /// The source that the package names for all; where no record names any at all, the package
    /// itself.
    pub(super) fn find_default_source(&mut self, meta: &Meta) {
        let text = self.raw.meta.default_source.clone();
        let tables = [&FIGURES, &EVENTS, &PROJECTS, &SECTORS, &PEOPLE];
        if !text.is_empty() {
            let known = self.sources.get(&text).or_else(|| self.urls.get(&text));
            if text.contains("://") && !is_web_address(&text) {
                self.property("default_source", "not a web address", rules::URL.hint);
            } else if known.is_none() && is_plain(&text) && self.has_rows(&SOURCES) {
                self.property("default_source", "unknown source", rules::UNKNOWN_SOURCE.hint);
            }
            let at = known.map(|at| at as u32);
            self.default_source = Some(at.unwrap_or_else(|| self.inline_source(&text)));
            return;
        }
        let names_any = |row: Row| !row.is_empty("source");
        let is_cited = self.has_rows(&CITATIONS)
            || self.has_rows(&SOURCES)
            || tables.iter().any(|table| self.rows(table).any(names_any));
        if !is_cited && tables.iter().any(|table| !self.raw.table(table).rows.is_empty()) {
            self.default_source = Some(self.inline_source(&meta.title));
            let hint = "name a default_source, or give records a source";
            self.warn("default_source", "no record names its source", hint);
        }
    }

    pub(super) fn use_inline_sources(&mut self, dataset: &mut Dataset) {
        dataset.sources.append(&mut self.inline_sources);
    }
}
