//! What a state that shows nothing lacks, and the nearest state that shows something.

use super::Reading;
use crate::dataset::{Dataset, Measure};
use crate::locale::Words;
use crate::view::{Keyword as _, ScaleKind, State, View};

/// What there is none of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No value of the measure.
    Values,
    /// No value of the measure in the chosen unit, but in another one.
    InUnit,
    /// No event with a date.
    Events,
    /// No event of the chosen kinds, but of others.
    OfKind,
    /// No mention of a sector.
    Sectors,
    /// No record of any kind.
    Records,
    /// There is something, but not in the period.
    InPeriod,
    /// Two values that an index could compare.
    Series,
}

impl Missing {
    /// "No events recorded".
    pub fn word(self, words: &Words) -> &'static str {
        match self {
            Missing::Values => words.no_values,
            Missing::InUnit => words.no_values_in_unit,
            Missing::Events => words.no_events,
            Missing::OfKind => words.no_events_of_kind,
            Missing::Sectors => words.no_mentions,
            Missing::Records => words.no_records,
            Missing::InPeriod => words.not_in_period,
            Missing::Series => words.no_series,
        }
    }
}

/// One change to the state after which the view, or another one, shows something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// No end of the range chosen.
    WholePeriod,
    /// The linear scale.
    Linear,
    /// Another measure.
    Measure(Measure),
    /// Events of all kinds.
    AllKinds,
    /// Values in all units.
    AllUnits,
    /// The partners that the data chooses.
    AllPartners,
    /// Another view.
    View(View),
}

impl Instead {
    /// The attributes that it sets; an empty value resets one.
    pub fn attributes(&self, data: &Dataset) -> Vec<(&'static str, String)> {
        match self {
            Instead::WholePeriod => vec![("from", String::new()), ("to", String::new())],
            Instead::Linear => vec![("scale", String::new())],
            Instead::Measure(measure) => vec![("measure", data.measure_key(*measure).to_owned())],
            Instead::AllKinds => vec![("kinds", String::new())],
            Instead::AllUnits => vec![("unit", String::new())],
            Instead::AllPartners => vec![("partners", String::new())],
            Instead::View(view) => vec![("view", view.word().to_owned())],
        }
    }
}

/// What the reading lacks; none where its view shows something.
pub(super) fn missing(data: &Dataset, reading: &Reading) -> Option<Missing> {
    let (mut values, mut events, mut drawn) = (false, false, false);
    for band in &reading.bands {
        for plot in &band.plots {
            values |= !plot.dated.is_empty() || !plot.undated.is_empty();
            drawn |= plot.dated.iter().any(|value| reading.range.touches(value.first, value.last));
            drawn |= !plot.undated.is_empty();
        }
    }
    // An event outside the range is counted at its edge, and opens there.
    events |= reading.bands.iter().any(|band| !band.events.is_empty());
    match reading.state.view {
        View::Trade if !values => Some(reading.no_values(data, &reading.shown())),
        View::Trade if !drawn => Some(Missing::InPeriod),
        View::Trade if reading.scale == ScaleKind::Indexed && reading.chains.is_empty() => {
            Some(Missing::Series)
        }
        View::Story if !values && !events => {
            let no_values = || reading.no_values(data, &reading.shown());
            Some(if reading.of_events { no_events(data, reading) } else { no_values() })
        }
        View::Story if !events && !drawn => Some(Missing::InPeriod),
        View::Events if !events => Some(no_events(data, reading)),
        View::Sectors if reading.rows.is_empty() => Some(Missing::Sectors),
        View::Table if super::records(data, reading).is_empty() => Some(Missing::Records),
        _ => None,
    }
}

/// Why partners have no event to draw.
fn no_events(data: &Dataset, reading: &Reading) -> Missing {
    let shown = reading.shown();
    let mut partners = data.events.iter().flat_map(|event| &event.record.partners);
    let has_other = !reading.state.kinds.is_empty() && partners.any(|code| shown.contains(code));
    if has_other { Missing::OfKind } else { Missing::Events }
}

/// The nearest choice that shows something; none where the dataset has nothing at all.
pub(super) fn instead(data: &Dataset, reading: &Reading, width: f64) -> Option<Instead> {
    let mut choices = vec![Instead::WholePeriod, Instead::Linear];
    let others = data.main_measures().into_iter();
    choices.extend(others.filter(|other| *other != reading.measure).map(Instead::Measure));
    choices.extend([Instead::AllUnits, Instead::AllKinds, Instead::AllPartners]);
    choices.extend(View::ALL.iter().map(|view| Instead::View(*view)));
    choices.into_iter().find(|choice| {
        let mut state = reading.state.clone();
        for (name, value) in choice.attributes(data) {
            if state.set(name, Some(&value)).is_err() {
                return false;
            }
        }
        state != reading.state && shows(data, &state, width)
    })
}

fn shows(data: &Dataset, state: &State, width: f64) -> bool {
    let reading = super::read(None, data, state, width);
    missing(data, &reading).is_none()
}

/// The drawn views that would have nothing to show unasked, with what they lack.
pub fn empty_views(data: &Dataset) -> Vec<(View, Missing)> {
    let mut empty = Vec::new();
    for view in View::ALL {
        let state = State { view: *view, ..State::default() };
        let reading = super::read(None, data, &state, WIDE);
        empty.extend(missing(data, &reading).map(|missing| (*view, missing)));
    }
    empty
}

/// Wider than what is compact, in CSS pixels.
const WIDE: f64 = 1000.0;
