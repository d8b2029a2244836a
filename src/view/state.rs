//! The state of one widget: each field is one attribute of the contract.

use crate::dataset::{Code, Dataset, Day, Entry, EventKind, Language, Measure, Unit};

/// What the reader and the page have chosen; the default is what a widget shows without attributes.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Which of the views is drawn.
    pub view: View,
    /// Empty means all.
    pub partners: Vec<Code>,
    /// A key of the dataset's measures; none means by the data.
    pub measure: Option<String>,
    /// A key of the dataset's units; none means by the data.
    pub unit: Option<String>,
    /// Keys of the dataset's kinds of events; empty means all.
    pub kinds: Vec<String>,
    /// The first day to show; none means by the data.
    pub from: Option<Day>,
    /// The last day to show; none means by the data.
    pub to: Option<Day>,
    /// How values become heights in `trade`; other views are linear.
    pub scale: ScaleKind,
    /// What stands side by side, if anything.
    pub compare: Option<Compare>,
    /// The language of words, numbers and dates.
    pub language: Language,
    /// Light or dark, or as the reader's system has it.
    pub theme: ThemeChoice,
    /// CSS pixels of the plot; none means by width.
    pub height: Option<f64>,
    /// Replaces the headline.
    pub title: Option<String>,
    /// Whether the widget has its buttons, slider and menus.
    pub controls: bool,
    /// A record's id.
    pub select: Option<String>,
}

/// What a chart is about; `table` is the same records as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// A band of values for each partner, with its events in lanes.
    Story,
    /// Values alone: a panel for each partner and unit, or one plot for all where the scale is not
    /// linear.
    Trade,
    /// A lane of events for each partner.
    Events,
    /// A matrix: sectors down, partners across, by how far each has come.
    Sectors,
    /// The records as rows and columns.
    Table,
}

/// How values become heights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleKind {
    /// From zero in equal steps.
    Linear,
    /// Equal steps for equal factors, for partners that differ by orders of magnitude.
    Log,
    /// In per cent of a base period: one that all series share, or else the first of each.
    Indexed,
}

/// What stands side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// The values of two reporters for the same period: a side's exports and the other's imports.
    Reporters,
}

/// Which theme the page or the reader asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the reader's system prefers.
    Auto,
    /// Light, whatever the system prefers.
    Light,
    /// Dark, whatever the system prefers.
    Dark,
}

/// Why an attribute's value was not taken; the state keeps its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the attribute.
    pub attribute: String,
    /// What is wrong with the value and what would be right, as the end of a sentence: "is no view;
    /// give …".
    pub reason: String,
    /// The value, where it names something that a dataset may have by another word.
    pub value: Option<String>,
}

impl Default for State {
    fn default() -> State {
        State {
            view: View::Story,
            partners: Vec::new(),
            measure: None,
            unit: None,
            kinds: Vec::new(),
            from: None,
            to: None,
            scale: ScaleKind::Linear,
            compare: None,
            language: Language::EN,
            theme: ThemeChoice::Auto,
            height: None,
            title: None,
            controls: true,
            select: None,
        }
    }
}

impl State {
    /// The measure that is shown: the chosen one, else that of the chosen record, else the dataset's
    /// own choice.
    pub fn measure_of(&self, data: &Dataset) -> Measure {
        let chosen = self.measure.as_deref().and_then(|key| data.measure(key));
        let chosen = chosen.or_else(|| self.measure_of_record(data));
        chosen.unwrap_or_else(|| data.main_measure())
    }

    fn measure_of_record(&self, data: &Dataset) -> Option<Measure> {
        let has_measure = matches!(self.view, View::Story | View::Trade);
        let Entry::Figure(figure) = data.entry(self.select.as_deref().filter(|_| has_measure)?)?
        else {
            return None;
        };
        let is_shown = figure.value.is_some() && data.main_measures().contains(&figure.measure);
        is_shown.then_some(figure.measure)
    }

    /// The unit that the reader has chosen, where the dataset knows it.
    pub fn unit_of(&self, data: &Dataset) -> Option<Unit> {
        unit_named(self.unit.as_deref()?, data)
    }

    /// Whether events of this kind are shown; of all where the dataset knows none of those chosen.
    pub fn shows_kind(&self, data: &Dataset, kind: EventKind) -> bool {
        !self.kinds.iter().any(|key| data.kind(key).is_some())
            || self.kinds.iter().any(|key| key == data.kind_key(kind))
    }
}

/// The unit of a key; a currency's code is known in small letters too.
pub(super) fn unit_named(key: &str, data: &Dataset) -> Option<Unit> {
    let capitals = || data.unit(&key.to_ascii_uppercase());
    let is_told = |unit: &Unit| data.all_figures().any(|(_, figure)| figure.unit == *unit);
    data.unit(key).or_else(|| capitals().filter(is_told))
}
