//! Templates: texts with named places.

use super::ending;

/// Puts each value in its place: `{name}`, or `{name:ending}` where the language inflects the
/// value (see `ending`). A place without a value stays as it is; values are not searched again. A value
/// that runs from right to left is isolated, so that it does not reorder what stands around it.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, behind)) = halves(rest, '{') {
        text.push_str(before);
        rest = behind;
        let found = halves(behind, '}').and_then(|(place, after)| {
            let (name, kind) = halves(place, ':').unwrap_or((place, ""));
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, kind, after))
        });
        match found {
            Some((value, kind, after)) => {
                let isolated = value.chars().any(is_rightward);
                text.push_str(if isolated { "\u{2068}" } else { "" });
                text.push_str(value);
                ending::push(&mut text, value, kind);
                text.push_str(if isolated { "\u{2069}" } else { "" });
                rest = after;
            }
            None => text.push('{'),
        }
    }
    text.push_str(rest);
    text
}

/// Whether a character is of a script that is written from right to left.
fn is_rightward(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// What stands before and after the first `mark`; one instance of the library's search.
#[inline(never)]
fn halves(text: &str, mark: char) -> Option<(&str, &str)> {
    text.split_once(mark)
}

/// Adds a part to a list, with `between` before all but the first; an empty part is left out.
pub fn append(list: &mut String, between: &str, part: &str) {
    if !part.is_empty() {
        if !list.is_empty() {
            list.push_str(between);
        }
        list.push_str(part);
    }
}

/// Ends a sentence: Russian dates and some names bring their own full stop.
pub fn stop(text: &mut String) {
    if !text.ends_with('.') {
        text.push('.');
    }
}
