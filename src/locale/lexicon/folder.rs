//! The languages of a package: `words/<language>.csv`, and `cldr/<language>.csv` beside it.

use super::check::{Known, check};
use super::rows::TextRows;
use crate::dataset::{Diagnostic, Folder};

/// The most bytes of one file.
const MOST: usize = 4 << 20;

/// A language as it is written.
pub struct LanguageSource {
    /// BCP 47.
    pub code: String,
    /// Where its texts stand: the first that has a key has its text.
    pub rows: Vec<TextRows>,
}

/// The languages of a folder, English first, with what is `known` of each besides: its words and
/// CLDR's table, where the program carries it. Adds to `found` what is wrong.
pub fn languages(
    data: &(impl Folder + ?Sized),
    known: impl Fn(&str) -> Option<[TextRows; 2]>,
    found: &mut Vec<Diagnostic>,
) -> Vec<LanguageSource> {
    let names = data.names("words").into_iter();
    let mut codes: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".csv")?.to_owned())).collect();
    // It stands in for what is not there.
    codes.sort_by_key(|code| (code != "en", code.clone()));
    let english = match known("en") {
        Some([english, _]) => english,
        None => {
            rows(data, "words/en.csv", &mut Vec::new()).unwrap_or(TextRows::empty("words/en.csv"))
        }
    };
    let mut languages = Vec::new();
    for code in codes {
        let file = format!("words/{code}.csv");
        let Some(words) = rows(data, &file, found) else { continue };
        let mut besides: Vec<TextRows> = known(&code).into_iter().flatten().collect();
        if besides.is_empty() {
            besides.extend(rows(data, &format!("cldr/{code}.csv"), found));
        }
        let known = Known { language: &code, english: &english, besides: &besides };
        check(&words, &known, found);
        languages.push(LanguageSource { code, rows: [words].into_iter().chain(besides).collect() });
    }
    languages
}

/// A file's rows; none where there is no file.
fn rows(
    data: &(impl Folder + ?Sized),
    file: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<TextRows> {
    let name = data.label(file);
    let hint = "a file of words is a text in UTF-8";
    let (what, hint) = match data.read(file, MOST) {
        Ok(bytes) => match String::from_utf8(bytes?) {
            Ok(content) => return Some(TextRows::read(&name, &content, found)),
            Err(error) => (format!("unreadable file: {error}"), hint),
        },
        Err(unreadable) => unreadable,
    };
    let rows = TextRows::empty(&name);
    found.push(rows.at(0, 0, &what, hint));
    Some(rows)
}
