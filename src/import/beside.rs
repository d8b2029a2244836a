//! What dates beside it say of a date that may be read in several ways.

use std::collections::HashSet;

use super::date_reading::{DateReading, fiscal_years, is_year};
use super::part_of_year::are_quarters;
use super::questions::{FISCAL, FISCAL_OR_SEASON, QUARTER_OR_MONTH};
use super::sayings::{AS_MONTHS, AS_QUARTERS};
use super::words;

/// Of a column of dates.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    /// Its dates are quarters, or months; none where they are both or neither.
    quarters: Option<bool>,
    /// Its years are of twelve months that begin in one of two years.
    fiscal: bool,
}

impl Beside {
    /// What dates and the words above them say of each of them.
    pub(super) fn of(header: &str, dates: Vec<DateReading>) -> Beside {
        let is_fiscal =
            |read: &DateReading| matches!(read, DateReading::Unclear(FISCAL | FISCAL_OR_SEASON, _));
        let pairs: HashSet<u32> =
            dates.iter().filter(|read| whole_years(read)).filter_map(pair).collect();
        let said = words::phrases(header);
        let said = said.iter().any(|phrase| words::find("fiscal", phrase).is_some());
        Beside {
            fiscal: said
                || dates.iter().any(is_fiscal)
                || pairs.iter().any(|first| pairs.contains(&(first + 1))),
            quarters: are_quarters(dates.into_iter()),
        }
    }

    /// A reading as those beside it are.
    pub(super) fn settle(self, read: DateReading) -> DateReading {
        match (pair(&read), read) {
            (Some(first), DateReading::Date(..)) if self.fiscal => {
                DateReading::Unclear(FISCAL, fiscal_years(first))
            }
            (_, DateReading::Unclear(QUARTER_OR_MONTH, dates)) => {
                match (self.quarters, &dates[..]) {
                    (Some(true), [quarter, ..]) => {
                        DateReading::Date(quarter.clone(), Some(AS_QUARTERS))
                    }
                    (Some(false), [.., month]) => DateReading::Date(month.clone(), Some(AS_MONTHS)),
                    _ => DateReading::Unclear(QUARTER_OR_MONTH, dates),
                }
            }
            (_, read) => read,
        }
    }
}

/// Whether what a date is depends on those beside it.
pub(super) fn depends(read: &DateReading) -> bool {
    pair(read).is_some() || matches!(read, DateReading::Unclear(QUARTER_OR_MONTH, _))
}

/// `2019/2020`
fn whole_years(read: &DateReading) -> bool {
    matches!(read, DateReading::Date(date, _) if date.len() == 9)
}

/// The first of two years that follow each other: `2019/2020`, or `2010-11`, which is a month too.
fn pair(read: &DateReading) -> Option<u32> {
    let DateReading::Date(date, _) = read else { return None };
    let (first, next) = date.split_once(['/', '-'])?;
    let (year, next): (u32, u32) = (first.parse().ok()?, next.parse().ok()?);
    let follows = match date.len() {
        9 => next == year + 1,
        7 => next == (year + 1) % 100,
        _ => false,
    };
    (is_year(first) && follows).then_some(year)
}
