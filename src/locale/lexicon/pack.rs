//! The packed form: the words, then CLDR's table, then a key and a text for each country and
//! currency, one behind the other.

use super::table::Table;
use super::texts::{END, Text};
use super::words::Words;
use crate::dataset::read_texts;

/// Raised whenever a key is added, removed or moved.
pub const VERSION: u8 = 1;

/// The texts of a language, ready to be used.
pub struct Unpacked {
    pub words: Words,
    pub table: Table,
    /// Texts under `country.`, `with.`, `sign.` and `currency_name.`, each with a code.
    pub names: Vec<(Text, Text)>,
}

/// Reads what `compile` wrote; none where it is of another version or damaged. The texts stay: the
/// page speaks its language to the end.
pub fn unpack(packed: &[u8]) -> Option<Unpacked> {
    let (&version, packed) = packed.split_first()?;
    if version != VERSION {
        return None;
    }
    let text: Text = read_texts(packed, END)?.leak();
    let mut texts = text.split(END);
    let (words, table) = (Words::read(&mut texts), Table::read(&mut texts));
    let mut names = Vec::new();
    while let (Some(key), Some(name)) = (texts.next(), texts.next()) {
        names.push((key, name));
    }
    Some(Unpacked { words, table, names })
}
