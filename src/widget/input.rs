//! What a reader or the page can do to a widget.

use super::Step;
use crate::dataset::{Code, Day, EventKind};
use crate::geometry::Point;

/// One thing that a reader or the page does.
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
    Choose {
        /// The attribute's name.
        attribute: &'a str,
        /// The value that it is given.
        value: &'a str,
    },
    /// A kind's checkbox; none is the button for all of them.
    Kind(Option<EventKind>),
    /// Both thumbs of the slider.
    Range {
        /// The first day to show.
        from: Day,
        /// The last day to show.
        to: Day,
    },
    /// Makes the range longer or shorter around a place that stays where it is.
    Zoom {
        /// The new length over the old one: below 1 for a closer look.
        factor: f64,
        /// The place, in CSS pixels of the scene.
        x: f64,
    },
    /// Moves the range as a drag does.
    Pan {
        /// The range that was drawn when the drag began.
        held: (Day, Day),
        /// How far the drag has gone since, in CSS pixels; above 0 to the right, to earlier days.
        dx: f64,
    },
    /// Shows the range of the records that have the focus.
    ZoomTo,
    /// The range of all that the view could draw of its partners.
    Reset,
}

/// A pointer over the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    /// Where it points, in CSS pixels of the scene.
    pub at: Point,
    /// How far from a mark it still counts as on it: more for a finger than for a mouse.
    pub reach: f64,
}
