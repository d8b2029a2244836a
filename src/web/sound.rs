//! The chart as sound.

use wasm_bindgen::prelude::*;

use super::Widget;
use crate::wire;

#[wasm_bindgen]
impl Widget {
    /// What sounds, as JSON: `[{at, pitch, click, lane}, …]`.
    pub fn sound(&self) -> String {
        let (Some(data), Some(picture)) = (&self.data, &self.picture) else { return "[]".into() };
        wire::sound(data, picture)
    }
}
