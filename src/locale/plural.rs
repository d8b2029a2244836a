//! Numbers of things, in the form that the language gives them.

use super::lexicon::{Forms, Plural, category};
use super::{Locale, count, fill};

/// The category of `n` things.
pub fn plural(locale: &Locale, n: u32) -> Plural {
    category(&locale.table.plural, u64::from(n) * 10)
}

/// `forms` with `{n}` filled in.
pub fn counted(locale: &Locale, forms: &Forms, n: u32) -> String {
    fill(forms.of(plural(locale, n)), &[("n", &count(locale, n))])
}
