//! A chosen record that the rest of the state leaves out: it is in the dataset, and not in the chart.

use super::{Problem, State, View};
use crate::dataset::{Dataset, Day, Entry, Measure};

/// What leaves a chosen record out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hidden {
    View,
    Measure,
    Kinds,
    Partners,
    Period,
}

impl State {
    /// Whether the chosen record is in the dataset, and something else that is chosen leaves it out.
    pub(super) fn hides_chosen(&self, data: &Dataset) -> bool {
        self.hidden(data).is_some()
    }

    /// Why the chosen record is not in the chart, where something else that is chosen leaves it out.
    pub fn unshown(&self, data: &Dataset) -> Option<Problem> {
        let (entry, hidden) = self.hidden(data)?;
        let record = entry.record();
        let date = entry.when().map(|date| date.print()).unwrap_or_default();
        let codes: Vec<&str> = record.partners.iter().map(|code| code.as_str()).collect();
        let reason = match (hidden, entry) {
            (Hidden::Measure, Entry::Figure(figure)) => {
                let [own, drawn] =
                    [figure.measure, self.measure_of(data)].map(|one| data.measure_key(one));
                ["of the measure ", own, "; the chart is of ", drawn].concat()
            }
            (Hidden::Kinds, Entry::Event(event)) => {
                ["of the kind ", data.kind_key(event.kind), "; kinds leaves it out"].concat()
            }
            (Hidden::Partners, _) => ["of ", &codes.join(" "), "; partners leaves it out"].concat(),
            (Hidden::Period, _) => ["of ", &date, ", which is outside of from and to"].concat(),
            _ => {
                let view = self.get("view").unwrap_or_else(|| "story".into());
                ["of no kind that the view ", &view, " draws; table lists it"].concat()
            }
        };
        Some(Problem::new("select", &["names \"", &record.id, "\", a record ", &reason].concat()))
    }

    fn hidden<'a>(&self, data: &'a Dataset) -> Option<(Entry<'a>, Hidden)> {
        let entry = data.entry(self.select.as_deref()?)?;
        let hidden = match (self.view, entry) {
            (View::Story | View::Trade, Entry::Figure(figure)) => {
                let drawn = self.measure_of(data);
                let is_beside = figure.measure == Measure::GROWTH && drawn == Measure::TURNOVER;
                (figure.measure != drawn && !is_beside).then_some(Hidden::Measure)
            }
            (View::Story | View::Events | View::Table, Entry::Event(event)) => {
                (!self.shows_kind(data, event.kind)).then_some(Hidden::Kinds)
            }
            (View::Table, _) | (View::Sectors, Entry::Sector(_)) => None,
            _ => Some(Hidden::View),
        };
        let is_of = |code| entry.record().partners.contains(code);
        let mut known = self.partners.iter().filter(|code| data.partner(**code).is_some());
        let is_left = known.next().is_some() && !self.partners.iter().any(is_of);
        let hidden = hidden
            .or(is_left.then_some(Hidden::Partners))
            .or(self.is_outside(entry).then_some(Hidden::Period));
        Some((entry, hidden?))
    }

    /// Whether a record has a date that lies outside of the chosen range.
    fn is_outside(&self, entry: Entry) -> bool {
        let Some(date) = entry.when() else { return false };
        let first = date.first().unwrap_or(Day(i32::MIN));
        let last = date.last().unwrap_or(Day(i32::MAX));
        self.from.is_some_and(|from| last < from) || self.to.is_some_and(|to| to < first)
    }
}
