//! The period or date of a row.

use super::beside::{Beside, depends};
use super::column::ReadColumn;
use super::content::{LOOKED_AT, reading};
use super::date;
use super::date_reading::{ANY_YEAR, DateReading, TwoDigits, valid};
use super::draft::Draft;
use super::fit;
use super::grid::At;
use super::marks::is_missing;
use super::questions::{self, YEAR_OR_DAY};
use super::row_place::{RowPlace, Stop};
use super::sayings;
use super::told::Saying;
use super::wording;
use super::words;

/// The period or date of a row, from one column or from several: year, month, day, and an end.
pub(super) fn read(
    place: &RowPlace,
    draft: &mut Draft,
    from: &mut Vec<(&'static str, At)>,
) -> Result<Option<String>, Stop> {
    let start = match whole(place, "period", draft, from)? {
        Some(date) => Some(date),
        None if is_odd_year(place, draft) => whole(place, "year", draft, from)?,
        None => parts(place, ["year", "quarter", "month", "day"], draft, from)?,
    };
    let end = match whole(place, "end", draft, from)? {
        Some(date) => Some(date),
        None => parts(place, ["end-year", "quarter", "end-month", "end-day"], draft, from)?,
    };
    Ok(match (start, end) {
        (Some(start), Some(end)) if start != end && !start.contains('/') => {
            Some(format!("{start}/{end}"))
        }
        (start, _) => start,
    })
}

/// Whether a year is none of the calendar's, and all that is said of the date: `FY2019`, `2019/20`.
fn is_odd_year(place: &RowPlace, draft: &Draft) -> bool {
    let is_said =
        |field| place.columns.of(field).any(|column| !is_missing(place.text(draft, column.index)));
    let year = place.columns.of("year").next().map_or("", |column| place.text(draft, column.index));
    let is_plain = year.trim_end_matches(".0").bytes().all(|byte| byte.is_ascii_digit());
    !is_plain
        && date::marked_year(year).is_none()
        && date::read(year).is_some()
        && !["quarter", "month", "day"].into_iter().any(is_said)
}

fn whole(
    place: &RowPlace,
    field: &'static str,
    draft: &mut Draft,
    from: &mut Vec<(&'static str, At)>,
) -> Result<Option<String>, Stop> {
    let Some(column) =
        place.columns.of(field).find(|column| !is_missing(place.text(draft, column.index)))
    else {
        return Ok(None);
    };
    let text = place.text(draft, column.index).to_owned();
    let told = draft.answers.reading(&text);
    if told == Some("-") {
        return Err(Stop::Left(sayings::BY_READ.into()));
    }
    let told = told.and_then(|told| fit::date(told).ok());
    let two_digits = draft.answers.two_digits;
    let read = match &told {
        Some(told) => Some(DateReading::Date(told.clone(), None)),
        None => reading(place.sheet(draft), place.source(draft, column.index), column.index),
    };
    let Some(read) = read else {
        // A row of figures may say much beside its period; an event is its date.
        if !place.columns.has_values() {
            let answers = ["DATE", "-"].map(|date| format!("--read \"{text}={date}\"")).to_vec();
            let what = Saying::of(questions::DATE_OF).text("text", text);
            draft.ask(place.address(draft, column.index), what, answers);
            return Err(Stop::Asked);
        }
        return Err(Stop::Left(Saying::of(sayings::NO_DATE).text("text", text)));
    };
    let read = match read {
        DateReading::Unclear(YEAR_OR_DAY, dates) if two_digits == Some(TwoDigits::Year) => {
            let date = dates.iter().find(|date| !date.starts_with(ANY_YEAR)).cloned();
            date.map_or(DateReading::Unclear(YEAR_OR_DAY, dates), |date| {
                DateReading::Date(date, None)
            })
        }
        read => read,
    };
    let read = if told.is_none() { settled(read, place, column, draft) } else { read };
    if let Some((date, assumed)) = read.date(place.order) {
        if told.is_none() && (assumed.is_some() || words::fold(&text) != date) {
            tell(place, column, &text, date, assumed, draft);
        }
        from.push((field, place.at(column.index)));
        return Ok(Some(date.to_owned()));
    }
    if let DateReading::Unclear(why, dates) = read {
        let dates = dates.into_iter().filter_map(|date| in_year(place, column.index, draft, date));
        let dates = dates.chain(["DATE".to_owned()]);
        let answers = dates.map(|date| format!("--read \"{text}={date}\"")).collect();
        let what = Saying::of(questions::DATE).text("text", text).said("why", why);
        draft.ask(place.address(draft, column.index), what, answers);
        return Err(Stop::Asked);
    }
    Err(Stop::Left(Saying::of(sayings::OTHER_ORDER).text("text", text)))
}

/// A reading as the column has it.
fn settled(
    read: DateReading,
    place: &RowPlace,
    column: &ReadColumn,
    draft: &mut Draft,
) -> DateReading {
    if !depends(&read) {
        return read;
    }
    let key = (place.grid, column.index);
    let beside = match draft.beside.get(&key) {
        Some(known) => *known,
        None => look(place, column, draft),
    };
    draft.beside.insert(key, beside);
    beside.settle(read)
}

fn look(place: &RowPlace, column: &ReadColumn, draft: &Draft) -> Beside {
    let sheet = place.sheet(draft);
    let rows = 0..sheet.height().min(LOOKED_AT);
    Beside::of(&column.header, rows.filter_map(|row| reading(sheet, row, column.index)).collect())
}

/// A date whose year may be missing, in the only year of the column's other cells.
fn in_year(place: &RowPlace, column: usize, draft: &Draft, date: String) -> Option<String> {
    if !date.starts_with(ANY_YEAR) {
        return Some(date);
    }
    let sheet = place.sheet(draft);
    let mut years = (0..sheet.height().min(LOOKED_AT)).filter_map(|row| {
        let date = reading(sheet, row, column)?.date(place.order)?.0.to_owned();
        // A year or a month by itself says nothing of days in the column.
        (date.len() == 10).then(|| date[..4].to_owned())
    });
    let year = years.next()?;
    let date = date.replace(ANY_YEAR, &year);
    (years.all(|other| other == year) && valid(&date).is_some()).then_some(date)
}

/// Says once for each column and way of writing how dates were read.
fn tell(
    place: &RowPlace,
    column: &ReadColumn,
    text: &str,
    date: &str,
    assumed: Option<&'static str>,
    draft: &mut Draft,
) {
    let pattern: String = text
        .chars()
        .map(|char| {
            if char.is_ascii_digit() {
                '0'
            } else if char.is_alphabetic() {
                'a'
            } else {
                char
            }
        })
        .collect();
    let mut short = String::new();
    for char in pattern.chars() {
        if !(char == 'a' && short.ends_with('a')) {
            short.push(char);
        }
    }
    if draft.said(place.grid, column.index, &short) {
        let form = if assumed.is_some() { sayings::DATE_SO } else { sayings::DATE };
        let said = Saying::of(form).text("text", text).text("date", date);
        let said = assumed.into_iter().fold(said, |said, why| said.said("why", why));
        draft.infer(&place.address(draft, column.index), said);
    }
}

fn parts(
    place: &RowPlace,
    [year, quarter, month, day]: [&'static str; 4],
    draft: &mut Draft,
    from: &mut Vec<(&'static str, At)>,
) -> Result<Option<String>, Stop> {
    let mut number = |field: &'static str, name: bool| -> Result<Option<u32>, Stop> {
        let Some(column) = place.columns.of(field).next() else { return Ok(None) };
        let text = place.text(draft, column.index);
        if is_missing(text) {
            return Ok(None);
        }
        let year = date::marked_year(text).filter(|_| !name);
        if let Some((year, mark)) = year {
            let said = Some(date::marked(mark));
            let (text, year) = (text.to_owned(), year.to_owned());
            tell(place, column, &text, &year, said, draft);
            from.push((field, place.at(column.index)));
            return Ok(year.parse().ok());
        }
        let digits = text.trim_start_matches(['q', 'Q', 'k', 'K']).trim_end_matches(".0");
        let read = digits.parse().ok().or_else(|| wording::month(text).filter(|_| name));
        let Some(read) = read else {
            return Err(Stop::Left(
                Saying::of(sayings::NO_PART_OF_DATE).text("text", text).said("field", field),
            ));
        };
        from.push((field, place.at(column.index)));
        Ok(Some(read))
    };
    let Some(year) = number(year, false)? else { return Ok(None) };
    let date = match (number(quarter, false)?, number(month, true)?, number(day, false)?) {
        (Some(quarter @ 1..=4), None, _) => {
            format!("{year:04}-{:02}/{year:04}-{:02}", quarter * 3 - 2, quarter * 3)
        }
        (_, Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        // Comtrade gives a whole year the month 52.
        (_, Some(52), None) => format!("{year:04}"),
        (_, Some(month), None) => format!("{year:04}-{month:02}"),
        (Some(quarter), None, _) => format!("{year:04}-Q{quarter}"),
        _ => format!("{year:04}"),
    };
    match date::read(&date) {
        Some(DateReading::Date(date, _)) => Ok(Some(date)),
        _ => Err(Stop::Left(Saying::of(sayings::IMPOSSIBLE).text("date", date))),
    }
}
