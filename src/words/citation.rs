//! How to cite a chart or a record.

use super::{Telling, source_name};
use crate::locale::{append, day, stop};

/// How to cite a chart, or where a record is chosen its sources: one line each.
pub fn citation(telling: Telling, headline: &str) -> String {
    let Telling { data, reading, locale } = telling;
    let state = &reading.state;
    let chosen = state.select.as_deref().and_then(|id| data.record(id));
    let mut text = String::new();
    for cited in chosen.map_or(&[][..], |record| &record.citations) {
        let source = &data.sources[cited.source as usize];
        append(&mut text, "\n", &source_name(source, locale));
        append(&mut text, ", ", source.url.as_deref().unwrap_or(""));
    }
    if text.is_empty() {
        text = headline.to_owned();
        stop(&mut text);
        let created = data.meta.created.map_or_else(String::new, |made| day(locale, made));
        for part in [data.meta.title.as_str(), &data.meta.version, &created] {
            let between = if part == data.meta.title { " " } else { ", " };
            append(&mut text, between, part);
        }
        stop(&mut text);
    }
    text
}
