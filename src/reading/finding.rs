//! What there is to tell of the values in view: the claim with the best support, not the most
//! striking one. What is stated comes before what is inferred, and that before what is computed;
//! of each a growth that a source states, then a change, then the last value.
//!
//! Told are values of one series whose period is stated, none of them ambiguous, within the range.
//! Two of them make a change where both are exact values.

use super::{DatedValue, Length, Pair, Reading, Values};
use crate::dataset::{Certainty, Code, Dataset, Measure, Qualifier, Unit};

/// A claim about one partner's values in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// An index into the bands.
    pub band: usize,
    /// The unit of the values.
    pub unit: Unit,
    /// What is told of them.
    pub claim: Claim,
    /// Whether any of what it rests on is inferred.
    pub is_inferred: bool,
}

/// What is told of one partner's values.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// Two reporters' values of one period.
    Difference {
        /// The lower one.
        low: DatedValue,
        /// The higher one.
        high: DatedValue,
    },
    /// Two values of one series.
    Change {
        /// The earlier one.
        from: DatedValue,
        /// The later one.
        to: DatedValue,
        /// The figure that states the change, as an index into the dataset's; none where the two
        /// values alone make it.
        stated: Option<usize>,
        /// One of the period of the later end that differs from it, or else of the earlier.
        rival: Option<DatedValue>,
    },
    /// A value of the last period.
    Last {
        /// The surest one.
        value: DatedValue,
        /// One of the same period that differs from it.
        rival: Option<DatedValue>,
    },
    /// The last count, of agreements for example.
    Count {
        /// The count, and the day or period that it is of.
        value: DatedValue,
    },
}

impl Finding {
    /// The values that it tells, the earlier or lower one first.
    pub fn values(&self) -> Vec<&DatedValue> {
        match &self.claim {
            Claim::Difference { low, high } => vec![low, high],
            Claim::Change { from, to, .. } => vec![from, to],
            Claim::Last { value, .. } | Claim::Count { value } => vec![value],
        }
    }

    /// The value that differs from one of those, of its period.
    pub fn rival(&self) -> Option<&DatedValue> {
        match &self.claim {
            Claim::Change { rival, .. } | Claim::Last { rival, .. } => rival.as_ref(),
            Claim::Difference { .. } | Claim::Count { .. } => None,
        }
    }

    /// The figures that it rests on, as indexes into the dataset's: those of its values, and the
    /// growth that a source states; its rival is none of them.
    pub fn figures(&self) -> Vec<usize> {
        let mut figures: Vec<usize> = self.values().iter().map(|value| value.figure).collect();
        if let Claim::Change { stated, .. } = self.claim {
            figures.extend(stated);
        }
        figures
    }

    /// Whether it is about the series of a value of the partner in the unit.
    pub fn is_of(&self, partner: Code, unit: Unit, reading: &Reading, value: &DatedValue) -> bool {
        let told = self.values()[0];
        reading.bands[self.band].code == partner
            && self.unit == unit
            && !matches!(self.claim, Claim::Difference { .. })
            && (told.reporter, told.length, told.derived)
                == (value.reporter, value.length, value.derived)
    }
}

/// How well a claim is supported.
#[derive(Clone, Copy, PartialEq)]
enum Support {
    Stated,
    Inferred,
    Computed,
}

/// What is asked, and of which values.
#[derive(Clone, Copy)]
struct Ask<'a> {
    data: &'a Dataset,
    reading: &'a Reading,
    values: &'a Values,
    pairs: &'a [Pair],
    support: Support,
}

/// The finding of the values in view; none where there is nothing sure enough to tell.
pub(super) fn finding(data: &Dataset, reading: &Reading) -> Option<Finding> {
    use Support::{Computed, Inferred, Stated};
    if reading.measure == Measure::AGREEMENTS {
        return first(data, reading, Inferred, count);
    }
    let told =
        |claim: fn(Ask) -> Option<Claim>| move |one: &Support| first(data, reading, *one, claim);
    if reading.is_compared()
        && let Some(told) = [Stated, Inferred].iter().find_map(told(difference))
    {
        return Some(told);
    }
    let all = [Stated, Inferred, Computed];
    let whole = all.iter().find_map(|one| {
        told(slope)(one).or_else(|| told(latest_change)(one)).or_else(|| told(last_value)(one))
    });
    // Where nothing but parts of years is sure, they are what is drawn.
    whole.or_else(|| all.iter().find_map(told(last_part)))
}

/// The first partner and unit of which there is such a claim.
fn first(
    data: &Dataset,
    reading: &Reading,
    support: Support,
    claim: fn(Ask) -> Option<Claim>,
) -> Option<Finding> {
    for (band, of) in reading.bands.iter().enumerate() {
        for (values, pairs) in of.plots.iter().zip(&of.pairs) {
            let unit = values.unit;
            if let Some(claim) = claim(Ask { data, reading, values, pairs, support }) {
                let mut found = Finding { band, unit, claim, is_inferred: false };
                let is_inferred =
                    |at: &usize| data.figure(*at).record.certainty == Certainty::Inferred;
                found.is_inferred = found.figures().iter().any(is_inferred);
                return Some(found);
            }
        }
    }
    None
}

impl<'a> Ask<'a> {
    fn dated(self) -> &'a [DatedValue] {
        &self.values.dated
    }

    fn is_told(self, value: &DatedValue) -> bool {
        value.length != Length::Part && self.is_sure(value)
    }

    fn is_sure(self, value: &DatedValue) -> bool {
        let is_supported = match self.support {
            Support::Stated => !value.derived && value.certainty == Certainty::Stated,
            Support::Inferred => !value.derived,
            Support::Computed => value.derived,
        };
        is_supported && !value.is_doubtful && self.reading.is_chosen(value.first, value.last)
    }

    /// Whether the two make a change to tell.
    fn is_change(self, from: &DatedValue, to: &DatedValue) -> bool {
        let exact = |value: &DatedValue| {
            self.is_told(value) && value.qualifier == Qualifier::Exact && value.value > 0.0
        };
        let same = from.reporter == to.reporter && from.derived == to.derived;
        // A growth is a change already, and a share that falls by a point does not fall by 1%.
        let same = same && !self.reading.is_of_growth() && !self.data.is_share(self.values.unit);
        exact(from) && exact(to) && same && from.length == to.length
    }
}

fn change(ask: Ask, from: &DatedValue, to: &DatedValue, stated: Option<usize>) -> Claim {
    let rival = rival(ask, to).or_else(|| rival(ask, from));
    Claim::Change { from: from.clone(), to: to.clone(), stated, rival }
}

/// The surest of the published values of the same period that differ from it.
fn rival(ask: Ask, value: &DatedValue) -> Option<DatedValue> {
    super::rival(ask.values, value, ask.data.meta.reporting).cloned()
}

/// A growth that a source states.
fn slope(ask: Ask) -> Option<Claim> {
    let dated = ask.dated();
    for slope in &ask.values.slopes {
        let (from, to) = (&dated[slope.from], &dated[slope.to]);
        let certainty = ask.data.figure(slope.claim).record.certainty;
        let is_supported = ask.support != Support::Stated || certainty == Certainty::Stated;
        if is_supported && ask.is_change(from, to) {
            return Some(change(ask, from, to, Some(slope.claim)));
        }
    }
    None
}

/// The change to the latest period: of years from the year before it, or else from the first year
/// that the same reporter tells; of months, quarters and days from the same one a year before.
fn latest_change(ask: Ask) -> Option<Claim> {
    let dated = ask.dated();
    let latest = dated.iter().rev().filter(|value| ask.is_told(value));
    let latest = latest.max_by_key(|value| value.last)?;
    let change = |from, to| change(ask, from, to, None);
    if latest.length != Length::Year {
        return Some(change(same_of_last_year(ask, latest)?, latest));
    }
    let year = latest.year;
    let joins = ask.values.joins.iter().map(|(from, to)| (&dated[*from], &dated[*to]));
    let mut joins = joins.filter(|(from, to)| to.year == year && ask.is_change(from, to));
    if let Some((from, to)) = joins.next_back() {
        return Some(change(from, to));
    }
    let of_year = |to: &&DatedValue| to.year == year && to.derived == latest.derived;
    for to in dated.iter().filter(of_year).filter(|to| to.reporter.is_some()) {
        let first = dated.iter().find(|from| from.year < year && ask.is_change(from, to));
        let alone = |one: &DatedValue| {
            let same =
                |other: &&DatedValue| other.year == one.year && other.reporter == one.reporter;
            dated.iter().filter(same).count() == 1
        };
        if let Some(from) = first.filter(|from| alone(from) && alone(to)) {
            return Some(change(from, to));
        }
    }
    None
}

/// Of a series of shorter periods: the same one a year before the latest, or else the first.
fn same_of_last_year<'a>(ask: Ask<'a>, latest: &DatedValue) -> Option<&'a DatedValue> {
    let is_same = |value: &&DatedValue| ask.is_change(value, latest) && value.last < latest.first;
    let mut before = ask.dated().iter().filter(is_same);
    let same = before.clone().find(|value| value.is_a_year_before(latest));
    same.or_else(|| before.next())
}

/// The latest period of which two reporters give one value each, of full years if there is one.
fn difference(ask: Ask) -> Option<Claim> {
    let (reading, dated) = (ask.reading, ask.dated());
    let mut last: Option<[&DatedValue; 2]> = None;
    for pair in ask.pairs {
        let [low, high] = pair.members[..] else { continue };
        let ends = [&dated[low], &dated[high]];
        let tells = |value: &&DatedValue| {
            value.qualifier == Qualifier::Exact
                && !value.is_doubtful
                && (ask.support == Support::Inferred || value.certainty == Certainty::Stated)
                && reading.is_chosen(value.first, value.last)
        };
        let is_later =
            |[other, _]: [&DatedValue; 2]| other.year.is_none() || ends[0].year.is_some();
        if ends.iter().all(tells) && ends[0].value < ends[1].value && last.is_none_or(is_later) {
            last = Some(ends);
        }
    }
    let [low, high] = last?.map(DatedValue::clone);
    Some(Claim::Difference { low, high })
}

/// The last value, of several values of the period the surest; and what rivals it.
fn last_value(ask: Ask) -> Option<Claim> {
    let told = ask.dated().iter().rev().filter(|value| ask.is_told(value));
    let value = told.max_by_key(|value| (value.last, -value.doubt(ask.data.meta.reporting)))?;
    Some(Claim::Last { value: value.clone(), rival: rival(ask, value) })
}

/// The last value of whatever length, of a part of one year rather than of several.
fn last_part(ask: Ask) -> Option<Claim> {
    let is_of_one = |value: &DatedValue| value.first.civil().0 == value.last.civil().0;
    let doubt = |value: &DatedValue| value.doubt(ask.data.meta.reporting);
    let sure = ask.dated().iter().rev().filter(|value| ask.is_sure(value));
    let value = sure.max_by_key(|value| (is_of_one(value), value.last, -doubt(value)))?;
    Some(Claim::Last { value: value.clone(), rival: rival(ask, value) })
}

fn count(ask: Ask) -> Option<Claim> {
    let told = |value: &&DatedValue| {
        !value.derived && !value.is_doubtful && ask.reading.is_chosen(value.first, value.last)
    };
    // A count of a year is later than one of a day in it.
    let value = ask.dated().iter().filter(told).max_by_key(|value| value.last)?;
    Some(Claim::Count { value: value.clone() })
}
