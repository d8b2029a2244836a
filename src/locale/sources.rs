//! The files that the carried languages are compiled from.

use super::lexicon::TextRows;

/// A language's code, and the content of its files in `data/words` and `data/cldr`.
type Source = (&'static str, [&'static str; 2]);

macro_rules! carried {
    ($code:literal) => {
        (
            $code,
            [
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/words/", $code, ".csv")),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/cldr/", $code, ".csv")),
            ],
        )
    };
}

const SOURCES: &[Source] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The words and CLDR's table of a language, as they are compiled.
pub fn sources(language: &str) -> Option<[TextRows; 2]> {
    let (_, [words, cldr]) = SOURCES.iter().find(|(code, _)| *code == language)?;
    let read = |folder: &str, content: &str| {
        TextRows::read(&format!("data/{folder}/{language}.csv"), content, &mut Vec::new())
    };
    Some([read("words", words), read("cldr", cldr)])
}
