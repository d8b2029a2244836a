//! The finding as a sentence; it says no more than the records do.
//!
//! Told are values of one series whose period is stated, neither computed nor ambiguous, within the
//! range. Two of them make a change where both are exact values; it reads "from … to …" and names
//! the reporter. Events are counted where they are done or under way; planned ones are counted apart.

use super::{Telling, amount, headline_counts as counts};
use crate::dataset::{Measure, Partner, Qualifier};
use crate::locale::{self, fill};
use crate::reading::{self, Band, DatedValue, Length, Pair, Values, rough};
use crate::view::View;

/// Growth below this share of the earlier value "changed little".
const LITTLE: f64 = 0.01;
/// From this ratio on growth is told as "4.9-fold", below it in per cent.
const FOLD: f64 = 2.0;

/// The finding of the view, without a full stop.
pub fn headline(telling: Telling) -> String {
    let Telling { reading, locale, .. } = telling;
    let told = match reading.state.view {
        View::Sectors => counts::of_sectors(telling),
        View::Events => counts::of_events(telling),
        View::Trade => of_values(telling),
        View::Story | View::Table => of_values(telling).or_else(|| counts::of_events(telling)),
    };
    told.unwrap_or_else(|| {
        let mut values = reading.bands.iter().flat_map(Band::dated);
        let is_drawn = values.any(|value| reading.is_chosen(value.first, value.last));
        let has_values = matches!(reading.state.view, View::Trade | View::Story) && is_drawn;
        let words = locale.words;
        match has_values {
            true => locale::measure(locale, telling.data, reading.measure),
            false => match reading.missing {
                Some(missing) => missing.word(words).to_owned(),
                None if reading.state.view == View::Table => {
                    let records = reading::records(telling.data, reading).len() as u32;
                    locale::counted(locale, &words.records, records)
                }
                None => words.nothing.to_owned(),
            },
        }
    })
}

/// One partner's values in one unit.
#[derive(Clone, Copy)]
struct Told<'a> {
    band: &'a Band,
    values: &'a Values,
    pairs: &'a [Pair],
}

fn of_values(telling: Telling) -> Option<String> {
    let reading = telling.reading;
    let mut plots = Vec::new();
    for band in &reading.bands {
        for (values, pairs) in band.plots.iter().zip(&band.pairs) {
            plots.push(Told { band, values, pairs });
        }
    }
    let first = |tell: &dyn Fn(Told) -> Option<String>| plots.iter().find_map(|plot| tell(*plot));
    if reading.measure == Measure::AGREEMENTS {
        return first(&|plot| count(telling, plot));
    }
    let changed = |plot: Told, ends: Option<Ends>| Some(change(telling, plot.band, ends?));
    first(&|plot| difference(telling, plot))
        .or_else(|| first(&|plot| changed(plot, slope(telling, plot))))
        .or_else(|| first(&|plot| changed(plot, latest_change(telling, plot, PUBLISHED))))
        .or_else(|| first(&|plot| last_value(telling, plot, PUBLISHED)))
        .or_else(|| first(&|plot| changed(plot, latest_change(telling, plot, COMPUTED))))
        .or_else(|| first(&|plot| last_value(telling, plot, COMPUTED)))
}

/// Which values are told: what is computed only where nothing is published.
const PUBLISHED: bool = false;
const COMPUTED: bool = true;

fn is_told(telling: Telling, value: &DatedValue, derived: bool) -> bool {
    value.length != Length::Part
        && value.derived == derived
        && !value.is_doubtful
        && telling.reading.is_chosen(value.first, value.last)
}

/// Whether the two make a change to tell.
fn is_change(telling: Telling, from: &DatedValue, to: &DatedValue) -> bool {
    let exact = |value: &DatedValue| {
        is_told(telling, value, value.derived)
            && value.qualifier == Qualifier::Exact
            && value.value > 0.0
    };
    let same = from.reporter == to.reporter && from.derived == to.derived;
    exact(from) && exact(to) && same && from.length == to.length
}

type Ends<'a> = (&'a DatedValue, &'a DatedValue);

/// A growth that a source states.
fn slope<'a>(telling: Telling, plot: Told<'a>) -> Option<Ends<'a>> {
    let dated = &plot.values.dated;
    let mut ends = plot.values.slopes.iter().map(|slope| (&dated[slope.from], &dated[slope.to]));
    ends.find(|(from, to)| is_change(telling, from, to))
}

/// The change to the latest period: of years from the year before it, or else from the first year
/// that the same reporter tells; of months, quarters and days from the same one a year before.
fn latest_change<'a>(telling: Telling, plot: Told<'a>, derived: bool) -> Option<Ends<'a>> {
    let dated = &plot.values.dated;
    let latest = dated.iter().rev().filter(|value| is_told(telling, value, derived));
    let latest = latest.max_by_key(|value| value.last)?;
    if latest.length != Length::Year {
        return same_of_last_year(telling, plot, latest);
    }
    let year = latest.year;
    let joins = plot.values.joins.iter().map(|(from, to)| (&dated[*from], &dated[*to]));
    let mut joins = joins.filter(|(from, to)| to.year == year && is_change(telling, from, to));
    if let Some(join) = joins.next_back() {
        return Some(join);
    }
    let of_year = |to: &&DatedValue| to.year == year && to.derived == derived;
    for to in dated.iter().filter(of_year).filter(|to| to.reporter.is_some()) {
        let first = dated.iter().find(|from| from.year < year && is_change(telling, from, to));
        let alone = |one: &DatedValue| {
            let same =
                |other: &&DatedValue| other.year == one.year && other.reporter == one.reporter;
            dated.iter().filter(same).count() == 1
        };
        if let Some(from) = first.filter(|from| alone(from) && alone(to)) {
            return Some((from, to));
        }
    }
    None
}

/// Of a series of shorter periods: the latest one and the same one a year before, or else the first.
fn same_of_last_year<'a>(
    telling: Telling,
    plot: Told<'a>,
    latest: &'a DatedValue,
) -> Option<Ends<'a>> {
    let dated = &plot.values.dated;
    let is_same =
        |value: &&DatedValue| is_change(telling, value, latest) && value.last < latest.first;
    let (year, month, day) = latest.first.civil();
    let before = dated.iter().filter(is_same);
    let same = before.clone().find(|value| value.first.civil() == (year - 1, month, day));
    let from = same.or_else(|| before.clone().next())?;
    Some((from, latest))
}

/// Where reporters are compared, "Trade with Russia, 2014: Russia’s statistics show about $2 bn more
/// than Azerbaijan’s": the latest period of which two reporters give one exact value each, of full
/// years if there is one.
fn difference(telling: Telling, plot: Told) -> Option<String> {
    let Telling { data, reading, locale } = telling;
    if !reading.is_compared() {
        return None;
    }
    let dated = &plot.values.dated;
    let mut last: Option<[&DatedValue; 2]> = None;
    for pair in plot.pairs {
        let [low, high] = pair.members[..] else { continue };
        let ends = [&dated[low], &dated[high]];
        let tells = |value: &&DatedValue| {
            value.qualifier == Qualifier::Exact
                && !value.is_doubtful
                && reading.is_chosen(value.first, value.last)
        };
        let is_later =
            |[other, _]: [&DatedValue; 2]| other.year.is_none() || ends[0].year.is_some();
        if ends.iter().all(tells) && ends[0].value < ends[1].value && last.is_none_or(is_later) {
            last = Some(ends);
        }
    }
    let [low, high] = last?;
    let name = |value: &DatedValue| Some(data.partner(value.reporter?)?.name.get(locale.language));
    let gap = high.value - low.value;
    let qualifier = if rough(gap) == gap { Qualifier::Exact } else { Qualifier::About };
    let gap = amount::short(telling, rough(gap), plot.values.unit);
    let values = [
        ("subject", &*subject(telling, plot.band.partner(data))),
        ("when", &when(telling, high)?),
        ("high", name(high)?),
        ("gap", &amount::qualified(telling, qualifier, &gap)),
        ("low", name(low)?),
    ];
    Some(fill(locale.words.differs, &values))
}

/// "Trade with Russia: $4.4 bn in 2023"; of several values of the period the surest.
fn last_value(telling: Telling, plot: Told, derived: bool) -> Option<String> {
    let Telling { data, locale, .. } = telling;
    let reporting = data.meta.reporting;
    let mut surest: Option<&DatedValue> = None;
    for value in plot.values.dated.iter().filter(|value| is_told(telling, value, derived)) {
        let replaces = |best: &DatedValue| {
            value.last > best.last || value.doubt(reporting) < best.doubt(reporting)
        };
        if surest.is_none_or(replaces) {
            surest = Some(value);
        }
    }
    let last = surest?;
    let subject = subject(telling, plot.band.partner(data));
    let value = amount::full(telling, data.figure(last.figure));
    let when = when(telling, last)?;
    let claim = match last.year {
        Some(_) => fill(
            locale.words.one_value,
            &[("subject", &subject), ("value", &value), ("year", &when)],
        ),
        None => dated_claim(telling, &subject, &value, &when),
    };
    Some(attributed(telling, claim, last))
}

/// "Agreements with Kazakhstan: more than 189 (December 2025)"
fn count(telling: Telling, plot: Told) -> Option<String> {
    let Telling { data, reading, locale } = telling;
    let told = |value: &&DatedValue| {
        !value.derived && !value.is_doubtful && reading.is_chosen(value.first, value.last)
    };
    let figure = data.figure(plot.values.dated.iter().rfind(told)?.figure);
    let with = plot.band.partner(data).with.get(locale.language);
    let subject = locale::sentence(locale, &fill(locale.words.agreements, &[("with", with)]));
    let date = locale::date(locale, &figure.period?);
    Some(dated_claim(telling, &subject, &amount::full(telling, figure), &date))
}

/// "Trade with Kazakhstan: +12% (March 2023 – March 2024)": a claim that needs no case.
fn dated_claim(telling: Telling, subject: &str, value: &str, date: &str) -> String {
    let values = [("subject", subject), ("value", value), ("date", date)];
    fill(telling.locale.words.one_count, &values)
}

/// "2023", or "March 2023".
fn when(telling: Telling, value: &DatedValue) -> Option<String> {
    match value.year {
        Some(year) => Some(locale::plain(year)),
        None => Some(locale::date(telling.locale, &telling.data.figure(value.figure).period?)),
    }
}

fn change(telling: Telling, band: &Band, (from, to): Ends) -> String {
    let Telling { data, locale, .. } = telling;
    let words = locale.words;
    let subject = subject(telling, band.partner(data));
    let ratio = to.value / from.value;
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
    let (template, times, percent) = if (ratio - 1.0).abs() < LITTLE {
        (changed_little, String::new(), String::new())
    } else if ratio >= FOLD {
        (grew_times, locale::times(locale, ratio), String::new())
    } else if ratio > 1.0 {
        (grew_percent, String::new(), locale::percent(locale, ratio - 1.0))
    } else {
        (fell_percent, String::new(), locale::percent(locale, 1.0 - ratio))
    };
    let [first, last] = [from, to].map(|value| when(telling, value).unwrap_or_default());
    let claim = fill(
        template,
        &[
            ("subject", &subject),
            ("times", &times),
            ("percent", &percent),
            ("from", &first),
            ("to", &last),
        ],
    );
    attributed(telling, claim, to)
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

fn attributed(telling: Telling, mut claim: String, value: &DatedValue) -> String {
    let Telling { data, locale, .. } = telling;
    let reporter = value.reporter.and_then(|reporter| data.partner(reporter));
    let by = reporter.map(|reporter| reporter.by.get(locale.language));
    let computed = value.derived.then_some(locale.words.derived);
    for by in computed.into_iter().chain(by) {
        claim = fill(locale.words.attributed, &[("claim", &claim), ("by", by)]);
    }
    claim
}
