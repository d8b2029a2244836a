//! The records of a dataset, as the charts read them.
//!
//! Values are in their unit (7.5 million dollars is `7_500_000.0`); paragraphs count from 1.

use super::edtf::{Day, Edtf};
use super::language::{Language, LocalText};
use super::terms::{EventKind, Measure, Role, Sector, Term, Unit};
use super::vocabulary::{Basis, Certainty, ConflictKind, Qualifier, SourceKind, Status};

/// A checked dataset; every reference in it resolves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    pub meta: Meta,
    pub sources: Vec<Source>,
    pub partners: Vec<Partner>,
    /// Words of the package's own.
    pub terms: Vec<Term>,
    /// The texts that `reason` and `note` point at.
    pub notes: Vec<LocalText>,
    pub figures: Vec<Figure>,
    /// What is computed from `figures` and is in no file: see `Dataset::compute`.
    pub computed: Vec<Figure>,
    pub events: Vec<Event>,
    pub projects: Vec<Project>,
    pub sectors: Vec<SectorMention>,
    pub people: Vec<Person>,
    pub conflicts: Vec<Conflict>,
    pub eras: Vec<Era>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    pub name: String,
    pub title: String,
    /// Empty where the package gives none.
    pub version: String,
    /// The day on which the dataset was made; none where the package does not say it.
    pub created: Option<Day>,
    /// The country whose trade it is.
    pub reporting: Code,
    pub license: String,
    /// The newest first; empty where the dataset tells none.
    pub versions: Vec<Version>,
    /// The languages of its texts; the first stands in where another has none.
    pub languages: Vec<Language>,
    /// SHA-256 of the compiled dataset in hexadecimal, which is no part of it; empty where it is not
    /// known, as of data that a page gives.
    pub fingerprint: String,
}

/// What has changed with one version of the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Version {
    pub version: String,
    pub date: Day,
    pub note: LocalText,
}

/// An ISO 3166-1 alpha-2 code, or one of 2 to 8 capitals and digits for a group; padded with zeros.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Code([u8; 8]);

impl Code {
    /// For example `Code::new(*b"KZ")`; of more than 8 letters the first 8.
    pub const fn new<const LENGTH: usize>(letters: [u8; LENGTH]) -> Code {
        let mut code = [0; 8];
        let mut at = 0;
        while at < LENGTH && at < 8 {
            code[at] = letters[at];
            at += 1;
        }
        Code(code)
    }

    /// Its letters, and zeros behind them.
    pub fn letters(self) -> [u8; 8] {
        self.0
    }

    /// A capital, then capitals and digits.
    pub fn parse(text: &str) -> Option<Code> {
        let letters = text.as_bytes();
        let plain = |letter: &u8| letter.is_ascii_uppercase() || letter.is_ascii_digit();
        if !matches!(letters.len(), 2..=8) || !letters.iter().all(plain) {
            return None;
        }
        let mut code = Code::default();
        code.0[..letters.len()].copy_from_slice(letters);
        letters[0].is_ascii_uppercase().then_some(code)
    }

    pub fn as_str(&self) -> &str {
        let length = self.0.iter().take_while(|letter| **letter > 0).count();
        str::from_utf8(&self.0[..length]).unwrap_or("??")
    }

    /// Whether it has the form of a country's code; the others are groups.
    pub fn is_country(&self) -> bool {
        matches!(self.as_str().as_bytes(), [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase())
    }
}

impl core::fmt::Debug for Code {
    fn fmt(&self, out: &mut core::fmt::Formatter) -> core::fmt::Result {
        out.write_str(self.as_str())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    pub id: String,
    pub kind: SourceKind,
    pub publisher: String,
    /// Empty where the publication's title is not known.
    pub title: String,
    pub published: Option<Edtf>,
    pub published_basis: Basis,
    pub url: Option<String>,
    pub file: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partner {
    pub code: Code,
    /// "Kazakhstan"
    pub name: LocalText,
    /// "with Kazakhstan"
    pub with: LocalText,
    /// "according to Kazakh statistics"
    pub by: LocalText,
    /// The package's own, legible as text in both themes.
    pub color: Option<Colors>,
}

/// A colour for each theme, as `0xRRGGBB`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colors {
    pub light: u32,
    pub dark: u32,
}

/// An index into [`Dataset::notes`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoteId(pub u32);

/// What every record knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub id: String,
    /// One or several; for a person the person's country.
    pub partners: Vec<Code>,
    /// One or more.
    pub citations: Vec<Citation>,
    pub certainty: Certainty,
    pub reason: Option<NoteId>,
    pub note: Option<NoteId>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// An index into [`Dataset::sources`].
    pub source: u32,
    /// Counted from 1, blank lines not counted; none for a publication.
    pub paragraph: Option<u16>,
    pub evidence: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    pub record: Record,
    pub measure: Measure,
    /// In `unit`; none where the qualifier is `rose` or `fell`.
    pub value: Option<f64>,
    pub unit: Unit,
    pub qualifier: Qualifier,
    pub period: Option<Edtf>,
    pub period_basis: Basis,
    /// Whose statistics, where that is known.
    pub reporter: Option<Code>,
    pub derived: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    pub record: Record,
    pub kind: EventKind,
    pub date: Option<Edtf>,
    pub date_basis: Basis,
    pub status: Status,
    pub title: LocalText,
    /// The title where room is scarce; empty where the title itself is short.
    pub short: LocalText,
    /// Where more is to be read.
    pub url: Option<String>,
    /// Of a planned event, the id of the done one that it became.
    pub came_true: Option<String>,
}

/// A span of time with a name of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Era {
    pub id: String,
    /// Whose it is; empty means everybody's.
    pub partners: Vec<Code>,
    /// Its first to its last day; an end may be open.
    pub period: Option<Edtf>,
    pub name: LocalText,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    pub record: Record,
    pub sector: Sector,
    pub status: Status,
    pub date: Option<Edtf>,
    pub title: LocalText,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SectorMention {
    pub record: Record,
    pub sector: Sector,
    pub status: Status,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    pub record: Record,
    pub name: String,
    pub role: Role,
}

/// Records that disagree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conflict {
    pub id: String,
    pub kind: ConflictKind,
    /// Ids of two or more records.
    pub records: Vec<String>,
    /// How they disagree.
    pub note: NoteId,
}
