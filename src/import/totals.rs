//! Labels of rows that are sums of others, where a partner would stand.

use super::country;
use super::words;

/// Words that alone are a total, and beside others say little.
const ALONE: [&str; 2] = ["all", "sum"];

/// What stands beside the word for a total; none where a label is of none.
fn beside(text: &str) -> Option<String> {
    let bare = text.trim().trim_end_matches([':', '：', '*', '.']).trim();
    if words::find("total", bare).is_some() {
        return Some(String::new());
    }
    let is_total = |word: &str| {
        words::find("total", word).is_some() && !ALONE.contains(&words::fold(word).as_str())
    };
    let words = words::split(bare);
    match &words[..] {
        [first, second, rest @ ..] if is_total(&[*first, *second].join(" ")) => {
            Some(rest.join(" "))
        }
        [first, rest @ ..] if is_total(first) => Some(rest.join(" ")),
        [rest @ .., last] if is_total(last) => Some(rest.join(" ")),
        _ => None,
    }
}

/// Whether a label is of a total: `Total`, `Italy Total`, `Итого по странам`.
pub(super) fn is_total(text: &str) -> bool {
    beside(text).is_some()
}

/// The code of the world, where a label says that the total is the world's.
pub(super) fn world(text: &str) -> Option<&'static str> {
    let rest = beside(text).filter(|rest| words::find("total", rest).is_none())?;
    country::code(&rest).filter(|code| country::is_world(code))
}
