//! Texts that the import makes itself, in each language of the package: they are no reason to tell it
//! in another one.

use std::collections::HashMap;
use std::sync::OnceLock;

const TABLE: &str = include_str!("made.csv");

/// A piece of a note or of a label.
#[derive(Clone)]
pub(super) enum Part {
    /// What the table says.
    Said(String),
    /// A text of the import's own, by its key, and what stands in it or behind it.
    Made(&'static str, String),
}

/// A text that is written once the languages of the package are known.
pub(super) struct Unwritten {
    pub table: &'static str,
    pub row: usize,
    pub column: &'static str,
    pub parts: Vec<Part>,
    /// What stands between the parts.
    pub between: &'static str,
}

impl Part {
    pub(super) fn given(text: &str) -> Part {
        Part::Said(text.to_owned())
    }

    pub(super) fn made(key: &'static str) -> Part {
        Part::Made(key, String::new())
    }

    /// Whether it is of one language only.
    pub(super) fn speaks(&self) -> Option<&str> {
        match self {
            Part::Said(text) => {
                Some(text.as_str()).filter(|text| text.contains(char::is_alphabetic))
            }
            Part::Made(..) => None,
        }
    }

    /// At most so many characters in whatever language.
    pub(super) fn length(&self) -> usize {
        let more = if let Part::Made(..) = self { 16 } else { 0 };
        self.text("en").chars().count() + more
    }

    /// Its text; of a language that has none, the English one.
    fn text(&self, language: &str) -> String {
        let (key, about) = match self {
            Part::Said(text) => return text.clone(),
            Part::Made(key, about) => (*key, about),
        };
        let at = languages().position(|known| known == language).unwrap_or(0);
        let form = table().get(key).and_then(|texts| texts.get(at)).unwrap_or(&key);
        match about.as_str() {
            "" => (*form).to_owned(),
            about if form.contains("{}") => form.replace("{}", about),
            about => [form, ": ", about].concat(),
        }
    }
}

/// The texts of each key, in the order of the languages.
fn table() -> &'static HashMap<&'static str, Vec<&'static str>> {
    static TEXTS: OnceLock<HashMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let rows = TABLE.lines().filter_map(|line| line.split_once('|'));
        rows.map(|(key, texts)| (key, texts.split('|').collect())).collect()
    })
}

pub(super) fn languages() -> impl Iterator<Item = &'static str> {
    TABLE.lines().next().unwrap_or_default().split('|').skip(1)
}

pub(super) fn joined(parts: &[Part], between: &str, language: &str) -> String {
    parts.iter().map(|part| part.text(language)).collect::<Vec<_>>().join(between)
}
