//! `trade`: values over time, a panel a partner; on another scale than a linear one all partners in
//! one plot.

use super::drawing::{COMPACT, Drawing, PLAIN};
use super::one_plot::{self, Series};
use super::selection::{self, Band};
use super::values::Values;
use super::{Drawn, Request, axis, band, indexed, offers};
use crate::locale;
use crate::scale::{Log, ValueScale, decades};
use crate::view::ScaleKind;

const HEADROOM: f64 = 20.0;
const NAME_ROW: f64 = 22.0;
const GAP: f64 = 18.0;
const PLOT_ALONE: f64 = 300.0;
const PLOT_SHARED: f64 = 150.0;
const PLOT_LEAST: f64 = 56.0;

pub fn draw(request: &Request, bands: &[Band]) -> Drawn {
    match offers::scale(request.state) {
        ScaleKind::Linear => panels(request, bands),
        ScaleKind::Log => logarithmic(request, bands),
        ScaleKind::Indexed => indexed::draw(request, bands),
    }
}

fn panels(request: &Request, bands: &[Band]) -> Drawn {
    let named = bands.len() > 1;
    let mut time = selection::time(request, bands);
    let fixed = HEADROOM + if named { NAME_ROW + GAP } else { 6.0 };
    let count = bands.len() as f64;
    let plot = match request.state.height {
        Some(height) => ((height - axis::HEIGHT) / count.max(1.0) - fixed).max(PLOT_LEAST),
        None if named => PLOT_SHARED,
        None if request.width < COMPACT => PLOT_ALONE - 80.0,
        None => PLOT_ALONE,
    };
    let axis_top = (fixed + plot) * count - if named { GAP - 8.0 } else { 0.0 };

    let mut drawing = Drawing::new(request, f64::INFINITY);
    let axes = band::axes(&drawing, bands, &mut time, plot);
    for (index, band) in bands.iter().enumerate() {
        let top = (fixed + plot) * index as f64;
        let color = request.theme.partner(band.index).color;
        if named {
            drawing.name(band.index, top);
        }
        let head = top + HEADROOM + if named { NAME_ROW } else { 0.0 };
        let frame = band::Frame {
            head,
            foot: head + plot,
            above: 0.0,
            below: axis_top,
            lane: index as u16,
            color,
            partner: band.partner.code,
            all_labels: true,
        };
        band::draw(&mut drawing, frame, &time, axes[index], &band.values);
    }
    axis::finish(drawing, time, axis_top, Vec::new())
}

/// One log plot for all partners: dots only, as no line or bar means anything on it.
fn logarithmic(request: &Request, bands: &[Band]) -> Drawn {
    let locale = request.locale;
    let range = selection::time(request, bands);
    let mut positive = Vec::new();
    let (mut min, mut max) = (f64::MAX, f64::MIN_POSITIVE);
    for band in bands {
        let mut dated = band.values.dated.clone();
        dated.retain(|value| value.value > 0.0 && range.contains(value.first, value.last));
        for value in &dated {
            (min, max) = (min.min(value.value), max.max(value.value));
        }
        positive.push(Values { dated, joins: vec![], slopes: vec![], undated: vec![] });
    }
    if min > max {
        return super::nothing(request);
    }
    let mut series = Vec::new();
    for (band, values) in bands.iter().zip(&positive) {
        let name = band.partner.name.get(locale.language);
        series.push(Series { band, values, name, remark: String::new() });
    }
    let mut drawing = Drawing::new(request, f64::INFINITY);
    let mut lines = Vec::new();
    let mut gutter: f64 = 0.0;
    for power in decades(min, max) {
        let text = match band::is_money(request.state.measure) {
            true => locale::money(locale, power),
            false => locale::number(locale, power, 0),
        };
        gutter = gutter.max(drawing.width_of(&text, PLAIN) + 8.0);
        lines.push((power, text));
    }
    let time = one_plot::time(&drawing, gutter, &series);
    let plot = one_plot::plot(request);
    let (bottom, top) = (lines[0].0, lines[lines.len() - 1].0);
    let scale = ValueScale::Log(Log { bottom, top, foot: plot.foot, head: plot.head });
    for (power, text) in &lines {
        one_plot::line(&mut drawing, &time, scale.at(*power), text, request.theme.grid);
    }
    let labels = Some(band::Axis::of_any(request.state.measure));
    one_plot::draw(drawing, (plot, time, scale), &series, labels)
}
