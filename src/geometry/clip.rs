//! What of a line lies inside a rectangle; nothing is moved onto its edge.

use super::{Point, Rect};

/// The part of the segment from `a` to `b` inside `rect`; none for coordinates that are not finite.
pub fn segment(a: Point, b: Point, rect: &Rect) -> Option<(Point, Point)> {
    if ![a.x, a.y, b.x, b.y].iter().all(|value| value.is_finite()) {
        return None;
    }
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let edges = [
        (-dx, a.x - rect.left),
        (dx, rect.right - a.x),
        (-dy, a.y - rect.top),
        (dy, rect.bottom - a.y),
    ];
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (towards, room) in edges {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            enter = enter.max(room / towards);
        } else {
            leave = leave.min(room / towards);
        }
    }
    let at = |share: f64| Point::new(a.x + share * dx, a.y + share * dy);
    let start = if enter > 0.0 { at(enter) } else { a };
    let end = if leave < 1.0 { at(leave) } else { b };
    (enter <= leave).then_some((start, end))
}

/// The runs of a polyline inside `rect`, each of two or more points.
pub fn polyline(points: &[Point], rect: &Rect) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let Some((start, end)) = segment(pair[0], pair[1], rect) else { continue };
        match runs.last_mut() {
            Some(run) if run.last() == Some(&start) => run.push(end),
            _ => runs.push(vec![start, end]),
        }
    }
    runs
}

/// The part of `rect` inside `bounds`, if they share area.
pub fn rect(rect: &Rect, bounds: &Rect) -> Option<Rect> {
    rect.overlaps(bounds).then(|| Rect {
        left: rect.left.max(bounds.left),
        top: rect.top.max(bounds.top),
        right: rect.right.min(bounds.right),
        bottom: rect.bottom.min(bounds.bottom),
    })
}
