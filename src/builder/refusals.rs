//! All that the builder itself refuses, beside what an import does; each is in the words of its page.

use crate::import::Saying;

pub(super) const LARGE: &str = "{n} MiB: the builder takes up to {max} MiB";
pub(super) const MANY_ROWS: &str = "{name}: {n} rows; the builder takes up to {max} in a table";
pub(super) const BOUNDS: &str = "a table has up to {rows} rows and {columns} columns";
pub(super) const FAULTS: &str = "there is no dataset without faults yet";
pub(super) const NO_ADDRESS: &str =
    "\"{address}\" is no address of a folder; give one such as https://example.org/charts/";
pub(super) const NO_WORDS: &str = "there are no words in {code}; add words/{code}.csv";
pub(super) const UNMADE: &str = "the files cannot be made: {why}";

/// What should not happen to files of a dataset without faults.
pub(super) fn unmade(why: String) -> Saying {
    Saying::of(UNMADE).text("why", why)
}
