//! The open word lists: words that the program knows, and those that a package adds.
//!
//! A word is a number. Below `BUILT_IN` it is one of the program's own, which have names here; above
//! it is an index, less `BUILT_IN`, into [`Dataset::terms`](super::Dataset::terms).

use super::language::LocalText;
use super::vocabulary::{List, Outline};

/// A word that a package adds to one of the lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Term {
    /// The list that it is added to.
    pub list: List,
    /// What stands for it in tables, attributes and URLs: lowercase letters, digits and hyphens.
    pub key: String,
    /// What readers are told instead of the key.
    pub label: LocalText,
    /// Of a kind of event, how several of them are told after their number; may be empty.
    pub many: LocalText,
    /// Of a kind of event, how it is drawn.
    pub shape: Option<Outline>,
    /// Of a measure, the units that its values may have; empty means any.
    pub units: Vec<Unit>,
}

/// A word of an open list.
pub trait Listed: Copy + 'static {
    /// The list that it is a word of.
    const LIST: List;
    /// Those that the program knows, in the order of their numbers.
    const WORDS: &'static [&'static str];

    /// The word with a number, which must be below 65,536.
    fn at(index: usize) -> Self;

    /// Its number: see the module.
    fn index(self) -> usize;
}

macro_rules! open_lists {
    ($($(#[$doc:meta])* $name:ident in $list:ident {
        $($(#[$about:meta])* $constant:ident = $word:literal),+ $(,)?
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u16);

        impl $name {
            $(#[doc = concat!("The word `", $word, "` of tables, attributes and URLs.")]
            $(#[$about])*
            pub const $constant: $name =
                $name(place(<$name as Listed>::WORDS, $word));)+
            /// The keys of those that the program knows, in the order of their numbers.
            pub const WORDS: &'static [&'static str] = <$name as Listed>::WORDS;
            /// How many the program knows.
            pub const BUILT_IN: usize = <$name as Listed>::WORDS.len();

            /// Its number: see the module.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// Those that the program knows.
            pub fn built_in() -> impl Iterator<Item = $name> {
                (0..$name::BUILT_IN as u16).map($name)
            }
        }

        impl Listed for $name {
            const LIST: List = List::$list;
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn at(index: usize) -> $name {
                $name(index as u16)
            }

            fn index(self) -> usize {
                self.0.into()
            }
        }
    )+};
}

open_lists! {
    /// What a figure measures; `exports` and `imports` are the reporting country's.
    Measure in Measure {
        /// Exports and imports together.
        TURNOVER = "turnover",
        /// What the reporting country sells to the partner.
        EXPORTS = "exports",
        /// What the reporting country buys from the partner.
        IMPORTS = "imports",
        /// A change of trade as a ratio of new over old, or a rise or fall alone.
        GROWTH = "growth",
        /// How many agreements there are between the two.
        AGREEMENTS = "agreements",
        /// How many documents were signed, for example on a visit.
        DOCUMENTS = "documents",
    }
    /// What happened.
    EventKind in Kind {
        VISIT = "visit", MEETING = "meeting", TREATY = "treaty", DECLARATION = "declaration",
        STATEMENT = "statement", COMMISSION = "commission", COUNCIL = "council", FORUM = "forum",
        TRANSPORT = "transport", FLIGHT = "flight", ENERGY = "energy",
        INFRASTRUCTURE = "infrastructure", DIPLOMATIC_RELATIONS = "diplomatic-relations",
        EMBASSY = "embassy", SECURITY = "security", AID = "aid", INCIDENT = "incident",
        ELECTION = "election",
    }
    /// What a project or a mention is about.
    Sector in Sector {
        ENERGY = "energy", OIL_GAS = "oil-gas", HYDROPOWER = "hydropower",
        ALUMINIUM = "aluminium", METALLURGY = "metallurgy", MINING = "mining",
        CHEMICALS = "chemicals", INDUSTRY = "industry", LIGHT_INDUSTRY = "light-industry",
        TEXTILES = "textiles", AGRICULTURE = "agriculture", FOOD = "food",
        CONSTRUCTION = "construction", TRANSPORT = "transport", AVIATION = "aviation",
        COMMUNICATIONS = "communications", IT = "it", FINANCE = "finance",
        INVESTMENT = "investment", TRADE = "trade", TOURISM = "tourism",
        PHARMACEUTICALS = "pharmaceuticals", EDUCATION = "education", SCIENCE = "science",
        CULTURE = "culture", SECURITY = "security", POLITICS = "politics",
    }
    /// The office that a person holds.
    Role in Role {
        PRESIDENT = "president", PRIME_MINISTER = "prime-minister",
        DEPUTY_PRIME_MINISTER = "deputy-prime-minister", FOREIGN_MINISTER = "foreign-minister",
        MINISTER = "minister", AMBASSADOR = "ambassador", PRESIDENTIAL_AIDE = "presidential-aide",
        SPEAKER = "speaker", OFFICIAL = "official",
    }
}

impl Measure {
    /// Whether its values stand beside those of another measure, and cannot be chosen.
    pub fn is_beside_another(self) -> bool {
        matches!(self, Measure::GROWTH | Measure::DOCUMENTS)
    }
}

/// Where a word stands in its list.
const fn place(words: &[&str], word: &str) -> u16 {
    let mut at = 0;
    while !same(words[at].as_bytes(), word.as_bytes()) {
        at += 1;
    }
    at as u16
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// The unit of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// An ISO 4217 code, for example `*b"EUR"`.
    Currency([u8; 3]),
    /// New over old: 1.4 for 40 percent more.
    Ratio,
    /// How many: agreements, documents.
    #[default]
    Count,
    /// One that the package adds, as an index into [`Dataset::terms`](super::Dataset::terms).
    Own(u16),
}

impl Unit {
    /// A ratio, a count, or three capitals as the code of a currency.
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
