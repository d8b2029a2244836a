//! What a reader or the page can do to a widget.

use crate::dataset::Code;
use crate::geometry::Point;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input<'a> {
    /// The pointer hovers over the plot.
    Move(Pointer),
    /// The pointer left the plot.
    Leave,
    /// A click, or a touch that did not scroll.
    Tap(Pointer),
    /// Leaves what is pinned or hovered.
    Escape,
    /// A record chosen by its id from outside the plot, or none.
    Select(Option<&'a str>),
    /// Records of a list or an aside, by their ids.
    Open(&'a [String]),
    /// A partner's button.
    Toggle(Code),
    /// A button that stands for an attribute's value.
    Choose { attribute: &'a str, value: &'a str },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    pub at: Point,
    /// How far from a mark it still counts as on it: more for a finger than for a mouse.
    pub reach: f64,
}
