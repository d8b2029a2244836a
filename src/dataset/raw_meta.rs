//! The package's own properties, as texts.

use super::diagnostic::Place;
use super::language::{Language, LocalText};
use super::value::Value;

/// One version of the data, as texts.
#[derive(Debug, Default)]
pub(super) struct RawVersion {
    pub version: String,
    pub date: String,
    pub note: LocalText,
}

/// The package's own properties, as texts.
#[derive(Debug, Default)]
pub(super) struct RawMeta {
    pub name: String,
    pub title: String,
    /// The title in further languages.
    pub titles: LocalText,
    pub version: String,
    pub created: String,
    pub reporting: String,
    pub license: String,
    pub versions: Vec<RawVersion>,
    /// The tags of the languages, the first of which stands in for the others.
    pub languages: Vec<String>,
    /// What records cite that name no source: a source's id, its address, or its name.
    pub default_source: String,
    /// Properties that are no text, and what they are.
    pub odd: Vec<(&'static str, &'static str)>,
    /// What stands before a property in its path: `data/datapackage.json: ` or `meta.`.
    pub place: String,
    /// False where it could not be read at all.
    pub whole: bool,
}

impl RawMeta {
    /// Takes the properties that are the same in `datapackage.json` and in a JSON dataset.
    pub(super) fn take(&mut self, value: &Value) {
        self.whole = true;
        for (key, slot) in [
            ("name", &mut self.name),
            ("title", &mut self.title),
            ("version", &mut self.version),
            ("created", &mut self.created),
            ("reporting", &mut self.reporting),
            ("default_source", &mut self.default_source),
        ] {
            match value.get(key) {
                Some(Value::Text(text)) => *slot = text.clone(),
                None | Some(Value::Null) => {}
                Some(other) => self.odd.push((key, other.kind())),
            }
        }
        match value.get("languages") {
            Some(Value::List(tags)) => {
                for tag in tags {
                    self.languages.push(tag.as_text().unwrap_or_default().into());
                }
            }
            None | Some(Value::Null) => {}
            Some(other) => self.odd.push(("languages", other.kind())),
        }
        self.titles = local(value.get("titles"));
        if let Some(other) = value.get("titles").filter(|_| self.titles.is_empty()) {
            self.odd.push(("titles", other.kind()));
        }
        self.versions = versions(value.get("versions"));
    }

    /// The place of one property.
    pub(super) fn at(&self, property: &str) -> Place {
        Place::Path([&self.place, property].concat())
    }
}

/// The property `versions`; what is not there, or is no text, is empty.
fn versions(list: Option<&Value>) -> Vec<RawVersion> {
    let text = |value: &Value, key: &str| {
        value.get(key).and_then(Value::as_text).unwrap_or_default().to_owned()
    };
    let mut versions = Vec::new();
    for value in list.and_then(Value::as_list).unwrap_or_default() {
        versions.push(RawVersion {
            version: text(value, "version"),
            date: text(value, "date"),
            note: local(value.get("note")),
        });
    }
    versions
}

/// A text by language; what is none is left out.
fn local(value: Option<&Value>) -> LocalText {
    let mut texts = LocalText::default();
    if let Some(Value::Object(pairs)) = value {
        for (tag, text) in pairs {
            if let (Some(language), Some(text)) = (Language::from_tag(tag), text.as_text()) {
                texts.set(language, text);
            }
        }
    }
    texts
}
