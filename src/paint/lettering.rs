//! How backends are told of a text: its fonts, size, weight, colour and anchor.

use crate::scene::{Align, TextStyle};
use crate::theme::Color;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, FontFamily, FontStyle};
use std::convert::Infallible;

/// Plotters' own text style would measure with an element of the page, which costs a layout.
pub(super) struct Face<'a> {
    pub fonts: &'a str,
    pub size: f64,
    pub style: TextStyle,
    pub color: Color,
    pub align: Align,
}

impl BackendTextStyle for Face<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        let Color { red, green, blue } = self.color;
        BackendColor { alpha: 1.0, rgb: (red, green, blue) }
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        if self.style.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let across = match self.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        Pos::new(across, VPos::Top)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.fonts)
    }

    /// Layout is done before drawing, so nothing asks.
    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (0, 0)))
    }

    /// Backends that draw text themselves do not call this.
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
