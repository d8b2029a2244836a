//! The alphabet of a language: its order and its capitals.

use std::cmp::Ordering;

use super::{Language, table::table};

/// Compares by the language's alphabet, case only where all else is equal. Signs and digits come
/// before letters, letters of other alphabets after.
pub fn compare(language: Language, a: &str, b: &str) -> Ordering {
    let alphabet = table(language).alphabet;
    let by_letter = a.chars().map(|c| rank(alphabet, c)).cmp(b.chars().map(|c| rank(alphabet, c)));
    by_letter.then_with(|| b.cmp(a))
}

fn rank(alphabet: &str, letter: char) -> u32 {
    match place(alphabet, letter) {
        Some(at) => 0x100 + at as u32 / 2,
        None if letter < 'A' => letter as u32,
        None => 0x1000 + letter as u32,
    }
}

/// Whether it is a small letter of the language's alphabet.
pub fn is_small(language: Language, letter: char) -> bool {
    place(table(language).alphabet, letter).is_some_and(|at| at % 2 == 0)
}

fn place(alphabet: &str, letter: char) -> Option<usize> {
    alphabet.chars().position(|known| known == letter)
}

/// The text with a capital first letter, by the language: Azerbaijani `i` becomes `İ`.
pub fn sentence(language: Language, text: &str) -> String {
    let mut letters = text.chars();
    let mut capitalised = String::with_capacity(text.len() + 2);
    if let Some(first) = letters.next() {
        let alphabet = table(language).alphabet;
        let pair = place(alphabet, first).filter(|at| at % 2 == 0);
        capitalised.push(pair.and_then(|at| alphabet.chars().nth(at + 1)).unwrap_or(first));
        capitalised.push_str(letters.as_str());
    }
    capitalised
}
