//! What the numbers of a growth are. "112.5" may be a rise by that many percent, or an index of which
//! the period before is 100: where neither words nor a sign say it, it is asked.

use std::collections::HashMap;

use super::column::{Columns, ReadColumn};
use super::context::Context;
use super::draft::Draft;
use super::grid::{At, letters};
use super::growth_reading::GrowthReading;
use super::number::Written;
use super::questions;
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;

/// Signs in the cells of each text that speaks of a growth: the first cell that has one.
pub(super) type Signs = HashMap<String, At>;

/// Looks for signs, which an index cannot have.
pub(super) fn signs(grid: usize, shape: &GridShape, columns: &Columns, draft: &mut Draft) -> Signs {
    let mut signs = Signs::new();
    let values: Vec<(usize, Option<String>)> =
        columns.values().map(|one| (one.index, key(&one.context.growth_said, one))).collect();
    let measures: Vec<usize> = columns.of("measure").map(|column| column.index).collect();
    let title = columns.context.growth_said.clone();
    if measures.is_empty() && title.is_none() && values.iter().all(|(_, said)| said.is_none()) {
        return signs;
    }
    for row in shape.body.clone() {
        let (mut of_row, mut is_amount) = (None, false);
        for column in &measures {
            let text = draft.grids[grid].cell(row, *column).to_owned();
            let said = draft.context(&text);
            is_amount |= said.is_amount() && !said.change;
            of_row = of_row.or(said.growth_said);
        }
        if is_amount {
            continue;
        }
        for (column, own) in &values {
            let Some(said) = of_row.as_ref().or(own.as_ref()).or(title.as_ref()) else { continue };
            let text = draft.grids[grid].cell(row, *column);
            if !signs.contains_key(said) && Written::parse(text).is_some_and(|one| one.signed) {
                signs.insert(said.clone(), Draft::at(grid, row, *column));
            }
        }
    }
    signs
}

/// What a growth is called where it is asked about: the text that calls it so, else its column.
fn key(said: &Option<String>, column: &ReadColumn) -> Option<String> {
    let is_growth = column.context.measure.as_deref() == Some("growth");
    let name = || match column.header.as_str() {
        "" => letters(column.index),
        header => header.to_owned(),
    };
    said.clone().or_else(|| is_growth.then(name))
}

/// How a cell's growth is read; none where that is asked.
pub(super) fn reading(
    at: At,
    columns: &Columns,
    context: &Context,
    is_percent: bool,
    signs: &Signs,
    draft: &mut Draft,
) -> Option<GrowthReading> {
    let column = columns.all.get(usize::from(at.column))?;
    let name = match key(&context.growth_said, column) {
        Some(name) => name,
        None if column.header.is_empty() => letters(column.index),
        None => column.header.clone(),
    };
    let told = draft.answers.growth(&column.header, &letters(column.index), &name);
    let ratio = [draft.answers.unit.as_deref(), context.unit.as_deref()].contains(&Some("ratio"));
    if told.is_some() || ratio && !is_percent {
        return told.or(Some(GrowthReading::Ratio));
    }
    if is_percent || context.growth == Some(GrowthReading::Index) {
        if context.growth.is_some() {
            return context.growth;
        }
        if let Some(signed) = signs.get(&name) {
            let sheet = &draft.grids[usize::from(signed.grid)];
            let (row, place) = (signed.row as usize, usize::from(signed.column));
            let (text, cell) = (sheet.cell(row, place), sheet.address(row, place));
            let what = Saying::of(sayings::CHANGE).text("text", text).text("cell", &cell);
            if draft.said(at.grid.into(), at.column.into(), &[sayings::CHANGE, &cell].concat()) {
                draft.infer(&format!("\"{name}\""), what);
            }
            return Some(GrowthReading::Change);
        }
    }
    let what = if is_percent { questions::PERCENT_GROWTH } else { questions::GROWTH };
    let mut answers =
        vec![format!("--growth \"{name}=change\""), format!("--growth \"{name}=index\"")];
    if !is_percent {
        answers.push(format!("--growth \"{name}=ratio\""));
    }
    let sheet = &draft.grids[usize::from(at.grid)];
    let place = sheet.address(at.row as usize, at.column.into());
    draft.ask(place, Saying::of(what).text("text", name), answers);
    None
}
