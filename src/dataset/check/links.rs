//! Records that point at each other, and values of one series that differ.

use super::super::decimal::decimal;
use super::super::model::{Conflict, Dataset, Figure};
use super::super::pause::{pause, pause_at};
use super::super::schema::{EVENTS, FIGURES};
use super::super::vocabulary::{Certainty, Qualifier, Status};
use super::cells::{Row, meant};
use super::index::Index;
use super::{Check, rules};

impl Check<'_> {
    /// Whether what planned events became is a done event with the same partners.
    pub(super) async fn came_true(&mut self, dataset: &Dataset) {
        let mut events = Index::new();
        for (at, event) in dataset.events.iter().enumerate() {
            pause_at(at).await;
            events.insert(event.record.id.clone(), at);
        }
        for row in self.rows(&EVENTS) {
            pause_at(row.row).await;
            let event = &dataset.events[row.row];
            let Some(id) = &event.came_true else { continue };
            let Some(done) = events.get(id).map(|at| &dataset.events[at]) else {
                if self.raw.table(&EVENTS).whole {
                    self.fault(row, "came_true", &rules::UNKNOWN_EVENT, id);
                    let near = meant(id, events.keys());
                    self.mend_hint([&*near, rules::UNKNOWN_EVENT.hint].concat());
                }
                continue;
            };
            let shares = |code| done.record.partners.contains(code);
            if event.status != Status::Planned {
                self.fault(row, "came_true", &rules::NOT_PLANNED, "");
            } else if done.status != Status::Done {
                self.fault(row, "came_true", &rules::NOT_DONE, id);
            } else if !event.record.partners.iter().any(shares) {
                self.fault(row, "came_true", &rules::OTHER_PARTNERS, id);
            }
        }
    }

    /// Warns of values of one series and one period that differ without a conflict record.
    pub(super) async fn one_value(&mut self, dataset: &Dataset) {
        let mut seen = Index::new();
        let mut conflicts = None;
        for row in self.rows(&FIGURES) {
            pause_at(row.row).await;
            let figure = &dataset.figures[row.row];
            let Some(key) = observed(dataset, figure) else { continue };
            let Some(first) = seen.get(&key).map(|at| &dataset.figures[at]) else {
                seen.insert(key, row.row);
                continue;
            };
            let conflicts = conflicts.get_or_insert_with(|| by_record(&dataset.conflicts));
            if !agree(first, figure) && !conflicts.name_both(first, figure) {
                let table = row.table;
                let at = seen.get(&key).unwrap_or(0);
                let place = table.place(at, 0, None).to_string();
                let text = [&*first.record.id, "\" (", &place, ")"].concat();
                self.fault(Row { table, row: row.row }, "value", &rules::OTHER_VALUE, &text);
            }
        }
        drop(seen);
        pause().await;
    }
}

/// What a figure is a value of; none where another value would be no contradiction.
fn observed(dataset: &Dataset, figure: &Figure) -> Option<String> {
    let is_a_value = matches!(figure.qualifier, Qualifier::Exact | Qualifier::About);
    if !is_a_value || figure.derived || figure.record.certainty == Certainty::Ambiguous {
        return None;
    }
    figure.value?;
    let period = figure.period?;
    // One period may be written in several ways: 2021, and 2021-01/2021-12.
    let mut key = match (period.first(), period.last()) {
        (Some(first), Some(last)) => [first.0.to_string(), last.0.to_string()].join("/"),
        _ => period.print(),
    };
    let reporter = figure.reporter.unwrap_or_default();
    for code in figure.record.partners.iter().chain([&reporter]) {
        key.extend(["\0", code.as_str()]);
    }
    key.extend(["\0", dataset.measure_key(figure.measure), "\0", dataset.unit_key(&figure.unit)]);
    Some(key)
}

/// Whether one of them is the other, rounded.
fn agree(a: &Figure, b: &Figure) -> bool {
    let (a, b) = (a.value.unwrap_or(0.0), b.value.unwrap_or(0.0));
    (a - b).abs() <= rounding(a).max(rounding(b)) * 1.000_001
}

/// Half of the last digit that is not zero, or of the second one.
fn rounding(value: f64) -> f64 {
    let text = decimal(value);
    let mut half = 0.5;
    match text.split_once('.') {
        Some((_, fraction)) => fraction.bytes().for_each(|_| half /= 10.0),
        None => {
            let after_second = text.bytes().skip(2).collect::<Vec<u8>>();
            let zeros = after_second.iter().rev().take_while(|byte| **byte == b'0');
            zeros.for_each(|_| half *= 10.0);
        }
    }
    if value == 0.0 { 0.0 } else { half }
}

/// The conflicts that name each record.
struct ByRecord {
    records: Index,
    conflicts: Vec<Vec<usize>>,
}

fn by_record(conflicts: &[Conflict]) -> ByRecord {
    let mut by = ByRecord { records: Index::new(), conflicts: Vec::new() };
    for (at, conflict) in conflicts.iter().enumerate() {
        for id in &conflict.records {
            match by.records.get(id) {
                Some(record) => by.conflicts[record].push(at),
                None => {
                    by.records.insert(id.clone(), by.conflicts.len());
                    by.conflicts.push(vec![at]);
                }
            }
        }
    }
    by
}

impl ByRecord {
    fn name_both(&self, a: &Figure, b: &Figure) -> bool {
        let of = |figure: &Figure| {
            self.records.get(&figure.record.id).map_or(&[][..], |at| &self.conflicts[at])
        };
        // Both lists rise.
        of(a).iter().any(|conflict| of(b).binary_search(conflict).is_ok())
    }
}
