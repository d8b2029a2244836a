//! The few shapes that all marks are made of, from CSS pixels to a backend's whole numbers.

use super::surface::{SUBPIXELS, Surface};
use crate::geometry::{Point, Rect, clip};
use crate::scene::Scene;
use crate::theme::Color;
use plotters::backend::DrawingBackend;
use plotters::style::{RGBColor, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingErrorKind};

/// What drawing on a backend returns.
pub type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Thicknesses up to this many CSS pixels keep the same number of device pixels wherever they lie.
const THIN: f64 = 3.0;

pub struct Ink<'a, B, S> {
    pub backend: &'a mut B,
    pub surface: &'a mut S,
    /// What marks are cut to.
    pub bounds: Rect,
}

impl<'a, B: DrawingBackend, S: Surface> Ink<'a, B, S> {
    pub fn new(scene: &Scene, backend: &'a mut B, surface: &'a mut S) -> Self {
        Ink { backend, surface, bounds: Rect::new(0.0, 0.0, scene.width, scene.height) }
    }

    /// Covers the whole surface, and the part of a pixel that a fractional width leaves over.
    pub fn ground(&mut self, color: Color) -> Drawn<B> {
        self.surface.shapes();
        let ratio = self.surface.ratio();
        let far = (whole_up(self.bounds.right * ratio), whole_up(self.bounds.bottom * ratio));
        self.backend.draw_rect((0, 0), far, &style(color, 0), true)
    }

    /// A filled rectangle on whole device pixels, at least one of them wide and high.
    pub fn rect(&mut self, rect: &Rect, color: Color) -> Drawn<B> {
        let thick = Rect { right: rect.right.max(rect.left + f64::EPSILON), ..*rect };
        let Some(rect) = clip::rect(&thick, &self.bounds.grown(1.0)) else { return Ok(()) };
        let ratio = self.surface.ratio();
        let (left, right) = snap(rect.left, rect.right, ratio);
        let (top, bottom) = snap(rect.top, rect.bottom, ratio);
        self.surface.shapes();
        self.backend.draw_rect((left, top), (right, bottom), &style(color, 0), true)
    }

    /// A filled rectangle around `at` whose size in device pixels does not depend on where it lies.
    pub fn block(&mut self, at: Point, width: f64, height: f64, color: Color) -> Drawn<B> {
        let ratio = self.surface.ratio();
        let span = |middle: f64, length: f64| {
            let pixels = nearest(length * ratio).max(1);
            let start = nearest(middle * ratio - f64::from(pixels) / 2.0);
            (start * SUBPIXELS as i32, (start + pixels) * SUBPIXELS as i32)
        };
        let ((left, right), (top, bottom)) = (span(at.x, width), span(at.y, height));
        self.surface.shapes();
        self.backend.draw_rect((left, top), (right, bottom), &style(color, 0), true)
    }

    pub fn polygon(&mut self, points: &[Point], color: Color) -> Drawn<B> {
        let coords = self.coords(points);
        self.surface.shapes();
        self.backend.fill_polygon(coords, &style(color, 0))
    }

    pub fn stroke(&mut self, points: &[Point], width: f64, color: Color) -> Drawn<B> {
        let coords = self.coords(points);
        let width = self.length(width);
        self.surface.shapes();
        self.backend.draw_path(coords, &style(color, width))
    }

    pub fn disc(&mut self, at: Point, radius: f64, color: Color) -> Drawn<B> {
        let (at, radius) = (self.coord(at), self.length(radius));
        self.surface.shapes();
        self.backend.draw_circle(at, radius, &style(color, 0), true)
    }

    /// `radius` reaches to the middle of the stroke.
    pub fn ring(&mut self, at: Point, radius: f64, width: f64, color: Color) -> Drawn<B> {
        let (at, radius, width) = (self.coord(at), self.length(radius), self.length(width));
        self.surface.shapes();
        self.backend.draw_circle(at, radius, &style(color, width), false)
    }

    pub fn finish(self) -> Drawn<B> {
        self.backend.present()
    }

    fn coords(&self, points: &[Point]) -> Vec<BackendCoord> {
        points.iter().map(|point| self.coord(*point)).collect()
    }

    fn coord(&self, point: Point) -> BackendCoord {
        let scale = self.surface.ratio() * SUBPIXELS;
        (nearest(point.x * scale), nearest(point.y * scale))
    }

    fn length(&self, length: f64) -> u32 {
        nearest(length * self.surface.ratio() * SUBPIXELS).max(1) as u32
    }
}

pub fn nearest(value: f64) -> i32 {
    (value + 0.5).floor() as i32
}

fn whole_up(pixels: f64) -> i32 {
    pixels.ceil() as i32 * SUBPIXELS as i32
}

/// Two edges in CSS pixels to whole device pixels, counted in [`SUBPIXELS`].
///
/// A thin extent is rounded by itself, down as CSS borders are, so that every hairline of a drawing
/// has the same thickness; a thick one by its edges, so that neighbours meet.
fn snap(near: f64, far: f64, ratio: f64) -> (i32, i32) {
    let start = nearest(near * ratio);
    let end = if far - near <= THIN {
        // A little more than the product, which may fall short of a whole number by its rounding.
        start + ((far - near) * ratio + 1e-6).floor() as i32
    } else {
        nearest(far * ratio)
    };
    let steps = SUBPIXELS as i32;
    (start * steps, end.max(start + 1) * steps)
}

fn style(color: Color, stroke_width: u32) -> ShapeStyle {
    let color = RGBColor(color.red, color.green, color.blue).into();
    ShapeStyle { color, filled: true, stroke_width }
}
