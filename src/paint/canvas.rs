//! A scene on an HTML canvas, through plotters' canvas backend, and text measured by the same canvas.

use super::ink::nearest;
use super::surface::{Lettering, SUBPIXELS, Surface};
use super::{FONT_STACK, paint, paint_layer};
use crate::geometry::Point;
use crate::scene::{Scene, TextStyle};
use crate::text::Measure;
use js_sys::Reflect;
use plotters_canvas::CanvasBackend;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Draws `scene` with `ratio` device pixels to a CSS pixel; answers how many rows of them it takes.
///
/// The canvas's store is as wide as the scene and as high, rounded up to whole `step`s: a new store
/// costs as much time as the drawing, and a plot that changes its height can keep the one it has.
/// The canvas's size on the page is left alone. Fails where the browser grants no 2D context.
pub fn canvas(
    scene: &Scene,
    canvas: &HtmlCanvasElement,
    ratio: f64,
    step: u32,
    measure: &CanvasMeasure,
) -> Result<u32, JsValue> {
    let pixels = |length: f64| nearest(length * ratio) as u32;
    let (width, rows) = (pixels(scene.width), pixels(scene.height));
    let height = rows.next_multiple_of(step);
    let fits = (canvas.width(), canvas.height()) == (width, height);
    if !fits {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let context = context(canvas)?;
    context.set_line_join("round");
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or_else(no_context)?;
    let mut surface = CanvasSurface { context, ratio, measure, lettering: true };
    let mut ink = |scene: &Scene| {
        paint(scene, &mut backend, &mut surface)
            .map_err(|_| JsValue::from("the canvas cannot be drawn on"))
    };
    if !fits && height > rows {
        ink(&Scene::blank(scene.width, f64::from(height) / ratio, scene.ground))?;
    }
    ink(scene)?;
    Ok(rows)
}

/// Draws `scene`, up to its `foot`, as a layer that lets through what is below it.
///
/// Fails where the browser grants no 2D context.
pub fn layer(
    scene: &Scene,
    canvas: &HtmlCanvasElement,
    ratio: f64,
    foot: f64,
    measure: &CanvasMeasure,
) -> Result<(), JsValue> {
    let pixels = |length: f64| nearest(length * ratio) as u32;
    let (width, height) = (pixels(scene.width), pixels(foot));
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    let context = context(canvas)?;
    context.clear_rect(0.0, 0.0, EVERYWHERE, EVERYWHERE);
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or_else(no_context)?;
    let mut surface = CanvasSurface { context, ratio, measure, lettering: true };
    paint_layer(scene, &mut backend, &mut surface)
        .map_err(|_| JsValue::from("the canvas cannot be drawn on"))
}

/// More units of a context's own, however it is scaled, than a canvas is wide.
const EVERYWHERE: f64 = 1e6;

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    let context = canvas.get_context("2d")?.ok_or_else(no_context)?;
    // Otherwise "start" is where the page's direction starts.
    Reflect::set(&context, &"direction".into(), &"ltr".into())?;
    Ok(context.unchecked_into())
}

fn no_context() -> JsValue {
    "the canvas has no 2D context".into()
}

struct CanvasSurface<'a> {
    context: CanvasRenderingContext2d,
    ratio: f64,
    measure: &'a CanvasMeasure,
    /// Whether the context is scaled for text.
    lettering: bool,
}

impl Surface for CanvasSurface<'_> {
    fn ratio(&self) -> f64 {
        self.ratio
    }

    fn fonts(&self) -> &str {
        self.measure.fonts()
    }

    fn shapes(&mut self) {
        if self.lettering {
            let scale = 1.0 / SUBPIXELS;
            self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok();
            self.lettering = false;
        }
    }

    /// Text is asked for in CSS pixels on a scaled context, so that fonts with optical sizes look
    /// as they do on the page; its baseline starts on a whole device pixel.
    fn text(&mut self, at: Point, style: TextStyle) -> Lettering {
        let (ratio, top) = (self.ratio, self.measure.top(style));
        let (x, y) = ((at.x * ratio).round(), (at.y * ratio).round() - top * ratio);
        self.context.set_transform(ratio, 0.0, 0.0, ratio, x, y).ok();
        self.lettering = true;
        Lettering { at: (0, 0), size: style.size }
    }
}

/// Measures text as the canvas will draw it, each text once.
pub struct CanvasMeasure {
    context: CanvasRenderingContext2d,
    /// A CSS list of families.
    fonts: String,
    cache: RefCell<Cache>,
}

#[derive(Default)]
struct Cache {
    /// The style that the context's font is set to.
    style: Option<TextStyle>,
    /// Sorted by text, then by size and weight.
    widths: Vec<(String, TextStyle, f64)>,
    tops: Vec<(TextStyle, f64)>,
}

/// A chart has some hundred texts; a cache this large has outlived its chart.
const CACHE_LIMIT: usize = 1024;

impl CanvasMeasure {
    /// On a canvas of its own, as drawing changes the font that is set.
    pub fn new(canvas: &HtmlCanvasElement) -> Result<CanvasMeasure, JsValue> {
        let context = context(canvas)?;
        Ok(CanvasMeasure { context, fonts: FONT_STACK.into(), cache: RefCell::default() })
    }

    /// The CSS list of font families that it measures in.
    pub fn fonts(&self) -> &str {
        &self.fonts
    }

    /// Measures in other fonts from now on, or anew in the same.
    pub fn set_fonts(&mut self, fonts: &str) {
        self.fonts = fonts.into();
        self.cache = RefCell::default();
    }

    /// How far above the baseline the backend's top anchor lies: each browser has its own idea.
    fn top(&self, style: TextStyle) -> f64 {
        let mut cache = self.cache.borrow_mut();
        if let Some((_, top)) = cache.tops.iter().find(|(known, _)| *known == style) {
            return *top;
        }
        self.set_font(&mut cache, style);
        let ascent = |baseline: &str| {
            self.context.set_text_baseline(baseline);
            self.context.measure_text("H").map_or(0.0, |text| text.actual_bounding_box_ascent())
        };
        let top = ascent("alphabetic") - ascent("top");
        cache.tops.push((style, top));
        top
    }

    fn set_font(&self, cache: &mut Cache, style: TextStyle) {
        if cache.style != Some(style) {
            let weight = if style.bold { "bold" } else { "normal" };
            self.context.set_font(&format!("{weight} {}px {}", style.size, self.fonts));
            cache.style = Some(style);
        }
    }
}

impl Measure for CanvasMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        let mut cache = self.cache.borrow_mut();
        let order = |(known, of, _): &(String, TextStyle, f64)| {
            let size = of.size.total_cmp(&style.size);
            known.as_str().cmp(text).then(size).then(of.bold.cmp(&style.bold))
        };
        let place = match cache.widths.binary_search_by(order) {
            Ok(found) => return cache.widths[found].2,
            Err(place) => place,
        };
        self.set_font(&mut cache, style);
        let width = self.context.measure_text(text).map_or(0.0, |text| text.width());
        if cache.widths.len() >= CACHE_LIMIT {
            cache.widths.clear();
            cache.widths.push((text.to_owned(), style, width));
        } else {
            cache.widths.insert(place, (text.to_owned(), style, width));
        }
        width
    }
}
