//! What a mark says aloud: one sentence of what, when, how much, by whom, how sure, and where from.
//!
//! A blank cell of the matrix is no mark: the first cell of its row names it.

use super::few::few;
use super::{Telling, describe, locator};
use crate::dataset::{Basis, Certainty, Citation, Code, Dataset, Date, Edtf, Entry, Figure};
use crate::locale::{Locale, append, counted, date, fill, plain, sentence, stop};
use crate::scene::Focus;

/// How many sources of a record are named.
const NAMED: usize = 2;

/// One sentence; empty where the dataset knows none of the records.
pub fn speak(telling: Telling, focus: &Focus) -> String {
    let Telling { data, reading, locale } = telling;
    let entries: Vec<Entry> = focus.records.iter().filter_map(|id| data.entry(id)).collect();
    let Some(&first) = entries.first() else { return String::new() };
    let mut text =
        if focus.cluster { of_several(data, &entries, locale) } else { one(data, first, locale) };
    append(&mut text, "; ", &blanks(data, &reading.shown(), &entries, locale));
    append(&mut text, "; ", &ends(telling, first));
    append(&mut text, "; ", &gap(telling, first));
    if !focus.cluster {
        let value = |entry: Entry| describe::value_aloud(data, entry, locale);
        let (same, others): (Vec<Entry>, Vec<Entry>) =
            entries.iter().partition(|entry| value(**entry) == value(first));
        let mut told: Vec<String> = Vec::new();
        for value in others.into_iter().filter_map(value) {
            if !told.contains(&value) {
                text = fill(locale.words.rival, &[("claim", &text), ("value", &value)]);
                told.push(value);
            }
        }
        append(&mut text, "; ", &sources(data, &same, locale));
    }
    stop(&mut text);
    sentence(locale, &text)
}

/// Of a growth that stands in the chart as a line: the values at its ends, with what is doubtful.
fn ends(telling: Telling, entry: Entry) -> String {
    let Telling { data, locale, .. } = telling;
    let mut text = String::new();
    let Some((_, ids)) = describe::slope(telling, &entry.record().id) else { return text };
    for end in ids.iter().filter_map(|id| data.entry(id)) {
        let mut told = describe::value_aloud(data, end, locale).unwrap_or_default();
        let when = describe::when(end, locale).unwrap_or_default();
        told = [&*told, " (", &when, ")"].concat();
        append(&mut told, ", ", certainty(end, locale).unwrap_or(""));
        append(&mut text, "; ", &told);
    }
    text
}

/// "no value for 2011–2017": the years between a value and the one before it with the partner.
fn gap(telling: Telling, entry: Entry) -> String {
    let Telling { data, reading, locale } = telling;
    let id = &entry.record().id;
    for plot in reading.bands.iter().flat_map(|band| &band.plots) {
        let Some(at) = plot.dated.iter().position(|value| value.ids(data).any(|one| one == id))
        else {
            continue;
        };
        let Some((from, to)) = plot.gap_before(at) else { continue };
        let mut years = plain(from);
        append(&mut years, "–", &if from == to { String::new() } else { plain(to) });
        return fill(locale.words.no_value_in, &[("years", &years)]);
    }
    String::new()
}

/// "Kazakhstan: 5 events, 15 March 2007 – 2 May 2008"; of a matrix "Trade, Kazakhstan: 3 records"
pub(super) fn of_several(data: &Dataset, entries: &[Entry], locale: &Locale) -> String {
    let Some(first) = entries.first() else { return String::new() };
    let mut names = match *first {
        Entry::Sector(_) => describe::title(data, *first, locale),
        _ => String::new(),
    };
    let shared = |code: &Code| entries.iter().all(|entry| entry.record().partners.contains(code));
    let partners = first.record().partners.iter().filter(|code| shared(code));
    let partners = partners.filter_map(|code| data.partner(*code));
    let partners: Vec<&str> = partners.map(|one| one.name.get(locale.language)).collect();
    append(&mut names, ", ", &few(&partners, ", ", locale));
    append(&mut names, ": ", &count_and_span(entries, locale));
    names
}

/// "not mentioned: Russia, Tajikistan" of a row's first cell; empty for all else.
fn blanks(data: &Dataset, shown: &[Code], entries: &[Entry], locale: &Locale) -> String {
    let Some(Entry::Sector(first)) = entries.first() else { return String::new() };
    let (mut names, mut head) = (Vec::new(), None);
    for code in shown {
        let mut count = 0;
        for mention in &data.sectors {
            let here = mention.sector == first.sector && mention.record.partners.contains(code);
            count += usize::from(here);
        }
        if count > 0 {
            head = head.or(Some((code, count)));
        } else {
            names.extend(data.partner(*code).map(|partner| partner.name.get(locale.language)));
        }
    }
    let is_head = |(code, count)| first.record.partners.contains(code) && entries.len() == count;
    if names.is_empty() || !head.is_some_and(is_head) {
        return String::new();
    }
    [locale.words.not_mentioned, ": ", &few(&names, ", ", locale)].concat()
}

/// "5 events, 15 March 2007 – 2 May 2008"
pub(super) fn count_and_span(entries: &[Entry], locale: &Locale) -> String {
    let words = locale.words;
    let only_events = entries.iter().all(|entry| matches!(entry, Entry::Event(_)));
    let forms = if only_events { &words.events } else { &words.records };
    let mut text = counted(locale, forms, entries.len() as u32);
    let (mut first, mut last): (Option<Date>, Option<Date>) = (None, None);
    for entry in entries {
        let (start, end) = match entry.when() {
            Some(Edtf::Date(date)) => (Some(date), Some(date)),
            Some(Edtf::Interval(start, end)) => (start.or(end), end.or(start)),
            None => (None, None),
        };
        if let Some(start) =
            start.filter(|start| first.is_none_or(|first| start.first() < first.first()))
        {
            first = Some(start);
        }
        if let Some(end) = end.filter(|end| last.is_none_or(|last| last.last() < end.last())) {
            last = Some(end);
        }
    }
    if first.is_some() {
        append(&mut text, ", ", &date(locale, &Edtf::Interval(first, last)));
    }
    text
}

fn one(data: &Dataset, entry: Entry, locale: &Locale) -> String {
    let words = locale.words;
    let mut text = match entry {
        Entry::Figure(figure) => of_figure(data, entry, figure, locale),
        _ => {
            let mut text = describe::title(data, entry, locale);
            if let Some(context) = describe::context(data, entry, locale, ", ") {
                text = [&*text, " (", &context, ")"].concat();
            }
            append(&mut text, ", ", &describe::when(entry, locale).unwrap_or_default());
            text
        }
    };
    if matches!(entry, Entry::Figure(Figure { derived: true, .. })) {
        append(&mut text, ", ", words.derived);
    }
    append(&mut text, ", ", certainty(entry, locale).unwrap_or(""));
    text
}

/// That a record is inferred or ambiguous; that its date is has been said with the date.
pub(super) fn certainty(entry: Entry, locale: &Locale) -> Option<&'static str> {
    let basis = match entry {
        Entry::Figure(figure) => figure.period_basis,
        Entry::Event(event) => event.date_basis,
        _ => Basis::Stated,
    };
    unsaid(entry.record().certainty, basis, locale)
}

/// The same, where the date has been said with its basis.
pub(super) fn unsaid(certainty: Certainty, told: Basis, locale: &Locale) -> Option<&'static str> {
    let is_new = certainty == Certainty::Ambiguous
        || certainty == Certainty::Inferred && told != Basis::Inferred;
    is_new.then_some(locale.words.certainty(certainty))
}

/// "Trade with Kazakhstan in 2023 came to 529.4 million US dollars, according to Kazakh statistics"
fn of_figure(data: &Dataset, entry: Entry, figure: &Figure, locale: &Locale) -> String {
    let words = locale.words;
    let what = describe::title(data, entry, locale);
    let when = describe::when(entry, locale).unwrap_or_default();
    let value = describe::value_aloud(data, entry, locale).unwrap_or_default();
    let plain_year = figure.period.filter(|period| !period.is_doubtful());
    let year = plain_year.and_then(|period| period.whole_year());
    let template = match (words.subjects.get(figure.measure.index()), year) {
        (None, _) => "{what} ({when}): {value}",
        (_, Some(_)) if figure.period_basis == Basis::Stated => words.came_to_in,
        _ => words.came_to,
    };
    let year = year.map_or(String::new(), plain);
    let places = [("what", &*what), ("when", &when), ("value", &value), ("year", &year)];
    let mut text = fill(template, &places);
    append(&mut text, ", ", &describe::reporter(data, entry, locale).unwrap_or_default());
    text
}

/// "sources: Trend, 5 February 2024; Azernews, paragraph 3; 2 more sources"
fn sources(data: &Dataset, entries: &[Entry], locale: &Locale) -> String {
    let words = locale.words;
    let mut cited: Vec<&Citation> = Vec::new();
    for citation in entries.iter().flat_map(|entry| &entry.record().citations) {
        if cited.iter().all(|known| known.source != citation.source) {
            cited.push(citation);
        }
    }
    let mut list = String::new();
    for citation in cited.iter().take(NAMED) {
        let source = &data.sources[citation.source as usize];
        append(&mut list, "; ", source.publisher_in(locale.language));
        let published = source.published.map(|at| date(locale, &at));
        append(&mut list, ", ", &published.unwrap_or_default());
        append(&mut list, ", ", &locator(data, citation, locale).unwrap_or_default());
    }
    if cited.len() > NAMED {
        let more = counted(locale, &words.more_sources, (cited.len() - NAMED) as u32);
        append(&mut list, "; ", &more);
    }
    fill(words.source_named[usize::from(cited.len() > 1)], &[("list", &list)])
}
