//! Colours and type: what a scene is drawn in.

mod palette;
mod tokens;

pub use crate::scene::Color;
pub use palette::PartnerStyle;
pub use tokens::{Scheme, SystemColors, Theme};
