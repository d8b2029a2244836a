//! The records of a dataset, as the charts read them.
//!
//! Values are in their unit (7.5 million dollars is `7_500_000.0`); paragraphs count from 1.

use super::code::Code;
use super::edtf::{Day, Edtf};
use super::language::{Language, LocalText};
use super::terms::{EventKind, Measure, Role, Sector, Term, Unit};
use super::vocabulary::{
    Basis, Certainty, ConflictKind, PublishedFrom, Qualifier, SourceKind, Status, TitleFrom,
};

/// A checked dataset; every reference in it resolves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// What the package says of itself.
    pub meta: Meta,
    /// The documents and publications that citations point at.
    pub sources: Vec<Source>,
    /// The countries and groups that records name, in the order in which charts show them.
    pub partners: Vec<Partner>,
    /// Words of the package's own.
    pub terms: Vec<Term>,
    /// The texts that `reason` and `note` point at.
    pub notes: Vec<LocalText>,
    /// Published values, growth claims and counts.
    pub figures: Vec<Figure>,
    /// What is computed from `figures` and is in no file: see `Dataset::compute`.
    pub computed: Vec<Figure>,
    /// What happened, and what is planned to.
    pub events: Vec<Event>,
    /// Projects agreed, under way or proposed.
    pub projects: Vec<Project>,
    /// Sectors that sources name, and how far each has come with a partner.
    pub sectors: Vec<SectorMention>,
    /// Who holds which office.
    pub people: Vec<Person>,
    /// Records that contradict each other, each with what the contradiction is.
    pub conflicts: Vec<Conflict>,
    /// Named spans of time, drawn behind a partner's values or everybody's.
    pub eras: Vec<Era>,
}

/// What a dataset says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// What scripts, files and attributes call it; `dataset` where it has no name.
    pub name: String,
    /// What readers are told it is; the name where it has no title.
    pub title: String,
    /// The title in further languages.
    pub titles: LocalText,
    /// The version of its data, for example `1.1.0`; empty where the package gives none.
    pub version: String,
    /// The day on which the dataset was made; none where the package does not say it.
    pub created: Option<Day>,
    /// The country whose trade it is.
    pub reporting: Code,
    /// The name of its licence, for example `CC-BY-4.0`; empty where it states none.
    pub license: String,
    /// The newest first; empty where the dataset tells none.
    pub versions: Vec<Version>,
    /// The languages of its texts; the first stands in where another has none.
    pub languages: Vec<Language>,
    /// SHA-256 of the compiled dataset in hexadecimal, which is no part of it; empty where it is not
    /// known, as of data that a page gives.
    pub fingerprint: String,
}

impl Meta {
    /// The title in a language, else as the package gives it.
    pub fn title_in(&self, language: Language) -> &str {
        self.titles.in_language(language).unwrap_or(&self.title)
    }
}

/// What has changed with one version of the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Version {
    /// Its number, for example `1.1.0`.
    pub version: String,
    /// The day on which it was published.
    pub date: Day,
    /// What has changed, in a sentence.
    pub note: LocalText,
}

/// A document or a publication that records are taken from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// What citations call it; unique among the sources.
    pub id: String,
    /// Whether it is cited by paragraph or as a whole.
    pub kind: SourceKind,
    /// Who published it, for example an agency or a ministry.
    pub publisher: String,
    /// What readers of other languages call the publisher.
    pub publishers: LocalText,
    /// Empty where the publication's title is not known.
    pub title: String,
    /// Where `title` is taken from; none where that is not known.
    pub title_from: Option<TitleFrom>,
    /// When it was published; none where that is not known.
    pub published: Option<Edtf>,
    /// Where `published` is taken from.
    pub published_basis: Basis,
    /// Where in the source `published` stands; none where that is not known.
    pub published_from: Option<PublishedFrom>,
    /// Its address on the web; every publication has one.
    pub url: Option<String>,
    /// The name of its file, without a folder; every document has one.
    pub file: Option<String>,
}

impl Source {
    /// The publisher's name in a language, else its own.
    pub fn publisher_in(&self, language: Language) -> &str {
        self.publishers.in_language(language).unwrap_or(&self.publisher)
    }

    /// Whether it is a table, which is cited by its rows: by its file's name, which has no ending where
    /// the table was pasted.
    pub fn is_table(&self) -> bool {
        let ending = |file: &str| file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        let tables = ["csv", "tsv", "tab", "xlsx", "ods"];
        self.file
            .as_deref()
            .is_some_and(|file| ending(file).is_none_or(|ending| tables.contains(&ending.as_str())))
    }
}

/// A country or a group of countries, and its names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partner {
    /// What records and attributes call it.
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
    /// On a light ground.
    pub light: u32,
    /// On a dark ground.
    pub dark: u32,
}

/// An index into [`Dataset::notes`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoteId(pub u32);

/// What every record knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// What links and conflicts call it; unique among the records of all kinds.
    pub id: String,
    /// One or several; for a person the person's country.
    pub partners: Vec<Code>,
    /// One or more.
    pub citations: Vec<Citation>,
    /// How sure it is that the sources say so.
    pub certainty: Certainty,
    /// Why the record is not certain, or its date is inferred.
    pub reason: Option<NoteId>,
    /// What a reader should know besides.
    pub note: Option<NoteId>,
}

/// Where in a source a record stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// An index into [`Dataset::sources`].
    pub source: u32,
    /// Counted from 1, blank lines not counted; of a table the row; none for a publication.
    pub paragraph: Option<u32>,
    /// Numbers, dates and names that stand in the paragraph word for word; none for a publication.
    pub evidence: Vec<String>,
}

/// A value of trade, a growth claim or a count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// What it has in common with all records; it has one partner.
    pub record: Record,
    /// What is counted or valued.
    pub measure: Measure,
    /// In `unit`; none where the qualifier is `rose` or `fell`.
    pub value: Option<f64>,
    /// What the value counts.
    pub unit: Unit,
    /// How near the value is to what the source says.
    pub qualifier: Qualifier,
    /// The time that the value sums up; none where it is not known.
    pub period: Option<Edtf>,
    /// Where the period is taken from.
    pub period_basis: Basis,
    /// Whose statistics, where that is known.
    pub reporter: Option<Code>,
    /// Whether it is computed from other figures rather than published.
    pub derived: bool,
}

/// Something that happened on a date, or is planned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// What it has in common with all records.
    pub record: Record,
    /// What sort of event it is, which says how it is drawn.
    pub kind: EventKind,
    /// When it was or will be; none where that is not known.
    pub date: Option<Edtf>,
    /// Where the date is taken from.
    pub date_basis: Basis,
    /// Whether it has happened.
    pub status: Status,
    /// What happened, in a few words.
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
    /// Unique among the eras.
    pub id: String,
    /// Whose it is; empty means everybody's.
    pub partners: Vec<Code>,
    /// Its first to its last day; an end may be open.
    pub period: Option<Edtf>,
    /// What the span is called on the chart.
    pub name: LocalText,
}

/// Something that partners build or run together, or mean to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// What it has in common with all records.
    pub record: Record,
    /// The part of the economy that it belongs to.
    pub sector: Sector,
    /// How far it has come.
    pub status: Status,
    /// When it came so far; none where that is not known.
    pub date: Option<Edtf>,
    /// What it is, in a few words.
    pub title: LocalText,
}

/// A sector that a source names as one of cooperation with a partner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SectorMention {
    /// What it has in common with all records; it has one partner.
    pub record: Record,
    /// The sector that is named.
    pub sector: Sector,
    /// How far the cooperation has come.
    pub status: Status,
}

/// A person who holds an office.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// What it has in common with all records; its partner is the country of the office.
    pub record: Record,
    /// As it is written in every language of the dataset.
    pub name: String,
    /// The office.
    pub role: Role,
}

/// Records that disagree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conflict {
    /// Unique among the conflicts.
    pub id: String,
    /// What they disagree about.
    pub kind: ConflictKind,
    /// Ids of two or more records.
    pub records: Vec<String>,
    /// How they disagree.
    pub note: NoteId,
}
