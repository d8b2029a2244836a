//! The chart as sound.

use wasm_bindgen::prelude::*;

use super::Widget;
use crate::widget;

#[wasm_bindgen]
impl Widget {
    /// What sounds, as JSON: `[{at, pitch, click, lane}, …]`.
    pub fn sound(&self) -> String {
        let (Some(data), Some(chart)) = (&self.data, &self.chart) else { return "[]".into() };
        widget::sound(data, chart, &self.model.state)
    }
}
