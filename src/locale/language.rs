//! A language as charts speak it: its words, and how it writes numbers and dates.

use super::Language;
use super::lexicon::{Table, Text, Words, unpack};

/// All that a language says and writes in its own way.
#[derive(Clone, Copy)]
pub struct Locale {
    pub language: Language,
    pub words: &'static Words,
    pub(super) table: &'static Table,
    /// Texts under `country.`, `with.`, `sign.` and `currency_name.`, each with a code.
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

    /// The same language in other words.
    pub fn with_words(self, words: &'static Words) -> Locale {
        Locale { words, ..self }
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
