//! The package's own properties.

use super::super::diagnostic::Diagnostic;
use super::super::edtf::Edtf;
use super::super::language::Language;
use super::super::model::{Code, Meta, Version};
use super::{Check, text};

/// The most characters of a property.
const LIMIT: usize = 200;

impl Check<'_> {
    pub fn meta(&mut self) -> Meta {
        let meta = &self.raw.meta;
        if !meta.whole {
            return Meta::default();
        }
        for (property, text) in [
            ("name", &meta.name),
            ("title", &meta.title),
            ("version", &meta.version),
            ("license", &meta.license),
        ] {
            if text.is_empty() {
                self.property(property, "missing", "every dataset names it");
            } else if text::fault_of(text, LIMIT).is_some() {
                let hint = "plain text of at most 200 characters";
                self.property(property, "not a plain text", hint);
            }
        }
        match meta.created.get(..10).map(Edtf::parse) {
            Some(Ok(Edtf::Date(date))) if date.day > 0 => self.created = Some(date.first()),
            _ => self.property("created", "not a day", "write it as 2026-11-21"),
        }
        let reporting = Code::parse(&meta.reporting);
        if reporting.is_none() {
            let hint = "the country whose trade it is, as an ISO 3166-1 alpha-2 code";
            self.property("reporting", "not a country", hint);
        }
        Meta {
            name: meta.name.clone(),
            title: meta.title.clone(),
            version: meta.version.clone(),
            created: self.created.unwrap_or_default(),
            reporting: reporting.unwrap_or_default(),
            license: meta.license.clone(),
            versions: self.versions(),
            languages: Language::BUILT_IN.into(),
        }
    }

    /// The newest first, which is that of the data.
    fn versions(&mut self) -> Vec<Version> {
        let meta = &self.raw.meta;
        let mut versions: Vec<Version> = Vec::new();
        for (at, raw) in meta.versions.iter().enumerate() {
            let place = ["versions[", &at.to_string(), "]."].concat();
            let mut fault = |name: &str, what: &str, hint: &str| {
                self.property(&[&place, name].concat(), what, hint);
            };
            let fits = |text: &str| text::fault_of(text, LIMIT).is_none();
            if raw.version.is_empty() || !fits(&raw.version) {
                fault("version", "not a version", "write it as 1.2.0");
            } else if at == 0 && raw.version != meta.version {
                fault("version", "not the version of the data", "the newest version comes first");
            }
            if raw.note.is_empty() || !raw.note.iter().all(|(_, text)| fits(text)) {
                let hint = "say what has changed, in plain text of at most 200 characters";
                fault("note", "not a plain text", hint);
            }
            let date = match Edtf::parse(&raw.date) {
                Ok(Edtf::Date(date)) if date.day > 0 => date.first(),
                _ => {
                    fault("date", "not a day", "write it as 2026-11-21");
                    continue;
                }
            };
            if versions.last().is_some_and(|newer| newer.date < date) {
                fault("date", "later than the version before it", "the newest version comes first");
            }
            versions.push(Version { version: raw.version.clone(), date, note: raw.note.clone() });
        }
        versions
    }

    fn property(&mut self, property: &str, what: &str, hint: &str) {
        let place = self.raw.meta.at(property);
        self.found.push(Diagnostic { place, what: what.into(), hint: hint.into() });
    }
}
