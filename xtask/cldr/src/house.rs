//! Where the house differs from CLDR, and why.

/// English dates and ranges are British, day before month, which an international reader does
/// not misread.
pub(crate) fn date_locale(language: &str) -> &str {
    if language == "en" { "en-GB" } else { language }
}

/// The template of a date or an interval by its name; none where CLDR's is kept.
///
/// CLDR's Tajik intervals are the root's, month before day, and contradict its Tajik dates; those name
/// a day, a month and a year side by side, where a sentence binds them: "20 октябри соли 2011".
pub(crate) fn date(language: &str, name: &str) -> Option<&'static str> {
    match (language, name) {
        ("tg", "day") => Some("{d} {m} соли {y}"),
        ("tg", "month") => Some("{m} соли {y}"),
        ("tg", "days") => Some("{d}–{D} {m} соли {y}"),
        ("tg", "days_of_months") => Some("{d} {l}\u{a0}– {D} {M} соли {y}"),
        ("tg", "days_of_years") => Some("{d} {m} соли {y}\u{a0}– {D} {M} соли {Y}"),
        ("tg", "months") => Some("{l}–{M} соли {y}"),
        ("tg", "months_of_years") => Some("{m} соли {y}\u{a0}– {M} соли {Y}"),
        ("tg", "years") => Some("{y}–{Y}"),
        _ => None,
    }
}

/// The name of a month within a date or alone, from CLDR's: the Tajik one begins with a small letter,
/// as newspapers write it, and within a date is bound to what follows.
pub(crate) fn month(language: &str, name: &str, text: &str) -> String {
    let bound = if name == "month" { "и" } else { "" };
    match language {
        "tg" => [&text.to_lowercase(), bound].concat(),
        _ => text.to_owned(),
    }
}

/// A dash that CLDR sets in thin spaces stands tight between single parts; one that stays spaced
/// never begins a line. Not every font has thin spaces.
pub(crate) fn dash(template: &str) -> String {
    let spaced = template.replace("\u{2009}–\u{2009}", "\u{a0}– ").replace(" – ", "\u{a0}– ");
    match template.split_once("\u{2009}–\u{2009}") {
        Some((left, right)) if left.len() == "{d}".len() => format!("{left}–{right}"),
        _ => spaced,
    }
}

/// The template of a quarter of a year, where CLDR's is not a phrase: its Azerbaijani puts the
/// bare year first.
pub(crate) fn quarter(language: &str) -> Option<&'static str> {
    match language {
        "az" => Some("{y:ci} ilin {q}ı"),
        "tg" => Some("{q} соли {y}"),
        _ => None,
    }
}

/// The names of quarters, where CLDR has only the root's "Q" with a letter of the language.
pub(crate) fn quarters(language: &str) -> Option<[String; 4]> {
    (language == "tg")
        .then(|| ["1-уми", "2-юми", "3-юми", "4-уми"].map(|ordinal| format!("чоряки {ordinal}")))
}

/// The template of a short amount of 10^`power`: the house's English writes "mln" and "bn" apart
/// from the number where CLDR has M and B, and its Azerbaijani "min" where CLDR has K.
pub(crate) fn compact(language: &str, power: usize) -> Option<&'static str> {
    match (language, power) {
        ("en", 3) => Some("{c}{n}k"),
        ("en", 6) => Some("{c}{n}\u{a0}mln"),
        ("en", 9) => Some("{c}{n}\u{a0}bn"),
        ("en", 12) => Some("{c}{n}\u{a0}trn"),
        ("az", 3) => Some("{n}\u{a0}min\u{a0}{c}"),
        // Without the full stops that a newspaper leaves out.
        ("tg", 6) => Some("{n}\u{a0}млн\u{a0}{c}"),
        ("tg", 9) => Some("{n}\u{a0}млрд\u{a0}{c}"),
        ("tg", 12) => Some("{n}\u{a0}трлн\u{a0}{c}"),
        // CLDR does not shorten a German thousand.
        ("de", 3) => Some("{n}\u{a0}Tsd.\u{a0}{c}"),
        _ => None,
    }
}
