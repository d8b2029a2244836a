//! `events`: a lane a partner, all on one time axis.

use super::drawing::Drawing;
use super::{Drawn, Request, lane, lane_frame, time, time_axis};

const NAME_ROW: f64 = 26.0;
const GAP: f64 = 12.0;
/// Rows of marks and of titles of a wide lane, and of a lane on a phone.
const WIDE: (u16, u16) = (4, 4);
const NARROW: (u16, u16) = (3, 1);

pub(super) fn draw(request: &Request) -> Drawn {
    let (bands, compact) = (&request.reading.bands, request.reading.compact);
    let (most_rows, title_rows) = if compact { NARROW } else { WIDE };
    let time = time(request);
    let rows = lane::rows_needed(request, &time, most_rows);
    let height_of = |rows: u16| NAME_ROW + lane_frame::height(rows, title_rows) + GAP;
    let natural: f64 = rows.iter().map(|rows| height_of(*rows)).sum();
    let spare = request.reading.state.height.map_or(0.0, |height| {
        ((height - natural - time_axis::HEIGHT) / bands.len().max(1) as f64).max(0.0)
    });
    let axis_top = natural + spare * bands.len() as f64;

    let mut drawing = Drawing::new(request);
    let mut list = Vec::new();
    let mut top = 0.0;
    for (index, band) in bands.iter().enumerate() {
        drawing.name(band.partner, top);
        let frame = lane_frame::LaneFrame {
            top: top + NAME_ROW,
            most_rows,
            rows: rows[index].max(1),
            title_rows,
            named: Some(band.partner),
            band: (top + NAME_ROW, top + height_of(rows[index]) + spare - GAP),
            lane: index as u16,
        };
        lane::draw(&mut drawing, frame, &time, &band.events, compact.then_some(&mut list));
        top += height_of(rows[index]) + spare;
    }
    time_axis::finish(drawing, time, axis_top, list)
}
