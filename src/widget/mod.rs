//! The widget without a browser: what is drawn and told of a state, and what input changes.
//!
//! Coordinates are those of the scene.

mod follow;
mod input;
mod partners;
mod picture;
mod range;
mod update;
mod walk;

pub use input::{Input, Pointer};
pub use partners::{Chip, chips};
pub use picture::{Look, Picture};
pub use update::{Change, Model, PageEvent, Redraw, focus_of, update};
pub use walk::{Step, walk};
