//! The compiled form: a header of eight bytes, then postcard.
//!
//! The header is `BILA`, the version of the layout, and the length of what follows (24 bits), so
//! that bytes which are cut off, too long or of another version are refused before they are read.
//!
//! All texts stand apart from the records, column by column and in one byte a character: brotli
//! then packs the dataset a sixth smaller than postcard's own order, and the wasm carries a third
//! fewer bytes.

mod texts;

use serde::{Deserialize, Serialize};

use super::model::Dataset;
use texts::{Page, each_text};

const MAGIC: [u8; 4] = *b"BILA";
/// Raised whenever the layout or the model changes.
const VERSION: u8 = 1;
const HEADER: usize = 8;

/// What follows the header.
#[derive(Serialize, Deserialize)]
struct Compiled<'a> {
    page: Page,
    /// In the order of [`each_text`].
    #[serde(borrow)]
    texts: &'a [u8],
    /// Every text in it is empty.
    data: Dataset,
}

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
        let (mut data, mut page) = (self.clone(), Page::default());
        each_text(&mut data, &mut |text| page.count(text));
        page.choose();
        let mut texts = Vec::new();
        each_text(&mut data, &mut |text| page.encode(&core::mem::take(text), &mut texts));
        let compiled = Compiled { page, texts: &texts, data };
        let body = postcard::to_allocvec(&compiled).map_err(|_| CodecError::Content)?;
        let length = u32::try_from(body.len()).map_err(|_| CodecError::Length)?.to_le_bytes();
        if length[3] != 0 {
            return Err(CodecError::Length);
        }
        let head = [&MAGIC[..], &[VERSION], &length[..3]].concat();
        Ok([head, body].concat())
    }

    /// Reads the compiled form. The dataset is trusted to have passed the check before it was
    /// compiled; damaged bytes give an error.
    pub fn from_bytes(bytes: &[u8]) -> Result<Dataset, CodecError> {
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
        let Ok((Compiled { page, texts, mut data }, [])) = postcard::take_from_bytes(body) else {
            return Err(CodecError::Content);
        };
        let mut rest = Some(texts);
        each_text(&mut data, &mut |text| {
            rest = rest.and_then(|bytes| page.decode(bytes, text));
        });
        if rest == Some(&[]) { Ok(data) } else { Err(CodecError::Content) }
    }
}
