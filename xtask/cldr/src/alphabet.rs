//! The letters of a language in the order of its collation, asked of ICU.

use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use icu_locale::Locale;
use icu_locale::exemplar_chars::ExemplarCharacters;

/// Each letter small, then capital. The basic letters of the script are always there, for
/// foreign names.
pub fn of(language: &str) -> Result<String, String> {
    let locale: Locale = language.parse().map_err(|_| format!("{language} is not a locale"))?;
    let exemplars =
        ExemplarCharacters::try_new_main(&(&locale).into()).map_err(|error| error.to_string())?;
    let collator = Collator::try_new(locale.into(), CollatorOptions::default())
        .map_err(|error| error.to_string())?;
    let basic = if exemplars.contains('ж') { 'а'..='я' } else { 'a'..='z' };
    // Latin with its extensions and Cyrillic, which is where the five languages write.
    let mut letters: Vec<char> = ('a'..='\u{4ff}')
        .filter(|letter| letter.is_lowercase())
        .filter(|letter| exemplars.contains(*letter) || basic.contains(letter))
        .collect();
    letters.sort_by(|a, b| collator.compare(&a.to_string(), &b.to_string()));
    Ok(letters.into_iter().flat_map(|letter| [letter, capital(language, letter)]).collect())
}

fn capital(language: &str, letter: char) -> char {
    match (language, letter) {
        ("az", 'i') => 'İ',
        _ => letter.to_uppercase().next().unwrap_or(letter),
    }
}
