//! A scene on an HTML canvas, through plotters' canvas backend, and text measured by the same canvas.

use super::ink::nearest;
use super::surface::{Lettering, SUBPIXELS, Surface};
use super::{FONT_STACK, paint};
use crate::geometry::Point;
use crate::scene::{Scene, TextStyle};
use crate::text::Measure;
use js_sys::Reflect;
use plotters_canvas::CanvasBackend;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Draws `scene` with `ratio` device pixels to a CSS pixel, and sizes the canvas's store to fit.
///
/// `fonts` is a CSS list of families. The canvas's size on the page is left alone. Fails where the
/// browser grants no 2D context.
pub fn canvas(
    scene: &Scene,
    canvas: &HtmlCanvasElement,
    ratio: f64,
    fonts: &str,
) -> Result<(), JsValue> {
    let (width, height) = (nearest(scene.width * ratio), nearest(scene.height * ratio));
    if (canvas.width(), canvas.height()) != (width as u32, height as u32) {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    let context = context(canvas)?;
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or_else(no_context)?;
    let mut surface = CanvasSurface { context, ratio, fonts, tops: Vec::new(), lettering: true };
    surface.context.set_line_join("round");
    paint(scene, &mut backend, &mut surface)
        .map_err(|_| JsValue::from("the canvas cannot be drawn on"))
}

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
    fonts: &'a str,
    tops: Vec<(TextStyle, f64)>,
    /// Whether the context is scaled for text.
    lettering: bool,
}

impl Surface for CanvasSurface<'_> {
    fn ratio(&self) -> f64 {
        self.ratio
    }

    fn fonts(&self) -> &str {
        self.fonts
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
        let (ratio, top) = (self.ratio, self.top(style));
        let (x, y) = ((at.x * ratio).round(), (at.y * ratio).round() - top * ratio);
        self.context.set_transform(ratio, 0.0, 0.0, ratio, x, y).ok();
        self.lettering = true;
        Lettering { at: (0, 0), size: style.size }
    }
}

impl CanvasSurface<'_> {
    /// How far above the baseline the backend's top anchor lies: each browser has its own idea.
    fn top(&mut self, style: TextStyle) -> f64 {
        if let Some((_, top)) = self.tops.iter().find(|(known, _)| *known == style) {
            return *top;
        }
        set_font(&self.context, style, self.fonts);
        let ascent = |baseline: &str| {
            self.context.set_text_baseline(baseline);
            self.context.measure_text("H").map_or(0.0, |text| text.actual_bounding_box_ascent())
        };
        let top = ascent("alphabetic") - ascent("top");
        self.tops.push((style, top));
        top
    }
}

fn set_font(context: &CanvasRenderingContext2d, style: TextStyle, fonts: &str) {
    let weight = if style.bold { "bold" } else { "normal" };
    context.set_font(&format!("{weight} {}px {fonts}", style.size));
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
}

/// A chart has some hundred texts; a cache this large has outlived its chart.
const CACHE_LIMIT: usize = 1024;

impl CanvasMeasure {
    /// On a canvas of its own, as drawing changes the font that is set.
    pub fn new(canvas: &HtmlCanvasElement) -> Result<CanvasMeasure, JsValue> {
        let context = context(canvas)?;
        Ok(CanvasMeasure { context, fonts: FONT_STACK.into(), cache: RefCell::default() })
    }

    pub fn fonts(&self) -> &str {
        &self.fonts
    }

    /// Measures in other fonts from now on, or anew in the same.
    pub fn set_fonts(&mut self, fonts: &str) {
        self.fonts = fonts.into();
        self.cache = RefCell::default();
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
        if cache.style != Some(style) {
            set_font(&self.context, style, &self.fonts);
            cache.style = Some(style);
        }
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
