//! The records of a dataset, as the charts read them.
//!
//! Values are in their unit (7.5 million dollars is `7_500_000.0`); paragraphs count from 1.

use super::edtf::{Day, Edtf};
use super::language::LocalText;
use super::vocabulary::{
    Basis, Certainty, ConflictKind, EventKind, Measure, Qualifier, Role, Sector, SourceKind,
    Status, Unit,
};

/// A checked dataset; every reference in it resolves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    pub meta: Meta,
    pub sources: Vec<Source>,
    pub partners: Vec<Partner>,
    /// The texts that `reason` and `note` point at.
    pub notes: Vec<LocalText>,
    pub figures: Vec<Figure>,
    /// What is computed from `figures` and is in no file: see [`Dataset::compute`].
    pub computed: Vec<Figure>,
    pub events: Vec<Event>,
    pub projects: Vec<Project>,
    pub sectors: Vec<SectorMention>,
    pub people: Vec<Person>,
    pub conflicts: Vec<Conflict>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    pub name: String,
    pub title: String,
    pub version: String,
    /// The day on which the dataset was made; planned events are judged against it.
    pub created: Day,
    /// The country whose trade it is.
    pub reporting: Code,
    pub license: String,
    /// The newest first; empty where the dataset tells none.
    pub versions: Vec<Version>,
}

/// What has changed with one version of the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Version {
    pub version: String,
    pub date: Day,
    pub note: LocalText,
}

/// An ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Code(pub [u8; 2]);

impl Code {
    pub fn parse(text: &str) -> Option<Code> {
        match text.as_bytes() {
            &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Code([a, b])),
            _ => None,
        }
    }

    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or("??")
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
    /// "by Kazakh statistics"
    pub by: LocalText,
}

/// An index into [`Dataset::notes`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoteId(pub u16);

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
    pub source: u16,
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
