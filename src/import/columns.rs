//! What each column of a table is: a field, values, or nothing that is known.

use std::collections::HashSet;

use super::above;
use super::column::{Columns, ReadColumn, Role};
use super::content::{LOOKED_AT, content};
use super::context::Context;
use super::corner;
use super::country;
use super::date;
use super::draft::Draft;
use super::grid::{Grid, letters};
use super::guess::{by_answer, guess};
use super::header::{heading, months, own_year, sure, year_of_sheet};
use super::known;
use super::pivot;
use super::questions;
use super::sayings;
use super::shape::GridShape;
use super::surroundings::{self, measure};
use super::words;
use super::{ColumnUse, Piece, Saying};

/// Finds the roles of all columns, and tells what was inferred of them.
pub(super) fn find(grid: usize, shape: &GridShape, draft: &mut Draft) -> Columns {
    let (around, mixed) = surroundings::find(grid, shape, draft);
    let mut all = Vec::new();
    for index in 0..shape.width {
        let (header, said) = heading(&draft.grids[grid], shape, index);
        let content = content(&draft.grids[grid], shape, index);
        let told = draft.answers.column(&header, &letters(index)).map(String::from);
        let is_told = told.is_some();
        let (role, context) = match told {
            Some(field) => by_answer(&field, said),
            None => {
                let mut said = sure(grid, shape, index, said, draft);
                if said.measure.is_some() && said.field.is_none() {
                    mixed.fill(&mut said);
                }
                (guess(&header, &said, &around, &content), said)
            }
        };
        all.push(ReadColumn { index, header, role, context, told: is_told, made: "" });
    }
    let mut columns = Columns {
        all,
        context: around,
        parts: Vec::new(),
        commodity: None,
        codes: false,
        pivot: None,
        mixed,
        below: None,
        waits: false,
        titles: HashSet::new(),
    };
    own_year(&mut columns);
    months(grid, shape, &mut columns, draft);
    two_sides(grid, shape, &mut columns, draft);
    one_partner(grid, &mut columns, draft);
    known::settle(grid, shape, &mut columns, draft);
    let unsure =
        |column: &ReadColumn| column.context.unsure.is_some() && column.context.period.is_none();
    columns.waits |= !columns.has_values() && columns.all.iter().any(unsure);
    if !columns.waits {
        only_number(grid, shape, &mut columns, draft);
    }
    corner::settle(grid, shape, &mut columns, draft);
    unlike_values(&draft.grids[grid], shape, &mut columns);
    pivot::find(grid, shape, &mut columns, draft);
    columns.below = above::below(shape, &columns, &draft.grids[grid]);
    sums(&mut columns);
    year_of_sheet(grid, shape, &mut columns, draft);
    tell(grid, shape, &columns, draft);
    columns
}

/// Who sells and who buys say the direction together; one of them alone is a partner.
/// Where `From` and `To` never name the package's country, which of them is the partner is asked.
fn two_sides(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &Draft) {
    let reporting = draft.answers.reporting.as_deref().unwrap_or(&draft.meta.reporting);
    let sheet = &draft.grids[grid];
    let is_ours = |column: &ReadColumn| {
        let is_called = !matches!(column.context.field, Some("period" | "end"));
        let mut cells = shape.body.clone().map(|row| sheet.cell(row, column.index));
        is_called
            || reporting.is_empty()
            || cells.any(|text| country::code(text) == Some(reporting))
    };
    if columns.has("exporter")
        && columns.has("importer")
        && ["exporter", "importer"].into_iter().flat_map(|side| columns.of(side)).any(is_ours)
    {
        return;
    }
    for column in columns.all.iter_mut().filter(|column| !column.told) {
        if matches!(column.role, Role::Field("exporter" | "importer")) {
            column.role = Role::Field("partner");
        }
    }
}

/// Of several columns of countries, none of which is called the partner's, one is: which is asked.
fn one_partner(grid: usize, columns: &mut Columns, draft: &mut Draft) {
    let is_said = |column: &ReadColumn| column.told || column.context.field == Some("partner");
    let partners: Vec<&ReadColumn> = columns.of("partner").collect();
    let found = partners.iter().filter(|column| !is_said(column)).count();
    let said = partners.len() - found;
    if found == 0 || said + found < 2 {
        return;
    }
    if said == 0 {
        let answers = partners.iter().map(|column| {
            let name = match column.header.as_str() {
                "" => letters(column.index),
                header => header.to_owned(),
            };
            format!("--map \"{name}=partner\"")
        });
        let answers = answers.collect();
        let place = draft.grids[grid].name.clone();
        draft.ask(place, questions::PARTNERS, answers);
    }
    columns.waits = said == 0;
    for column in columns.all.iter_mut().filter(|column| !is_said(column)) {
        if column.role == Role::Field("partner") {
            column.role = Role::Left(sayings::OTHER_COUNTRIES.into());
        }
    }
}

/// Where no column is known to hold values, the only one with numbers does.
fn only_number(grid: usize, shape: &GridShape, columns: &mut Columns, draft: &mut Draft) {
    if columns.has_values() || columns.has("title") {
        return;
    }
    let numeric = |column: &&mut ReadColumn| {
        let content = content(&draft.grids[grid], shape, column.index);
        !column.told
            && matches!(column.role, Role::Left(_))
            && content.percents == 0
            && !column.context.percent
            && !column.context.change
            && content.filled > 0
            && content.numbers * 10 >= content.filled * 6
    };
    let mut found: Vec<&mut ReadColumn> = columns.all.iter_mut().filter(numeric).collect();
    if let [column] = &mut found[..] {
        column.role = Role::Value;
        let place = draft.header_place(grid, column.index);
        draft.infer(&place, sayings::ONLY_NUMBERS);
    } else if found.len() > 1 {
        let names = found.iter().map(|column| {
            let name = if column.header.is_empty() {
                letters(column.index)
            } else {
                column.header.clone()
            };
            format!("--map \"{name}=value\"")
        });
        let answers = names.collect();
        let place = draft.grids[grid].name.clone();
        draft.ask(place, questions::VALUES, answers);
    }
}

/// What is called a total beside values of several partners or periods is their sum.
fn sums(columns: &mut Columns) {
    let is_cut =
        |column: &&ReadColumn| column.context.partner.is_some() || column.context.period.is_some();
    if columns.values().filter(is_cut).count() < 2 {
        return;
    }
    for column in columns.all.iter_mut().filter(|column| !column.told) {
        if matches!(column.role, Role::Left(_)) && words::find("total", &column.header).is_some() {
            column.role = Role::Left(sayings::SUM.into());
        }
    }
}

/// A column of another kind beside values of periods is none of them.
fn unlike_values(grid: &Grid, shape: &GridShape, columns: &mut Columns) {
    let wide = columns.values().filter(|column| column.context.period.is_some()).count();
    let rows_have_periods = columns.has("period") || columns.has("year") || columns.has("quarter");
    for column in &mut columns.all {
        let is_wide = column.context.period.is_some() || column.told;
        let measured = column.context.measure.is_some() && rows_have_periods;
        let partnered = column.context.partner.is_some() && rows_have_periods;
        if column.role == Role::Value && wide >= 2 && !is_wide && !measured && !partnered {
            column.role = Role::Left(sayings::NO_PERIOD.into());
        }
        // Years in the first column of a wide table of partners are its periods.
        if matches!(column.role, Role::Left(_)) && !column.told && !rows_have_periods && wide == 0 {
            let content = content(grid, shape, column.index);
            let all: HashSet<&str> =
                shape.body.clone().map(|row| grid.cell(row, column.index)).collect();
            if content.filled > 1
                && content.years == content.filled
                && content.steady
                && all.len() >= content.filled.min(LOOKED_AT)
                && column.index == 0
            {
                column.role = Role::Field("period");
            }
        }
    }
}

fn tell(grid: usize, shape: &GridShape, columns: &Columns, draft: &mut Draft) {
    for column in &columns.all {
        let mut place = draft.header_place(grid, column.index);
        if !column.header.is_empty() {
            place += &format!(" \"{}\"", column.header);
        }
        draft.used.push(used(grid, column));
        match &column.role {
            Role::Field(field) => {
                draft.infer(&place, Saying::of(sayings::FIELD).said("field", *field));
            }
            Role::Value => {
                let context = &column.context;
                let mut of = context.over(&columns.context);
                columns.mixed.fill(&mut of);
                draft.infer(&place, values(&of));
                if let Some((mark, period)) = context.mark.as_ref().zip(context.period.as_ref()) {
                    let said = Saying::of(sayings::MARKED).text("period", period);
                    let said = said.text("mark", mark).said("why", date::marked(mark));
                    draft.infer(&place, said);
                }
            }
            Role::Left(why) => draft.leave_column(grid, column.index, why.clone()),
        }
        let is_part =
            columns.commodity.is_some_and(|(code, name)| [code, name].contains(&column.index));
        if is_part || !matches!(column.role, Role::Left(_)) {
            for row in shape.header.clone() {
                let at = match draft.grids[grid].spanned(row, column.index) {
                    Some(span) => Draft::at(grid, span.row, span.column),
                    None => Draft::at(grid, row, column.index),
                };
                draft.name(at);
            }
        }
    }
}

fn used(grid: usize, column: &ReadColumn) -> ColumnUse {
    let field = match &column.role {
        Role::Field(field) => (*field).to_owned(),
        Role::Value => column.context.measure.clone().unwrap_or_else(|| "value".into()),
        Role::Left(_) => String::new(),
    };
    ColumnUse {
        grid: grid as u16,
        column: column.index as u16,
        header: column.header.clone(),
        field,
        is_value: column.role == Role::Value,
    }
}

/// What the values of a column are of.
fn values(context: &Context) -> Saying {
    let text = |text: &Option<String>| text.clone().map(Piece::Text);
    let power = |scale: i32| Saying::of(sayings::TIMES).text("power", scale.to_string());
    let parts = [
        text(&context.partner),
        context.measure.as_deref().map(measure),
        text(&context.period),
        text(&context.unit),
        context.scale.map(|scale| Piece::Said(power(scale))),
    ];
    let said: Vec<Piece> = parts.into_iter().flatten().collect();
    if said.is_empty() {
        return sayings::VALUES.into();
    }
    Saying::of(sayings::VALUES_OF).with("what", Piece::List(said))
}
