//! The records behind a view as a table of texts, with its sources numbered.

use crate::dataset::order::order;
use crate::dataset::{Dataset, Day, Entry, Measure, Unit};
use crate::locale::{Locale, append, counted, fill, measure, plain, sentence, sort_key};
use crate::reading::records;
use crate::words::{self as describe, Telling, certainty};

/// What a table lists, and in which order.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// "Data of this chart: 159 records"
    pub caption: String,
    /// The first one names the record, the last one cites its sources.
    pub columns: Vec<TableColumn>,
    pub rows: Vec<TableRow>,
    /// How many rows there are; more than in `rows` where not all were asked for.
    pub total: usize,
    /// Indexes into the dataset's sources; the first one is number 1.
    pub sources: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableColumn {
    pub of: Of,
    pub name: &'static str,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Record,
    Kind,
    Partners,
    Date,
    Value,
    Statistics,
    Status,
    Certainty,
    Sources,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The record's id.
    pub record: String,
    /// One a column but the last; empty where a record of its kind has nothing to say.
    pub cells: Vec<String>,
    pub citations: Vec<CitationNumber>,
}

/// A citation by its source's number.
#[derive(Clone, Debug, PartialEq)]
pub struct CitationNumber {
    /// From 1; the order of [`Listing::sources`].
    pub source: usize,
    /// "paragraph 2"
    pub locator: Option<String>,
}

/// By which column rows are sorted; rows with nothing in it come last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sort {
    pub by: Of,
    pub descending: bool,
}

impl Of {
    const ALL: [Of; 9] = [
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

    fn name(self, locale: &Locale) -> &'static str {
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
    fn is_in(self, entries: &[Entry]) -> bool {
        entries.iter().any(|entry| match (self, entry) {
            (Of::Value | Of::Statistics, entry) => matches!(entry, Entry::Figure(_)),
            (Of::Kind, entry) => !matches!(entry, Entry::Figure(_)),
            (Of::Date, entry) => !matches!(entry, Entry::Sector(_) | Entry::Person(_)),
            (Of::Status, entry) => !matches!(entry, Entry::Figure(_) | Entry::Person(_)),
            _ => true,
        })
    }
}

/// The records behind a view, of which at most `most` rows are made. Without a sort they stand by kind, partner and date.
pub fn table(telling: Telling, sort: Option<Sort>, most: usize) -> Listing {
    let (mut table, entries) = listed(telling, sort);
    for entry in entries.iter().take(most) {
        table.rows.push(table.row(telling, *entry));
    }
    table
}

/// The table without its rows, and the records that they are made of.
pub(super) fn listed(telling: Telling, sort: Option<Sort>) -> (Listing, Vec<Entry>) {
    let Telling { data, reading, locale } = telling;
    let mut entries = records(data, reading);
    let mut columns = Vec::new();
    for of in Of::ALL {
        if of.is_in(&entries) {
            columns.push(TableColumn { of, name: of.name(locale) });
        }
    }
    let sources = cited(&entries);
    if let Some(sort) = sort {
        entries = sorted(data, entries, sort, locale, &sources);
    }
    let total = entries.len();
    (
        Listing { caption: caption(locale, total), columns, rows: Vec::new(), total, sources },
        entries,
    )
}

/// "Data of this chart: 159 records"
pub(super) fn caption(locale: &Locale, records: usize) -> String {
    let records = counted(locale, &locale.words.records, records as u32);
    fill(locale.words.table_caption, &[("records", &records)])
}

impl Listing {
    pub(super) fn row(&self, telling: Telling, entry: Entry) -> TableRow {
        let Telling { data, locale, .. } = telling;
        let mut cells = Vec::new();
        for column in &self.columns[..self.columns.len().saturating_sub(1)] {
            cells.push(text(data, entry, column.of, locale));
        }
        let mut citations = Vec::new();
        for cited in &entry.record().citations {
            let words = locale.words;
            let locator =
                cited.paragraph.map(|at| fill(words.paragraph, &[("n", &plain(at.into()))]));
            citations.push(CitationNumber { source: number(&self.sources, cited.source), locator });
        }
        TableRow { record: entry.record().id.clone(), cells, citations }
    }
}

/// The sources of the entries as indexes into the dataset's, in the order in which they are cited.
pub fn cited(entries: &[Entry]) -> Vec<u32> {
    let mut sources = Vec::new();
    for entry in entries {
        for citation in &entry.record().citations {
            if !sources.contains(&citation.source) {
                sources.push(citation.source);
            }
        }
    }
    sources
}

fn number(sources: &[u32], source: u32) -> usize {
    sources.iter().position(|known| *known == source).map_or(0, |at| at + 1)
}

fn text(data: &Dataset, entry: Entry, of: Of, locale: &Locale) -> String {
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
        Of::Value => describe::value(data, entry, locale).unwrap_or_default(),
        Of::Statistics => describe::reporter(data, entry, locale).unwrap_or_default(),
        Of::Status => match entry {
            Entry::Event(event) => words.status(event.status),
            Entry::Project(project) => words.status(project.status),
            Entry::Sector(mention) => words.status(mention.status),
            Entry::Figure(_) | Entry::Person(_) => "",
        }
        .to_owned(),
        Of::Certainty => certainty(data, entry, locale),
        Of::Sources => String::new(),
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

fn sorted<'a>(
    data: &Dataset,
    entries: Vec<Entry<'a>>,
    sort: Sort,
    locale: &Locale,
    sources: &[u32],
) -> Vec<Entry<'a>> {
    let mut keys = Vec::new();
    for entry in &entries {
        let mut key = sort_digits(data, *entry, sort.by, locale, sources);
        if key.is_empty() {
            key.push(i64::MAX);
        } else if sort.descending {
            key.iter_mut().for_each(|digit| *digit = !*digit);
        }
        keys.push(key);
    }
    by_keys(&keys).into_iter().map(|at| entries[at]).collect()
}

/// What is compared digit by digit; nothing where the cell is empty.
fn sort_digits(data: &Dataset, entry: Entry, by: Of, locale: &Locale, sources: &[u32]) -> Vec<i64> {
    match (by, entry) {
        (Of::Date, _) => {
            let Some(date) = entry.when() else { return Vec::new() };
            let days =
                [date.first().unwrap_or(Day(i32::MIN)), date.last().unwrap_or(Day(i32::MAX))];
            days.map(|day| day.0.into()).into()
        }
        (Of::Value, Entry::Figure(figure)) => {
            let Some(value) = figure.value else { return Vec::new() };
            let unit = match figure.unit {
                // Money first, currency by currency; growth and other ratios apart.
                Unit::Currency([a, b, c]) => i64::from(u32::from_be_bytes([0, a, b, c])),
                Unit::Own(at) => i64::from(u32::MAX) + 3 + i64::from(at),
                Unit::Count => i64::from(u32::MAX),
                Unit::Ratio => {
                    i64::from(u32::MAX) + 1 + i64::from(figure.measure == Measure::GROWTH)
                }
            };
            let bits = value.to_bits() as i64;
            vec![unit, if bits < 0 { bits ^ i64::MAX } else { bits }]
        }
        (Of::Sources, _) => {
            let cited = entry.record().citations.first();
            cited.map(|cited| number(sources, cited.source) as i64).into_iter().collect()
        }
        _ => match &*text(data, entry, by, locale) {
            "" => Vec::new(),
            text => sort_key(locale, text),
        },
    }
}

/// The indexes of the keys, sorted digit by digit from the last to the first by the one sort that
/// the module has; equal ones keep their order.
fn by_keys(keys: &[Vec<i64>]) -> Vec<usize> {
    let longest = keys.iter().map(Vec::len).max().unwrap_or(0);
    let mut sorted: Vec<usize> = (0..keys.len()).collect();
    for at in (0..longest).rev() {
        let digit = |row: &usize| keys[*row].get(at).copied().unwrap_or(i64::MIN);
        let digits = sorted.iter().map(digit).collect();
        sorted = order(digits).into_iter().map(|place| sorted[place]).collect();
    }
    sorted
}

impl Sort {
    /// By the column of a number, as the element is told it.
    pub fn by(column: usize, descending: bool) -> Option<Sort> {
        Of::ALL.get(column).map(|by| Sort { by: *by, descending })
    }
}
