//! The sources of what is drawn, and the version of the dataset.

use super::Request;
use super::selection::Band;
use crate::dataset::SourceKind;
use crate::dataset::order::sorted_by_key;
use crate::locale;
use crate::view::View;

/// How many publishers the footer names.
const NAMED: usize = 4;

/// "Sources: Azernews, Trend, Kazinform and 18 more. Data 1.0.0, 21 November 2026."
pub fn footer(request: &Request, bands: &[Band]) -> String {
    let locale = request.locale;
    let words = locale.words;
    let sources = &request.data.sources;
    let mut cited: Vec<(&str, usize)> = Vec::new();
    for (source, times) in sources.iter().zip(times_cited(request, bands)) {
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
    let meta = &request.data.meta;
    let date = locale::day(locale, meta.created);
    let data = [("version", meta.version.as_str()), ("date", date.as_str())];
    text.push_str(&locale::fill(words.data_version, &data));
    locale::stop(&mut text);
    text
}

/// How often the view cites each source of the dataset.
fn times_cited(request: &Request, bands: &[Band]) -> Vec<usize> {
    let (data, view) = (request.data, request.state.view);
    let mut places: Vec<u16> = Vec::new();
    for band in bands {
        if view == View::Sectors {
            let code = &band.partner.code;
            let mentions = data.sectors.iter().map(|mention| &mention.record);
            for record in mentions.filter(|record| record.partners.contains(code)) {
                places.extend(record.citations.iter().map(|citation| citation.source));
            }
            continue;
        }
        if view != View::Events {
            for value in &band.values.dated {
                places.extend(value.places.iter().map(|(source, _)| *source));
            }
        }
        if view != View::Trade {
            for dated in &band.events {
                let citations = &dated.event.record.citations;
                places.extend(citations.iter().map(|citation| citation.source));
            }
        }
    }
    let mut times = vec![0; data.sources.len()];
    places.iter().for_each(|source| times[usize::from(*source)] += 1);
    times
}
