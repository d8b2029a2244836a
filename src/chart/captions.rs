//! What is written beside the values of a band: the telling ones first, each beside its own mark.

use super::band_frame::BandFrame;
use super::drawing::{Drawing, PLAIN, STRONG};
use super::pairs;
use super::spots::{RADIUS, SPAN, Spot};
use super::value_axis::{ValueAxis, is_named};
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Code, Qualifier};
use crate::geometry::{Point, Rect};
use crate::layout::LabelPlace;
use crate::locale;
use crate::reading::{Claim, DatedValue, Pair, Values, beside};
use crate::scene::{Align, Mark, TextStyle};

/// Labels the values, and the gaps of pairs.
///
/// `areas` are those of all marks of the plot, of other partners too.
pub fn labels(
    drawing: &mut Drawing,
    frame: BandFrame,
    axis: ValueAxis,
    (values, pairs): (&Values, &[Pair]),
    spots: &[Option<Spot>],
    areas: &[Rect],
) {
    let mut said = vec![false; values.dated.len()];
    let mut gaps_named = !drawing.request.reading.is_compared();
    for (index, rank) in telling(drawing, frame, (values, pairs), spots) {
        let Some(spot) = spots[index].filter(|_| !said[index]) else { continue };
        let value = &values.dated[index];
        if rank > Rank::Told && !gaps_named {
            pairs::gaps(drawing, axis, pairs, spots);
            gaps_named = true;
        }
        let named =
            matches!(rank, Rank::Pair | Rank::Told | Rank::Last | Rank::Latest | Rank::Mirror);
        let pair = pairs.iter().find(|pair| named && pair.members.contains(&index));
        if let Some(pair) = pair
            && !pair.members.iter().any(|member| said[*member])
            && by_whom(drawing, frame, axis, values, spots, areas, &pair.members)
        {
            pair.members.iter().for_each(|member| said[*member] = true);
            continue;
        }
        if rank == Rank::Last
            && let Some(long) = in_year(drawing, axis, value)
            && put_clearly(drawing, frame, spot, areas, rank, (&long, STRONG))
        {
            said[index] = true;
            continue;
        }
        let short = qualified(drawing, value.qualifier, axis.amount(drawing, value.value));
        let style = if matches!(rank, Rank::Focus | Rank::Last) { STRONG } else { PLAIN };
        said[index] = put(drawing, frame, spot, areas, rank, (&short, style));
    }
    if !gaps_named {
        pairs::gaps(drawing, axis, pairs, spots);
    }
}

/// Puts a value's label beside it; what the headline tells or the reader chose stands even where it
/// is close to another mark.
fn put(
    drawing: &mut Drawing,
    frame: BandFrame,
    spot: Spot,
    areas: &[Rect],
    rank: Rank,
    (text, style): (&str, TextStyle),
) -> bool {
    if put_clearly(drawing, frame, spot, areas, rank, (text, style)) {
        return true;
    }
    let rect = if rank <= Rank::Last {
        drawing.labels.put(text, style, frame.color, &places(frame, spot))
    } else {
        None
    };
    cut_grid(drawing, rect)
}

/// Puts a value's label beside it where it is nearer to its mark than to any other, the more surely
/// so the less it has to say.
fn put_clearly(
    drawing: &mut Drawing,
    frame: BandFrame,
    spot: Spot,
    areas: &[Rect],
    rank: Rank,
    (text, style): (&str, TextStyle),
) -> bool {
    let places = places(frame, spot);
    let telling = rank < Rank::First;
    let clearly = if telling { 2.0 } else { 4.0 };
    // A telling dot is not mistaken for a thin span near its label; any other may be.
    let mut others = areas.to_vec();
    others.retain(|area| !telling || area.height() > SPAN + 1.0);
    let labels = &mut drawing.labels;
    let mut beside = |clearly: f64| {
        let near = (spot.area(), others.as_slice(), clearly);
        labels.put_beside(text, style, frame.color, &places, near)
    };
    let mut rect = beside(clearly);
    if rect.is_none() && rank < Rank::Latest {
        rect = beside(0.0);
    }
    cut_grid(drawing, rect)
}

/// The places around a spot; below the zero line the lane or the axis begins.
fn places(frame: BandFrame, spot: Spot) -> Vec<LabelPlace> {
    let mut places = around(spot).to_vec();
    places.retain(|(at, _)| at.y < frame.foot - 3.0);
    places
}

/// Grid lines stop at a label; whether there is one.
fn cut_grid(drawing: &mut Drawing, label: Option<Rect>) -> bool {
    if let Some(rect) = label {
        let color = drawing.request.theme.ground;
        drawing.lines.push(Mark::Rect { rect: rect.grown(1.0), color });
    }
    label.is_some()
}

/// Says of all values of a pair by whose statistics they are, or of none.
fn by_whom(
    drawing: &mut Drawing,
    frame: BandFrame,
    axis: ValueAxis,
    values: &Values,
    spots: &[Option<Spot>],
    areas: &[Rect],
    members: &[usize],
) -> bool {
    let (labels, lines) = (drawing.labels.so_far(), drawing.lines.len());
    for &member in members {
        let long = by(drawing, axis, &values.dated[member]);
        let said = long.zip(spots[member]).is_some_and(|(long, spot)| {
            put_clearly(drawing, frame, spot, areas, Rank::Mirror, (&long, PLAIN))
        });
        if !said {
            drawing.labels.undo(labels);
            drawing.lines.truncate(lines);
            return false;
        }
    }
    true
}

/// "about $7.5 mln in 2023"
fn in_year(drawing: &Drawing, axis: ValueAxis, value: &DatedValue) -> Option<String> {
    let year = locale::plain(value.year?);
    let text = full(drawing, axis, value);
    Some(locale::fill(drawing.words.value_in_year, &[("value", &text), ("year", &year)]))
}

/// "$4 bn, according to Russian statistics", where the reporter is known.
fn by(drawing: &Drawing, axis: ValueAxis, value: &DatedValue) -> Option<String> {
    let partner = drawing.request.data.partner(value.reporter?)?;
    let by = partner.by.get(drawing.request.locale.language);
    let claim = full(drawing, axis, value);
    Some(locale::fill(drawing.words.attributed, &[("claim", &claim), ("by", by)]))
}

/// The value with its unit and qualifier.
fn full(drawing: &Drawing, axis: ValueAxis, value: &DatedValue) -> String {
    let text = match is_named(axis.unit) {
        true => drawing.amount(value.value, axis.unit),
        false => axis.amount(drawing, value.value),
    };
    qualified(drawing, value.qualifier, text)
}

/// Why a value is labelled, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Focus,
    /// A value of a pair, where reporters are compared.
    Pair,
    /// An end of what the headline tells, or of a growth that a source states.
    Told,
    Last,
    /// Another value of the last year.
    Latest,
    Mirror,
    Peak,
    First,
    Other,
}

/// The values to label, most telling first: the chosen one, the ends of what is told, the last,
/// mirror values far apart, the highest, the first.
fn telling(
    drawing: &Drawing,
    frame: BandFrame,
    (values, pairs): (&Values, &[Pair]),
    spots: &[Option<Spot>],
) -> Vec<(usize, Rank)> {
    let dated = &values.dated;
    let is_year =
        |index: usize| spots[index].is_some_and(|spot| spot.half == 0.0) && !dated[index].derived;
    let reporting = drawing.request.data.meta.reporting;
    let (mut first, mut last, mut peak) = (None, None::<usize>, None::<usize>);
    for (index, value) in dated.iter().enumerate() {
        if !is_year(index) {
            continue;
        }
        first = first.or(Some(index));
        // Of the last year the value that is surest.
        let lateness = |value: &DatedValue| key(value.last.0, -value.doubt(reporting));
        if last.is_none_or(|last| lateness(&dated[last]) <= lateness(value)) {
            last = Some(index);
        }
        if peak.is_none_or(|peak| dated[peak].value <= value.value) {
            peak = Some(index);
        }
    }
    let compares = drawing.request.reading.is_compared();
    let around_event = around_event(drawing, frame.partner, values);
    let mut ranked = Vec::new();
    for (index, this) in dated.iter().enumerate() {
        if spots[index].is_none() {
            continue;
        }
        let focused = this.ids(drawing.request.data).any(|id| drawing.is_chosen(id));
        let of_last_year =
            || last.is_some_and(|last| this.year.is_some() && dated[last].year == this.year);
        let rank = if focused || around_event.contains(&Some(index)) {
            Rank::Focus
        } else if compares && pairs.iter().any(|pair| pair.members.contains(&index)) {
            Rank::Pair
        } else if last == Some(index) {
            Rank::Last
        } else if !compares && is_told(drawing, frame.partner, values, index, spots) {
            Rank::Told
        } else if is_year(index) && of_last_year() {
            Rank::Latest
        } else if is_far_mirror(values, index) {
            Rank::Mirror
        } else if peak == Some(index) {
            Rank::Peak
        } else if first == Some(index) {
            Rank::First
        } else {
            Rank::Other
        };
        // Parts of years step back; where nothing but them is known, they are what there is to tell.
        let steps_back = !is_year(index) && !this.derived && rank == Rank::Other;
        if first.is_none() || rank < Rank::Other || frame.all_labels && !steps_back {
            ranked.push((index, rank));
        }
    }
    sorted_by_key(ranked, |(index, rank)| key(*rank as i32, *index as i32))
}

/// Whether the headline tells the value, or it is an end of a growth that a source states.
fn is_told(
    drawing: &Drawing,
    partner: Code,
    values: &Values,
    index: usize,
    spots: &[Option<Spot>],
) -> bool {
    let reading = drawing.request.reading;
    let figure = values.dated[index].figure;
    let is_end = values.slopes.iter().any(|slope| {
        let is_drawn = spots[slope.from].is_some() && spots[slope.to].is_some();
        is_drawn && (slope.from == index || slope.to == index)
    });
    let is_in_headline = reading.finding.as_ref().is_some_and(|told| {
        reading.bands[told.band].code == partner
            && matches!(told.claim, Claim::Change { .. })
            && told.figures().contains(&figure)
    });
    is_end || is_in_headline
}

/// The values before and after the chosen event, where it is this partner's.
fn around_event(drawing: &Drawing, partner: Code, values: &Values) -> [Option<usize>; 2] {
    let data = drawing.request.data;
    let event = data.events.iter().find(|event| drawing.is_chosen(&event.record.id));
    match event.filter(|event| event.record.partners.contains(&partner)) {
        Some(event) => beside(data, values, event),
        None => [None, None],
    }
}

/// Whether another named reporter has a value for the same year that differs by half or more.
fn is_far_mirror(values: &Values, index: usize) -> bool {
    let (this, dated) = (&values.dated[index], &values.dated);
    let same = |other: &&DatedValue| other.first == this.first;
    let mut of_year = dated[..index].iter().rev().take_while(same);
    let mut after = dated[index + 1..].iter().take_while(same);
    let is_far = |other: &DatedValue| {
        other.year == this.year
            && other.is_reported()
            && other.reporter != this.reporter
            && (other.value > this.value * 1.5 || this.value > other.value * 1.5)
    };
    this.year.is_some()
        && this.reporter.is_some()
        && !this.derived
        && (of_year.any(is_far) || after.any(is_far))
}

/// The value with the words that belong to it: "about 6.5", "more than 3".
fn qualified(drawing: &Drawing, qualifier: Qualifier, amount: String) -> String {
    locale::fill(drawing.words.qualifier(qualifier), &[("value", &amount)])
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
