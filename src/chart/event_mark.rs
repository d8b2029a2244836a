//! The mark of one event: its shape says of which kind it is, its fill how far it has come, and a bar
//! behind it as wide as the doubt when.

use super::drawing::Drawing;
use super::lane_frame::RADIUS;
use super::shape::{is_own, shape_of, sign_of, sign_of_event, symbols};
use super::sign::Sign;
use crate::dataset::Dataset;
use crate::geometry::{Point, Rect};
use crate::reading::{Dated, Open};
use crate::scale::Time;
use crate::scene::{Dash, Mark};

/// Half the least distance of two marks of one row.
const HALF: f64 = 6.5;
/// How far two dots of doubt reach to each side of a mark's middle, and how thick they are.
const DOUBT: f64 = 19.0;
const THICK: f64 = 3.0;
/// Between a mark and its first dot.
const GAP: f64 = 2.5;

pub(super) fn draw(drawing: &mut Drawing, time: &Time, dated: &Dated, at: Point) {
    bar(drawing, time, dated, at);
    let data = drawing.request.data;
    let event = dated.event(data);
    let status = sign_of_event(event.status);
    if let Some(sign) = status {
        drawing.seen.add(sign);
    }
    match is_own(data, event.kind) {
        true if drawing.kinds.contains(&event.kind) => {}
        true => drawing.kinds.push(event.kind),
        false if matches!(status, Some(Sign::Planned | Sign::Suggested)) => {}
        false => drawing.seen.add(sign_of(event.kind)),
    }
    let (color, ground) = (drawing.request.theme.muted, drawing.request.theme.ground);
    let shape = shape_of(data, event.kind);
    drawing.labels.block(Rect::centred(at, 2.0 * RADIUS + 2.0, 2.0 * RADIUS + 2.0));
    let sign = status.unwrap_or(Sign::Done);
    symbols(&mut drawing.symbols, at, shape, RADIUS, sign, (color, ground));
}

/// How much room a mark needs to each side of its middle, with the dots of a doubt.
pub(super) fn reach(dated: &Dated, data: &Dataset) -> f64 {
    if is_doubtful(dated, data) { DOUBT } else { HALF }
}

/// Whether its date is about or probable.
fn is_doubtful(dated: &Dated, data: &Dataset) -> bool {
    dated.event(data).date.is_some_and(|date| date.is_doubtful())
}

/// The days that it may mean, behind its mark; where they are narrower than the mark, this covers
/// them. What is doubtful has dots instead, which show in any case.
fn bar(drawing: &mut Drawing, time: &Time, dated: &Dated, at: Point) {
    let (start, end) = time.span(dated.first, dated.last);
    let is_wide = end - start > 2.0 * RADIUS + 2.0;
    let doubtful = is_doubtful(dated, drawing.request.data);
    if dated.open.is_some() {
        drawing.seen.add(Sign::Open);
    }
    match doubtful {
        true => drawing.seen.add(Sign::Unsure),
        false if is_wide => drawing.seen.add(Sign::Imprecise),
        false => {}
    }
    let (mut start, mut end) = match dated.open {
        None => (start, end),
        Some(Open::Start) => (time.left, end),
        Some(Open::End) => (start, time.right),
    };
    if doubtful {
        (start, end) = (start.min(at.x - DOUBT), end.max(at.x + DOUBT));
    }
    let (start, end) = (start.max(time.left), end.min(time.right));
    let color = drawing.request.theme.rule;
    if doubtful {
        for (from, to) in [(at.x - RADIUS - GAP, start), (at.x + RADIUS + GAP, end)] {
            let points = vec![Point::new(from, at.y), Point::new(to, at.y)];
            if (to - from) * (to - at.x) > 0.0 {
                drawing.lines.push(Mark::Line { points, width: THICK, color, dash: Dash::Dotted });
            }
        }
    } else if is_wide || dated.open.is_some() {
        let rect = Rect::new(start, at.y - 2.0, end, at.y + 2.0);
        drawing.lines.push(Mark::Rect { rect, color });
    }
}
