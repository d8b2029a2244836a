//! The values of one partner, and which of them may be joined.
//!
//! Like joins like only: the same reporter, the same measure, consecutive full years, neither
//! derived nor ambiguous. Where one reporter has two values for a year, a line reaches only the
//! one that shares a source with its neighbour.

use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Basis, Certainty, Code, Dataset, Day, Event, Figure, Measure, Record};
use crate::scale::Time;

/// One value with a period: several records that agree are one value.
pub struct Value<'a> {
    pub figure: &'a Figure,
    /// Ids of the records that agree, the most precise first.
    pub records: Vec<&'a str>,
    members: Vec<&'a Figure>,
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

    fn is_joinable(&self) -> bool {
        self.year.is_some()
            && self.figure.reporter.is_some()
            && !self.figure.derived
            && self.figure.record.certainty != Certainty::Ambiguous
    }

    fn cites(&self) -> impl Iterator<Item = (u16, Option<u16>)> {
        self.members.iter().flat_map(|figure| places(&figure.record))
    }
}

fn places(record: &Record) -> impl Iterator<Item = (u16, Option<u16>)> {
    record.citations.iter().map(|citation| (citation.source, citation.paragraph))
}

/// The values of `measure` with `partner`.
pub fn values(data: &Dataset, partner: Code, measure: Measure) -> Values<'_> {
    let mut dated: Vec<Value> = Vec::new();
    let mut undated = Vec::new();
    for observation in data.observations(partner, measure) {
        let members: Vec<&Figure> =
            observation.members.iter().map(|index| &data.figures[*index]).collect();
        let Some(&figure) = members.first() else { continue };
        let Some(value) = figure.value else { continue };
        match figure.period.map(|period| (period, period.first(), period.last())) {
            Some((period, Some(first), Some(last))) => dated.push(Value {
                figure,
                records: members.iter().map(|figure| figure.record.id.as_str()).collect(),
                members,
                first,
                last,
                value,
                year: period.whole_year(),
            }),
            Some(_) => {}
            None => undated.extend(members),
        }
    }
    let dated = sorted_by_key(dated, |value| key(value.first.0, value.last.0));
    let joins = joins(&dated);
    let slopes = slopes(data, partner, &dated, &joins);
    Values { dated, joins, slopes, undated }
}

/// The nearest full years that end before the event begins, and begin after it ends: what stood
/// beside it in time, not what it caused. Of several values of a year the surest.
pub fn beside(values: &Values, event: &Event, reporting: Code) -> [Option<usize>; 2] {
    let first = event.date.and_then(|date| date.first());
    let last = event.date.and_then(|date| date.last());
    let nearest = |distance: &dyn Fn(&Value) -> Option<i32>| {
        let years = values.dated.iter().enumerate();
        years
            .filter(|(_, value)| value.year.is_some() && !value.figure.derived)
            .filter_map(|(index, value)| {
                let days = distance(value).filter(|days| *days > 0)?;
                Some((key(days, value.doubt(reporting)), index))
            })
            .min()
            .map(|(_, index)| index)
    };
    [
        nearest(&|value| Some(first?.0 - value.last.0)),
        nearest(&|value| Some(value.first.0 - last?.0)),
    ]
}

fn joins(dated: &[Value]) -> Vec<(usize, usize)> {
    let of_year = |year: i32, reporter: Option<Code>| {
        dated.iter().enumerate().filter(move |(_, value)| {
            value.is_joinable() && value.year == Some(year) && value.figure.reporter == reporter
        })
    };
    let mut joins = Vec::new();
    for (from, value) in dated.iter().enumerate().filter(|(_, value)| value.is_joinable()) {
        let (Some(year), reporter) = (value.year, value.figure.reporter) else { continue };
        let alone = of_year(year, reporter).count() == 1;
        let next_alone = of_year(year + 1, reporter).count() == 1;
        for (to, next) in of_year(year + 1, reporter) {
            let share =
                value.cites().any(|(source, _)| next.cites().any(|(other, _)| other == source));
            if share || (alone && next_alone) {
                joins.push((from, to));
            }
        }
    }
    joins
}

/// A growth claim ties two values when all three stand in the same place of one source.
fn slopes(data: &Dataset, partner: Code, dated: &[Value], joins: &[(usize, usize)]) -> Vec<Slope> {
    let mut slopes = Vec::new();
    let growth = data.figures.iter().filter(|figure| {
        figure.measure == Measure::Growth && figure.record.partners.contains(&partner)
    });
    for claim in growth {
        let Some(first) = claim.period.and_then(|period| period.first()) else { continue };
        let in_same_place = |value: &Value| {
            value.year.is_some()
                && value
                    .cites()
                    .any(|place| place.1.is_some() && places(&claim.record).any(|own| own == place))
        };
        let mut ends = dated.iter().enumerate().filter(|(_, value)| in_same_place(value));
        let (Some((from, start)), Some((to, end))) = (ends.next(), ends.next_back()) else {
            continue;
        };
        let known = start.first == first && start.figure.reporter == end.figure.reporter;
        if known && start.value > 0.0 && !joins.contains(&(from, to)) {
            slopes.push(Slope { from, to, ratio: end.value / start.value });
        }
    }
    slopes
}
