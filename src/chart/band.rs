//! One partner's values on their own linear scale from zero: dots, spans, and the few lines
//! that are allowed.

use super::drawing::{Drawing, PLAIN};
use super::key::{Sign, pale};
use super::{captions, pairs};
use crate::dataset::{Code, Unit};
use crate::geometry::{Point, Rect};
use crate::locale::{self, Magnitude};
use crate::reading::{Length, Pair, Value, Values, Voice};
use crate::scale::{Linear, Ticks, Time, ValueScale};
use crate::scene::{Align, Dash, Fill, Mark, Shape, Target};
use crate::text::truncate;
use crate::theme::Color;

/// Where a band's plot stands.
#[derive(Clone, Copy)]
pub struct Frame {
    /// The upper grid line.
    pub head: f64,
    /// The zero line.
    pub foot: f64,
    /// The upper and the lower edge of the partner's band.
    pub band: (f64, f64),
    pub lane: u16,
    pub color: Color,
    pub partner: Code,
    /// Whether every value is labelled where there is room, or only the telling ones.
    pub all_labels: bool,
}

/// Half the height of a dot.
pub const RADIUS: f64 = 4.5;
/// Dots of one period that are nearer than this in height cover each other.
const COVERED: f64 = RADIUS * 2.0 - 1.5;
/// The height of the span of a part of a year.
pub const SPAN: f64 = 3.0;

/// The axis of a band: its ticks, and the size of unit that its labels are in.
#[derive(Clone, Copy)]
pub struct Axis {
    ticks: Ticks,
    /// None where each label names its own.
    magnitude: Option<Magnitude>,
    pub unit: Unit,
}

impl Axis {
    fn new(values: &Values, time: &Time, height: f64) -> Axis {
        Axis::reaching(values.most(time.from, time.to), values.unit, height)
    }

    /// Round ticks from zero to `top` at least.
    pub fn reaching(top: f64, unit: Unit, height: f64) -> Axis {
        let most = if height < 70.0 {
            2
        } else if height < 150.0 {
            3
        } else {
            5
        };
        let ticks = Ticks::from_zero(top, most);
        let magnitude = if is_named(unit) { Magnitude::of(ticks.top()) } else { Magnitude::Units };
        Axis { ticks, magnitude: Some(magnitude), unit }
    }

    /// For values of any size; it has no ticks of its own.
    pub fn of_any(unit: Unit) -> Axis {
        Axis { magnitude: None, ..Axis::reaching(0.0, unit, 0.0) }
    }

    pub fn scale(&self, head: f64, foot: f64) -> ValueScale {
        ValueScale::Linear(Linear { top: self.ticks.top(), foot, head })
    }

    pub fn steps(&self) -> u32 {
        self.ticks.count
    }

    /// The value of a grid line, counted from zero.
    pub fn value(&self, step: u32) -> f64 {
        self.ticks.value(step)
    }

    pub fn amount(&self, drawing: &Drawing, value: f64) -> String {
        match self.magnitude {
            Some(magnitude) => locale::amount(drawing.request.locale, value, magnitude),
            None => drawing.amount(value, self.unit),
        }
    }

    /// The label of a grid line; the top one names the unit, and stands above its line.
    fn label(&self, drawing: &Drawing, step: u32) -> String {
        let locale = drawing.request.locale;
        if self.has_unit(step) {
            return drawing.amount(self.ticks.top(), self.unit);
        }
        let magnitude = self.magnitude.unwrap_or(Magnitude::Units);
        locale::ticked(locale, self.ticks.value(step), self.ticks.step, magnitude)
    }

    fn has_unit(&self, step: u32) -> bool {
        is_named(self.unit) && step == self.ticks.count
    }

    /// How much room the labels beside the grid lines need.
    pub fn gutter(&self, drawing: &Drawing) -> f64 {
        let mut widest: f64 = 0.0;
        for step in (0..=self.ticks.count).filter(|step| !self.has_unit(*step)) {
            widest = widest.max(drawing.width_of(&self.label(drawing, step), PLAIN));
        }
        widest + 8.0
    }
}

/// Whether values name their unit: a count is a number, and a ratio too.
pub fn is_named(unit: Unit) -> bool {
    !matches!(unit, Unit::Count | Unit::Ratio)
}

/// The axes of plots of the same height, band by band; `time` makes room for their labels.
pub fn axes(drawing: &Drawing, time: &mut Time, height: f64) -> Vec<Vec<Axis>> {
    let mut axes = Vec::new();
    for band in &drawing.request.reading.bands {
        let of_band: Vec<Axis> =
            band.plots.iter().map(|values| Axis::new(values, time, height)).collect();
        for axis in &of_band {
            time.left = time.left.max(axis.gutter(drawing));
        }
        axes.push(of_band);
    }
    axes
}

/// Draws the plot of one partner in one unit.
pub fn draw(
    drawing: &mut Drawing,
    frame: Frame,
    time: &Time,
    axis: Axis,
    (values, pairs): (&Values, &[Pair]),
) {
    let scale = axis.scale(frame.head, frame.foot);
    let spots = spots(time, &scale, values);
    if spots.iter().flatten().next().is_none() {
        return nothing(drawing, frame);
    }
    grid(drawing, time, axis, &scale);
    match drawing.request.reading.is_compared() {
        true => pairs::bars(drawing, frame, pairs, &spots),
        false => lines(drawing, frame, values, &spots),
    }
    marks(drawing, frame, values, &spots, Shape::Circle);
    // The labels of the values keep out of the column of the axis.
    drawing.labels.block(Rect::new(0.0, frame.head, time.left - 2.0, frame.foot));
    captions::labels(drawing, frame, axis, (values, pairs), &spots, &areas(&spots));
}

/// Says that there is no value to draw, where an empty plot would only hint at it.
fn nothing(drawing: &mut Drawing, frame: Frame) {
    let theme = drawing.request.theme;
    let text =
        truncate(drawing.request.measure, drawing.words.nothing, PLAIN, drawing.request.width);
    let at = Point::new(0.0, (frame.head + frame.foot) / 2.0);
    drawing.text(&text, PLAIN, theme.muted, at, Align::Start);
}

pub fn marks(
    drawing: &mut Drawing,
    frame: Frame,
    values: &Values,
    spots: &[Option<Spot>],
    shape: Shape,
) {
    for (value, spot) in values.dated.iter().zip(spots) {
        if let Some(spot) = spot {
            mark(drawing, frame, value, *spot, shape);
        }
    }
}

/// What the marks cover.
pub fn areas(spots: &[Option<Spot>]) -> Vec<Rect> {
    spots.iter().flatten().map(Spot::area).collect()
}

pub fn grid(drawing: &mut Drawing, time: &Time, axis: Axis, scale: &ValueScale) {
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

/// Where a value stands: a dot for a full year or a day, a span for a part of a year.
#[derive(Clone, Copy)]
pub struct Spot {
    pub at: Point,
    /// Half the width of a span; 0 for a dot.
    pub half: f64,
    /// The edges of the dot's year, each with whether the range holds it, where the axis has months
    /// or quarters.
    pub year: Option<[(f64, bool); 2]>,
}

impl Spot {
    pub fn area(&self) -> Rect {
        match self.half > 0.0 {
            true => Rect::centred(self.at, self.half * 2.0, SPAN),
            false => Rect::centred(self.at, RADIUS * 2.0, RADIUS * 2.0),
        }
    }
}

/// One a value; none where it lies outside the range.
pub fn spots(time: &Time, scale: &ValueScale, values: &Values) -> Vec<Option<Spot>> {
    let mut spots = Vec::new();
    for value in &values.dated {
        let inside = time.contains(value.first, value.last);
        spots.push(inside.then(|| spot(time, scale, value)));
    }
    for index in 0..spots.len() {
        part(time, &values.dated, &mut spots, index);
    }
    spots
}

/// Moves dots of one period apart that would cover each other, side by side within their period.
fn part(time: &Time, dated: &[Value], spots: &mut [Option<Spot>], index: usize) {
    let Some(this) = spots[index].filter(|spot| spot.half == 0.0) else { return };
    let mut close = vec![index];
    for other in 0..dated.len() {
        let same =
            dated[other].first == dated[index].first && dated[other].last == dated[index].last;
        let near = |spot: Spot| spot.at.x == this.at.x && (spot.at.y - this.at.y).abs() < COVERED;
        if other != index && same && spots[other].is_some_and(near) {
            close.push(other);
        }
    }
    if close.len() < 2 {
        return;
    }
    let (start, end) = time.span(dated[index].first, dated[index].last);
    let count = close.len() as f64;
    let step = (RADIUS * 2.0 + 1.0).min((end - start) / count);
    for (place, index) in close.into_iter().enumerate() {
        if let Some(spot) = &mut spots[index] {
            spot.at.x = (this.at.x + (place as f64 - (count - 1.0) / 2.0) * step)
                .max(time.left + RADIUS)
                .min(time.right - RADIUS);
        }
    }
}

pub fn spot(time: &Time, scale: &ValueScale, value: &Value) -> Spot {
    let (start, end) = time.span(value.first, value.last);
    let middle = (start + end) / 2.0;
    let held = [start >= time.left, end <= time.right];
    let (start, end) = (start.max(time.left), end.min(time.right));
    // A year that the range cuts keeps its middle while that is within.
    let is_within = value.year.is_some() && time.left <= middle && middle <= time.right;
    let x = if is_within { middle } else { (start + end) / 2.0 };
    let at = Point::new(x, scale.at(value.value));
    let is_span = value.length == Length::Part && value.last.0 - value.first.0 > 31;
    let half = if is_span { ((end - start) / 2.0).max(4.0) } else { 0.0 };
    let is_line = value.year.is_some() && time.is_close();
    let year = is_line.then_some([(start, held[0]), (end, held[1])]);
    Spot { at, half, year }
}

pub fn lines(drawing: &mut Drawing, frame: Frame, values: &Values, spots: &[Option<Spot>]) {
    let reporting = drawing.request.data.meta.reporting;
    for &(from, to) in &values.joins {
        let (Some(start), Some(end)) = (spots[from], spots[to]) else { continue };
        let dash = match values.dated[from].voice(reporting) {
            Voice::Own => Dash::Solid,
            _ => Dash::Dashed,
        };
        drawing.line(vec![start.at, end.at], 2.0, frame.color, dash);
    }
    for slope in &values.slopes {
        let (Some(start), Some(end)) = (spots[slope.from], spots[slope.to]) else { continue };
        drawing.seen.add(Sign::Slope);
        drawing.line(vec![start.at, end.at], 1.5, frame.color, Dash::Dotted);
    }
}

/// Draws one value as what it is: reported by whom, sure or not, of a year or a part of it.
pub fn mark(drawing: &mut Drawing, frame: Frame, value: &Value, spot: Spot, shape: Shape) {
    let mut records = Vec::new();
    for id in value.ids(drawing.request.data) {
        records.push(id.to_owned());
    }
    let (lane, when) = (frame.lane, Some(value.first));
    let Spot { at, half, .. } = spot;
    drawing.targets.push(Target {
        at,
        half,
        records,
        lane,
        when,
        cluster: false,
        band: frame.band,
    });
    let (color, ground) = (frame.color, drawing.request.theme.ground);
    if spot.half > 0.0 {
        drawing.seen.add(Sign::PartYear);
        let rect = spot.area();
        drawing.labels.block(rect.grown(1.0));
        drawing.lines.push(Mark::Rect { rect, color: pale(color, ground) });
        return;
    }
    if let Some([(start, _), (end, _)]) = spot.year {
        // Else a year's value would read as that of the month that the dot stands at.
        drawing.seen.add(Sign::WholeYear);
        let pale = pale(color, ground);
        drawing.rule(start, end, at.y - 0.5, pale);
        for (edge, _) in spot.year.into_iter().flatten().filter(|(_, is_held)| *is_held) {
            drawing.upright(edge.min(end - 1.0), at.y.round() - 3.0, at.y.round() + 3.0, pale);
        }
        drawing.labels.block(Rect::new(start, at.y - 3.0, end, at.y + 3.0));
    }
    if value.derived {
        drawing.seen.add(Sign::Derived);
        drawing.symbol(spot.at, Shape::Cross, 4.0, color, Fill::Solid);
        return;
    }
    let voice = value.voice(drawing.request.data.meta.reporting);
    let unit = drawing.request.data.figure(value.figure).unit;
    if unit == Unit::Count && !value.is_doubtful {
        // A count is nobody's statistics.
        drawing.symbol(spot.at, shape, RADIUS, color, Fill::Solid);
        return;
    }
    let (sign, fill) = match voice {
        _ if value.is_doubtful => (Sign::Doubtful, Fill::Dashed { ground }),
        Voice::Unnamed => (Sign::Doubtful, Fill::Dashed { ground }),
        Voice::Own => (Sign::Own, Fill::Solid),
        Voice::Partner => (Sign::Partner, Fill::Hollow { ground }),
    };
    drawing.seen.add(sign);
    drawing.symbol(spot.at, shape, RADIUS, color, fill);
}
