//! The calls that the native renderer makes, in the words of `pages/recorder.js`.

use bilateral::geometry::Point;
use bilateral::paint::{Lettering, SUBPIXELS, Surface, paint, paint_layer};
use bilateral::scene::{Scene, TextStyle};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::convert::Infallible;

/// What is drawn of a scene with one device pixel to a CSS pixel.
pub(crate) fn record(scene: &Scene) -> Vec<String> {
    noted(|recorder| paint(scene, recorder, &mut Screen))
}

/// The same of a layer, which has no ground.
pub(crate) fn record_layer(scene: &Scene) -> Vec<String> {
    noted(|recorder| paint_layer(scene, recorder, &mut Screen))
}

fn noted(draw: impl FnOnce(&mut Recorder) -> Noted) -> Vec<String> {
    let mut recorder = Recorder::default();
    match draw(&mut recorder) {
        Ok(()) => recorder.0,
        Err(error) => unreachable!("noting failed: {error}"),
    }
}

struct Screen;

impl Surface for Screen {
    fn ratio(&self) -> f64 {
        1.0
    }

    fn fonts(&self) -> &str {
        "sans-serif"
    }

    /// As on a canvas, where a baseline starts on a whole pixel.
    fn text(&mut self, at: Point, style: TextStyle) -> Lettering {
        Lettering { at: (at.x.round() as i32, at.y.round() as i32), size: style.size }
    }
}

#[derive(Default)]
struct Recorder(Vec<String>);

type Noted = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    fn note(&mut self, call: String) -> Noted {
        self.0.push(call);
        Ok(())
    }
}

fn hex(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn list(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let points: Vec<String> = points.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
    points.join(" ")
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (0, 0)
    }

    fn ensure_prepared(&mut self) -> Noted {
        Ok(())
    }

    fn present(&mut self) -> Noted {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Noted {
        self.note(format!("pixel {at:?} {}", hex(color)))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _: bool,
    ) -> Noted {
        let (width, height) = (right - left, bottom - top);
        self.note(format!("rect {left} {top} {width} {height} {}", hex(style.color())))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Noted {
        let width = style.stroke_width();
        self.note(format!("stroke {} {width} {}", list(path), hex(style.color())))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Noted {
        self.note(format!("fill {} {}", list(corners), hex(style.color())))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        filled: bool,
    ) -> Noted {
        let color = hex(style.color());
        self.note(match filled {
            true => format!("disc {x} {y} {radius} {color}"),
            false => format!("ring {x} {y} {radius} {} {color}", style.stroke_width()),
        })
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Noted {
        let align = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { "bold" } else { "regular" };
        let (size, color) = (style.size(), hex(style.color()));
        self.note(format!("text {x} {y} {align} {size} {weight} {color} {text}"))
    }
}

/// The recorder counts in the steps that shapes are handed over in.
const _: () = assert!(SUBPIXELS == 16.0);
