//! In which language the texts of a table are, by their letters and words.

use super::draft::Draft;
use super::questions;
use super::sayings;
use super::told::Saying;
use super::words;

/// The language that alone writes this letter, which no other Latin alphabet of the package has.
const OWN: (char, &str) = ('ə', "az");
/// Letters of Latin alphabets and the languages of the package that have them.
const LETTERS: [(&str, &[&str]); 3] =
    [("ğışİ", &["az", "tr"]), ("öüç", &["az", "tr", "de"]), ("äß", &["de"])];
/// How much of a text is looked at.
const SHOWN: usize = 60;
/// Languages in Cyrillic letters.
const CYRILLIC: [&str; 3] = ["ru", "kk", "tg"];
/// Languages in Latin letters.
const LATIN: [&str; 5] = ["en", "az", "tr", "de", "fr"];

/// The language of the texts: English where nothing speaks against it; asked where anything does.
pub(super) fn settle(draft: &mut Draft) -> &'static str {
    let place = draft.first_place();
    let texts = texts(draft);
    let foreign = match is_made(draft) {
        true => {
            texts.iter().find(|(is_title, text)| is_unlike(text) || *is_title && is_foreign(text))
        }
        // A package says itself in which language each text is.
        false => texts.iter().find(|(_, text)| is_unlike(text)),
    };
    let english = texts.iter().any(|(_, text)| speaks(text, "en"));
    let own = texts.iter().find(|(_, text)| is_own(text));
    if let Some((_, own)) = own.filter(|_| !english && is_made(draft)) {
        let what = Saying::of(sayings::LANGUAGE).text("language", OWN.1).text("text", own);
        draft.infer(&place, what);
        draft.rename_language(OWN.1);
        return OWN.1;
    }
    let Some((_, text)) = foreign else {
        let is_told = is_made(draft) || has(draft, sayings::EXPORTED);
        if is_told && !texts.is_empty() {
            draft.infer(&place, sayings::ENGLISH);
        }
        return "en";
    };
    let mut known: Vec<&str> = Vec::new();
    if text.chars().any(|char| ('\u{400}'..='\u{52F}').contains(&char)) {
        known.extend(CYRILLIC);
    } else if text.to_lowercase().contains(OWN.0) {
        known.push(OWN.1);
    } else {
        let of = |letters: &str| text.chars().any(|char| letters.contains(char));
        known.extend(LETTERS.iter().find(|(letters, _)| of(letters)).map_or(&[][..], |one| one.1));
    }
    if !is_unlike(text) {
        known.push("en");
    }
    let answers = known.iter().chain(&["CODE"]).map(|code| format!("--lang {code}")).collect();
    draft.ask(place, Saying::of(questions::LANGUAGE).text("text", text), answers);
    "en"
}

/// Asks in which language titles are that cannot be in the one that was told.
pub(super) fn doubt(told: &str, draft: &mut Draft) {
    let is_latin = !CYRILLIC.contains(&told) && LATIN.contains(&told);
    let table = draft.tables().iter().find(|table| table.name == "events");
    let Some(table) = table.filter(|_| is_latin && is_made(draft)) else { return };
    let name = format!("title_{told}");
    let Some(at) = table.columns.iter().position(|column| *column == name) else { return };
    let mut titles = table.rows.iter().filter_map(|row| row.cells.get(at));
    let Some(text) = titles.find(|text| is_cyrillic(text)).cloned() else { return };
    let answers = CYRILLIC.iter().chain(&["CODE"]).map(|code| format!("--lang {code}")).collect();
    let place = draft.first_place();
    draft.ask(place, Saying::of(questions::LANGUAGE).text("text", text), answers);
}

/// The language of a title: the one that was told, if it is not plainly in another.
pub(super) fn of_title<'a>(told: &'a str, title: &str) -> &'a str {
    let is_english = is_latin(title) && speaks(title, "en");
    if CYRILLIC.contains(&told) && is_english { "en" } else { told }
}

/// Whether all its letters are Latin ones.
fn is_latin(text: &str) -> bool {
    text.chars().filter(|char| char.is_alphabetic()).all(|char| char < '\u{250}')
}

/// Whether all its letters are Cyrillic ones.
fn is_cyrillic(text: &str) -> bool {
    let mut letters = text.chars().filter(|char| char.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|char| ('\u{400}'..='\u{52F}').contains(&char))
}

/// Whether all texts come from tables that say nothing of their language.
fn is_made(draft: &Draft) -> bool {
    const PACKAGES: [&str; 3] = [sayings::TABLE_OF_PACKAGE, sayings::EXPORTED, sayings::DATASET];
    !PACKAGES.into_iter().any(|form| has(draft, form))
}

fn has(draft: &Draft, form: &str) -> bool {
    draft.inferred.iter().any(|one| one.what.form == form)
}

/// All texts that would be English, the start of each, and whether it is a title.
fn texts(draft: &Draft) -> Vec<(bool, String)> {
    let start = |text: &str| text.chars().filter(|char| !char.is_control()).take(SHOWN).collect();
    let made = draft.made.iter().flat_map(|one| &one.parts);
    let mut texts: Vec<(bool, String)> =
        made.filter_map(|part| Some((false, start(part.speaks()?)))).collect();
    for table in draft.tables() {
        let named = table.columns.iter().enumerate().filter(|(_, name)| name.ends_with("_en"));
        for (at, name) in named {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
            let is_title = name == "title_en";
            let filled = cells.filter(|text| !text.is_empty());
            texts.extend(filled.map(|text| (is_title, start(text))));
        }
    }
    texts
}

/// Whether it has letters, and none that English has.
fn is_unlike(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(|char| char.is_ascii_alphabetic())
}

fn speaks(text: &str, language: &str) -> bool {
    words::split(text).iter().any(|word| words::find("language", word) == Some(language))
}

/// Whether a text has letters or words that English has not, and no word of English.
fn is_foreign(text: &str) -> bool {
    let letters = || text.chars().filter(|char| char.is_alphabetic());
    let other = letters().any(|char| !char.is_ascii());
    let word = words::split(text).iter().any(|word| words::find("language", word).is_some());
    (other || word) && !speaks(text, "en")
}

/// Whether its own letter stands in a word that is no name, or a word of its own beside it.
fn is_own(text: &str) -> bool {
    let words = words::split(text);
    let has = |word: &&&str| word.to_lowercase().contains(OWN.0);
    words.iter().filter(has).any(|word| word.starts_with(char::is_lowercase))
        || words.iter().any(|word| has(&word)) && speaks(text, OWN.1)
}
