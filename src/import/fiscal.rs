//! Years that are none of the calendar's, and parts of a year that nothing bounds: `FY2019/20`,
//! `fiscal year 2020`, `2023 YTD`.

use super::date_reading::{DateReading, fiscal_years, full_year, is_year};
use super::questions::{FISCAL, PART_OF_YEAR};
use super::words;

/// Reads a folded text of a year and words that say it is no calendar year.
pub(super) fn fiscal(text: &str) -> Option<DateReading> {
    let (word, years) = apart(text)?;
    if words::find("to-date", word).is_some() {
        return is_year(years).then(|| DateReading::Unclear(PART_OF_YEAR, Vec::new()));
    }
    words::find("fiscal", word)?;
    let Some((first, next)) = years.split_once(['/', '-', '–', '—']) else {
        let year: u32 = whole(years)?.parse().ok()?;
        // Some call it by the year in which it ends, and some by that in which it begins.
        let dates = [year - 1, year].into_iter().flat_map(fiscal_years).collect();
        return Some(DateReading::Unclear(FISCAL, dates));
    };
    let year: u32 = whole(first.trim())?.parse().ok()?;
    let next: u32 = next.trim().parse().ok()?;
    let follows = next == year + 1 || next == (year + 1) % 100;
    follows.then(|| DateReading::Unclear(FISCAL, fiscal_years(year)))
}

/// The words of a text, and the years before or behind them.
fn apart(text: &str) -> Option<(&str, &str)> {
    const BETWEEN: [char; 7] = [' ', '.', ',', '(', ')', '-', '\''];
    let is_digit = |char: char| char.is_ascii_digit();
    let (from, to) = (text.find(is_digit)?, text.rfind(is_digit)? + 1);
    let (before, behind) = (text[..from].trim_matches(BETWEEN), text[to..].trim_matches(BETWEEN));
    let word = match (before, behind) {
        (word, "") | ("", word) => word,
        _ => return None,
    };
    Some((word, &text[from..to]))
}

/// Four digits of a year, of which two may be written.
fn whole(digits: &str) -> Option<String> {
    let is_short = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_short {
        return Some(full_year(digits));
    }
    is_year(digits).then(|| digits.to_owned())
}
