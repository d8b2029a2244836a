//! A state as the query of a URL, and back: `view=trade&partners=KZ+RU`.
//!
//! Differences from the default only, in the order of the attributes; percent-encoded UTF-8, a
//! space as `+`. What is read comes from strangers: a parameter that is not taken says why.

use super::{Problem, State};

/// Longest query that is read, in bytes: two lists and a title, percent-encoded, fit.
const LONGEST: usize = 100_000;
/// Most parameters that are read.
const MOST: usize = 40;
/// What stands in a query unencoded besides letters and digits.
const PLAIN: &[u8] = b"-._~";

impl State {
    /// The state as a query without its question mark; empty for the default.
    pub fn query(&self) -> String {
        let mut query = String::new();
        for name in State::ATTRIBUTES {
            if let Some(value) = self.get(name) {
                if !query.is_empty() {
                    query.push('&');
                }
                query.push_str(name);
                query.push('=');
                for (at, word) in value.split(' ').enumerate() {
                    query.push_str(if at > 0 { "+" } else { "" });
                    query.push_str(&encode(word, PLAIN));
                }
            }
        }
        query
    }

    /// The state of a query, with or without its question mark, and a reason for each parameter
    /// that was not taken. The first of two parameters of the same name counts.
    pub fn from_query(query: &str) -> (State, Vec<Problem>) {
        let mut state = State::default();
        let mut problems = Vec::new();
        if query.len() > LONGEST {
            return (state, vec![Problem::new("query", "is longer than 100000 bytes")]);
        }
        let mut seen: Vec<String> = Vec::new();
        let query = query.strip_prefix('?').unwrap_or(query);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            if seen.len() == MOST {
                problems.push(Problem::new("query", "has more than 40 parameters"));
                break;
            }
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = decode(name).unwrap_or_default();
            if seen.contains(&name) {
                problems.push(Problem::new(&name, "is given twice"));
                continue;
            }
            problems.extend(match decode(value) {
                None => Some(Problem::new(&name, "is not percent-encoded UTF-8")),
                Some(value) => state.set(&name, Some(&value)).err(),
            });
            seen.push(name);
        }
        (state, problems)
    }
}

/// Percent-encodes all bytes but ASCII letters, digits and those of `plain`.
pub fn encode(text: &str, plain: &[u8]) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
    }
    encoded
}

/// None where a per cent sign stands before something else than two digits, or the bytes are not
/// UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                (digit()? << 4 | digit()?) as u8
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}
