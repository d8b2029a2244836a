//! What a backend's surface needs to be told, and what it wants of text.

use crate::geometry::Point;
use crate::scene::TextStyle;

/// Steps within a device pixel: a power of two, so that scaling back is exact.
pub const SUBPIXELS: f64 = 16.0;

/// Where and how large a backend is asked for text so that it comes out as the scene has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    /// The anchor given with [`VPos::Top`](plotters_backend::text_anchor::VPos::Top).
    pub at: (i32, i32),
    /// The font's size in the backend's own units.
    pub size: f64,
}

/// How one kind of backend differs from the others.
pub trait Surface {
    /// Device pixels per CSS pixel.
    fn ratio(&self) -> f64;

    /// A CSS list of font families.
    fn fonts(&self) -> &str;

    /// Makes the backend ready for shapes in [`SUBPIXELS`] of a device pixel.
    fn shapes(&mut self) {}

    /// Makes the backend ready for text whose baseline stands at `at`, in CSS pixels.
    fn text(&mut self, at: Point, style: TextStyle) -> Lettering;
}
