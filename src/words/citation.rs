//! How to cite a chart or a record: what is claimed, its sources, and which dataset says so.

use super::speak::certainty;
use super::{Telling, describe, evidence, locator, published, source_title};
use crate::dataset::{Citation, Entry, Meta};
use crate::locale::{append, day, sentence, stop};

/// How many digits of a fingerprint tell one dataset from another.
const DIGITS: usize = 12;

/// The citation of the chosen record, or of the chart by its headline and the records that bear it
/// out: each with value, qualifier, reporter and sources; a line each.
pub fn citation(telling: Telling, headline: &str) -> String {
    let Telling { data, reading, locale } = telling;
    let chosen = reading.state.select.as_deref().and_then(|id| data.entry(id));
    let mut lines = Vec::new();
    let entries: Vec<Entry> = match chosen {
        Some(entry) => vec![entry],
        None => {
            lines.push(headline.to_owned());
            let finding = reading.finding.iter().filter(|_| reading.state.title.is_none());
            let figures = finding.flat_map(|finding| {
                let rival = finding.rival().map(|rival| rival.figure);
                finding.figures().into_iter().chain(rival)
            });
            figures.map(|at| Entry::Figure(data.figure(at))).collect()
        }
    };
    for entry in entries {
        lines.push(claim(telling, entry));
        let citations = entry.record().citations.iter();
        lines.extend(citations.map(|cited| source(telling, cited)));
    }
    let meta = &data.meta;
    let mut dataset = meta.title_in(locale.language).to_owned();
    let created = meta.created.map_or_else(String::new, |made| day(locale, made));
    for part in [&*meta.version, &created, &digits(meta)] {
        append(&mut dataset, ", ", part);
    }
    lines.push(dataset);
    lines.iter_mut().for_each(stop);
    lines.join("\n")
}

/// "SHA-256 0123456789ab" on one line, the beginning of the dataset's fingerprint; empty where it is not known.
pub(super) fn digits(meta: &Meta) -> String {
    match meta.fingerprint.get(..DIGITS) {
        Some(digits) => ["SHA-256\u{A0}", digits].concat(),
        None => String::new(),
    }
}

/// "Trade with Kazakhstan: 109 million US dollars, 2020, according to Kazakh statistics, inferred"
fn claim(telling: Telling, entry: Entry) -> String {
    let Telling { data, locale, .. } = telling;
    let mut text = describe::line(data, entry, locale);
    if let Entry::Figure(figure) = entry {
        text = [&describe::title(data, entry, locale), ": ", &*text].concat();
        let derived = if figure.derived { locale.words.derived } else { "" };
        append(&mut text, ", ", derived);
    }
    if let Entry::Sector(mention) = entry {
        let partners = mention.record.partners.iter().filter_map(|code| data.partner(*code));
        let names: Vec<&str> = partners.map(|one| one.name.get(locale.language)).collect();
        text = [&*names.join(", "), ": ", &text].concat();
    }
    append(&mut text, ", ", certainty(entry, locale).unwrap_or(""));
    sentence(locale, &text)
}

/// "Report, A title, 10 March 2024, date inferred, https://…, paragraph 10: “109”"
fn source(telling: Telling, cited: &Citation) -> String {
    let Telling { data, locale, .. } = telling;
    let source = &data.sources[cited.source as usize];
    let mut text = source_title(source, locale);
    append(&mut text, ", ", &published(source, locale).unwrap_or_default());
    let place = source.url.as_ref().or(source.file.as_ref());
    append(&mut text, ", ", place.map_or("", String::as_str));
    if let Some(locator) = locator(data, cited, locale) {
        append(&mut text, ", ", &locator);
        append(&mut text, ": ", &evidence(cited, locale));
    }
    text
}
