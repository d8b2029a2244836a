//! How wide text is, and where it may break.

mod table;

pub use table::TableMeasure;

use crate::scene::TextStyle;

/// Measures one line of text.
pub trait Measure {
    /// The advance width in CSS pixels.
    fn width(&self, text: &str, style: TextStyle) -> f64;
}
