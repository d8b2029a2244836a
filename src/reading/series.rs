//! Finds the values of a partner, the series that they form, and what joins the values of a series.

use super::observations::observations;
use super::values::{DatedValue, Length, Series, Values};
use crate::dataset::order::{key, sorted_by_key};
use crate::dataset::{Basis, Certainty, Code, Dataset, Day, Edtf, Figure, Measure};

/// The values of `measure` with `partner`, unit by unit, the unit of most values first; one of
/// them, without values, where there is none.
///
/// Two years of one reporter form a series, and a line joins them:
///
/// ```
/// use bilateral::dataset::{Code, Measure, Value, from_json};
/// use bilateral::reading::values;
///
/// let package: Value = serde_json::from_str(
///     r#"{"format": "bilateral/1", "meta": {"reporting": "GB"}, "figures": [
///         {"partner": "DE", "measure": "exports", "value": 59e9, "unit": "GBP", "period": "2022",
///          "reporter": "GB", "source": "https://example.org/2022"},
///         {"partner": "DE", "measure": "exports", "value": 61e9, "unit": "GBP", "period": "2023",
///          "reporter": "GB", "source": "https://example.org/2023"}
///     ]}"#,
/// )
/// .unwrap();
/// let data = from_json(&package).unwrap();
/// let exports = &values(&data, Code::new(*b"DE"), Measure::EXPORTS)[0];
/// assert_eq!(exports.series[0].members, [0, 1]);
/// assert_eq!(exports.joins, [(0, 1)]);
/// ```
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

/// Whether a figure is a value of one period, or of none that is stated.
pub(super) fn has_place(figure: &Figure) -> bool {
    let is_closed = |period: Edtf| period.first().is_some() && period.last().is_some();
    figure.value.is_some() && figure.period.is_none_or(is_closed)
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
    let whole = day == 1 && Day(last.0 + 1).civil().2 == 1;
    match (whole, 12 * (to - from) + end as i32 - month as i32 + 1) {
        _ if first == last => Length::Day,
        _ if last.0 - first.0 == 6 => Length::Week,
        (true, 1) => Length::Month,
        (true, 3) if month % 3 == 1 => Length::Quarter,
        (true, 6) if month % 6 == 1 => Length::Half,
        (true, 12) if month == 1 => Length::Year,
        (true, 12) => Length::Twelve,
        _ => Length::Part,
    }
}

/// Finds the series of the values, and what joins them.
pub fn tie(data: &Dataset, values: &mut Values) {
    let all = series(&values.dated);
    for series in all.iter().filter(|one| matches!(one.length, Length::Quarter | Length::Half)) {
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
