//! The columns of the table, and what a record says in each.

use crate::dataset::{Dataset, Entry, Status};
use crate::locale::{Locale, append, measure, sentence};
use crate::words::{self as describe, certainty};

/// A column of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableColumn {
    /// What it holds.
    pub of: Of,
    /// Its heading, in the reader's language.
    pub name: &'static str,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// What the record tells, as its title.
    Record,
    /// The kind of event, the office, or that it is a project and of which sector.
    Kind,
    /// The names of the partners.
    Partners,
    /// The period or the date, as precise as it is known.
    Date,
    /// The value with its unit and qualifier.
    Value,
    /// Whose statistics a figure is from.
    Statistics,
    /// How far an event, a project or a sector has come.
    Status,
    /// How sure the record is.
    Certainty,
    /// The numbers of the sources that it cites.
    Sources,
}

impl Of {
    pub(super) const ALL: [Of; 9] = [
        Of::Record,
        Of::Kind,
        Of::Partners,
        Of::Date,
        Of::Value,
        Of::Statistics,
        Of::Status,
        Of::Certainty,
        Of::Sources,
    ];

    pub(super) fn name(self, locale: &Locale) -> &'static str {
        let words = locale.words;
        match self {
            Of::Record => words.columns[0],
            Of::Kind => words.columns[1],
            Of::Partners => words.partners,
            Of::Date => words.columns[2],
            Of::Value => words.columns[3],
            Of::Statistics => words.columns[4],
            Of::Status => words.columns[5],
            Of::Certainty => words.columns[6],
            Of::Sources => words.sources,
        }
    }

    /// Whether some kind of record among `entries` has such a thing.
    pub(super) fn is_in(self, entries: &[Entry]) -> bool {
        entries.iter().any(|entry| match (self, entry) {
            (Of::Value | Of::Statistics, entry) => matches!(entry, Entry::Figure(_)),
            (Of::Kind, entry) => !matches!(entry, Entry::Figure(_)),
            (Of::Date, entry) => !matches!(entry, Entry::Sector(_) | Entry::Person(_)),
            (Of::Status, entry) => !matches!(entry, Entry::Figure(_) | Entry::Person(_)),
            _ => true,
        })
    }
}

/// The text of a cell; empty where the record has nothing to say.
pub(super) fn text(data: &Dataset, entry: Entry, of: Of, locale: &Locale) -> String {
    let words = locale.words;
    match of {
        Of::Record => sentence(locale, &describe::title(data, entry, locale)),
        Of::Kind => match entry {
            Entry::Project(project) => {
                [words.project, " · ", locale.sector(data, project.sector)].concat()
            }
            _ => kind(data, entry, locale),
        },
        Of::Partners => {
            let mut names = String::new();
            for code in &entry.record().partners {
                let name =
                    data.partner(*code).map_or("", |partner| partner.name.get(locale.language));
                append(&mut names, ", ", name);
            }
            names
        }
        Of::Date => describe::when(entry, locale).unwrap_or_default(),
        Of::Value => {
            let mut value = describe::value(data, entry, locale).unwrap_or_default();
            if matches!(entry, Entry::Figure(figure) if figure.derived) {
                append(&mut value, ", ", words.derived);
            }
            value
        }
        Of::Statistics => whose(data, entry, locale),
        Of::Status => status(entry).map_or("", |status| words.status(status)).to_owned(),
        Of::Certainty => certainty(data, entry, locale),
        Of::Sources => String::new(),
    }
}

/// The country by its bare name: the column's head says what of it is meant.
fn whose(data: &Dataset, entry: Entry, locale: &Locale) -> String {
    let Entry::Figure(figure) = entry else { return String::new() };
    match figure.reporter.and_then(|code| data.partner(code)) {
        Some(partner) => partner.name.get(locale.language).to_owned(),
        None => describe::reporter(data, entry, locale).unwrap_or_default(),
    }
}

/// How far what a record tells has come.
pub(super) fn status(entry: Entry) -> Option<Status> {
    match entry {
        Entry::Event(event) => Some(event.status),
        Entry::Project(project) => Some(project.status),
        Entry::Sector(mention) => Some(mention.status),
        Entry::Figure(_) | Entry::Person(_) => None,
    }
}

/// What kind of record it is.
pub(super) fn kind(data: &Dataset, entry: Entry, locale: &Locale) -> String {
    let words = locale.words;
    match entry {
        Entry::Figure(figure) => measure(locale, data, figure.measure),
        Entry::Event(event) => locale.kind(data, event.kind).to_owned(),
        Entry::Project(_) => words.project.to_owned(),
        Entry::Sector(_) => words.sector_mention.to_owned(),
        Entry::Person(person) => locale.role(data, person.role).to_owned(),
    }
}
