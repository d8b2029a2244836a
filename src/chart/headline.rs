//! The finding as a sentence, and the words around the canvas; they say no more than the records.

use super::Request;
use super::band::is_money;
use super::selection::Band;
use super::values::Value;
use crate::dataset::order::sorted_by_key;
use crate::dataset::{Day, Figure, Partner, SourceKind};
use crate::locale::{self, Magnitude, Words};
use crate::view::{ScaleKind, View};

/// Growth below this share of the earlier value "changed little".
const LITTLE: f64 = 0.01;
/// From this ratio on growth is told as "4.9-fold", below it in per cent.
const FOLD: f64 = 2.0;

/// The finding of the view, without a full stop.
pub fn headline(request: &Request, bands: &[Band]) -> String {
    let language = request.state.language;
    let words = locale::words(language);
    if bands.is_empty() {
        return words.nothing.to_owned();
    }
    if request.state.view != View::Events
        && is_money(request.state.measure)
        && let Some(finding) = finding(request, words, bands)
    {
        return finding;
    }
    if request.state.view == View::Trade {
        return measure_name(request).to_owned();
    }
    events_headline(request, words, bands)
}

/// The first of these that the data carries: a growth that a source states, the last change from
/// year to year by one reporter, the last value.
fn finding(request: &Request, words: &Words, bands: &[Band]) -> Option<String> {
    let slope = bands.iter().find_map(|band| {
        let slope = band.values.slopes.first()?;
        Some((band, slope.from, slope.to))
    });
    let change = slope.or_else(|| {
        bands.iter().find_map(|band| {
            let &(from, to) = band.values.joins.last()?;
            Some((band, from, to))
        })
    });
    if let Some((band, from, to)) = change {
        let (from, to) = (&band.values.dated[from], &band.values.dated[to]);
        if from.value > 0.0 {
            return Some(change_sentence(request, words, band.partner, from, to));
        }
    }
    bands.iter().find_map(|band| {
        let mut dated = band.values.dated.iter();
        let last = dated.rfind(|value| value.year.is_some() && !value.figure.derived)?;
        let year = locale::plain(last.year?);
        let money = qualified_money(request, words, last.figure);
        let claim = locale::fill(
            words.one_value,
            &[
                ("subject", &subject(request, words, band.partner)),
                ("value", &money),
                ("year", &year),
            ],
        );
        Some(attributed(request, words, claim, last))
    })
}

fn change_sentence(
    request: &Request,
    words: &Words,
    partner: &Partner,
    from: &Value,
    to: &Value,
) -> String {
    let language = request.state.language;
    let ratio = to.value / from.value;
    let (template, times, percent) = if (ratio - 1.0).abs() < LITTLE {
        (words.changed_little, String::new(), String::new())
    } else if ratio >= FOLD {
        (words.grew_times, locale::times(language, ratio), String::new())
    } else if ratio > 1.0 {
        (words.grew_percent, String::new(), locale::percent(language, ratio - 1.0))
    } else {
        (words.fell_percent, String::new(), locale::percent(language, 1.0 - ratio))
    };
    let year = |value: &Value| value.year.map_or(String::new(), locale::plain);
    let claim = locale::fill(
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
    let with = partner.with.get(request.state.language);
    let subject = words.subjects[(request.state.measure as usize).min(2)];
    locale::sentence(request.state.language, &locale::fill(subject, &[("with", with)]))
}

fn attributed(request: &Request, words: &Words, claim: String, value: &Value) -> String {
    let by = value.figure.reporter.and_then(|reporter| request.data.partner(reporter));
    match by {
        Some(reporter) => {
            let by = reporter.by.get(request.state.language);
            locale::fill(words.attributed, &[("claim", &claim), ("by", by)])
        }
        None => claim,
    }
}

/// "about $6.5 mln"
pub fn qualified_money(request: &Request, words: &Words, figure: &Figure) -> String {
    let money = locale::money(request.state.language, figure.value.unwrap_or(0.0));
    locale::fill(words.qualifier(figure.qualifier), &[("value", &money)])
}

fn events_headline(request: &Request, words: &Words, bands: &[Band]) -> String {
    let language = request.state.language;
    let (mut count, mut first) = (0, None);
    for (index, band) in bands.iter().enumerate() {
        for dated in &band.events {
            let inside = request.state.from.is_none_or(|from| from <= dated.last)
                && request.state.to.is_none_or(|to| dated.first <= to);
            // An event with several partners stands in a lane of each and is one event.
            let counted = bands[..index]
                .iter()
                .any(|other| dated.event.record.partners.contains(&other.partner.code));
            if inside && !counted {
                count += 1;
                first = Some(first.map_or(dated.first, |first: Day| first.min(dated.first)));
            }
        }
    }
    let Some(first) = first else {
        return words.nothing.to_owned();
    };
    let year = locale::plain(first.civil().0);
    let number = locale::plain(count as i32);
    let (forms, with) = match bands {
        [only] => (&words.events_with, only.partner.with.get(language)),
        _ => (&words.events_since, ""),
    };
    let form = forms.of(locale::plural(language, count));
    let text = locale::fill(form, &[("n", &number), ("with", with), ("year", &year)]);
    locale::sentence(language, &text)
}

pub fn measure_name(request: &Request) -> &'static str {
    locale::words(request.state.language).measure(request.state.measure)
}

/// "Trade turnover, million US dollars. Each partner has its own scale."
pub fn subtitle(request: &Request, bands: &[Band]) -> String {
    let language = request.state.language;
    let words = locale::words(language);
    if request.state.view == View::Events {
        return words.events_subtitle.to_owned();
    }
    let mut text = measure_name(request).to_owned();
    if is_money(request.state.measure) {
        let mut common = None;
        for band in bands.iter().filter(|band| !band.values.dated.is_empty()) {
            let magnitude = Magnitude::of(band.values.most(None));
            let differs = common.is_some_and(|common| common != magnitude);
            common = Some(if differs { Magnitude::Units } else { magnitude });
        }
        let common = common.filter(|_| request.state.scale != ScaleKind::Log);
        let common = common.unwrap_or(Magnitude::Units);
        text.push_str(", ");
        text.push_str(&locale::unit(language, common, *b"USD"));
    }
    if bands.len() > 1 && request.state.scale != ScaleKind::Log {
        text.push_str(". ");
        text.push_str(words.own_scale);
    }
    text
}

/// How many publishers the footer names.
const NAMED: usize = 4;

/// "Sources: Azernews, Trend, Kazinform and 18 more. Data 1.0.0, 21 November 2026."
pub fn footer(request: &Request, bands: &[Band]) -> String {
    let language = request.state.language;
    let words = locale::words(language);
    let sources = &request.data.sources;
    let mut times = vec![0; sources.len()];
    for band in bands {
        if request.state.view != View::Events {
            for value in &band.values.dated {
                value.places.iter().for_each(|(source, _)| times[usize::from(*source)] += 1);
            }
        }
        if request.state.view != View::Trade {
            for dated in &band.events {
                for citation in &dated.event.record.citations {
                    times[usize::from(citation.source)] += 1;
                }
            }
        }
    }
    let mut cited: Vec<(&str, usize)> = Vec::new();
    for (source, times) in sources.iter().zip(times).filter(|(_, times)| *times > 0) {
        // The documents are what the dataset was made from: they are named first.
        let weight = if source.kind == SourceKind::Document { 1000 * times } else { times };
        match cited.iter_mut().find(|(publisher, _)| *publisher == source.publisher) {
            Some((_, sum)) => *sum += weight,
            None => cited.push((&source.publisher, weight)),
        }
    }
    let cited = sorted_by_key(cited, |(_, times)| -(*times as i64));
    let mut list = String::new();
    for (publisher, _) in cited.iter().take(NAMED) {
        locale::append(&mut list, ", ", publisher);
    }
    if cited.len() > NAMED {
        let more = locale::plain((cited.len() - NAMED) as i32);
        list = locale::fill(words.and_more, &[("list", &list), ("n", &more)]);
    }
    let mut text = String::new();
    if !list.is_empty() {
        text = locale::fill(words.sources_list, &[("list", &list)]);
        locale::stop(&mut text);
        text.push(' ');
    }
    let meta = &request.data.meta;
    let date = locale::day(language, meta.created);
    let data = [("version", meta.version.as_str()), ("date", date.as_str())];
    text.push_str(&locale::fill(words.data_version, &data));
    locale::stop(&mut text);
    text
}
