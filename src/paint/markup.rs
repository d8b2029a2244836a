//! A plotters backend that writes SVG elements: whole numbers, and nothing that is so by default.
//!
//! Plotters' own SVG backend prints through `core::fmt` and repeats on every element what the root
//! says once; in wasm it weighed more than all shapes of a chart.

use crate::dataset::decimal;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::convert::Infallible;

type Written = Result<(), DrawingErrorKind<Infallible>>;

/// Text hangs from its top: its baseline is this part of its size below.
pub const TOP_OFFSET: f64 = 0.76;

/// Elements, one a line.
pub struct Markup {
    pub text: String,
    size: (u32, u32),
}

impl Markup {
    pub fn new(size: (u32, u32)) -> Markup {
        Markup { text: String::new(), size }
    }

    fn open(&mut self, tag: &str) {
        self.text.push('<');
        self.text.push_str(tag);
    }

    fn close(&mut self) -> Written {
        self.text.push_str("/>\n");
        Ok(())
    }

    fn attribute(&mut self, name: &str, value: &str) {
        for part in [" ", name, "=\"", value, "\""] {
            self.text.push_str(part);
        }
    }

    fn numbers(&mut self, pairs: &[(&str, i32)]) {
        for (name, number) in pairs {
            self.attribute(name, &decimal((*number).into()));
        }
    }

    fn color(&mut self, name: &str, color: BackendColor) {
        let (red, green, blue) = color.rgb;
        let mut value = String::from("#");
        for byte in [red, green, blue] {
            for digit in [byte >> 4, byte & 15] {
                value.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
        self.attribute(name, &value);
    }

    /// Filled with a colour, or outlined in it.
    fn area(&mut self, color: BackendColor, fill: bool) {
        if fill {
            self.color("fill", color);
        } else {
            self.attribute("fill", "none");
            self.color("stroke", color);
        }
    }

    fn points(&mut self, points: &mut dyn Iterator<Item = BackendCoord>) -> Written {
        let mut value = String::new();
        for (x, y) in points {
            for part in [&decimal(x.into()), ",", &decimal(y.into()), " "] {
                value.push_str(part);
            }
        }
        self.attribute("points", &value);
        self.close()
    }
}

impl DrawingBackend for Markup {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        self.text.push_str("</svg>\n");
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Written {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Written {
        self.open("rect");
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        self.numbers(&[("x", from.0), ("y", from.1), ("width", width), ("height", height)]);
        self.area(style.color(), fill);
        self.close()
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        self.open("polyline");
        self.area(style.color(), false);
        self.numbers(&[("stroke-width", style.stroke_width() as i32)]);
        self.points(&mut path.into_iter())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        self.open("polygon");
        self.area(style.color(), true);
        self.points(&mut path.into_iter())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Written {
        self.open("circle");
        self.numbers(&[("cx", at.0), ("cy", at.1), ("r", radius as i32)]);
        self.area(style.color(), fill);
        self.numbers(&[("stroke-width", style.stroke_width() as i32)]);
        self.close()
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Written {
        self.open("text");
        self.numbers(&[("x", at.0), ("y", at.1)]);
        self.attribute("dy", "0.76em");
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => self.attribute("text-anchor", "middle"),
            HPos::Right => self.attribute("text-anchor", "end"),
        }
        self.attribute("font-size", &decimal(style.size()));
        self.color("fill", style.color());
        if matches!(style.style(), FontStyle::Bold) {
            self.attribute("font-weight", "bold");
        }
        self.text.push('>');
        escape(text, &mut self.text);
        self.text.push_str("</text>\n");
        Ok(())
    }
}

/// A text as content or as the value of an attribute.
pub fn escape(text: &str, out: &mut String) {
    for char in text.chars() {
        match char {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            _ => out.push(char),
        }
    }
}
