//! The tokens of the light and the dark theme.

use super::Color;
use crate::scene::Shape;

/// Every colour that a scene may use.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub ground: Color,
    /// Text that is read first.
    pub ink: Color,
    /// Text that is read second: axis labels, dates.
    pub muted: Color,
    /// Grid lines.
    pub grid: Color,
    /// The zero line, leader lines and lane lines.
    pub rule: Color,
    /// The hairline and halo of the chosen mark.
    pub focus: Color,
    /// One a partner, in the order of the dataset's partners; reused from the start when spent.
    pub partners: Vec<PartnerStyle>,
}

/// What tells partners apart: a colour, and a marker for grey print and colour-blind readers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartnerStyle {
    pub color: Color,
    pub marker: Shape,
}

impl Theme {
    pub fn light() -> Theme {
        Theme {
            ground: Color::hex(0xFFFFFF),
            ink: Color::hex(0x1B1F24),
            muted: Color::hex(0x59616B),
            grid: Color::hex(0xE4E7EB),
            rule: Color::hex(0xA9B0B8),
            focus: Color::hex(0x1B1F24),
            partners: partners([0x0B6BB5, 0x7A3E9D, 0xC2500B]),
        }
    }

    pub fn dark() -> Theme {
        Theme {
            ground: Color::hex(0x14181D),
            ink: Color::hex(0xF1F3F5),
            muted: Color::hex(0xA9B2BC),
            grid: Color::hex(0x2A3038),
            rule: Color::hex(0x58626D),
            focus: Color::hex(0xF1F3F5),
            partners: partners([0x5AB0F2, 0xC79BE6, 0xF2935A]),
        }
    }
}

fn partners(colors: [u32; 3]) -> Vec<PartnerStyle> {
    let markers = [Shape::Circle, Shape::Square, Shape::Triangle];
    colors
        .into_iter()
        .zip(markers)
        .map(|(rgb, marker)| PartnerStyle { color: Color::hex(rgb), marker })
        .collect()
}
