//! The sources of what is drawn, and the version of the dataset.

use super::Telling;
use crate::dataset::SourceKind;
use crate::dataset::order::sorted_by_key;
use crate::locale;
use crate::reading::records_in_view;
use crate::view::View;

/// How many publishers the footer names.
const NAMED: usize = 4;

/// "Sources: Azernews, Trend, Kazinform and 18 more. Data 1.0.0, 21 November 2026, SHA-256
/// 0123456789ab."
pub fn footer(telling: Telling) -> String {
    let Telling { data, locale, .. } = telling;
    let words = locale.words;
    let mut cited: Vec<(&str, usize)> = Vec::new();
    for (source, times) in data.sources.iter().zip(times_cited(telling)) {
        if times == 0 {
            continue;
        }
        // The documents are what the dataset was made from: they are named first.
        let weight = if source.kind == SourceKind::Document { 1000 * times } else { times };
        let publisher = source.publisher_in(locale.language);
        match cited.iter_mut().find(|(known, _)| *known == publisher) {
            Some((_, sum)) => *sum += weight,
            None => cited.push((publisher, weight)),
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
    text.push_str(&edition(telling));
    text.truncate(text.trim_end().len());
    if !text.is_empty() {
        locale::stop(&mut text);
    }
    text
}

/// "Data 1.0.0, 21 November 2026, SHA-256 0123456789ab": what the package says of it and what is known;
/// empty where that is nothing.
fn edition(telling: Telling) -> String {
    let Telling { data, locale, .. } = telling;
    let meta = &data.meta;
    let created = meta.created.map_or_else(String::new, |made| locale::day(locale, made));
    let digits = super::citation::digits(meta);
    if [&*meta.version, &created, &digits].iter().all(|part| part.is_empty()) {
        return String::new();
    }
    let mut template = locale.words.data_version.to_owned();
    for (part, place) in [(&*meta.version, " {version}"), (&created, ", {date}")] {
        if part.is_empty() {
            template = template.replace(place, "");
        }
    }
    let facts = [("version", meta.version.as_str()), ("date", created.as_str())];
    let mut text = locale::fill(&template, &facts);
    locale::append(&mut text, ", ", &digits);
    text
}

/// How often the view cites each source of the dataset.
fn times_cited(telling: Telling) -> Vec<usize> {
    let Telling { data, reading, .. } = telling;
    let view = reading.state.view;
    let mut times = vec![0; data.sources.len()];
    let mut cite = |source: u32| times[source as usize] += 1;
    // A table lists more than a chart draws: projects, people, values of all measures.
    if view == View::Table {
        for entry in records_in_view(data, reading) {
            entry.record().citations.iter().for_each(|citation| cite(citation.source));
        }
        return times;
    }
    for at in reading.rows.iter().flat_map(|row| row.cells.iter().flatten()) {
        data.sectors[*at].record.citations.iter().for_each(|citation| cite(citation.source));
    }
    for band in reading.bands.iter().filter(|_| view != View::Sectors) {
        if view != View::Events {
            for value in band.dated() {
                value.places(data).for_each(|(source, _)| cite(source));
            }
        }
        if view != View::Trade {
            for dated in &band.events {
                let citations = &dated.event(data).record.citations;
                citations.iter().for_each(|citation| cite(citation.source));
            }
        }
    }
    times
}
