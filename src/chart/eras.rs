//! Eras of the package: shaded spans behind a band's plots, each with its name.

use super::drawing::{Drawing, PLAIN};
use crate::dataset::{Code, Era};
use crate::geometry::{Point, Rect};
use crate::scale::Time;
use crate::scene::{Align, Mark};

/// How much of the grid's colour the shade has, in per cent.
const SHADE: u8 = 45;

/// The eras of a partner, and of all.
fn of<'a>(drawing: &Drawing<'a>, partner: Code) -> impl Iterator<Item = &'a Era> + use<'a> {
    let eras = drawing.request.data.eras.iter();
    eras.filter(move |era| era.partners.is_empty() || era.partners.contains(&partner))
}

/// Where an era lies on the axis; none outside it. An open end reaches to the axis' own.
fn span(time: &Time, era: &Era) -> Option<(f64, f64)> {
    let first = era.period.and_then(|period| period.first()).unwrap_or(time.from);
    let last = era.period.and_then(|period| period.last()).unwrap_or(time.to);
    if !time.contains(first, last) {
        return None;
    }
    let (start, end) = time.span(first, last);
    Some((start.max(time.left), end.min(time.right)))
}

/// Shades the spans between `top` and `bottom`; called before anything else is drawn there.
pub(super) fn shade(drawing: &mut Drawing, time: &Time, partner: Code, (top, bottom): (f64, f64)) {
    let theme = drawing.request.theme;
    let color = theme.ground.mixed(theme.grid, SHADE);
    for era in of(drawing, partner) {
        if let Some((start, end)) = span(time, era) {
            let rect = Rect::new(start, top, end, bottom);
            drawing.lines.push(Mark::Rect { rect, color });
        }
    }
}

/// Names the spans at their upper edge, where there is room.
pub(super) fn name(drawing: &mut Drawing, time: &Time, partner: Code, top: f64) {
    let (theme, language) = (drawing.request.theme, drawing.request.locale.language);
    for era in of(drawing, partner) {
        let Some((start, end)) = span(time, era) else { continue };
        let text = era.name.get(language);
        if drawing.width_of(text, PLAIN) <= end - start - 8.0 {
            let places =
                [14.0, 28.0].map(|down| (Point::new(start + 4.0, top + down), Align::Start));
            drawing.labels.put(text, PLAIN, theme.muted, &places);
        }
    }
}
