//! The records behind a view as a table of texts, with its sources numbered.

use super::cited::{cited, number};
use super::column::{Of, TableColumn, text};
use super::sort::{Sort, sorted};
use crate::dataset::Entry;
use crate::dataset::order::sorted_by_key;
use crate::locale::{Locale, counted, fill};
use crate::reading::records;
use crate::words::{Telling, locator};

/// What a table lists, and in which order.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// "Data of this chart: 159 records"
    pub caption: String,
    /// The first one names the record, the last one cites its sources.
    pub columns: Vec<TableColumn>,
    /// In the order of the sort; not all of them where not all were asked for.
    pub rows: Vec<TableRow>,
    /// How many rows there are; more than in `rows` where not all were asked for.
    pub total: usize,
    /// Indexes into the dataset's sources; the first one is number 1.
    pub sources: Vec<u32>,
}

/// One record.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The record's id.
    pub record: String,
    /// One a column but the last; empty where a record of its kind has nothing to say.
    pub cells: Vec<String>,
    /// Where the record stands in its sources: the last column.
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

/// The records behind a view, of which at most `most` rows are made. Without a sort they stand by kind, partner and date.
pub fn table(telling: Telling, sort: Option<Sort>, most: usize) -> Listing {
    let (mut table, entries) = listed(telling, sort);
    for entry in entries.iter().take(most) {
        table.rows.push(table.row(telling, *entry));
    }
    table
}

/// The same for a picture, which has room for a few: first those that the headline tells of.
pub(super) fn told_first(telling: Telling, most: usize) -> Listing {
    let Telling { data, reading, .. } = telling;
    let (mut table, entries) = listed(telling, None);
    let finding = reading.finding.iter();
    let told = finding
        .flat_map(|one| one.figures().into_iter().chain(one.rival().map(|rival| rival.figure)));
    let told: Vec<&str> = told.map(|at| data.figure(at).record.id.as_str()).collect();
    let entries =
        sorted_by_key(entries, |entry| i64::from(!told.contains(&entry.record().id.as_str())));
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
            let locator = locator(data, cited, locale);
            citations.push(CitationNumber { source: number(&self.sources, cited.source), locator });
        }
        TableRow { record: entry.record().id.clone(), cells, citations }
    }
}
