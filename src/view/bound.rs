//! The ends of a period as attributes write them.

use crate::dataset::Day;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    First,
    Last,
}

/// The first or the last day of `2015`, `2015-03` or `2015-03-02`.
pub(super) fn bound(value: &str, end: End) -> Result<Day, &'static str> {
    let expected = "is not a year or a date like 2015, 2015-03 or 2015-03-02";
    let mut parts = [0_u32; 3];
    let mut given = 0;
    for part in value.split('-') {
        let digits = if given == 0 { 4 } else { 2 };
        if given == 3 || part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(expected);
        }
        parts[given] = part.parse().map_err(|_| expected)?;
        given += 1;
    }
    let [year, month, day] = parts;
    let year = year as i32;
    let date = match (given, end) {
        (1, End::First) => Day::from_civil(year, 1, 1),
        (1, End::Last) => Day::from_civil(year, 12, 31),
        _ if !(1..=12).contains(&month) => return Err(expected),
        (2, End::First) => Day::from_civil(year, month, 1),
        (2, End::Last) => Day(Day::from_civil(year, month + 1, 1).0 - 1),
        _ => Day::from_civil(year, month, day),
    };
    match given {
        3 if date.civil() != (year, month, day) => Err("is a day that does not exist"),
        _ => Ok(date),
    }
}

/// `2015-03-02`
pub(super) fn written(day: Day) -> String {
    let (year, month, day) = day.civil();
    let mut text = String::new();
    for (number, digits) in [(year as u32, 4), (month, 2), (day, 2)] {
        if !text.is_empty() {
            text.push('-');
        }
        let number = number.to_string();
        for _ in number.len()..digits {
            text.push('0');
        }
        text.push_str(&number);
    }
    text
}
