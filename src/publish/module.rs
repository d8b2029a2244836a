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
    let mut packed = filtered(module, |name| !name.starts_with(OURS.as_bytes()))?;
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

/// What of `sections` stands in the module that is fetched first, and a file for each further language,
/// which is fetched when it is wanted: a module of nothing but sections.
pub fn apart(sections: &[Section]) -> (Vec<Section>, Vec<Section>) {
    // What the dataset is and its base, then texts and words of each language.
    let (first, rest) = sections.split_at(sections.len().min(4));
    let files = rest.chunks(2).filter_map(|language| {
        let code = language[0].0.rsplit('.').next()?;
        let own = [&first[..1], language].concat();
        Some((format!("languages/{code}.wasm"), with_sections(&HEADER, &own).ok()?))
    });
    (first.to_vec(), files.collect())
}

/// The module without a custom section.
///
/// Fails where the bytes are no module.
pub fn without_section(module: &[u8], name: &str) -> Result<Vec<u8>, String> {
    filtered(module, |one| one != name.as_bytes())
}

/// The module with those of its custom sections whose names `keeps` takes.
fn filtered(module: &[u8], keeps: impl Fn(&[u8]) -> bool) -> Result<Vec<u8>, String> {
    let mut rest = module.strip_prefix(&HEADER).ok_or("is no WebAssembly module")?;
    let mut kept = HEADER.to_vec();
    while !rest.is_empty() {
        let (section, after) = split(rest).ok_or("is a WebAssembly module that is cut off")?;
        if name_of(section).is_none_or(&keeps) {
            kept.extend_from_slice(section);
        }
        rest = after;
    }
    Ok(kept)
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
