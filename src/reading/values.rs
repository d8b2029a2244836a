//! The values of one partner in one unit, and the series that they form.
//!
//! A series is what can be compared: the same partner, measure, unit, reporter and length of
//! period. All that joins, compares, tells or sounds goes by series.

use super::observations::observations;
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{
    Basis, Certainty, Code, Dataset, Day, Edtf, Figure, Measure, Qualifier, Record, Unit,
};

/// A source and the paragraph of it.
pub type CitedPlace = (u32, Option<u16>);

/// How long a period is, as far as series go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Day,
    Month,
    Quarter,
    Year,
    /// Any other length, or a quarter that belongs to no series of quarters.
    Part,
}

/// One value with a period: several records that agree are one value.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedValue {
    /// The most precise record, as an index into the dataset's figures.
    pub figure: usize,
    /// The others that agree.
    pub others: Vec<usize>,
    pub first: Day,
    pub last: Day,
    /// In the unit of its [`Values`].
    pub value: f64,
    pub length: Length,
    /// The calendar year, where the period is exactly one.
    pub year: Option<i32>,
    pub reporter: Option<Code>,
    pub qualifier: Qualifier,
    /// Computed, not published.
    pub derived: bool,
    pub certainty: Certainty,
    /// Whether the period, or the record as a whole, is open to doubt.
    pub is_doubtful: bool,
}

/// Whose statistics a value is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Own,
    Partner,
    Unnamed,
}

/// Values that can be compared with each other, as indexes into [`Values::dated`] by time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub reporter: Option<Code>,
    pub length: Length,
    /// Whether its values are computed; those never stand among published ones.
    pub derived: bool,
    pub members: Vec<usize>,
}

/// Two values that one source puts in relation.
#[derive(Clone, Debug, PartialEq)]
pub struct Slope {
    /// The claim, as an index into the dataset's figures.
    pub claim: usize,
    /// Indexes into the dated values.
    pub from: usize,
    pub to: usize,
    /// Later over earlier value.
    pub ratio: f64,
}

/// All that is known of one measure with one partner in one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    pub unit: Unit,
    /// By start of period, then by end.
    pub dated: Vec<DatedValue>,
    /// The one with most values first.
    pub series: Vec<Series>,
    /// Pairs of indexes into `dated`: consecutive periods of one series.
    pub joins: Vec<(usize, usize)>,
    pub slopes: Vec<Slope>,
    /// Figures with a value but without a period, as indexes into the dataset's.
    pub undated: Vec<usize>,
}

impl Values {
    /// The first and the last of the calendar years without a value between one and the latest of
    /// those before it.
    pub fn gap_before(&self, at: usize) -> Option<(i32, i32)> {
        let first = self.dated[at].first.civil().0;
        let before = self.dated[..at].iter().map(|value| value.last.civil().0).max()?;
        (before + 1 < first).then(|| (before + 1, first - 1))
    }

    /// The highest value of those that touch the days `from` to `to`; 0 without one.
    pub fn most(&self, from: Day, to: Day) -> f64 {
        let mut most: f64 = 0.0;
        for value in self.dated.iter().filter(|value| from <= value.last && value.first <= to) {
            most = most.max(value.value);
        }
        most
    }
}

impl DatedValue {
    pub fn voice(&self, reporting: Code) -> Voice {
        match self.reporter {
            Some(reporter) if reporter == reporting => Voice::Own,
            Some(_) => Voice::Partner,
            None => Voice::Unnamed,
        }
    }

    /// For choosing among several values of a period: stated before inferred, own statistics
    /// before a partner's, and those before unnamed ones.
    pub fn doubt(&self, reporting: Code) -> i32 {
        self.certainty as i32 * 4 + self.voice(reporting) as i32
    }

    /// Whether it was published without ambiguity.
    pub fn is_published(&self) -> bool {
        !self.derived && self.certainty != Certainty::Ambiguous
    }

    /// Whether a named reporter published it without ambiguity.
    pub fn is_reported(&self) -> bool {
        self.reporter.is_some() && self.is_published()
    }

    /// The records that agree, the most precise first.
    pub fn figures<'a>(&'a self, data: &'a Dataset) -> impl Iterator<Item = &'a Figure> {
        std::iter::once(&self.figure).chain(&self.others).map(|at| data.figure(*at))
    }

    /// The ids of the records that agree, the most precise first.
    pub fn ids<'a>(&'a self, data: &'a Dataset) -> impl Iterator<Item = &'a str> {
        self.figures(data).map(|figure| figure.record.id.as_str())
    }

    /// Where the records stand in their sources.
    pub fn places<'a>(&'a self, data: &'a Dataset) -> impl Iterator<Item = CitedPlace> + 'a {
        self.figures(data).flat_map(|figure| places(&figure.record))
    }
}

pub fn places(record: &Record) -> impl Iterator<Item = CitedPlace> {
    record.citations.iter().map(|citation| (citation.source, citation.paragraph))
}

/// The values of `measure` with `partner`, unit by unit, the unit of most values first; one of
/// them, without values, where there is none.
pub fn values(data: &Dataset, partner: Code, measure: Measure) -> Vec<Values> {
    let mut all: Vec<Values> = Vec::new();
    for observation in observations(data, partner, measure) {
        let figure = data.figure(observation.leader);
        let at = all.iter().position(|values| values.unit == figure.unit).unwrap_or_else(|| {
            all.push(Values { unit: figure.unit, ..Values::default() });
            all.len() - 1
        });
        match (figure.value, figure.period) {
            (Some(_), None) => {
                all[at].undated.push(observation.leader);
                all[at].undated.extend(observation.others);
            }
            (Some(value), Some(period)) => all[at].dated.extend(dated(
                figure,
                (observation.leader, observation.others),
                period,
                value,
            )),
            (None, _) => {}
        }
    }
    all.retain(|values| !values.dated.is_empty() || !values.undated.is_empty());
    if all.is_empty() {
        all.push(Values { unit: data.unit_of(measure), ..Values::default() });
    }
    for values in &mut all {
        let dated = std::mem::take(&mut values.dated);
        values.dated = sorted_by_key(dated, |value| key(value.first.0, value.last.0));
        tie(data, values);
    }
    sorted_by_key(all, |values| -(values.dated.len() as i64))
}

fn dated(
    figure: &Figure,
    (leader, others): (usize, Vec<usize>),
    period: Edtf,
    value: f64,
) -> Option<DatedValue> {
    let (first, last) = (period.first()?, period.last()?);
    let length = length(first, last);
    Some(DatedValue {
        figure: leader,
        others,
        first,
        last,
        value,
        length,
        year: (length == Length::Year).then(|| first.civil().0),
        reporter: figure.reporter,
        qualifier: figure.qualifier,
        derived: figure.derived,
        certainty: figure.record.certainty,
        is_doubtful: figure.period_basis == Basis::Inferred
            || figure.record.certainty == Certainty::Ambiguous
            || period.is_doubtful(),
    })
}

fn length(first: Day, last: Day) -> Length {
    let ((from, month, day), (to, end, _)) = (first.civil(), last.civil());
    let whole = day == 1 && Day(last.0 + 1).civil().2 == 1 && from == to;
    match (whole, end + 1 - month.min(end)) {
        _ if first == last => Length::Day,
        (true, 1) => Length::Month,
        (true, 3) if month % 3 == 1 => Length::Quarter,
        (true, 12) => Length::Year,
        _ => Length::Part,
    }
}

/// Finds the series of the values, and what joins them.
pub fn tie(data: &Dataset, values: &mut Values) {
    let all = series(&values.dated);
    for series in all.iter().filter(|series| series.length == Length::Quarter) {
        // Values since the year's start are no quarters, even those of three months.
        let is_since_start = |at: &usize| values.dated[*at].first.civil().1 == 1;
        if series.members.iter().all(is_since_start) {
            series.members.iter().for_each(|at| values.dated[*at].length = Length::Part);
        }
    }
    let series = series(&values.dated);
    let mut joins = Vec::new();
    for series in series.iter().filter(|series| series.length != Length::Part) {
        join(data, &values.dated, &series.members, &mut joins);
    }
    values.joins = sorted_by_key(joins, |(from, to)| key(*from as i32, *to as i32));
    values.series = sorted_by_key(series, |series| -(series.members.len() as i64));
}

/// Series of values that are not ambiguous.
fn series(dated: &[DatedValue]) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for (at, value) in dated.iter().enumerate() {
        if value.certainty == Certainty::Ambiguous {
            continue;
        }
        let same = |series: &&mut Series| {
            series.reporter == value.reporter
                && series.length == value.length
                && series.derived == value.derived
        };
        match all.iter_mut().find(same) {
            Some(series) => series.members.push(at),
            None => all.push(Series {
                reporter: value.reporter,
                length: value.length,
                derived: value.derived,
                members: vec![at],
            }),
        }
    }
    all
}

/// Joins what follows each other. Where a reporter has two values for a period, or is not named, a
/// line reaches only what shares a source with its neighbour.
fn join(data: &Dataset, dated: &[DatedValue], members: &[usize], joins: &mut Vec<(usize, usize)>) {
    let period = |from: usize| {
        let start = members.get(from).map(|at| dated[*at].first);
        let same = members[from..].iter().take_while(|at| Some(dated[**at].first) == start);
        &members[from..from + same.count()]
    };
    let mut at = 0;
    while at < members.len() {
        let (here, next) = (period(at), period(at + period(at).len()));
        at += here.len();
        let Some(after) = next.first() else { break };
        if dated[*after].first.0 != dated[here[0]].last.0 + 1 {
            continue;
        }
        let alone = here.len() == 1 && next.len() == 1 && dated[here[0]].reporter.is_some();
        for (from, to) in here.iter().flat_map(|from| next.iter().map(move |to| (*from, *to))) {
            let cites = |source: u32| dated[to].places(data).any(|(other, _)| other == source);
            if alone || dated[from].places(data).any(|(source, _)| cites(source)) {
                joins.push((from, to));
            }
        }
    }
}
