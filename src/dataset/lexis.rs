//! The words of a package and their keys: the program's lists, then the package's own terms.

use super::language::{Language, LocalText};
use super::model::Dataset;
use super::terms::{EventKind, Listed, Measure, Role, Sector, Term, Unit};
use super::vocabulary::{List, position};

impl Dataset {
    /// The package's own term behind a word; none for those that the program knows.
    pub fn term<T: Listed>(&self, word: T) -> Option<&Term> {
        self.terms.get(word.index().checked_sub(T::WORDS.len())?)
    }

    /// The package's own label of a word.
    pub fn own_label<T: Listed>(&self, word: T) -> Option<&LocalText> {
        self.term(word).map(|term| &term.label)
    }

    fn key<T: Listed>(&self, word: T) -> &str {
        match T::WORDS.get(word.index()) {
            Some(known) => known,
            None => self.term(word).map_or("", |term| &term.key),
        }
    }

    fn word<T: Listed>(&self, key: &str) -> Option<T> {
        let known = position(T::WORDS, key);
        known.or_else(|| Some(T::WORDS.len() + self.own(T::LIST, key)?)).map(T::at)
    }

    fn words<T: Listed>(&self) -> impl Iterator<Item = T> {
        let own = self.terms.iter().enumerate().filter(|(_, term)| term.list == T::LIST);
        (0..T::WORDS.len()).chain(own.map(|(at, _)| T::WORDS.len() + at)).map(T::at)
    }

    fn own(&self, list: List, key: &str) -> Option<usize> {
        self.terms.iter().position(|term| term.list == list && term.key == key)
    }

    /// What stands for a unit in tables: a currency's code, `ratio`, `count`, or a term's key.
    pub fn unit_key<'a>(&'a self, unit: &'a Unit) -> &'a str {
        match unit {
            Unit::Currency(code) => str::from_utf8(code).unwrap_or("???"),
            Unit::Ratio => "ratio",
            Unit::Count => "count",
            Unit::Own(_) => self.unit_term(*unit).map_or("", |term| &term.key),
        }
    }

    /// The unit that a key stands for.
    pub fn unit(&self, key: &str) -> Option<Unit> {
        Unit::parse(key).or_else(|| self.own(List::Unit, key).map(|at| Unit::Own(at as u16)))
    }

    /// The package's own term behind a unit.
    pub fn unit_term(&self, unit: Unit) -> Option<&Term> {
        match unit {
            Unit::Own(at) => self.terms.get(usize::from(at)),
            _ => None,
        }
    }

    /// Whether values in the unit are parts of a hundred, which change by points.
    pub fn is_share(&self, unit: Unit) -> bool {
        self.unit_term(unit).is_some_and(|term| term.label.get(Language::EN).contains('%'))
    }
}

macro_rules! by_name {
    ($($name:ident: $key:ident, $word:ident, $words:ident;)+) => {
        impl Dataset {$(
            /// What stands for the word in tables, attributes and URLs.
            pub fn $key(&self, word: $name) -> &str {
                self.key(word)
            }

            /// The word that a key stands for.
            pub fn $word(&self, key: &str) -> Option<$name> {
                self.word(key)
            }

            /// All words of the list: the program's, then the package's own.
            pub fn $words(&self) -> impl Iterator<Item = $name> {
                self.words()
            }
        )+}
    };
}

by_name! {
    Measure: measure_key, measure, measures;
    EventKind: kind_key, kind, kinds;
    Sector: sector_key, sector, sectors;
    Role: role_key, role, roles;
}
