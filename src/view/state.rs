//! The state of one widget: each field is one attribute of the contract.

use crate::dataset::{Code, Day, EventKind, Language, Measure};

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub view: View,
    /// Empty means all.
    pub partners: Vec<Code>,
    pub measure: Measure,
    /// Empty means all.
    pub kinds: Vec<EventKind>,
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
            measure: Measure::Turnover,
            kinds: Vec::new(),
            from: None,
            to: None,
            scale: ScaleKind::Linear,
            compare: None,
            language: Language::En,
            theme: ThemeChoice::Auto,
            height: None,
            title: None,
            controls: true,
            select: None,
        }
    }
}
