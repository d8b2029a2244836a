//! `story`: a band a partner, its trade above its events, all bands on one time axis.

use super::drawing::{COMPACT, Drawing};
use super::selection::{self, Band};
use super::{Drawn, Request, axis, band, lane};

/// The room above the upper grid line, for its label and for values at the top.
const HEADROOM: f64 = 20.0;
/// The name of the band.
const NAME_ROW: f64 = 22.0;
const GAP: f64 = 14.0;
/// From this width on two rows of titles hold enough of them.
const SPACIOUS: f64 = 800.0;
/// Rows of event marks in a lane; what finds no place in them is counted in clusters.
const MOST_ROWS: u16 = 3;
/// Heights of a plot, by how many bands share the drawing.
const PLOT_ALONE: f64 = 190.0;
const PLOT_SHARED: f64 = 108.0;
const PLOT_LEAST: f64 = 56.0;

pub fn draw(request: &Request, bands: &[Band]) -> Drawn {
    let compact = request.width < COMPACT;
    let mut time = selection::time(request, bands);
    let title_rows = match request.width {
        ..COMPACT => 1,
        ..SPACIOUS => 3,
        _ => 2,
    };
    let named = bands.len() > 1;
    let name_row = if named { NAME_ROW } else { 0.0 };

    // First all heights, then the ink: labels need to know the drawing's bounds.
    let rows = lane::rows_needed(bands, &time, MOST_ROWS);
    let fixed = |rows: u16| name_row + HEADROOM + 10.0 + lane::height(rows, title_rows) + GAP;
    let all_fixed: f64 = rows.iter().map(|rows| fixed(*rows)).sum();
    let plot = match request.state.height {
        Some(height) => {
            ((height - all_fixed - axis::HEIGHT) / bands.len().max(1) as f64).max(PLOT_LEAST)
        }
        None if named => PLOT_SHARED,
        None => PLOT_ALONE,
    };
    let axis_top = all_fixed + plot * bands.len() as f64 - 4.0;

    let mut drawing = Drawing::new(request, f64::INFINITY);
    let axes = band::axes(&drawing, bands, &mut time, plot);

    let mut list = Vec::new();
    let mut top = 0.0;
    for (index, band) in bands.iter().enumerate() {
        let style = request.theme.partner(band.index);
        if named {
            drawing.name(band.index, top);
        }
        let head = top + name_row + HEADROOM;
        let lane_no = index as u16;
        let frame = band::Frame {
            head,
            foot: head + plot,
            above: 0.0,
            below: axis_top,
            lane: lane_no * 2,
            color: style.color,
            partner: band.partner.code,
            all_labels: !named,
        };
        band::draw(&mut drawing, frame, &time, axes[index], &band.values);
        let frame = lane::Frame {
            top: head + plot + 10.0,
            most_rows: MOST_ROWS,
            rows: rows[index],
            title_rows,
            named: None,
            above: 0.0,
            below: axis_top,
            lane: lane_no * 2 + 1,
            color: style.color,
        };
        lane::draw(&mut drawing, frame, &time, &band.events, compact.then_some(&mut list));
        top += fixed(rows[index]) + plot;
    }
    axis::finish(drawing, time, axis_top, list)
}
