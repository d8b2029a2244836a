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
pub(super) const TOP_OFFSET: f64 = 0.76;

/// Elements, one a line; neighbours of one look are one path. The root has no fill.
pub(super) struct Markup {
    pub text: String,
    size: (u32, u32),
    /// Where the last path begins and its outline does; what stands between is its look.
    path: (usize, usize),
}

/// What ends a path, and is taken off again where the next one continues it.
const END: &str = "\"/>\n";

impl Markup {
    pub(super) fn new(size: (u32, u32)) -> Markup {
        Markup { text: String::new(), size, path: (0, 0) }
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

    /// Filled with a colour, or outlined in it with a width.
    fn look(&mut self, color: BackendColor, width: Option<u32>) {
        match width {
            None => self.color("fill", color),
            Some(width) => {
                self.color("stroke", color);
                self.numbers(&[("stroke-width", width as i32)]);
            }
        }
    }

    /// Through the points, each after the first told by its way from the one before. Goes on with
    /// the path before it where both look the same and `joins`.
    fn outline(
        &mut self,
        color: BackendColor,
        width: Option<u32>,
        joins: bool,
        points: &mut dyn Iterator<Item = BackendCoord>,
    ) -> Written {
        let (start, (before, data)) = (self.text.len(), self.path);
        self.open("path");
        self.look(color, width);
        self.text.push_str(" d=\"");
        let same = self.text[before..data] == self.text[start..];
        if joins && same && self.text[data..start].lines().count() == 1 {
            self.text.truncate(start - END.len());
        } else {
            self.path = (start, if joins { self.text.len() } else { start });
        }
        let mut from = None;
        for at in points {
            let (x, y) = from.map_or(at, |(x, y)| (at.0 - x, at.1 - y));
            let across = from.is_none() || x != 0;
            let down = from.is_none() || y != 0;
            self.text.push(match (from, across, down) {
                (None, ..) => 'M',
                (_, _, false) => 'h',
                (_, false, _) => 'v',
                _ => 'l',
            });
            if across || !down {
                self.text.push_str(&decimal(x.into()));
            }
            if down {
                // A sign parts the numbers too.
                if across && y >= 0 {
                    self.text.push(' ');
                }
                self.text.push_str(&decimal(y.into()));
            }
            from = Some(at);
        }
        if width.is_none() {
            self.text.push('z');
        }
        self.text.push_str(END);
        Ok(())
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
        let (left, top, right, bottom) = (from.0, from.1, to.0, to.1);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        let width = (!fill).then(|| style.stroke_width());
        let closed = corners.into_iter().chain((!fill).then_some(from));
        self.outline(style.color(), width, true, &mut { closed })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        self.outline(style.color(), Some(style.stroke_width()), true, &mut path.into_iter())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        // Where two of other turns overlap, one path would have a hole.
        self.outline(style.color(), None, false, &mut path.into_iter())
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
        self.look(style.color(), (!fill).then(|| style.stroke_width()));
        self.close()
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Written {
        self.open("text");
        let baseline = at.1 + (TOP_OFFSET * style.size() + 0.5) as i32;
        self.numbers(&[("x", at.0), ("y", baseline)]);
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
pub(super) fn escape(text: &str, out: &mut String) {
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
