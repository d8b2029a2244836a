//! A dataset and languages for a compiled module, each in a custom section: no engine reads these, and
//! the loader hands them to the module as they are wanted.

use serde_json::json;

use super::fingerprint::sha256;
use crate::dataset::{Dataset, Language, Parts};

const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;
/// How the names of our sections begin.
const OURS: &str = "bilateral.";
/// The form of the sections; `www/packs.js` has the same.
const FORMAT: u32 = 1;

/// The name of a section, and what is in it.
pub type Section = (String, Vec<u8>);

/// The sections of a dataset in some languages, each with its compiled words; the first stands in
/// for texts that another lacks.
///
/// Fails where the dataset is too large to be compiled.
pub fn sections(data: &Dataset, languages: &[(Language, Vec<u8>)]) -> Result<Vec<Section>, String> {
    let sum = sha256(&data.to_bytes().map_err(|error| error.to_string())?);
    let Parts { base, mut texts } = data.to_parts();
    let codes: Vec<&str> = languages.iter().map(|(language, _)| language.code()).collect();
    let about = json!({
        "name": data.meta.name, "format": FORMAT, "sha256": sum, "languages": codes,
    });
    let section = |name: &str, bytes: Vec<u8>| (format!("{OURS}{name}"), bytes);
    let mut all = vec![section("about", about.to_string().into_bytes()), section("base", base)];
    for (language, words) in languages {
        let found = texts.iter_mut().find(|(known, _)| known == language);
        let own = found.map(|(_, own)| core::mem::take(own)).unwrap_or_default();
        all.push(section(&format!("texts.{}", language.code()), own));
        all.push(section(&format!("words.{}", language.code()), words.clone()));
    }
    Ok(all)
}

/// The module with `sections` in place of those of ours that it has.
///
/// Fails where the bytes are no module.
pub fn with_sections(module: &[u8], sections: &[Section]) -> Result<Vec<u8>, String> {
    let mut rest = module.strip_prefix(&HEADER).ok_or("is no WebAssembly module")?;
    let mut packed = HEADER.to_vec();
    while !rest.is_empty() {
        let (section, after) = split(rest).ok_or("is a WebAssembly module that is cut off")?;
        if !name_of(section).is_some_and(|name| name.starts_with(OURS.as_bytes())) {
            packed.extend_from_slice(section);
        }
        rest = after;
    }
    for (name, content) in sections {
        let mut body = Vec::new();
        number(name.len(), &mut body);
        body.extend_from_slice(name.as_bytes());
        body.extend_from_slice(content);
        packed.push(CUSTOM);
        number(body.len(), &mut packed);
        packed.extend_from_slice(&body);
    }
    Ok(packed)
}

/// The first section with its id and length, and what follows it.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, start) = read(bytes, 1)?;
    bytes.split_at_checked(start.checked_add(length)?)
}

/// Of a custom section.
fn name_of(section: &[u8]) -> Option<&[u8]> {
    let (_, body) = read(section, 1).filter(|_| section[0] == CUSTOM)?;
    let (length, name) = read(section, body)?;
    section.get(name..name.checked_add(length)?)
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
