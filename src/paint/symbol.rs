//! Symbols of equal weight: the one room that knows what each shape looks like.

use super::ink::Ink;
use crate::geometry::Point;
use crate::scene::{Fill, Shape};
use crate::theme::Color;

/// Corners of the outlines, in radii. A circle covers 3.1 square radii; these cover 2.6 to 3, as
/// corners draw the eye and a shape with them seems the larger.
const DIAMOND: [(f64, f64); 4] = [(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)];
const SQUARE: [(f64, f64); 4] = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
const TRIANGLE: [(f64, f64); 3] = [(0.0, -1.2), (1.25, 0.95), (-1.25, 0.95)];
const WEDGE: [(f64, f64); 3] = [(0.0, 1.2), (1.25, -0.95), (-1.25, -0.95)];
const FLAG: [(f64, f64); 6] =
    [(-0.85, 1.25), (-0.85, -1.2), (1.15, -1.2), (1.15, 0.2), (-0.4, 0.2), (-0.4, 1.25)];
/// Wide enough for a hole, where it has one.
const TICK: [(f64, f64); 4] = [(-0.55, -1.1), (0.55, -1.1), (0.55, 1.1), (-0.55, 1.1)];

/// Half the length of each arm of a cross, along either axis.
const ARM: f64 = 0.85;

/// The part of each side that a dashed outline keeps at either end, so that its corners show.
const CORNER: f64 = 0.3;

/// 33 degrees of a circle of radius 1, given as points since cosines weigh a kilobyte.
const DASH: [(f64, f64); 3] = [(1.0, 0.0), (0.9588, 0.284), (0.8387, 0.5446)];

/// Half the square root of three: the sine of 60 degrees.
const SIN_60: f64 = 0.866_025_403_784_438_6;

pub(super) fn draw(ink: &mut Ink, at: Point, shape: Shape, radius: f64, color: Color, fill: Fill) {
    if !ink.bounds.grown(2.0 * radius).contains(at) {
        return;
    }
    match shape {
        Shape::Circle => circle(ink, at, radius, color, fill),
        Shape::Diamond => polygon(ink, at, &DIAMOND, radius, color, fill),
        Shape::Square if fill == Fill::Solid => ink.block(at, 1.8 * radius, 1.8 * radius, color),
        Shape::Square => polygon(ink, at, &SQUARE, radius, color, fill),
        Shape::Triangle => polygon(ink, at, &TRIANGLE, radius, color, fill),
        Shape::Wedge => polygon(ink, at, &WEDGE, radius, color, fill),
        Shape::Flag => polygon(ink, at, &FLAG, radius, color, fill),
        Shape::Tick if fill == Fill::Solid => {
            ink.block(at, 1.25 * stroke_width(radius), 2.2 * radius, color);
        }
        Shape::Tick => polygon(ink, at, &TICK, radius, color, fill),
        Shape::Cross => cross(ink, at, radius, color),
    }
}

/// Thin enough to leave a hole in the smallest symbol, thick enough to be told from a hairline.
fn stroke_width(radius: f64) -> f64 {
    (0.36 * radius).clamp(1.25, 2.0)
}

fn circle(ink: &mut Ink, at: Point, radius: f64, color: Color, fill: Fill) {
    let width = stroke_width(radius);
    let middle = radius - width / 2.0;
    match fill {
        Fill::Solid => ink.disc(at, radius, color),
        Fill::Open => ink.ring(at, middle, width, color),
        Fill::Hollow { ground } => {
            ink.disc(at, middle, ground);
            ink.ring(at, middle, width, color);
        }
        Fill::Dashed { ground } => {
            ink.disc(at, middle, ground);
            dashed_ring(ink, at, middle, width, color);
        }
    }
}

fn polygon(
    ink: &mut Ink,
    at: Point,
    corners: &[(f64, f64)],
    radius: f64,
    color: Color,
    fill: Fill,
) {
    let width = stroke_width(radius);
    let outline = |radius: f64| -> Vec<Point> {
        corners.iter().map(|(x, y)| Point::new(at.x + x * radius, at.y + y * radius)).collect()
    };
    let mut points = outline(radius - width / 2.0);
    match fill {
        Fill::Solid => return ink.polygon(&outline(radius), color),
        Fill::Hollow { ground } | Fill::Dashed { ground } => ink.polygon(&points, ground),
        Fill::Open => {}
    }
    // Backends leave a path open: two more corners make the first a joint like the others.
    points.extend_from_within(..2);
    if !matches!(fill, Fill::Dashed { .. }) {
        return ink.stroke(&points, width, color);
    }
    for corner in points.windows(3) {
        let towards = |end: Point| {
            let part = |from: f64, to: f64| from + CORNER * (to - from);
            Point::new(part(corner[1].x, end.x), part(corner[1].y, end.y))
        };
        ink.stroke(&[towards(corner[0]), corner[1], towards(corner[2])], width, color);
    }
}

fn cross(ink: &mut Ink, at: Point, radius: f64, color: Color) {
    let arm = ARM * radius;
    let corner = |x: f64, y: f64| Point::new(at.x + x * arm, at.y + y * arm);
    let width = stroke_width(radius);
    ink.stroke(&[corner(-1.0, -1.0), corner(1.0, 1.0)], width, color);
    ink.stroke(&[corner(-1.0, 1.0), corner(1.0, -1.0)], width, color);
}

/// A circle in six dashes, each the one before turned by a sixth.
fn dashed_ring(ink: &mut Ink, at: Point, radius: f64, width: f64, color: Color) {
    let mut dash = DASH.map(|(x, y)| Point::new(x * radius, y * radius));
    for _ in 0..6 {
        ink.stroke(&dash.map(|point| Point::new(at.x + point.x, at.y + point.y)), width, color);
        dash = dash.map(|Point { x, y }| Point::new(x / 2.0 - y * SIN_60, x * SIN_60 + y / 2.0));
    }
}
