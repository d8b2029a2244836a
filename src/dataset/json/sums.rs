//! Computed sums are no part of the JSON form: whoever reads it computes them again.

use super::super::model::{Dataset, Record};
use super::super::query::Entry;

/// Whether it is such a sum: no id of a package has this sign.
pub(super) fn is_computed(record: &Record) -> bool {
    record.id.contains('~')
}

/// The entries with what sums are made of in the place of these.
pub(super) fn published<'a>(data: &'a Dataset, entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
    let mut all: Vec<Entry> = Vec::new();
    for entry in entries {
        if !is_computed(entry.record()) {
            all.push(*entry);
            continue;
        }
        for id in entry.record().id.split('~') {
            let stands = |other: &Entry| other.record().id == id;
            if !entries.iter().any(stands) && !all.iter().any(stands) {
                all.extend(data.entry(id));
            }
        }
    }
    all
}
