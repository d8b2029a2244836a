//! The closed word lists of the contract: each enum is spelled in data as its `as_str`. The open
//! ones stand in [`super::terms`].

/// A word of a closed list; the first stands where none was read.
pub trait Word: Copy + 'static {
    fn all() -> &'static [Self];

    fn words() -> &'static [&'static str];

    /// The position in the list.
    fn index(self) -> usize;
}

/// Where a word stands in a list; one function for all lists.
#[inline(never)]
pub fn position(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|known| *known == word)
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that stands for it in CSV, JSON, attributes and URLs.
            pub fn as_str(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            pub fn parse(word: &str) -> Option<$name> {
                position(Self::WORDS, word).map(|at| Self::ALL[at])
            }
        }

        impl Word for $name {
            fn all() -> &'static [$name] {
                $name::ALL
            }

            fn words() -> &'static [&'static str] {
                $name::WORDS
            }

            fn index(self) -> usize {
                self as usize
            }
        }

        impl Default for $name {
            fn default() -> $name {
                $name::ALL[0]
            }
        }
    )+};
}

vocabulary! {
    /// How a value is to be read; `rose` and `fell` have no value.
    Qualifier {
        Exact = "exact", About = "about", MoreThan = "more-than", Almost = "almost",
        UpTo = "up-to", Rose = "rose", Fell = "fell",
    }
    /// Where a date or period comes from.
    Basis { Stated = "stated", Inferred = "inferred", None = "none" }
    /// How sure the record is.
    Certainty { Stated = "stated", Inferred = "inferred", Ambiguous = "ambiguous" }
    /// How far an event, project or sector mention has come.
    Status {
        Done = "done", Planned = "planned", UnderWay = "under-way",
        Proposed = "proposed", Claimed = "claimed",
    }
    SourceKind { Document = "document", Publication = "publication" }
    ConflictKind {
        Value = "value", Date = "date", Status = "status", Count = "count", Title = "title",
    }
    /// The open lists, to which a package may add terms.
    List {
        Measure = "measure", Kind = "kind", Sector = "sector", Role = "role", Unit = "unit",
    }
    /// How a kind of event is drawn.
    Outline {
        Circle = "circle", Diamond = "diamond", Square = "square", Triangle = "triangle",
        Flag = "flag", Tick = "tick",
    }
}
