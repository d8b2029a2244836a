//! The growth that a source states between two values: a dotted line that bears its ratio, and can be
//! chosen as any mark.

use super::band_frame::BandFrame;
use super::drawing::{Drawing, STRONG};
use super::sign::Sign;
use super::spots::{RADIUS, Spot};
use crate::dataset::Certainty;
use crate::geometry::{Point, Rect};
use crate::layout::{LabelPlace, text_rect};
use crate::locale;
use crate::reading::{Slope, Values};
use crate::scene::{Align, Dash, Mark, Target};

const LINE: f64 = 1.5;
/// From the line's end, so that a press there is one on the value.
const CLEAR: f64 = RADIUS * 2.0;
/// About a dot, for the label of its value.
const ROOM: f64 = 16.0;

/// Draws them after the marks of the plot, which their labels keep away from.
pub(super) fn draw(
    drawing: &mut Drawing,
    frame: BandFrame,
    values: &Values,
    spots: &[Option<Spot>],
) {
    for slope in &values.slopes {
        if let (Some(start), Some(end)) = (spots[slope.from], spots[slope.to]) {
            one(drawing, frame, (values, spots), slope, [start.at, end.at]);
        }
    }
}

fn one(
    drawing: &mut Drawing,
    frame: BandFrame,
    (values, spots): (&Values, &[Option<Spot>]),
    slope: &Slope,
    [start, end]: [Point; 2],
) {
    let data = drawing.request.data;
    drawing.seen.add(Sign::Slope);
    let text = label(drawing, values, slope);
    let places = places(drawing.width_of(&text, STRONG), spots, [start, end]);
    let line = Mark::Line {
        points: vec![start, end],
        width: LINE,
        color: frame.color,
        dash: Dash::Dotted,
    };
    drawing.lines.push(line);
    // The label stands in the line, so that it can be no other's.
    let put = drawing.labels.put(&text, STRONG, frame.color, &places);
    if let Some(rect) = put {
        let color = drawing.request.theme.ground;
        drawing.lines.push(Mark::Rect { rect: rect.grown(1.0), color });
    }
    drawing.keep_off(start, end);
    let length = start.distance_squared(end).sqrt();
    let clear = (CLEAR / length.max(1.0)).min(0.5);
    let half = put.map_or(0.0, |rect| rect.width() / 2.0);
    let at = put.map_or(between(start, end, 0.5), |rect| {
        Point::new(rect.left + half, (rect.top + rect.bottom) / 2.0)
    });
    drawing.targets.push(Target {
        at,
        half,
        records: vec![data.figure(slope.claim).record.id.clone()],
        lane: frame.lane,
        when: Some(values.dated[slope.from].first),
        cluster: false,
        band: frame.band,
        line: Some([between(start, end, clear), between(start, end, 1.0 - clear)]),
        label: None,
    });
}

/// Where on the line its label may stand: first where the dots keep room for labels of their own.
fn places(width: f64, spots: &[Option<Spot>], [start, end]: [Point; 2]) -> Vec<LabelPlace> {
    let dots: Vec<Rect> =
        spots.iter().flatten().filter(|spot| spot.half == 0.0).map(Spot::area).collect();
    let is_crowded = |place: &LabelPlace| {
        let room = text_rect(width, STRONG, *place).grown(ROOM);
        dots.iter().any(|dot| dot.overlaps(&room))
    };
    let all = [0.5, 0.4, 0.6, 0.3, 0.7].map(|share| {
        let at = between(start, end, share);
        (Point::new(at.x, at.y + 4.0), Align::Middle)
    });
    let (crowded, clear): (Vec<LabelPlace>, Vec<LabelPlace>) =
        all.into_iter().partition(is_crowded);
    [clear, crowded].concat()
}

/// "4.9×", and that it rests on what is inferred.
fn label(drawing: &Drawing, values: &Values, slope: &Slope) -> String {
    let (locale, data) = (drawing.request.locale, drawing.request.data);
    let mut text = locale::number(locale, slope.ratio, 1);
    text.push('×');
    let ends = [slope.from, slope.to].map(|end| values.dated[end].certainty);
    let claim = data.figure(slope.claim).record.certainty;
    if ends.into_iter().chain([claim]).any(|certainty| certainty != Certainty::Stated) {
        locale::append(&mut text, ", ", drawing.words.certainty(Certainty::Inferred));
    }
    text
}

fn between(start: Point, end: Point, share: f64) -> Point {
    Point::new(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
}
