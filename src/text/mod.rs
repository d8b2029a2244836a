//! How wide text is, and where it may break.

mod fit;
mod table;
mod widths;

pub use fit::{truncate, wrap};
pub use table::TableMeasure;

use crate::scene::TextStyle;

/// Measures one line of text.
pub trait Measure {
    /// The advance width in CSS pixels.
    fn width(&self, text: &str, style: TextStyle) -> f64;
}

/// The widths of a range of characters, one byte each, in steps of an em.
struct Run {
    first: u32,
    regular: &'static [u8],
    bold: &'static [u8],
}
