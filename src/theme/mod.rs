//! Colours and type: what a scene is drawn in.

mod color;
mod tokens;

pub use color::Color;
pub use tokens::{PartnerStyle, Theme};
