//! One plot for all partners: the time axis, grid lines, and each series named at its end.

use super::band;
use super::band_frame::BandFrame;
use super::drawing::{Drawing, MARGIN, PLAIN, STRONG};
use super::spots::{self, Spot};
use super::value_axis::ValueAxis;
use super::{Drawn, Request, dense, eras, slopes, time_axis};
use crate::dataset::Code;
use crate::geometry::{Point, Rect};
use crate::layout::text_rect;
use crate::reading::{Band, Values, whole_years};
use crate::scale::{Time, ValueScale};
use crate::scene::{Align, TextStyle};
use crate::theme::Color;

const HEADROOM: f64 = 20.0;
const PLOT: f64 = 300.0;
const PLOT_LEAST: f64 = 56.0;
/// The distance of a name and the line below it.
const LINE: f64 = 14.0;

/// The values of one partner, and what stands at their end.
pub(super) struct PartnerLine<'a> {
    pub band: &'a Band,
    pub values: &'a Values,
    pub name: &'a str,
    /// Below the name; may be empty.
    pub remark: String,
}

/// Where the plot stands: its upper and its lower grid line.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    pub head: f64,
    pub foot: f64,
}

pub(super) fn plot(request: &Request) -> Plot {
    let given = request.reading.state.height.map(|height| height - HEADROOM - time_axis::HEIGHT);
    let height = given.map_or(PLOT, |height| height.max(PLOT_LEAST));
    Plot { head: HEADROOM, foot: HEADROOM + height }
}

/// The time axis between the labels of the grid lines and the names of the series; one alone is
/// named by the words around the plot.
pub(super) fn time(drawing: &Drawing, gutter: f64, lines: &[PartnerLine]) -> Time {
    let dated = lines.iter().flat_map(|line| &line.values.dated);
    let days: Vec<_> = dated.map(|value| (value.first, value.last)).collect();
    let request = drawing.request;
    let range = whole_years(request.data, &request.reading.state, &days);
    let mut time = Time {
        from: range.from,
        to: range.to,
        left: gutter,
        right: request.width - MARGIN,
        of_years: request.reading.of_years,
    };
    if lines.len() > 1 {
        let mut widest: f64 = 0.0;
        for line in lines {
            widest = widest.max(drawing.width_of(line.name, STRONG));
            widest = widest.max(drawing.width_of(&line.remark, PLAIN));
        }
        time.right -= widest + 12.0;
    }
    time
}

/// A grid line with its label in the gutter.
pub(super) fn rule(drawing: &mut Drawing, time: &Time, y: f64, text: &str, color: Color) {
    let (y, muted) = (y.round(), drawing.request.theme.muted);
    drawing.rule(time.left, time.right, y, color);
    let at = Point::new(time.left - 8.0, y + 4.0);
    drawing.labels.put(text, PLAIN, muted, &[(at, Align::End)]);
}

/// Draws the marks of all series with what joins them, their names, and with an axis their labels.
pub(super) fn draw(
    mut drawing: Drawing,
    (plot, time, scale): (Plot, Time, ValueScale),
    lines: &[PartnerLine],
    labels: Option<ValueAxis>,
) -> Drawn {
    let partners: Vec<Code> = lines.iter().map(|line| line.band.code).collect();
    eras::shade(&mut drawing, &time, &partners, (plot.head, plot.foot));
    let mut places: Vec<(BandFrame, Vec<Option<Spot>>)> = Vec::new();
    let mut areas = Vec::new();
    for (lane, line) in lines.iter().enumerate() {
        let style = drawing.request.style(line.band.partner);
        let frame = BandFrame {
            head: plot.head,
            foot: plot.foot,
            band: (plot.head, plot.foot),
            lane: lane as u16,
            color: style.color,
            pale: style.pale,
            partner: line.band.code,
            all_labels: false,
        };
        let spots = spots::spots(&time, &scale, line.values);
        let dense = dense::dense(line.values, &spots);
        dense::draw(&mut drawing, frame, line.values, &spots, &dense);
        band::lines(&mut drawing, frame, line.values, &spots, &dense);
        band::marks(&mut drawing, frame, line.values, (&spots, &dense), style.marker);
        areas.extend(band::areas(&spots));
        places.push((frame, spots));
    }
    for (line, (frame, spots)) in lines.iter().zip(&places) {
        slopes::draw(&mut drawing, *frame, line.values, spots, &areas);
    }
    for (line, (_, spots)) in lines.iter().zip(&places).filter(|_| lines.len() > 1) {
        // A part of a year is no end of a series.
        let mut dots = spots.iter().flatten().filter(|spot| spot.half == 0.0);
        if let Some(last) = dots.next_back().or(spots.iter().flatten().next_back()) {
            name(&mut drawing, (&time, plot.foot), line, last.at.y);
        }
    }
    eras::name(&mut drawing, &time, &partners, (plot.head, plot.foot));
    if let Some(axis) = labels {
        drawing.labels.block(Rect::new(0.0, plot.head, time.left - 2.0, plot.foot));
        for (line, (frame, spots)) in lines.iter().zip(&places) {
            super::captions::labels(&mut drawing, *frame, axis, (line.values, &[]), spots, &areas);
        }
    }
    time_axis::finish(drawing, time, plot.foot, Vec::new())
}

/// How far below the plot's foot a name may stand: at the height of the years.
const BELOW: f64 = 20.0;

/// In the gutter at the height of the last value, moved up or down past other names, but not into
/// what stands below the plot.
fn name(drawing: &mut Drawing, (time, foot): (&Time, f64), line: &PartnerLine, y: f64) {
    let theme = drawing.request.theme;
    let color = drawing.request.style(line.band.partner).color;
    let rect = |text: &str, style: TextStyle, at: Point| {
        text_rect(drawing.width_of(text, style), style, (at, Align::Start))
    };
    for shift in [0.0, 14.0, -14.0, 28.0, -28.0, 42.0, -42.0, 56.0, -56.0] {
        let at = Point::new(time.right + 8.0, y + 4.0 + shift);
        let below = Point::new(at.x, at.y + LINE);
        let free = |text: &str, style: TextStyle, at: Point| {
            text.is_empty() || drawing.labels.is_free(&rect(text, style, at))
        };
        let lowest = if line.remark.is_empty() { at } else { below };
        let is_above = lowest.y <= foot + BELOW;
        if is_above && free(line.name, STRONG, at) && free(&line.remark, PLAIN, below) {
            drawing.labels.put(line.name, STRONG, color, &[(at, Align::Start)]);
            if !line.remark.is_empty() {
                drawing.labels.put(&line.remark, PLAIN, theme.muted, &[(below, Align::Start)]);
            }
            return;
        }
    }
}
