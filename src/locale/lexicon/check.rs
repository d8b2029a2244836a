//! What the words of a language must be like.

use super::compile::{is_name, keys};
use super::plural::Forms;
use super::rows::{TextRow, TextRows};
use super::texts::TextKind;
use super::words::Words;
use crate::dataset::Diagnostic;

/// The endings that `{name:ending}` may ask for, by the language that has them.
const ENDINGS: [(&str, &[&str]); 4] = [
    ("az", &["ci", "dan", "a", "ın"]),
    ("de", &["allein"]),
    ("kk", &["дан", "ға"]),
    ("ru", &["ию", "ии"]),
];

/// Letters that look like one of the other alphabet.
const LATIN_ALIKE: &str = "aceiopxyABCEHIKMOPTX";

/// What a language is checked against.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The code of the language, which says which endings and which alphabet it has.
    pub language: &'a str,
    /// The words whose places in braces all languages share.
    pub english: &'a TextRows,
    /// What is known of the language beside the words: CLDR's table, and the words that a package
    /// replaces some of.
    pub besides: &'a [TextRows],
}

/// Adds to `found` all that is wrong with the words of a language.
pub fn check(words: &TextRows, known: &Known, found: &mut Vec<Diagnostic>) {
    for (key, row) in words.iter() {
        if !is_name(key) && !keys().any(|(one, _)| one == key) {
            let hint = "the keys are those of data/words/en.csv and data/cldr/en.csv";
            found.push(words.at(row.line, 1, &format!("unknown key {key}"), hint));
            continue;
        }
        let mut wrong = |what: &str, hint: &str| {
            found.push(words.at(row.line, row.column, what, hint));
        };
        one_text(row, &mut wrong);
        places(key, row, known, &mut wrong);
        letters(row, known, &mut wrong);
    }
    missing(words, known, found);
}

fn one_text(row: &TextRow, wrong: &mut dyn FnMut(&str, &str)) {
    let text = &row.text;
    if text.is_empty() {
        return wrong(
            "empty text",
            "write the text, or leave the row out where English may stand in",
        );
    }
    if text.trim() != text || text.contains("  ") {
        wrong("spaces at an end, or two together", "remove them");
    }
    let hidden = |letter: &char| {
        let control = letter.is_control() || *letter == '\u{feff}';
        control
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if let Some(letter) = text.chars().find(hidden) {
        let what = format!("control character U+{:04X}", u32::from(letter));
        wrong(&what, "remove it: browsers set the direction of a text by its letters");
    }
}

/// The names in braces, each with its ending; none where braces do not pair.
fn braces(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut parts = text.split('{');
    let before = parts.next().unwrap_or_default();
    if before.contains('}') { None } else { parts.map(place).collect() }
}

/// The name and the ending of a place, from what follows its opening brace.
fn place(part: &str) -> Option<(&str, &str)> {
    let (place, after) = part.split_once('}')?;
    (!after.contains('}')).then(|| place.split_once(':').unwrap_or((place, "")))
}

fn places(key: &str, row: &TextRow, known: &Known, wrong: &mut dyn FnMut(&str, &str)) {
    let Some(own) = braces(&row.text) else {
        return wrong("a brace without its other half", "write places as {name}");
    };
    for (name, ending) in own.iter().filter(|(_, ending)| !ending.is_empty()) {
        let grammar = ENDINGS.iter().find(|(language, _)| *language == known.language);
        let endings = grammar.map_or(&[][..], |(_, endings)| endings);
        if !endings.contains(ending) {
            let what = format!("unknown ending {{{name}:{ending}}}");
            let hint = match endings {
                [] => format!("{} has no endings: build the sentence without", known.language),
                _ => format!("the endings of {} are {}", known.language, endings.join(", ")),
            };
            wrong(&what, &hint);
        }
    }
    // A category that English has not takes the places of its `other`.
    let other = key.rsplit_once('.').map(|(name, _)| format!("{name}.other"));
    let model = known.english.get(key).or_else(|| known.english.get(&other?));
    let Some(model) = model.and_then(braces) else { return };
    let sorted = |places: &[(&str, &str)]| {
        let mut names: Vec<String> = places.iter().map(|(name, _)| format!("{{{name}}}")).collect();
        names.sort_unstable();
        names
    };
    let (own, model) = (sorted(&own), sorted(&model));
    if own != model {
        let told = if own.is_empty() { "none".to_owned() } else { own.join(" ") };
        let wanted = if model.is_empty() { "none".to_owned() } else { model.join(" ") };
        wrong(&format!("places {told} instead of {wanted}"), "have each place of the English text");
    }
}

/// A letter of an alphabet that looks like one of another breaks search, speech and fonts.
fn letters(row: &TextRow, known: &Known, wrong: &mut dyn FnMut(&str, &str)) {
    let is_cyrillic = |letter: char| matches!(letter, '\u{400}'..='\u{52f}');
    let is_latin = |letter: char| letter.is_alphabetic() && letter < '\u{250}';
    let alphabet = known.besides.iter().find_map(|rows| rows.get("alphabet"));
    let cyrillic = alphabet.unwrap_or_default().contains('ж');
    let prose = row.text.split('{').map(|part| part.split_once('}').map_or(part, |(_, text)| text));
    for word in prose.flat_map(|part| part.split(|letter: char| !letter.is_alphabetic())) {
        let mixed = word.contains(is_cyrillic) && word.contains(is_latin);
        let foreign = match cyrillic {
            true => !word.is_empty() && word.chars().all(|letter| LATIN_ALIKE.contains(letter)),
            false => alphabet.is_some_and(|all| all.contains('w')) && word.contains(is_cyrillic),
        };
        if mixed || foreign {
            let what = format!("\"{word}\" with letters of another alphabet that look alike");
            wrong(&what, "type the word anew in the alphabet of the language");
        }
    }
}

/// Keys that neither the words nor what is known besides have, and plural categories that the
/// language has no rule for.
fn missing(words: &TextRows, known: &Known, found: &mut Vec<Diagnostic>) {
    let has = |key: &str| {
        let besides = known.besides.iter().any(|rows| rows.get(key).is_some());
        words.get(key).is_some() || besides
    };
    let forms: Vec<&str> = Words::FIELDS
        .iter()
        .filter(|(_, kind)| matches!(kind, TextKind::Forms))
        .map(|(name, _)| *name)
        .collect();
    let mut absent = Vec::new();
    for (key, optional) in keys() {
        let form = key.rsplit_once('.').filter(|(name, _)| forms.contains(name));
        let wanted = match form {
            None => !optional,
            Some((_, "other")) => true,
            Some((_, category)) => has(&format!("plural.{category}")),
        };
        match words.iter().find(|(own, _)| *own == key) {
            Some((_, row)) if form.is_some() && !wanted => {
                let what =
                    format!("key {key}, and CLDR has no such category in {}", known.language);
                found.push(words.at(row.line, 1, &what, "remove the row"));
            }
            None if wanted && !has(&key) => absent.push(key),
            _ => {}
        }
    }
    for key in absent {
        let hint = match known.english.get(&key) {
            Some(model) => format!("add a row {key},… with what stands for \"{model}\""),
            None if !forms.iter().any(|name| key.starts_with(name)) => {
                format!("add a row {key},… as in data/cldr/en.csv; `cargo run -p cldr` writes it")
            }
            None => {
                let all = Forms::CATEGORIES.iter().filter(|one| has(&format!("plural.{one}")));
                let all: Vec<&str> = all.chain(&["other"]).copied().collect();
                format!("add a row {key},…; the plural categories here are {}", all.join(", "))
            }
        };
        found.push(words.at(0, 0, &format!("missing key {key}"), &hint));
    }
}
