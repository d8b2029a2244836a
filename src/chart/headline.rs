//! The finding as a sentence; it says no more than the records do.
//!
//! Told are full years whose period is stated, neither computed nor ambiguous, within the range.
//! Two of them make a change where one reporter gives both as exact values; it reads "from … to …"
//! and names the reporter. Events are counted where they are done or under way; planned ones are
//! counted apart.

use super::band::is_money;
use super::selection::{Band, Dated};
use super::values::Value;
use super::{Request, offers, pairs, sectors};
use crate::dataset::order::sorted_by_key;
use crate::dataset::{Certainty, Day, EventKind, Figure, Measure, Partner, Qualifier, Status};
use crate::locale::{self, Words, fill};
use crate::view::{ScaleKind, State, View};

/// Growth below this share of the earlier value "changed little".
const LITTLE: f64 = 0.01;
/// From this ratio on growth is told as "4.9-fold", below it in per cent.
const FOLD: f64 = 2.0;
/// How many sectors a headline names.
const NAMED: usize = 3;

/// The finding of the view, without a full stop.
pub fn headline(request: &Request, bands: &[Band]) -> String {
    let words = request.locale.words;
    let told = match request.state.view {
        View::Sectors => of_sectors(request, words, bands),
        View::Events => of_events(request, words, bands),
        View::Trade => of_values(request, words, bands),
        View::Story | View::Table => {
            of_values(request, words, bands).or_else(|| of_events(request, words, bands))
        }
    };
    told.unwrap_or_else(|| {
        let values = bands.iter().flat_map(|band| &band.values.dated);
        let mut drawn = values.filter(|value| in_range(request.state, value.first, value.last));
        let has_values = request.state.view == View::Trade && drawn.next().is_some();
        let name = words.measure(request.state.measure);
        (if has_values { name } else { words.nothing }).to_owned()
    })
}

fn in_range(state: &State, first: Day, last: Day) -> bool {
    state.from.is_none_or(|from| from <= last) && state.to.is_none_or(|to| first <= to)
}

fn of_values(request: &Request, words: &Words, bands: &[Band]) -> Option<String> {
    if request.state.measure == Measure::Agreements {
        return bands.iter().find_map(|band| count(request, words, band));
    }
    let change = bands
        .iter()
        .find_map(|band| slope(request, band).map(|ends| (band, ends)))
        .or_else(|| bands.iter().find_map(|band| Some((band, latest_change(request, band)?))));
    if let Some(told) = bands.iter().find_map(|band| difference(request, words, band)) {
        return Some(told);
    }
    if let Some((band, (from, to))) = change {
        return Some(change_sentence(request, words, band.partner, from, to));
    }
    bands.iter().find_map(|band| last_value(request, words, band))
}

fn is_told(request: &Request, value: &Value) -> bool {
    value.year.is_some()
        && !value.figure.derived
        && !value.is_doubtful()
        && in_range(request.state, value.first, value.last)
}

/// Whether the two make a change to tell.
fn is_change(request: &Request, from: &Value, to: &Value) -> bool {
    let exact = |value: &Value| {
        is_told(request, value) && value.figure.qualifier == Qualifier::Exact && value.value > 0.0
    };
    exact(from) && exact(to) && from.figure.reporter == to.figure.reporter
}

type Ends<'b, 'a> = (&'b Value<'a>, &'b Value<'a>);

/// A growth that a source states.
fn slope<'b, 'a>(request: &Request, band: &'b Band<'a>) -> Option<Ends<'b, 'a>> {
    let dated = &band.values.dated;
    let ends = band.values.slopes.iter().map(|slope| (&dated[slope.from], &dated[slope.to]));
    ends.into_iter().find(|(from, to)| is_change(request, from, to))
}

/// The change to the latest year: from the year before it, or else from the first year that the
/// same reporter tells.
fn latest_change<'b, 'a>(request: &Request, band: &'b Band<'a>) -> Option<Ends<'b, 'a>> {
    let dated = &band.values.dated;
    let year = dated.iter().rfind(|value| is_told(request, value))?.year;
    let joins = band.values.joins.iter().map(|(from, to)| (&dated[*from], &dated[*to]));
    let mut joins = joins.filter(|(from, to)| to.year == year && is_change(request, from, to));
    if let Some(join) = joins.next_back() {
        return Some(join);
    }
    for to in dated.iter().filter(|to| to.year == year && to.figure.reporter.is_some()) {
        let first = dated.iter().find(|from| from.year < year && is_change(request, from, to));
        let alone = |one: &Value| {
            let same = |other: &&Value| {
                other.year == one.year && other.figure.reporter == one.figure.reporter
            };
            dated.iter().filter(same).count() == 1
        };
        if let Some(from) = first.filter(|from| alone(from) && alone(to)) {
            return Some((from, to));
        }
    }
    None
}

/// Where reporters are compared, "Trade with Russia, 2014: Russia’s statistics show about $2 bn more
/// than Azerbaijan’s": the latest period of which two reporters give one exact value each, of full
/// years if there is one.
fn difference(request: &Request, words: &Words, band: &Band) -> Option<String> {
    let locale = request.locale;
    request.state.compare.filter(|_| offers::scale(request.state) == ScaleKind::Linear)?;
    let dated = &band.values.dated;
    let mut last: Option<[&Value; 2]> = None;
    for pair in pairs::pairs(dated) {
        let [low, high] = pair.members[..] else { continue };
        let ends = [&dated[low], &dated[high]];
        let tells = |value: &&Value| {
            value.figure.qualifier == Qualifier::Exact
                && !value.is_doubtful()
                && in_range(request.state, value.first, value.last)
        };
        let is_later = |[other, _]: [&Value; 2]| other.year.is_none() || ends[0].year.is_some();
        if ends.iter().all(tells) && ends[0].value < ends[1].value && last.is_none_or(is_later) {
            last = Some(ends);
        }
    }
    let [low, high] = last?;
    let name = |value: &Value| {
        let partner = request.data.partner(value.figure.reporter?)?;
        Some(partner.name.get(locale.language))
    };
    let gap = high.value - low.value;
    let qualifier = if pairs::rough(gap) == gap { Qualifier::Exact } else { Qualifier::About };
    let gap = locale::money(locale, pairs::rough(gap));
    let when = match high.year {
        Some(year) => locale::plain(year),
        None => locale::date(locale, &high.figure.period?),
    };
    let values = [
        ("subject", &*subject(request, words, band.partner)),
        ("when", &when),
        ("high", name(high)?),
        ("gap", &fill(words.qualifier(qualifier), &[("value", &gap)])),
        ("low", name(low)?),
    ];
    Some(fill(words.differs, &values))
}

/// "Trade with Russia: $4.4 bn in 2023"; of several values of the year the surest.
fn last_value(request: &Request, words: &Words, band: &Band) -> Option<String> {
    let reporting = request.data.meta.reporting;
    let mut surest: Option<&Value> = None;
    for value in band.values.dated.iter().filter(|value| is_told(request, value)) {
        let replaces =
            |best: &Value| value.year > best.year || value.doubt(reporting) < best.doubt(reporting);
        if surest.is_none_or(replaces) {
            surest = Some(value);
        }
    }
    let last = surest?;
    let claim = fill(
        words.one_value,
        &[
            ("subject", &subject(request, words, band.partner)),
            ("value", &qualified(request, words, last.figure)),
            ("year", &locale::plain(last.year?)),
        ],
    );
    Some(attributed(request, words, claim, last))
}

/// "Agreements with Kazakhstan: more than 189 (December 2025)"
fn count(request: &Request, words: &Words, band: &Band) -> Option<String> {
    let locale = request.locale;
    let told = |value: &&Value| {
        !value.figure.derived
            && !value.is_doubtful()
            && in_range(request.state, value.first, value.last)
    };
    let figure = band.values.dated.iter().rfind(told)?.figure;
    let number = locale::number(locale, figure.value?, 0);
    let value = fill(words.qualifier(figure.qualifier), &[("value", &number)]);
    let with = band.partner.with.get(locale.language);
    let subject = locale::sentence(locale, &fill(words.agreements, &[("with", with)]));
    let date = locale::date(locale, &figure.period?);
    let values = [("subject", subject.as_str()), ("value", &value), ("date", &date)];
    Some(fill(words.one_count, &values))
}

fn change_sentence(
    request: &Request,
    words: &Words,
    partner: &Partner,
    from: &Value,
    to: &Value,
) -> String {
    let locale = request.locale;
    let ratio = to.value / from.value;
    let (template, times, percent) = if (ratio - 1.0).abs() < LITTLE {
        (words.changed_little, String::new(), String::new())
    } else if ratio >= FOLD {
        (words.grew_times, locale::times(locale, ratio), String::new())
    } else if ratio > 1.0 {
        (words.grew_percent, String::new(), locale::percent(locale, ratio - 1.0))
    } else {
        (words.fell_percent, String::new(), locale::percent(locale, 1.0 - ratio))
    };
    let year = |value: &Value| value.year.map_or(String::new(), locale::plain);
    let claim = fill(
        template,
        &[
            ("subject", &subject(request, words, partner)),
            ("times", &times),
            ("percent", &percent),
            ("from", &year(from)),
            ("to", &year(to)),
        ],
    );
    attributed(request, words, claim, to)
}

/// "Trade with Kazakhstan"
fn subject(request: &Request, words: &Words, partner: &Partner) -> String {
    let (locale, measure) = (request.locale, request.state.measure);
    locale::sentence(locale, &words.subject(measure, partner, locale.language).unwrap_or_default())
}

fn attributed(request: &Request, words: &Words, claim: String, value: &Value) -> String {
    let by = value.figure.reporter.and_then(|reporter| request.data.partner(reporter));
    match by {
        Some(reporter) => {
            let by = reporter.by.get(request.locale.language);
            fill(words.attributed, &[("claim", &claim), ("by", by)])
        }
        None => claim,
    }
}

/// "about $6.5 mln"; a count is a number.
pub fn qualified(request: &Request, words: &Words, figure: &Figure) -> String {
    let (locale, value) = (request.locale, figure.value.unwrap_or(0.0));
    let amount = match is_money(figure.measure) {
        true => locale::money(locale, value),
        false => locale::number(locale, value, 0),
    };
    fill(words.qualifier(figure.qualifier), &[("value", &amount)])
}

/// The events of the view, each once: one with several partners stands in a lane of each.
fn events<'b, 'a>(request: &Request, bands: &'b [Band<'a>]) -> Vec<&'b Dated<'a>> {
    let mut events = Vec::new();
    for (index, band) in bands.iter().enumerate() {
        for dated in &band.events {
            let partners = &dated.event.record.partners;
            let is_counted =
                bands[..index].iter().any(|other| partners.contains(&other.partner.code));
            if !is_counted && in_range(request.state, dated.first, dated.last) {
                events.push(dated);
            }
        }
    }
    events
}

/// "105 events since 1992, 31 of them visits; 6 more planned"
fn of_events(request: &Request, words: &Words, bands: &[Band]) -> Option<String> {
    let locale = request.locale;
    let (mut held, mut planned) = (0, 0);
    let mut days: Option<(Day, Day)> = None;
    let mut kinds = vec![0; EventKind::ALL.len()];
    for dated in events(request, bands) {
        let event = dated.event;
        match event.status {
            Status::Planned | Status::Proposed => planned += 1,
            Status::Claimed => {}
            _ if event.record.certainty == Certainty::Ambiguous => {}
            Status::Done | Status::UnderWay => {
                held += 1;
                kinds[event.kind as usize] += 1;
                let (from, to) = days.unwrap_or((dated.first, dated.last));
                days = Some((from.min(dated.first), to.max(dated.last)));
            }
        }
    }
    let mut text = counted_events(request, words, bands, held, days?);
    let by_count = sorted_by_key((0..kinds.len()).collect(), |kind| -i64::from(kinds[*kind]));
    let (first, second) = (by_count[0], by_count[1]);
    // One kind alone, or two as frequent, is no finding.
    if kinds[first] > kinds[second] && kinds[second] > 0 {
        let number = locale::count(locale, kinds[first]);
        let kind = words.many[first];
        text = fill(words.most_often, &[("claim", &text), ("kind", kind), ("n", &number)]);
    }
    if planned > 0 {
        let form = words.and_planned.of(locale::plural(locale, planned));
        let number = locale::count(locale, planned);
        text = fill(form, &[("claim", &text), ("n", &number)]);
    }
    Some(text)
}

/// "105 events since 1992", or of a range with an end "Kazakhstan: 12 events, 1995–2000", or
/// "3 events, March 2022" where all are known to lie within it.
fn counted_events(
    request: &Request,
    words: &Words,
    bands: &[Band],
    count: u32,
    days: (Day, Day),
) -> String {
    let locale = request.locale;
    let only = if let [only] = bands { Some(only.partner) } else { None };
    let [first, last] = [days.0, days.1].map(|day| day.civil().0);
    let mut text = String::new();
    if let Some(to) = request.state.to {
        if let Some(partner) = only {
            text.push_str(partner.name.get(locale.language));
            text.push_str(": ");
        }
        text.push_str(&locale::counted(locale, &words.events, count));
        text.push_str(", ");
        let years = (Day::from_civil(first, 1, 1), Day::from_civil(last, 12, 31));
        // A range is told where it is narrower than the years that have events.
        let (from, to) = match request.state.from {
            Some(from) if days.0 < from || to < days.1 => years,
            Some(from) if years.0 < from || to < years.1 => (from, to),
            _ => years,
        };
        text.push_str(&locale::days(locale, from, to));
    } else {
        let forms = if only.is_some() { &words.events_with } else { &words.events_since };
        let form = forms.of(locale::plural(locale, count));
        let with = only.map_or("", |partner| partner.with.get(locale.language));
        let (number, year) = (locale::count(locale, count), locale::plain(first));
        text = fill(form, &[("n", &number), ("with", with), ("year", &year)]);
    }
    locale::sentence(locale, &text)
}

/// "5 of 27 sectors are mentioned with every partner: politics, trade, transport and 2 more"
fn of_sectors(request: &Request, words: &Words, bands: &[Band]) -> Option<String> {
    let locale = request.locale;
    let rows = sectors::rows(request, bands);
    let count = rows.len() as u32;
    if count == 0 {
        return None;
    }
    let number = |n: u32| locale::count(locale, n);
    if let [only] = bands {
        let form = words.sectors_with.of(locale::plural(locale, count));
        let values = [("n", &*number(count)), ("with", only.partner.with.get(locale.language))];
        return Some(locale::sentence(locale, &fill(form, &values)));
    }
    let mut shared = rows;
    shared.retain(|row| row.partners() == bands.len());
    if shared.is_empty() {
        return Some(words.sectors_not_shared.to_owned());
    }
    let mut list = String::new();
    for row in shared.iter().take(NAMED) {
        locale::append(&mut list, ", ", words.sector(row.sector));
    }
    if shared.len() > NAMED {
        let more = number((shared.len() - NAMED) as u32);
        list = fill(words.and_more, &[("list", &list), ("n", &more)]);
    }
    let shared = shared.len() as u32;
    let form = words.sectors_shared.of(locale::plural(locale, shared));
    let values = [("n", &*number(shared)), ("of", &number(count)), ("list", &list)];
    Some(locale::sentence(locale, &fill(form, &values)))
}
