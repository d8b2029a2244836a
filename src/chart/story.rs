//! `story`: a band a partner, its trade above its events, all bands on one time axis.

use super::band_frame::BandFrame;
use super::drawing::Drawing;
use super::{Drawn, Request, band, lane, time, time_axis, value_axis};
use crate::reading::Band;
use crate::view::COMPACT;

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

/// Between two plots of a band, below the zero line of the upper one.
const BETWEEN: f64 = 10.0;

pub fn draw(request: &Request) -> Drawn {
    let (bands, compact) = (&request.reading.bands, request.reading.compact);
    let mut time = time(request);
    let title_rows = match request.width {
        ..COMPACT => 1,
        ..SPACIOUS => 3,
        _ => 2,
    };
    let named = bands.len() > 1;
    let name_row = if named { NAME_ROW } else { 0.0 };

    // First all heights, then the ink: labels need to know the drawing's bounds.
    let rows = lane::rows_needed(request, &time, MOST_ROWS);
    let of_plots = |plots: usize| HEADROOM * plots as f64 + BETWEEN * (plots as f64 - 1.0);
    let fixed = |band: &Band, rows: u16| {
        name_row + of_plots(band.plots.len()) + 10.0 + lane::height(rows, title_rows) + GAP
    };
    let all_fixed: f64 = bands.iter().zip(&rows).map(|(band, rows)| fixed(band, *rows)).sum();
    let count: usize = bands.iter().map(|band| band.plots.len()).sum();
    let plot = match request.reading.state.height {
        Some(height) => {
            ((height - all_fixed - time_axis::HEIGHT) / count.max(1) as f64).max(PLOT_LEAST)
        }
        None if count > 1 => PLOT_SHARED,
        None => PLOT_ALONE,
    };
    let axis_top = all_fixed + plot * count as f64 - 4.0;

    let mut drawing = Drawing::new(request);
    let axes = value_axis::axes(&drawing, &mut time, plot);

    let mut list = Vec::new();
    let mut top = 0.0;
    for (index, band) in bands.iter().enumerate() {
        let style = request.style(band.partner);
        if named {
            drawing.name(band.partner, top);
        }
        let lane_no = index as u16;
        let lane_height = lane::height(rows[index], title_rows);
        let bottom = top + fixed(band, rows[index]) + plot * band.plots.len() as f64 - GAP;
        let of_band = (
            bottom - lane_height - 10.0 - of_plots(band.plots.len()) + HEADROOM
                - plot * band.plots.len() as f64,
            bottom,
        );
        let mut foot = top + name_row - BETWEEN;
        for (at, axis) in axes[index].iter().enumerate() {
            let head = foot + BETWEEN + HEADROOM;
            foot = head + plot;
            let frame = BandFrame {
                head,
                foot,
                band: of_band,
                lane: lane_no * 2,
                color: style.color,
                pale: style.pale,
                partner: band.code,
                all_labels: !named,
            };
            band::draw(&mut drawing, frame, &time, *axis, (&band.plots[at], &band.pairs[at]));
        }
        let frame = lane::LaneFrame {
            top: foot + 10.0,
            most_rows: MOST_ROWS,
            rows: rows[index],
            title_rows,
            named: None,
            band: of_band,
            lane: lane_no * 2 + 1,
        };
        lane::draw(&mut drawing, frame, &time, &band.events, compact.then_some(&mut list));
        top += fixed(band, rows[index]) + plot * band.plots.len() as f64;
    }
    time_axis::finish(drawing, time, axis_top, list)
}
