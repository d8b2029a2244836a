//! Points, sizes and rectangles in CSS pixels; the origin is top left and y grows downwards.

pub mod clip;
mod point;
mod rect;

pub use point::Point;
pub use rect::{Insets, Rect};
