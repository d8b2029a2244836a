//! The compiled form: a part that all languages share, and one with the texts of each.
//!
//! The shared part begins with `BILA` and the version of the layout; its sections, each behind its
//! length, are the code page, the numbers ([`layout`]) and the texts that are the same in all
//! languages ([`texts`]). Texts stand apart, column by column and in one byte a character, because
//! brotli then packs the dataset a sixth smaller than row by row in UTF-8. A language's part can be
//! left out, and is read only where it is wanted; the first language's texts stand in for those that
//! another lacks.
//!
//! All parts in one file ([`Dataset::to_bytes`]) are a header, then the parts, each behind its
//! length and, but for the first, its language. The header is `BILA`, the version, and the length
//! of what follows (32 bits), so that bytes which are cut off, too long or of another version are
//! refused before they are read.
//!
//! postcard did this at first. Its derived readers made the module 9.5 KB larger, before
//! compression, than one walk over the fields that both writes and reads.

mod layout;
#[cfg_attr(
    all(target_arch = "wasm32", not(feature = "builder")),
    allow(dead_code, reason = "a module only reads")
)]
mod list;
mod tape;
mod texts;

pub use list::{read_texts, write_texts};

use super::language::{Language, LocalText};
use super::model::Dataset;
use layout::walk;
use tape::{Reader, Writer, section};
use texts::{CodePage, each_alias, each_local, each_text};

const MAGIC: [u8; 4] = *b"BILA";
/// Raised whenever the layout or the model changes.
const VERSION: u8 = 4;
/// Before a text that stands in for one that the first language lacks: then comes the place of the
/// language that it is in.
const STAND_IN: char = '\u{1}';

/// Why bytes are not a compiled dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodecError {
    /// The first bytes are not this format's.
    Magic,
    /// Compiled by another version of the program.
    Version,
    /// Shorter or longer than the header says.
    Length,
    /// The header fits, what follows does not.
    Content,
}

impl core::fmt::Display for CodecError {
    fn fmt(&self, out: &mut core::fmt::Formatter) -> core::fmt::Result {
        out.write_str(match self {
            CodecError::Magic => "not a compiled dataset",
            CodecError::Version => "compiled by another version; compile the dataset again",
            CodecError::Length => "compiled dataset that is cut off or too long",
            CodecError::Content => "compiled dataset that is damaged",
        })
    }
}

impl core::error::Error for CodecError {}

/// A compiled dataset whose languages lie apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// What all languages share.
    pub base: Vec<u8>,
    /// The texts of each language, in the order of the package's; the first one stands in.
    pub texts: Vec<(Language, Vec<u8>)>,
}

impl Dataset {
    /// The compiled form, language by language.
    pub fn to_parts(&self) -> Parts {
        let mut data = self.clone();
        let mut page = CodePage::default();
        let mut languages = core::mem::take(&mut data.meta.languages);
        let mut count = |text: &mut LocalText| {
            for (language, text) in text.iter() {
                page.count(text);
                if !languages.contains(&language) {
                    languages.push(language);
                }
            }
        };
        each_local(&mut data, &mut count);
        each_alias(&mut data, &mut count);
        data.meta.languages = languages;
        each_text(&mut data, &mut |text| page.count(text));
        page.choose();
        let mut base = Writer::default();
        base.bytes.extend_from_slice(&MAGIC);
        base.bytes.push(VERSION);
        base.section(page.spell().as_bytes());
        let mut numbers = Writer::default();
        walk(&mut data, &mut numbers);
        base.section(&numbers.bytes);
        let mut shared = Vec::new();
        each_text(&mut data, &mut |text| page.encode(text, &mut shared));
        base.section(&shared);
        let languages = data.meta.languages.clone();
        let texts = languages.iter().map(|language| {
            let mut bytes = Vec::new();
            each_local(&mut data, &mut |text| {
                page.encode(&written(text, *language, &languages), &mut bytes);
            });
            each_alias(&mut data, &mut |text| {
                page.encode(text.in_language(*language).unwrap_or(""), &mut bytes);
            });
            (*language, bytes)
        });
        let texts = texts.collect();
        Parts { base: base.bytes, texts }
    }

    /// Reads a shared part with the texts of some languages, in the order of the package's; those of
    /// the others stay empty. The dataset is trusted to have passed the check before it was
    /// compiled; damaged bytes give an error, or a dataset whose references still resolve.
    pub fn from_parts(base: &[u8], texts: &[(Language, &[u8])]) -> Result<Dataset, CodecError> {
        let rest = base.strip_prefix(&MAGIC).ok_or(CodecError::Magic)?;
        let rest = rest.strip_prefix(&[VERSION]).ok_or(CodecError::Version)?;
        read(rest, texts).ok_or(CodecError::Content)
    }

    /// The compiled form as one file.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CodecError> {
        let Parts { base, texts } = self.to_parts();
        let mut body = Writer::default();
        body.section(&base);
        for (language, texts) in texts {
            body.section(language.code().as_bytes());
            body.section(&texts);
        }
        let length = u32::try_from(body.bytes.len()).map_err(|_| CodecError::Length)?;
        Ok([&MAGIC[..], &[VERSION], &length.to_le_bytes(), &body.bytes].concat())
    }

    /// Reads the compiled form: see [`Dataset::from_parts`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Dataset, CodecError> {
        let (magic, rest) = bytes.split_first_chunk().ok_or(CodecError::Length)?;
        if *magic != MAGIC {
            return Err(CodecError::Magic);
        }
        let (version, rest) = rest.split_first().ok_or(CodecError::Length)?;
        if *version != VERSION {
            return Err(CodecError::Version);
        }
        let (length, mut body) = rest.split_first_chunk().ok_or(CodecError::Length)?;
        if body.len() != u32::from_le_bytes(*length) as usize {
            return Err(CodecError::Length);
        }
        let base = section(&mut body).ok_or(CodecError::Content)?;
        let mut texts = Vec::new();
        while !body.is_empty() {
            let (code, bytes) =
                section(&mut body).zip(section(&mut body)).ok_or(CodecError::Content)?;
            let code = str::from_utf8(code).ok().and_then(Language::from_tag);
            let code = code.ok_or(CodecError::Content)?;
            texts.push((code, bytes));
        }
        Dataset::from_parts(base, &texts)
    }
}

/// A text as a language's part has it.
fn written(text: &LocalText, language: Language, languages: &[Language]) -> String {
    if let Some(own) = text.in_language(language) {
        return own.into();
    }
    let stand_in = text.iter().next().filter(|_| languages.first() == Some(&language));
    let Some((other, text)) = stand_in else { return String::new() };
    let place = languages.iter().position(|known| *known == other).unwrap_or(0) as u32;
    let mut written = String::from(STAND_IN);
    written.push(char::from_u32(place).unwrap_or_default());
    written.push_str(text);
    written
}

/// Reads what [`written`] wrote.
fn take(
    text: &mut LocalText,
    written: &str,
    language: Language,
    languages: &[Language],
) -> Option<()> {
    let mut chars = written.chars();
    if chars.next() == Some(STAND_IN) {
        let language = languages.get(chars.next()? as usize)?;
        text.set(*language, chars.as_str());
    } else if !written.is_empty() {
        // One that stood in comes behind those of languages before its own.
        text.set(language, "");
        text.set(language, written);
    }
    Some(())
}

fn read(mut body: &[u8], texts: &[(Language, &[u8])]) -> Option<Dataset> {
    let page = CodePage::read(section(&mut body)?)?;
    let numbers = section(&mut body)?;
    let shared = section(&mut body)?;
    // Every item has a text, or is a number, or both.
    let bytes = texts.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    let mut numbers = Reader::new(numbers, numbers.len() + shared.len() + bytes);
    let mut data = Dataset::default();
    walk(&mut data, &mut numbers);
    let mut rest = Some(shared);
    let mut scratch = String::new();
    each_text(&mut data, &mut |text| {
        rest = rest.and_then(|bytes| page.decode(bytes, &mut scratch));
        // No larger than it must be: thousands of texts stay in memory.
        *text = scratch.as_str().into();
    });
    let mut whole = numbers.is_done() && body.is_empty() && rest == Some(&[]);
    let languages = data.meta.languages.clone();
    for (language, bytes) in texts {
        let mut rest = Some(*bytes);
        each_local(&mut data, &mut |text| {
            rest = rest.and_then(|bytes| page.decode(bytes, &mut scratch));
            rest = rest.filter(|_| take(text, &scratch, *language, &languages).is_some());
        });
        each_alias(&mut data, &mut |text| {
            rest = rest.and_then(|bytes| page.decode(bytes, &mut scratch));
            text.set(*language, &scratch);
        });
        whole &= rest == Some(&[]);
    }
    data.compute();
    whole.then_some(data)
}
