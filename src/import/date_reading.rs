//! What a cell with a date says, and how sure that is.

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `29/05/1992`
    DayFirst,
    /// `05/29/1992`
    MonthFirst,
}

/// What the number of `Jan-20` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwoDigits {
    /// January 2020
    Year,
    /// 20 January
    Day,
}

/// EDTF's own sign for a year that is not stated: that of a day and month without one.
pub(super) const ANY_YEAR: &str = "XXXX";

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum DateReading {
    /// EDTF, and what that assumes or leaves out.
    Date(String, Option<&'static str>),
    /// `03/04/2020`: day first, and month first.
    EitherOrder(String, String),
    /// It shows its order: `29/05/1992`.
    Ordered(Order, String),
    /// `2020-21`, `05/06/20`, `Mar-21`: more than one date fits. Why, and the dates; the year of one
    /// that is not in the text is [`ANY_YEAR`].
    Unclear(&'static str, Vec<String>),
}

impl DateReading {
    /// The date by the column's order; none where it is unclear or contradicts the order.
    pub(super) fn date(&self, order: Option<Order>) -> Option<(&str, Option<&'static str>)> {
        match self {
            DateReading::Date(date, assumed) => Some((date, *assumed)),
            DateReading::Ordered(own, date) => {
                order.is_none_or(|order| order == *own).then_some((date.as_str(), None))
            }
            DateReading::EitherOrder(day_first, month_first) => match order? {
                Order::DayFirst => Some((day_first, None)),
                Order::MonthFirst => Some((month_first, None)),
            },
            DateReading::Unclear(..) => None,
        }
    }
}

/// Whether `2020`, `2020-05` or `2020-05-01` exists; year 0 does not, for people.
pub(super) fn valid(date: &str) -> Option<()> {
    let mut parts = date.split('-').map(|part| part.parse::<u32>().ok());
    let year = parts.next()??;
    let month = match parts.next() {
        Some(month) => month?,
        None => return (year > 0).then_some(()),
    };
    let day = match parts.next() {
        Some(day) => day?,
        None => 1,
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    (year > 0 && (1..=days).contains(&day)).then_some(())
}

/// The year that two digits most likely are: of this half century, or of the one before.
pub(super) fn full_year(digits: &str) -> String {
    let century = if digits < "50" { "20" } else { "19" };
    [century, digits].concat()
}

/// The years of twelve months that begin in the months in which fiscal years do.
pub(super) fn fiscal_years(first: u32) -> Vec<String> {
    let months = [(4, 3), (7, 6), (10, 9)];
    let year = |(from, to)| format!("{first:04}-{from:02}/{:04}-{to:02}", first + 1);
    months.into_iter().map(year).collect()
}

/// Whether a text is a year by itself, of those for which there are figures.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u32>().is_ok_and(|year| (1800..=2100).contains(&year))
}
