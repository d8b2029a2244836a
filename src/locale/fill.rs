//! Templates: texts with named places.

use super::ending;

/// Puts each value in its place: `{name}`, or `{name:ending}` where the language inflects the
/// value (see `ending`). A place without a value stays as it is; values are not searched again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut pieces = template.split('{');
    text.push_str(pieces.next().unwrap_or(""));
    for piece in pieces {
        let mut halves = piece.splitn(2, '}');
        let place = halves.next().unwrap_or("");
        let rest = halves.next();
        let mut names = place.splitn(2, ':');
        let name = names.next().unwrap_or("");
        match values.iter().find(|(known, _)| rest.is_some() && *known == name) {
            Some((_, value)) => {
                text.push_str(value);
                ending::push(&mut text, value, names.next().unwrap_or(""));
                text.push_str(rest.unwrap_or(""));
            }
            None => {
                text.push('{');
                text.push_str(piece);
            }
        }
    }
    text
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
