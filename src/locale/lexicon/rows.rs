//! `key,text` files: one row a line, a text with a comma or a quotation mark in quotes.

use std::collections::BTreeMap;

use crate::dataset::{Diagnostic, Place};

/// The texts of a file by their keys, with the line of each.
#[derive(Clone, Debug, Default)]
pub struct TextRows {
    /// The file's name, as diagnostics give it.
    pub file: String,
    texts: BTreeMap<String, TextRow>,
}

/// A text and where it stands.
#[derive(Clone, Debug)]
pub struct TextRow {
    pub text: String,
    /// Counted from 1.
    pub line: u32,
    /// Of the text, in characters from 1.
    pub column: u32,
}

impl TextRows {
    /// Of a file that has none.
    pub fn empty(file: &str) -> TextRows {
        TextRows { file: file.to_owned(), ..TextRows::default() }
    }

    /// Reads the content of `file`; adds what is wrong with it to `found`.
    pub fn read(file: &str, content: &str, found: &mut Vec<Diagnostic>) -> TextRows {
        let mut rows = TextRows::empty(file);
        let content = content.strip_prefix('\u{feff}').unwrap_or(content);
        let mut lines = content.lines().zip(1..).filter(|(line, _)| !line.is_empty());
        if lines.next().is_none_or(|(header, _)| header != "key,text") {
            found.push(rows.at(
                1,
                1,
                "no header key,text",
                "begin the file with the line key,text",
            ));
            return rows;
        }
        for (line, number) in lines {
            let Some((key, rest)) = line.split_once(',') else {
                let hint = "write a key, a comma and the text";
                found.push(rows.at(number, 1, "a row without a comma", hint));
                continue;
            };
            let column = key.chars().count() as u32 + 2;
            let text = match unquoted(rest) {
                Ok(text) => text,
                Err(what) => {
                    let hint = "put a text with a comma in quotes, and double the quotes in it";
                    found.push(rows.at(number, column, what, hint));
                    continue;
                }
            };
            if let Some(earlier) = rows.texts.get(key) {
                let what = format!("key {key} twice; it stands in line {} already", earlier.line);
                found.push(rows.at(number, 1, &what, "remove one of the two"));
                continue;
            }
            rows.texts.insert(key.to_owned(), TextRow { text, line: number, column });
        }
        rows
    }

    /// The text under a key; none where the file has no such row.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(|row| row.text.as_str())
    }

    /// The same rows with other texts.
    pub fn map(mut self, other: impl Fn(&str) -> String) -> TextRows {
        self.texts.values_mut().for_each(|row| row.text = other(&row.text));
        self
    }

    /// By key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &TextRow)> {
        self.texts.iter().map(|(key, row)| (key.as_str(), row))
    }

    /// What is wrong at a line and column of the file; at the file as a whole with line 0.
    pub fn at(&self, line: u32, column: u32, what: &str, hint: &str) -> Diagnostic {
        let place = Place::File { file: self.file.clone(), line, column };
        Diagnostic::error(place, what, hint)
    }
}

fn unquoted(cell: &str) -> Result<String, &'static str> {
    let Some(quoted) = cell.strip_prefix('"') else {
        return match cell.contains([',', '"']) {
            true => Err("a comma or a quotation mark in a text without quotes"),
            false => Ok(cell.to_owned()),
        };
    };
    let inner = quoted.strip_suffix('"').ok_or("quotes that do not close at the row's end")?;
    let text = inner.replace("\"\"", "\u{0}");
    match text.contains('"') {
        true => Err("a quotation mark that is not doubled"),
        false => Ok(text.replace('\u{0}', "\"")),
    }
}
