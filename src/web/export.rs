//! What a widget hands out: its state, its table, its sources, and files.

use wasm_bindgen::prelude::*;

use super::Widget;
use crate::view::State;
use crate::widget::{self, Json, Sort};

#[wasm_bindgen]
impl Widget {
    /// The state as the query of a URL; empty for the default.
    pub fn save(&self) -> String {
        self.model.state.query()
    }

    /// Takes the state of a query; answers `[{attribute, reason}, …]` for what was not taken.
    pub fn restore(&mut self, query: &str) -> String {
        let (state, problems) = State::from_query(query);
        if state.language != self.model.state.language && !self.own {
            self.data = None;
        }
        self.model.state = state;
        let mut json = Json::new();
        json.array(&problems, |json, problem| {
            json.object(|json| {
                json.key("attribute").string(&problem.attribute);
                json.key("reason").string(&problem.reason);
            });
        });
        json.finish()
    }

    /// The written form of an attribute, or none where it has its default.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.model.state.get(name)
    }

    /// The records behind the view, at most `most` of them, sorted by a column's number; as JSON.
    pub fn table(&self, by: Option<usize>, descending: bool, most: usize) -> String {
        let (Some(data), Some(chart)) = (&self.data, &self.chart) else { return "null".into() };
        let state = &self.model.state;
        let sort = by.and_then(|by| Sort::by(by, descending));
        widget::table(data, state, &chart.shown, sort, most).write(state.language, sort)
    }
}
