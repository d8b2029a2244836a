//! Templates: texts with named places.

use super::ending;

/// Puts each value in its place: `{name}`, or `{name:ending}` where the language inflects the
/// value (see [`ending`]). A place without a value stays as it is; values are not searched again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((place, after)) = after.split_once('}') else {
            rest = &rest[before.len()..];
            break;
        };
        let (name, kind) = place.split_once(':').unwrap_or((place, ""));
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => {
                text.push_str(value);
                ending::push(&mut text, value, kind);
            }
            None => {
                text.push('{');
                text.push_str(place);
                text.push('}');
            }
        }
        rest = after;
    }
    text.push_str(rest);
    text
}
