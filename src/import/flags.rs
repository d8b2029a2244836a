//! Eurostat's flags: letters behind a value, or in a column of their own.

/// What each letter says, by its key in `made.csv`.
const FLAGS: [(char, &str); 11] = [
    ('b', "break"),
    ('c', "confidential"),
    ('d', "definition"),
    ('e', "estimated"),
    ('f', "forecast"),
    ('n', "insignificant"),
    ('p', "provisional"),
    ('r', "revised"),
    ('s', "estimated-eurostat"),
    ('u', "unreliable"),
    ('z', "not-applicable"),
];

/// What flags say, one key for each letter; none where a letter is no flag.
pub(super) fn keys(flags: &str) -> Option<Vec<&'static str>> {
    let key = |flag: char| FLAGS.iter().find(|(known, _)| *known == flag).map(|(_, key)| *key);
    (1..=4).contains(&flags.len()).then(|| flags.chars().map(key).collect())?
}

/// A value and the flags behind it: `900.1` and `bp`, `:` and `c`.
pub(super) fn cut(text: &str) -> (&str, &str) {
    let end = text.trim_end_matches(|char: char| char.is_ascii_lowercase()).len();
    let (value, flags) = text.split_at(end);
    let is_apart = value.ends_with([' ', ':']);
    if is_apart && keys(flags).is_some() { (value.trim(), flags) } else { (text, "") }
}

/// Whether flags call a value an estimate.
pub(super) fn is_estimate(key: &str) -> bool {
    matches!(key, "estimated" | "estimated-eurostat")
}
