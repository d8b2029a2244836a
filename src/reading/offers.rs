//! What the reader may choose in the view that is drawn: kinds, measure, unit, scale.

use super::Band;
use super::pairs::Pair;
use crate::dataset::{Dataset, EventKind, Figure, Measure, Unit};
use crate::view::{ScaleKind, State, View};

/// A kind of event that occurs in the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KindOffer {
    /// The kind of event.
    pub kind: EventKind,
    /// How many dated events of it the partners in view have; 1 or more.
    pub count: u32,
    /// Whether it is drawn.
    pub on: bool,
}

/// The kinds of the events with the partners in view, in the order of the word list.
pub(super) fn kinds(data: &Dataset, state: &State, bands: &[Band]) -> Vec<KindOffer> {
    let mut offers: Vec<KindOffer> = Vec::new();
    if !matches!(state.view, View::Story | View::Events | View::Table) {
        return offers;
    }
    for event in data.events.iter().filter(|event| event.date.is_some()) {
        if !bands.iter().any(|band| event.record.partners.contains(&band.code)) {
            continue;
        }
        match offers.iter_mut().find(|offer| offer.kind == event.kind) {
            Some(offer) => offer.count += 1,
            None => {
                let on = state.shows_kind(data, event.kind);
                offers.push(KindOffer { kind: event.kind, count: 1, on });
            }
        }
    }
    crate::dataset::order::sorted_by_key(offers, |offer| offer.kind.index() as i64)
}

/// The measures that the view draws and the dataset has a value of; growth and documents stand
/// beside another measure.
pub(super) fn measures(data: &Dataset, state: &State) -> Vec<Measure> {
    let mut measures = Vec::new();
    if !matches!(state.view, View::Story | View::Trade) {
        return measures;
    }
    let main = data.main_measures();
    for (_, figure) in data.all_figures() {
        let measure = figure.measure;
        if figure.value.is_some() && !measures.contains(&measure) && main.contains(&measure) {
            measures.push(measure);
        }
    }
    crate::dataset::order::sorted_by_key(measures, |measure| measure.index() as i64)
}

/// The units in which the values in view are, where there are several.
pub(super) fn units(bands: &[Band]) -> Vec<Unit> {
    let mut units = Vec::new();
    for plot in bands.iter().flat_map(|band| &band.plots) {
        if !plot.dated.is_empty() && !units.contains(&plot.unit) {
            units.push(plot.unit);
        }
    }
    units
}

/// The units of all values of a measure, in the order of the records.
pub(super) fn all_units(data: &Dataset, measure: Measure) -> Vec<Unit> {
    let mut units = Vec::new();
    for (_, figure) in data.all_figures() {
        let is_one = figure.measure == measure && figure.value.is_some();
        if is_one && !units.contains(&figure.unit) {
            units.push(figure.unit);
        }
    }
    units
}

/// The unit that the reader has chosen, where a value of the measure is in it.
pub(super) fn chosen_unit(data: &Dataset, state: &State, measure: Measure) -> Option<Unit> {
    let is_one = |unit: Unit| {
        move |(_, figure): (usize, &Figure)| {
            figure.measure == measure && figure.unit == unit && figure.value.is_some()
        }
    };
    state.unit_of(data).filter(|unit| data.all_figures().any(is_one(*unit)))
}

/// Whether values of a unit add up to an index.
fn is_indexable(unit: Unit) -> bool {
    !matches!(unit, Unit::Count | Unit::Ratio)
}

/// The scales that make sense: one plot for all partners in `trade` alone, a logarithm of values in
/// one unit, and an index of values that form a series.
pub(super) fn scales(state: &State, bands: &[Band]) -> Vec<ScaleKind> {
    let mut scales = Vec::new();
    if state.view == View::Trade {
        let units = units(bands);
        scales.push(ScaleKind::Linear);
        if units.len() < 2 {
            scales.push(ScaleKind::Log);
        }
        if units.iter().all(|unit| is_indexable(*unit)) {
            scales.push(ScaleKind::Indexed);
        }
    }
    scales
}

/// The scale that is drawn: the chosen one where it makes sense, else the linear one.
pub(super) fn scale(state: &State, scales: &[ScaleKind]) -> ScaleKind {
    if scales.contains(&state.scale) { state.scale } else { ScaleKind::Linear }
}

/// Whether two reporters tell of the same period anywhere in view, on a scale that shows it.
pub(super) fn compares(state: &State, scale: ScaleKind, pairs: &[Pair]) -> bool {
    matches!(state.view, View::Story | View::Trade)
        && scale == ScaleKind::Linear
        && !pairs.is_empty()
}
