//! Lists that a listener can keep apart.

use crate::locale::{Locale, fill, plain};

/// How many entries are told one by one.
const MOST: usize = 8;
/// Of more than these so many, and the number of the others.
const FIRST: usize = 5;

/// "Kazakhstan, Russia, Tajikistan, Georgia, Turkey and 59 more": all of a few, else the first of them.
pub(super) fn few(entries: &[impl AsRef<str>], between: &str, locale: &Locale) -> String {
    let told = if entries.len() > MOST { FIRST } else { entries.len() };
    let told: Vec<&str> = entries[..told].iter().map(AsRef::as_ref).collect();
    let list = told.join(between);
    match entries.len() - told.len() {
        0 => list,
        more => fill(locale.words.and_more, &[("list", &list), ("n", &plain(more as i32))]),
    }
}
