//! How a source is named and reached.

use crate::dataset::{Citation, Dataset, PublishedFrom, Source, TitleFrom};
use crate::locale::{Locale, append, date, fill, plain};

/// "Trend, Trade grew"
pub fn publisher_and_title(source: &Source, locale: &Locale) -> String {
    let mut name = source.publisher_in(locale.language).to_owned();
    append(&mut name, ", ", &source.title);
    name
}

/// "Trend, trade grew, title from the address": a title that its page does not print says so.
pub fn source_title(source: &Source, locale: &Locale) -> String {
    let mut name = publisher_and_title(source, locale);
    append(&mut name, ", ", title_basis(source, locale));
    name
}

/// What is to be said of a title that is not the page's own; empty of one that is.
pub fn title_basis(source: &Source, locale: &Locale) -> &'static str {
    match source.title_from.filter(|_| !source.title.is_empty()) {
        Some(TitleFrom::Address) => locale.words.title_from_address,
        Some(TitleFrom::Described) => locale.words.title_described,
        Some(TitleFrom::Page) | None => "",
    }
}

/// "Trend, Trade grew, 5 February 2024"; a title that its page does not print says so.
pub fn source_name(source: &Source, locale: &Locale) -> String {
    let mut name = source_title(source, locale);
    if let Some(at) = source.published {
        append(&mut name, ", ", &date(locale, &at));
    }
    name
}

/// The address of a citation's source, which leads to the evidence by a text fragment where there
/// is any; none where the source has no address.
pub fn source_link(data: &Dataset, cited: &Citation) -> Option<String> {
    let mut link = data.sources[cited.source as usize].url.clone()?;
    let mut mark = if link.contains('#') { ":~:text=" } else { "#:~:text=" };
    for token in &cited.evidence {
        link.push_str(mark);
        for byte in token.bytes() {
            if byte.is_ascii_alphanumeric() {
                link.push(char::from(byte));
            } else {
                link.push('%');
                for digit in [byte >> 4, byte & 15] {
                    link.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
                }
            }
        }
        mark = "&text=";
    }
    Some(link)
}

/// "paragraph 10", or "row 10" of a table; none of a source that is cited as a whole.
pub fn locator(data: &Dataset, cited: &Citation, locale: &Locale) -> Option<String> {
    let n = plain(i32::try_from(cited.paragraph?).ok()?);
    let is_table = data.sources[cited.source as usize].is_table();
    let word = if is_table { locale.words.row } else { locale.words.paragraph };
    Some(fill(word, &[("n", &n)]))
}

/// "“$7.5 million”, “2021”": what stands literally in the cited paragraph.
pub fn evidence(cited: &Citation, locale: &Locale) -> String {
    let mut list = String::new();
    for token in &cited.evidence {
        append(&mut list, ", ", &fill(locale.words.quoted, &[("text", token)]));
    }
    list
}

/// "5 February 2024, date inferred"
pub fn published(source: &Source, locale: &Locale) -> Option<String> {
    let mut text = source.published.map_or(String::new(), |at| date(locale, &at));
    append(&mut text, ", ", published_basis(source, locale));
    Some(text).filter(|text| !text.is_empty())
}

/// What is to be said of a date that the source does not print; empty of one that it does.
pub fn published_basis(source: &Source, locale: &Locale) -> &'static str {
    match source.published_from {
        Some(PublishedFrom::Address) => locale.words.date_from_address,
        _ => locale.words.date_basis(source.published_basis).unwrap_or(""),
    }
}
