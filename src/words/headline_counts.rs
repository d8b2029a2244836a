//! Headlines of what is counted: events and sectors.

use super::Telling;
use crate::dataset::order::sorted_by_key;
use crate::dataset::{Certainty, Day, EventKind, Status};
use crate::locale::{self, fill};
use crate::reading::{Dated, in_order};

/// How many sectors a headline names.
const NAMED: usize = 3;

/// The events of the view, each once: one with several partners stands in a lane of each.
fn events(telling: Telling) -> Vec<Dated> {
    let Telling { data, reading, .. } = telling;
    let mut events = Vec::new();
    for (index, band) in reading.bands.iter().enumerate() {
        for dated in &band.events {
            let partners = &dated.event(data).record.partners;
            let is_counted =
                reading.bands[..index].iter().any(|other| partners.contains(&other.code));
            if !is_counted && reading.is_chosen(dated.first, dated.last) {
                events.push(*dated);
            }
        }
    }
    events
}

/// "105 events since 1992, 31 of them visits; 6 more planned"
pub fn of_events(telling: Telling) -> Option<String> {
    let Telling { data, locale, .. } = telling;
    let words = locale.words;
    let (mut held, mut planned) = (0, 0);
    let mut days: Option<(Day, Day)> = None;
    let mut kinds: Vec<(EventKind, u32)> = Vec::new();
    for dated in events(telling) {
        let event = dated.event(data);
        match event.status {
            Status::Planned | Status::Proposed => planned += 1,
            Status::Claimed => {}
            _ if event.record.certainty == Certainty::Ambiguous => {}
            Status::Done | Status::UnderWay => {
                held += 1;
                match kinds.iter_mut().find(|(kind, _)| *kind == event.kind) {
                    Some((_, count)) => *count += 1,
                    None => kinds.push((event.kind, 1)),
                }
                let (from, to) = days.unwrap_or((dated.first, dated.last));
                days = Some((from.min(dated.first), to.max(dated.last)));
            }
        }
    }
    let mut text = counted_events(telling, held, days?);
    let by_count = sorted_by_key(kinds, |(_, count)| -i64::from(*count));
    // One kind alone, or two as frequent, is no finding.
    if let [(kind, most), (_, next), ..] = by_count[..]
        && most > next
    {
        let number = locale::count(locale, most);
        let kind = locale.many(data, kind);
        text = fill(words.most_often, &[("claim", &text), ("kind", kind), ("n", &number)]);
    }
    if planned > 0 {
        let form = words.and_planned.of(locale::plural(locale, planned));
        let number = locale::count(locale, planned);
        text = fill(form, &[("claim", &text), ("n", &number)]);
    }
    Some(text)
}

/// "105 events since 1992", or of a range with an end "Kazakhstan: 12 events, 1995–2000", or
/// "3 events, March 2022" where all are known to lie within it.
fn counted_events(telling: Telling, count: u32, days: (Day, Day)) -> String {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    let only = if let [only] = &reading.bands[..] { Some(only.partner(data)) } else { None };
    let [first, last] = [days.0, days.1].map(|day| day.civil().0);
    let mut text = String::new();
    if let Some(to) = reading.state.to {
        if let Some(partner) = only {
            text.push_str(partner.name.get(locale.language));
            text.push_str(": ");
        }
        text.push_str(&locale::counted(locale, &words.events, count));
        text.push_str(", ");
        let years = (Day::from_civil(first, 1, 1), Day::from_civil(last, 12, 31));
        // A range is told where it is narrower than the years that have events.
        let (from, to) = match reading.state.from {
            Some(from) if days.0 < from || to < days.1 => years,
            Some(from) if years.0 < from || to < years.1 => (from, to),
            _ => years,
        };
        text.push_str(&locale::days(locale, from, to));
    } else {
        let forms = if only.is_some() { &words.events_with } else { &words.events_since };
        let form = forms.of(locale::plural(locale, count));
        let with = only.map_or("", |partner| partner.with.get(locale.language));
        let (number, year) = (locale::count(locale, count), locale::plain(first));
        text = fill(form, &[("n", &number), ("with", with), ("year", &year)]);
    }
    locale::sentence(locale, &text)
}

/// "5 of 27 sectors are mentioned with every partner: politics, trade, transport and 2 more"
pub fn of_sectors(telling: Telling) -> Option<String> {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    let count = reading.rows.len() as u32;
    if count == 0 {
        return None;
    }
    let number = |n: u32| locale::count(locale, n);
    if let [only] = &reading.bands[..] {
        let form = words.sectors_with.of(locale::plural(locale, count));
        let with = only.partner(data).with.get(locale.language);
        let values = [("n", &*number(count)), ("with", with)];
        return Some(locale::sentence(locale, &fill(form, &values)));
    }
    let mut shared = in_order(data, &reading.rows, locale);
    shared.retain(|row| row.partners() == reading.bands.len());
    if shared.is_empty() {
        return Some(words.sectors_not_shared.to_owned());
    }
    let mut list = String::new();
    for row in shared.iter().take(NAMED) {
        locale::append(&mut list, ", ", locale.sector(data, row.sector));
    }
    if shared.len() > NAMED {
        let more = number((shared.len() - NAMED) as u32);
        list = fill(words.and_more, &[("list", &list), ("n", &more)]);
    }
    let shared = shared.len() as u32;
    let form = words.sectors_shared.of(locale::plural(locale, shared));
    let values = [("n", &*number(shared)), ("of", &number(count)), ("list", &list)];
    Some(locale::sentence(locale, &fill(form, &values)))
}
