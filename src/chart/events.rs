//! `events`: a lane a partner, all on one time axis.

use super::drawing::{COMPACT, Drawing};
use super::lane;
use super::selection::{self, Dated};
use super::{ListEntry, Request, axis, key};
use crate::scene::Scene;

const NAME_ROW: f64 = 26.0;
const GAP: f64 = 12.0;
/// Rows of marks and of titles of a wide lane, and of a lane on a phone.
const WIDE: (u16, u16) = (4, 4);
const NARROW: (u16, u16) = (3, 1);

pub fn draw(request: &Request, shown: &[usize]) -> (Scene, Vec<ListEntry>) {
    let compact = request.width < COMPACT;
    let (most_rows, title_rows) = if compact { NARROW } else { WIDE };
    let lanes: Vec<(usize, Vec<Dated>)> = shown
        .iter()
        .map(|&partner| (partner, selection::events(request, request.data.partners[partner].code)))
        .collect();
    let days =
        lanes.iter().flat_map(|(_, events)| events.iter().map(|dated| (dated.first, dated.last)));
    let time = selection::time(request, days, 0.0, request.width);
    let rows: Vec<u16> =
        lanes.iter().map(|(_, events)| lane::rows_needed(events, &time, most_rows)).collect();
    let height_of = |rows: u16| NAME_ROW + lane::height(rows, title_rows) + GAP;
    let natural: f64 = rows.iter().map(|rows| height_of(*rows)).sum();
    let spare = request.state.height.map_or(0.0, |height| {
        ((height - natural - axis::HEIGHT) / lanes.len().max(1) as f64).max(0.0)
    });
    let axis_top = natural + spare * lanes.len() as f64;

    let mut drawing = Drawing::new(request, f64::INFINITY);
    let mut list = Vec::new();
    let mut top = 0.0;
    for (index, (partner, events)) in lanes.iter().enumerate() {
        let color = request.theme.partner(*partner).color;
        drawing.name(*partner, top);
        let frame = lane::Frame {
            top: top + NAME_ROW,
            most_rows,
            rows: rows[index],
            title_rows,
            above: 0.0,
            below: axis_top,
            lane: index as u16,
            color,
        };
        lane::draw(&mut drawing, frame, &time, events, compact.then_some(&mut list));
        top += height_of(rows[index]) + spare;
    }
    axis::time_axis(&mut drawing, &time, axis_top);
    let key_top = axis_top + axis::HEIGHT;
    let height = key_top + key::height(&drawing);
    key::draw(&mut drawing, key_top);
    (drawing.finish(height), list)
}
