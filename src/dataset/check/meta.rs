//! The package's own properties.

use super::super::diagnostic::Diagnostic;
use super::super::edtf::Edtf;
use super::super::model::{Code, Meta};
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
        }
    }

    fn property(&mut self, property: &str, what: &str, hint: &str) {
        let place = self.raw.meta.at(property);
        self.found.push(Diagnostic { place, what: what.into(), hint: hint.into() });
    }
}
