//! What the element is told, as JSON: one string crosses to JavaScript cheaper than many objects.

mod card;
mod controls;
mod downloads;
mod event;
mod json;
mod parts;
mod sound;
mod sources;
mod table;

pub use card::card;
pub use downloads::downloads;
pub use event::event;
pub use json::Json;
pub use parts::parts;
pub use sound::{sound, sounds};
pub use sources::sources;
pub use table::table;
