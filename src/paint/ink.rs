//! The few shapes that all marks are made of, from CSS pixels to a backend's whole numbers.

use super::paper::Paper;
use super::surface::SUBPIXELS;
use crate::geometry::{Point, Rect, clip};
use crate::scene::Scene;
use crate::theme::Color;
use plotters_backend::BackendCoord;

/// Thicknesses up to this many CSS pixels keep the same number of device pixels wherever they lie.
const THIN: f64 = 3.0;

pub(super) struct Ink<'a> {
    pub paper: &'a mut dyn Paper,
    /// What marks are cut to.
    pub bounds: Rect,
}

impl<'a> Ink<'a> {
    pub(super) fn new(scene: &Scene, paper: &'a mut dyn Paper) -> Self {
        Ink { paper, bounds: Rect::new(0.0, 0.0, scene.width, scene.height) }
    }

    /// Covers the whole surface, and the part of a pixel that a fractional width leaves over.
    pub(super) fn ground(&mut self, color: Color) {
        let ratio = self.paper.ratio();
        let far = (whole_up(self.bounds.right * ratio), whole_up(self.bounds.bottom * ratio));
        self.paper.rect((0, 0), far, color);
    }

    /// A filled rectangle on whole device pixels, at least one of them wide and high.
    pub(super) fn rect(&mut self, rect: &Rect, color: Color) {
        let thick = Rect { right: rect.right.max(rect.left + f64::EPSILON), ..*rect };
        let Some(rect) = clip::rect(&thick, &self.bounds.grown(1.0)) else { return };
        let ratio = self.paper.ratio();
        let (left, right) = snap(rect.left, rect.right, ratio);
        let (top, bottom) = snap(rect.top, rect.bottom, ratio);
        self.paper.rect((left, top), (right, bottom), color);
    }

    /// A filled rectangle around `at` whose size in device pixels does not depend on where it lies.
    pub(super) fn block(&mut self, at: Point, width: f64, height: f64, color: Color) {
        let ratio = self.paper.ratio();
        let span = |middle: f64, length: f64| {
            let pixels = nearest(length * ratio).max(1);
            let start = nearest(middle * ratio - f64::from(pixels) / 2.0);
            (start * SUBPIXELS as i32, (start + pixels) * SUBPIXELS as i32)
        };
        let ((left, right), (top, bottom)) = (span(at.x, width), span(at.y, height));
        self.paper.rect((left, top), (right, bottom), color);
    }

    pub(super) fn polygon(&mut self, points: &[Point], color: Color) {
        let coords = self.coords(points);
        self.paper.polygon(&coords, color);
    }

    pub(super) fn stroke(&mut self, points: &[Point], width: f64, color: Color) {
        let coords = self.coords(points);
        let width = self.length(width);
        self.paper.path(&coords, width, color);
    }

    pub(super) fn disc(&mut self, at: Point, radius: f64, color: Color) {
        let (at, radius) = (self.coord(at), self.length(radius));
        self.paper.circle(at, radius, 0, color);
    }

    /// `radius` reaches to the middle of the stroke.
    pub(super) fn ring(&mut self, at: Point, radius: f64, width: f64, color: Color) {
        let (at, radius, width) = (self.coord(at), self.length(radius), self.length(width));
        self.paper.circle(at, radius, width, color);
    }

    fn coords(&self, points: &[Point]) -> Vec<BackendCoord> {
        points.iter().map(|point| self.coord(*point)).collect()
    }

    fn coord(&self, point: Point) -> BackendCoord {
        let scale = self.paper.ratio() * SUBPIXELS;
        (nearest(point.x * scale), nearest(point.y * scale))
    }

    fn length(&self, length: f64) -> u32 {
        nearest(length * self.paper.ratio() * SUBPIXELS).max(1) as u32
    }
}

pub(super) fn nearest(value: f64) -> i32 {
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
