//! Points, sizes and rectangles in CSS pixels; the origin is top left and y grows downwards.

mod point;
mod rect;

pub use point::Point;
pub use rect::{Insets, Rect};
