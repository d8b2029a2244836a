//! The package's own properties; all but the reporting country may be left out.

use super::super::code::Code;
use super::super::diagnostic::{Diagnostic, Severity};
use super::super::edtf::Edtf;
use super::super::language::{Language, LocalText};
use super::super::model::{Dataset, Meta, Partner, Version};
use super::super::schema::PARTNERS;
use super::codes::{COUNTRIES, is_listed, official};
use super::{Check, text};

/// The most characters of a property.
const LIMIT: usize = 200;
const LANGUAGES: usize = 64;

impl Check<'_> {
    pub(super) fn meta(&mut self) -> Meta {
        let meta = &self.raw.meta;
        if !meta.whole {
            return Meta::default();
        }
        for (property, kind) in &meta.odd {
            self.property(property, &["is ", kind].concat(), "write a text");
        }
        for (property, text) in [
            ("name", &meta.name),
            ("title", &meta.title),
            ("version", &meta.version),
            ("license", &meta.license),
            ("default_source", &meta.default_source),
        ] {
            let limit = if property == "default_source" { 600 } else { LIMIT };
            if text::fault_of(text, limit).is_some() {
                let hint = "plain text of at most 200 characters";
                self.property(property, "not a plain text", hint);
            }
        }
        if meta.titles.iter().any(|(_, title)| text::fault_of(title, LIMIT).is_some()) {
            let hint = "plain texts of at most 200 characters, by language";
            self.property("titles", "not a plain text", hint);
        }
        for tag in &meta.languages {
            if Language::from_tag(tag).is_none() {
                let hint = "list the first parts of BCP 47 tags, such as en";
                self.property("languages", &["unknown language \"", tag, "\""].concat(), hint);
            }
        }
        if self.languages.len() > LANGUAGES {
            self.property("languages", "more than 64 languages", "split the dataset");
            self.languages.truncate(LANGUAGES);
        }
        match (meta.created.as_str(), meta.created.get(..10).map(Edtf::parse)) {
            ("", _) => {}
            (_, Some(Ok(Edtf::Date(date)))) if date.day > 0 => self.created = Some(date.first()),
            _ => self.property("created", "not a day", "write it as 2026-11-21"),
        }
        let reporting = self.reporting();
        let or = |text: &String, default: &str| {
            if text.is_empty() { default.to_owned() } else { text.clone() }
        };
        let name = or(&meta.name, "dataset");
        Meta {
            title: or(&meta.title, &name),
            titles: self.arranged(&meta.titles),
            version: meta.version.clone(),
            created: self.created,
            reporting: reporting.unwrap_or_default(),
            license: meta.license.clone(),
            versions: self.versions(),
            languages: self.languages.clone(),
            fingerprint: String::new(),
            name,
        }
    }

    /// A country, or what the package declares.
    fn reporting(&mut self) -> Option<Code> {
        let said = self.raw.meta.reporting.as_str();
        let reporting = Code::parse(said);
        let is_declared = !self.raw.table(&PARTNERS).whole
            || self.rows(&PARTNERS).any(|row| row.shown("code") == said);
        if reporting.is_some_and(|code| is_declared || is_listed(code.as_str(), COUNTRIES)) {
            return reporting;
        }
        let what = match said {
            "" => "missing".to_owned(),
            other => ["\"", other, "\" is no country"].concat(),
        };
        let near = official(said).map(|code| ["did you mean \"", code, "\"? "].concat());
        let hint = "the country whose trade it is, as an ISO 3166-1 alpha-2 code; a city, company or \
                    group is declared in partners.csv by a code of 2 to 8 capitals and digits";
        self.property("reporting", &what, &[&near.unwrap_or_default(), hint].concat());
        reporting
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
            let note = self.arranged(&raw.note);
            versions.push(Version { version: raw.version.clone(), date, note });
        }
        versions
    }

    fn arranged(&self, texts: &LocalText) -> LocalText {
        let texts = texts.iter().map(|(language, text)| (language, text.to_owned()));
        self.in_order(&texts.collect::<Vec<_>>())
    }

    /// Whether a code is that of a country, which need not be declared; notes it.
    pub(super) fn is_implied(&mut self, code: Code) -> bool {
        let exists = is_listed(code.as_str(), COUNTRIES);
        if exists && !self.implied.contains(&code) {
            self.implied.push(code);
        }
        exists
    }

    /// Adds the countries that records name; what they are called is CLDR's.
    pub(super) fn add_implied(&mut self, dataset: &mut Dataset) {
        for code in core::mem::take(&mut self.implied) {
            dataset.partners.push(Partner { code, ..Partner::default() });
        }
    }

    pub(super) fn property(&mut self, property: &str, what: &str, hint: &str) {
        let place = self.raw.meta.at(property);
        self.push(Diagnostic::error(place, what, hint));
    }

    pub(super) fn warn(&mut self, property: &str, what: &str, hint: &str) {
        let place = self.raw.meta.at(property);
        let severity = Severity::Warning;
        self.push(Diagnostic { severity, place, what: what.into(), hint: hint.into() });
    }
}
