//! A source as a BibTeX entry in UTF-8.
//!
//! `@misc` is what every style knows; publishers stand in braces of their own, so that none is
//! taken for a person's name.

use super::note::bases;
use crate::dataset::{Date, Edtf, Precision, Source};
use crate::locale::{Locale, append, plain};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) fn push(source: &Source, locale: &Locale, text: &mut String) {
    // Ids are unique, and of letters, digits and hyphens.
    text.push_str("@misc{");
    text.push_str(&source.id);
    field("author", &["{", &escaped(source.publisher_in(locale.language)), "}"].concat(), text);
    if !source.title.is_empty() {
        field("title", &["{", &escaped(&source.title), "}"].concat(), text);
    }
    match source.published {
        Some(Edtf::Date(date)) if date.precision <= Precision::Year => dated(&date, text),
        Some(other) => field("year", &escaped(&other.print()), text),
        None => {}
    }
    if let Some(url) = &source.url {
        field("url", &address(url), text);
    }
    let mut note = bases(source, locale);
    append(&mut note, ", ", source.file.as_deref().unwrap_or(""));
    if !note.is_empty() {
        field("note", &escaped(&note), text);
    }
    text.push_str("\n}\n\n");
}

fn dated(date: &Date, text: &mut String) {
    field("year", &plain(date.year.into()), text);
    if date.precision <= Precision::Month
        && let Some(month) = MONTHS.get(usize::from(date.month).wrapping_sub(1))
    {
        text.push_str(",\n  month = ");
        text.push_str(month);
    }
    if date.precision == Precision::Day {
        field("day", &plain(date.day.into()), text);
    }
}

fn field(name: &str, value: &str, text: &mut String) {
    for part in [",\n  ", name, " = {", value, "}"] {
        text.push_str(part);
    }
}

/// Braces are counted whatever stands before them, so they become commands.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        escaped.push_str(match char {
            '{' => "\\textbraceleft{}",
            '}' => "\\textbraceright{}",
            '\\' => "\\textbackslash{}",
            '~' => "\\textasciitilde{}",
            '^' => "\\textasciicircum{}",
            '&' | '%' | '$' | '#' | '_' => "\\",
            _ => "",
        });
        if !matches!(char, '{' | '}' | '\\' | '~' | '^') {
            escaped.push(char);
        }
    }
    escaped
}

/// An address is read as it stands, except that braces are counted and a backslash escapes.
fn address(url: &str) -> String {
    let mut address = String::new();
    for char in url.chars() {
        match char {
            '{' => address.push_str("%7B"),
            '}' => address.push_str("%7D"),
            '\\' => address.push_str("%5C"),
            ' ' => address.push_str("%20"),
            _ => address.push(char),
        }
    }
    address
}
