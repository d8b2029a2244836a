//! Dates with words in them: quarters, months, seasons.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::date_reading::{ANY_YEAR, DateReading, full_year, valid};
use super::questions::YEAR_OR_DAY;
use super::sayings::SEASON;
use super::words::{self, fold};

const MONTHS: &str = include_str!("../../data/names/months.csv");

/// `q1 2020`, `2017q1`, `2020-q1`, `1 квартал 2020`, `h1 2020`.
pub(super) fn quarter(text: &str) -> Option<DateReading> {
    let digits = text.match_indices(|char: char| char.is_ascii_digit()).map(|(at, _)| at);
    let positions: Vec<usize> = digits.collect();
    let year_at = positions.windows(4).find(|run| run[3] - run[0] == 3).map(|run| run[0])?;
    let year = &text[year_at..year_at + 4];
    let rest = [&text[..year_at], " ", &text[year_at + 4..]].concat();
    let rest = rest.trim().trim_matches(['-', '.', ',', ' ', '/']);
    let roman = [("iv", "4"), ("iii", "3"), ("ii", "2"), ("i", "1")];
    let (number, word) = match rest.char_indices().find(|(_, char)| char.is_ascii_digit()) {
        Some((at, char)) => (char.to_string(), [&rest[..at], " ", &rest[at + 1..]].concat()),
        None => {
            let (word, number) = roman.iter().find_map(|(sign, number)| {
                let head = rest.strip_prefix(sign).filter(|rest| rest.starts_with([' ', '-']));
                head.or_else(|| rest.strip_suffix(sign).filter(|rest| rest.ends_with([' ', '-'])))
                    .map(|word| (word.to_owned(), *number))
            })?;
            (number.to_owned(), word)
        }
    };
    let word = word
        .trim()
        .trim_start_matches(['-', 'й', '.'])
        .trim_matches(['-', ' '])
        .trim_start_matches("й ");
    // `1er semestre`, `3rd quarter`
    let ordinal = word.split_once(' ').filter(|(word, _)| words::find("ordinal", word).is_some());
    let word = ordinal.map_or(word, |(_, word)| word);
    let number: u32 = number.parse().ok()?;
    let (first, last) = if words::find("quarter", word).is_some() && (1..=4).contains(&number) {
        (number * 3 - 2, number * 3)
    } else if words::find("half", word).is_some() && (1..=2).contains(&number) {
        (number * 6 - 5, number * 6)
    } else {
        return None;
    };
    valid(year)?;
    Some(DateReading::Date(format!("{year}-{first:02}/{year}-{last:02}"), None))
}

/// `29 may 1992`, `may 29, 1992`, `may 1992`, `spring 2020`.
pub(super) fn worded(text: &str, assumed: Option<&'static str>) -> Option<DateReading> {
    let parts: Vec<&str> =
        text.split([' ', ',', '-', '/']).filter(|part| !part.is_empty() && *part != "of").collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let year = parts
        .iter()
        .position(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let named = parts.iter().find_map(|part| month(part));
    let Some(year) = year else {
        return short_year(&parts, named?);
    };
    let year = parts[year];
    if let (Some(month), 2) = (named, parts.len()) {
        let date = format!("{year}-{month:02}");
        return valid(&date).map(|()| DateReading::Date(date, assumed));
    }
    if let Some(month) = named {
        let day = parts.iter().find_map(|part| {
            let digits = part.trim_end_matches(|char: char| char.is_alphabetic() || char == '.');
            if digits.len() <= 2 { digits.parse::<u32>().ok() } else { None }
        })?;
        let date = format!("{year}-{month:02}-{day:02}");
        return valid(&date).map(|()| DateReading::Date(date, assumed));
    }
    let season = parts.iter().find_map(|part| words::find("season", part))?;
    valid(year)?;
    (parts.len() == 2).then(|| DateReading::Date(format!("{year}-{season}"), Some(SEASON)))
}

/// `mar-21`: a month of a year, or a day; `29 may 92`.
fn short_year(parts: &[&str], month: u32) -> Option<DateReading> {
    let numbers: Vec<&str> =
        parts.iter().filter(|part| part.parse::<u32>().is_ok()).copied().collect();
    let year = numbers.iter().rfind(|number| number.len() == 2)?;
    let dates = match numbers[..] {
        [_] => vec![
            format!("{}-{month:02}", full_year(year)),
            format!("{ANY_YEAR}-{month:02}-{year:0>2}"),
        ],
        [day, year] if year.len() == 2 => vec![format!("{}-{month:02}-{day:0>2}", full_year(year))],
        _ => Vec::new(),
    };
    // Whether a day without a year exists is known in a leap year at the latest.
    let exists = |date: &String| valid(&date.replace(ANY_YEAR, "2000")).is_some();
    let dates = dates.into_iter().filter(exists).collect();
    Some(DateReading::Unclear(YEAR_OR_DAY, dates))
}

/// The month that a word names.
pub(super) fn month(word: &str) -> Option<u32> {
    static TABLE: OnceLock<HashMap<&'static str, u32>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let rows = MONTHS.lines().skip(1).filter_map(|line| line.split_once(','));
        rows.filter_map(|(name, month)| Some((name, month.parse().ok()?))).collect()
    });
    let word = fold(word);
    table.get(word.as_str()).or_else(|| table.get(word.trim_end_matches('.'))).copied()
}
