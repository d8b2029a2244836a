//! What stands at a number and points at a note, or says how sure it is.

use super::words;

/// A mark without the brackets around it.
pub(super) fn bare(mark: &str) -> &str {
    mark.trim_matches(['(', ')', '[', ']'])
}

/// Whether a sign, a number or a letter points at a note; a word may be a unit, `m` a million.
pub(super) fn is_footnote(mark: &str) -> bool {
    let mark = bare(mark);
    let is_number = mark.len() <= 2 && mark.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = mark.chars().count() == 1 && words::find("multiplier", mark).is_none();
    let is_sign = !mark.contains(char::is_alphanumeric);
    !mark.is_empty() && (is_number || is_letter || is_sign || is_flag(mark))
}

/// `p`, `prelim.`: how sure a value is. A capital letter may be of a code.
pub(super) fn is_flag(word: &str) -> bool {
    let word = bare(word);
    words::find("mark", word).is_some() && !word.starts_with(char::is_uppercase)
}
