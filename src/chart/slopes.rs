//! The growth that a source states between two values: a dotted line that bears its ratio, and can be
//! chosen as any mark.

use super::band_frame::BandFrame;
use super::captions::ASIDE;
use super::drawing::{Drawing, STRONG};
use super::sign::Sign;
use super::spots::{RADIUS, SPAN, Spot};
use crate::dataset::Certainty;
use crate::dataset::order::sorted_by_key;
use crate::geometry::{Point, Rect};
use crate::layout::{LabelPlace, text_rect};
use crate::locale;
use crate::reading::{Slope, Values};
use crate::scene::{Align, Dash, Mark, Target};

const LINE: f64 = 1.5;
/// From the line's end, so that a press there is one on the value.
const CLEAR: f64 = RADIUS * 2.0;
/// From a dot to a label of the line, at the least.
const NEAR: f64 = 6.0;
/// How far a label may stand beside the line, with the distance that it keeps from the dots.
const ASIDES: [(f64, f64); 4] = [(8.0, 8.0), (8.0, NEAR), (14.0, 10.0), (20.0, 14.0)];
/// About a thin span, across and down: beside a number its end would read as one more sign.
const BESIDE_NUMBER: [f64; 2] = [14.0, 4.0];
const BESIDE_WORD: [f64; 2] = [4.0, 1.0];
/// Along the line, the middle first.
const SHARES: [f64; 13] = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];
/// About a dot, for the label of its value.
const ROOM: f64 = 16.0;
/// To the right of a dot, where that label stands first.
const OWN: f64 = 44.0;

/// Draws them after the marks of the plot, which their labels keep away from.
///
/// `areas` are those of all marks of the plot, of other partners too.
pub(super) fn draw(
    drawing: &mut Drawing,
    frame: BandFrame,
    values: &Values,
    spots: &[Option<Spot>],
    areas: &[Rect],
) {
    for slope in &values.slopes {
        if let (Some(start), Some(end)) = (spots[slope.from], spots[slope.to]) {
            one(drawing, frame, (values, areas), slope, [start.at, end.at]);
        }
    }
}

fn one(
    drawing: &mut Drawing,
    frame: BandFrame,
    (values, areas): (&Values, &[Rect]),
    slope: &Slope,
    [start, end]: [Point; 2],
) {
    let data = drawing.request.data;
    let ends = [slope.from, slope.to].map(|end| values.dated[end].certainty);
    let claim = data.figure(slope.claim).record.certainty;
    let is_stated = ends.into_iter().chain([claim]).all(|one| one == Certainty::Stated);
    drawing.seen.add(if is_stated { Sign::Slope } else { Sign::InferredSlope });
    let line = Mark::Line {
        points: vec![start, end],
        width: LINE,
        color: frame.color,
        dash: Dash::Dotted,
    };
    drawing.lines.push(line);
    let put = named(drawing, frame, slope, is_stated, areas, [start, end]);
    if let Some(rect) = put {
        drawing.cut(rect);
        drawing.labels.block(Rect { left: rect.left - ASIDE, right: rect.right + ASIDE, ..rect });
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

/// Writes "4.9×, inferred"; where that has no place "4.9×", as the key says what the line rests on.
fn named(
    drawing: &mut Drawing,
    frame: BandFrame,
    slope: &Slope,
    is_stated: bool,
    areas: &[Rect],
    ends: [Point; 2],
) -> Option<Rect> {
    let mut short = locale::number(drawing.request.locale, slope.ratio, 1);
    short.push('×');
    let mut long = short.clone();
    let inferred = drawing.words.certainty(Certainty::Inferred);
    locale::append(&mut long, ", ", if is_stated { "" } else { inferred });
    let texts = [long, short];
    let widths = texts.each_ref().map(|text| drawing.width_of(text, STRONG));
    let places = [(widths[0], BESIDE_WORD), (widths[1], BESIDE_NUMBER)];
    let places = places.map(|one| places_of(one, areas, ends));
    // In signs where it is clear, rather than in words among the dots.
    let tries = [(0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2)];
    tries.into_iter().find_map(|(text, kind)| {
        drawing.labels.put(&texts[text], STRONG, frame.color, &places[text][kind])
    })
}

/// Where its label may stand: in the line, so that it can be no other's, or else beside it; first
/// where the dots keep room for labels of their own, then in the line among them, but not where one
/// of them would take it for its own.
fn places_of(
    (width, [across, down]): (f64, [f64; 2]),
    areas: &[Rect],
    [start, end]: [Point; 2],
) -> [Vec<LabelPlace>; 3] {
    let (dots, parts): (Vec<Rect>, Vec<Rect>) =
        areas.iter().partition(|area| area.height() > SPAN + 1.0);
    let is_crowded = |place: &LabelPlace, room: f64| {
        let rect = text_rect(width, STRONG, *place);
        let near =
            Rect::new(rect.left - across, rect.top - down, rect.right + across, rect.bottom + down);
        let room = rect.grown(room);
        dots.iter().any(|dot| dot.overlaps(&room)) || parts.iter().any(|part| part.overlaps(&near))
    };
    let place = |share: f64, aside: f64, align: Align| {
        let at = between(start, end, share);
        (Point::new(at.x + aside, at.y + 4.0), align)
    };
    // A number at the height of a dot is read as the dot's, or as one with the dot's own.
    let is_anothers = |place: &LabelPlace, left: f64| {
        let rect = text_rect(width, STRONG, *place);
        let near = Rect { left: rect.left - left, right: rect.right + ROOM, ..rect };
        dots.iter().any(|dot| dot.overlaps(&near))
    };
    let within = SHARES.map(|share| place(share, 0.0, Align::Middle));
    let (mut crowded, clear): (Vec<LabelPlace>, Vec<LabelPlace>) =
        within.into_iter().partition(|place| is_crowded(place, ROOM));
    crowded.retain(|place| !is_anothers(place, ROOM));
    let mut beside = Vec::new();
    for (aside, room) in ASIDES {
        let left = SHARES.map(|share| place(share, -aside, Align::End));
        let right = SHARES.map(|share| place(share, aside, Align::Start));
        let all = left.into_iter().chain(right);
        beside.extend(all.filter(|place| !is_crowded(place, room) && !is_anothers(place, ROOM)));
    }
    let [beside, crowded] = [beside, crowded]
        .map(|places| sorted_by_key(places, |place| i64::from(is_anothers(place, OWN))));
    [clear, beside, crowded]
}

fn between(start: Point, end: Point, share: f64) -> Point {
    Point::new(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
}
