//! The partners that a view draws, and all that may be drawn of each.

use super::{Band, Dated, Offer, Reading, Values, offers, pairs, series, slopes, values};
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Code, Dataset, Measure};
use crate::view::{State, View};

/// Those that are drawn, in the order of their buttons. `before` is another reading of the same data,
/// whose partners are taken over where it asked the same of them.
pub(super) fn bands(
    before: Option<Reading>,
    data: &Dataset,
    state: &State,
    partners: &[Offer],
    measure: Measure,
) -> Vec<Band> {
    let asks_the_same = |before: &Reading| {
        before.measure == measure
            && before.state.unit == state.unit
            && before.state.kinds == state.kinds
    };
    let mut known = before.filter(asks_the_same).map(|before| before.bands).unwrap_or_default();
    let mut drawn: Vec<_> = partners.iter().filter(|offer| offer.on).collect();
    if state.view == View::Table {
        // Where they do not stand side by side, what is told of them is the same as elsewhere.
        drawn = sorted_by_key(drawn, |offer| offer.partner as i64);
    }
    let mut bands = Vec::new();
    for offer in drawn {
        bands.push(match known.iter().position(|band| band.partner == offer.partner) {
            Some(at) => known.swap_remove(at),
            None => band(data, state, (offer.partner, offer.code), measure),
        });
    }
    bands
}

fn band(data: &Dataset, state: &State, (partner, code): (usize, Code), measure: Measure) -> Band {
    let mut plots = values(data, code, measure);
    for plot in &mut plots {
        plot.slopes = slopes(data, code, plot);
    }
    if let Some(unit) = offers::chosen_unit(data, state, measure) {
        plots.retain(|plot| plot.unit == unit);
        if plots.is_empty() {
            plots.push(Values { unit, ..Values::default() });
        }
    }
    let mut unplaced = Vec::new();
    for (at, figure) in data.all_figures() {
        let is_of_band = figure.measure == measure && figure.record.partners.contains(&code);
        if is_of_band && !series::has_place(figure) {
            unplaced.push(at);
        }
    }
    let (mut events, mut undated) = (Vec::new(), Vec::new());
    for (at, event) in data.events.iter().enumerate() {
        let is_chosen = state.shows_kind(data, event.kind);
        if !is_chosen || !event.record.partners.contains(&code) {
            continue;
        }
        match Dated::new(at, event) {
            Some(dated) => events.push(dated),
            None => undated.push(at),
        }
    }
    let pairs = plots.iter().map(|plot| pairs(&plot.dated)).collect();
    let events = sorted_by_key(events, |dated| key(dated.first.0, dated.last.0));
    Band { partner, code, plots, pairs, events, undated, unplaced }
}
