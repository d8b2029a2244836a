//! In which language the texts of a table are, by their letters and words.

use super::complete::short;
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
/// Languages in Cyrillic letters.
const CYRILLIC: [&str; 3] = ["ru", "kk", "tg"];

/// Takes texts as English where nothing speaks against it, and asks where anything does.
pub(super) fn settle(draft: &mut Draft) {
    let place = draft.grids.first().map_or(String::new(), |grid| grid.name.clone());
    let texts = texts(draft);
    let foreign = texts.iter().find(|text| is_foreign(text));
    let Some(text) = foreign.cloned() else {
        return draft.infer(&place, sayings::ENGLISH);
    };
    let none_is_english = !texts.iter().any(|text| speaks(text, "en"));
    let own = texts.iter().find(|text| is_own(text));
    let is_made = draft.files.is_empty()
        && !draft.inferred.iter().any(|one| {
            [sayings::TABLE_OF_PACKAGE, sayings::EXPORTED, sayings::DATASET]
                .contains(&one.what.form)
        });
    if let Some(own) = own.filter(|_| none_is_english && is_made) {
        let what =
            Saying::of(sayings::LANGUAGE).text("language", OWN.1).text("text", short(own, 60));
        draft.infer(&place, what);
        return draft.rename_language(OWN.1);
    }
    let mut known: Vec<&str> = Vec::new();
    if text.chars().any(|char| ('\u{400}'..='\u{52F}').contains(&char)) {
        known.extend(CYRILLIC);
    } else if text.to_lowercase().contains(OWN.0) {
        known.push(OWN.1);
    } else {
        let of = |letters: &str| text.chars().any(|char| letters.contains(char));
        known.extend(LETTERS.iter().find(|(letters, _)| of(letters)).map_or(&[][..], |one| one.1));
    }
    if text.chars().any(|char| char.is_ascii_alphabetic()) {
        known.push("en");
    }
    let answers = known.iter().chain(&["CODE"]).map(|code| format!("--lang {code}")).collect();
    let what = Saying::of(questions::LANGUAGE).text("text", short(&text, 60));
    draft.ask(place, what, answers);
}

/// All texts that would be English.
fn texts(draft: &Draft) -> Vec<String> {
    let mut texts = Vec::new();
    for table in draft.tables() {
        let named = table.columns.iter().enumerate().filter(|(_, name)| name.ends_with("_en"));
        let columns: Vec<usize> = named.map(|(at, _)| at).collect();
        let cells = table.rows.iter().flat_map(|row| columns.iter().map(|at| row.cells.get(*at)));
        texts.extend(cells.flatten().filter(|text| !text.is_empty()).cloned());
    }
    texts
}

fn speaks(text: &str, language: &str) -> bool {
    words::split(text).iter().any(|word| words::find("language", word) == Some(language))
}

/// Whether a text has letters or words that English has not, and no word of English.
fn is_foreign(text: &String) -> bool {
    let letters = || text.chars().filter(|char| char.is_alphabetic());
    let other = letters().any(|char| !char.is_ascii());
    let word = words::split(text).iter().any(|word| words::find("language", word).is_some());
    (other || word) && !speaks(text, "en")
}

/// Whether its own letter stands in a word that is no name, or a word of its own beside it.
fn is_own(text: &String) -> bool {
    let words = words::split(text);
    let has = |word: &&&str| word.to_lowercase().contains(OWN.0);
    words.iter().filter(has).any(|word| word.starts_with(char::is_lowercase))
        || words.iter().any(|word| has(&word)) && speaks(text, OWN.1)
}
