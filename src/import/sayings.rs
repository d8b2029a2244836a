//! All that is said of tables beside what is asked: what was guessed, and why something is left. As
//! in `questions.rs`, each has places in braces and is in the words of the builder page; so are the
//! names of fields and measures, and the keys of the groups `mark`, `other` and `flow` of `words.csv`.

pub(super) const FILE_LEFT: &str = "no table: left out";
pub(super) const READ_AS_TEXT: &str = "is called a spreadsheet and is a text: read as a text";
pub(super) const SHEET_LEFT: &str = "this sheet is left out";
pub(super) const SHEET_READ: &str = "this sheet of {file} is read";
pub(super) const ENCODING: &str = "the encoding is {encoding}";
pub(super) const BY_TABS: &str = "cells are separated by a tab";
pub(super) const BY_SEMICOLONS: &str = "cells are separated by a semicolon";
pub(super) const BY_BARS: &str = "cells are separated by a bar";
pub(super) const BY_COMMAS: &str = "cells are separated by a comma";
pub(super) const BY_MARKS: &str = "cells are separated by \"{mark}\"";
pub(super) const DESCRIPTION: &str = "describes a package";
pub(super) const DATASET: &str = "a dataset in the contract's form, taken as it stands";
pub(super) const TABLE_OF_PACKAGE: &str = "is the table {table} of a package, taken as it stands";
pub(super) const EXPORTED: &str = "a table that bilateral exported";
pub(super) const COMTRADE: &str = "a UN Comtrade download: values are in US dollars";
pub(super) const TIMELINE: &str = "a TimelineJS sheet";
pub(super) const REPORTS: &str = "{country} reports, and the package is its";
pub(super) const NAME_SAYS: &str = "its name says {measure}";
pub(super) const TITLE: &str = "\"{text}\" is taken as the title";
pub(super) const PUBLISHER: &str = "the publisher is {text}";
pub(super) const TURNED: &str =
    "\"{text}\" is trade seen from the partner's side: its values are {measure} here";
pub(super) const CUT_APART: &str = "\
    \"{text}\" names several columns: they are cut apart, and those behind them stand further right";
pub(super) const COMPLETED: &str = "\
    the header has one cell less than the rows below it: its cells stand one column further right";
pub(super) const PIVOT: &str = "\
    partners and periods stand in one column, as in a pivot table: each row belongs to the partner or \
    the period above it, whose own values are totals";
pub(super) const ABOVE: &str = "is empty: as in {cell}, and so are others below";
pub(super) const FORMAT: &str = "is in {text}, by the format of the cell";
pub(super) const BRACKETS: &str = "\"{text}\" is below zero, by its brackets";
pub(super) const SECTION: &str = "\"{text}\" is said of the rows below it";
pub(super) const OF_TABLE: &str = "\"{text}\" is said of the whole table above it";
pub(super) const FIELD: &str = "is the {field}";
pub(super) const VALUES: &str = "holds values";
pub(super) const VALUES_OF: &str = "holds values of {what}";
/// One of what values are of.
pub(super) const TIMES: &str = "times 10^{power}";
pub(super) const ONLY_NUMBERS: &str = "the only column of numbers holds the values";
pub(super) const ONLY_TITLES: &str = "the only other column holds the titles";
pub(super) const COMMA: &str = "the decimal mark is the comma, by \"{text}\" in {cell}";
pub(super) const POINT: &str = "the decimal mark is the point, by \"{text}\" in {cell}";
pub(super) const DAYS_FIRST: &str = "days stand before months, by \"{text}\" in {cell}";
pub(super) const MONTHS_FIRST: &str = "months stand before days, by \"{text}\" in {cell}";
pub(super) const CHANGE: &str = "is a change, as an index is never signed, by \"{text}\" in {cell}";
pub(super) const MILLIONS: &str = "\"{text}\" is in millions";
pub(super) const THOUSANDS: &str = "\"{text}\" is in thousands";
pub(super) const CODE: &str = "\"{text}\" is the code of {measure}";
pub(super) const REST: &str = "\"{text}\" is taken as {country}, which UN Comtrade calls so";
pub(super) const OWN_MEASURE: &str =
    "values in {unit} are no money: they are a measure of their own, \"{text}\"";
pub(super) const OWN_PART: &str =
    "\"{part}\" is a part of the trade: its values are a measure of their own, \"{text}\"";
pub(super) const MONTHS_OF: &str = "the months below are of {year}";
pub(super) const MARKED: &str = "is of {period}, marked \"{mark}\": {why}";
pub(super) const DATE: &str = "\"{text}\" is {date}";
pub(super) const DATE_SO: &str = "\"{text}\" is {date}: {why}";
pub(super) const FUTURE: &str = "lies in the future: planned";
pub(super) const KIND: &str = "no column says what kind the events are: all are \"event\"";
pub(super) const LANGUAGE: &str =
    "texts are taken as \"{language}\", by \"{text}\"; --lang says otherwise";
pub(super) const OTHER_LANGUAGE: &str = "\"{text}\" is taken as \"{language}\", by its words";
pub(super) const LINES: &str = "its lines are joined by a blank";
pub(super) const TAGS: &str = "tags of a web page are left out";
pub(super) const ENGLISH: &str = "texts are taken as English; --lang says otherwise";
pub(super) const GROUP: &str = "\
    {name} stands beside countries as a partner of its own, and holds what they hold too: \
    --read \"{name}=-\" leaves it out";

/// What a date assumes or leaves out.
pub(super) const TIME: &str = "the time of day is left out";
pub(super) const APPROXIMATE: &str = "approximate";
pub(super) const SEASON: &str = "a season, as EDTF counts it";
pub(super) const DAYS: &str = "a spreadsheet's count of days";
pub(super) const AS_QUARTERS: &str = "a quarter, as others beside it are";
pub(super) const AS_MONTHS: &str = "a month, as others beside it are";
pub(super) const FOOTNOTE: &str = "its mark is of a footnote";

/// Why a cell, a column or a row is left.
pub(super) const UNKNOWN: &str = "nothing says what it is";
pub(super) const MISSING: &str = "says that nothing is known";
pub(super) const ASKED: &str = "asked";
pub(super) const TOO_MANY: &str = "beyond the rows that a package holds";
pub(super) const BY_MAP: &str = "left out by --map";
pub(super) const BY_READ: &str = "left out by --read";
pub(super) const BY_ONLY: &str = "set aside by --only \"{column}={text}\"";

pub(super) const NO_FIELD: &str = "no field is called so";
pub(super) const OTHER: &str = "{what}, which is no measure of trade";
pub(super) const OTHER_COLUMN: &str = "{what}, which is no measure of trade; --map says what it is";
/// One of what is no measure.
pub(super) const INDEX: &str = "an index of any year or price";
/// As in the group `other` of `words.csv`.
pub(super) const PLAN: &str = "a plan or a target";
pub(super) const AVERAGE: &str = "an average";
pub(super) const PART_OF_FLOW: &str = "{what} are part of another flow";
pub(super) const PERCENTAGE: &str = "a percentage, which is no amount";
pub(super) const SHARE: &str = "a percentage of a whole, which no measure tells";
pub(super) const CHANGE_OF_AMOUNT: &str = "a change of an amount, which no measure tells";
pub(super) const BELOW_ZERO: &str = "growth below zero is no ratio: its header must say %";
pub(super) const UNSURE_HEADER: &str = "its header \"{text}\" may be more than one date";
pub(super) const OTHER_COUNTRIES: &str = "countries, of which another column holds the partners";
pub(super) const NO_PERIOD: &str = "beside the columns of periods, without a period";
pub(super) const DATES_SAY_IT: &str = "the column of dates says it";
pub(super) const PART_OR_WHOLE: &str = "a part of the trade, or its whole";
pub(super) const SECOND_PARTNER: &str = "the second partner";
pub(super) const TIMELINE_FIELD: &str = "a field of TimelineJS that a chart has no place for";

pub(super) const OF_TITLE: &str = "of the table's title";
pub(super) const BELOW: &str = "a line below the table";
pub(super) const TOTAL: &str = "a total of other rows";
pub(super) const NO_PARTNER_HERE: &str = "\
    no partner stands in its row: a total of other rows, or a row whose partner is missing";
pub(super) const SUM: &str = "a sum of other columns";
pub(super) const PART: &str = "a part ({text}) of a whole that is there too";
pub(super) const AREA: &str = "an area that is no country";
pub(super) const FOREIGN: &str = "trade of two other countries";
pub(super) const NO_RECORDS: &str = "\"{text}\" is no table of records";
pub(super) const NO_VALUE: &str = "a row without a value";
pub(super) const NOT_HELD: &str = "an event that is \"{text}\" was not held";
pub(super) const NO_TITLE: &str = "an event without a title";
pub(super) const NUMBER_TITLE: &str = "a number or a date, which is no event's title";
pub(super) const LONG_TITLE: &str = "a title of more than {n} characters";

pub(super) const SAYS_NONE: &str = "says that there is no value";
pub(super) const NO_NUMBER: &str = "no number";
pub(super) const MARK_ASKED: &str = "its decimal mark is asked for";
pub(super) const OTHER_MARKS: &str = "its marks contradict those of its column";
pub(super) const SAME: &str = "says the same as {cell}";
pub(super) const ELSE: &str = "says something else than {cell}";
pub(super) const NO_DATE: &str = "\"{text}\" is no date";
pub(super) const IMPOSSIBLE: &str = "{date} is no date";
pub(super) const NO_PART_OF_DATE: &str = "\"{text}\" is no {field}";
pub(super) const OTHER_ORDER: &str = "\"{text}\" contradicts the order of day and month";
pub(super) const OTHER_PARTNER: &str = "another partner than the column before it says";
pub(super) const OTHER_REPORTER: &str = "another reporter than the column before it says";
pub(super) const NO_PARTNER: &str = "names no partner that is known";
pub(super) const NO_REPORTER: &str = "names no reporter that is known";
pub(super) const NO_UNIT: &str = "no unit that is known; --read says which";
pub(super) const LONG_NOTE: &str = "longer than the {n} characters of a note";
pub(super) const NO_ADDRESS: &str = "no web address";
pub(super) const LONG_SOURCE: &str = "longer than a source's title";
pub(super) const NO_QUALIFIER: &str = "no qualifier that is known";
pub(super) const NO_ID: &str = "no id, or another record's";
