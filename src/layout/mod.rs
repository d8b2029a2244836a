//! Where things go: labels that do not collide, and marks that share a lane.

mod hang;
mod labels;
mod lane;

pub use hang::{Hung, TitleRows, Wish, hang};
pub use labels::{LabelPlace, Labels, text_rect};
pub use lane::{Slot, pack};
