//! Texts that are no dataset, one behind the other: their code page, then their bytes.

use super::tape::{Writer, section};
use super::texts::CodePage;

/// The texts in one byte a character.
pub fn write_texts<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Vec<u8> {
    let mut page = CodePage::default();
    texts.clone().for_each(|text| page.count(text));
    page.choose();
    let mut written = Writer::default();
    written.section(page.spell().as_bytes());
    texts.for_each(|text| page.encode(text, &mut written.bytes));
    written.bytes
}

/// All of them as one text, with `between` between two; none where the bytes are damaged.
pub fn read_texts(mut bytes: &[u8], between: char) -> Option<String> {
    let page = CodePage::read(section(&mut bytes)?)?;
    let (mut all, mut one) = (String::new(), String::new());
    while !bytes.is_empty() {
        bytes = page.decode(bytes, &mut one)?;
        if !all.is_empty() {
            all.push(between);
        }
        all.push_str(&one);
    }
    Some(all)
}
