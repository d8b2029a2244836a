//! The compiled form: a header of eight bytes, then three sections, each behind its length.
//!
//! The header is `BILA`, the version of the layout, and the length of what follows (24 bits), so
//! that bytes which are cut off, too long or of another version are refused before they are read.
//! The sections are the code page, the numbers ([`layout`]) and the texts ([`texts`]): texts stand
//! apart, column by column and in one byte a character, because brotli then packs the dataset a
//! sixth smaller than row by row in UTF-8.
//!
//! postcard did this at first. Its derived readers made the module 9.5 KB larger, before
//! compression, than one walk over the fields that both writes and reads.

mod layout;
#[cfg_attr(target_arch = "wasm32", allow(dead_code, reason = "a module only reads"))]
mod list;
mod tape;
mod texts;

pub use list::{read_texts, write_texts};

use super::language::Language;
use super::model::Dataset;
use layout::walk;
use tape::{Reader, Writer, section};
use texts::{Page, each_text};

const MAGIC: [u8; 4] = *b"BILA";
/// Raised whenever the layout or the model changes.
const VERSION: u8 = 1;
const HEADER: usize = 8;

/// Why bytes are not a compiled dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodecError {
    /// The first bytes are not this format's.
    Magic,
    /// Compiled by another version of the program.
    Version,
    /// Shorter or longer than the header says, or 16 MiB and more.
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

impl Dataset {
    /// The compiled form.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CodecError> {
        let mut data = self.clone();
        let mut page = Page::default();
        each_text(&mut data, &mut |_, text| page.count(text));
        page.choose();
        let mut numbers = Writer::default();
        walk(&mut data, &mut numbers);
        let mut texts = Vec::new();
        each_text(&mut data, &mut |_, text| page.encode(text, &mut texts));
        let mut body = Writer::default();
        body.section(page.spell().as_bytes());
        body.section(&numbers.bytes);
        body.section(&texts);
        let length = u32::try_from(body.bytes.len()).map_err(|_| CodecError::Length)?.to_le_bytes();
        if length[3] != 0 {
            return Err(CodecError::Length);
        }
        Ok([&MAGIC[..], &[VERSION], &length[..3], &body.bytes].concat())
    }

    /// Reads the compiled form. The dataset is trusted to have passed the check before it was
    /// compiled; damaged bytes give an error, or a dataset whose references still resolve.
    pub fn from_bytes(bytes: &[u8]) -> Result<Dataset, CodecError> {
        Dataset::from_bytes_in(bytes, None)
    }

    /// As [`Dataset::from_bytes`], with the texts of one language, and the English ones that stand
    /// in where it has none; the others stay empty.
    pub fn from_bytes_in(bytes: &[u8], language: Option<Language>) -> Result<Dataset, CodecError> {
        let (head, body) = bytes.split_at_checked(HEADER).ok_or(CodecError::Length)?;
        if head[..4] != MAGIC {
            return Err(CodecError::Magic);
        }
        if head[4] != VERSION {
            return Err(CodecError::Version);
        }
        if body.len() != u32::from_le_bytes([head[5], head[6], head[7], 0]) as usize {
            return Err(CodecError::Length);
        }
        read(body, language).ok_or(CodecError::Content)
    }
}

fn read(mut body: &[u8], language: Option<Language>) -> Option<Dataset> {
    let page = Page::read(section(&mut body)?)?;
    let numbers = section(&mut body)?;
    let texts = section(&mut body)?;
    // Every item has a text, or is a number, or both.
    let mut numbers = Reader::new(numbers, numbers.len() + texts.len());
    let mut data = Dataset::default();
    walk(&mut data, &mut numbers);
    let mut rest = Some(texts);
    let mut scratch = String::new();
    each_text(&mut data, &mut |of, text| {
        rest = rest.and_then(|bytes| page.decode(bytes, &mut scratch));
        let wanted = |language| of.is_none_or(|of| of == language || of == Language::En);
        if language.is_none_or(wanted) {
            // No larger than it must be: thousands of texts stay in memory.
            *text = scratch.as_str().into();
        }
    });
    (numbers.is_done() && body.is_empty() && rest == Some(&[])).then_some(data)
}
