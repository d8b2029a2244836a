//! The alphabet of a language: its order and its capitals.
//!
//! An alphabet is a string of letters, each small, then capital; `=` stands before one that only
//! an accent parts from the letter before it.

use super::Locale;

/// Where a letter stands in its alphabet.
#[derive(Clone, Copy)]
struct Place {
    /// The same for letters that only an accent parts.
    rank: u32,
    /// Even for a small letter; its capital is the next.
    position: usize,
}

/// Keys in whose order texts stand by the language's alphabet, accents and then case only where all
/// else is equal. Signs and digits come before letters, letters of other alphabets after.
pub fn sort_key(locale: &Locale, text: &str) -> Vec<i64> {
    let mut letters = Vec::new();
    let mut rest = Vec::new();
    for letter in text.chars() {
        letters.push(rank(locale, letter));
        rest.push(place(locale, letter).map_or(0, |place| place.position as u32 / 2));
    }
    // A capital stands after its small letter, whose code is higher.
    rest.extend(text.chars().map(|letter| u32::from(char::MAX) - letter as u32));
    // Three at once: a letter takes 21 bits, and none is 0 where the text has ended.
    let mut key = Vec::new();
    for part in [letters, rest] {
        for three in part.chunks(3) {
            let digit = |at: usize| i64::from(three.get(at).map_or(0, |letter| letter + 1));
            key.push(digit(0) << 42 | digit(1) << 21 | digit(2));
        }
        key.push(0);
    }
    key
}

/// Whether `text` holds each of the `wanted` words, whatever their capitals and accents.
pub fn holds(locale: &Locale, text: &str, wanted: &str) -> bool {
    let small = |letter: char| match place(locale, letter) {
        Some(_) => letter,
        None => letter.to_ascii_lowercase(),
    };
    let ranks = |text: &str| -> Vec<u32> {
        text.chars().map(|letter| rank(locale, small(letter))).collect()
    };
    let text = ranks(text);
    wanted.split_whitespace().all(|word| {
        let word = ranks(word);
        text.windows(word.len()).any(|part| part == word)
    })
}

fn rank(locale: &Locale, letter: char) -> u32 {
    match place(locale, letter) {
        Some(place) => 0x100 + place.rank,
        None if letter < 'A' => letter as u32,
        None => 0x1000 + letter as u32,
    }
}

fn place(locale: &Locale, letter: char) -> Option<Place> {
    let mut place = Place { rank: 0, position: 0 };
    let mut accented = false;
    for known in locale.table.alphabet.chars() {
        if known == '=' {
            accented = true;
            continue;
        }
        if place.position.is_multiple_of(2) {
            place.rank += u32::from(!accented);
            accented = false;
        }
        if known == letter {
            return Some(place);
        }
        place.position += 1;
    }
    None
}

/// The text with a capital first letter, by the language: Azerbaijani `i` becomes `İ`.
pub fn sentence(locale: &Locale, text: &str) -> String {
    let mut letters = text.chars();
    let mut capitalised = String::with_capacity(text.len() + 2);
    if let Some(first) = letters.next() {
        let alphabet = || locale.table.alphabet.chars().filter(|letter| *letter != '=');
        let small = place(locale, first).filter(|place| place.position.is_multiple_of(2));
        let capital = small.and_then(|place| alphabet().nth(place.position + 1));
        capitalised.push(capital.unwrap_or(first));
        capitalised.push_str(letters.as_str());
    }
    capitalised
}
