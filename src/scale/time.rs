//! A time scale in days, and its ticks: whole years; quarters, months and days only in short ranges.

use crate::dataset::Day;

/// The days of a year with its edges: the longest range with months.
const YEAR: i32 = 370;
/// The days of two months: the longest range in which days have labels.
const TWO_MONTHS: i32 = 62;

/// `left` is the start of `from`, `right` the end of `to`; `from <= to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// The position of the start of `from`, in pixels.
    pub left: f64,
    /// The position of the end of `to`, in pixels.
    pub right: f64,
    /// Whether nothing on it is shorter than a year, so that its cells are years in any case.
    pub of_years: bool,
}

/// One labelled cell of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The first day of the year, quarter or month, which may lie before the start of the scale.
    pub first: Day,
    /// The start of the cell.
    pub start: f64,
    /// The end of the cell.
    pub end: f64,
    /// Whether its label finds room.
    pub labelled: bool,
}

/// The cells of the axis, all of one length.
#[derive(Clone, Debug, PartialEq)]
pub enum TimeTicks {
    /// A cell a calendar year.
    Years(Vec<Tick>),
    /// A cell a calendar quarter.
    Quarters(Vec<Tick>),
    /// A cell a calendar month.
    Months(Vec<Tick>),
    /// A cell a day.
    Days(Vec<Tick>),
}

impl Time {
    /// The position of the start of `day`.
    pub fn at(&self, day: Day) -> f64 {
        let days = f64::from(self.to.0 - self.from.0 + 1);
        self.left + (self.right - self.left) * f64::from(day.0 - self.from.0) / days
    }

    /// The positions of the start of `first` and the end of `last`.
    pub fn span(&self, first: Day, last: Day) -> (f64, f64) {
        (self.at(first), self.at(Day(last.0 + 1)))
    }

    /// The position of the middle of the days `first` to `last`.
    pub fn middle(&self, first: Day, last: Day) -> f64 {
        let (start, end) = self.span(first, last);
        (start + end) / 2.0
    }

    /// Whether the days `first` to `last` touch the scale's.
    pub fn contains(&self, first: Day, last: Day) -> bool {
        self.from <= last && first <= self.to
    }

    /// Whether the range is so short that its ticks may be months or quarters.
    pub fn is_close(&self) -> bool {
        !self.of_years && self.to.0 - self.from.0 < 3 * YEAR
    }

    /// Cells of a year, of a quarter in a range of up to three years, of a month in one of up to a
    /// year, of a day in one of up to two months; labelled as often as the widths of their labels allow.
    pub fn ticks(&self, year_width: f64, month_width: f64, day_width: f64) -> TimeTicks {
        let days = self.to.0 - self.from.0 + 1;
        let per_day = (self.right - self.left) / f64::from(days);
        let (first, last) = (self.from.civil(), self.to.civil());
        let month = |(year, month, _): (i32, u32, u32)| year * 12 + month as i32 - 1;
        if days <= TWO_MONTHS
            && !self.of_years
            && let Some(step) = step(&[1, 2, 5, 10, 15, 30], day_width / per_day)
        {
            return TimeTicks::Days(self.cells(0, days - 1, step, &|day| Day(self.from.0 + day)));
        }
        if days <= YEAR
            && !self.of_years
            && let Some(step) = step(&[1, 2, 3, 6], month_width / (per_day * 30.4))
        {
            return TimeTicks::Months(self.cells(month(first), month(last), step, &month_start));
        }
        if self.is_close()
            && let Some(step) = step(&[1, 2], month_width / (per_day * 91.3))
        {
            let quarter = |index: i32| month_start(index * 3);
            let (first, last) = (month(first).div_euclid(3), month(last).div_euclid(3));
            return TimeTicks::Quarters(self.cells(first, last, step, &quarter));
        }
        let step =
            step(&[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], year_width / (per_day * 365.25));
        let year = |year: i32| Day::from_civil(year, 1, 1);
        TimeTicks::Years(self.cells(first.0, last.0, step.unwrap_or(2000), &year))
    }

    fn cells(&self, first: i32, last: i32, step: i32, day: &dyn Fn(i32) -> Day) -> Vec<Tick> {
        let mut cells = Vec::new();
        for index in first..=last {
            let first = day(index);
            let start = self.at(first).max(self.left);
            let end = self.at(day(index + 1)).min(self.right);
            cells.push(Tick { first, start, end, labelled: index % step == 0 });
        }
        cells
    }
}

/// The first step that is as wide as needed.
fn step(steps: &[i32], least: f64) -> Option<i32> {
    steps.iter().copied().find(|step| f64::from(*step) >= least)
}

/// The first day of a month, counted from January of year 0.
fn month_start(index: i32) -> Day {
    Day::from_civil(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decade(width: f64) -> Time {
        Time {
            from: Day::from_civil(2015, 1, 1),
            to: Day::from_civil(2024, 12, 31),
            left: 0.0,
            right: width,
            of_years: false,
        }
    }

    fn labelled(time: Time) -> Vec<i32> {
        let TimeTicks::Years(ticks) = time.ticks(34.0, 40.0, 90.0) else {
            panic!("years expected")
        };
        ticks.iter().filter(|tick| tick.labelled).map(|tick| tick.first.civil().0).collect()
    }

    #[test]
    fn years_are_labelled_as_often_as_they_fit() {
        assert_eq!(labelled(decade(400.0)).len(), 10);
        assert_eq!(labelled(decade(200.0)), [2016, 2018, 2020, 2022, 2024]);
        assert_eq!(labelled(decade(100.0)), [2015, 2020]);
    }

    /// How many cells are labelled, of a range that ends with a month of 2015 or later.
    fn cells_until(year: i32, month: u32, width: f64) -> (&'static str, usize) {
        let to = Day(Day::from_civil(year, month + 1, 1).0 - 1);
        let (kind, ticks) = match (Time { to, ..decade(width) }).ticks(34.0, 40.0, 90.0) {
            TimeTicks::Years(ticks) => ("years", ticks),
            TimeTicks::Quarters(ticks) => ("quarters", ticks),
            TimeTicks::Months(ticks) => ("months", ticks),
            TimeTicks::Days(ticks) => ("days", ticks),
        };
        (kind, ticks.iter().filter(|tick| tick.labelled).count())
    }

    #[test]
    fn a_year_shows_months_three_years_quarters_and_more_whole_years() {
        assert_eq!(cells_until(2015, 6, 600.0), ("months", 6));
        assert_eq!(cells_until(2015, 11, 600.0), ("months", 11));
        assert_eq!(cells_until(2017, 11, 600.0), ("quarters", 12));
        assert_eq!(cells_until(2018, 11, 6000.0), ("years", 4));
        assert_eq!(cells_until(2015, 1, 600.0), ("days", 7));
        assert_eq!(cells_until(2015, 1, 80.0), ("months", 1));
    }

    #[test]
    fn a_narrow_axis_labels_fewer_cells_of_the_same_kind() {
        assert_eq!(cells_until(2015, 11, 280.0), ("months", 6));
        assert_eq!(cells_until(2016, 11, 280.0), ("quarters", 4));
        assert_eq!(cells_until(2017, 11, 200.0), ("years", 3));
    }

    #[test]
    fn a_day_is_as_wide_as_its_share() {
        let time = decade(3653.0);
        assert_eq!(time.at(Day(time.from.0 + 10)), 10.0);
        assert_eq!(time.span(time.from, time.to), (0.0, 3653.0));
    }
}
