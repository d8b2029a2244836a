//! Which of the known kinds of plural rules a language has, asked of ICU.

use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralRules};

type Category = fn(u32) -> PluralCategory;

const RULES: [(&str, Category); 3] = [
    ("Same", |_| PluralCategory::Other),
    ("OneOther", |n| if n == 1 { PluralCategory::One } else { PluralCategory::Other }),
    ("EastSlavic", |n| match (n % 10, n % 100) {
        (_, 11..=14) => PluralCategory::Many,
        (1, _) => PluralCategory::One,
        (2..=4, _) => PluralCategory::Few,
        _ => PluralCategory::Many,
    }),
];

/// The name of the rule that agrees with ICU for every whole number up to 10,000.
pub fn rule(language: &str) -> Result<String, String> {
    let locale: Locale = language.parse().map_err(|_| format!("{language} is not a locale"))?;
    let rules = PluralRules::try_new_cardinal(locale.into()).map_err(|error| error.to_string())?;
    RULES
        .iter()
        .find(|(_, category)| (0..=10_000u32).all(|n| rules.category_for(n) == category(n)))
        .map(|(name, _)| String::from(*name))
        .ok_or_else(|| format!("no known plural rule fits {language}"))
}
