//! Parts of a year that are no single month: `Jan-Mar 2018`, `I-IX 2021`, `9M 2021`; and what may be
//! a quarter or a month: `2017/4`, `II 2017`.

use super::date_reading::{DateReading, full_year, is_year, valid};
use super::questions::{QUARTER_OR_MONTH, SHORT_YEAR};
use super::wording::month;
use super::words;

const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Reads a folded text of a year and a part of it.
pub(super) fn part_of_year(text: &str) -> Option<DateReading> {
    if let Some(short) = short_quarter(text) {
        return Some(short);
    }
    let (year, rest) = around_year(text)?;
    valid(year)?;
    // As SDMX writes months: `2020M01`.
    if let Some(month) = text.strip_prefix(year).and_then(|rest| rest.strip_prefix('m')) {
        let is_number =
            (1..=2).contains(&month.len()) && month.bytes().all(|byte| byte.is_ascii_digit());
        let date = format!("{year}-{month:0>2}");
        return valid(&date).filter(|()| is_number).map(|()| DateReading::Date(date, None));
    }
    if let Some((from, to)) = rest.split_once(['-', '–', '—']) {
        let (from, to) = (named(from.trim())?, named(to.trim())?);
        return (from < to).then(|| months(year, from, to));
    }
    if let Some(number) = roman(rest) {
        // `X 2020` may be exports.
        return match number {
            1..=4 => Some(quarter_or_month(year, number)),
            _ => (rest != "x").then(|| DateReading::Date(format!("{year}-{number:02}"), None)),
        };
    }
    let word = rest.trim_start_matches(|char: char| char.is_ascii_digit());
    let count: u32 = rest[..rest.len() - word.len()].parse().ok()?;
    words::find("months", word.trim_start_matches(['-', ' ']))?;
    match count {
        1 => Some(DateReading::Date(format!("{year}-01"), None)),
        2..=11 => Some(months(year, 1, count)),
        12 => Some(DateReading::Date(year.to_owned(), None)),
        _ => None,
    }
}

/// `1q22`, `q1 22`: a quarter of a year of two digits.
fn short_quarter(text: &str) -> Option<DateReading> {
    let (head, year) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let head = head.trim_end_matches([' ', '-', '\'', '/', '.']);
    let number = head.strip_suffix('q').or_else(|| head.strip_prefix('q'))?;
    let quarter: u32 = number.parse().ok().filter(|number| (1..=4).contains(number))?;
    let is_short = number.len() == 1 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year = full_year(year);
    let date = format!("{year}-{:02}/{year}-{:02}", quarter * 3 - 2, quarter * 3);
    is_short.then(|| DateReading::Unclear(SHORT_YEAR, vec![date]))
}

/// A year at an end of a text, and the rest.
fn around_year(text: &str) -> Option<(&str, &str)> {
    const BETWEEN: [char; 5] = [' ', '.', ',', '/', '-'];
    let head = text.split_at_checked(4).filter(|(year, _)| is_year(year));
    let tail = || {
        let (rest, year) = text.split_at_checked(text.len().checked_sub(4)?)?;
        is_year(year).then_some((year, rest))
    };
    let (year, rest) = head.or_else(tail)?;
    Some((year, rest.trim_matches(BETWEEN)))
}

fn roman(word: &str) -> Option<u32> {
    ROMAN.iter().position(|known| *known == word).map(|at| at as u32 + 1)
}

fn named(word: &str) -> Option<u32> {
    month(word).or_else(|| roman(word))
}

fn months(year: &str, from: u32, to: u32) -> DateReading {
    DateReading::Date(format!("{year}-{from:02}/{year}-{to:02}"), None)
}

/// The readings of a number up to four beside a year: the quarter, and the month.
pub(super) fn quarter_or_month(year: &str, number: u32) -> DateReading {
    let (first, last) = (number * 3 - 2, number * 3);
    let quarter = format!("{year}-{first:02}/{year}-{last:02}");
    DateReading::Unclear(QUARTER_OR_MONTH, vec![quarter, format!("{year}-{number:02}")])
}

/// Whether dates beside it are quarters, or months; none where they are both or neither.
pub(super) fn are_quarters(beside: impl Iterator<Item = DateReading>) -> Option<bool> {
    let (mut quarters, mut months) = (false, false);
    for reading in beside {
        let DateReading::Date(date, _) = reading else { continue };
        let number = |at: usize| date.get(at..at + 2).and_then(|month| month.parse::<u32>().ok());
        match date.len() {
            7 => months = true,
            15 => {
                quarters |= number(5)
                    .zip(number(13))
                    .is_some_and(|(from, to)| from % 3 == 1 && to == from + 2)
            }
            _ => {}
        }
    }
    (quarters != months).then_some(quarters)
}
