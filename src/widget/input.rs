//! What a reader or the page can do to a widget.

use super::Step;
use crate::dataset::{Code, Day, EventKind};
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
    /// A step of the keyboard's walk.
    Walk(Step),
    /// Pins what has the focus, or lets go of what is pinned.
    Pin,
    /// A partner's button.
    Toggle(Code),
    /// A button that stands for an attribute's value.
    Choose { attribute: &'a str, value: &'a str },
    /// A kind's checkbox; none is the button for all of them.
    Kind(Option<EventKind>),
    /// Both thumbs of the slider.
    Range { from: Day, to: Day },
    /// Makes the range `factor` times as long around what is at `x`.
    Zoom { factor: f64, x: f64 },
    /// Moves the range that was `held` when a drag began, `dx` pixels to the right of there.
    Pan { held: (Day, Day), dx: f64 },
    /// Shows the range of the records that have the focus.
    ZoomTo,
    /// Back to the range of the records in view.
    Reset,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    pub at: Point,
    /// How far from a mark it still counts as on it: more for a finger than for a mouse.
    pub reach: f64,
}
