//! The mark of one event: its shape says of which kind it is, its fill how far it has come, and a bar
//! behind it as wide as the doubt when.

use super::drawing::Drawing;
use super::lane_frame::RADIUS;
use super::shape::{own_outline, shape_of, sign_of, sign_of_event, symbols};
use super::sign::Sign;
use crate::geometry::{Point, Rect};
use crate::reading::Dated;
use crate::scale::Time;
use crate::scene::Mark;

pub(super) fn draw(drawing: &mut Drawing, time: &Time, dated: &Dated, at: Point) {
    bar(drawing, time, dated, at);
    let data = drawing.request.data;
    let event = dated.event(data);
    let status = sign_of_event(event.status);
    if let Some(sign) = status {
        drawing.seen.add(sign);
    }
    match own_outline(data, event.kind) {
        Some(_) if drawing.kinds.contains(&event.kind) => {}
        Some(_) => drawing.kinds.push(event.kind),
        None if matches!(status, Some(Sign::Planned | Sign::Suggested)) => {}
        None => drawing.seen.add(sign_of(event.kind)),
    }
    let (color, ground) = (drawing.request.theme.muted, drawing.request.theme.ground);
    let shape = shape_of(data, event.kind);
    drawing.labels.block(Rect::centred(at, 2.0 * RADIUS + 2.0, 2.0 * RADIUS + 2.0));
    let sign = status.unwrap_or(Sign::Done);
    symbols(&mut drawing.symbols, at, shape, RADIUS, sign, (color, ground));
}

/// Behind its own mark; where the doubt is narrower than the mark, the mark covers it.
fn bar(drawing: &mut Drawing, time: &Time, dated: &Dated, at: Point) {
    let (start, end) = time.span(dated.first, dated.last);
    if end - start > 2.0 * RADIUS + 2.0 {
        drawing.seen.add(Sign::Imprecise);
        let (start, end) = (start.max(time.left), end.min(time.right));
        let rect = Rect::new(start, at.y - 2.0, end, at.y + 2.0);
        drawing.lines.push(Mark::Rect { rect, color: drawing.request.theme.rule });
    }
}
