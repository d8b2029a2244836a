//! The marks of numbers and the order of dates, decided once for a column over all its cells.

use std::collections::HashMap;

use super::column::{Columns, ReadColumn};
use super::content::reading;
use super::date_reading::{DateReading, Order};
use super::draft::Draft;
use super::grid::{CellKind, letters};
use super::number::{DecimalMark, Vote, Written};
use super::questions;
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;
use super::votes::{MarkVotes, Verdict};
use super::words;

/// Columns that periods or partners make are one column, cut up.
pub(super) fn decimals(
    grid: usize,
    shape: &GridShape,
    columns: &Columns,
    draft: &mut Draft,
) -> HashMap<usize, Option<DecimalMark>> {
    let is_cut =
        |column: &&ReadColumn| column.context.period.is_some() || column.context.partner.is_some();
    let (cut, single): (Vec<&ReadColumn>, Vec<&ReadColumn>) = columns.values().partition(is_cut);
    let mut marks = HashMap::new();
    let mut decide = |group: &[&ReadColumn], draft: &mut Draft| {
        let mark = decimal(grid, shape, group, draft);
        marks.extend(group.iter().map(|column| (column.index, mark)));
    };
    decide(&cut, draft);
    for column in single {
        decide(&[column], draft);
    }
    marks
}

/// The decimal mark of a column of values; none where it was asked for.
///
/// The columns of one wide table are one column here, cut up by their periods.
fn decimal(
    grid: usize,
    shape: &GridShape,
    columns: &[&ReadColumn],
    draft: &mut Draft,
) -> Option<DecimalMark> {
    let first = columns.first()?;
    let told = draft.answers.decimal(&first.header, &letters(first.index));
    if told.is_some() {
        return told;
    }
    let mut marks = MarkVotes::default();
    // The first cell of each vote, to be shown where they contradict.
    let (mut comma, mut point, mut either) = (None, None, None);
    for row in shape.body.clone() {
        for column in columns {
            let sheet = &draft.grids[grid];
            let text = sheet.value(row, column.index);
            if sheet.kind(row, column.index) != CellKind::Text || text.is_empty() {
                continue;
            }
            let Some(vote) = Written::parse(text).and_then(|written| written.vote()) else {
                continue;
            };
            let slot = match vote {
                Vote::None => None,
                Vote::Decimal(DecimalMark::Comma) | Vote::Thousands(DecimalMark::Point) => {
                    Some(&mut comma)
                }
                Vote::Decimal(DecimalMark::Point) | Vote::Thousands(DecimalMark::Comma) => {
                    Some(&mut point)
                }
                Vote::Either(_) => Some(&mut either),
            };
            if let Some(slot) = slot.filter(|slot| slot.is_none()) {
                *slot = Some((row, column.index));
            }
            marks.add(vote);
        }
    }
    let mut place = draft.header_place(grid, first.index);
    if columns.len() > 1 {
        place += &format!(":{}", letters(columns[columns.len() - 1].index));
    }
    judged(grid, &marks, first, place, [comma, point, either], draft)
}

fn judged(
    grid: usize,
    marks: &MarkVotes,
    first: &ReadColumn,
    place: String,
    [comma, point, either]: [Option<(usize, usize)>; 3],
    draft: &mut Draft,
) -> Option<DecimalMark> {
    let name = if first.header.is_empty() { letters(first.index) } else { first.header.clone() };
    let answers =
        vec![format!("--decimal \"{name}=comma\""), format!("--decimal \"{name}=point\"")];
    match marks.verdict() {
        Verdict::Plain => Some(DecimalMark::Point),
        Verdict::Decimal(mark) => {
            let (form, at) = match mark {
                DecimalMark::Comma => (sayings::COMMA, comma),
                DecimalMark::Point => (sayings::POINT, point),
            };
            draft.infer(&place, by(form, at, grid, draft));
            Some(mark)
        }
        Verdict::Contradicts => {
            let ([comma, there], [point, here]) =
                (cell(comma, grid, draft), cell(point, grid, draft));
            let what = Saying::of(questions::MARK).text("comma", comma).text("there", there);
            draft.ask(place, what.text("point", point).text("here", here), answers);
            None
        }
        Verdict::FitsBoth => {
            let [text, at] = cell(either, grid, draft);
            let by =
                |mark| Written::parse(&text).and_then(|one| one.plain(mark)).unwrap_or_default();
            let (comma, point) = (by(DecimalMark::Comma), by(DecimalMark::Point));
            let what = Saying::of(questions::MARK_OF).text("text", text).text("place", at);
            let what = what.text("comma", comma).text("point", point);
            draft.ask(place, what, answers);
            None
        }
    }
}

/// Whether days or months stand first in a table's dates; `Err` where it was asked for.
pub(super) fn order(
    grid: usize,
    shape: &GridShape,
    columns: &Columns,
    draft: &mut Draft,
) -> Result<Option<Order>, ()> {
    if draft.answers.date_order.is_some() {
        return Ok(draft.answers.date_order);
    }
    let dated = ["period", "end"].iter().flat_map(|field| columns.of(field));
    let dated: Vec<&ReadColumn> = dated.collect();
    let (mut day, mut month, mut either) = (None, None, None);
    for row in shape.body.clone() {
        for column in &dated {
            let slot = match reading(&draft.grids[grid], row, column.index) {
                Some(DateReading::Ordered(Order::DayFirst, _)) => &mut day,
                Some(DateReading::Ordered(Order::MonthFirst, _)) => &mut month,
                Some(DateReading::EitherOrder(..)) => &mut either,
                _ => continue,
            };
            slot.get_or_insert((row, column.index));
        }
    }
    let Some(first) = dated.first() else { return Ok(None) };
    let place = draft.header_place(grid, first.index);
    let answers = vec!["--date-order dmy".to_owned(), "--date-order mdy".to_owned()];
    match (day, month, either) {
        (None, None, None) => Ok(None),
        (Some(_), None, _) => {
            draft.infer(&place, by(sayings::DAYS_FIRST, day, grid, draft));
            Ok(Some(Order::DayFirst))
        }
        (None, Some(_), _) => {
            draft.infer(&place, by(sayings::MONTHS_FIRST, month, grid, draft));
            Ok(Some(Order::MonthFirst))
        }
        (Some(_), Some(_), _) => {
            let ([day, there], [month, here]) = (cell(day, grid, draft), cell(month, grid, draft));
            let what = Saying::of(questions::ORDER).text("day", day).text("there", there);
            draft.ask(place, what.text("month", month).text("here", here), answers);
            Err(())
        }
        (None, None, Some(_)) => {
            let [text, at] = cell(either, grid, draft);
            let what = Saying::of(questions::ORDER_OF).text("text", text).text("place", at);
            draft.ask(place, what, answers);
            Err(())
        }
    }
}

/// What is guessed by a cell.
fn by(form: &'static str, at: Option<(usize, usize)>, grid: usize, draft: &Draft) -> Saying {
    let [text, at] = cell(at, grid, draft);
    Saying::of(form).text("text", text).text("cell", at)
}

/// A cell's text and address.
fn cell(at: Option<(usize, usize)>, grid: usize, draft: &Draft) -> [String; 2] {
    at.map_or([String::new(), String::new()], |(row, column)| {
        let sheet = &draft.grids[grid];
        [sheet.value(row, column).to_owned(), sheet.address(row, column)]
    })
}

/// Whether a text says that nothing is known.
pub(super) fn is_missing(text: &str) -> bool {
    // Most cells are numbers, which no such word begins like.
    let is_number = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    text.is_empty() || !is_number && words::find("missing", text).is_some()
}
