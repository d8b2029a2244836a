//! The values of one partner, and which of them may be joined.
//!
//! Like joins like only: the same reporter, the same measure, consecutive full years, neither
//! derived nor ambiguous. Where one reporter has two values for a year, a line reaches only the
//! one that shares a source with its neighbour.

use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Basis, Certainty, Code, Dataset, Day, Event, Figure, Measure, Record};
use crate::scale::Time;

/// A source and the paragraph of it.
type Place = (u16, Option<u16>);

/// One value with a period: several records that agree are one value.
#[derive(Clone)]
pub struct Value<'a> {
    pub figure: &'a Figure,
    /// Ids of the records that agree, the most precise first.
    pub records: Vec<&'a str>,
    /// Where the records stand in their sources.
    pub places: Vec<Place>,
    pub first: Day,
    pub last: Day,
    pub value: f64,
    /// The calendar year, where the period is exactly one.
    pub year: Option<i32>,
}

/// Whose statistics a value is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Own,
    Partner,
    Unnamed,
}

/// Two values that one source puts in relation although the years between are not known.
pub struct Slope {
    pub from: usize,
    pub to: usize,
    /// Later over earlier value.
    pub ratio: f64,
}

/// All that is known of one measure with one partner.
pub struct Values<'a> {
    /// By start of period, then by end.
    pub dated: Vec<Value<'a>>,
    /// Pairs of indexes into `dated`.
    pub joins: Vec<(usize, usize)>,
    pub slopes: Vec<Slope>,
    /// Figures with a value but without a period.
    pub undated: Vec<&'a Figure>,
}

impl Values<'_> {
    /// The highest value, of those in `time` if it is given; 0 without one.
    pub fn most(&self, time: Option<&Time>) -> f64 {
        let mut most: f64 = 0.0;
        for value in &self.dated {
            if time.is_none_or(|time| time.contains(value.first, value.last)) {
                most = most.max(value.value);
            }
        }
        most
    }
}

impl Value<'_> {
    pub fn voice(&self, reporting: Code) -> Voice {
        match self.figure.reporter {
            Some(reporter) if reporter == reporting => Voice::Own,
            Some(_) => Voice::Partner,
            None => Voice::Unnamed,
        }
    }

    /// Whether the period, or the record as a whole, is open to doubt.
    pub fn is_doubtful(&self) -> bool {
        let figure = self.figure;
        figure.period_basis == Basis::Inferred
            || figure.record.certainty == Certainty::Ambiguous
            || figure.period.is_some_and(|period| period.is_doubtful())
    }

    /// For choosing among several values of a year: stated before inferred, own statistics
    /// before a partner's, and those before unnamed ones.
    pub fn doubt(&self, reporting: Code) -> i32 {
        self.figure.record.certainty as i32 * 4 + self.voice(reporting) as i32
    }

    /// Whether a named reporter published it without ambiguity.
    pub fn is_reported(&self) -> bool {
        self.figure.reporter.is_some()
            && !self.figure.derived
            && self.figure.record.certainty != Certainty::Ambiguous
    }

    fn is_joinable(&self) -> bool {
        self.year.is_some() && self.is_reported()
    }
}

fn places(record: &Record) -> impl Iterator<Item = Place> {
    record.citations.iter().map(|citation| (citation.source, citation.paragraph))
}

/// The values of `measure` with `partner`.
pub fn values(data: &Dataset, partner: Code, measure: Measure) -> Values<'_> {
    let mut dated: Vec<Value> = Vec::new();
    let mut undated = Vec::new();
    for observation in data.observations(partner, measure) {
        let figure = &data.figures[observation.leader];
        let Some(value) = figure.value else { continue };
        let (mut records, mut found) = (Vec::new(), Vec::new());
        for member in observation.members {
            let member = &data.figures[member];
            if figure.period.is_none() {
                undated.push(member);
            }
            records.push(member.record.id.as_str());
            found.extend(places(&member.record));
        }
        let Some(period) = figure.period else { continue };
        if let (Some(first), Some(last)) = (period.first(), period.last()) {
            let year = period.whole_year();
            dated.push(Value { figure, records, places: found, first, last, value, year });
        }
    }
    let dated = sorted_by_key(dated, |value| key(value.first.0, value.last.0));
    tied(data, partner, dated, undated)
}

/// The values with what joins them.
pub fn tied<'a>(
    data: &Dataset,
    partner: Code,
    dated: Vec<Value<'a>>,
    undated: Vec<&'a Figure>,
) -> Values<'a> {
    let joins = joins(&dated);
    let slopes = slopes(data, partner, &dated, &joins);
    Values { dated, joins, slopes, undated }
}

/// The nearest full years that end before the event begins, and begin after it ends: what stood
/// beside it in time, not what it caused. Of several values of a year the surest.
pub fn beside(values: &Values, event: &Event, reporting: Code) -> [Option<usize>; 2] {
    let first = event.date.and_then(|date| date.first());
    let last = event.date.and_then(|date| date.last());
    let mut nearest: [Option<(i64, usize)>; 2] = [None, None];
    for (index, value) in values.dated.iter().enumerate() {
        if value.year.is_none() || value.figure.derived {
            continue;
        }
        let days =
            [first.map(|first| first.0 - value.last.0), last.map(|last| value.first.0 - last.0)];
        for (nearest, days) in nearest.iter_mut().zip(days) {
            let Some(days) = days.filter(|days| *days > 0) else { continue };
            let this = (key(days, value.doubt(reporting)), index);
            if nearest.is_none_or(|nearest| this < nearest) {
                *nearest = Some(this);
            }
        }
    }
    nearest.map(|nearest| nearest.map(|(_, index)| index))
}

fn joins(dated: &[Value]) -> Vec<(usize, usize)> {
    let mut joins = Vec::new();
    for (from, value) in dated.iter().enumerate() {
        let Some(year) = value.year.filter(|_| value.is_joinable()) else { continue };
        let (mut of_year, mut next) = (0, Vec::new());
        for (to, other) in dated.iter().enumerate() {
            if !other.is_joinable() || other.figure.reporter != value.figure.reporter {
                continue;
            }
            of_year += u32::from(other.year == Some(year));
            if other.year == Some(year + 1) {
                next.push(to);
            }
        }
        let alone = of_year == 1 && next.len() == 1;
        for to in next {
            let cites = |source: u16| dated[to].places.iter().any(|(other, _)| *other == source);
            if alone || value.places.iter().any(|(source, _)| cites(*source)) {
                joins.push((from, to));
            }
        }
    }
    joins
}

/// A growth claim ties two values when all three stand in the same place of one source.
fn slopes(data: &Dataset, partner: Code, dated: &[Value], joins: &[(usize, usize)]) -> Vec<Slope> {
    let mut slopes = Vec::new();
    for claim in &data.figures {
        if claim.measure != Measure::Growth || !claim.record.partners.contains(&partner) {
            continue;
        }
        let Some(first) = claim.period.and_then(|period| period.first()) else { continue };
        let (mut start, mut end) = (None, None);
        for (index, value) in dated.iter().enumerate().filter(|(_, value)| value.year.is_some()) {
            let same = |place: Place| place.1.is_some() && value.places.contains(&place);
            if places(&claim.record).any(same) {
                let slot = if start.is_none() { &mut start } else { &mut end };
                *slot = Some(index);
            }
        }
        let (Some(from), Some(to)) = (start, end) else { continue };
        let (start, end) = (&dated[from], &dated[to]);
        let known = start.first == first && start.figure.reporter == end.figure.reporter;
        if known && start.value > 0.0 && !joins.contains(&(from, to)) {
            slopes.push(Slope { from, to, ratio: end.value / start.value });
        }
    }
    slopes
}
