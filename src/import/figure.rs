//! What a value is of: who trades with whom, by whose statistics, when and in what.

use super::context::Context;
use super::draft::Draft;
use super::questions;
use super::row_labels::RowLabels;
use super::sayings;
use super::unit_answer as units;
use super::words;

pub(super) fn truth(text: &str) -> &'static str {
    if matches!(words::fold(text).as_str(), "true" | "1" | "yes" | "да") {
        "true"
    } else {
        "false"
    }
}

/// Who trades what with whom, by whose statistics.
pub(super) struct Flow {
    pub partner: String,
    pub measure: String,
    pub unit: String,
    pub period: String,
    pub reporter: String,
}

impl Flow {
    /// Whether it is of an amount that is never below zero.
    pub(super) fn is_trade(&self) -> bool {
        let of = self.measure.split('-').next();
        of.is_some_and(|of| ["turnover", "exports", "imports"].contains(&of))
    }

    /// What every figure needs; asks for what nothing says. Else why there is none.
    pub(super) fn complete(
        grid: usize,
        row: usize,
        context: &Context,
        labels: &RowLabels,
        unit_place: String,
        draft: &mut Draft,
    ) -> Result<Flow, &'static str> {
        let answers = draft.answers;
        let place = draft.grids[grid].name.clone();
        let partner = context.partner.clone().or_else(|| answers.partner.clone());
        let measure = context.measure.clone().or_else(|| answers.measure.clone());
        let period = context.period.clone().or_else(|| answers.period.clone());
        let is_growth = measure.as_deref() == Some("growth");
        let unit = context.unit.clone().filter(|_| context.strange.is_none());
        let unit = if is_growth { Some("ratio".into()) } else { unit };
        let counted = matches!(measure.as_deref(), Some("agreements" | "documents"));
        let unit = if counted { Some("count".into()) } else { unit };
        if measure.is_none() {
            let answers =
                ["exports", "imports", "turnover"].map(|word| format!("--measure {word}"));
            draft.ask(place.clone(), questions::MEASURE, answers.to_vec());
        }
        if partner.is_none() {
            let answers = vec!["--partner CODE".into(), "--map \"COLUMN=partner\"".into()];
            draft.ask(place.clone(), questions::TRADE_WITH, answers);
        }
        if period.is_none() {
            let answers = vec!["--period DATE".into(), "--map \"COLUMN=period\"".into()];
            draft.ask(place, questions::PERIOD, answers);
        }
        if unit.is_none() && measure.is_some() {
            let (what, answers) = units::question(context);
            draft.ask(unit_place, what, answers);
        }
        let reporter = labels.reporter.as_ref().or(context.reporter.as_ref());
        let reporter = reporter.or(answers.reporter.as_ref()).cloned();
        let figure = Flow {
            partner: partner.ok_or(sayings::ASKED)?,
            measure: measure.ok_or(sayings::ASKED)?,
            unit: unit.ok_or(sayings::ASKED)?,
            period: period.ok_or(sayings::ASKED)?,
            reporter: reporter.unwrap_or_default(),
        };
        let seen = figure.seen_from(&draft.meta.reporting);
        seen.ok_or_else(|| {
            draft.leave_row(grid, row, sayings::FOREIGN);
            sayings::FOREIGN
        })
    }

    /// The same trade from the side of the package's country: what a partner exports to it, it
    /// imports. None where it is neither.
    fn seen_from(mut self, reporting: &str) -> Option<Flow> {
        if reporting.is_empty() || self.reporter.is_empty() || self.partner != reporting {
            let foreign = !reporting.is_empty()
                && !self.reporter.is_empty()
                && self.reporter != reporting
                && self.reporter != self.partner;
            return (!foreign && self.partner != reporting).then_some(self);
        }
        if self.reporter == reporting {
            return None;
        }
        self.partner.clone_from(&self.reporter);
        self.measure = match self.measure.as_str() {
            "exports" => "imports".into(),
            "imports" => "exports".into(),
            other => other.into(),
        };
        Some(self)
    }
}

impl RowLabels {
    /// A field as its cell says it.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str())
    }
}
