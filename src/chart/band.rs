//! One partner's values on their own linear scale from zero: dots, spans, and the few lines
//! that are allowed.

use super::band_frame::BandFrame;
use super::drawing::{Drawing, PLAIN};
use super::sign::Sign;
use super::spots::{RADIUS, Spot, spots};
use super::value_axis::{ValueAxis, grid};
use super::{captions, dense, eras, pairs, slopes};
use crate::dataset::{Basis, Unit};
use crate::geometry::{Point, Rect};
use crate::locale;
use crate::reading::{DatedValue, Missing, Pair, Values, Voice};
use crate::scale::Time;
use crate::scene::{Align, Dash, Fill, Mark, Shape, Target};
use crate::text::truncate;

/// The width of a line between two values, and of one that the headline tells.
const LINE: f64 = 1.5;
const TOLD: f64 = 3.0;

/// Draws the plot of one partner in one unit.
pub(super) fn draw(
    drawing: &mut Drawing,
    frame: BandFrame,
    time: &Time,
    axis: ValueAxis,
    (values, pairs): (&Values, &[Pair]),
) {
    eras::shade(drawing, time, &[frame.partner], (frame.head, frame.foot));
    let scale = axis.scale(frame.head, frame.foot);
    let spots = spots(time, &scale, values);
    if spots.iter().flatten().next().is_none() {
        return nothing(drawing, frame, values);
    }
    grid(drawing, time, axis, &scale);
    let dense = dense::dense(values, &spots);
    dense::draw(drawing, frame, values, &spots, &dense);
    match drawing.request.reading.is_compared() {
        true => pairs::bars(drawing, frame, pairs, &spots),
        false => lines(drawing, frame, values, &spots, &dense),
    }
    marks(drawing, frame, values, (&spots, &dense), Shape::Circle);
    if !drawing.request.reading.is_compared() {
        slopes::draw(drawing, frame, values, &spots, &areas(&spots));
    }
    let all_labels = frame.all_labels && !dense.contains(&true);
    let frame = BandFrame { all_labels, ..frame };
    // The labels of the values keep out of the column of the axis.
    drawing.labels.block(Rect::new(0.0, frame.head, time.left - 2.0, frame.foot));
    eras::name(drawing, time, &[frame.partner], (frame.head, frame.foot));
    captions::labels(drawing, frame, axis, (values, pairs), &spots, &areas(&spots));
}

/// Says that there is no value to draw, where an empty plot would only hint at it.
fn nothing(drawing: &mut Drawing, frame: BandFrame, values: &Values) {
    let theme = drawing.request.theme;
    let words = drawing.words;
    let text = match (values.dated.is_empty(), values.undated.is_empty()) {
        // They are listed beside the axis.
        (true, false) => locale::sentence(drawing.request.locale, words.period_not_stated),
        (true, true) => {
            let missing = drawing.request.reading.no_values(drawing.request.data, &[frame.partner]);
            missing.word(words).to_owned()
        }
        (false, _) => Missing::InPeriod.word(words).to_owned(),
    };
    let text = truncate(drawing.request.measure, &text, PLAIN, drawing.request.width);
    let at = Point::new(0.0, (frame.head + frame.foot) / 2.0);
    drawing.text(&text, PLAIN, theme.muted, at, Align::Start);
}

pub(super) fn marks(
    drawing: &mut Drawing,
    frame: BandFrame,
    values: &Values,
    (spots, dense): (&[Option<Spot>], &[bool]),
    shape: Shape,
) {
    for ((value, spot), dense) in values.dated.iter().zip(spots).zip(dense) {
        if let Some(spot) = spot.filter(|_| !dense) {
            mark(drawing, frame, value, spot, shape);
        }
    }
}

/// What the marks cover.
pub(super) fn areas(spots: &[Option<Spot>]) -> Vec<Rect> {
    spots.iter().flatten().map(Spot::area).collect()
}

/// What joins the values, but for what is [`dense`]; the series that the headline tells in front.
pub(super) fn lines(
    drawing: &mut Drawing,
    frame: BandFrame,
    values: &Values,
    spots: &[Option<Spot>],
    dense: &[bool],
) {
    let reading = drawing.request.reading;
    let (data, reporting) = (drawing.request.data, drawing.request.data.meta.reporting);
    // An index is told of what its values are counted in.
    let unit = |value: &DatedValue| data.figure(value.figure).unit;
    for &(from, to) in values.joins.iter().filter(|(from, _)| !dense[*from]) {
        let (Some(start), Some(end)) = (spots[from], spots[to]) else { continue };
        let value = &values.dated[from];
        let dash = match value.voice(reporting) {
            Voice::Own => Dash::Solid,
            _ => Dash::Dashed,
        };
        let told = reading.finding.as_ref();
        let is_told =
            told.is_some_and(|told| told.is_of(frame.partner, unit(value), reading, value));
        let width = if is_told { TOLD } else { LINE };
        drawing.line(vec![start.at, end.at], width, frame.color, dash);
    }
}

/// Draws one value as what it is: reported by whom, sure or not, of a year or a part of it.
pub(super) fn mark(
    drawing: &mut Drawing,
    frame: BandFrame,
    value: &DatedValue,
    spot: Spot,
    shape: Shape,
) {
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
        line: None,
        label: None,
    });
    let (color, ground) = (frame.color, drawing.request.theme.ground);
    if spot.half > 0.0 {
        let is_of_one = value.first.civil().0 == value.last.civil().0;
        drawing.seen.add(if is_of_one { Sign::PartYear } else { Sign::Years });
        let rect = spot.area();
        drawing.labels.block(rect.grown(1.0));
        drawing.lines.push(Mark::Rect { rect, color: frame.pale });
        return;
    }
    if let Some([(start, _), (end, _)]) = spot.year {
        // Else a year's value would read as that of the month that the dot stands at.
        drawing.seen.add(Sign::WholeYear);
        let pale = frame.pale;
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
    let figure = drawing.request.data.figure(value.figure);
    if figure.unit == Unit::Count && !value.is_doubtful {
        // A count is nobody's statistics.
        drawing.symbol(spot.at, shape, RADIUS, color, Fill::Solid);
        return;
    }
    let (sign, fill) = match voice {
        Voice::Unnamed => (Sign::Doubtful, Fill::Dashed { ground }),
        _ if figure.period_basis == Basis::Inferred => (Sign::Doubtful, Fill::Dashed { ground }),
        _ if value.is_doubtful => (Sign::Ambiguous, Fill::Dashed { ground }),
        Voice::Own => (Sign::Own, Fill::Solid),
        Voice::Partner => (Sign::Partner, Fill::Hollow { ground }),
    };
    drawing.seen.add(sign);
    drawing.symbol(spot.at, shape, RADIUS, color, fill);
}
