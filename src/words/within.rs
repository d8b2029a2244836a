//! What happened in the period of a figure.

use crate::dataset::order::sorted_by_key;
use crate::dataset::{Code, Dataset, Edtf, Figure};

/// The dated events of a figure's partners in its period, by date.
pub(super) fn within(data: &Dataset, figure: &Figure) -> Vec<String> {
    let span = |at: Option<Edtf>| Some((at?.first()?, at?.last()?));
    let mut events = Vec::new();
    let Some((first, last)) = span(figure.period) else { return Vec::new() };
    for event in &data.events {
        let shared = |code: &Code| figure.record.partners.contains(code);
        if let Some((start, end)) = span(event.date)
            && start <= last
            && first <= end
            && event.record.partners.iter().any(shared)
        {
            events.push((start, event.record.id.clone()));
        }
    }
    let events = sorted_by_key(events, |(start, _)| i64::from(start.0));
    events.into_iter().map(|(_, id)| id).collect()
}
