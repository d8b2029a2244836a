//! Where things go: labels that do not collide, and marks that share a lane.

mod hang;
mod labels;
mod lane;

pub use hang::{Hung, Rows, Wish, hang};
pub use labels::{Labels, Place, text_rect};
pub use lane::{Slot, pack};
