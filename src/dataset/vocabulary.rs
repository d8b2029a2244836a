//! The closed word lists of the contract: each enum is spelled in data as its `as_str`. The open
//! ones stand in [`super::terms`].

/// A word of a closed list; the first stands where none was read.
pub trait Word: Copy + 'static {
    /// All words of the list, in its order.
    fn all() -> &'static [Self];

    /// How each of them is spelled, in the same order.
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
    ($($(#[$doc:meta])* $name:ident {
        $($(#[$about:meta])* $variant:ident = $word:literal),+ $(,)?
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* $variant),+ }

        impl $name {
            /// All words of the list, in its order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// How each of them is spelled, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that stands for it in CSV, JSON, attributes and URLs.
            pub fn as_str(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// What a word stands for; none where the list does not have it.
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
        /// As the source states it, however much that is rounded.
        Exact = "exact",
        /// The value is above or below it.
        About = "about",
        /// The value is above it.
        MoreThan = "more-than",
        /// The value is a little below it.
        Almost = "almost",
        /// The value is at most this.
        UpTo = "up-to",
        /// A rise whose size the source does not state.
        Rose = "rose",
        /// A fall whose size the source does not state.
        Fell = "fell",
    }
    /// Where a date or period comes from.
    Basis {
        /// The source states it.
        Stated = "stated",
        /// It follows from what the source says, for a reason that the record gives.
        Inferred = "inferred",
        /// There is none.
        None = "none",
    }
    /// How sure the record is.
    Certainty {
        /// The source states it.
        Stated = "stated",
        /// It follows from what the source says, for a reason that the record gives.
        Inferred = "inferred",
        /// The source can be read in more than one way; the record's reason says how.
        Ambiguous = "ambiguous",
    }
    /// How far an event, project or sector mention has come.
    Status {
        /// It happened, or is carried out.
        Done = "done",
        /// It is to happen.
        Planned = "planned",
        /// It has begun and is not finished.
        UnderWay = "under-way",
        /// One side suggests it to the other.
        Proposed = "proposed",
        /// One side says that it happened; nobody else does.
        Claimed = "claimed",
    }
    /// Where a source's title is taken from.
    TitleFrom {
        /// Its page prints it.
        Page = "page",
        /// Its address spells it.
        Address = "address",
        /// Neither gives one: it is worded here, by what the source tells.
        Described = "described",
    }
    /// Where the date of a source's publication is taken from.
    PublishedFrom {
        /// Its page prints it.
        Page = "page",
        /// Its address spells it.
        Address = "address",
    }
    /// How a source is cited.
    SourceKind {
        /// By paragraph, with words of the paragraph as evidence.
        Document = "document",
        /// As a whole, by its address.
        Publication = "publication",
    }
    /// What records contradict each other about.
    ConflictKind {
        /// How much it was.
        Value = "value",
        /// When it was.
        Date = "date",
        /// Whether it has happened.
        Status = "status",
        /// How many there are.
        Count = "count",
        /// What it is called.
        Title = "title",
    }
    /// The open lists, to which a package may add terms.
    List {
        /// What figures measure.
        Measure = "measure",
        /// Kinds of events.
        Kind = "kind",
        /// Sectors of projects and mentions.
        Sector = "sector",
        /// Offices of people.
        Role = "role",
        /// Units of values.
        Unit = "unit",
    }
    /// How a kind of event is drawn.
    Outline {
        /// A disc.
        Circle = "circle",
        /// A square on its tip.
        Diamond = "diamond",
        /// A square on its side.
        Square = "square",
        /// A triangle with its tip upwards.
        Triangle = "triangle",
        /// A flag on its pole.
        Flag = "flag",
        /// A short upright stroke.
        Tick = "tick",
    }
}
