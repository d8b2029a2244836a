//! A cell of values with all that is said of it around.

use std::sync::Arc;

use super::context::Context;
use super::draft::Draft;
use super::grid::{At, CellKind};
use super::growth_reading::GrowthReading;
use super::number::{DecimalMark, Written};
use super::plain::shown;
use super::questions;
use super::sayings;
use super::told::Saying;
use super::words;

pub(super) struct CellValue {
    at: At,
    kind: CellKind,
    pub written: Written,
    pub context: Context,
    /// Of a growth: how it is read.
    pub growth: Option<GrowthReading>,
    /// The currency of its format, where that is its unit.
    shown: Option<Arc<str>>,
}

impl CellValue {
    /// Takes a cell apart, or what the user says that its text is; none where it is no number.
    pub(super) fn read(
        at: At,
        text: &str,
        header: &Context,
        mut context: Context,
        draft: &Draft,
    ) -> Option<CellValue> {
        let kind = draft.grids[usize::from(at.grid)].kind(at.row as usize, at.column.into());
        let mut written = Written::parse(draft.answers.reading(text).unwrap_or(text))?;
        let farther = context.mark.as_ref().filter(|mark| words::is_unsure(mark));
        written.of_year = header.mark.as_ref().or(farther).cloned();
        // What is said of the rows does not make an amount of what the header calls a percentage.
        context.percent |= header.percent;
        written.percent |= context.percent && kind != CellKind::Percent;
        if written.unit.is_some() || written.unclear.is_some() {
            (context.unit, context.unclear) = (written.unit.clone(), written.unclear.clone());
            context.own_unit = true;
        }
        let place = (at.row as usize, at.column.into());
        let shown = draft.grids[usize::from(at.grid)].shown.get(&place).cloned();
        let shown = shown.filter(|shown| context.show(shown));
        context.answer_unit(draft.answers);
        Some(CellValue { at, kind, written, context, growth: None, shown })
    }

    /// Asks what brackets mean that would make trade negative; false where there are none.
    pub(super) fn ask_brackets(&self, text: &str, draft: &mut Draft) -> bool {
        if self.written.assumed != Some(sayings::BRACKETS) {
            return false;
        }
        let answers = [text.trim_matches(['(', ')']), "-"];
        let answers = answers.map(|answer| format!("--read \"{text}={answer}\"")).to_vec();
        let (row, column) = (self.at.row as usize, self.at.column.into());
        let place = draft.grids[usize::from(self.at.grid)].address(row, column);
        draft.ask(place, Saying::of(questions::BRACKETS).text("text", text), answers);
        draft.leave_cell(self.at, sayings::ASKED);
        true
    }

    /// Adds the flags behind it, and what a title says of all, which a sign at its header hides.
    pub(super) fn mark(&mut self, flags: &str, header: &Context, around: &Context) {
        self.written.footnotes.extend(flags.chars().map(String::from));
        let is_hidden = header.mark.as_ref().is_some_and(|mark| !words::is_unsure(mark));
        let of_all = around.mark.clone().filter(|mark| is_hidden && words::is_unsure(mark));
        self.written.footnotes.extend(of_all);
    }

    pub(super) fn is_percent(&self) -> bool {
        self.written.percent || self.kind == CellKind::Percent
    }

    /// Why it can be no value; none where it can.
    pub(super) fn unfit(&self, draft: &Draft) -> Option<Saying> {
        if self.is_percent() && !self.is_ratio(draft) {
            return Some(sayings::PERCENTAGE.into());
        }
        if let Some(part) = self.context.part {
            return Some(Saying::of(sayings::PART_OF_FLOW).said("what", part));
        }
        self.context.other.map(|other| Saying::of(sayings::OTHER).said("what", other))
    }

    /// Whether a percentage can be a value: of growth, of what is told to be a ratio, or of what is
    /// asked.
    fn is_ratio(&self, draft: &Draft) -> bool {
        let answers = draft.answers;
        let measure = self.context.measure.as_deref().or(answers.measure.as_deref());
        let unit = answers.unit.as_deref().or(self.context.unit.as_deref());
        measure.is_none_or(|measure| measure == "growth") || unit == Some("ratio")
    }

    /// The number as a plain decimal in its unit; none where its marks contradict the column's.
    pub(super) fn number(&self, mark: DecimalMark) -> Option<String> {
        let mark = if self.kind == CellKind::Text { mark } else { DecimalMark::Point };
        let is_share = self.kind == CellKind::Percent;
        let counted = matches!(self.growth, Some(GrowthReading::Change | GrowthReading::Index));
        if !is_share && !self.written.percent && !counted {
            let scale = if self.growth.is_some() { 0 } else { self.context.scale.unwrap_or(0) };
            return self.written.clone().scaled(scale, mark);
        }
        let plain: f64 = self.written.plain(mark)?.parse().ok()?;
        let share = if is_share { plain } else { plain / 100.0 };
        Some(shown(if self.growth == Some(GrowthReading::Change) { 1.0 + share } else { share }))
    }

    /// Says once for each column what a letter behind a number is taken for.
    pub(super) fn tell(&self, text: &str, draft: &mut Draft) {
        let (grid, column) = (usize::from(self.at.grid), usize::from(self.at.column));
        if let Some(shown) = &self.shown
            && draft.said(grid, column, shown)
        {
            let place = draft.grids[grid].address(self.at.row as usize, column);
            draft.infer(&place, Saying::of(sayings::FORMAT).text("text", shown));
        }
        if let Some(said) = self.written.assumed
            && draft.said(grid, column, said)
        {
            let place = draft.grids[grid].address(self.at.row as usize, column);
            draft.infer(&place, Saying::of(said).text("text", text));
        }
    }
}
