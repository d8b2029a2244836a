//! The axis of one plot's values: its ticks, and how they and the values beside it are written.

use super::drawing::{Drawing, PLAIN};
use crate::dataset::Unit;
use crate::geometry::{Point, Rect};
use crate::locale::{self, Magnitude};
use crate::reading::Values;
use crate::scale::{Linear, Ticks, Time, ValueScale};
use crate::scene::Align;
use crate::view::ScaleKind;

/// The share of a magnitude from which a value is told in it.
const LEAST: f64 = 0.01;

/// The axis of a band: its ticks, and the size of unit that its labels are in.
#[derive(Clone, Copy)]
pub(super) struct ValueAxis {
    ticks: Ticks,
    /// None where each label names its own.
    magnitude: Option<Magnitude>,
    pub unit: Unit,
}

impl ValueAxis {
    fn new(values: &Values, time: &Time, height: f64) -> ValueAxis {
        ValueAxis::reaching(values.most(time.from, time.to), values.unit, height)
    }

    /// Round ticks from zero to `top` at least.
    pub(super) fn reaching(top: f64, unit: Unit, height: f64) -> ValueAxis {
        let most = if height < 70.0 {
            2
        } else if height < 150.0 {
            3
        } else {
            5
        };
        let ticks = Ticks::from_zero(top, most);
        // That of the values, as the subtitle says it: a low plot's top line may be far above them.
        let magnitude = if is_named(unit) { Magnitude::of(top) } else { Magnitude::Units };
        ValueAxis { ticks, magnitude: Some(magnitude), unit }
    }

    /// For values of any size; it has no ticks of its own.
    pub(super) fn of_any(unit: Unit) -> ValueAxis {
        ValueAxis { magnitude: None, ..ValueAxis::reaching(0.0, unit, 0.0) }
    }

    pub(super) fn scale(&self, head: f64, foot: f64) -> ValueScale {
        ValueScale::Linear(Linear { top: self.ticks.top(), foot, head })
    }

    pub(super) fn steps(&self) -> u32 {
        self.ticks.count
    }

    /// The value of a grid line, counted from zero.
    pub(super) fn value(&self, step: u32) -> f64 {
        self.ticks.value(step)
    }

    pub(super) fn amount(&self, drawing: &Drawing, value: f64) -> String {
        if drawing.request.reading.is_of_growth() {
            return drawing.amount(value, self.unit);
        }
        if drawing.request.reading.scale == ScaleKind::Indexed {
            return locale::number(drawing.request.locale, value, 0);
        }
        // What is hardly anything in the axis' magnitude is something in its own.
        let least = |magnitude: &Magnitude| match magnitude {
            Magnitude::Units => 0.0,
            magnitude => magnitude.size() * LEAST,
        };
        let is_bare = |magnitude: &Magnitude| value == 0.0 || value >= least(magnitude);
        match self.magnitude.filter(is_bare) {
            Some(magnitude) => locale::amount(drawing.request.locale, value, magnitude),
            None => drawing.amount(value, self.unit),
        }
    }

    /// The label of a grid line; the top one names the unit, and stands above its line.
    fn label(&self, drawing: &Drawing, step: u32) -> String {
        let locale = drawing.request.locale;
        if drawing.request.reading.is_of_growth() {
            return drawing.amount(self.ticks.value(step), self.unit);
        }
        let magnitude = self.magnitude.unwrap_or(Magnitude::Units);
        if self.has_unit(step) {
            let (top, data) = (self.ticks.top(), drawing.request.data);
            return locale::value_in(locale, data, top, self.unit, magnitude);
        }
        locale::ticked(locale, self.ticks.value(step), self.ticks.step, magnitude)
    }

    fn has_unit(&self, step: u32) -> bool {
        is_named(self.unit) && step == self.ticks.count
    }

    /// How much room the labels beside the grid lines need.
    pub(super) fn gutter(&self, drawing: &Drawing) -> f64 {
        let mut widest: f64 = 0.0;
        for step in (0..=self.ticks.count).filter(|step| !self.has_unit(*step)) {
            widest = widest.max(drawing.width_of(&self.label(drawing, step), PLAIN));
        }
        widest + 8.0
    }
}

/// Whether values name their unit: a count is a number, and a ratio too.
pub(super) fn is_named(unit: Unit) -> bool {
    !matches!(unit, Unit::Count | Unit::Ratio)
}

/// The axes of plots of the same height, band by band; `time` makes room for their labels.
pub(super) fn axes(drawing: &Drawing, time: &mut Time, height: f64) -> Vec<Vec<ValueAxis>> {
    let mut axes = Vec::new();
    for band in &drawing.request.reading.bands {
        let of_band: Vec<ValueAxis> =
            band.plots.iter().map(|values| ValueAxis::new(values, time, height)).collect();
        for axis in &of_band {
            time.left = time.left.max(axis.gutter(drawing));
        }
        axes.push(of_band);
    }
    axes
}

/// The grid lines with their labels.
pub(super) fn grid(drawing: &mut Drawing, time: &Time, axis: ValueAxis, scale: &ValueScale) {
    let theme = drawing.request.theme;
    for step in 0..=axis.ticks.count {
        let value = axis.ticks.value(step);
        let y = scale.at(value).round();
        let color = if step == 0 { theme.rule } else { theme.grid };
        drawing.rule(time.left, time.right, y, color);
        if step == 0 {
            drawing.labels.block(Rect::new(time.left, y - 1.0, time.right, y + 2.0));
        }
        let text = axis.label(drawing, step);
        let (at, align) = match axis.has_unit(step) {
            true => (Point::new(0.0, y - 5.0), Align::Start),
            false => (Point::new(time.left - 8.0, y + 4.0), Align::End),
        };
        drawing.text(&text, PLAIN, theme.muted, at, align);
    }
}
