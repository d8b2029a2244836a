//! The closed word lists of the contract: each enum is spelled in data as its `as_str`.

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
    /// What a figure measures; `exports` and `imports` are the reporting country's.
    Measure {
        Turnover = "turnover", Exports = "exports", Imports = "imports",
        Growth = "growth", Agreements = "agreements", Documents = "documents",
    }
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
    EventKind {
        Visit = "visit", Meeting = "meeting", Treaty = "treaty", Declaration = "declaration",
        Statement = "statement", Commission = "commission", Council = "council", Forum = "forum",
        Transport = "transport", Flight = "flight", Energy = "energy",
        Infrastructure = "infrastructure", DiplomaticRelations = "diplomatic-relations",
        Embassy = "embassy", Security = "security", Aid = "aid", Incident = "incident",
        Election = "election",
    }
    Sector {
        Energy = "energy", OilGas = "oil-gas", Hydropower = "hydropower", Aluminium = "aluminium",
        Metallurgy = "metallurgy", Mining = "mining", Chemicals = "chemicals",
        Industry = "industry", LightIndustry = "light-industry", Textiles = "textiles",
        Agriculture = "agriculture", Food = "food", Construction = "construction",
        Transport = "transport", Aviation = "aviation", Communications = "communications",
        It = "it", Finance = "finance", Investment = "investment", Trade = "trade",
        Tourism = "tourism", Pharmaceuticals = "pharmaceuticals", Education = "education",
        Science = "science", Culture = "culture", Security = "security", Politics = "politics",
    }
    Role {
        President = "president", PrimeMinister = "prime-minister",
        DeputyPrimeMinister = "deputy-prime-minister", ForeignMinister = "foreign-minister",
        Minister = "minister", Ambassador = "ambassador", PresidentialAide = "presidential-aide",
        Speaker = "speaker", Official = "official",
    }
    SourceKind { Document = "document", Publication = "publication" }
    ConflictKind {
        Value = "value", Date = "date", Status = "status", Count = "count", Title = "title",
    }
}

/// The unit of a value: an ISO 4217 currency code, a ratio, or a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// For example `*b"USD"`.
    Currency([u8; 3]),
    Ratio,
    Count,
}

impl Default for Unit {
    fn default() -> Unit {
        Unit::USD
    }
}

impl Unit {
    pub const USD: Unit = Unit::Currency(*b"USD");

    pub fn as_str(&self) -> &str {
        match self {
            Unit::Currency(code) => str::from_utf8(code).unwrap_or("???"),
            Unit::Ratio => "ratio",
            Unit::Count => "count",
        }
    }

    pub fn parse(word: &str) -> Option<Unit> {
        match word.as_bytes() {
            b"ratio" => Some(Unit::Ratio),
            b"count" => Some(Unit::Count),
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => {
                Some(Unit::Currency([a, b, c]))
            }
            _ => None,
        }
    }
}
