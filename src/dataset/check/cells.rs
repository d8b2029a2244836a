//! Reads one cell as what its column holds, or reports why it cannot.

use super::super::edtf::Edtf;
use super::super::language::{Language, LocalText};
use super::super::model::{Code, NoteId};
use super::super::raw::{Cell, RawTable};
use super::super::schema::{NOTES, PARTNERS};
use super::super::terms::Listed;
use super::super::vocabulary::Word;
use super::Check;
use super::rules::{self, Rule};

/// One row of one table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    pub table: &'a RawTable,
    pub row: usize,
}

impl<'a> Row<'a> {
    /// The position of a column's first cell.
    pub fn position(self, column: &str) -> usize {
        self.table.table.find(column).map_or(0, |(at, _)| at)
    }

    pub fn cell(self, column: &str) -> &'a Cell {
        &self.table.rows[self.row].cells[self.position(column)]
    }

    pub fn is_empty(self, column: &str) -> bool {
        *self.cell(column) == Cell::Empty
    }

    /// The cell as a diagnostic shows it: its text, else what it is.
    pub fn shown(self, column: &str) -> &'a str {
        match self.cell(column) {
            Cell::Text(text) => text,
            Cell::Empty => "",
            Cell::Number(_) => "a number",
            Cell::Flag(_) => "true or false",
            Cell::List(_) => "a list",
            Cell::Odd(kind) => kind,
        }
    }
}

impl Check<'_> {
    /// A text that must be there.
    pub fn text(&mut self, row: Row, column: &str) -> String {
        if row.is_empty(column) {
            self.fault(row, column, &rules::MISSING, "");
        }
        self.optional(row, column).unwrap_or_default()
    }

    pub fn optional(&mut self, row: Row, column: &str) -> Option<String> {
        match row.cell(column) {
            Cell::Text(text) => Some(text.clone()),
            _ => self.unless_empty(row, column, &rules::TEXT),
        }
    }

    /// Reports a cell that holds something else than it should.
    fn unless_empty<T>(&mut self, row: Row, column: &str, rule: &Rule) -> Option<T> {
        if !row.is_empty(column) {
            self.fault(row, column, rule, row.shown(column));
        }
        None
    }

    /// An id: lowercase letters, digits and hyphens.
    pub fn id(&mut self, row: Row, column: &str) -> String {
        let id = self.text(row, column);
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !id.bytes().all(plain) {
            self.fault(row, column, &rules::ID, &id);
        }
        id
    }

    /// A word of a closed list; its first one after a fault.
    pub fn word<T: Word>(&mut self, row: Row, column: &str) -> T {
        T::all()[self.choice(row, column, T::words())]
    }

    /// A word of an open list; its first one after a fault.
    pub fn listed<T: Listed>(&mut self, row: Row, column: &str) -> T {
        T::at(self.choice(row, column, T::WORDS))
    }

    fn choice(&mut self, row: Row, column: &str, words: &[&str]) -> usize {
        let word = self.text(row, column);
        let at = words.iter().position(|known| *known == word);
        if at.is_none() && !word.is_empty() {
            self.fault(row, column, &rules::UNKNOWN_WORD, &word);
            if let Some(diagnostic) = self.found.last_mut() {
                diagnostic.hint.push_str(&words.join(", "));
            }
        }
        at.unwrap_or(0)
    }

    pub fn flag(&mut self, row: Row, column: &str) -> bool {
        if let Cell::Flag(flag) = row.cell(column) {
            return *flag;
        }
        let rule = if row.is_empty(column) { &rules::MISSING_FLAG } else { &rules::FLAG };
        self.fault(row, column, rule, row.shown(column));
        false
    }

    /// A finite number, or none where the cell is empty or at fault.
    pub fn number(&mut self, row: Row, column: &str) -> Option<f64> {
        match row.cell(column) {
            Cell::Number(number) if number.is_finite() => Some(*number),
            Cell::Number(_) => self.unless_empty(row, column, &rules::NOT_FINITE),
            _ => self.unless_empty(row, column, &rules::NUMBER),
        }
    }

    pub fn date(&mut self, row: Row, column: &str) -> Option<Edtf> {
        let text = self.optional(row, column)?;
        Edtf::parse(&text)
            .map_err(|fault| {
                let what = ["# \"$\": ", fault.what].concat();
                let said = rules::say(&what, column, &text);
                self.found.push(row.table.report(row.row, row.position(column), said, fault.hint));
            })
            .ok()
    }

    /// A list without an empty or repeated entry.
    pub fn list(&mut self, row: Row, column: &str) -> Vec<String> {
        let Cell::List(list) = row.cell(column) else {
            return self.unless_empty(row, column, &rules::LIST).unwrap_or_default();
        };
        for (at, entry) in list.iter().enumerate() {
            if entry.is_empty() {
                self.fault(row, column, &rules::EMPTY_ENTRY, "");
            } else if list[..at].contains(entry) {
                self.fault(row, column, &rules::TWICE, entry);
            }
        }
        list.clone()
    }

    /// Known countries, one or several.
    pub fn countries(&mut self, row: Row, column: &str) -> Vec<Code> {
        let list = self.list(row, column);
        if row.is_empty(column) {
            self.fault(row, column, &rules::MISSING_PARTNER, "");
        }
        if column == "partner" && list.len() > 1 {
            self.fault(row, column, &rules::SEVERAL_PARTNERS, "");
        }
        let country = |code: &String| self.country(row, column, code, &rules::UNKNOWN_PARTNER);
        list.iter().filter_map(country).collect()
    }

    pub fn country(&mut self, row: Row, column: &str, code: &str, rule: &Rule) -> Option<Code> {
        let whole = self.raw.table(&PARTNERS).whole;
        if whole && !code.is_empty() && self.partners.get(code).is_none() {
            self.fault(row, column, rule, code);
        }
        Code::parse(code)
    }

    /// A text in several languages; at least one must be there.
    pub fn local(&mut self, row: Row, column: &str) -> LocalText {
        let mut texts = LocalText::default();
        let at = row.position(column);
        let cells = &row.table.rows[row.row].cells;
        for (language, position) in Language::BUILT_IN.into_iter().zip(at..) {
            match &cells[position] {
                Cell::Text(text) => texts.set(language, text),
                Cell::Empty => {}
                _ => {
                    let said = rules::say(rules::TEXT.what, column, "no text");
                    self.found.push(row.table.report(row.row, position, said, rules::TEXT.hint));
                }
            }
        }
        if texts.is_empty() {
            self.fault(row, column, &rules::MISSING_LOCAL, "");
        }
        texts
    }

    /// The note that a cell points at.
    pub fn note(&mut self, row: Row, column: &str) -> Option<NoteId> {
        let id = self.optional(row, column)?;
        let Some(at) = self.note_rows.get(&id) else {
            if self.raw.table(&NOTES).whole {
                self.fault(row, column, &rules::UNKNOWN_NOTE, &id);
            }
            return None;
        };
        if self.note_ids[at].is_none() {
            let text = self.local(Row { table: self.raw.table(&NOTES), row: at }, "text");
            let known = self.notes.iter().position(|note| *note == text);
            self.note_ids[at] = Some(NoteId(known.unwrap_or(self.notes.len()) as u32));
            if known.is_none() {
                self.notes.push(text);
            }
        }
        self.note_ids[at]
    }
}
