//! What the reader may choose in the view that is drawn: range, kinds, measure, scale.

use super::Request;
use super::band::is_money;
use super::pairs::pairs;
use super::selection::{self, Band};
use crate::dataset::{Day, EventKind, Measure};
use crate::scale::Time;
use crate::view::{ScaleKind, State, View};

/// The measures that a reader may choose; growth and documents stand beside another measure.
const MEASURES: [Measure; 4] =
    [Measure::Turnover, Measure::Exports, Measure::Imports, Measure::Agreements];

/// The years that the records in view span, and the part of them that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Whole years that hold every dated record in view, and the range drawn.
    pub first: Day,
    pub last: Day,
    /// The range drawn.
    pub from: Day,
    pub to: Day,
    /// The ends of the time axis in CSS pixels: the start of `from` and the end of `to`.
    pub left: f64,
    pub right: f64,
}

/// A kind of event that occurs in the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KindOffer {
    pub kind: EventKind,
    /// How many dated events of it the partners in view have; 1 or more.
    pub count: u32,
    /// Whether it is drawn.
    pub on: bool,
}

pub fn extent(request: &Request, bands: &[Band], time: &Time) -> Extent {
    let (mut first, mut last) = (time.from, time.to);
    for (from, to) in selection::days(request, bands) {
        (first, last) = (first.min(from), last.max(to));
    }
    let first = Day::from_civil(first.civil().0, 1, 1);
    let last = Day::from_civil(last.civil().0, 12, 31);
    Extent { first, last, from: time.from, to: time.to, left: time.left, right: time.right }
}

/// The kinds of the events with the partners in view, in the order of the word list.
pub fn kinds(request: &Request, bands: &[Band]) -> Vec<KindOffer> {
    let mut offers = Vec::new();
    if !matches!(request.state.view, View::Story | View::Events | View::Table) {
        return offers;
    }
    let chosen = &request.state.kinds;
    for kind in EventKind::ALL {
        let mut count = 0;
        for event in &request.data.events {
            let partners = &event.record.partners;
            let in_view = bands.iter().any(|band| partners.contains(&band.partner.code));
            count += u32::from(event.kind == *kind && event.date.is_some() && in_view);
        }
        if count > 0 {
            let on = chosen.is_empty() || chosen.contains(kind);
            offers.push(KindOffer { kind: *kind, count, on });
        }
    }
    offers
}

/// The measures that the view draws and the dataset has a value of.
pub fn measures(request: &Request) -> Vec<Measure> {
    let mut measures = MEASURES.to_vec();
    let figures = &request.data.figures;
    let draws = matches!(request.state.view, View::Story | View::Trade);
    measures.retain(|measure| {
        draws && figures.iter().any(|figure| figure.measure == *measure && figure.value.is_some())
    });
    measures
}

/// The scale that is drawn: `trade` alone has another one than a linear one for each partner, and
/// counts form no index.
pub fn scale(state: &State) -> ScaleKind {
    match state.scale {
        ScaleKind::Indexed if !is_money(state.measure) => ScaleKind::Linear,
        scale if state.view == View::Trade => scale,
        _ => ScaleKind::Linear,
    }
}

/// The scales that make sense: one plot for all partners in `trade` alone, and an index of values
/// that form a series.
pub fn scales(request: &Request) -> Vec<ScaleKind> {
    let mut scales = Vec::new();
    if request.state.view == View::Trade {
        scales.extend([ScaleKind::Linear, ScaleKind::Log]);
        if is_money(request.state.measure) {
            scales.push(ScaleKind::Indexed);
        }
    }
    scales
}

/// Whether two reporters tell of the same period anywhere in view, on a scale that shows it.
pub fn compares(request: &Request, bands: &[Band]) -> bool {
    matches!(request.state.view, View::Story | View::Trade)
        && scale(request.state) == ScaleKind::Linear
        && bands.iter().any(|band| !pairs(&band.values.dated).is_empty())
}
