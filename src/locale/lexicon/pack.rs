//! The packed form: the words, then CLDR's table, then a key and a text for each country and
//! currency, one behind the other.

use super::table::LanguageTable;
use super::texts::{END, Text, TextKind};
use super::words::Words;
use crate::dataset::read_texts;

/// What tells words of these keys, in this order, from those of others.
pub(super) const VERSION: [u8; 4] =
    hash(LanguageTable::FIELDS, hash(Words::FIELDS, 0x811c_9dc5)).to_le_bytes();

/// The names of the fields and how many texts each has, by the hash FNV-1a.
const fn hash(fields: &[(&str, TextKind)], mut hash: u32) -> u32 {
    let mut at = 0;
    while at < fields.len() {
        let (name, kind) = &fields[at];
        let mut byte = 0;
        while byte < name.len() {
            hash = (hash ^ name.as_bytes()[byte] as u32).wrapping_mul(0x0100_0193);
            byte += 1;
        }
        let texts = match kind {
            TextKind::One => 1,
            TextKind::Forms => 6,
            TextKind::List(list) => list.len(),
        };
        hash = (hash ^ texts as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// The texts of a language, ready to be used.
pub(crate) struct Unpacked {
    pub words: Words,
    pub table: LanguageTable,
    /// Texts under `country.`, `with.`, `sign.`, `currency_name.` and `currency_alone.`, each with a code.
    pub names: Vec<(Text, Text)>,
}

/// Reads what `compile` wrote; none where it is of another version or damaged. The texts stay: the
/// page speaks its language to the end.
pub(crate) fn unpack(packed: &[u8]) -> Option<Unpacked> {
    let text: Text = read_texts(packed.strip_prefix(&VERSION)?, END)?.leak();
    let mut texts = text.split(END);
    let (words, table) = (Words::read(&mut texts), LanguageTable::read(&mut texts));
    let mut names = Vec::new();
    while let (Some(key), Some(name)) = (texts.next(), texts.next()) {
        names.push((key, name));
    }
    Some(Unpacked { words, table, names })
}
