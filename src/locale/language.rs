//! A language as charts speak it: its words, and how it writes numbers and dates.

use super::Language;
use super::lexicon::{LanguageTable, Text, Words, unpack};
use crate::dataset::{Dataset, EventKind, Role, Sector};

/// All that a language says and writes in its own way.
#[derive(Clone, Copy)]
pub struct Locale {
    /// The language that it is.
    pub language: Language,
    /// Its words, those of a package in the place of the interface's own.
    pub words: &'static Words,
    pub(super) table: &'static LanguageTable,
    /// Texts under `country.`, `with.`, `sign.`, `currency_name.` and `currency_alone.`, each with a code.
    names: &'static [(Text, Text)],
}

impl Locale {
    /// Reads a language as it was compiled; none where it is of another version or damaged. What it
    /// holds stays in memory: a page speaks its languages to the end.
    pub fn read(language: Language, compiled: &[u8]) -> Option<Locale> {
        let lexicon = Box::leak(Box::new(unpack(compiled)?));
        let (words, table) = (&lexicon.words, &lexicon.table);
        Some(Locale { language, words, table, names: &lexicon.names })
    }

    /// The name of a kind of events: the package's own, or the language's.
    pub fn kind<'a>(&self, data: &'a Dataset, kind: EventKind) -> &'a str {
        data.own_label(kind).map_or(self.words.kind(kind), |label| label.get(self.language))
    }

    /// The name of several events of a kind, after their number.
    pub fn many<'a>(&self, data: &'a Dataset, kind: EventKind) -> &'a str {
        match (self.words.many.get(kind.index()), data.term(kind)) {
            (Some(many), _) => many,
            (None, Some(term)) if !term.many.is_empty() => term.many.get(self.language),
            (None, _) => self.kind(data, kind),
        }
    }

    /// A sector's name.
    pub fn sector<'a>(&self, data: &'a Dataset, sector: Sector) -> &'a str {
        data.own_label(sector).map_or(self.words.sector(sector), |label| label.get(self.language))
    }

    /// A role's name.
    pub fn role<'a>(&self, data: &'a Dataset, role: Role) -> &'a str {
        data.own_label(role).map_or(self.words.role(role), |label| label.get(self.language))
    }

    /// CLDR's name of a country by its ISO 3166-1 alpha-2 code, where the language brings it.
    pub fn country(&self, code: &str) -> Option<&'static str> {
        self.named("country.", code)
    }

    /// The text under a prefix and a code.
    pub(super) fn named(&self, prefix: &str, code: &str) -> Option<&'static str> {
        let is = |key: &str| key.strip_prefix(prefix) == Some(code);
        self.names.iter().find(|(key, _)| is(key)).map(|(_, text)| *text)
    }
}
