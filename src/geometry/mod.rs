//! Points, sizes and rectangles in CSS pixels; the origin is top left and y grows downwards.
//!
//! ```
//! use bilateral::geometry::{Point, Rect, clip};
//!
//! let plot = Rect::new(40.0, 0.0, 600.0, 200.0);
//! assert_eq!((plot.width(), plot.height()), (560.0, 200.0));
//!
//! let (from, to) = (Point::new(0.0, 100.0), Point::new(80.0, 100.0));
//! assert_eq!(clip::segment(from, to, &plot), Some((Point::new(40.0, 100.0), to)));
//! ```

pub mod clip;
mod point;
mod rect;

pub use point::Point;
pub use rect::Rect;
