//! Fingerprints: which bytes something was made from.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::dataset::{CodecError, Dataset};

/// SHA-256 of the compiled dataset in lower-case hexadecimal.
pub fn fingerprint(data: &Dataset) -> Result<String, CodecError> {
    Ok(sha256(&data.to_bytes()?))
}

/// In lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}
