//! Plural forms by CLDR's cardinal rules.

use super::{Locale, count, fill};

/// A category of CLDR's that one of the five languages has; `Other` is also that of fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    One,
    Few,
    Many,
    Other,
}

/// The three kinds of rules that the five languages have for whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// One form for all.
    Same,
    /// 1 is `One`, all else `Other`.
    OneOther,
    /// By the last digits: 1, 21 `One`; 2 to 4, 22 `Few`; all else `Many`; fractions `Other`.
    EastSlavic,
}

/// A phrase with `{n}` in the form of each category, in the order of [`Plural`].
#[derive(Clone, Copy, Debug)]
pub struct Forms(pub [&'static str; 4]);

/// The category of `n` things.
pub fn plural(locale: &Locale, n: u32) -> Plural {
    match locale.plurals {
        Rule::Same => Plural::Other,
        Rule::OneOther if n == 1 => Plural::One,
        Rule::OneOther => Plural::Other,
        Rule::EastSlavic => match (n % 10, n % 100) {
            (_, 11..=14) => Plural::Many,
            (1, _) => Plural::One,
            (2..=4, _) => Plural::Few,
            _ => Plural::Many,
        },
    }
}

/// `forms` with `{n}` filled in.
pub fn counted(locale: &Locale, forms: &Forms, n: u32) -> String {
    fill(forms.of(plural(locale, n)), &[("n", &count(locale, n))])
}

impl Forms {
    pub const fn same(form: &'static str) -> Forms {
        Forms([form; 4])
    }

    pub const fn two(one: &'static str, other: &'static str) -> Forms {
        Forms([one, other, other, other])
    }

    /// East Slavic; fractions take the form of `few`.
    pub const fn three(one: &'static str, few: &'static str, many: &'static str) -> Forms {
        Forms([one, few, many, few])
    }

    pub fn of(&self, plural: Plural) -> &'static str {
        self.0[plural as usize]
    }
}
