//! Dates and periods: EDTF level 1, as days of the proleptic Gregorian calendar.
//!
//! A [`Day`] counts days from 1970-01-01, which is day 0.

mod text;

pub use text::DateFault;

/// A calendar day: days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub i32);

/// How much of a date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A day: `2021-03-15`.
    #[default]
    Day,
    /// A month: `2021-03`.
    Month,
    /// A season of three months: `2021-21` is spring from March, `2021-24` winter from December.
    Season,
    /// A year: `2021`.
    Year,
    /// Ten years: `202X`.
    Decade,
    /// A hundred years: `20XX`.
    Century,
}

/// One date, as precise as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// 0 to 9999; for a decade or a century its first year.
    pub year: i16,
    /// 1 to 12, a season 21 to 24, or 0 where the precision is a year or coarser.
    pub month: u8,
    /// 1 to 31, or 0 where the precision is a month or coarser.
    pub day: u8,
    /// Which of the parts above are known.
    pub precision: Precision,
    /// EDTF `~`.
    pub approximate: bool,
    /// EDTF `?`.
    pub uncertain: bool,
}

/// A date or an interval; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edtf {
    /// A date alone, for example a year as the period of a figure.
    Date(Date),
    /// From the first day of the one to the last day of the other; at most one of them is open.
    Interval(Option<Date>, Option<Date>),
}

impl Day {
    /// The day of a year, a month from 1 to 12 and a day of that month, which are not checked.
    pub fn from_civil(year: i32, month: u32, day: u32) -> Day {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (month as i32 + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Day(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month (1 to 12), day (1 to 31).
    pub fn civil(self) -> (i32, u32, u32) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month as u32, day)
    }
}

impl Precision {
    /// All of them, from the finest to the coarsest.
    pub const ALL: [Precision; 6] = [
        Precision::Day,
        Precision::Month,
        Precision::Season,
        Precision::Year,
        Precision::Decade,
        Precision::Century,
    ];
}

impl Date {
    /// The first day that the date may mean.
    pub fn first(&self) -> Day {
        let year = i32::from(self.year);
        match self.precision {
            Precision::Day => Day::from_civil(year, self.month.into(), self.day.into()),
            Precision::Month => Day::from_civil(year, self.month.into(), 1),
            Precision::Season => Day::from_civil(year, season_month(self.month), 1),
            Precision::Year | Precision::Decade | Precision::Century => Day::from_civil(year, 1, 1),
        }
    }

    /// The last day that the date may mean.
    pub fn last(&self) -> Day {
        let year = i32::from(self.year);
        match self.precision {
            Precision::Day => self.first(),
            Precision::Month => month_after(year, self.month.into(), 1),
            Precision::Season => month_after(year, season_month(self.month), 3),
            Precision::Year => Day::from_civil(year, 12, 31),
            Precision::Decade => Day::from_civil(year + 9, 12, 31),
            Precision::Century => Day::from_civil(year + 99, 12, 31),
        }
    }
}

/// The first month of an EDTF season of the northern hemisphere (21 spring … 24 winter).
fn season_month(season: u8) -> u32 {
    3 + 3 * u32::from(season.clamp(21, 24) - 21)
}

fn month_after(year: i32, month: u32, months: u32) -> Day {
    let next = month - 1 + months;
    Day(Day::from_civil(year + (next / 12) as i32, next % 12 + 1, 1).0 - 1)
}

impl Edtf {
    /// The first day that it may mean, or none where its start is open.
    pub fn first(&self) -> Option<Day> {
        match self {
            Edtf::Date(date) => Some(date.first()),
            Edtf::Interval(from, _) => from.map(|date| date.first()),
        }
    }

    /// The last day that it may mean, or none where its end is open.
    pub fn last(&self) -> Option<Day> {
        match self {
            Edtf::Date(date) => Some(date.last()),
            Edtf::Interval(_, to) => to.map(|date| date.last()),
        }
    }

    /// The calendar year, where it is exactly one whole year (`2021`, `2021~`).
    pub fn whole_year(&self) -> Option<i32> {
        match self {
            Edtf::Date(date) if date.precision == Precision::Year => Some(date.year.into()),
            _ => None,
        }
    }

    /// Whether any part is marked `~` or `?`.
    pub fn is_doubtful(&self) -> bool {
        let doubtful = |date: &Date| date.approximate || date.uncertain;
        match self {
            Edtf::Date(date) => doubtful(date),
            Edtf::Interval(from, to) => {
                from.as_ref().is_some_and(doubtful) || to.as_ref().is_some_and(doubtful)
            }
        }
    }
}
