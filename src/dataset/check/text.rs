//! What no text may hold: control characters, invisible ones, stray spaces, too much.

use super::super::diagnostic::{Diagnostic, Severity};
use super::super::pause::pause_at;
use super::super::raw::{Cell, RawTable};
use super::super::schema::{Kind, MAX_LIST, MAX_TOKEN};

/// The most characters of a note.
const MAX_NOTE: usize = 240;

/// The most characters of a source that stands on a record: its address may be long.
const MAX_SOURCE: usize = 600;

/// Judges every text of a table.
pub(super) async fn check(raw: &RawTable, found: &mut Vec<Diagnostic>) {
    for (at, row) in raw.rows.iter().enumerate() {
        pause_at(at).await;
        for (cell, (position, column)) in row.cells.iter().zip(raw.table.columns.iter().enumerate())
        {
            let limit = match column.kind {
                Kind::Text(limit) | Kind::Local(limit) => limit,
                Kind::Note => MAX_NOTE,
                _ if column.name == "source" => MAX_SOURCE,
                _ => MAX_TOKEN,
            };
            let mut report = |fault: Option<TextFault>, language| {
                if let Some(fault) = fault {
                    let (what, hint) = fault.say(limit);
                    let place = (at, position, language);
                    found.push(raw.report(Severity::Error, place, what, hint));
                }
            };
            match cell {
                Cell::Text(text) => report(fault_of(text, limit), None),
                Cell::List(list) if list.len() > MAX_LIST => report(Some(TextFault::TooMany), None),
                Cell::List(list) => {
                    report(list.iter().find_map(|text| fault_of(text, limit)), None);
                }
                Cell::Local(texts) => {
                    for (language, text) in texts {
                        report(fault_of(text, limit), Some(*language));
                    }
                }
                _ => {}
            }
        }
    }
}

#[derive(Clone, Copy)]
pub(super) enum TextFault {
    Control(char),
    Bidi(char),
    Invisible(char),
    NoCharacter(char),
    Stacked,
    Replacement,
    Space,
    TooLong,
    TooMany,
}

/// The first fault of a text.
pub(super) fn fault_of(text: &str, limit: usize) -> Option<TextFault> {
    let (mut before, mut marks) = (' ', 0);
    let mut odd = None;
    for char in text.chars() {
        marks = if is_mark(char) { marks + 1 } else { 0 };
        odd = odd.or(odd_character(before, char));
        odd = odd.or((marks > MOST_MARKS).then_some(TextFault::Stacked));
        before = char;
    }
    if odd.is_some() {
        odd
    } else if text.trim().len() < text.len() {
        Some(TextFault::Space)
    } else if text.chars().count() > limit {
        Some(TextFault::TooLong)
    } else {
        None
    }
}

fn odd_character(before: char, char: char) -> Option<TextFault> {
    match char {
        '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{2028}' | '\u{2029}' => {
            Some(TextFault::Control(char))
        }
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(TextFault::Bidi(char))
        }
        // They shape the letter or sign before them, and stand nowhere else.
        '\u{200C}' | '\u{200D}' => (!joins(before)).then_some(TextFault::Invisible(char)),
        '\u{AD}'
        | '\u{34F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}' => Some(TextFault::Invisible(char)),
        '\u{FDD0}'..='\u{FDEF}' => Some(TextFault::NoCharacter(char)),
        _ if char as u32 & 0xFFFE == 0xFFFE => Some(TextFault::NoCharacter(char)),
        '\u{FFFD}' => Some(TextFault::Replacement),
        _ => None,
    }
}

/// Whether it is a letter, a mark or a sign that a joiner may follow.
fn joins(char: char) -> bool {
    match char {
        '\0'..='\u{BF}' => char.is_ascii_alphanumeric(),
        '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' => false,
        _ => true,
    }
}

/// More marks on one letter than any orthography has paint over what stands around them.
const MOST_MARKS: u32 = 4;

/// Marks that are drawn over the letter before them.
fn is_mark(char: char) -> bool {
    matches!(char,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        | '\u{730}'..='\u{74A}' | '\u{900}'..='\u{902}' | '\u{93C}' | '\u{941}'..='\u{948}'
        | '\u{94D}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{EB1}'
        | '\u{EB4}'..='\u{EBC}' | '\u{EC8}'..='\u{ECE}' | '\u{F71}'..='\u{F84}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{302A}'..='\u{302F}' | '\u{3099}' | '\u{309A}' | '\u{FE20}'..='\u{FE2F}')
}

impl TextFault {
    fn say(self, limit: usize) -> (String, &'static str) {
        match self {
            TextFault::Control(char) => (code("control character", char), "remove it"),
            TextFault::Bidi(char) => (
                code("character that changes the direction of text", char),
                "remove it; direction follows the letters",
            ),
            TextFault::Invisible(char) => (code("invisible character", char), "remove it"),
            TextFault::NoCharacter(char) => (code("code that is no character", char), "remove it"),
            TextFault::Stacked => (
                ["more than ", &MOST_MARKS.to_string(), " marks on one letter"].concat(),
                "remove those that the word does not have",
            ),
            TextFault::Replacement => (
                "replacement character: the text was decoded wrongly once".into(),
                "type the character that was meant",
            ),
            TextFault::Space => ("space at the start or end".into(), "remove it"),
            TextFault::TooLong => {
                (["longer than ", &limit.to_string(), " characters"].concat(), "shorten it")
            }
            TextFault::TooMany => (
                ["more than ", &MAX_LIST.to_string(), " entries"].concat(),
                "keep those that matter",
            ),
        }
    }
}

/// For example "control character U+0007".
fn code(what: &str, char: char) -> String {
    let mut text = [what, " U+"].concat();
    let digits = if char > '\u{FFFFF}' {
        6
    } else if char > '\u{FFFF}' {
        5
    } else {
        4
    };
    for shift in (0..digits).rev() {
        text.extend(
            char::from_digit(char as u32 >> (4 * shift) & 15, 16).map(|d| d.to_ascii_uppercase()),
        );
    }
    text
}
