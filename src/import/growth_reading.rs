//! How a number of growth is read, where words say it.

use super::{date_reading, sayings, words};

/// How a number of growth is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrowthReading {
    /// Percent more or less than in the period before: 12.5 is a ratio of 1.125.
    Change,
    /// Percent of the period before: 112.5 is a ratio of 1.125.
    Index,
    /// The ratio itself.
    Ratio,
}

impl GrowthReading {
    /// What an answer calls them.
    pub const WORDS: [(&str, GrowthReading); 3] = [
        ("change", GrowthReading::Change),
        ("index", GrowthReading::Index),
        ("ratio", GrowthReading::Ratio),
    ];
}

/// What a text says of how its growth is counted, and what it is of that is no measure.
pub(super) fn said(
    text: &str,
    change: bool,
    other: Option<&'static str>,
) -> (Option<GrowthReading>, Option<&'static str>) {
    let phrases = words::phrases(text);
    let find = |phrase: &String| words::find("growth", phrase);
    let says = |wanted: &str| phrases.iter().filter_map(find).any(|found| found == wanted);
    let base = phrases.iter().any(|phrase| {
        phrase
            .split_once(' ')
            .is_some_and(|(year, hundred)| date_reading::is_year(year) && hundred == "100")
    });
    let index = says("index");
    if other.is_some() || base && (index || change) || index && !change && !says("previous") {
        return (None, other.or(Some(sayings::INDEX)));
    }
    let reading = if says("previous") || change && index {
        Some(GrowthReading::Index)
    } else {
        (change && says("change")).then_some(GrowthReading::Change)
    };
    (reading, None)
}
