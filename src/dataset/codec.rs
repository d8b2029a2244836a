//! The compiled form: a header of eight bytes, then the dataset in postcard.
//!
//! The header is `BILA`, the version of the layout, and the length of what follows (24 bits), so
//! that bytes which are cut off, too long or of another version are refused before they are read.

use super::model::Dataset;

const MAGIC: [u8; 4] = *b"BILA";
/// Raised whenever the model changes.
const VERSION: u8 = 1;
const HEADER: usize = 8;

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

impl Dataset {
    /// The compiled form.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CodecError> {
        let body = postcard::to_allocvec(self).map_err(|_| CodecError::Content)?;
        let length = u32::try_from(body.len()).map_err(|_| CodecError::Length)?.to_le_bytes();
        if length[3] != 0 {
            return Err(CodecError::Length);
        }
        let head = [&MAGIC[..], &[VERSION], &length[..3]].concat();
        Ok([head, body].concat())
    }

    /// Reads the compiled form. The bytes are trusted to have passed the check before they were
    /// compiled; damaged ones give an error.
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
        match postcard::take_from_bytes(body) {
            Ok((dataset, [])) => Ok(dataset),
            _ => Err(CodecError::Content),
        }
    }
}
