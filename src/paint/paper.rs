//! One face for all backends, so that the code that inks marks is there once: a backend's own
//! methods are generic in what they are handed.
//!
//! Coordinates and lengths are in [`SUBPIXELS`](super::SUBPIXELS) of a device pixel.

use super::lettering::Face;
use super::surface::Surface;
use crate::geometry::Point;
use crate::scene::{Align, TextStyle};
use crate::theme::Color;
use plotters::backend::DrawingBackend;
use plotters::style::{RGBColor, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingErrorKind};

/// What drawing on a backend returns.
pub(super) type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

pub(super) trait Paper {
    /// Device pixels per CSS pixel.
    fn ratio(&self) -> f64;

    fn rect(&mut self, from: BackendCoord, to: BackendCoord, color: Color);

    fn polygon(&mut self, corners: &[BackendCoord], color: Color);

    fn path(&mut self, points: &[BackendCoord], width: u32, color: Color);

    /// A disc, or where it has a `width` a ring.
    fn circle(&mut self, at: BackendCoord, radius: u32, width: u32, color: Color);

    /// One line whose baseline stands at `at`, in CSS pixels.
    fn text(&mut self, at: Point, text: &str, style: TextStyle, color: Color, align: Align);
}

/// A backend and what is to be known of its surface; after an error it draws no more.
pub(super) struct Sheet<'a, B: DrawingBackend, S> {
    pub backend: &'a mut B,
    pub surface: &'a mut S,
    pub drawn: Drawn<B>,
}

impl<B: DrawingBackend, S: Surface> Sheet<'_, B, S> {
    fn shape(&mut self, draw: impl FnOnce(&mut B) -> Drawn<B>) {
        if self.drawn.is_ok() {
            self.surface.shapes();
            self.drawn = draw(self.backend);
        }
    }
}

impl<B: DrawingBackend, S: Surface> Paper for Sheet<'_, B, S> {
    fn ratio(&self) -> f64 {
        self.surface.ratio()
    }

    fn rect(&mut self, from: BackendCoord, to: BackendCoord, color: Color) {
        self.shape(|backend| backend.draw_rect(from, to, &style(color, 0), true));
    }

    fn polygon(&mut self, corners: &[BackendCoord], color: Color) {
        self.shape(|backend| backend.fill_polygon(corners.iter().copied(), &style(color, 0)));
    }

    fn path(&mut self, points: &[BackendCoord], width: u32, color: Color) {
        self.shape(|backend| backend.draw_path(points.iter().copied(), &style(color, width)));
    }

    fn circle(&mut self, at: BackendCoord, radius: u32, width: u32, color: Color) {
        self.shape(|backend| backend.draw_circle(at, radius, &style(color, width), width == 0));
    }

    fn text(&mut self, at: Point, text: &str, style: TextStyle, color: Color, align: Align) {
        if self.drawn.is_ok() {
            let lettering = self.surface.text(at, style);
            let fonts = self.surface.fonts();
            let face = Face { fonts, size: lettering.size, style, color, align };
            self.drawn = self.backend.draw_text(text, &face, lettering.at);
        }
    }
}

fn style(color: Color, stroke_width: u32) -> ShapeStyle {
    let color = RGBColor(color.red, color.green, color.blue).into();
    ShapeStyle { color, filled: true, stroke_width }
}
