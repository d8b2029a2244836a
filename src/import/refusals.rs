//! All that is said where a file or an answer is not taken; as in `sayings.rs`, each has places in
//! braces and is in the words of the builder page.

/// Where it is, and what is wrong there.
pub(super) const AT: &str = "{place}: {what}";

pub(super) const LARGE: &str = "larger than {n} MiB";
pub(super) const OLD_BOOK: &str = "an old or encrypted spreadsheet; save it as XLSX or CSV";
pub(super) const PDF: &str = "a PDF; copy the table out of it, or export it as CSV";
pub(super) const MARKUP: &str = "\
    a web page or XML under the name of a table: open it in a spreadsheet and save it as XLSX or CSV";

pub(super) const ARCHIVE: &str = "unreadable archive: {why}";
pub(super) const NESTED: &str = "an archive inside an archive";
pub(super) const NO_FILE: &str = "an archive without a file";
pub(super) const NO_TABLE: &str = "an archive without a table: {n} files, none CSV, TSV or JSON";
pub(super) const MANY_FILES: &str = "an archive of more than {n} files";
pub(super) const LEADS_OUT: &str = "a file that leads out of the archive";
pub(super) const GROWS: &str = "{path} is more than {n} times its packed size";
pub(super) const UNPACKED: &str = "more than {n} MiB unpacked";

pub(super) const BOOK: &str = "unreadable spreadsheet: {why}";
pub(super) const CLAIMS: &str = "{path} claims more texts than it holds";
pub(super) const MANY_SHEETS: &str = "more sheets than can be told apart";
pub(super) const SHEET_CELLS: &str = "the sheet {sheet} has more cells than can be held";

pub(super) const TABLE: &str = "unreadable table: {why}";
pub(super) const CELLS: &str = "more cells than can be held";
pub(super) const WIDE: &str = "a row of {n} cells";
pub(super) const LONG_CELL: &str = "a cell of more than 32767 characters; close its quotation mark";

pub(super) const NO_JSON: &str = "not JSON: {why}";
pub(super) const NO_DATASET: &str = "neither a dataset nor a list of objects";
pub(super) const OTHER_FORMAT: &str = "a format other than \"bilateral/1\"";
pub(super) const NO_LIST: &str = "{table} is no list";
pub(super) const NO_OBJECT: &str = "{item} is no object";
pub(super) const NO_OBJECTS: &str = "a list of something else than objects";
pub(super) const MANY_ROWS: &str = "{table}: more than 200000 rows";
pub(super) const MANY_KEYS: &str = "objects with more than 1000 keys";

/// What is wrong with an answer.
pub(super) const NO_COUNTRY: &str = "no country is known as \"{text}\"";
pub(super) const NEAR_COUNTRY: &str =
    "no country is known as \"{text}\"; did you mean {countries}?";
pub(super) const NO_FIELD: &str = "no field is called \"{field}\"";
pub(super) const NO_DATE: &str =
    "\"{text}\" is no date: write 2020, 2020-05, 2020-05-29 or 2020-04/2021-03";
pub(super) const NO_UNIT: &str =
    "\"{text}\" is no unit: write a currency such as USD or USD million, or t, kg, bbl, persons";
pub(super) const NO_LANGUAGE: &str = "\"{text}\" is no code of a language, such as en or az";
pub(super) const NO_ADDRESS: &str = "\"{text}\" is no web address: it begins with https://";
pub(super) const PAIR: &str = "{option} takes two texts with = between them";
pub(super) const TAKES: &str = "{option} takes {words}";
/// Of what an option takes.
pub(super) const OR: &str = "{one} or {other}";
pub(super) const NO_OPTION: &str = "nothing is asked by \"{option}\"";
