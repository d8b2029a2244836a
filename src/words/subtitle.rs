//! Whose data is shown, and what of it: measure, unit, scale.

use super::Telling;
use crate::dataset::{Day, Unit};
use crate::locale::{self, Magnitude};
use crate::reading::{Band, DatedValue, Missing, common_base};
use crate::view::{ScaleKind, View};

/// "France. Trade turnover, million US dollars. Each partner has its own scale"; what is called
/// "Exports of France" says itself whose it is.
pub fn subtitle(telling: Telling) -> String {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    let text = match reading.state.view {
        View::Sectors => words.sectors_subtitle.to_owned(),
        View::Table => words.table_subtitle.to_owned(),
        View::Story | View::Events if reading.of_events => words.events_subtitle.to_owned(),
        _ if locale::names_reporting(locale, reading.measure) => return of_values(telling),
        _ => of_values(telling),
    };
    [&*locale::reporting(locale, data), ". ", &text].concat()
}

fn of_values(telling: Telling) -> String {
    let Telling { reading, locale, .. } = telling;
    let words = locale.words;
    let mut text = locale::measure(locale, telling.data, reading.measure);
    if reading.scale == ScaleKind::Indexed {
        text.push_str(", ");
        text.push_str(&match common_base(&reading.chains) {
            Some(base) => locale::fill(words.index_common, &[("year", &period(telling, base))]),
            None => words.index_own.to_owned(),
        });
        return text;
    }
    for unit in &reading.units {
        locale::append(&mut text, ", ", &unit_in_words(telling, *unit));
    }
    if reading.bands.len() > 1 && reading.scale == ScaleKind::Linear {
        text.push_str(". ");
        text.push_str(words.own_scale);
    }
    let absence = absence(telling);
    for why in refused_scale(telling).into_iter().chain(absence.as_deref()) {
        text.push_str(". ");
        text.push_str(why);
    }
    text
}

/// Why no value is drawn; none where one is, or where the headline says it.
fn absence(telling: Telling) -> Option<String> {
    let Telling { data, reading, locale } = telling;
    let dated = || reading.bands.iter().flat_map(Band::dated);
    let is_drawn = |value: &DatedValue| reading.range.touches(value.first, value.last);
    if reading.missing.is_some() || dated().any(is_drawn) {
        return None;
    }
    let is_undated = |band: &Band| band.plots.iter().any(|plot| !plot.undated.is_empty());
    let missing = match dated().next() {
        Some(_) => Missing::InPeriod,
        None if reading.bands.iter().any(is_undated) => {
            return Some(locale::sentence(locale, locale.words.period_not_stated));
        }
        None => reading.no_values(data, &reading.shown()),
    };
    Some(missing.word(locale.words).to_owned())
}

/// Why another scale is drawn than the one that was chosen.
fn refused_scale(Telling { reading, locale, .. }: Telling) -> Option<&'static str> {
    let is_refused = reading.state.view == View::Trade && reading.scale != reading.state.scale;
    match reading.state.scale {
        ScaleKind::Log if is_refused => Some(locale.words.log_one_unit),
        ScaleKind::Indexed if is_refused => Some(locale.words.no_index),
        _ => None,
    }
}

/// The base of an index: its year, or its month and year where its chains are of months.
fn period(telling: Telling, base: Day) -> String {
    use crate::reading::Length;
    match telling.reading.chains.first().map(|chain| chain.length) {
        Some(Length::Year) | None => locale::plain(base.civil().0),
        Some(_) => locale::day(telling.locale, base),
    }
}

/// "million US dollars" where all plots of the unit have one magnitude; empty for counts, and for a
/// unit of the package's own that is the only one, as each top tick says it.
fn unit_in_words(telling: Telling, unit: Unit) -> String {
    let Telling { reading, locale, .. } = telling;
    match unit {
        Unit::Currency(_) => {}
        Unit::Count | Unit::Ratio => return String::new(),
        _ if reading.units.len() == 1 => return String::new(),
        _ => return locale::unit_in_words(locale, telling.data, Magnitude::Units, unit),
    }
    let mut common = None;
    for plot in reading.bands.iter().flat_map(|band| &band.plots) {
        let most = plot.most(reading.range.from, reading.range.to);
        if plot.unit == unit && most > 0.0 {
            let magnitude = Magnitude::of(most);
            let differs = common.is_some_and(|common| common != magnitude);
            common = Some(if differs { Magnitude::Units } else { magnitude });
        }
    }
    let own_scales = reading.scale == ScaleKind::Linear;
    let common = common.filter(|_| own_scales).unwrap_or(Magnitude::Units);
    locale::unit_in_words(locale, telling.data, common, unit)
}
