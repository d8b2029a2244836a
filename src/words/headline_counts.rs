//! Headlines of what is counted: events and sectors.

use super::Telling;
use crate::dataset::order::sorted_by_key;
use crate::dataset::{Certainty, Day, EventKind, Status};
use crate::locale::{self, fill};
use crate::reading::{Dated, in_order};
use crate::view::View;

/// How many sectors a headline names.
const NAMED: usize = 3;

/// The events that are drawn, each once: one with several partners stands in a lane of each.
fn events(telling: Telling) -> Vec<Dated> {
    let Telling { data, reading, .. } = telling;
    // A table has no axis that leaves any out.
    let all = reading.state.view == View::Table;
    let is_drawn = |dated: &Dated| {
        let (first, last) = dated.days();
        if all { reading.is_chosen(first, last) } else { reading.range.touches(first, last) }
    };
    let mut events = Vec::new();
    for (index, band) in reading.bands.iter().enumerate() {
        for dated in &band.events {
            let partners = &dated.event(data).record.partners;
            let is_counted =
                reading.bands[..index].iter().any(|other| partners.contains(&other.code));
            if !is_counted && is_drawn(dated) {
                events.push(*dated);
            }
        }
    }
    events
}

/// What the events drawn are, each counted once.
#[derive(Default)]
struct Counts {
    held: u32,
    planned: u32,
    /// Ambiguous, or claimed by one side.
    doubtful: u32,
    /// The first and the last day of those held.
    days: Option<(Day, Day)>,
    kinds: Vec<(EventKind, u32)>,
}

fn count(telling: Telling) -> Counts {
    let mut counts = Counts::default();
    for dated in events(telling) {
        let event = dated.event(telling.data);
        let is_ambiguous = event.record.certainty == Certainty::Ambiguous;
        match event.status {
            Status::Planned | Status::Proposed => counts.planned += 1,
            Status::Claimed => counts.doubtful += 1,
            Status::Done | Status::UnderWay if is_ambiguous => counts.doubtful += 1,
            Status::Done | Status::UnderWay => {
                counts.held += 1;
                match counts.kinds.iter_mut().find(|(kind, _)| *kind == event.kind) {
                    Some((_, count)) => *count += 1,
                    None => counts.kinds.push((event.kind, 1)),
                }
                let (from, to) = counts.days.unwrap_or((dated.first, dated.last));
                counts.days = Some((from.min(dated.first), to.max(dated.last)));
            }
        }
    }
    counts
}

/// "105 events since 1992, 31 of them visits; 6 more planned; 3 more in doubt": all that is drawn.
pub(super) fn of_events(telling: Telling) -> Option<String> {
    let Telling { locale, .. } = telling;
    let words = locale.words;
    let Counts { held, mut planned, mut doubtful, days, kinds } = count(telling);
    let mut text = match days {
        Some(days) => of_kind(telling, &counted_events(telling, held, days), kinds),
        None if planned > 0 => {
            locale::counted(locale, &words.planned_alone, std::mem::take(&mut planned))
        }
        None if doubtful > 0 => {
            locale::counted(locale, &words.doubtful_alone, std::mem::take(&mut doubtful))
        }
        None => return None,
    };
    for (count, forms) in [(planned, &words.and_planned), (doubtful, &words.and_doubtful)] {
        if count > 0 {
            let number = locale::count(locale, count);
            let form = forms.of(locale::plural(locale, count));
            text = fill(form, &[("claim", &text), ("n", &number)]);
        }
    }
    Some(text)
}

/// "…, 31 of them visits", or "…, all of them visits" where the reader has chosen kinds.
fn of_kind(telling: Telling, claim: &str, kinds: Vec<(EventKind, u32)>) -> String {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    let by_count = sorted_by_key(kinds, |(_, count)| -i64::from(*count));
    match by_count[..] {
        [(kind, most)] if most > 1 && !reading.state.kinds.is_empty() => {
            let places = [("claim", claim), ("kind", locale.many(data, kind))];
            fill(words.all_of_kind, &places)
        }
        // One kind alone, or two as frequent, is no finding.
        [(kind, most), (_, next), ..] if most > next => {
            let number = locale::count(locale, most);
            let places = [("claim", claim), ("kind", locale.many(data, kind)), ("n", &number)];
            fill(words.most_often, &places)
        }
        _ => claim.to_owned(),
    }
}

/// "105 events since 1992", or of a range with an end "Kazakhstan: 12 events (1995–2000)", or
/// "3 events (March 2022)" where all are known to lie within it.
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
        text.push_str(" (");
        let years = (Day::from_civil(first, 1, 1), Day::from_civil(last, 12, 31));
        // A range is told where it is narrower than the years that have events.
        let (from, to) = match reading.state.from {
            Some(from) if days.0 < from || to < days.1 => years,
            Some(from) if years.0 < from || to < years.1 => (from, to),
            _ => years,
        };
        text.push_str(&locale::days(locale, from, to));
        text.push(')');
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
pub(super) fn of_sectors(telling: Telling) -> Option<String> {
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
    let form = match shared {
        1 if count == 1 => words.sectors_only,
        all if all == count => words.sectors_all,
        some => words.sectors_shared.of(locale::plural(locale, some)),
    };
    let values = [("n", &*number(shared)), ("of", &number(count)), ("list", &list)];
    Some(locale::sentence(locale, &fill(form, &values)))
}
