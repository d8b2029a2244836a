//! Dates as people write them, as EDTF: `29.05.1992`, `May 1992`, `2017Q1`, `spring 2020`.

use super::date_reading::{DateReading, Order, fiscal_years, full_year, is_year, valid};
use super::fiscal::fiscal;
use super::part_of_year::{part_of_year, quarter_or_month};
use super::questions::{FISCAL, FISCAL_OR_SEASON, SEASON, SHORT_YEAR};
use super::sayings::{APPROXIMATE, FOOTNOTE, TIME};
use super::wording::{quarter, worded};
use super::words::{self, fold};

/// Reads a cell; none where it is no date.
pub(super) fn read(text: &str) -> Option<DateReading> {
    let text = fold(text);
    if let Some((year, mark)) = marked_year(&text) {
        return Some(DateReading::Date(year.to_owned(), Some(marked(mark))));
    }
    let text = text.trim_end_matches(['*', '†']).trim();
    if text.is_empty() || text.len() > 80 || text.contains('%') {
        return None;
    }
    let (text, mark) = approximate(text);
    let read = interval(text).or_else(|| one(text))?;
    Some(match read {
        DateReading::Date(date, assumed) if mark && !date.contains('/') => {
            let marked = if date.ends_with(['~', '?']) { date } else { date + "~" };
            DateReading::Date(marked, assumed.or(Some(APPROXIMATE)))
        }
        other => other,
    })
}

fn approximate(text: &str) -> (&str, bool) {
    for (at, _) in text.match_indices(' ') {
        if words::find("about", &text[..at]).is_some() {
            return (text[at..].trim(), true);
        }
    }
    match text.strip_prefix('~') {
        Some(rest) => (rest.trim(), true),
        None => (text, false),
    }
}

/// `2007-03-15/2007-03-16`, `1992–1995`, `15–16 march 2007`, `2020–`.
fn interval(text: &str) -> Option<DateReading> {
    if let Some((from, to)) = text.split_once('/')
        && from.len() >= 4
        && (to.len() >= 4 || matches!(to, "..") || from == "..")
        && text.matches('/').count() == 1
    {
        let end = |end: &str| if end == ".." { Some("..".into()) } else { sure(end) };
        return Some(DateReading::Date(format!("{}/{}", end(from)?, end(to)?), None));
    }
    let years = || text.split_once('-').filter(|(from, to)| is_year(from) && is_year(to));
    let (from, to) =
        text.split_once(['–', '—']).or_else(|| text.split_once(" - ")).or_else(years)?;
    let (from, to) = (from.trim(), to.trim());
    if to.is_empty() || matches!(to, "present" | "now" | "н.в." | "настоящее время" | "heute")
    {
        return Some(DateReading::Date(format!("{}/..", sure(from)?), None));
    }
    let to_date = sure(to)?;
    let from_date = match from.parse::<u32>() {
        // Only the day stands before the dash.
        Ok(day) if from.len() <= 2 && to_date.len() == 10 => {
            format!("{}-{day:02}", &to_date[..7])
        }
        _ => sure(from).or_else(|| sure(&format!("{from} {}", to_date.get(..4)?)))?,
    };
    valid(&from_date)?;
    (from_date < to_date).then(|| DateReading::Date(format!("{from_date}/{to_date}"), None))
}

fn sure(text: &str) -> Option<String> {
    match one(text)? {
        DateReading::Date(date, _) if !date.contains('/') => Some(date),
        DateReading::Ordered(_, date) => Some(date),
        _ => None,
    }
}

fn one(text: &str) -> Option<DateReading> {
    let (text, timed) = without_time(text);
    let assumed = timed.then_some(TIME);
    let bare = text.trim_end_matches([' ', '.', ',']);
    let bare = ["г", "год", "года", "жыл", "ж", "il", "yıl"]
        .iter()
        .find_map(|word| bare.strip_suffix(word).filter(|rest| rest.ends_with([' ', '.'])))
        .unwrap_or(bare)
        .trim_end_matches([' ', '.', ',']);
    numeric(bare, assumed)
        .or_else(|| quarter(bare))
        .or_else(|| part_of_year(bare))
        .or_else(|| fiscal(bare))
        .or_else(|| worded(bare, assumed))
        .or_else(|| edtf(bare))
}

/// Cuts `T12:30:00.123+04:00`, ` 12:30`, ` 2:30 pm` off.
fn without_time(text: &str) -> (&str, bool) {
    let Some(colon) = text.find(':') else { return (text, false) };
    let head = &text[..colon];
    let Some(at) = head.rfind([' ', 't']) else { return (text, false) };
    let hour = head[at + 1..].trim();
    let rest = text[colon + 1..]
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b":.+-z apmutcgdst,".contains(&byte));
    if (1..=2).contains(&hour.len()) && hour.bytes().all(|byte| byte.is_ascii_digit()) && rest {
        (text[..at].trim_end_matches([',', ' ']), true)
    } else {
        (text, false)
    }
}

fn numeric(text: &str, assumed: Option<&'static str>) -> Option<DateReading> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let date = match text.len() {
            4 => text.to_owned(),
            6 => format!("{}-{}", &text[..4], &text[4..]),
            8 => format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]),
            _ => return None,
        };
        return valid(&date).map(|()| DateReading::Date(date, assumed));
    }
    let mark = text.chars().find(|char| ['.', '/', '-'].contains(char))?;
    let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
    if !parts
        .iter()
        .all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let joined = |year: &str, month: &str, day: &str| {
        let date = format!("{year}-{month:0>2}-{day:0>2}");
        valid(&date).map(|()| date)
    };
    match parts[..] {
        [one, other] => month_of(one, other, mark, assumed),
        [year, month, day] if year.len() == 4 && day.len() <= 2 => {
            joined(year, month, day).map(|date| DateReading::Date(date, assumed))
        }
        [first, second, year] if year.len() == 4 => {
            let day_first = joined(year, second, first);
            let month_first = joined(year, first, second);
            match (day_first, month_first) {
                // Points stand between day, month and year in no other order.
                (Some(date), _) if mark == '.' => Some(DateReading::Date(date, assumed)),
                (Some(date), Some(other)) if date == other => {
                    Some(DateReading::Date(date, assumed))
                }
                (Some(date), Some(other)) => Some(DateReading::EitherOrder(date, other)),
                (Some(date), None) => Some(DateReading::Ordered(Order::DayFirst, date)),
                (None, Some(date)) => Some(DateReading::Ordered(Order::MonthFirst, date)),
                (None, None) => None,
            }
        }
        [first, second, year] if year.len() == 2 => {
            let year = full_year(year);
            let other = joined(&year, first, second).filter(|_| mark != '.');
            let mut dates: Vec<String> = joined(&year, second, first).into_iter().collect();
            dates.extend(other.filter(|date| !dates.contains(date)));
            Some(DateReading::Unclear(SHORT_YEAR, dates))
        }
        _ => None,
    }
}

/// `1992-05`, `05.1992`, `2017/4`. With a point, what has no two digits for the month of a year is a
/// decimal number.
fn month_of(
    one: &str,
    other: &str,
    mark: char,
    assumed: Option<&'static str>,
) -> Option<DateReading> {
    let is_month = is_year(one) && other.len() == 2 || is_year(other) && one.len() <= 2;
    let (year, month) = match (one.len(), other.len()) {
        _ if mark == '.' && !is_month => return None,
        (4, 1 | 2) => (one, other),
        (1 | 2, 4) => (other, one),
        _ => return None,
    };
    let number: u32 = month.parse().ok()?;
    if mark != '.' && year == one {
        if number > 12 || number == 0 {
            return two_years(year, number);
        }
        if month.len() == 1 && number < 5 {
            return Some(quarter_or_month(year, number));
        }
    }
    let date = format!("{year}-{month:0>2}");
    valid(&date).map(|()| DateReading::Date(date, assumed))
}

/// `2015-20`: several years; `2020-21`: a fiscal year, or a season by its number in EDTF.
fn two_years(year: &str, number: u32) -> Option<DateReading> {
    let first: u32 = year.parse().ok()?;
    let mut dates = fiscal_years(first);
    let is_season = (21..=24).contains(&number);
    let next = (first + 1) % 100 == number;
    if !next {
        dates.clear();
        if first % 100 < number {
            dates.push(format!("{year}/{}{number}", &year[..2]));
        }
    }
    if is_season {
        dates.push(format!("{year}-{number}"));
    }
    let why = match (next, is_season) {
        (true, true) => FISCAL_OR_SEASON,
        (true, false) => FISCAL,
        (false, _) => SEASON,
    };
    (number > 0 || next).then_some(DateReading::Unclear(why, dates))
}

/// EDTF that is none of the above: `202x`, `1992~`, `1990s`.
fn edtf(text: &str) -> Option<DateReading> {
    if let Some(decade) = text.strip_suffix("0s").filter(|decade| decade.len() == 3) {
        return decade.parse::<u32>().ok().map(|_| DateReading::Date(format!("{decade}X"), None));
    }
    let upper = text.to_uppercase();
    let bare = upper.trim_end_matches(['~', '?', '%']);
    if upper.len() - bare.len() > 1 || bare.len() < 4 {
        return None;
    }
    let tens = bare.strip_suffix('X').filter(|tens| tens.len() == 3);
    let decade = tens.is_some_and(|tens| tens.parse::<u32>().is_ok());
    (decade || (bare != upper && valid(bare).is_some())).then_some(DateReading::Date(upper, None))
}

/// A year and the mark behind it: `2021p`, `2021 (p)`, `2020¹`, `2020*`.
pub(super) fn marked_year(text: &str) -> Option<(&str, &str)> {
    const BRACKETS: [char; 4] = ['(', ')', '[', ']'];
    let text = text.trim();
    let (year, rest) = text.split_at_checked(4).filter(|(year, _)| is_year(year))?;
    let mark = rest.trim().trim_matches(BRACKETS).trim();
    let is_sign = !mark.is_empty() && mark.chars().all(|char| "*†‡¹²³⁴⁵⁶⁷⁸⁹".contains(char));
    let is_number = rest.ends_with(BRACKETS)
        && (1..=2).contains(&mark.len())
        && mark.bytes().all(|byte| byte.is_ascii_digit());
    let is_mark = is_sign || is_number || words::find("mark", mark).is_some();
    is_mark.then_some((year, mark))
}

/// What a mark behind a year says.
pub(super) fn marked(mark: &str) -> &'static str {
    words::find("mark", mark).unwrap_or(FOOTNOTE)
}
