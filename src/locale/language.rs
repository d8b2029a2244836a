//! A language as charts speak it: its words, and how it writes numbers and dates.

use std::sync::OnceLock;

use super::Language;
use super::cldr::{MINIMUM_GROUPING, PLURALS};
use super::plural::Rule;
use super::table::{Table, table};
use super::words::{Words, words};

/// All that a language says and writes in its own way.
#[derive(Clone, Copy)]
pub struct Locale {
    pub language: Language,
    pub words: &'static Words,
    pub(super) table: &'static Table,
    pub(super) plurals: Rule,
    /// Digits that must stand before the first group separator; 1 or more.
    pub(super) minimum_grouping: u8,
}

impl Locale {
    /// The locale of a language that the crate carries; unpacked once and then kept.
    pub fn of(language: Language) -> &'static Locale {
        static LOCALES: [OnceLock<Box<Locale>>; Language::COUNT] =
            [const { OnceLock::new() }; Language::COUNT];
        LOCALES[language as usize].get_or_init(|| {
            Box::new(Locale {
                language,
                words: words(language),
                table: table(language),
                plurals: PLURALS[language as usize],
                minimum_grouping: MINIMUM_GROUPING[language as usize],
            })
        })
    }

    /// The same language in other words.
    pub fn with_words(self, words: &'static Words) -> Locale {
        Locale { words, ..self }
    }
}
