//! Two reporters' values of the same period, side by side: `compare=reporters`.

use super::band_frame::BandFrame;
use super::drawing::{Drawing, PLAIN};
use super::sign::Sign;
use super::spots::Spot;
use super::value_axis::{ValueAxis, is_named};
use crate::dataset::Qualifier;
use crate::geometry::Point;
use crate::locale::fill;
use crate::reading::{Pair, rough};
use crate::scene::{Align, Dash};

/// Draws a thin bar between the two ends of each pair.
pub(super) fn bars(
    drawing: &mut Drawing,
    frame: BandFrame,
    pairs: &[Pair],
    spots: &[Option<Spot>],
) {
    for pair in pairs {
        if let Some((low, high)) = ends(pair, spots) {
            drawing.seen.add(Sign::Pair);
            let color = frame.pale;
            // Dots that were moved apart stand to both sides of it.
            let x = (low.x + high.x) / 2.0;
            let ends = vec![Point::new(x, low.y), Point::new(x, high.y)];
            drawing.line(ends, 2.0, color, Dash::Solid);
        }
    }
}

/// Writes the gap beside the middle of each bar.
pub(super) fn gaps(drawing: &mut Drawing, axis: ValueAxis, pairs: &[Pair], spots: &[Option<Spot>]) {
    for pair in pairs {
        let (Some((low, high)), Some((least, most))) = (ends(pair, spots), pair.gap) else {
            continue;
        };
        let amount = |gap: f64| match is_named(axis.unit) {
            true => drawing.amount(rough(gap), axis.unit),
            false => axis.amount(drawing, rough(gap)),
        };
        let mut text = amount(least);
        let upper = amount(most);
        if upper != text {
            text.push('–');
            text.push_str(&upper);
        }
        if pair.is_rough {
            text = fill(drawing.words.qualifier(Qualifier::About), &[("value", &text)]);
        }
        let text = fill(drawing.words.gap, &[("value", &text)]);
        let mut places = Vec::new();
        for share in [0.5, 0.35, 0.65, 0.2, 0.8] {
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

fn ends(pair: &Pair, spots: &[Option<Spot>]) -> Option<(Point, Point)> {
    let (low, high) = (*pair.members.first()?, *pair.members.last()?);
    Some((spots[low]?.at, spots[high]?.at))
}
