//! The values of one partner in one unit, and the series that they form.
//!
//! A series is what can be compared: the same partner, measure, unit, reporter and length of
//! period. All that joins, compares, tells or sounds goes by series.

use crate::dataset::{Certainty, Code, Dataset, Day, Figure, Qualifier, Record, Unit};

/// A source and the paragraph of it.
pub(super) type CitedPlace = (u32, Option<u32>);

/// How long a period is, as far as series go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// One day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// Half a calendar year.
    Half,
    /// A calendar year.
    Year,
    /// Twelve months that are no calendar year, such as a fiscal year.
    Twelve,
    /// Any other length, or a quarter or half that belongs to no series of such.
    Part,
}

/// One value with a period: several records that agree are one value.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedValue {
    /// The most precise record, as an index into the dataset's figures.
    pub figure: usize,
    /// The others that agree.
    pub others: Vec<usize>,
    /// The first day of its period.
    pub first: Day,
    /// The last day of its period.
    pub last: Day,
    /// In the unit of its [`Values`].
    pub value: f64,
    /// How long its period is.
    pub length: Length,
    /// The calendar year, where the period is exactly one.
    pub year: Option<i32>,
    /// Whose statistics it is from; none where the source does not say.
    pub reporter: Option<Code>,
    /// How near the value is to what the source says.
    pub qualifier: Qualifier,
    /// Computed, not published.
    pub derived: bool,
    /// How sure the record is.
    pub certainty: Certainty,
    /// Whether the period, or the record as a whole, is open to doubt.
    pub is_doubtful: bool,
}

/// Whose statistics a value is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The reporting country's.
    Own,
    /// Another country's: the partner's, or an international body's.
    Partner,
    /// The source does not say whose.
    Unnamed,
}

/// Values that can be compared with each other, as indexes into [`Values::dated`] by time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose statistics they are from; none where the sources do not say.
    pub reporter: Option<Code>,
    /// How long each period is.
    pub length: Length,
    /// Whether its values are computed; those never stand among published ones.
    pub derived: bool,
    /// Indexes of its values; several may be of one period.
    pub members: Vec<usize>,
}

/// Two values that one source puts in relation.
#[derive(Clone, Debug, PartialEq)]
pub struct Slope {
    /// The claim, as an index into the dataset's figures.
    pub claim: usize,
    /// Indexes into the dated values.
    pub from: usize,
    /// The later value, as an index into the dated values.
    pub to: usize,
    /// Later over earlier value.
    pub ratio: f64,
}

/// All that is known of one measure with one partner in one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    /// The unit of all of them.
    pub unit: Unit,
    /// By start of period, then by end.
    pub dated: Vec<DatedValue>,
    /// The one with most values first.
    pub series: Vec<Series>,
    /// Pairs of indexes into `dated`: consecutive periods of one series.
    pub joins: Vec<(usize, usize)>,
    /// Pairs of values that a growth claim relates.
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
    /// Whether its period is the one that the other's is compared with: of weeks the 52nd before.
    pub(super) fn is_a_year_before(&self, other: &DatedValue) -> bool {
        let (year, month, day) = other.first.civil();
        match other.length {
            Length::Week => other.first.0 - self.first.0 == 52 * 7,
            _ => self.first.civil() == (year - 1, month, day),
        }
    }

    /// Whose statistics it is from, where `reporting` is the dataset's reporting country.
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

pub(super) fn places(record: &Record) -> impl Iterator<Item = CitedPlace> {
    record.citations.iter().map(|citation| (citation.source, citation.paragraph))
}

/// Of the published values of the same period that differ, the one with the least doubt.
pub fn rival<'a>(
    values: &'a Values,
    value: &DatedValue,
    reporting: Code,
) -> Option<&'a DatedValue> {
    let is_rival = |other: &&DatedValue| {
        (other.first, other.last) == (value.first, value.last)
            && other.figure != value.figure
            && !other.derived
    };
    values.dated.iter().filter(is_rival).min_by_key(|rival| rival.doubt(reporting))
}
