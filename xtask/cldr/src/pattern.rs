//! CLDR's patterns rewritten as templates with named places.

/// A date or interval pattern as a template: `d–d MMM y` becomes `{d}–{D} {m} {y}`. Abbreviated
/// months become wide ones, as CLDR's rule for skeletons says.
pub(crate) fn date(pattern: &str) -> Result<String, String> {
    let mut template = String::new();
    let mut quoted = false;
    let mut seen = Vec::new();
    let mut letters = pattern.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '\'' {
            quoted = !quoted;
            continue;
        }
        if quoted || !letter.is_ascii_alphabetic() {
            template.push(letter);
            continue;
        }
        while letters.next_if_eq(&letter).is_some() {}
        let place = match letter {
            'y' | 'd' => letter,
            'M' => 'm',
            'L' => 'l',
            'Q' => 'q',
            _ => return Err(format!("the pattern {pattern} has the unknown field {letter}")),
        };
        let second = seen.contains(&place);
        seen.push(place);
        template.push('{');
        template.push(if second { place.to_ascii_uppercase() } else { place });
        template.push('}');
    }
    Ok(template)
}

/// A number pattern as a template: `0 млн ¤` becomes `{n} млн {c}`.
pub(crate) fn number(pattern: &str) -> String {
    let pattern = pattern.replace('\'', "");
    let is_digit = |letter: char| matches!(letter, '#' | '0' | ',' | '.');
    let start = pattern.find(['#', '0']).unwrap_or(0);
    let end =
        pattern[start..].find(|letter| !is_digit(letter)).map_or(pattern.len(), |at| start + at);
    format!("{}{{n}}{}", &pattern[..start], &pattern[end..]).replace('¤', "{c}")
}
