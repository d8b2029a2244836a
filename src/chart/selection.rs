//! What a view draws by default: which partners, which events, which years.

use super::drawing::COMPACT;
use super::values::Values;
use super::{Offer, Request};
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Code, Day, Edtf, Event, Partner};
use crate::scale::Time;
use crate::view::View;

/// By default a partner has a band of its own from this many full years on, and a lane from this
/// many events of its own on; fewer are no story.
const ENOUGH_YEARS: usize = 3;
const ENOUGH_EVENTS: usize = 10;

/// The partners of the view, as indexes into the dataset's partners.
///
/// Those that the reader has chosen; else all with enough records. On a compact `story` only
/// the first of them.
pub fn shown(request: &Request) -> Vec<usize> {
    let mut shown = eligible(request);
    if request.width < COMPACT && request.state.view == View::Story {
        shown.truncate(1);
    }
    shown
}

/// As [`shown`], whatever the width.
pub fn eligible(request: &Request) -> Vec<usize> {
    let chosen = &request.state.partners;
    let partners = &request.data.partners;
    (0..partners.len())
        .filter(|index| match chosen.is_empty() {
            true => has_enough(request, &partners[*index]),
            false => chosen.contains(&partners[*index].code),
        })
        .collect()
}

/// The partners that the reader may switch on and off: those of the default, and those chosen.
pub fn offered(request: &Request) -> Vec<Offer> {
    let chosen = &request.state.partners;
    request
        .data
        .partners
        .iter()
        .map(|partner| Offer { code: partner.code, by_default: has_enough(request, partner) })
        .filter(|offer| offer.by_default || chosen.contains(&offer.code))
        .collect()
}

fn has_enough(request: &Request, partner: &Partner) -> bool {
    let data = request.data;
    if partner.code == data.meta.reporting {
        return false;
    }
    if request.state.view == View::Events {
        let alone = |event: &&Event| event.record.partners == [partner.code];
        return data.events.iter().filter(alone).count() >= ENOUGH_EVENTS;
    }
    let full_years = data.figures.iter().filter(|figure| {
        figure.measure == request.state.measure
            && figure.record.partners.contains(&partner.code)
            && figure.value.is_some()
            && figure.period.is_some_and(|period| is_year_or_day(&period))
    });
    full_years.count() >= ENOUGH_YEARS
}

/// The partners that the view could draw but does not by default.
pub fn left_out(request: &Request, shown: &[usize]) -> Vec<usize> {
    let data = request.data;
    let reporting = data.meta.reporting;
    let has_records = |partner: Code| match request.state.view {
        View::Events => data.events.iter().any(|event| event.record.partners.contains(&partner)),
        _ => data.figures.iter().any(|figure| {
            figure.measure == request.state.measure && figure.record.partners.contains(&partner)
        }),
    };
    (0..data.partners.len())
        .filter(|index| !shown.contains(index))
        .filter(|index| data.partners[*index].code != reporting)
        .filter(|index| has_records(data.partners[*index].code))
        .collect()
}

/// Parts of years alone make no series.
fn is_year_or_day(period: &Edtf) -> bool {
    matches!(period, Edtf::Date(_))
}

/// An event with a place on the axis.
pub struct Dated<'a> {
    pub event: &'a Event,
    pub first: Day,
    pub last: Day,
}

/// The dated events with `partner` of the chosen kinds, by date.
pub fn events<'a>(request: &Request<'a>, partner: Code) -> Vec<Dated<'a>> {
    let kinds = &request.state.kinds;
    let events: Vec<Dated> = request
        .data
        .events
        .iter()
        .filter(|event| event.record.partners.contains(&partner))
        .filter(|event| kinds.is_empty() || kinds.contains(&event.kind))
        .filter_map(|event| {
            let date = event.date?;
            let (first, last) = (date.first(), date.last());
            // An open end is drawn at the end that is known.
            Some(Dated { event, first: first.or(last)?, last: last.or(first)? })
        })
        .collect();
    sorted_by_key(events, |dated| key(dated.first.0, dated.last.0))
}

/// The whole years that hold all `days`, unless the reader has chosen a range.
pub fn time(
    request: &Request,
    days: impl Iterator<Item = (Day, Day)>,
    left: f64,
    right: f64,
) -> Time {
    let state = request.state;
    let (mut from, mut to) = (state.from, state.to);
    for (first, last) in days {
        if state.from.is_none() && from.is_none_or(|from| first < from) {
            from = Some(first);
        }
        if state.to.is_none() && to.is_none_or(|to| to < last) {
            to = Some(last);
        }
    }
    let created = request.data.meta.created;
    let from = from.or(to).unwrap_or(created);
    let to = to.unwrap_or(created).max(from);
    let (from, to) = (
        state.from.unwrap_or_else(|| Day::from_civil(from.civil().0, 1, 1)),
        state.to.unwrap_or_else(|| Day::from_civil(to.civil().0, 12, 31)),
    );
    Time { from, to: to.max(from), left, right }
}

/// The periods of the values that stand on the axis.
pub fn periods<'a>(values: &'a [Values<'a>]) -> impl Iterator<Item = (Day, Day)> + 'a {
    values.iter().flat_map(|values| values.dated.iter()).map(|value| (value.first, value.last))
}
