//! Symbols of equal weight: the one room that knows what each shape looks like.

use super::dash::{Pattern, cut};
use super::ink::{Drawn, Ink};
use super::surface::Surface;
use crate::geometry::{Point, Rect};
use crate::scene::{Fill, Shape};
use crate::theme::Color;
use plotters::backend::DrawingBackend;

/// Corners of the outlines, in radii. A circle covers 3.1 square radii; these cover 2.6 to 3, as
/// corners draw the eye and a shape with them seems the larger.
const DIAMOND: [(f64, f64); 4] = [(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)];
const SQUARE: [(f64, f64); 4] = [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)];
const TRIANGLE: [(f64, f64); 3] = [(0.0, -1.2), (1.25, 0.95), (-1.25, 0.95)];
const WEDGE: [(f64, f64); 3] = [(0.0, 1.2), (1.25, -0.95), (-1.25, -0.95)];
const FLAG: [(f64, f64); 6] =
    [(-0.85, 1.25), (-0.85, -1.2), (1.15, -1.2), (1.15, 0.2), (-0.4, 0.2), (-0.4, 1.25)];

/// Half the length of each arm of a cross, along either axis.
const ARM: f64 = 0.85;

pub fn draw<B: DrawingBackend>(
    ink: &mut Ink<B, impl Surface>,
    at: Point,
    shape: Shape,
    radius: f64,
    color: Color,
    fill: Fill,
) -> Drawn<B> {
    if !ink.bounds.grown(2.0 * radius).contains(at) {
        return Ok(());
    }
    match shape {
        Shape::Circle => circle(ink, at, radius, color, fill),
        Shape::Diamond => polygon(ink, at, &DIAMOND, radius, color, fill),
        Shape::Square if fill == Fill::Solid => {
            ink.rect(&Rect::centred(at, 1.76 * radius, 1.76 * radius), color)
        }
        Shape::Square => polygon(ink, at, &SQUARE, radius, color, fill),
        Shape::Triangle => polygon(ink, at, &TRIANGLE, radius, color, fill),
        Shape::Wedge => polygon(ink, at, &WEDGE, radius, color, fill),
        Shape::Flag => polygon(ink, at, &FLAG, radius, color, fill),
        Shape::Tick => ink.rect(&Rect::centred(at, stroke_width(radius), 2.0 * radius), color),
        Shape::Cross => cross(ink, at, radius, color),
    }
}

/// Thin enough to leave a hole in the smallest symbol, thick enough to be told from a hairline.
fn stroke_width(radius: f64) -> f64 {
    (0.36 * radius).clamp(1.25, 2.0)
}

fn circle<B: DrawingBackend>(
    ink: &mut Ink<B, impl Surface>,
    at: Point,
    radius: f64,
    color: Color,
    fill: Fill,
) -> Drawn<B> {
    let width = stroke_width(radius);
    let middle = radius - width / 2.0;
    match fill {
        Fill::Solid => ink.disc(at, radius, color),
        Fill::Hollow { ground } => {
            ink.disc(at, middle, ground)?;
            ink.ring(at, middle, width, color)
        }
        Fill::Dashed { ground } => {
            ink.disc(at, middle, ground)?;
            dashes(ink, &ring(at, middle), width, color)
        }
    }
}

fn polygon<B: DrawingBackend>(
    ink: &mut Ink<B, impl Surface>,
    at: Point,
    corners: &[(f64, f64)],
    radius: f64,
    color: Color,
    fill: Fill,
) -> Drawn<B> {
    let width = stroke_width(radius);
    let outline = |radius: f64| -> Vec<Point> {
        corners.iter().map(|(x, y)| Point::new(at.x + x * radius, at.y + y * radius)).collect()
    };
    let ground = match fill {
        Fill::Solid => return ink.polygon(&outline(radius), color),
        Fill::Hollow { ground } | Fill::Dashed { ground } => ground,
    };
    let mut points = outline(radius - width / 2.0);
    ink.polygon(&points, ground)?;
    // Backends leave a path open: one more side makes the first corner a joint like the others.
    points.extend_from_within(..2);
    match fill {
        Fill::Dashed { .. } => dashes(ink, &points[..points.len() - 1], width, color),
        _ => ink.stroke(&points, width, color),
    }
}

fn cross<B: DrawingBackend>(
    ink: &mut Ink<B, impl Surface>,
    at: Point,
    radius: f64,
    color: Color,
) -> Drawn<B> {
    let arm = ARM * radius;
    let corner = |x: f64, y: f64| Point::new(at.x + x * arm, at.y + y * arm);
    let width = stroke_width(radius);
    ink.stroke(&[corner(-1.0, -1.0), corner(1.0, 1.0)], width, color)?;
    ink.stroke(&[corner(-1.0, 1.0), corner(1.0, -1.0)], width, color)
}

/// A whole number of dashes, so that the outline closes without a seam.
fn dashes<B: DrawingBackend>(
    ink: &mut Ink<B, impl Surface>,
    outline: &[Point],
    width: f64,
    color: Color,
) -> Drawn<B> {
    let length: f64 = outline.windows(2).map(|pair| pair[0].distance_squared(pair[1]).sqrt()).sum();
    let pair = length / (length / 4.0).floor().max(4.0);
    for dash in cut(outline, Pattern { on: 0.55 * pair, off: 0.45 * pair }) {
        ink.stroke(&dash, width, color)?;
    }
    Ok(())
}

/// A circle as a closed polyline; 32 sides stay within a twentieth of a pixel up to a radius of 10.
fn ring(at: Point, radius: f64) -> Vec<Point> {
    const SIDES: u8 = 32;
    (0..=SIDES)
        .map(|side| {
            let (sin, cos) = (f64::from(side) / f64::from(SIDES) * std::f64::consts::TAU).sin_cos();
            Point::new(at.x + radius * cos, at.y + radius * sin)
        })
        .collect()
}
