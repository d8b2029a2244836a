//! The widget without a browser: what input changes, and what a mark says.
//!
//! Coordinates are those of the scene.

mod card;
mod controls;
mod describe;
mod downloads;
mod export;
mod input;
mod json;
mod listing;
mod partners;
mod parts;
mod range;
mod records;
mod sound;
mod source;
mod sources;
mod speak;
mod summary;
mod table;
mod update;
mod walk;

pub use card::{Card, Cited, Line, Related, card, write as write_card};
pub use downloads::downloads;
pub use export::{About, Export, citation, whole, with_texts};
pub use input::{Input, Pointer};
pub use json::Json;
pub use listing::list;
pub use partners::{Chip, chips};
pub use parts::parts;
pub use records::records;
pub use sound::{sound, sounds};
pub use source::{source_link, source_name};
pub use sources::sources;
pub use speak::speak;
pub use summary::summary;
pub use table::{Column, Number, Of, Row, Sort, Table, table};
pub use update::{Change, Event, Focus, Model, Redraw, focus_of, update};
pub use walk::{Step, walk};
