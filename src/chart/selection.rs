//! What a view draws by default: which partners, which events, which years.

use super::drawing::COMPACT;
use super::values::{Values, values};
use super::{Offer, Request};
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Code, Dataset, Day, Edtf, Event, Figure, Partner};
use crate::locale::append;
use crate::scale::Time;
use crate::view::{State, View};

/// By default a partner has a band of its own from this many full years on, and a lane from this
/// many events of its own on; fewer are no story.
const ENOUGH_YEARS: usize = 3;
const ENOUGH_EVENTS: usize = 10;
/// In `sectors` it has a column from this many mentions on.
const ENOUGH_MENTIONS: usize = 10;

/// The partners of the view, as indexes into the dataset's partners.
///
/// Those that the reader has chosen; else all with enough records. On a compact `story` only
/// the first of them.
fn shown(request: &Request) -> Vec<usize> {
    let mut shown = eligible(request);
    if request.width < COMPACT && request.state.view == View::Story {
        shown.truncate(1);
    }
    shown
}

/// As [`shown`], whatever the width.
fn eligible(request: &Request) -> Vec<usize> {
    let mut eligible = Vec::new();
    for (index, partner) in request.data.partners.iter().enumerate() {
        let fits = match request.state.partners.is_empty() {
            true => has_enough(request, partner),
            false => request.state.partners.contains(&partner.code),
        };
        if fits {
            eligible.push(index);
        }
    }
    eligible
}

/// The partners that the reader may switch on and off: those of the default, and those chosen.
pub fn offered(request: &Request) -> Vec<Offer> {
    let mut offered = Vec::new();
    for partner in &request.data.partners {
        let by_default = has_enough(request, partner);
        if by_default || request.state.partners.contains(&partner.code) {
            offered.push(Offer { code: partner.code, by_default });
        }
    }
    offered
}

fn has_enough(request: &Request, partner: &Partner) -> bool {
    let data = request.data;
    if partner.code == data.meta.reporting {
        return false;
    }
    if request.state.view == View::Table {
        return data.entries().any(|entry| entry.record().partners.contains(&partner.code));
    }
    if request.state.view == View::Sectors {
        return mentions(data, partner.code) >= ENOUGH_MENTIONS;
    }
    if is_of_events(request.data, request.state) {
        let own = data.events.iter().filter(|event| event.record.partners == [partner.code]);
        return own.count() >= ENOUGH_EVENTS;
    }
    let is_full_year = |figure: &&Figure| {
        // Parts of years alone make no series.
        figure.value.is_some() && matches!(figure.period, Some(Edtf::Date(_)))
    };
    figures(request, partner.code).filter(is_full_year).count() >= ENOUGH_YEARS
}

/// Whether events are all there is to draw: where the dataset has no value of the measure, `story`
/// is one of events.
pub fn is_of_events(data: &Dataset, state: &State) -> bool {
    let is_value = |figure: &Figure| figure.measure == state.measure && figure.value.is_some();
    match state.view {
        View::Events => true,
        View::Story => !data.figures.iter().any(is_value),
        View::Trade | View::Sectors | View::Table => false,
    }
}

/// The figures of the chosen measure with a partner.
pub fn figures<'a>(request: &Request<'a>, partner: Code) -> impl Iterator<Item = &'a Figure> {
    let measure = request.state.measure;
    request.data.figures.iter().filter(move |figure| {
        figure.measure == measure && figure.record.partners.contains(&partner)
    })
}

/// How many mentions of sectors there are with a partner.
fn mentions(data: &Dataset, partner: Code) -> usize {
    data.sectors.iter().filter(|mention| mention.record.partners.contains(&partner)).count()
}

/// The names of the partners that the view could draw but does not by default, as one list.
pub fn left_out(request: &Request) -> String {
    let data = request.data;
    let mut names = String::new();
    for partner in &data.partners {
        let code = partner.code;
        let has_records = match request.state.view {
            _ if is_of_events(data, request.state) => {
                data.events.iter().any(|event| event.record.partners.contains(&code))
            }
            View::Sectors => mentions(data, code) > 0,
            _ => figures(request, code).next().is_some(),
        };
        if code != data.meta.reporting && has_records && !has_enough(request, partner) {
            append(&mut names, ", ", partner.name.get(request.locale.language));
        }
    }
    names
}

/// An event with a place on the axis.
pub struct Dated<'a> {
    pub event: &'a Event,
    pub first: Day,
    pub last: Day,
}

/// The events with `partner` of the chosen kinds.
fn chosen<'a>(request: &Request<'a>, partner: Code) -> impl Iterator<Item = &'a Event> {
    let kinds = &request.state.kinds;
    request.data.events.iter().filter(move |event| {
        event.record.partners.contains(&partner)
            && (kinds.is_empty() || kinds.contains(&event.kind))
    })
}

/// Those that have no place on the axis.
pub fn undated<'a>(request: &Request<'a>, partner: Code) -> impl Iterator<Item = &'a Event> {
    chosen(request, partner)
        .filter(|event| event.date.is_none_or(|date| date.first().or(date.last()).is_none()))
}

/// Those that have one, by date.
fn events<'a>(request: &Request<'a>, partner: Code) -> Vec<Dated<'a>> {
    let events: Vec<Dated> = chosen(request, partner)
        .filter_map(|event| {
            let date = event.date?;
            let (first, last) = (date.first(), date.last());
            // An open end is drawn at the end that is known.
            Some(Dated { event, first: first.or(last)?, last: last.or(first)? })
        })
        .collect();
    sorted_by_key(events, |dated| key(dated.first.0, dated.last.0))
}

/// One partner of the view, and all that may be drawn of it.
pub struct Band<'a> {
    /// An index into the dataset's partners.
    pub index: usize,
    pub partner: &'a Partner,
    pub values: Values<'a>,
    pub events: Vec<Dated<'a>>,
}

/// A band for each partner that is [`shown`].
pub fn bands<'a>(request: &Request<'a>) -> Vec<Band<'a>> {
    let mut bands = Vec::new();
    for index in shown(request) {
        let partner = &request.data.partners[index];
        let values = values(request.data, partner.code, request.state.measure);
        bands.push(Band { index, partner, values, events: events(request, partner.code) });
    }
    bands
}

/// Beside the axis, so that a mark of its last day is drawn whole.
const MARGIN: f64 = 6.0;

/// The whole years that hold what the view draws, unless the reader has chosen a range.
///
/// A `story` begins where trade is known; earlier events are counted at its edge.
pub fn time(request: &Request, bands: &[Band]) -> Time {
    let view = request.state.view;
    let mut days = Vec::new();
    if view != View::Events {
        let values = bands.iter().flat_map(|band| &band.values.dated);
        days.extend(values.map(|value| (value.first, value.last)));
    }
    if view != View::Trade {
        let start = days.iter().map(|(first, _)| *first).min();
        let events = bands.iter().flat_map(|band| &band.events);
        let mut events: Vec<_> = events.map(|dated| (dated.first, dated.last)).collect();
        events.retain(|(first, _)| start.is_none_or(|start| start <= *first));
        days.extend(events);
    }
    whole_years(request, days)
}

/// The whole years that hold all `days`, unless the reader has chosen a range.
pub fn whole_years(request: &Request, days: Vec<(Day, Day)>) -> Time {
    let (state, created) = (request.state, request.data.meta.created);
    let first = days.iter().map(|(first, _)| *first).min();
    let last = days.iter().map(|(_, last)| *last).max();
    let to = state.to.or(last);
    let from = state.from.or(first).or(to).unwrap_or(created);
    let to = to.unwrap_or(created).max(from);
    let from = state.from.unwrap_or_else(|| Day::from_civil(from.civil().0, 1, 1));
    let to = state.to.unwrap_or_else(|| Day::from_civil(to.civil().0, 12, 31));
    Time { from, to: to.max(from), left: 0.0, right: request.width - MARGIN }
}

/// The first and last days of every dated record that the view may draw.
pub fn days(request: &Request, bands: &[Band]) -> Vec<(Day, Day)> {
    let view = request.state.view;
    let mut days = Vec::new();
    for band in bands {
        if view != View::Events {
            days.extend(band.values.dated.iter().map(|value| (value.first, value.last)));
        }
        if view != View::Trade {
            days.extend(band.events.iter().map(|dated| (dated.first, dated.last)));
        }
    }
    days
}
