//! Words that tables use, in the languages in which they come: `words.csv`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::currencies::is_currency;

/// By group and folded word.
type Words = HashMap<(&'static str, String), &'static str>;

/// Signs of currencies.
pub(super) const SIGNS: [char; 17] =
    ['$', '€', '£', '₽', '₸', '₼', '₺', '₴', '₾', '₹', '¥', '￥', '₩', '₪', '₫', '₦', '₱'];

const TABLE: &str = include_str!("words.csv");

fn table() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = Words::new();
        for line in TABLE.lines().skip(1) {
            let mut parts = line.splitn(3, ',');
            let (group, key) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
            for word in parts.next().unwrap_or("").split('|') {
                words.entry((group, fold(word))).or_insert(key);
            }
        }
        words
    })
}

/// What a word means in its group: a field, a measure, a unit, a power of ten.
pub(super) fn find(group: &'static str, word: &str) -> Option<&'static str> {
    table().get(&(group, fold(word))).copied()
}

/// The contract's qualifier for a word or sign.
pub(super) fn qualifier(word: &str) -> Option<&'static str> {
    ["about", "more-than", "almost", "up-to"].into_iter().find(|group| find(group, word).is_some())
}

/// Whether a word calls a value a forecast or an estimate.
pub(super) fn is_unsure(word: &str) -> bool {
    matches!(find("mark", word), Some("forecast" | "estimated"))
}

/// The unit that a text is: a currency's code, or a word for a unit.
pub(super) fn unit(text: &str) -> Option<String> {
    let text = text.trim();
    if is_currency(text) {
        return Some(text.to_owned());
    }
    find("unit", text).map(String::from)
}

/// A unit that no currency is and that a package declares: a mass, a volume, persons.
pub(super) fn own_unit(key: &str) -> Option<&'static str> {
    let unit = find("unit", key).filter(|unit| *unit == key && !is_currency(unit))?;
    (!["ratio", "count"].contains(&unit)).then_some(unit)
}

/// Lower case, one kind of apostrophe and dash, single blanks, no diaeresis on a Russian e.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.trim().chars() {
        match char {
            '’' | 'ʼ' | '`' => folded.push('\''),
            '‐' | '‑' => folded.push('-'),
            'ё' | 'Ё' => folded.push('е'),
            _ if char.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            _ => folded.extend(char.to_lowercase().filter(|char| *char != '\u{307}')),
        }
    }
    folded
}

/// The words of a text: runs of letters, digits, dots and currency signs.
pub(super) fn split(text: &str) -> Vec<&str> {
    let inside =
        |char: char| char.is_alphanumeric() || SIGNS.contains(&char) || ".-'’".contains(char);
    text.split(|char| !inside(char)).filter(|word| !word.is_empty()).collect()
}

/// All runs of up to three neighbouring words, the longest first.
pub(super) fn phrases(text: &str) -> Vec<String> {
    let words = split(text);
    (1..=3)
        .rev()
        .flat_map(|length| words.windows(length).map(|run| run.join(" ")).collect::<Vec<_>>())
        .collect()
}
