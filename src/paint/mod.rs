//! Inks a scene through a plotters backend; the only room that knows plotters.
//!
//! Scenes are in CSS pixels. Backends take whole numbers, so shapes are handed over in sixteenths
//! of a device pixel; hairlines and squares are rounded to whole device pixels first.

mod dash;
mod ink;
mod lettering;
mod line;
mod markup;
mod paper;
mod surface;
mod symbol;

#[cfg(target_arch = "wasm32")]
mod canvas;
mod svg;

#[cfg(target_arch = "wasm32")]
pub use canvas::{CanvasMeasure, canvas, layer};
pub use surface::{Lettering, SUBPIXELS, Surface};
pub use svg::{Caption, svg};

use crate::scene::{Mark, Scene};
use ink::Ink;
use paper::{Drawn, Sheet};
use plotters::backend::DrawingBackend;

/// The fonts that text is set in, best first.
pub const FONT_STACK: &str =
    r#"system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif"#;

/// Draws the ground and every mark, in order; marks outside the scene are cut, not moved.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    backend: &mut B,
    surface: &mut impl Surface,
) -> Drawn<B> {
    inked(backend, surface, |sheet| {
        let mut ink = Ink::new(scene, sheet);
        ink.ground(scene.ground);
        marks(scene, &mut ink);
    })
}

/// Draws the marks alone, on whatever is there.
pub fn paint_layer<B: DrawingBackend>(
    scene: &Scene,
    backend: &mut B,
    surface: &mut impl Surface,
) -> Drawn<B> {
    inked(backend, surface, |sheet| marks(scene, &mut Ink::new(scene, sheet)))
}

fn inked<B: DrawingBackend, S: Surface>(
    backend: &mut B,
    surface: &mut S,
    draw: impl FnOnce(&mut Sheet<B, S>),
) -> Drawn<B> {
    let mut sheet = Sheet { backend, surface, drawn: Ok(()) };
    draw(&mut sheet);
    sheet.drawn?;
    sheet.backend.present()
}

fn marks(scene: &Scene, ink: &mut Ink) {
    for mark in &scene.marks {
        match mark {
            Mark::Rect { rect, color } => ink.rect(rect, *color),
            Mark::Line { points, width, color, dash } => {
                line::draw(ink, points, *width, *color, *dash);
            }
            Mark::Symbol { at, shape, radius, color, fill } => {
                symbol::draw(ink, *at, *shape, *radius, *color, *fill);
            }
            Mark::Text { at, text, style, color, align } => {
                if !text.is_empty() && at.x.is_finite() && at.y.is_finite() {
                    ink.paper.text(*at, text, *style, *color, *align);
                }
            }
        }
    }
}
