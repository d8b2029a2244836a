//! What is shown by default follows the chosen record; what a reader sees stays when another one is
//! chosen in it.

use crate::dataset::{Code, Dataset};
use crate::reading::Reading;
use crate::view::{State, View};

/// After a state has chosen another record: whether all is to be drawn anew. One that is told from
/// outside brings its partner and measure with it; else what is shown becomes the reader's choice.
pub(super) fn follow(state: &mut State, data: &Dataset, reading: &Reading, is_told: bool) -> bool {
    let stands = stands(reading, data, state);
    if !stands && !is_told {
        keep(reading, data, state);
    }
    !stands
}

/// Whether a state that differs in its chosen record alone shows the same partners and measure.
fn stands(reading: &Reading, data: &Dataset, state: &State) -> bool {
    if state.measure_of(data) != reading.measure {
        return false;
    }
    if state.view == View::Table {
        return true;
    }
    let chosen = state.select.as_deref().and_then(|id| data.record(id));
    let is_of = |code: &Code| chosen.is_some_and(|record| record.partners.contains(code));
    let followed = reading.partners.iter().find(|offer| offer.follows);
    let mut others = reading.shown();
    others.retain(|code| followed.is_none_or(|offer| offer.code != *code));
    match followed {
        Some(offer) => is_of(&offer.code) && !others.iter().any(is_of),
        None => chosen.is_none() || others.iter().any(is_of),
    }
}

/// Makes what is shown the reader's choice.
fn keep(reading: &Reading, data: &Dataset, state: &mut State) {
    let is_followed = reading.partners.iter().any(|offer| offer.follows);
    if state.partners.is_empty() || is_followed {
        state.partners = reading.shown();
    }
    if state.measure_of(data) != reading.measure {
        state.measure = Some(data.measure_key(reading.measure).to_owned());
    }
}
