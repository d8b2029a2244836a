//! `trade`: values over time, a panel a partner; on a log scale dots of all partners in one plot.

use super::band::{self, Axis, Spot};
use super::drawing::{COMPACT, Drawing, PLAIN, STRONG};
use super::selection;
use super::values::{Value, Values, values};
use super::{Request, axis, key};
use crate::geometry::Point;
use crate::layout::Place;
use crate::locale;
use crate::scale::{Log, Time, decades};
use crate::scene::{Align, Scene, Target};
use crate::view::ScaleKind;

const HEADROOM: f64 = 20.0;
const NAME_ROW: f64 = 22.0;
const GAP: f64 = 18.0;
const PLOT_ALONE: f64 = 300.0;
const PLOT_SHARED: f64 = 150.0;
const PLOT_LEAST: f64 = 56.0;

pub fn draw(request: &Request, shown: &[usize]) -> Scene {
    let all: Vec<Values> = shown
        .iter()
        .map(|&partner| {
            values(request.data, request.data.partners[partner].code, request.state.measure)
        })
        .collect();
    if request.state.scale == ScaleKind::Log {
        one_plot(request, shown, &all)
    } else {
        panels(request, shown, &all)
    }
}

fn panels(request: &Request, shown: &[usize], all: &[Values]) -> Scene {
    let named = shown.len() > 1;
    let mut time = selection::time(request, selection::periods(all), 0.0, request.width);
    let fixed = HEADROOM + if named { NAME_ROW + GAP } else { 6.0 };
    let count = shown.len() as f64;
    let plot = match request.state.height {
        Some(height) => ((height - axis::HEIGHT) / count.max(1.0) - fixed).max(PLOT_LEAST),
        None if named => PLOT_SHARED,
        None if request.width < COMPACT => PLOT_ALONE - 80.0,
        None => PLOT_ALONE,
    };
    let axis_top = (fixed + plot) * count - if named { GAP - 8.0 } else { 0.0 };

    let mut drawing = Drawing::new(request, f64::INFINITY);
    let axes: Vec<Axis> = all
        .iter()
        .map(|values| Axis::new(values, Some(&time), request.state.measure, plot))
        .collect();
    time.left = axes.iter().map(|axis| axis.gutter(&drawing)).fold(0.0, f64::max);
    for (index, (&partner, values)) in shown.iter().zip(all).enumerate() {
        let top = (fixed + plot) * index as f64;
        let color = request.theme.partner(partner).color;
        if named {
            drawing.name(partner, top);
        }
        let head = top + HEADROOM + if named { NAME_ROW } else { 0.0 };
        let frame = band::Frame {
            head,
            foot: head + plot,
            above: 0.0,
            below: axis_top,
            lane: index as u16,
            color,
            partner: request.data.partners[partner].code,
            all_labels: true,
        };
        band::draw(&mut drawing, frame, &time, axes[index], values);
    }
    finish(drawing, &time, axis_top)
}

/// One log plot for all partners: dots only, as no line or bar means anything on it.
fn one_plot(request: &Request, shown: &[usize], all: &[Values]) -> Scene {
    let mut time = selection::time(request, selection::periods(all), 0.0, request.width);
    let (from, to) = (time.from, time.to);
    let inside = |value: &&Value| value.value > 0.0 && from <= value.last && value.first <= to;
    let on_axis = || all.iter().flat_map(|values| values.dated.iter().filter(inside));
    let (min, max) = on_axis()
        .fold((f64::MAX, f64::MIN_POSITIVE), |(min, max), v| (min.min(v.value), max.max(v.value)));
    let powers = decades(min.min(max), max);
    let plot = request
        .state
        .height
        .map_or(PLOT_ALONE, |height| (height - HEADROOM - axis::HEIGHT).max(PLOT_LEAST));
    let foot = HEADROOM + plot;
    let scale = Log { bottom: powers[0], top: powers[powers.len() - 1], foot, head: HEADROOM };

    let mut drawing = Drawing::new(request, f64::INFINITY);
    let is_money = band::is_money(request.state.measure);
    let language = request.state.language;
    let texts: Vec<String> = powers
        .iter()
        .map(|power| {
            if is_money {
                locale::money(language, *power)
            } else {
                locale::number(language, *power, 0)
            }
        })
        .collect();
    time.left = texts.iter().map(|text| drawing.width_of(text, PLAIN)).fold(0.0, f64::max) + 8.0;
    let names = shown.iter().map(|partner| request.data.partners[*partner].name.get(language));
    time.right -= names.map(|name| drawing.width_of(name, STRONG)).fold(0.0, f64::max) + 12.0;
    let theme = request.theme;
    for (power, text) in powers.iter().zip(&texts) {
        let y = scale.at(*power).round();
        drawing.rule(time.left, time.right, y, theme.grid);
        let at = Point::new(time.left - 8.0, y + 4.0);
        drawing.text(text, PLAIN, theme.muted, at, Align::End);
    }
    for (index, (&partner, values)) in shown.iter().zip(all).enumerate() {
        let style = theme.partner(partner);
        let mut last: Option<Spot> = None;
        for value in values.dated.iter().filter(inside) {
            let (start, end) = time.span(value.first, value.last);
            let (start, end) = (start.max(time.left), end.min(time.right));
            let at = Point::new((start + end) / 2.0, scale.at(value.value));
            let is_span = value.year.is_none() && value.last.0 - value.first.0 > 31;
            let half = if is_span { ((end - start) / 2.0).max(4.0) } else { 0.0 };
            let spot = Spot { at, half };
            if value.records.iter().any(|id| drawing.is_focus(id)) {
                drawing.halo(at, band::RADIUS, 0.0, foot);
            }
            band::mark(&mut drawing, value, spot, style.color, style.marker);
            drawing.targets.push(Target {
                at,
                records: value.records.iter().map(|id| (*id).to_owned()).collect(),
                lane: index as u16,
                cluster: false,
            });
            last = Some(spot);
        }
        if let Some(spot) = last {
            // In the gutter at the height of the last value, moved up or down past other names.
            let name = request.data.partners[partner].name.get(language);
            let places: Vec<Place> = [0.0, 14.0, -14.0, 28.0, -28.0, 42.0, -42.0]
                .into_iter()
                .map(|shift| (Point::new(time.right + 8.0, spot.at.y + 4.0 + shift), Align::Start))
                .collect();
            drawing.labels.put(name, STRONG, style.color, &places);
        }
    }
    finish(drawing, &time, foot)
}

fn finish(mut drawing: Drawing, time: &Time, axis_top: f64) -> Scene {
    axis::time_axis(&mut drawing, time, axis_top);
    let key_top = axis_top + axis::HEIGHT;
    let height = key_top + key::height(&drawing);
    key::draw(&mut drawing, key_top);
    drawing.finish(height)
}
