//! The kinds of marks that a scene is made of.

use super::Color;
use crate::geometry::{Point, Rect};

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle: grid lines, bars, spans.
    Rect { rect: Rect, color: Color },
    /// A polyline through two or more points.
    Line { points: Vec<Point>, width: f64, color: Color, dash: Dash },
    /// `radius` is half a circle's height. The other shapes weigh as much as the circle, and reach
    /// at most a quarter farther; all are centred on `at`.
    Symbol { at: Point, shape: Shape, radius: f64, color: Color, fill: Fill },
    /// One line of text on its baseline.
    Text { at: Point, text: String, style: TextStyle, color: Color, align: Align },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    Solid,
    Dashed,
    Dotted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Circle,
    Diamond,
    Square,
    Triangle,
    /// A triangle on its tip.
    Wedge,
    Flag,
    /// A short upright stroke.
    Tick,
    Cross,
}

impl Shape {
    pub const ALL: [Shape; 8] = [
        Shape::Circle,
        Shape::Diamond,
        Shape::Square,
        Shape::Triangle,
        Shape::Wedge,
        Shape::Flag,
        Shape::Tick,
        Shape::Cross,
    ];
}

/// How a symbol is filled; hollow ones are filled with the ground, so that lines end at them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    Solid,
    /// An outline alone, on whatever is there.
    Open,
    Hollow {
        ground: Color,
    },
    /// Hollow with a dashed outline.
    Dashed {
        ground: Color,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// CSS pixels.
    pub size: f64,
    pub bold: bool,
}

/// Which point of the text stands at its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}
