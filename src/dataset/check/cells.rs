//! Reads one cell as what its column holds, or reports why it cannot.

use super::super::edtf::Edtf;
use super::super::language::{Language, LocalText};
use super::super::model::{Code, NoteId};
use super::super::raw::{Cell, RawTable};
use super::super::schema::NOTES;
use super::Check;

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
}

impl<'a> Check<'a> {
    /// A text that must be there.
    pub fn text(&mut self, row: Row, column: &str) -> String {
        if row.is_empty(column) {
            self.fault(row, column, &["missing ", column], "fill it in");
        }
        self.optional(row, column).unwrap_or_default()
    }

    pub fn optional(&mut self, row: Row, column: &str) -> Option<String> {
        match row.cell(column) {
            Cell::Text(text) => Some(text.clone()),
            Cell::Empty => None,
            other => {
                self.odd(row, column, other, "a text");
                None
            }
        }
    }

    /// An id: lowercase letters, digits and hyphens.
    pub fn id(&mut self, row: Row, column: &str) -> String {
        let id = self.text(row, column);
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !id.bytes().all(plain) {
            let hint = "use lowercase letters, digits and hyphens";
            self.fault(row, column, &["id \"", &id, "\" with capitals, spaces or signs"], hint);
        }
        id
    }

    /// The position of a word in its closed list; 0 after a fault.
    pub fn word(&mut self, row: Row, column: &str, words: &[&str]) -> usize {
        let word = self.text(row, column);
        let at = words.iter().position(|known| *known == word);
        if at.is_none() && !word.is_empty() {
            let hint = ["use one of: ", &words.join(", ")].concat();
            self.fault(row, column, &["unknown ", column, " \"", &word, "\""], &hint);
        }
        at.unwrap_or(0)
    }

    pub fn flag(&mut self, row: Row, column: &str) -> bool {
        match row.cell(column) {
            Cell::Flag(flag) => return *flag,
            Cell::Empty => self.fault(row, column, &["missing ", column], "write true or false"),
            other => self.odd(row, column, other, "true or false"),
        }
        false
    }

    /// A finite number, or none where the cell is empty or at fault.
    pub fn number(&mut self, row: Row, column: &str) -> Option<f64> {
        match row.cell(column) {
            Cell::Number(number) if number.is_finite() => return Some(*number),
            Cell::Number(_) => {
                let hint = "leave it empty where no number is known";
                self.fault(row, column, &[column, " that is not finite"], hint);
            }
            Cell::Empty => {}
            other => self.odd(row, column, other, "a plain decimal number"),
        }
        None
    }

    pub fn date(&mut self, row: Row, column: &str) -> Option<Edtf> {
        let text = self.optional(row, column)?;
        match Edtf::parse(&text) {
            Ok(date) => Some(date),
            Err(fault) => {
                self.fault(row, column, &[column, " \"", &text, "\": ", fault.what], fault.hint);
                None
            }
        }
    }

    /// A list without an empty or repeated entry.
    pub fn list(&mut self, row: Row, column: &str) -> Vec<String> {
        let list = match row.cell(column) {
            Cell::List(list) => list.clone(),
            Cell::Empty => Vec::new(),
            other => {
                self.odd(row, column, other, "a list of texts");
                Vec::new()
            }
        };
        for (at, entry) in list.iter().enumerate() {
            if entry.is_empty() {
                self.fault(
                    row,
                    column,
                    &["empty entry in ", column],
                    "use one separator between two",
                );
            } else if list[..at].contains(entry) {
                self.fault(row, column, &["\"", entry, "\" twice in ", column], "keep one");
            }
        }
        list
    }

    /// Known countries, one or several.
    pub fn countries(&mut self, row: Row, column: &str) -> Vec<Code> {
        let list = self.list(row, column);
        if row.is_empty(column) {
            self.fault(row, column, &["missing ", column], "name an ISO 3166-1 alpha-2 code");
        }
        if column == "partner" && list.len() > 1 {
            let hint = "make one record for each partner";
            self.fault(row, column, &["several partners in one record"], hint);
        }
        list.iter().filter_map(|code| self.country(row, column, code)).collect()
    }

    pub fn country(&mut self, row: Row, column: &str, code: &str) -> Option<Code> {
        let whole = self.raw.table(&super::PARTNERS).whole;
        if whole && !code.is_empty() && !self.partners.contains_key(code) {
            let hint = "codes are ISO 3166-1 alpha-2; the table partners lists those in use";
            let noun = if column == "reporter" { column } else { "partner" };
            self.fault(row, column, &["unknown ", noun, " \"", code, "\""], hint);
            return None;
        }
        Code::parse(code)
    }

    /// A text in several languages; at least one must be there.
    pub fn local(&mut self, row: Row, column: &str) -> LocalText {
        let at = row.position(column);
        let mut texts = LocalText::default();
        for language in Language::ALL {
            let cell = &row.table.rows[row.row].cells[at + language as usize];
            match cell {
                Cell::Text(text) => texts.0[language as usize] = text.clone(),
                Cell::Empty => {}
                other => self.odd(row, column, other, "a text"),
            }
        }
        if texts == LocalText::default() {
            self.fault(row, column, &["missing ", column], "give it in at least one language");
        }
        texts
    }

    /// The note that a cell points at.
    pub fn note(&mut self, row: Row, column: &str) -> Option<NoteId> {
        let id = self.optional(row, column)?;
        let Some(&at) = self.note_rows.get(&id) else {
            if self.raw.table(&NOTES).whole {
                let hint = "add it to the table notes, or mend the id";
                self.fault(row, column, &["unknown ", column, " \"", &id, "\""], hint);
            }
            return None;
        };
        if self.note_ids[at].is_none() {
            let text = self.local(Row { table: self.raw.table(&NOTES), row: at }, "text");
            let known = self.notes.iter().position(|note| *note == text);
            self.note_ids[at] = Some(NoteId(known.unwrap_or(self.notes.len()) as u16));
            if known.is_none() {
                self.notes.push(text);
            }
        }
        self.note_ids[at]
    }

    fn odd(&mut self, row: Row, column: &str, cell: &Cell, wanted: &str) {
        let hint = ["write ", wanted].concat();
        match cell {
            Cell::Text(text) => {
                self.fault(row, column, &[column, " \"", text, "\" is not ", wanted], &hint);
            }
            Cell::Odd(kind) => self.fault(row, column, &[column, " is ", kind], &hint),
            Cell::Number(_) => self.fault(row, column, &[column, " is a number"], &hint),
            Cell::Flag(_) => self.fault(row, column, &[column, " is true or false"], &hint),
            Cell::List(_) => self.fault(row, column, &[column, " is a list"], &hint),
            Cell::Empty => {}
        }
    }
}
