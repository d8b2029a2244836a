//! Another dataset for a compiled module.
//!
//! The project's own is blanked where it lies, and the other one is added behind its SHA-256 as a
//! custom section, which every engine leaves alone and the loader hands to the module at its start.

use super::fingerprint::sha256;
use crate::dataset::Dataset;

const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;
/// The name by which the loader asks for it.
const SECTION: &[u8] = b"dataset";
/// How a compiled dataset begins; its version and, in four bytes, its length follow.
const DATASET: &[u8] = b"BILA";
const DATASET_HEADER: usize = 9;

/// The module with `dataset`, compiled, in place of the one it carries.
///
/// Fails where the bytes are no module, or carry no dataset of this version of the program.
pub fn with_dataset(module: &[u8], dataset: &[u8]) -> Result<Vec<u8>, String> {
    let mut rest = module.strip_prefix(&HEADER).ok_or("is no WebAssembly module")?;
    let mut packed = HEADER.to_vec();
    let mut found = 0;
    while !rest.is_empty() {
        let (section, after) = split(rest).ok_or("is a WebAssembly module that is cut off")?;
        if is_dataset(section) {
            found += 1;
        } else {
            let at = packed.len();
            packed.extend_from_slice(section);
            found += blank(&mut packed[at..]);
        }
        rest = after;
    }
    if found == 0 {
        return Err("carries no dataset that this version of the program can replace".to_owned());
    }
    let mut body = Vec::new();
    number(SECTION.len(), &mut body);
    body.extend_from_slice(SECTION);
    body.extend_from_slice(sha256(dataset).as_bytes());
    body.extend_from_slice(dataset);
    packed.push(CUSTOM);
    number(body.len(), &mut packed);
    packed.extend_from_slice(&body);
    Ok(packed)
}

/// The first section with its id and length, and what follows it.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, start) = read(bytes, 1)?;
    bytes.split_at_checked(start.checked_add(length)?)
}

fn is_dataset(section: &[u8]) -> bool {
    let named = || {
        let (_, body) = read(section, 1)?;
        let (length, name) = read(section, body)?;
        section.get(name..name.checked_add(length)?)
    };
    section.first() == Some(&CUSTOM) && named() == Some(SECTION)
}

/// Overwrites each compiled dataset with zeros, and counts them.
fn blank(bytes: &mut [u8]) -> usize {
    let (mut count, mut at) = (0, 0);
    while let Some(step) = bytes[at..].windows(DATASET.len()).position(|word| word == DATASET) {
        at += step;
        let length = match bytes[at..] {
            [_, _, _, _, _, a, b, c, d, ..] => u32::from_le_bytes([a, b, c, d]) as usize,
            _ => break,
        };
        let end = (at + DATASET_HEADER).saturating_add(length);
        // The same four letters may stand elsewhere.
        if bytes.get(at..end).is_some_and(|found| Dataset::from_bytes(found).is_ok()) {
            bytes[at..end].fill(0);
            count += 1;
        }
        at += DATASET.len();
    }
    count
}

/// An unsigned LEB128 number, and where it ends.
fn read(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut value = 0_usize;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(at)?;
        at += 1;
        value |= usize::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some((value, at));
        }
    }
    None
}

fn number(mut value: usize, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
