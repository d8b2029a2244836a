//! Colours and type: what a scene is drawn in.

mod color;
mod palette;
mod tokens;

pub use color::Color;
pub use palette::PartnerStyle;
pub use tokens::{SystemColors, Theme};
