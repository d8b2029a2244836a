//! The chart in a few sentences, for those who cannot see it; it claims no more than the records.

use crate::chart::Chart;
use crate::dataset::Dataset;
use crate::locale::{append, stop};
use crate::view::State;

/// Two to four sentences in the language of `state`.
pub fn summary(_data: &Dataset, chart: &Chart, _state: &State) -> String {
    let mut text = chart.headline.clone();
    stop(&mut text);
    append(&mut text, " ", &chart.subtitle);
    stop(&mut text);
    text
}
