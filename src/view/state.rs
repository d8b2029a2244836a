//! The state of one widget: each field is one attribute of the contract.

use crate::dataset::{Code, Dataset, Day, EventKind, Language, Measure, Unit};

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub view: View,
    /// Empty means all.
    pub partners: Vec<Code>,
    /// A key of the dataset's measures; none means by the data.
    pub measure: Option<String>,
    /// A key of the dataset's units; none means by the data.
    pub unit: Option<String>,
    /// Keys of the dataset's kinds of events; empty means all.
    pub kinds: Vec<String>,
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub scale: ScaleKind,
    pub compare: Option<Compare>,
    pub language: Language,
    pub theme: ThemeChoice,
    /// CSS pixels of the plot; none means by width.
    pub height: Option<f64>,
    /// Replaces the headline.
    pub title: Option<String>,
    pub controls: bool,
    /// A record's id.
    pub select: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Story,
    Trade,
    Events,
    Sectors,
    Table,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleKind {
    Linear,
    Log,
    Indexed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Reporters,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    Auto,
    Light,
    Dark,
}

/// Why an attribute's value was not taken; the state keeps its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub attribute: String,
    pub reason: String,
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
    /// The measure that is shown: the chosen one, else the dataset's own choice.
    pub fn measure_of(&self, data: &Dataset) -> Measure {
        let chosen = self.measure.as_deref().and_then(|key| data.measure(key));
        chosen.unwrap_or_else(|| data.main_measure())
    }

    /// The unit that the reader has chosen, where the dataset knows it.
    pub fn unit_of(&self, data: &Dataset) -> Option<Unit> {
        data.unit(self.unit.as_deref()?)
    }

    /// Whether events of this kind are shown.
    pub fn shows_kind(&self, data: &Dataset, kind: EventKind) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|key| key == data.kind_key(kind))
    }
}
