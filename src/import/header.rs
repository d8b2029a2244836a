//! The words above a column, and the periods that they are.

use super::beside::{Beside, depends};
use super::column::{Columns, ReadColumn, Role};
use super::content::content;
use super::context::Context;
use super::date;
use super::date_reading::{ANY_YEAR, DateReading, TwoDigits, is_year};
use super::draft::Draft;
use super::fit;
use super::grid::{Grid, letters};
use super::questions::{self, YEAR_OR_DAY};
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;

/// The words above a column and what they say; the words of merged cells are of each column below.
pub(super) fn heading(grid: &Grid, shape: &GridShape, column: usize) -> (String, Context) {
    let mut parts: Vec<&str> = Vec::new();
    let mut context = Context::default();
    for row in shape.header.clone() {
        let last = row + 1 == shape.header.end;
        let text = match grid.cell(row, column) {
            "" => match grid.spanned(row, column) {
                Some(span) => grid.cell(span.row, span.column),
                // A group's name stands over its first column alone where nothing is merged.
                None if !last && column > 0 && !grid.cell(row + 1, column).is_empty() => (1
                    ..column)
                    .rev()
                    .map(|left| grid.cell(row, left))
                    .find(|cell| !cell.is_empty())
                    .unwrap_or(""),
                None => "",
            },
            text => text,
        };
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
            let said = Context::read(text);
            let field = said.field.or(context.field);
            context = Context { field, ..said.over(&context) };
        }
    }
    let header = parts.join(" ");
    if parts.len() > 1 {
        context.part_of_year(&header);
    }
    (header, context)
}

/// A header whose period has more than one reading: as answered, else asked.
pub(super) fn sure(
    grid: usize,
    shape: &GridShape,
    column: usize,
    mut said: Context,
    draft: &mut Draft,
) -> Context {
    if said.field.is_some() || shape.header.is_empty() {
        return said;
    }
    beside(&draft.grids[grid], shape.header.end - 1, column, &mut said);
    if said.period.is_some() {
        return said;
    }
    let Some((text, why, dates)) = said.unsure.clone() else { return said };
    let place = draft.grids[grid].address(shape.header.end - 1, column);
    let told = draft.answers.reading(&text).map(|told| (told == "-", fit::date(told).ok()));
    if let Some((left, told)) = told.filter(|(left, told)| *left || told.is_some()) {
        said.period = told.filter(|_| !left);
    } else if why != YEAR_OR_DAY {
        let dates = dates.into_iter().chain(["DATE".to_owned()]);
        let answers = dates.map(|date| format!("--read \"{text}={date}\"")).collect();
        let what = Saying::of(questions::DATE).text("text", text).said("why", why);
        draft.ask(place, what, answers);
    } else {
        match draft.answers.two_digits {
            Some(TwoDigits::Year) => {
                said.period = dates.into_iter().find(|date| !date.starts_with(ANY_YEAR));
            }
            Some(TwoDigits::Day) => {}
            None => {
                let answers = ["year", "day"].map(|word| format!("--two-digits {word}"));
                draft.ask(place, questions::TWO_DIGITS, answers.to_vec());
            }
        }
    }
    said
}

/// A header as those beside it are: `2017/4` among quarters, `2010-11` among fiscal years.
fn beside(grid: &Grid, row: usize, column: usize, said: &mut Context) {
    let text = grid.cell(row, column);
    let Some(read) = date::read(text).filter(depends) else { return };
    let all = (0..grid.width(row)).filter_map(|at| date::read(grid.cell(row, at)));
    match Beside::of("", all.collect()).settle(read) {
        DateReading::Date(date, _) => said.period = Some(date),
        DateReading::Unclear(why, dates) => {
            said.period = None;
            said.unsure = Some((text.to_owned(), why, dates));
        }
        _ => {}
    }
}

/// Where a header says which column is the year of values, other dates beside it are none of theirs.
pub(super) fn own_year(columns: &mut Columns) {
    if !columns.has_values() || !columns.has("year") {
        return;
    }
    for column in columns.all.iter_mut().filter(|column| !column.told) {
        let is_named = column.header.is_empty() || column.context.field.is_some();
        if column.role == Role::Field("period") && !is_named {
            column.role = Role::Left(sayings::NO_FIELD.into());
        }
    }
}

/// Columns of months without a year: of the rows' own year, else of the title's, else it is asked.
pub(super) fn months(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &mut Draft) {
    let is_month = |column: &ReadColumn| {
        let content = content(&draft.grids[grid], shape, column.index);
        let numeric = content.filled > 0 && content.numbers * 10 >= content.filled * 6;
        let bare = column.context.month.is_some() && column.context.period.is_none();
        bare && numeric && !column.told && matches!(column.role, Role::Left(_))
    };
    let found: Vec<usize> =
        columns.all.iter().filter(|column| is_month(column)).map(|column| column.index).collect();
    if found.len() < 2 || columns.has("period") {
        return;
    }
    let told = draft.answers.period.clone().filter(|period| is_year(period));
    let year = match (columns.has("year"), told) {
        (true, _) => None,
        (false, Some(year)) => Some(year),
        (false, None) => {
            let year = title_year(&draft.grids[grid], shape);
            let Some((year, place)) = year.or_else(|| sheet_year(grid, shape, draft)) else {
                draft.ask(
                    draft.grids[grid].name.clone(),
                    questions::YEAR_OF_MONTHS,
                    vec!["--period 2020".into()],
                );
                columns.waits = true;
                return;
            };
            draft.infer(&place, Saying::of(sayings::MONTHS_OF).text("year", &year));
            Some(year)
        }
    };
    for index in found {
        let column = &mut columns.all[index];
        column.role = Role::Value;
        if let Some((year, month)) =
            year.as_ref().zip(column.context.month.take_if(|_| year.is_some()))
        {
            column.context.period = Some(format!("{year}-{month:02}"));
        }
    }
}

/// The only year that titles above a table name, and where.
fn title_year(grid: &Grid, shape: &GridShape) -> Option<(String, String)> {
    let cells = shape.titles.clone().flat_map(|row| grid.filled(row).map(move |at| (row, at)));
    let mut years = cells.filter_map(|(row, column)| {
        let year = Context::read(grid.cell(row, column)).period?;
        Some((year, grid.address(row, column)))
    });
    let (year, place) = years.next()?;
    (is_year(&year) && years.all(|(other, _)| other == year)).then_some((year, place))
}

/// A sheet whose name is a year, where its table says no period: the values are of that year.
pub(super) fn year_of_sheet(
    grid: usize,
    shape: &GridShape,
    columns: &mut Columns,
    draft: &mut Draft,
) {
    let dated = ["period", "year", "quarter", "month", "end"];
    let is_dated =
        |column: &ReadColumn| column.context.period.is_some() || column.context.unsure.is_some();
    if !columns.has_values()
        || dated.iter().any(|field| columns.has(field))
        || columns.all.iter().any(is_dated)
    {
        return;
    }
    let Some((year, place)) = sheet_year(grid, shape, draft) else { return };
    draft.infer(&place, Saying::of(sayings::NAME_SAYS).text("measure", &year));
    columns.context.period = Some(year);
}

/// The year that a sheet is called, where no title says another period, and the sheet.
fn sheet_year(grid: usize, shape: &GridShape, draft: &Draft) -> Option<(String, String)> {
    let sheet = &draft.grids[grid];
    let year = sheet.name.trim();
    let cells = shape.titles.clone().flat_map(|row| sheet.filled(row).map(move |at| (row, at)));
    let mut said = cells.map(|(row, column)| Context::read(sheet.cell(row, column)));
    let agrees =
        said.all(|said| said.unsure.is_none() && said.period.is_none_or(|period| period == year));
    let is_sheet = draft.sources[grid] != sheet.name;
    (is_sheet && is_year(year) && agrees).then(|| (year.to_owned(), sheet.name.clone()))
}

impl Draft<'_> {
    /// A column as it is named to people: `Sheet1!B`.
    pub(super) fn header_place(&self, grid: usize, column: usize) -> String {
        format!("{}!{}", self.grids[grid].name, letters(column))
    }
}
