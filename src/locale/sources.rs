//! The files that the carried languages are compiled from.

use super::carried::CARRIED;
use super::lexicon::Rows;

/// The words and CLDR's table of a language, as they are compiled.
pub fn sources(language: &str) -> Option<[Rows; 2]> {
    let carried = CARRIED.iter().find(|one| one.code == language)?;
    let read = |(folder, content): (&str, &str)| {
        Rows::read(&format!("data/{folder}/{language}.csv"), content, &mut Vec::new())
    };
    let [words, cldr] = carried.sources;
    Some([read(("words", words)), read(("cldr", cldr))])
}
