//! What no text may hold: control characters, invisible ones, stray spaces, too much.

use super::super::diagnostic::Diagnostic;
use super::super::raw::{Cell, RawTable};
use super::super::schema::{Kind, MAX_LIST, MAX_TOKEN};

/// Judges every text of a table.
pub fn check(raw: &RawTable, found: &mut Vec<Diagnostic>) {
    for (at, row) in raw.rows.iter().enumerate() {
        for (position, cell) in row.cells.iter().enumerate() {
            let limit = match raw.table.kind(position) {
                Kind::Text(limit) | Kind::Local(limit) => limit,
                _ => MAX_TOKEN,
            };
            let fault = match cell {
                Cell::Text(text) => fault_of(text, limit),
                Cell::List(list) if list.len() > MAX_LIST => Some(Fault::TooMany),
                Cell::List(list) => list.iter().find_map(|text| fault_of(text, limit)),
                _ => None,
            };
            if let Some(fault) = fault {
                let (what, hint) = fault.say(limit);
                found.push(raw.report(at, position, what, hint));
            }
        }
    }
}

#[derive(Clone, Copy)]
pub enum Fault {
    Control(char),
    Bidi(char),
    Invisible(char),
    Replacement,
    Space,
    TooLong,
    TooMany,
}

/// The first fault of a text.
pub fn fault_of(text: &str, limit: usize) -> Option<Fault> {
    let odd = text.chars().find_map(|char| match char {
        '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{2028}' | '\u{2029}' => Some(Fault::Control(char)),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(Fault::Bidi(char))
        }
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => {
            Some(Fault::Invisible(char))
        }
        '\u{E0000}'..='\u{E0FFF}' => Some(Fault::Invisible(char)),
        '\u{FFFD}' => Some(Fault::Replacement),
        _ => None,
    });
    if odd.is_some() {
        odd
    } else if text.trim().len() < text.len() {
        Some(Fault::Space)
    } else if text.chars().count() > limit {
        Some(Fault::TooLong)
    } else {
        None
    }
}

impl Fault {
    fn say(self, limit: usize) -> (String, &'static str) {
        match self {
            Fault::Control(char) => (code("control character", char), "remove it"),
            Fault::Bidi(char) => (
                code("character that changes the direction of text", char),
                "remove it; direction follows the letters",
            ),
            Fault::Invisible(char) => (code("invisible character", char), "remove it"),
            Fault::Replacement => (
                "replacement character: the text was decoded wrongly once".into(),
                "type the character that was meant",
            ),
            Fault::Space => ("space at the start or end".into(), "remove it"),
            Fault::TooLong => {
                (["longer than ", &limit.to_string(), " characters"].concat(), "shorten it")
            }
            Fault::TooMany => (
                ["more than ", &MAX_LIST.to_string(), " entries"].concat(),
                "keep those that matter",
            ),
        }
    }
}

/// For example "control character U+0007".
fn code(what: &str, char: char) -> String {
    let mut text = [what, " U+"].concat();
    let digits = if char > '\u{FFFF}' { 5 } else { 4 };
    for shift in (0..digits).rev() {
        text.extend(
            char::from_digit(char as u32 >> (4 * shift) & 15, 16).map(|d| d.to_ascii_uppercase()),
        );
    }
    text
}
