//! Units that are asked about, and the answers.

use super::answers::Answers;
use super::column::{Columns, ReadColumn};
use super::context::Context;
use super::draft::Draft;
use super::grid::At;
use super::questions;
use super::told::Saying;
use super::{units, words};

/// The most currencies that are offered for a sign.
const MAX_OFFERED: usize = 3;

impl Context {
    /// Takes the currency of a cell's format for its unit; false where it has another one. One that
    /// contradicts what words say is asked.
    pub(super) fn show(&mut self, shown: &str) -> bool {
        let known = words::find("unclear", shown);
        let read = units::known(shown).filter(|_| known.is_none());
        match (&self.unit, read) {
            (Some(unit), _) if words::own_unit(unit).is_some() => return false,
            (Some(unit), None) if known.is_some_and(|all| all.contains(unit.as_str())) => {}
            (Some(unit), Some((same, _))) if *unit == same => {}
            (Some(unit), _) => {
                self.strange = Some(format!("{unit} {shown}"));
                (self.unit, self.own_unit) = (None, true);
            }
            (None, None) => (self.unclear, self.own_unit) = (Some(shown.to_owned()), true),
            (None, Some((unit, scale))) => {
                (self.unit, self.unclear, self.own_unit) = (Some(unit), None, true);
                self.scale = self.scale.or(scale);
            }
        }
        true
    }

    /// Puts what was answered about the unit in its place.
    pub(super) fn answer_unit(&mut self, answers: &Answers) {
        let unclear = self.unclear.clone().filter(|_| self.unit.is_none());
        let asked = self.strange.clone().or(unclear.clone());
        let told = asked.as_deref().and_then(|text| answers.reading(text));
        let told = told.filter(|told| units::known(told).is_some());
        let of_all = answers.unit.as_deref().filter(|unit| {
            // Of several signs in one column, an answer is of those that can be it.
            let fits = |sign: &String| {
                let known = words::find("unclear", sign);
                known.is_none_or(|known| known.split(' ').any(|code| unit.starts_with(code)))
            };
            let same = |known: &String| self.strange.is_some() && unit.starts_with(known.as_str());
            let open = self.unit.is_none() && (self.strange.is_none() || !self.own_unit);
            unclear.as_ref().map_or(open, fits) || self.unit.as_ref().is_some_and(same)
        });
        let Some((unit, scale)) = told.or(of_all).and_then(units::known) else { return };
        if scale.is_some() || self.strange.is_some() {
            self.scale = Some(scale.unwrap_or(0));
        }
        (self.unit, self.unclear, self.strange) = (Some(unit), None, None);
    }
}

/// Where a unit is lacking: in a cell, a column or the whole table.
pub(super) fn lacking(at: At, columns: &Columns, draft: &Draft) -> String {
    let says = |one: &ReadColumn| one.context.unit.is_some() || one.context.unclear.is_some();
    let grid = usize::from(at.grid);
    if columns.has("unit") {
        draft.grids[grid].address(at.row as usize, at.column.into())
    } else if columns.values().any(says) {
        draft.header_place(grid, at.column.into())
    } else {
        draft.grids[grid].name.clone()
    }
}

/// What is asked where no unit is known, and what is offered.
pub(super) fn question(context: &Context) -> (Saying, Vec<String>) {
    const USUAL: [&str; 2] = ["USD", "EUR"];
    const SCALED: [&str; 3] = ["USD", "USD thousand", "USD million"];
    let read = |text: &str, units: &[&str]| {
        let units = units.iter().chain(&["UNIT"]);
        units.map(|unit| format!("--read \"{text}={unit}\"")).collect()
    };
    if let Some(strange) = &context.strange {
        let currency = context.unit.as_deref().unwrap_or(USUAL[0]);
        let units = SCALED.map(|unit| unit.replace(USUAL[0], currency));
        let what = Saying::of(questions::UNIT_OF).text("text", strange);
        let mut answers: Vec<String> = read(strange, &units.each_ref().map(String::as_str));
        if context.own_unit && context.unit.is_none() && context.unclear.is_none() {
            answers.push(format!("--read \"{strange}=-\""));
        }
        return (what, answers);
    }
    if let Some(unclear) = &context.unclear {
        let known = words::find("unclear", unclear).unwrap_or("");
        let known: Vec<&str> = known.split(' ').filter(|code| !code.is_empty()).collect();
        let offered = if known.is_empty() { &USUAL[..] } else { &known };
        let what = Saying::of(questions::CURRENCY).text("text", unclear);
        return (what, read(unclear, &offered[..offered.len().min(MAX_OFFERED)]));
    }
    let mut answers: Vec<String> = USUAL.map(|unit| format!("--unit {unit}")).to_vec();
    if context.scale.is_none() {
        answers.extend(SCALED[1..].iter().map(|unit| format!("--unit \"{unit}\"")));
    }
    answers.push("--unit UNIT".into());
    (questions::UNIT.into(), answers)
}
