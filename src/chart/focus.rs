//! What a hover or a press adds to a chart that stands: a ring around each mark of the record, and a
//! hairline through the mark's own band. A layer of its own, so that neither chart nor words change.

use crate::geometry::{Point, Rect};
use crate::layout::text_rect;
use crate::scene::{Dash, Fill, Mark, Scene, Shape, Target};
use crate::text::Measure;
use crate::theme::{Color, Theme};

/// From a dot's centre.
const RING: f64 = 8.5;
/// From the edge of a span, an edge's count or a cell.
const ROOM: f64 = 3.0;
/// The thickness of an outline.
const LINE: f64 = 1.5;
/// Half the height of a line's label.
const LABEL: f64 = 9.0;
/// The thickness of a line that is chosen.
const THICK: f64 = 3.0;

/// The layer for the marks that stand for `record`; of the size of `scene`, and blank where there is
/// no such mark.
pub fn focus(scene: &Scene, theme: &Theme, measure: &dyn Measure, record: Option<&str>) -> Scene {
    let mut layer = Scene::blank(scene.width, scene.height, scene.ground);
    let Some(record) = record else { return layer };
    let labels = labels(scene, measure);
    for target in &scene.targets {
        if target.records.iter().any(|known| known == record) {
            hairline(&mut layer.marks, target, &labels, theme.focus);
            ring(&mut layer.marks, target, theme.focus);
        }
    }
    layer
}

fn labels(scene: &Scene, measure: &dyn Measure) -> Vec<Rect> {
    let mut labels = Vec::new();
    for mark in &scene.marks {
        if let Mark::Text { at, text, style, align, .. } = mark {
            labels.push(text_rect(measure.width(text, *style), *style, (*at, *align)).grown(1.0));
        }
    }
    labels
}

/// Runs through the band, and stops at labels and at the mark itself.
fn hairline(marks: &mut Vec<Mark>, target: &Target, labels: &[Rect], color: Color) {
    let (top, bottom) = target.band;
    // A line has no day of its own.
    let is_day = target.when.is_some() && target.line.is_none();
    if !is_day || target.half > 0.0 && target.cluster {
        return;
    }
    let left = (target.at.x - 0.5).round();
    let mut stops = vec![(target.at.y - RING, target.at.y + RING)];
    for label in labels.iter().filter(|label| label.left < left + 1.0 && left < label.right) {
        stops.push((label.top, label.bottom));
    }
    stops.push((bottom, f64::INFINITY));
    stops.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut from = top;
    for (start, end) in stops {
        let to = start.min(bottom);
        if to - from >= 1.0 {
            marks.push(Mark::Rect { rect: Rect::new(left, from, left + 1.0, to), color });
        }
        from = from.max(end);
    }
}

/// A line from end to end, but for its label.
fn along(marks: &mut Vec<Mark>, target: &Target, [from, to]: [Point; 2], color: Color) {
    let (across, down) = (to.x - from.x, to.y - from.y);
    // How much of the line its label hides, as a share of it: to both sides of where it stands.
    let share =
        |length: f64, room: f64| if length == 0.0 { f64::INFINITY } else { room / length.abs() };
    let hidden = share(across, target.half + ROOM).min(share(down, LABEL));
    let hidden = if target.half > 0.0 { hidden } else { 0.0 };
    let length = across * across + down * down;
    let at = (target.at.x - from.x) * across + (target.at.y - from.y) * down;
    let middle = if length > 0.0 { at / length } else { 0.5 };
    let point = |share: f64| Point::new(from.x + across * share, from.y + down * share);
    for (start, end) in [(0.0, middle - hidden), (middle + hidden, 1.0)] {
        if start < end {
            let points = vec![point(start), point(end)];
            marks.push(Mark::Line { points, width: THICK, color, dash: Dash::Solid });
        }
    }
}

fn ring(marks: &mut Vec<Mark>, target: &Target, color: Color) {
    let Target { at, half, .. } = *target;
    if let Some(ends) = target.line {
        return along(marks, target, ends, color);
    }
    if half == 0.0 && target.when.is_some() {
        let fill = Fill::Open;
        marks.push(Mark::Symbol { at, shape: Shape::Circle, radius: RING, color, fill });
        return;
    }
    let (up, down) = match target.when {
        // A cell of a matrix is as high as its row.
        None => (at.y - target.band.0 - LINE, target.band.1 - at.y - LINE),
        Some(_) => (RING, RING),
    };
    let (left, right) = (at.x - half - ROOM, at.x + half + ROOM);
    let corners = [
        Point::new(left, at.y - up),
        Point::new(right, at.y - up),
        Point::new(right, at.y + down),
        Point::new(left, at.y + down),
    ];
    let mut points = corners.to_vec();
    points.push(corners[0]);
    marks.push(Mark::Line { points, width: LINE, color, dash: Dash::Solid });
}
