//! The widget without a browser: what input changes, and what a mark says.
//!
//! Coordinates are those of the scene.

mod card;
mod describe;
mod input;
mod json;
mod partners;
mod parts;
mod update;

pub use card::{Card, Cited, Line, Related, card, write as write_card};
pub use input::{Input, Pointer};
pub use json::Json;
pub use partners::{Chip, chips};
pub use parts::parts;
pub use update::{Change, Event, Focus, Model, Redraw, focus_of, update};
