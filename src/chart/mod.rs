//! The charts: pure functions from data, view state, theme and language to a [`Chart`].

use crate::dataset::{Code, Dataset};
use crate::scene::Scene;
use crate::text::Measure;
use crate::theme::Theme;
use crate::view::State;

/// All that a chart depends on.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    pub data: &'a Dataset,
    pub state: &'a State,
    pub theme: &'a Theme,
    pub measure: &'a dyn Measure,
    /// CSS pixels, 280 to 1600.
    pub width: f64,
    /// The record that is hovered or chosen: it gets the halo and the hairline.
    pub focus: Option<&'a str>,
}

/// Draws the view that the state names.
pub fn draw(request: &Request) -> Chart {
    Chart {
        headline: String::new(),
        subtitle: String::new(),
        shown: request.state.partners.clone(),
        scene: Scene {
            width: request.width,
            height: request.state.height.unwrap_or(320.0),
            ground: request.theme.ground,
            marks: Vec::new(),
            targets: Vec::new(),
        },
        list: Vec::new(),
        asides: Vec::new(),
        footer: String::new(),
    }
}

/// One drawn view: the scene for the canvas, and the words that stand around it in the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The finding, one sentence.
    pub headline: String,
    /// Measure, unit, scale.
    pub subtitle: String,
    /// The partners drawn; on a phone `story` draws one of those chosen.
    pub shown: Vec<Code>,
    pub scene: Scene,
    /// Numbered events of a narrow chart, to be listed under the canvas.
    pub list: Vec<ListEntry>,
    /// Records that have no place on the axis, and counts of what lies outside it.
    pub asides: Vec<Aside>,
    /// "Sources: …, and 18 more. Data 1.0, 21 Nov 2026."
    pub footer: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ListEntry {
    pub number: u16,
    pub title: String,
    pub date: String,
    pub record: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    pub text: String,
    pub records: Vec<String>,
}
