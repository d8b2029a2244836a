//! The chart in a few sentences, for those who cannot see it; it claims no more than the records.

use super::{describe, records, speak};
use crate::chart::{Chart, Extent, is_of_events, series};
use crate::dataset::{Basis, Certainty, Dataset, Entry};
use crate::locale::{Locale, append, counted, fill, plain, sentence, stop};
use crate::view::{State, View};

/// How many series are told; a listener cannot keep more apart.
const TOLD: usize = 4;

/// One to four sentences in the language of `state`: what and when, values by reporter, events,
/// what is in doubt.
pub fn summary(data: &Dataset, chart: &Chart, state: &State, locale: &Locale) -> String {
    let locale = locale;
    let words = locale.words;
    let records = records(data, state, &chart.shown);
    let events: Vec<Entry> =
        records.iter().copied().filter(|entry| matches!(entry, Entry::Event(_))).collect();
    let doubtful = records.iter().filter(|entry| is_in_doubt(**entry, state)).count() as u32;

    let mut told = String::new();
    if !events.is_empty() {
        told = speak::count_and_span(&events, locale);
    }
    let mut doubts = String::new();
    if doubtful > 0 {
        doubts = counted(locale, &words.in_doubt, doubtful);
    }
    let mut values = values(data, chart, state, locale);
    // The name of the measure alone is no finding, and is in the scope already.
    let has_finding = chart.headline != words.measure(state.measure);
    if values.is_empty() && told.is_empty() && has_finding {
        values.clone_from(&chart.headline);
    }
    let mut text = String::new();
    for part in [scope(data, chart, state, locale), values, told, doubts] {
        if !part.is_empty() {
            append(&mut text, " ", &sentence(locale, &part));
            stop(&mut text);
        }
    }
    text
}

/// "Trade turnover, dated events: Kazakhstan, Russia, Tajikistan; 2003–2026"
fn scope(data: &Dataset, chart: &Chart, state: &State, locale: &Locale) -> String {
    let words = locale.words;
    let mut text = String::new();
    if shows_figures(state.view) && !is_of_events(data, state) {
        text.push_str(words.measure(state.measure));
    }
    if shows_events(state.view) {
        append(&mut text, ", ", words.dated_events);
    }
    if text.is_empty() {
        text.push_str(words.view(state.view));
    }
    let mut names = String::new();
    for code in &chart.shown {
        let partner = data.partner(*code);
        append(&mut names, ", ", partner.map_or("", |partner| partner.name.get(locale.language)));
    }
    append(&mut text, ": ", &names);
    if let Some(extent) = &chart.extent {
        let [from, to] = [extent.from, extent.to].map(|day| plain(day.civil().0));
        append(&mut text, "; ", &from);
        append(&mut text, "–", if from == to { "" } else { &to });
    }
    text
}

/// First, last and highest value of each partner's longest series; of one partner alone those of
/// every reporter.
fn values(data: &Dataset, chart: &Chart, state: &State, locale: &Locale) -> String {
    let words = locale.words;
    let mut text = String::new();
    if !shows_figures(state.view) || words.subjects.get(state.measure as usize).is_none() {
        return text;
    }
    let most = if chart.shown.len() > 1 { 1 } else { TOLD };
    for code in chart.shown.iter().take(TOLD) {
        let Some(partner) = data.partner(*code) else { continue };
        for series in series(data, *code, state.measure).into_iter().take(most) {
            let mut figures = series.values;
            let extent = chart.extent.as_ref();
            figures.retain(|(year, _)| extent.is_none_or(|extent| is_drawn(extent, *year)));
            let (Some(first), Some(last)) = (figures.first(), figures.last()) else { continue };
            let mut highest = first;
            for figure in &figures {
                if figure.1.value > highest.1.value {
                    highest = figure;
                }
            }
            let [first, last, highest] = [first, last, highest].map(|(year, figure)| {
                let value = describe::value_aloud(Entry::Figure(figure), locale);
                let value = value.unwrap_or_default();
                fill(words.value_in_year, &[("value", &value), ("year", &plain(*year))])
            });
            let by = data.partner(series.reporter).map_or("", |one| one.by.get(locale.language));
            let name = partner.name.get(locale.language);
            let places = [
                ("partner", name),
                ("by", by),
                ("first", &first),
                ("last", &last),
                ("most", &highest),
            ];
            append(&mut text, "; ", &fill(words.series_told, &places));
        }
    }
    text
}

/// Whether a year lies in the range that is drawn.
pub fn is_drawn(extent: &Extent, year: i32) -> bool {
    (extent.from.civil().0..=extent.to.civil().0).contains(&year)
}

pub fn shows_figures(view: View) -> bool {
    !matches!(view, View::Events | View::Sectors)
}

pub fn shows_events(view: View) -> bool {
    !matches!(view, View::Trade | View::Sectors)
}

/// Whether a record is ambiguous, or a value without a period; growth is no value of the chart.
fn is_in_doubt(entry: Entry, state: &State) -> bool {
    let is_ambiguous = entry.record().certainty == Certainty::Ambiguous;
    match entry {
        Entry::Figure(figure) => {
            let in_doubt = is_ambiguous || figure.period_basis == Basis::None;
            figure.measure == state.measure && in_doubt
        }
        _ => is_ambiguous,
    }
}
