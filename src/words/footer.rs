//! The sources of what is drawn, and the version of the dataset.

use super::Telling;
use crate::dataset::SourceKind;
use crate::dataset::order::sorted_by_key;
use crate::locale;
use crate::view::View;

/// How many publishers the footer names.
const NAMED: usize = 4;

/// "Sources: Azernews, Trend, Kazinform and 18 more. Data 1.0.0, 21 November 2026."
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
    let edition = edition(telling);
    match edition.is_empty() {
        true => text.truncate(text.trim_end().len()),
        false => {
            text.push_str(&edition);
            locale::stop(&mut text);
        }
    }
    text
}

/// "Data 1.0.0, 21 November 2026": what the package says of the two; empty where it says neither.
fn edition(telling: Telling) -> String {
    let Telling { data, locale, .. } = telling;
    let template = locale.words.data_version;
    let version = data.meta.version.as_str();
    let Some(created) = data.meta.created else {
        // What stands before the date, without the comma between the two.
        let (start, _) = template.split_once("{date}").unwrap_or_default();
        let start = start.trim_end_matches([',', ' ']);
        let is_told = !version.is_empty() && start.contains("{version}");
        return if is_told { locale::fill(start, &[("version", version)]) } else { String::new() };
    };
    let facts = [("version", version), ("date", &*locale::day(locale, created))];
    let template =
        if version.is_empty() { template.replace(" {version}", "") } else { template.into() };
    locale::fill(&template, &facts)
}

/// How often the view cites each source of the dataset.
fn times_cited(telling: Telling) -> Vec<usize> {
    let Telling { data, reading, .. } = telling;
    let view = reading.state.view;
    let mut times = vec![0; data.sources.len()];
    let mut cite = |source: u32| times[source as usize] += 1;
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
