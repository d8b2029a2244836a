//! Where things go: labels that do not collide, and marks that share a lane.

mod labels;
mod lane;

pub use labels::{Labels, Place, text_rect};
pub use lane::{Slot, pack};
