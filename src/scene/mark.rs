//! The kinds of marks that a scene is made of.

use super::Color;
use crate::geometry::{Point, Rect};

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle: grid lines, bars, spans.
    Rect {
        /// The area that is filled.
        rect: Rect,
        /// The colour of the area.
        color: Color,
    },
    /// A polyline through two or more points.
    Line {
        /// The corners, in drawing order.
        points: Vec<Point>,
        /// The thickness.
        width: f64,
        /// The colour of the stroke.
        color: Color,
        /// Whether the stroke is broken.
        dash: Dash,
    },
    /// A small sign: a value, an event, a partner. The other shapes weigh as much as the circle, and
    /// reach at most a quarter farther.
    Symbol {
        /// The centre.
        at: Point,
        /// What it looks like.
        shape: Shape,
        /// Half a circle's height.
        radius: f64,
        /// The colour of the area, or of the outline where the fill is not solid.
        color: Color,
        /// What is inside the outline.
        fill: Fill,
    },
    /// One line of text on its baseline.
    Text {
        /// The anchor, on the baseline.
        at: Point,
        /// The text as it is drawn; it fits where it stands.
        text: String,
        /// Size and weight.
        style: TextStyle,
        /// The colour of the letters.
        color: Color,
        /// Which point of the text stands at the anchor.
        align: Align,
    },
}

/// How the stroke of a line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Into dashes.
    Dashed,
    /// Into dots.
    Dotted,
}

/// What a symbol looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A disc, to which the size of the others is held.
    Circle,
    /// A square on its tip.
    Diamond,
    /// A square on its side.
    Square,
    /// A triangle with its tip upwards.
    Triangle,
    /// A triangle on its tip.
    Wedge,
    /// A flag on its pole.
    Flag,
    /// A short upright stroke.
    Tick,
    /// Two bars across each other.
    Cross,
}

impl Shape {
    /// All of them, in the order of their declaration.
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
    /// With the symbol's own colour.
    Solid,
    /// An outline alone, on whatever is there.
    Open,
    /// An outline filled with the ground.
    Hollow {
        /// The colour inside.
        ground: Color,
    },
    /// Hollow with a dashed outline.
    Dashed {
        /// The colour inside.
        ground: Color,
    },
}

/// How text is set; the family is the backend's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// The font's size.
    pub size: f64,
    /// Whether it is bold rather than regular.
    pub bold: bool,
}

/// Which point of the text stands at its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    Start,
    /// The middle of its width.
    Middle,
    /// The right end.
    End,
}
