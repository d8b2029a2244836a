//! Two reporters' values of the same period, side by side: `compare=reporters`.

use super::band::{Axis, Frame, Spot};
use super::drawing::{Drawing, PLAIN};
use super::key::{Sign, pale};
use super::values::Value;
use crate::dataset::Qualifier;
use crate::dataset::order::sorted_by_key;
use crate::geometry::Point;
use crate::locale::fill;
use crate::scene::{Align, Dash};

/// Values of one period by two reporters or more, neither computed nor ambiguous.
pub struct Pair {
    /// Indexes of the values, from the lowest to the highest.
    pub members: Vec<usize>,
    /// The least and the greatest difference between values of two reporters, where all values
    /// are numbers and not bounds.
    pub gap: Option<(f64, f64)>,
    /// Whether any of the values is but about right.
    pub is_rough: bool,
}

/// The pairs among the values of one partner, by period.
pub fn pairs(dated: &[Value]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (index, value) in dated.iter().enumerate().filter(|(_, value)| value.is_reported()) {
        let mut members = Vec::new();
        for (other, mirror) in dated.iter().enumerate() {
            if mirror.is_reported() && mirror.figure.period == value.figure.period {
                members.push(other);
            }
        }
        let is_first = members.first() == Some(&index);
        let reporter = |index: &usize| dated[*index].figure.reporter;
        if is_first && members.iter().any(|other| reporter(other) != value.figure.reporter) {
            pairs.push(pair(dated, members));
        }
    }
    pairs
}

fn pair(dated: &[Value], members: Vec<usize>) -> Pair {
    // Positive numbers stand in the order of their bits.
    let members = sorted_by_key(members, |index| dated[*index].value.to_bits() as i64);
    let of = |index: &usize| &dated[*index];
    let is = |wanted: Qualifier| move |value: &Value| value.figure.qualifier == wanted;
    let (is_exact, is_about) = (is(Qualifier::Exact), is(Qualifier::About));
    let numbers = members.iter().map(of).all(|value| is_exact(value) || is_about(value));
    let is_rough = members.iter().map(of).any(is_about);
    let mut gap: Option<(f64, f64)> = None;
    for (at, low) in members.iter().map(of).enumerate() {
        for high in members[at + 1..].iter().map(of) {
            if low.figure.reporter != high.figure.reporter {
                let this = high.value - low.value;
                let (least, most) = gap.unwrap_or((this, this));
                gap = Some((least.min(this), most.max(this)));
            }
        }
    }
    Pair { members, gap: gap.filter(|_| numbers), is_rough }
}

/// Draws a thin bar between the two ends of each pair.
pub fn bars(drawing: &mut Drawing, frame: Frame, pairs: &[Pair], spots: &[Option<Spot>]) {
    for pair in pairs {
        if let Some((low, high)) = ends(pair, spots) {
            drawing.seen.add(Sign::Pair);
            let color = pale(frame.color, drawing.request.theme.ground);
            // Dots that were moved apart stand to both sides of it.
            let x = (low.x + high.x) / 2.0;
            let ends = vec![Point::new(x, low.y), Point::new(x, high.y)];
            drawing.line(ends, 2.0, color, Dash::Solid);
        }
    }
}

/// Writes the gap beside the middle of each bar.
pub fn gaps(drawing: &mut Drawing, axis: Axis, pairs: &[Pair], spots: &[Option<Spot>]) {
    for pair in pairs {
        let (Some((low, high)), Some((least, most))) = (ends(pair, spots), pair.gap) else {
            continue;
        };
        let mut text = axis.amount(drawing, rough(least));
        let upper = axis.amount(drawing, rough(most));
        if upper != text {
            text.push('–');
            text.push_str(&upper);
        }
        if pair.is_rough {
            text = fill(drawing.words.qualifier(Qualifier::About), &[("value", &text)]);
        }
        let text = fill(drawing.words.gap, &[("value", &text)]);
        let mut places = Vec::new();
        for share in [0.5, 0.35, 0.65] {
            let at = Point::new(
                low.x + (high.x - low.x) * share,
                low.y + (high.y - low.y) * share + 4.0,
            );
            places.push((Point::new(at.x + 7.0, at.y), Align::Start));
            places.push((Point::new(at.x - 7.0, at.y), Align::End));
        }
        drawing.labels.put(&text, PLAIN, drawing.request.theme.muted, &places);
    }
}

/// To two significant digits: a difference is no surer than the rounder of its ends.
pub fn rough(value: f64) -> f64 {
    let mut unit = 1.0;
    while value / unit >= 99.5 {
        unit *= 10.0;
    }
    while value > 0.0 && value / unit < 9.95 {
        unit /= 10.0;
    }
    (value / unit + 0.5).floor() * unit
}

fn ends(pair: &Pair, spots: &[Option<Spot>]) -> Option<(Point, Point)> {
    let (low, high) = (*pair.members.first()?, *pair.members.last()?);
    Some((spots[low]?.at, spots[high]?.at))
}
