//! Text widths from a static table, for the native renderer and for tests.

use super::Measure;
use crate::scene::TextStyle;

/// Measures by the advance widths of one sans-serif font.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMeasure;

impl Measure for TableMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        let em = if style.bold { 0.62 } else { 0.58 };
        text.chars().count() as f64 * em * style.size
    }
}
