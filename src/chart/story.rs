//! `story`: a band a partner, its trade above its events, all bands on one time axis.

use super::band_frame::BandFrame;
use super::drawing::Drawing;
use super::lane_frame::{self, LaneFrame};
use super::{Drawn, Request, band, lane, time, time_axis, value_axis};
use crate::reading::Band;
use crate::scale::Time;
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

/// The heights of all bands of a drawing.
struct Heights {
    /// The name's row; 0 where nothing is named.
    name: f64,
    /// Rows of event marks, by band.
    rows: Vec<u16>,
    title_rows: u16,
    /// Of each plot.
    plot: f64,
}

impl Heights {
    fn new(request: &Request, time: &Time) -> Heights {
        let bands = &request.reading.bands;
        let title_rows = match request.width {
            ..COMPACT => 1,
            ..SPACIOUS => 3,
            _ => 2,
        };
        let name = if bands.len() > 1 { NAME_ROW } else { 0.0 };
        let rows = lane::rows_needed(request, time, MOST_ROWS);
        let mut heights = Heights { name, rows, title_rows, plot: 0.0 };
        let count: usize = bands.iter().map(|band| band.plots.len()).sum();
        heights.plot = match request.reading.state.height {
            Some(height) => {
                let free = height - heights.all(bands) - time_axis::HEIGHT;
                (free / count.max(1) as f64).max(PLOT_LEAST)
            }
            None if count > 1 => PLOT_SHARED,
            None => PLOT_ALONE,
        };
        heights
    }

    fn all(&self, bands: &[Band]) -> f64 {
        bands.iter().enumerate().map(|(index, band)| self.band(index, band)).sum()
    }

    /// A band with the gap below it.
    fn band(&self, index: usize, band: &Band) -> f64 {
        self.name + self.plots(band) + 10.0 + self.lane(index) + GAP
    }

    fn plots(&self, band: &Band) -> f64 {
        let plots = band.plots.len() as f64;
        (HEADROOM + self.plot) * plots + BETWEEN * (plots - 1.0)
    }

    fn lane(&self, index: usize) -> f64 {
        lane_frame::height(self.rows[index], self.title_rows)
    }
}

pub(super) fn draw(request: &Request) -> Drawn {
    let (bands, compact) = (&request.reading.bands, request.reading.compact);
    let mut time = time(request);
    // First all heights, then the ink: labels need to know the drawing's bounds.
    let heights = Heights::new(request, &time);
    let axis_top = heights.all(bands) - 4.0;
    let mut drawing = Drawing::new(request);
    let axes = value_axis::axes(&drawing, &mut time, heights.plot);
    let (mut list, mut top) = (Vec::new(), 0.0);
    for (index, band) in bands.iter().enumerate() {
        let style = request.style(band.partner);
        if bands.len() > 1 {
            drawing.name(band.partner, top);
        }
        let bottom = top + heights.band(index, band) - GAP;
        let head = bottom - heights.lane(index) - 10.0 - heights.plots(band) + HEADROOM;
        let lane = index as u16 * 2;
        let mut foot = top + heights.name - BETWEEN;
        for (at, axis) in axes[index].iter().enumerate() {
            let head_of_plot = foot + BETWEEN + HEADROOM;
            foot = head_of_plot + heights.plot;
            let frame = BandFrame {
                head: head_of_plot,
                foot,
                band: (head, bottom),
                lane,
                color: style.color,
                pale: style.pale,
                partner: band.code,
                all_labels: bands.len() == 1,
            };
            band::draw(&mut drawing, frame, &time, *axis, (&band.plots[at], &band.pairs[at]));
        }
        let frame = LaneFrame {
            top: foot + 10.0,
            most_rows: MOST_ROWS,
            rows: heights.rows[index].max(1),
            title_rows: heights.title_rows,
            named: None,
            band: (head, bottom),
            lane: lane + 1,
        };
        lane::draw(&mut drawing, frame, &time, &band.events, compact.then_some(&mut list));
        top += heights.band(index, band);
    }
    time_axis::finish(drawing, time, axis_top, list)
}
