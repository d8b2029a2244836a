//! What tells partners apart: colour, marker and dash.
//!
//! The colours were found by a search that kept each legible as text on its ground and as near as
//! possible to a chosen hue, while pushing any two apart as people with protanopia, deuteranopia
//! and tritanopia see them; `tests/theme.rs` holds the distances.

use super::Color;
use crate::scene::{Dash, Shape};

/// How one partner is told apart from the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartnerStyle {
    /// Legible as text on the ground; text in the ground's colour is legible on it.
    pub color: Color,
    /// For what should recede, such as part-years: still a graphic, not legible as text.
    pub pale: Color,
    /// For grey print and for readers who do not see the colour.
    pub marker: Shape,
    /// For grey print where partners share a plot.
    pub dash: Dash,
}

/// Blue, vermilion, plum, teal, crimson, sage, indigo, magenta.
pub(super) const LIGHT: [u32; 8] =
    [0x1E75CC, 0xC74C0A, 0x5E196D, 0x2A6F74, 0x9A203F, 0x657C51, 0x5230B1, 0xB03A8C];

/// The same partners on a dark ground: sky, orange, violet, teal, rose, straw, indigo, ice.
pub(super) const DARK: [u32; 8] =
    [0x98CCFA, 0xF68B55, 0xB990FA, 0x60BEA6, 0xD75D8A, 0xE4DF92, 0x6B75F6, 0xB7FEFA];

const MARKERS: [Shape; 8] = [
    Shape::Circle,
    Shape::Square,
    Shape::Triangle,
    Shape::Diamond,
    Shape::Wedge,
    Shape::Cross,
    Shape::Flag,
    Shape::Tick,
];

const DASHES: [Dash; 3] = [Dash::Solid, Dash::Dashed, Dash::Dotted];

/// As much of the ground as leaves 3:1.
const PALE_PERCENT: u8 = 20;

impl PartnerStyle {
    /// The same in another colour.
    pub fn colored(self, color: Color, ground: Color) -> PartnerStyle {
        PartnerStyle { color, pale: color.mixed(ground, PALE_PERCENT), ..self }
    }
}

pub(super) fn partners(colors: [Color; 8], ground: Color) -> Vec<PartnerStyle> {
    let mut styles = Vec::new();
    for (index, color) in colors.into_iter().enumerate() {
        let pale = color.mixed(ground, PALE_PERCENT);
        let dash = DASHES[index % DASHES.len()];
        styles.push(PartnerStyle { color, pale, marker: MARKERS[index], dash });
    }
    styles
}
