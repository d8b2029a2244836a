//! A time scale in days, and its ticks: whole years, months only where years are wide.

use crate::dataset::Day;

/// `left` is the start of `from`, `right` the end of `to`; `from <= to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    pub from: Day,
    pub to: Day,
    pub left: f64,
    pub right: f64,
}

/// One labelled cell of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    pub first: Day,
    /// The start of the cell.
    pub start: f64,
    /// The end of the cell.
    pub end: f64,
    pub labelled: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TimeTicks {
    Years(Vec<Tick>),
    Months(Vec<Tick>),
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

    pub fn contains(&self, first: Day, last: Day) -> bool {
        self.from <= last && first <= self.to
    }

    /// Cells of a year or of a month, labelled as often as `label_width` allows.
    pub fn ticks(&self, year_width: f64, month_width: f64) -> TimeTicks {
        let per_day = (self.right - self.left) / f64::from(self.to.0 - self.from.0 + 1);
        let (first, last) = (self.from.civil(), self.to.civil());
        if per_day * 30.0 >= month_width {
            let month = |index: i32| {
                Day::from_civil(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1)
            };
            let index = |(year, month, _): (i32, u32, u32)| year * 12 + month as i32 - 1;
            return TimeTicks::Months(self.cells(index(first), index(last), 1, &month));
        }
        let fit = year_width / (per_day * 365.25);
        let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| f64::from(*step) >= fit);
        let year = |year: i32| Day::from_civil(year, 1, 1);
        TimeTicks::Years(self.cells(first.0, last.0, step.unwrap_or(500), &year))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn decade(width: f64) -> Time {
        Time {
            from: Day::from_civil(2015, 1, 1),
            to: Day::from_civil(2024, 12, 31),
            left: 0.0,
            right: width,
        }
    }

    fn labelled(time: Time) -> Vec<i32> {
        let TimeTicks::Years(ticks) = time.ticks(34.0, 40.0) else { panic!("years expected") };
        ticks.iter().filter(|tick| tick.labelled).map(|tick| tick.first.civil().0).collect()
    }

    #[test]
    fn years_are_labelled_as_often_as_they_fit() {
        assert_eq!(labelled(decade(400.0)).len(), 10);
        assert_eq!(labelled(decade(200.0)), [2016, 2018, 2020, 2022, 2024]);
        assert_eq!(labelled(decade(100.0)), [2015, 2020]);
    }

    #[test]
    fn a_short_range_shows_months() {
        let time = Time { to: Day::from_civil(2015, 6, 30), ..decade(600.0) };
        assert!(matches!(time.ticks(34.0, 40.0), TimeTicks::Months(ticks) if ticks.len() == 6));
    }

    #[test]
    fn a_day_is_as_wide_as_its_share() {
        let time = decade(3653.0);
        assert_eq!(time.at(Day(time.from.0 + 10)), 10.0);
        assert_eq!(time.span(time.from, time.to), (0.0, 3653.0));
    }
}
