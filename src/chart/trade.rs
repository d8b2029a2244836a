//! `trade`: values over time, a panel a partner; on a log scale dots of all partners in one plot.

use super::drawing::{COMPACT, Drawing, PLAIN, STRONG};
use super::selection::{self, Band};
use super::values::Value;
use super::{Drawn, Request, axis, band};
use crate::geometry::Point;
use crate::locale;
use crate::scale::{Log, ValueScale, decades};
use crate::scene::Align;
use crate::view::ScaleKind;

const HEADROOM: f64 = 20.0;
const NAME_ROW: f64 = 22.0;
const GAP: f64 = 18.0;
const PLOT_ALONE: f64 = 300.0;
const PLOT_SHARED: f64 = 150.0;
const PLOT_LEAST: f64 = 56.0;

pub fn draw(request: &Request, bands: &[Band]) -> Drawn {
    if request.state.scale == ScaleKind::Log {
        one_plot(request, bands)
    } else {
        panels(request, bands)
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
fn one_plot(request: &Request, bands: &[Band]) -> Drawn {
    let mut time = selection::time(request, bands);
    let (from, to) = (time.from, time.to);
    let inside = |value: &Value| value.value > 0.0 && from <= value.last && value.first <= to;
    let (mut min, mut max) = (f64::MAX, f64::MIN_POSITIVE);
    for value in bands.iter().flat_map(|band| &band.values.dated) {
        if inside(value) {
            (min, max) = (min.min(value.value), max.max(value.value));
        }
    }
    let powers = decades(min.min(max), max);
    let plot = request
        .state
        .height
        .map_or(PLOT_ALONE, |height| (height - HEADROOM - axis::HEIGHT).max(PLOT_LEAST));
    let foot = HEADROOM + plot;
    let (bottom, top) = (powers[0], powers[powers.len() - 1]);
    let scale = ValueScale::Log(Log { bottom, top, foot, head: HEADROOM });

    let mut drawing = Drawing::new(request, f64::INFINITY);
    let is_money = band::is_money(request.state.measure);
    let language = request.state.language;
    let mut texts: Vec<String> = Vec::new();
    for power in &powers {
        let text = match is_money {
            true => locale::money(language, *power),
            false => locale::number(language, *power, 0),
        };
        time.left = time.left.max(drawing.width_of(&text, PLAIN) + 8.0);
        texts.push(text);
    }
    let mut widest: f64 = 0.0;
    for band in bands {
        widest = widest.max(drawing.width_of(band.partner.name.get(language), STRONG));
    }
    time.right -= widest + 12.0;
    let theme = request.theme;
    for (power, text) in powers.iter().zip(&texts) {
        let y = scale.at(*power).round();
        drawing.rule(time.left, time.right, y, theme.grid);
        let at = Point::new(time.left - 8.0, y + 4.0);
        drawing.text(text, PLAIN, theme.muted, at, Align::End);
    }
    for (index, band) in bands.iter().enumerate() {
        let style = theme.partner(band.index);
        let frame = band::Frame {
            head: HEADROOM,
            foot,
            above: 0.0,
            below: foot,
            lane: index as u16,
            color: style.color,
            partner: band.partner.code,
            all_labels: false,
        };
        let mut last = None;
        for value in &band.values.dated {
            if inside(value) {
                let spot = band::spot(&time, &scale, value);
                band::mark(&mut drawing, frame, value, spot, style.marker);
                last = Some(spot);
            }
        }
        if let Some(spot) = last {
            // In the gutter at the height of the last value, moved up or down past other names.
            let name = band.partner.name.get(language);
            let places = [0.0, 14.0, -14.0, 28.0, -28.0, 42.0, -42.0]
                .map(|shift| (Point::new(time.right + 8.0, spot.at.y + 4.0 + shift), Align::Start));
            drawing.labels.put(name, STRONG, style.color, &places);
        }
    }
    axis::finish(drawing, time, foot, Vec::new())
}
