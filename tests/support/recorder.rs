//! A plotters backend that remembers what it is asked to draw.

use bilateral::geometry::Point;
use bilateral::paint::{Lettering, SUBPIXELS, Surface};
use bilateral::scene::TextStyle;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::convert::Infallible;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Call {
    /// Left, top, right, bottom of a filled rectangle.
    Rect([i32; 4]),
    Polygon(Vec<BackendCoord>),
    Path {
        points: Vec<BackendCoord>,
        width: u32,
    },
    Circle {
        at: BackendCoord,
        radius: u32,
        filled: bool,
    },
    Text {
        text: String,
        at: BackendCoord,
        across: &'static str,
        bold: bool,
    },
}

impl Call {
    /// Points that bound what is drawn, strokes taken by their width.
    pub(crate) fn extremes(&self) -> Vec<BackendCoord> {
        match self {
            Call::Rect([left, top, right, bottom]) => vec![(*left, *top), (*right, *bottom)],
            Call::Polygon(points) => points.clone(),
            Call::Path { points, .. } => points.clone(),
            Call::Circle { at: (x, y), radius, .. } => {
                let radius = *radius as i32;
                vec![(x - radius, y - radius), (x + radius, y + radius)]
            }
            Call::Text { at, .. } => vec![*at],
        }
    }

    /// Of a filled shape, in square units.
    pub(crate) fn area(&self) -> f64 {
        match self {
            Call::Rect([left, top, right, bottom]) => {
                f64::from(right - left) * f64::from(bottom - top)
            }
            Call::Circle { radius, .. } => std::f64::consts::PI * f64::from(*radius).powi(2),
            Call::Polygon(points) => {
                let next = points.iter().cycle().skip(1);
                let cross = |((ax, ay), (bx, by)): (&BackendCoord, &BackendCoord)| {
                    f64::from(*ax) * f64::from(*by) - f64::from(*bx) * f64::from(*ay)
                };
                points.iter().zip(next).map(cross).sum::<f64>().abs() / 2.0
            }
            Call::Path { .. } | Call::Text { .. } => 0.0,
        }
    }
}

#[derive(Default)]
pub(crate) struct Recorder {
    pub calls: Vec<Call>,
}

/// A surface that takes text where the scene has it, in steps of a pixel.
pub(crate) struct Page {
    pub ratio: f64,
}

impl Surface for Page {
    fn ratio(&self) -> f64 {
        self.ratio
    }

    fn fonts(&self) -> &str {
        "sans-serif"
    }

    fn text(&mut self, at: Point, style: TextStyle) -> Lettering {
        let steps = |css: f64| (css * self.ratio * SUBPIXELS).round() as i32;
        Lettering { at: (steps(at.x), steps(at.y)), size: style.size }
    }
}

type Recorded = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    fn note(&mut self, call: Call) -> Recorded {
        self.calls.push(call);
        Ok(())
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (0, 0)
    }

    fn ensure_prepared(&mut self) -> Recorded {
        Ok(())
    }

    fn present(&mut self) -> Recorded {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, _: BackendColor) -> Recorded {
        panic!("a pixel drawn one by one at {at:?}")
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _: &S) -> Recorded {
        panic!("a line that blurs on whole coordinates, from {a:?} to {b:?}")
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        _: &S,
        fill: bool,
    ) -> Recorded {
        assert!(fill, "an outlined rectangle loses its stroke width as SVG");
        self.note(Call::Rect([left, top, right, bottom]))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Recorded {
        let points = path.into_iter().collect();
        self.note(Call::Path { points, width: style.stroke_width() })
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        radius: u32,
        _: &S,
        filled: bool,
    ) -> Recorded {
        self.note(Call::Circle { at, radius, filled })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        _: &S,
    ) -> Recorded {
        self.note(Call::Polygon(vertices.into_iter().collect()))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Recorded {
        let across = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "centre",
            HPos::Right => "right",
        };
        let bold = matches!(style.style(), FontStyle::Bold);
        self.note(Call::Text { text: text.to_owned(), at, across, bold })
    }
}
