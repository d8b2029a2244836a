//! The table as a page shows it: folded by kind, a piece of each kind at a time, and of that only what
//! is searched for.

use super::column::kind;
use super::rows::{caption, listed};
use super::{Listing, Sort, TableRow};
use crate::dataset::Entry;
use crate::dataset::order::{key, sorted_by_key};
use crate::locale::{holds, sentence};
use crate::reading::records;
use crate::words::Telling;

/// Rows of a kind at first.
const PIECE: usize = 20;
/// The same of a telephone, where a row is a card of many lines.
const FEW: usize = 5;

/// The records of one kind, in the order of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// "Visit"
    pub name: String,
    /// The first of them; none where it is folded.
    pub rows: Vec<TableRow>,
    /// How many there are; 1 or more.
    pub total: usize,
}

/// What a reader asks of the table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// The column by which rows are sorted; none for the order of the table.
    pub sort: Option<Sort>,
    /// Words that a row must hold, parted by spaces.
    pub search: &'a str,
    /// How many rows of which kind: a line each, the kind's name and after a tab the number, 0 where
    /// it is folded. Of others the first one shows some, of a short table and of a search all.
    pub folds: &'a str,
}

/// The table without rows, and its groups with them.
pub fn groups(telling: Telling, asked: Asked) -> (Listing, Vec<Group>) {
    let (mut table, entries) = listed(telling, asked.sort);
    let locale = telling.locale;
    let mut kinds: Vec<(String, Vec<Entry>)> = Vec::new();
    // Of equal ones the order is the same however the rows are sorted.
    for entry in records(telling.data, telling.reading) {
        let kind = kind(telling.data, entry, locale);
        if kinds.iter().all(|(known, _)| *known != kind) {
            kinds.push((kind, Vec::new()));
        }
    }
    let is_searched = !asked.search.trim().is_empty();
    let mut total = 0;
    for entry in entries {
        let kind = kind(telling.data, entry, locale);
        let cells = || table.row(telling, entry).cells.join(" ");
        if is_searched && !holds(locale, &cells(), asked.search) {
            continue;
        }
        total += 1;
        let group = kinds.iter_mut().find(|(known, _)| *known == kind);
        group.expect("each kind has a group").1.push(entry);
    }
    // What most is told of first, and figures before all else.
    let kinds = sorted_by_key(kinds, |(_, entries)| {
        let is_figure = matches!(entries.first(), Some(Entry::Figure(_)));
        key(i32::from(!is_figure), -(entries.len() as i32))
    });
    let all = is_searched || total <= PIECE;
    let piece = if telling.reading.compact { FEW } else { PIECE };
    let mut groups = Vec::new();
    for (kind, entries) in kinds.iter().filter(|(_, entries)| !entries.is_empty()) {
        let name = sentence(locale, kind);
        let usual = match groups.is_empty() {
            _ if all => PIECE,
            true => piece,
            false => 0,
        };
        let most = fold(asked.folds, &name).unwrap_or(usual);
        let rows = entries.iter().take(most).map(|entry| table.row(telling, *entry)).collect();
        groups.push(Group { name, rows, total: entries.len() });
    }
    table.caption = caption(locale, total);
    table.total = total;
    (table, groups)
}

/// How many rows of a kind are asked for.
fn fold(folds: &str, name: &str) -> Option<usize> {
    let mut lines = folds.lines().filter_map(|line| line.rsplit_once('\t'));
    lines.find(|(of, _)| *of == name).and_then(|(_, rows)| rows.parse().ok())
}
