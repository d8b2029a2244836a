//! How a source is named and reached.

use crate::dataset::{Basis, Citation, Dataset, Source};
use crate::locale::{Locale, append, date, fill, plain};

/// "Trend, Trade grew"
pub fn source_title(source: &Source) -> String {
    let mut name = source.publisher.clone();
    append(&mut name, ", ", &source.title);
    name
}

/// "Trend, Trade grew, 5 February 2024"
pub fn source_name(source: &Source, locale: &Locale) -> String {
    let mut name = source_title(source);
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
    if source.published_basis != Basis::Stated {
        append(&mut text, ", ", locale.words.date_basis(source.published_basis).unwrap_or(""));
    }
    Some(text).filter(|text| !text.is_empty())
}
