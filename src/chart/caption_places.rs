//! Where the label of a value may stand, and what it is to be told from.

use super::band_frame::BandFrame;
use super::drawing::Drawing;
use super::spots::{RADIUS, SPAN, Spot};
use crate::geometry::{Point, Rect, clip};
use crate::layout::{LabelPlace, text_rect};
use crate::reading::{Pair, Values};
use crate::scene::{Align, TextStyle};

/// The lines between values of the band.
pub(super) fn joined(
    drawing: &Drawing,
    (values, pairs): (&Values, &[Pair]),
    spots: &[Option<Spot>],
) -> Vec<[Point; 2]> {
    let of_pair = |pair: &Pair| Some((*pair.members.first()?, *pair.members.last()?));
    let ends: Vec<(usize, usize)> = match drawing.request.reading.is_compared() {
        true => pairs.iter().filter_map(of_pair).collect(),
        false => values.joins.clone(),
    };
    let line = |(from, to): (usize, usize)| Some([spots[from]?.at, spots[to]?.at]);
    ends.into_iter().filter_map(line).collect()
}

/// The places where no line would cross the label, then the others.
pub(super) fn uncrossed_first(
    width: f64,
    style: TextStyle,
    places: Vec<LabelPlace>,
    lines: &[[Point; 2]],
) -> Vec<LabelPlace> {
    let is_crossed = |place: &LabelPlace| {
        let rect = text_rect(width, style, *place);
        lines.iter().any(|[start, end]| clip::segment(*start, *end, &rect).is_some())
    };
    let (crossed, mut clear): (Vec<_>, Vec<_>) = places.into_iter().partition(is_crossed);
    clear.extend(crossed);
    clear
}

/// The places around a spot; below the zero line the lane or the axis begins.
pub(super) fn places(frame: BandFrame, spot: Spot) -> Vec<LabelPlace> {
    let mut places = around(spot).to_vec();
    places.retain(|(at, _)| at.y < frame.foot - 3.0);
    places
}

/// Farther from a spot that has another one above or below, at its height or away from the other.
pub(super) fn apart(frame: BandFrame, spot: Spot) -> Vec<LabelPlace> {
    let mut places = Vec::new();
    let side = spot.half.max(RADIUS) + 5.0;
    for aside in [0.0, 8.0, 16.0] {
        for down in [4.0, 8.0, 0.0, 12.0, -4.0] {
            places.push((Point::new(spot.at.x + side + aside, spot.at.y + down), Align::Start));
            places.push((Point::new(spot.at.x - side - aside, spot.at.y + down), Align::End));
        }
    }
    places.retain(|(at, _)| at.y < frame.foot - 3.0);
    places
}

/// The marks that a telling label may be nearest to by mistake: for a dot all but thin spans, which are
/// named at their sides alone.
pub(super) fn others(spot: Spot, areas: &[Rect]) -> Vec<Rect> {
    let of_dot = spot.half == 0.0;
    areas.iter().copied().filter(|area| !of_dot || area.height() > SPAN + 1.0).collect()
}

/// What of a label's height is beside a span without being taken for its label, above and below.
const EDGE: f64 = 5.5;

/// The places that are at no side of a thin span, where its own label would stand.
pub(super) fn off_spans(
    width: f64,
    style: TextStyle,
    places: Vec<LabelPlace>,
    (spot, areas): (Spot, &[Rect]),
) -> Vec<LabelPlace> {
    let is_other = |area: &&Rect| area.height() <= SPAN + 1.0 && **area != spot.area();
    let sides: Vec<Rect> = areas.iter().filter(is_other).map(side_of).collect();
    let is_off = |place: &LabelPlace| {
        let rect = text_rect(width, style, *place);
        let middle = Rect { top: rect.top + EDGE, bottom: rect.bottom - EDGE, ..rect };
        !sides.iter().any(|side| side.overlaps(&middle))
    };
    places.into_iter().filter(is_off).collect()
}

fn side_of(span: &Rect) -> Rect {
    const ALONG: f64 = 24.0;
    Rect { left: span.left - ALONG, right: span.right + ALONG, ..*span }
}

/// The places around a spot where its label may stand, best first.
fn around(spot: Spot) -> [LabelPlace; 8] {
    let Point { x, y } = spot.at;
    let side = spot.half.max(RADIUS) + 5.0;
    let [above, below] = if spot.half > 0.0 { [6.0, 14.0] } else { [9.0, 18.0] };
    [
        (Point::new(x + side, y + 4.0), Align::Start),
        (Point::new(x, y - above), Align::Middle),
        (Point::new(x, y + below), Align::Middle),
        (Point::new(x - side, y + 4.0), Align::End),
        (Point::new(x + side - 4.0, y - above + 2.0), Align::Start),
        (Point::new(x + side - 4.0, y + below - 2.0), Align::Start),
        (Point::new(x - side + 4.0, y - above + 2.0), Align::End),
        (Point::new(x - side + 4.0, y + below - 2.0), Align::End),
    ]
}
