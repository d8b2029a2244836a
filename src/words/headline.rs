//! The finding as a sentence; it says no more than the records do.
//!
//! It names the reporter, or that none is named, what is inferred or computed, and a value of the
//! same period that differs. Events are counted where they are done or under way; others apart.

use super::{Telling, amount, headline_counts as counts};
use crate::dataset::{Certainty, Partner, Qualifier, Unit};
use crate::locale::{self, Magnitude, fill};
use crate::reading::{Band, Claim, DatedValue, Finding, Length, Missing, rough};
use crate::view::View;

/// Growth below this share of the earlier value "changed little".
const LITTLE: f64 = 0.01;
/// From this ratio on growth is told as "4.9-fold", below it in per cent.
const FOLD: f64 = 2.0;

/// The finding of the view, without a full stop.
pub fn headline(telling: Telling) -> String {
    let finding = telling.reading.finding.as_ref();
    let told = match telling.reading.state.view {
        View::Sectors => counts::of_sectors(telling),
        View::Events => counts::of_events(telling),
        View::Trade => finding.map(|finding| of_values(telling, finding)),
        View::Story | View::Table => finding
            .map(|finding| of_values(telling, finding))
            .or_else(|| counts::of_events(telling)),
    };
    told.unwrap_or_else(|| without_finding(telling))
}

/// What is missing, by its kind; where marks are drawn that tell no finding, what they are of.
fn without_finding(telling: Telling) -> String {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    if let Some(missing) = reading.missing {
        return missing.word(words).to_owned();
    }
    let is_drawn = |first, last| reading.range.touches(first, last);
    let has_values = reading.bands.iter().any(|band| {
        let is_value = |value: &DatedValue| is_drawn(value.first, value.last);
        let is_beside =
            !band.unplaced.is_empty() || band.plots.iter().any(|plot| !plot.undated.is_empty());
        band.dated().any(is_value) || is_beside
    });
    let has_events = reading.bands.iter().any(|band| {
        band.events.iter().any(|event| is_drawn(event.first, event.last))
            || !band.undated.is_empty()
    });
    match reading.state.view {
        View::Trade | View::Story if has_values => locale::measure(locale, data, reading.measure),
        View::Story | View::Events if has_events => locale::sentence(locale, words.dated_events),
        View::Trade | View::Story | View::Events => Missing::InPeriod.word(words).to_owned(),
        view => words.view(view).to_owned(),
    }
}

fn of_values(telling: Telling, finding: &Finding) -> String {
    let band = &telling.reading.bands[finding.band];
    let mut text = match &finding.claim {
        Claim::Difference { low, high } => difference(telling, band, finding.unit, [low, high]),
        Claim::Change { from, to, .. } => attributed(telling, change(telling, band, from, to), to),
        Claim::Last { value, .. } => attributed(telling, last_value(telling, band, value), value),
        Claim::Count { value } => count(telling, band, value),
    };
    if finding.is_inferred && !matches!(finding.claim, Claim::Count { .. }) {
        text = with(telling, &text, telling.locale.words.certainty(Certainty::Inferred));
    }
    match (finding.rival(), &finding.claim) {
        (None, _) => text,
        (Some(rival), Claim::Change { from, to, .. }) => {
            let end = if rival.first == to.first { to } else { from };
            let value = amount::full(telling, telling.data.figure(end.figure));
            let told = [&*when(telling, end), ": ", &value].concat();
            [&*text, " (", &with_rival(telling, (&told, end), rival), ")"].concat()
        }
        (Some(rival), Claim::Last { value, .. }) => with_rival(telling, (&text, value), rival),
        (Some(_), _) => text,
    }
}

/// The claim with a value that differs from its own, by whom if not by the same, and how sure that
/// one is.
fn with_rival(telling: Telling, (claim, own): (&str, &DatedValue), rival: &DatedValue) -> String {
    let words = telling.locale.words;
    let mut value = amount::full(telling, telling.data.figure(rival.figure));
    let by = by(telling, rival).filter(|_| rival.reporter != own.reporter);
    let unnamed = (rival.reporter.is_none() && own.reporter.is_some())
        .then_some(words.statistics_not_named)
        .filter(|_| is_statistics(telling, rival));
    let doubt = (rival.certainty != Certainty::Stated).then(|| words.certainty(rival.certainty));
    let others = others(telling, [own, rival]);
    if others > 0 {
        let more = locale::count(telling.locale, others);
        value = fill(words.and_more, &[("list", &value), ("n", &more)]);
    }
    for said in by.into_iter().chain(unnamed).chain(doubt) {
        value = with(telling, &value, said);
    }
    match by {
        Some(_) => [claim, "; ", &value].concat(),
        None => fill(words.rival, &[("claim", claim), ("value", &value)]),
    }
}

/// How many more published values of the period, of the rival's statistics, differ from both.
fn others(telling: Telling, told: [&DatedValue; 2]) -> u32 {
    let Some(finding) = &telling.reading.finding else { return 0 };
    let plots = telling.reading.bands[finding.band].plots.iter();
    let values = plots.filter(|plot| plot.unit == finding.unit).flat_map(|plot| &plot.dated);
    let is_other = |value: &&DatedValue| {
        !value.derived
            && !value.is_doubtful
            && value.reporter == told[1].reporter
            && (value.first, value.last) == (told[0].first, told[0].last)
            && told.iter().all(|known| known.value != value.value)
    };
    values.filter(is_other).count() as u32
}

/// Where reporters are compared, "Trade with Russia, 2014: statistics of Russia show about $2 bn more
/// than those of Azerbaijan".
fn difference(telling: Telling, band: &Band, unit: Unit, [low, high]: [&DatedValue; 2]) -> String {
    let Telling { data, locale, .. } = telling;
    let name = |value: &DatedValue| {
        let partner = value.reporter.and_then(|code| data.partner(code));
        partner.map_or("", |partner| locale::in_text(locale, partner))
    };
    let gap = high.value - low.value;
    let qualifier = if rough(gap) == gap { Qualifier::Exact } else { Qualifier::About };
    let gap = amount::short(telling, rough(gap), unit);
    let values = [
        ("subject", &*subject(telling, band.partner(data))),
        ("when", &when(telling, high)),
        ("high", name(high)),
        ("gap", &amount::qualified(telling, qualifier, &gap)),
        ("low", name(low)),
    ];
    fill(locale.words.differs, &values)
}

/// "Trade with Russia: $4.4 bn in 2023"
fn last_value(telling: Telling, band: &Band, last: &DatedValue) -> String {
    let Telling { data, locale, .. } = telling;
    let subject = subject(telling, band.partner(data));
    let value = amount::full(telling, data.figure(last.figure));
    let when = when(telling, last);
    match last.year {
        Some(_) => fill(
            locale.words.one_value,
            &[("subject", &subject), ("value", &value), ("year", &when)],
        ),
        None => dated_claim(telling, &subject, &value, &when),
    }
}

/// "Agreements with Kazakhstan: more than 189 (December 2025)"
fn count(telling: Telling, band: &Band, value: &DatedValue) -> String {
    let Telling { data, locale, .. } = telling;
    let figure = data.figure(value.figure);
    let with = band.partner(data).with.get(locale.language);
    let subject = locale::sentence(locale, &fill(locale.words.agreements, &[("with", with)]));
    let date = figure.period.map_or(String::new(), |period| locale::date(locale, &period));
    dated_claim(telling, &subject, &amount::full(telling, figure), &date)
}

/// "Trade with Kazakhstan: +12% (March 2023 – March 2024)": a claim that needs no case.
fn dated_claim(telling: Telling, subject: &str, value: &str, date: &str) -> String {
    let values = [("subject", subject), ("value", value), ("date", date)];
    fill(telling.locale.words.one_count, &values)
}

/// "2023", or "March 2023".
fn when(telling: Telling, value: &DatedValue) -> String {
    let period = telling.data.figure(value.figure).period;
    match (value.year, period) {
        (Some(year), _) => locale::plain(year),
        (None, Some(period)) => locale::date(telling.locale, &period),
        (None, None) => String::new(),
    }
}

fn change(telling: Telling, band: &Band, from: &DatedValue, to: &DatedValue) -> String {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    let partner = band.partner(data);
    let mut subject = subject(telling, partner);
    if reading.units.len() > 1 {
        let unit = data.figure(to.figure).unit;
        let unit = locale::unit_in_words(locale, data, Magnitude::Units, unit);
        subject = [&*subject, " (", &unit, ")"].concat();
    }
    let ratio = to.value / from.value;
    let [first, last] = [from, to].map(|value| when(telling, value));
    // A package's own name for a measure may be of any number and gender.
    if locale::subject(locale, reading.measure, partner).is_none() {
        let dates = [&*first, dash(&first), &last].concat();
        return dated_claim(telling, &subject, &locale::growth(locale, ratio), &dates);
    }
    let [changed_little, grew_times, grew_percent, fell_percent] = match to.length {
        Length::Year => {
            [words.changed_little, words.grew_times, words.grew_percent, words.fell_percent]
        }
        _ => [
            words.changed_little_dates,
            words.grew_times_dates,
            words.grew_percent_dates,
            words.fell_percent_dates,
        ],
    };
    let (template, times, percent) = if ratio == 1.0 {
        (words.stayed_at, String::new(), String::new())
    } else if (ratio - 1.0).abs() < LITTLE {
        (changed_little, String::new(), String::new())
    } else if ratio >= FOLD {
        (grew_times, locale::times(locale, ratio), String::new())
    } else if ratio > 1.0 {
        (grew_percent, String::new(), locale::percent(locale, ratio - 1.0))
    } else {
        (fell_percent, String::new(), locale::percent(locale, 1.0 - ratio))
    };
    let apart = template.replace("{from} – {to}", &["{from}", dash(&first), "{to}"].concat());
    fill(
        &apart,
        &[
            ("subject", &subject),
            ("times", &times),
            ("percent", &percent),
            ("from", &first),
            ("to", &last),
            ("value", &amount::full(telling, data.figure(to.figure))),
        ],
    )
}

/// Between two periods; a dash between two that have one themselves could not be read.
fn dash(period: &str) -> &'static str {
    if period.contains('–') { "; " } else { " – " }
}

/// "Trade with Kazakhstan"
fn subject(telling: Telling, partner: &Partner) -> String {
    let Telling { data, reading, locale } = telling;
    let subject = locale::subject(locale, reading.measure, partner);
    let subject = subject.unwrap_or_else(|| {
        let measure = locale::measure(locale, data, reading.measure);
        [&*measure, ", ", partner.name.get(locale.language)].concat()
    });
    locale::sentence(locale, &subject)
}

/// The claim with whose statistics it rests on, and that it is computed.
fn attributed(telling: Telling, mut claim: String, value: &DatedValue) -> String {
    let words = telling.locale.words;
    let unnamed = (value.reporter.is_none() && !value.derived && is_statistics(telling, value))
        .then_some(words.statistics_not_named);
    let computed = value.derived.then_some(words.derived);
    for by in computed.into_iter().chain(by(telling, value)).chain(unnamed) {
        claim = with(telling, &claim, by);
    }
    claim
}

/// Whether somebody's statistics must have it; a count is nobody's.
fn is_statistics(telling: Telling, value: &DatedValue) -> bool {
    matches!(telling.data.figure(value.figure).unit, Unit::Currency(_) | Unit::Ratio)
}

/// "according to Kazakh statistics"
fn by<'a>(telling: Telling<'a>, value: &DatedValue) -> Option<&'a str> {
    let reporter = telling.data.partner(value.reporter?)?;
    Some(reporter.by.get(telling.locale.language))
}

fn with(telling: Telling, claim: &str, by: &str) -> String {
    fill(telling.locale.words.attributed, &[("claim", claim), ("by", by)])
}
