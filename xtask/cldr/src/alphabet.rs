//! The letters of a language in the order of its collation, asked of ICU.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;
use icu_locale::exemplar_chars::{ExemplarCharacters, ExemplarCharactersBorrowed};

use crate::languages;

/// Each letter small, then capital; `=` before one that only an accent parts from the last.
///
/// The letters of all languages in the script are there, for names from the neighbours.
pub(crate) fn of(language: &str) -> Result<String, String> {
    let mut letters = Vec::new();
    for neighbour in languages()? {
        let own = exemplars(&neighbour)?;
        if own.contains('ж') == exemplars(language)?.contains('ж') {
            // Latin with its extensions and Cyrillic, which is where the languages write.
            letters.extend(('a'..='\u{4ff}').filter(|letter| own.contains(*letter)));
        }
    }
    if letters.contains(&'a') {
        // Names of countries have accents that none of the languages writes.
        letters.extend(('à'..='ÿ').filter(|letter| letter.is_alphabetic()));
    }
    letters.retain(|letter| letter.is_lowercase());
    let order = collator(language, Strength::Tertiary)?;
    let bases = collator(language, Strength::Primary)?;
    letters.sort_by(|a, b| order.compare(&a.to_string(), &b.to_string()));
    letters.dedup();
    let mut alphabet = String::new();
    let mut last = String::new();
    for letter in letters {
        if bases.compare(&last, &letter.to_string()).is_eq() {
            alphabet.push('=');
        }
        alphabet.extend([letter, capital(language, letter)]);
        last = letter.to_string();
    }
    Ok(alphabet)
}

fn locale(language: &str) -> Result<Locale, String> {
    language.parse().map_err(|_| format!("{language} is not a locale"))
}

fn exemplars(language: &str) -> Result<ExemplarCharactersBorrowed<'static>, String> {
    ExemplarCharacters::try_new_main(&(&locale(language)?).into())
        .map_err(|error| error.to_string())
}

/// ICU's own order of the language.
pub(crate) fn collator(
    language: &str,
    strength: Strength,
) -> Result<CollatorBorrowed<'static>, String> {
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    Collator::try_new(locale(language)?.into(), options).map_err(|error| error.to_string())
}

fn capital(language: &str, letter: char) -> char {
    match (language, letter) {
        ("az" | "tr", 'i') => 'İ',
        (_, 'ß') => 'ẞ',
        _ => letter.to_uppercase().next().unwrap_or(letter),
    }
}
