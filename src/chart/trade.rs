//! `trade`: values over time, a panel a partner and unit; on another scale than a linear one all
//! partners in one plot.

use super::band_frame::BandFrame;
use super::drawing::{Drawing, PLAIN};
use super::one_plot::{self, PartnerLine};
use super::value_axis::{self, ValueAxis};
use super::{Drawn, Request, band, indexed, time, time_axis};
use crate::reading::{Values, tie};
use crate::scale::{Log, ValueScale, decades};
use crate::view::ScaleKind;

const HEADROOM: f64 = 20.0;
const NAME_ROW: f64 = 22.0;
const GAP: f64 = 18.0;
const PLOT_ALONE: f64 = 300.0;
const PLOT_SHARED: f64 = 150.0;
const PLOT_LEAST: f64 = 56.0;

pub(super) fn draw(request: &Request) -> Drawn {
    match request.reading.scale {
        ScaleKind::Linear => panels(request),
        ScaleKind::Log => logarithmic(request),
        ScaleKind::Indexed => indexed::draw(request),
    }
}

fn panels(request: &Request) -> Drawn {
    let bands = &request.reading.bands;
    let panels: usize = bands.iter().map(|band| band.plots.len()).sum();
    let (named, several) = (bands.len() > 1, panels > 1);
    let mut time = time(request);
    let fixed = HEADROOM + if several { GAP } else { 6.0 };
    let names = if named { NAME_ROW * bands.len() as f64 } else { 0.0 };
    let plot = match request.reading.state.height {
        Some(height) => {
            let room = height - time_axis::HEIGHT - names;
            (room / panels.max(1) as f64 - fixed).max(PLOT_LEAST)
        }
        None if several => PLOT_SHARED,
        None if request.reading.compact => PLOT_ALONE - 80.0,
        None => PLOT_ALONE,
    };
    let axis_top = (fixed + plot) * panels as f64 + names - if several { GAP - 8.0 } else { 0.0 };

    let mut drawing = Drawing::new(request);
    let axes = value_axis::axes(&drawing, &mut time, plot);
    let mut top = 0.0;
    for (index, band) in bands.iter().enumerate() {
        let style = request.style(band.partner);
        if named {
            drawing.name(band.partner, top);
            top += NAME_ROW;
        }
        for (at, axis) in axes[index].iter().enumerate() {
            let head = top + HEADROOM;
            let frame = BandFrame {
                head,
                foot: head + plot,
                band: (head, head + plot),
                lane: index as u16,
                color: style.color,
                pale: style.pale,
                partner: band.code,
                all_labels: true,
            };
            band::draw(&mut drawing, frame, &time, *axis, (&band.plots[at], &band.pairs[at]));
            top += fixed + plot;
        }
    }
    time_axis::finish(drawing, time, axis_top, Vec::new())
}

/// How many grid lines a logarithm has at most.
const MOST_RULES: usize = 10;

/// One log plot for all partners: dots only, as no line or bar means anything on it.
fn logarithmic(request: &Request) -> Drawn {
    let reading = request.reading;
    let mut positive = Vec::new();
    let (mut min, mut max) = (f64::MAX, f64::MIN_POSITIVE);
    for band in &reading.bands {
        let mut dated: Vec<_> = band.dated().cloned().collect();
        dated.retain(|value| value.value > 0.0 && reading.range.touches(value.first, value.last));
        for value in &dated {
            (min, max) = (min.min(value.value), max.max(value.value));
        }
        let mut values = Values { unit: band.plots[0].unit, dated, ..Values::default() };
        tie(request.data, &mut values);
        // No line means anything on this scale.
        values.joins = Vec::new();
        positive.push(values);
    }
    let Some(unit) = reading.units.first().filter(|_| min <= max) else {
        return super::nothing(request);
    };
    let mut lines = Vec::new();
    for (band, values) in reading.bands.iter().zip(&positive) {
        let name = band.partner(request.data).name.get(request.locale.language);
        lines.push(PartnerLine { band, values, name, remark: String::new() });
    }
    let mut drawing = Drawing::new(request);
    let mut rules = Vec::new();
    let mut gutter: f64 = 0.0;
    for power in decades(min, max) {
        let text = drawing.amount(power, *unit);
        gutter = gutter.max(drawing.width_of(&text, PLAIN) + 8.0);
        rules.push((power, text));
    }
    let time = one_plot::time(&drawing, gutter, &lines);
    let plot = one_plot::plot(request);
    let (bottom, top) = (rules[0].0, rules[rules.len() - 1].0);
    let scale = ValueScale::Log(Log { bottom, top, foot: plot.foot, head: plot.head });
    for (power, text) in rules.iter().step_by(rules.len().div_ceil(MOST_RULES)) {
        one_plot::rule(&mut drawing, &time, scale.at(*power), text, request.theme.grid);
    }
    let labels = Some(ValueAxis::of_any(*unit));
    one_plot::draw(drawing, (plot, time, scale), &lines, labels)
}
