//! The chart in a few sentences, for those who cannot see it; it claims no more than the records.

use super::few::few;
use super::{Telling, describe, speak};
use crate::dataset::{Basis, Certainty, Day, Entry};
use crate::locale::{append, counted, date, fill, measure, plain, sentence, stop};
use crate::reading::{DatedValue, Length, Range, Reading, Series, Values, records};
use crate::view::View;

/// How many series are told; a listener cannot keep more apart.
const TOLD: usize = 4;

/// One to four sentences: what and when, values by reporter, events, what is in doubt. `drawn` is the
/// range on the chart's axis, and `headline` its finding.
pub fn summary(telling: Telling, drawn: Option<Range>, headline: &str) -> String {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    let mut records = records(data, reading);
    // What is drawn, and what has no date: a story may have earlier events than its axis.
    records.retain(|entry| match (entry, entry.when(), drawn) {
        (Entry::Event(_), Some(date), Some(drawn)) => {
            let first = date.first().unwrap_or(Day(i32::MIN));
            drawn.touches(first, date.last().unwrap_or(Day(i32::MAX)))
        }
        _ => true,
    });
    let events: Vec<Entry> =
        records.iter().copied().filter(|entry| matches!(entry, Entry::Event(_))).collect();
    let doubtful = records.iter().filter(|entry| is_in_doubt(**entry, reading)).count() as u32;

    let mut told = String::new();
    if !events.is_empty() {
        told = speak::count_and_span(&events, locale);
    }
    let mut doubts = String::new();
    if doubtful > 0 {
        doubts = counted(locale, &words.in_doubt, doubtful);
    }
    let mut values = values(telling, drawn);
    // The name of the measure or the view alone is no finding, and is in the scope already.
    let has_finding = headline != measure(locale, data, reading.measure)
        && headline != words.view(reading.state.view);
    let is_of_values = shows_figures(reading.state.view) && reading.finding.is_some();
    if values.is_empty() && has_finding && (told.is_empty() || is_of_values) {
        values = headline.to_owned();
    }
    let mut text = String::new();
    for part in [scope(telling, drawn, &records), values, told, doubts] {
        if !part.is_empty() {
            append(&mut text, " ", &sentence(locale, &part));
            stop(&mut text);
        }
    }
    text
}

/// "Trade turnover, dated events: Kazakhstan, Russia, Tajikistan; 2003–2026": what there is in view, or
/// what the view would be about.
fn scope(telling: Telling, drawn: Option<Range>, records: &[Entry]) -> String {
    let Telling { data, reading, locale } = telling;
    let (words, view) = (locale.words, reading.state.view);
    let has = |is: fn(&Entry) -> bool| records.is_empty() || records.iter().any(is);
    let mut text = String::new();
    if shows_figures(view) && !reading.of_events && has(|one| matches!(one, Entry::Figure(_))) {
        text.push_str(&measure(locale, data, reading.measure));
    }
    if shows_events(view) && has(|one| matches!(one, Entry::Event(_))) {
        append(&mut text, ", ", words.dated_events);
    }
    if text.is_empty() {
        text.push_str(words.view(view));
    }
    let names = reading.bands.iter().map(|band| band.partner(data).name.get(locale.language));
    append(&mut text, ": ", &few(&names.collect::<Vec<_>>(), ", ", locale));
    if let Some(range) = drawn.filter(|_| reading.is_dated()) {
        let [from, to] = [range.from, range.to].map(|day| plain(day.civil().0));
        append(&mut text, "; ", &from);
        append(&mut text, "–", if from == to { "" } else { &to });
    }
    text
}

/// First, last and highest value of each partner's longest series; of one partner alone those of
/// every reporter.
fn values(telling: Telling, drawn: Option<Range>) -> String {
    let Telling { data, reading, locale } = telling;
    let mut text = String::new();
    if !shows_figures(reading.state.view) {
        return text;
    }
    let most = if reading.bands.len() > 1 { 1 } else { TOLD };
    for band in reading.bands.iter().take(TOLD) {
        for plot in &band.plots {
            let told = plot.series.iter().filter(|series| is_told(series));
            for series in told.take(most) {
                let name = band.partner(data).name.get(locale.language);
                append(&mut text, "; ", &of_series(telling, name, plot, series, drawn));
            }
        }
    }
    text
}

/// Whether a series is one of published values by a named reporter.
pub fn is_told(series: &Series) -> bool {
    series.length != Length::Part && !series.derived && series.reporter.is_some()
}

fn of_series(
    telling: Telling,
    name: &str,
    plot: &Values,
    series: &Series,
    drawn: Option<Range>,
) -> String {
    let Telling { data, locale, .. } = telling;
    let mut members = series.members.iter().map(|at| &plot.dated[*at]).collect::<Vec<_>>();
    members.retain(|value| drawn.is_none_or(|range| range.touches(value.first, value.last)));
    let (Some(first), Some(last)) = (members.first(), members.last()) else {
        return String::new();
    };
    let mut highest = *first;
    for value in &members {
        if value.value > highest.value {
            highest = value;
        }
    }
    let by = series.reporter.and_then(|code| data.partner(code));
    let by = by.map_or("", |one| one.by.get(locale.language));
    if (first.first, first.last) == (last.first, last.last) {
        return of_one_period(telling, [name, by], &members);
    }
    let [first, last, highest] = [*first, *last, highest].map(|value| {
        let when = when(telling, value);
        let amount = aloud(telling, value);
        match value.year {
            Some(_) => fill(locale.words.value_in_year, &[("value", &amount), ("year", &when)]),
            None => [&*amount, " (", &when, ")"].concat(),
        }
    });
    let places =
        [("partner", name), ("by", by), ("first", &first), ("last", &last), ("most", &highest)];
    fill(locale.words.series_told, &places)
}

/// "Angola, according to Portuguese statistics (2022): 1.25 billion euros": neither first nor last; of
/// several reports what the others say.
fn of_one_period(telling: Telling, [name, by]: [&str; 2], members: &[&DatedValue]) -> String {
    let Telling { locale, .. } = telling;
    let whose = fill(locale.words.attributed, &[("claim", name), ("by", by)]);
    let mut text = String::new();
    for value in members {
        let amount = aloud(telling, value);
        text = match text.is_empty() {
            true => [&*whose, " (", &when(telling, value), "): ", &amount].concat(),
            false => fill(locale.words.rival, &[("claim", &text), ("value", &amount)]),
        };
    }
    text
}

fn aloud(telling: Telling, value: &DatedValue) -> String {
    let figure = telling.data.figure(value.figure);
    describe::value_aloud(telling.data, Entry::Figure(figure), telling.locale).unwrap_or_default()
}

fn when(telling: Telling, value: &DatedValue) -> String {
    let period = telling.data.figure(value.figure).period;
    match (value.year, period) {
        (Some(year), _) => plain(year),
        (None, Some(period)) => date(telling.locale, &period),
        (None, None) => String::new(),
    }
}

/// Whether a view shows values.
pub fn shows_figures(view: View) -> bool {
    !matches!(view, View::Events | View::Sectors)
}

fn shows_events(view: View) -> bool {
    !matches!(view, View::Trade | View::Sectors)
}

/// Whether a record is ambiguous, or a value without a period; growth is no value of the chart.
fn is_in_doubt(entry: Entry, reading: &Reading) -> bool {
    let is_ambiguous = entry.record().certainty == Certainty::Ambiguous;
    match entry {
        Entry::Figure(figure) => {
            let in_doubt = is_ambiguous || figure.period_basis == Basis::None;
            figure.measure == reading.measure && in_doubt
        }
        _ => is_ambiguous,
    }
}
