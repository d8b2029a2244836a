//! The languages of a package: `words/<language>.csv`, and `cldr/<language>.csv` beside it.

use std::fs;
use std::path::Path;

use super::check::{Known, check};
use super::rows::Rows;
use crate::dataset::{Diagnostic, Unread, read_plain};

/// A language as it is written.
pub struct Source {
    /// BCP 47.
    pub code: String,
    /// Where its texts stand: the first that has a key has its text.
    pub rows: Vec<Rows>,
}

/// The languages of a folder, English first, with what is `known` of each besides: its words and
/// CLDR's table, where the program carries it. Adds to `found` what is wrong.
pub fn languages(
    data: &Path,
    known: impl Fn(&str) -> Option<[Rows; 2]>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Source> {
    let files = fs::read_dir(data.join("words")).into_iter().flatten();
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut codes: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".csv")?.to_owned())).collect();
    // It stands in for what is not there.
    codes.sort_by_key(|code| (code != "en", code.clone()));
    let english = match known("en") {
        Some([english, _]) => english,
        None => rows(&data.join("words/en.csv"), &mut Vec::new()),
    };
    let mut languages = Vec::new();
    for code in codes {
        let words = rows(&data.join("words").join(&code).with_extension("csv"), found);
        let table = data.join("cldr").join(&code).with_extension("csv");
        let mut besides: Vec<Rows> = known(&code).into_iter().flatten().collect();
        if besides.is_empty() && table.exists() {
            besides.push(rows(&table, found));
        }
        let known = Known { language: &code, english: &english, besides: &besides };
        check(&words, &known, found);
        languages.push(Source { code, rows: [words].into_iter().chain(besides).collect() });
    }
    languages
}

/// The most bytes of a file of words: no language needs a tenth.
const MAX_BYTES: u64 = 4 << 20;

fn rows(path: &Path, found: &mut Vec<Diagnostic>) -> Rows {
    let name = path.display().to_string();
    let fault = match read_plain(path, MAX_BYTES) {
        Ok(bytes) => match String::from_utf8(bytes.unwrap_or_default()) {
            Ok(content) => return Rows::read(&name, &content, found),
            Err(_) => ("not UTF-8".to_owned(), "a file of words is a text in UTF-8"),
        },
        Err(Unread::NoFile(what, hint)) => (what.to_owned(), hint),
        Err(Unread::Larger) => ("larger than 4 MiB".to_owned(), "keep the words alone"),
        Err(Unread::Failed(error)) => {
            (format!("unreadable file: {error}"), "give leave to read it")
        }
    };
    let rows = Rows::empty(&name);
    found.push(rows.at(0, 0, &fault.0, fault.1));
    rows
}
