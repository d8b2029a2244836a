//! The module that a script carries, and the page that has the script inside.
//!
//! The bundler writes the module as one text between two marks: `bilateral-module:`, the name of its
//! dataset, the SHA-256 of that, the module as gzip in base64, and `:end`, parted by colons. The
//! module's second part, which comes when it is wanted, is a text of its own: `bilateral-second:`, the
//! same of it, and `:end`.

use std::io::{Read, Write};
use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

/// In two pieces, so that a program that has this inside is not taken for a script that carries one.
const START: [&str; 2] = ["bilateral-", "module:"];
const SECOND: [&str; 2] = ["bilateral-", "second:"];
const END: &str = ":end";

/// What stands in a script for a module that is packed already: `packed` is gzip.
pub fn payload(name: &str, sum: &str, packed: &[u8]) -> String {
    [&*START.concat(), &escaped(name), ":", sum, ":", &STANDARD.encode(packed), END].concat()
}

/// What stands in a script for a second part that is packed already.
pub fn second_payload(packed: &[u8]) -> String {
    [&*SECOND.concat(), &STANDARD.encode(packed), END].concat()
}

/// Where a script has its payload.
///
/// Fails where there is not one.
pub fn place(script: &str) -> Result<Range<usize>, String> {
    let mark = START.concat();
    let mut starts = script.match_indices(&mark);
    let (start, _) = starts.next().ok_or("carries no module")?;
    if starts.next().is_some() {
        return Err("carries more than one module".to_owned());
    }
    let end = script[start..].find(END).ok_or("carries a module that is cut off")?;
    Ok(start..start + end + END.len())
}

/// The module that a script carries.
pub fn module_of(script: &str) -> Result<Vec<u8>, String> {
    let payload = &script[place(script)?];
    unpacked(payload).ok_or_else(|| "carries a module that is damaged".to_owned())
}

/// The second part that a script carries, if it carries one.
///
/// Fails where it is damaged.
pub fn second_of(script: &str) -> Result<Option<Vec<u8>>, String> {
    let Some(place) = second_place(script) else { return Ok(None) };
    let second = unpacked(&script[place]).ok_or("carries a module that is damaged")?;
    Ok(Some(second))
}

fn second_place(script: &str) -> Option<Range<usize>> {
    let start = script.find(&SECOND.concat())?;
    let end = script[start..].find(END)?;
    Some(start..start + end + END.len())
}

/// What is packed before the end of a payload.
fn unpacked(payload: &str) -> Option<Vec<u8>> {
    let packed = STANDARD.decode(payload.rsplit(':').nth(1)?).ok()?;
    let mut part = Vec::new();
    GzDecoder::new(&*packed).read_to_end(&mut part).ok()?;
    Some(part)
}

fn packed(part: &[u8]) -> Result<Vec<u8>, String> {
    let mut packer = GzBuilder::new().write(Vec::new(), Compression::best());
    let packed = packer.write_all(part).and_then(|()| packer.finish());
    packed.map_err(|error| error.to_string())
}

/// The script with `other`, a module with a dataset of this name and sum, in place of its own.
///
/// Fails where it carries none.
pub fn with_module(
    script: &str,
    other: &[u8],
    (name, sum): (&str, &str),
) -> Result<String, String> {
    let place = place(script)?;
    let payload = payload(name, sum, &packed(other)?);
    Ok([&script[..place.start], &payload, &script[place.end..]].concat())
}

/// The same with another second part, where the script has one.
///
/// Fails where it carries no module.
pub fn with_parts(
    script: &str,
    [first, second]: [&[u8]; 2],
    label: (&str, &str),
) -> Result<String, String> {
    let script = with_module(script, first, label)?;
    let Some(place) = second_place(&script) else { return Ok(script) };
    let payload = second_payload(&packed(second)?);
    Ok([&script[..place.start], &payload, &script[place.end..]].concat())
}

/// The page with another module in its inline script, and the script's hash in its policy.
///
/// Fails where the page has no such script, or its policy does not name it.
pub fn page_with_parts(
    page: &str,
    parts: [&[u8]; 2],
    label: (&str, &str),
) -> Result<String, String> {
    let place = place(page)?;
    let (open, close) = ("<script>", "</script>");
    let start = page[..place.start].rfind(open).map(|at| at + open.len());
    let end = page[place.end..].find(close).map(|at| place.end + at);
    let (start, end) = start.zip(end).ok_or("has no inline script")?;
    let script = &page[start..end];
    let hash = hash(script);
    if page.matches(&hash).count() != 1 {
        return Err("does not name its script's hash in its policy".to_owned());
    }
    let packed = with_parts(script, parts, label)?;
    Ok([&page[..start].replacen(&hash, &self::hash(&packed), 1), &packed, &page[end..]].concat())
}

/// As a content security policy names a script.
fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// The name with `%` and two digits for each byte that is no letter, digit, dot or hyphen.
fn escaped(name: &str) -> String {
    let mut escaped = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                escaped.push(char::from(byte));
            }
            _ => escaped += &format!("%{byte:02X}"),
        }
    }
    escaped
}
