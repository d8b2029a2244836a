//! Eras of the package: shaded spans behind a band's plots, each with its name.

use super::drawing::{Drawing, PLAIN};
use crate::dataset::{Code, Era};
use crate::geometry::{Point, Rect};
use crate::layout::LabelPlace;
use crate::scale::Time;
use crate::scene::Align;

/// The eras that all of the partners have.
fn of<'a>(drawing: &Drawing<'a>, partners: &[Code]) -> Vec<&'a Era> {
    let mut eras = Vec::new();
    for era in &drawing.request.data.eras {
        if era.partners.is_empty() || partners.iter().all(|one| era.partners.contains(one)) {
            eras.push(era);
        }
    }
    eras
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

/// Shades the spans between `top` and `bottom`.
pub(super) fn shade(
    drawing: &mut Drawing,
    time: &Time,
    partners: &[Code],
    (top, bottom): (f64, f64),
) {
    for era in of(drawing, partners) {
        if let Some((start, end)) = span(time, era) {
            drawing.shade(Rect::new(start, top, end, bottom));
        }
    }
}

/// Names the spans, as a shade alone says nothing: inside at the upper edge, else above it, else
/// lower down, where it begins or ends with the span.
pub(super) fn name(
    drawing: &mut Drawing,
    time: &Time,
    partners: &[Code],
    (top, bottom): (f64, f64),
) {
    let (theme, language) = (drawing.request.theme, drawing.request.locale.language);
    for era in of(drawing, partners) {
        let Some((start, end)) = span(time, era) else { continue };
        let text = era.name.get(language);
        let fits = drawing.width_of(text, PLAIN) <= end - start - 8.0;
        let middle = (start + end) / 2.0;
        let inside = [14.0, 28.0].map(|down| (Point::new(start + 4.0, top + down), Align::Start));
        let mut places: Vec<LabelPlace> = if fits { inside.to_vec() } else { Vec::new() };
        let mut row = -5.0;
        while top + row < bottom - 3.0 {
            let at = |x: f64| Point::new(x, top + row);
            places.push((at(middle), Align::Middle));
            places.push((at(start + 1.0), Align::Start));
            places.push((at(end - 1.0), Align::End));
            row += if row < 0.0 { 19.0 } else { 14.0 };
        }
        if let Some(rect) = drawing.labels.put(text, PLAIN, theme.muted, &places) {
            drawing.cut(rect);
        }
    }
}
