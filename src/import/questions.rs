//! All that is asked about tables, with places in braces, so that it can be told in other languages.
//!
//! The builder page has each of these in its words; what stands in `{why}` is one of them too.

pub(super) const MEASURE: &str = "what do the values measure?";
pub(super) const MEASURE_OF: &str = "what does \"{text}\" measure?";
pub(super) const TRADE_WITH: &str = "with which country is the trade?";
pub(super) const EVENTS_WITH: &str = "with which country are the events?";
pub(super) const WHOSE: &str = "whose trade and events are these?";
pub(super) const PERIOD: &str = "of which period are the values?";
pub(super) const YEAR_OF_MONTHS: &str = "of which year are the months?";
pub(super) const UNIT: &str = "in which unit are the values?";
pub(super) const UNIT_OF: &str =
    "in which unit are the values, where \"{text}\" is not wholly understood?";
pub(super) const SCALE_OF: &str = "how many times are the values to be taken, by \"{text}\"?";
pub(super) const CURRENCY: &str = "which currency is \"{text}\"?";
pub(super) const PARTNER_OF: &str = "which partner is \"{text}\"?";
pub(super) const STATUS_OF: &str = "which status is \"{text}\"?";
pub(super) const REPORTER_OF: &str = "which reporter is \"{text}\"?";
pub(super) const PARTNERS: &str = "which of several columns of countries holds the partners?";
pub(super) const VALUES: &str = "which of several columns of numbers holds the values?";
pub(super) const TITLES: &str = "which column holds the titles of the events?";
pub(super) const TABLE: &str =
    "what does this table hold? no column of values or of titles is known";
pub(super) const LANGUAGE: &str = "in which language is \"{text}\"?";
pub(super) const DATE: &str = "what date is \"{text}\": {why}?";
pub(super) const DATE_OF: &str = "which date is \"{text}\"?";
pub(super) const TWO_DIGITS: &str =
    "is the number beside a month, as in this header, a year or a day?";
pub(super) const ORDER: &str = "\
    does the day stand first, as in \"{day}\" in {there}, or the month, as in \"{month}\" in \
    {here}?";
pub(super) const ORDER_OF: &str = "is \"{text}\" in {place} read day first or month first?";
pub(super) const MARK: &str = "\
    is the decimal mark the comma, by \"{comma}\" in {there}, or the point, by \"{point}\" in \
    {here}?";
pub(super) const MARK_OF: &str = "\
    is \"{text}\" in {place} the number {comma}, the decimal mark being the comma, or {point}, the \
    decimal mark being the point?";
pub(super) const BRACKETS: &str = "\
    is \"{text}\" a number in brackets, or below zero, which trade never is?";
pub(super) const PIVOT: &str = "\
    what does the column hold, where \"{text}\" and \"{other}\" stand below each other? give \
    partners and periods a column each: a pivot table does it in tabular form, with all labels \
    repeated";
pub(super) const PERCENT_GROWTH: &str =
    "is \"{text}\" the change from the period before, or an index of which that period is 100?";
pub(super) const GROWTH: &str = "\
    is \"{text}\" the change from the period before in percent, an index of which that period is \
    100, or the ratio to it?";
pub(super) const SEVERAL: &str =
    "several values of the same partner, measure, period and reporter: which rows are meant?";
pub(super) const SEVERAL_ALIKE: &str = "\
    several values of the same partner, measure, period and reporter: which rows are meant? no \
    column tells them apart: mend a row, or take it away";
pub(super) const TOO_MANY: &str =
    "more rows than the 200000 that a package holds: which are meant?";
pub(super) const TOO_MANY_ALIKE: &str = "\
    more rows than the 200000 that a package holds: which are meant? no column tells them apart: \
    mend a row, or take it away";

/// Why a date is unclear: `Jan-20`.
pub(super) const YEAR_OR_DAY: &str = "a year of two digits, or a day";
/// Why a date is unclear.
pub(super) const SHORT_YEAR: &str = "a year of two digits";
pub(super) const SEASON: &str = "a season, or two years";
pub(super) const COUNT_OF_DAYS: &str = "a spreadsheet's count of days, or no date";
pub(super) const FISCAL: &str = "a fiscal year, and nothing says in which month it begins";
pub(super) const FISCAL_OR_SEASON: &str = "a fiscal year, or a season";
pub(super) const PART_OF_YEAR: &str = "a part of a year, and nothing says which";
pub(super) const QUARTER_OR_MONTH: &str = "a quarter, or a month";
