//! EDTF level 1 as text: `2021`, `2007-03-15/2007-03-16`, `2022-02`, `2023~`, `202X`, `2020/..`.
//!
//! Taken: years 0001 to 9999, months, days, seasons 21 to 24, `202X` and `20XX`, the marks `~`, `?`
//! and `%` behind a date, intervals, and `..` for an open end. Refused, because no chart could place
//! them: times of day, longer or negative years, an unspecified month or day, an unknown end.
//!
//! The crate `edtf` reads the same texts and more; with nom it is 5 KB of the compressed module,
//! this is 2.6. Natively the one and in the browser the other would be two truths about what is a
//! date, so this one reads everywhere, and a property test holds it to the crate's answers.

use super::{Date, Edtf, Precision};

/// Why a text is not a date: what is wrong, and how to mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateFault {
    /// What is wrong, in lowercase: "impossible date".
    pub what: &'static str,
    /// How to mend it.
    pub hint: &'static str,
}

const NOT_A_DATE: DateFault =
    DateFault { what: "not a date", hint: "write 2021, 2021-03, 2021-03-15, 2021~ or 2020/2023" };
const IMPOSSIBLE: DateFault =
    DateFault { what: "impossible date", hint: "no calendar has this month or day" };
const BEYOND: DateFault = DateFault {
    what: "beyond EDTF level 1",
    hint: "use one date or one interval; ~ ? % stand at a date's end only",
};
const UNSPECIFIED: DateFault =
    DateFault { what: "unspecified month or day", hint: "leave the part out: 2021 for 2021-XX" };
const TIME: DateFault = DateFault { what: "a time of day", hint: "give the day alone" };
const WEEK: DateFault = DateFault {
    what: "a week",
    hint: "write its first and its last day: 2024-01-29/2024-02-04 for 2024-W05",
};
const YEAR: DateFault =
    DateFault { what: "year out of range", hint: "years have four digits, 0001 to 9999" };
const UNKNOWN_END: DateFault =
    DateFault { what: "interval with an unknown end", hint: "write .. for an open end: 2020/.." };
const BACKWARDS: DateFault =
    DateFault { what: "interval that ends before it begins", hint: "write the earlier date first" };

impl Edtf {
    /// Reads a date or an interval of EDTF level 1.
    ///
    /// # Errors
    ///
    /// A [`DateFault`] for what is not one of the forms that the module's head lists, for a day
    /// that no calendar has, and for an interval that ends before it begins.
    ///
    /// ```
    /// use bilateral::dataset::{Day, Edtf};
    ///
    /// let month = Edtf::parse("2021-03~").unwrap();
    /// assert_eq!(month.last(), Some(Day::from_civil(2021, 3, 31)));
    /// assert!(month.is_doubtful());
    /// assert_eq!(Edtf::parse("2021-02-30").unwrap_err().what, "impossible date");
    /// ```
    pub fn parse(text: &str) -> Result<Edtf, DateFault> {
        if text.contains(['[', ']', '{', '}', '^', 'S', ',']) {
            return Err(BEYOND);
        }
        let Some((from, to)) = text.split_once('/') else {
            return parse_date(text).map(Edtf::Date);
        };
        let (from, to) = (parse_end(from)?, parse_end(to)?);
        match (from, to) {
            (None, None) => Err(NOT_A_DATE),
            (Some(from), Some(to)) if from.first() > to.last() => Err(BACKWARDS),
            _ => Ok(Edtf::Interval(from, to)),
        }
    }

    /// The text that [`Edtf::parse`] reads back as the same value.
    pub fn print(&self) -> String {
        let mut text = String::new();
        match self {
            Edtf::Date(date) => print_date(date, &mut text),
            Edtf::Interval(from, to) => {
                print_end(from, &mut text);
                text.push('/');
                print_end(to, &mut text);
            }
        }
        text
    }
}

fn parse_end(text: &str) -> Result<Option<Date>, DateFault> {
    match text {
        ".." => Ok(None),
        "" => Err(UNKNOWN_END),
        _ => parse_date(text).map(Some),
    }
}

fn parse_date(text: &str) -> Result<Date, DateFault> {
    let (plain, mark) = match text.as_bytes().last() {
        Some(mark @ (b'~' | b'?' | b'%')) => (&text[..text.len() - 1], *mark),
        _ => (text, 0),
    };
    if plain.contains(['~', '?', '%']) {
        return Err(BEYOND);
    }
    if plain.contains('T') {
        return Err(TIME);
    }
    if plain.contains('W') {
        return Err(WEEK);
    }
    if plain.starts_with(['Y', '-']) {
        return Err(YEAR);
    }
    let mut parts = plain.split('-');
    let (year, mut precision) = parse_year(parts.next().unwrap_or(""))?;
    let month = parts.next().map(parse_two).transpose()?;
    let day = parts.next().map(parse_two).transpose()?;
    if parts.next().is_some() {
        return Err(NOT_A_DATE);
    }
    if let Some(month) = month {
        if precision != Precision::Year {
            return Err(BEYOND);
        }
        precision = match (month, day) {
            (1..=12, None) => Precision::Month,
            (21..=24, None) => Precision::Season,
            (25..=41, None) => return Err(BEYOND),
            (1..=12, Some(1..=31)) => Precision::Day,
            _ => return Err(IMPOSSIBLE),
        };
    }
    let date = Date {
        year,
        month: month.unwrap_or(0),
        day: day.unwrap_or(0),
        precision,
        approximate: matches!(mark, b'~' | b'%'),
        uncertain: matches!(mark, b'?' | b'%'),
    };
    let exists = precision != Precision::Day
        || date.first().civil() == (i32::from(year), date.month.into(), date.day.into());
    if exists { Ok(date) } else { Err(IMPOSSIBLE) }
}

fn parse_year(text: &str) -> Result<(i16, Precision), DateFault> {
    let (digits, precision, scale) = match text.as_bytes() {
        [digits @ .., b'X', b'X'] => (digits, Precision::Century, 100),
        [digits @ .., b'X'] => (digits, Precision::Decade, 10),
        digits => (digits, Precision::Year, 1),
    };
    if digits.contains(&b'X') {
        return Err(BEYOND);
    }
    if text.len() != 4 {
        let digits_only = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
        return Err(if digits_only && text.len() > 4 { YEAR } else { NOT_A_DATE });
    }
    match parse_digits(digits)? * scale {
        0 => Err(YEAR),
        year => Ok((year, precision)),
    }
}

fn parse_two(text: &str) -> Result<u8, DateFault> {
    match text.as_bytes() {
        b"XX" => Err(UNSPECIFIED),
        digits @ [_, _] => parse_digits(digits).map(|number| number as u8),
        _ => Err(NOT_A_DATE),
    }
}

/// At most four digits.
fn parse_digits(digits: &[u8]) -> Result<i16, DateFault> {
    let mut number = 0;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return Err(NOT_A_DATE);
        }
        number = number * 10 + i16::from(digit - b'0');
    }
    Ok(number)
}

fn print_end(end: &Option<Date>, text: &mut String) {
    match end {
        Some(date) => print_date(date, text),
        None => text.push_str(".."),
    }
}

fn print_date(date: &Date, text: &mut String) {
    let shown = match date.precision {
        Precision::Century => 2,
        Precision::Decade => 3,
        _ => 4,
    };
    let year = date.year.unsigned_abs();
    for (at, scale) in [1000, 100, 10, 1].into_iter().enumerate() {
        text.push(if at < shown { digit(year / scale) } else { 'X' });
    }
    for part in [date.month, date.day] {
        if part > 0 {
            text.push('-');
            text.push(digit(u16::from(part) / 10));
            text.push(digit(part.into()));
        }
    }
    match (date.approximate, date.uncertain) {
        (true, true) => text.push('%'),
        (true, false) => text.push('~'),
        (false, true) => text.push('?'),
        (false, false) => {}
    }
}

fn digit(number: u16) -> char {
    char::from(b'0' + (number % 10) as u8)
}
