//! Dates and periods in words, as precise as they are known.
//!
//! A range collapses what its ends share ("15–16 March 2007"); months that make up a calendar
//! quarter read as the quarter; `~` reads "about", `?` "uncertain".

use super::lexicon::LanguageTable;
use super::{Locale, fill, plain};
use crate::dataset::{Date, Day, Edtf, Precision, Status};

/// The date or period in full.
pub fn date(locale: &Locale, edtf: &Edtf) -> String {
    let words = locale.words;
    match edtf {
        Edtf::Date(date) => single(locale, date),
        Edtf::Interval(Some(from), Some(to)) if from == to => single(locale, from),
        Edtf::Interval(Some(from), Some(to)) => range(locale, from, to),
        Edtf::Interval(Some(from), None) => {
            open(locale, from, [words.since, words.since_year, "{date}\u{a0}– …"])
        }
        Edtf::Interval(None, Some(to)) => {
            open(locale, to, [words.until, words.until_year, "…\u{a0}– {date}"])
        }
        Edtf::Interval(None, None) => String::from(words.period_not_stated),
    }
}

/// As [`date`], of something that has come so far: what is planned has not been going on since then.
pub fn date_as(locale: &Locale, edtf: &Edtf, status: Status) -> String {
    let words = locale.words;
    match (edtf, status) {
        (Edtf::Interval(Some(from), None), Status::Planned | Status::Proposed) => {
            open(locale, from, [words.starting, words.starting_year, "{date}\u{a0}– …"])
        }
        _ => date(locale, edtf),
    }
}

/// From one day to another: in years, in months or in days, whichever they make up whole.
pub fn days(locale: &Locale, from: Day, to: Day) -> String {
    let (mut first, mut last) = (date_of(from), date_of(to));
    if from.civil().2 == 1 && Day(to.0 + 1).civil().2 == 1 {
        let is_of_years = first.month == 1 && last.month == 12;
        for date in [&mut first, &mut last] {
            (date.day, date.precision) = (0, Precision::Month);
            if is_of_years {
                (date.month, date.precision) = (0, Precision::Year);
            }
        }
    }
    date(locale, &Edtf::Interval(Some(first), Some(last)))
}

/// One day in full.
pub fn day(locale: &Locale, day: Day) -> String {
    single(locale, &date_of(day))
}

/// The label of a tick at the start of a month: the short month, and for January the year.
pub fn date_short(locale: &Locale, day: Day) -> String {
    let date = date_of(day);
    match date.month {
        1 => plain(date.year.into()),
        month => String::from(nth(&locale.table.month_names_short, month)),
    }
}

fn date_of(day: Day) -> Date {
    let (year, month, day) = day.civil();
    Date {
        year: year as i16,
        month: month as u8,
        day: day as u8,
        precision: Precision::Day,
        approximate: false,
        uncertain: false,
    }
}

fn single(locale: &Locale, date: &Date) -> String {
    let text = about(locale, date, sure(locale, date));
    uncertain(locale, date, text)
}

/// Without its doubt.
fn sure(locale: &Locale, date: &Date) -> String {
    let table = locale.table;
    let pattern = match date.precision {
        Precision::Day => table.day,
        Precision::Month => table.month,
        Precision::Year => "{y}",
        Precision::Season => {
            let season = usize::from(date.month.clamp(21, 24) - 21);
            locale.words.seasons[season]
        }
        Precision::Decade => locale.words.decade,
        Precision::Century => {
            let last = Date { year: date.year.saturating_add(99), ..*date };
            return render(table, table.years, date, &last);
        }
    };
    render(table, pattern, date, date)
}

fn range(locale: &Locale, from: &Date, to: &Date) -> String {
    let table = locale.table;
    let alike = from.precision == to.precision
        && from.approximate == to.approximate
        && from.uncertain == to.uncertain;
    let same_year = from.year == to.year;
    let pattern = match from.precision {
        _ if !alike => None,
        Precision::Day if same_year && from.month == to.month => Some(table.days),
        Precision::Day if same_year => Some(table.days_of_months),
        Precision::Day => Some(table.days_of_years),
        Precision::Month if same_year && from.month % 3 == 1 && to.month == from.month + 2 => {
            Some(table.quarter)
        }
        Precision::Month if same_year => Some(table.months),
        Precision::Month => Some(table.months_of_years),
        Precision::Year => Some(table.years),
        _ => None,
    };
    match pattern {
        Some(pattern) => {
            let text = about(locale, from, render(table, pattern, from, to));
            uncertain(locale, from, text)
        }
        None => [&*single(locale, from), "\u{a0}– ", &single(locale, to)].concat(),
    }
}

/// `templates`: for a day or month, for a year, and for what has no case form.
fn open(locale: &Locale, date: &Date, templates: [&str; 3]) -> String {
    let table = locale.table;
    let (text, template) = match date.precision {
        Precision::Year if !date.approximate => (plain(date.year.into()), templates[1]),
        Precision::Year | Precision::Day => (sure(locale, date), templates[0]),
        // After a preposition Russian needs the case that the month has beside its day.
        Precision::Month => {
            (fill_in(table, &table.month_names, table.month, date, date), templates[0])
        }
        _ => (sure(locale, date), templates[2]),
    };
    let text = about(locale, date, text);
    uncertain(locale, date, fill(template, &[("date", &text)]))
}

fn about(locale: &Locale, date: &Date, text: String) -> String {
    if date.approximate { fill(locale.words.about_date, &[("date", &text)]) } else { text }
}

fn uncertain(locale: &Locale, date: &Date, text: String) -> String {
    if date.uncertain { fill(locale.words.uncertain_date, &[("date", &text)]) } else { text }
}

fn render(table: &LanguageTable, pattern: &str, from: &Date, to: &Date) -> String {
    fill_in(table, &table.month_names_alone, pattern, from, to)
}

/// `alone` are the names of months that stand without a day.
fn fill_in(
    table: &LanguageTable,
    alone: &[&'static str],
    pattern: &str,
    from: &Date,
    to: &Date,
) -> String {
    fill(
        pattern,
        &[
            ("d", &plain(from.day.into())),
            ("D", &plain(to.day.into())),
            ("m", nth(&table.month_names, from.month)),
            ("M", nth(&table.month_names, to.month)),
            ("l", nth(alone, from.month)),
            ("L", nth(alone, to.month)),
            ("q", nth(&table.quarter_names, from.month.div_ceil(3))),
            ("y", &plain(from.year.into())),
            ("Y", &plain(to.year.into())),
        ],
    )
}

/// The `one`th text, counted from 1; empty where there is none.
fn nth(texts: &[&'static str], one: u8) -> &'static str {
    texts.get(usize::from(one).wrapping_sub(1)).copied().unwrap_or("")
}
