//! Which values of a band deserve a label, and in which order.

use super::band_frame::BandFrame;
use super::drawing::Drawing;
use super::spots::Spot;
use crate::dataset::Code;
use crate::dataset::order::{key, sorted_by_key};
use crate::reading::{Claim, DatedValue, INDEX_BASE, Length, Pair, Series, Values, beside, weight};
use crate::view::ScaleKind;

/// How many values of months or quarters have labels of their own.
const SHORT: usize = 12;

/// Why a value is labelled, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Focus,
    /// An end of the difference that the headline tells.
    Gap,
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
pub(super) fn telling(
    drawing: &Drawing,
    frame: BandFrame,
    (values, pairs): (&Values, &[Pair]),
    spots: &[Option<Spot>],
) -> Vec<(usize, Rank)> {
    let dated = &values.dated;
    let is_year =
        |index: usize| spots[index].is_some_and(|spot| spot.half == 0.0) && !dated[index].derived;
    let reporting = drawing.request.data.meta.reporting;
    let voice = leading(drawing, frame.partner, values);
    // Of the last year the value of the series that is told, or else the surest.
    let doubt = |value: &DatedValue| match voice {
        Some(_) if value.reporter == voice => -1,
        _ => value.doubt(reporting),
    };
    let (first, last, peak) = ends(dated, doubt, is_year);
    let compares = drawing.request.reading.is_compared();
    let is_indexed = drawing.request.reading.scale == ScaleKind::Indexed;
    let around_event = around_event(drawing, frame.partner, values);
    let rank = |index: usize| {
        let this = &dated[index];
        let of_last_year =
            || last.is_some_and(|last| this.year.is_some() && dated[last].year == this.year);
        let focused = this.ids(drawing.request.data).any(|id| drawing.is_chosen(id));
        match index {
            _ if focused || around_event.contains(&Some(index)) => Rank::Focus,
            _ if compares && is_in_headline(drawing, frame.partner, values, index) => Rank::Gap,
            _ if compares && pairs.iter().any(|pair| pair.members.contains(&index)) => Rank::Pair,
            _ if last == Some(index) => Rank::Last,
            _ if !compares && is_told(drawing, frame.partner, values, index, spots) => Rank::Told,
            _ if is_year(index) && of_last_year() => Rank::Latest,
            _ if is_far_mirror(values, index) => Rank::Mirror,
            _ if peak == Some(index) => Rank::Peak,
            _ if first == Some(index) => Rank::First,
            _ => Rank::Other,
        }
    };
    // Of many months the ends and the peak: the line tells the rest.
    let is_short = |value: &DatedValue| {
        matches!(value.length, Length::Day | Length::Week | Length::Month | Length::Quarter)
    };
    let is_dense = dated.iter().filter(|value| is_short(value)).count() > SHORT;
    let mut ranked = Vec::new();
    for (index, this) in dated.iter().enumerate() {
        // That the base of an index is 100 says the line that it stands on.
        if spots[index].is_none() || is_indexed && this.value == INDEX_BASE {
            continue;
        }
        let rank = rank(index);
        // Parts of years step back; where nothing but them is known, they are what there is to tell.
        let steps_back =
            rank == Rank::Other && (!is_year(index) && !this.derived || is_dense && is_short(this));
        if first.is_none() || rank < Rank::Other || frame.all_labels && !steps_back {
            ranked.push((index, rank));
        }
    }
    sorted_by_key(ranked, |(index, rank)| key(*rank as i32, *index as i32))
}

/// Whose statistics the partner's most telling series is from.
fn leading(drawing: &Drawing, partner: Code, values: &Values) -> Option<Code> {
    let reading = drawing.request.reading;
    let band = reading.bands.iter().position(|band| band.code == partner)?;
    let weight = |series: &&Series| {
        let reporting = drawing.request.data.meta.reporting;
        weight(series, (band, values), reading.finding.as_ref(), reporting)
    };
    values.series.iter().max_by_key(weight)?.reporter
}

/// The first value, the one of the last year with least doubt (of several the first, as the headline
/// tells), and the highest, of those that are of a year.
fn ends(
    dated: &[DatedValue],
    doubt: impl Fn(&DatedValue) -> i32,
    is_year: impl Fn(usize) -> bool,
) -> (Option<usize>, Option<usize>, Option<usize>) {
    let (mut first, mut last, mut peak) = (None, None::<usize>, None::<usize>);
    for (index, value) in dated.iter().enumerate() {
        if !is_year(index) {
            continue;
        }
        first = first.or(Some(index));
        let lateness = |value: &DatedValue| key(value.last.0, -doubt(value));
        if last.is_none_or(|last| lateness(&dated[last]) < lateness(value)) {
            last = Some(index);
        }
        if peak.is_none_or(|peak| dated[peak].value <= value.value) {
            peak = Some(index);
        }
    }
    (first, last, peak)
}

/// Whether the headline tells the value, or it is an end of a growth that a source states.
fn is_told(
    drawing: &Drawing,
    partner: Code,
    values: &Values,
    index: usize,
    spots: &[Option<Spot>],
) -> bool {
    let is_end = values.slopes.iter().any(|slope| {
        let is_drawn = spots[slope.from].is_some() && spots[slope.to].is_some();
        is_drawn && (slope.from == index || slope.to == index)
    });
    is_end || is_in_headline(drawing, partner, values, index)
}

/// Whether the headline tells of two values, and this is one of them.
fn is_in_headline(drawing: &Drawing, partner: Code, values: &Values, index: usize) -> bool {
    let reading = drawing.request.reading;
    reading.finding.as_ref().is_some_and(|told| {
        reading.bands[told.band].code == partner
            && matches!(told.claim, Claim::Change { .. } | Claim::Difference { .. })
            && told.figures().contains(&values.dated[index].figure)
    })
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
