//! A file's bytes as text with line ends LF: UTF-8 with or without byte-order mark, UTF-16 with one.

use super::diagnostic::{Diagnostic, Place, Severity};
use super::raw::place_of;

/// The text, and a notice of each thing that is read although it is not the usual form.
pub(super) fn decode(
    file: &str,
    bytes: &[u8],
    found: &mut Vec<Diagnostic>,
) -> Result<String, Box<Diagnostic>> {
    let whole = Place::File { file: file.into(), line: 0, column: 0 };
    let mut notice = |what: &str, hint: &str| {
        found.push(Diagnostic {
            severity: Severity::Notice,
            place: whole.clone(),
            what: what.into(),
            hint: hint.into(),
        });
    };
    let mut text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            notice("byte-order mark", "UTF-8 without it is the usual form");
            utf_8(file, rest)?
        }
        [0xFF, 0xFE, rest @ ..] => {
            notice("UTF-16", "UTF-8 is the usual form");
            utf_16(file, rest, u16::from_le_bytes)?
        }
        [0xFE, 0xFF, rest @ ..] => {
            notice("UTF-16", "UTF-8 is the usual form");
            utf_16(file, rest, u16::from_be_bytes)?
        }
        _ => utf_8(file, bytes)?,
    };
    if text.contains('\r') {
        notice("line ends with carriage return", "LF alone is the usual form");
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    Ok(text)
}

/// The text as it is shown to somebody, by the lines in which `decode` counts: what cannot be read in
/// it is a mark.
pub fn shown(bytes: &[u8]) -> String {
    let utf_16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn utf_8(file: &str, bytes: &[u8]) -> Result<String, Box<Diagnostic>> {
    str::from_utf8(bytes).map(String::from).map_err(|error| {
        let valid = str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or("");
        let place = place_of(file, valid, valid.len());
        Box::new(Diagnostic::error(place, "not UTF-8", "save as UTF-8"))
    })
}

fn utf_16(file: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Box<Diagnostic>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::new();
    for char in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let Ok(char) = char else { break };
        text.push(char);
    }
    if rest.is_empty() && text.encode_utf16().count() == pairs.len() {
        return Ok(text);
    }
    let place = place_of(file, &text, text.len());
    Err(Box::new(Diagnostic::error(place, "not UTF-16", "save as UTF-8")))
}
