//! The period that a head names among other words: `2023 (Jan–Oct)`, `Exports, fiscal year 2019/20`.

use super::date;
use super::date_reading::{DateReading, is_year};
use super::questions::{FISCAL, PART_OF_YEAR};
use super::wording::month;
use super::words;

/// The most words of a period.
const MAX_WORDS: usize = 4;
/// What stands between the words of a head.
const BETWEEN: [char; 9] = ['(', ')', '[', ']', ',', ';', ':', '_', '"'];

/// A period, and the words that say it.
pub(super) fn find(text: &str) -> Option<(String, DateReading)> {
    let tokens = tokens(text);
    let years = years(text);
    let read = (1..=MAX_WORDS.min(tokens.len())).rev().find_map(|length| {
        (0..=tokens.len() - length).find_map(|from| {
            let words = tokens[from..from + length].join(" ");
            let read = date::read(&words).filter(|read| {
                years == 1 && self::years(&words) == 1
                    || matches!(read, DateReading::Unclear(FISCAL, _))
            })?;
            Some((from..from + length, words, read))
        })
    });
    let whole = |read: &DateReading| matches!(read, DateReading::Date(date, _) if date.len() <= 7);
    let within = read.as_ref().map_or(0..0, |(range, ..)| range.clone());
    let is_more = |at: usize| !within.contains(&at) && is_part(&tokens, at);
    let is_open = read.as_ref().is_none_or(|(.., read)| whole(read));
    if years == 1 && is_open && (0..tokens.len()).any(is_more) {
        return Some((text.trim().to_owned(), DateReading::Unclear(PART_OF_YEAR, Vec::new())));
    }
    read.map(|(_, words, read)| (words, read))
}

/// Whether values are averages of a year or of several; a rate's average is another's.
pub(super) fn is_average(text: &str) -> bool {
    let tokens = tokens(text);
    let is = |group| tokens.iter().any(|token| words::find(group, token).is_some());
    years(text) > 0 && is("average") && !is("averaged")
}

fn tokens(text: &str) -> Vec<&str> {
    let between = |char: char| char.is_whitespace() || BETWEEN.contains(&char);
    text.split(between).filter(|token| !token.is_empty()).collect()
}

fn years(text: &str) -> usize {
    text.split(|char: char| !char.is_ascii_digit()).filter(|digits| is_year(digits)).count()
}

/// Whether a word is of a part of a year: a month, `Q1-Q3`, the months of `9 months`.
fn is_part(tokens: &[&str], at: usize) -> bool {
    let token = tokens[at];
    let is_unit = |word: &str| {
        ["quarter", "half", "months"].into_iter().any(|group| words::find(group, word).is_some())
    };
    let is_digit = |char: char| char.is_ascii_digit();
    let numbered = token.split(['-', '–', '—', '/']).any(|part| {
        let word = part.trim_matches(is_digit);
        month(part).is_some() || part.len() == word.len() + 1 && is_unit(word)
    });
    let counted = tokens.get(at + 1).is_some_and(|next| next.chars().count() > 2 && is_unit(next));
    let is_count = token.len() <= 2 && token.bytes().all(|byte| byte.is_ascii_digit());
    let rest = tokens[at..].iter().take(3);
    let phrase = rest.copied().collect::<Vec<_>>().join(" ");
    let is_to_date = |phrase: &str| words::find("to-date", phrase).is_some();
    numbered || counted && is_count || is_to_date(token) || is_to_date(&phrase)
}
