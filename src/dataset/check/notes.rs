//! What `reason` and `note` say: a note of the table, or words of the record's own.

use super::super::language::LocalText;
use super::super::model::NoteId;
use super::super::raw::Cell;
use super::super::schema::NOTES;
use super::Check;
use super::cells::{Row, is_plain, meant};
use super::rules;

impl Check<'_> {
    /// The note that a cell points at or holds: what has the form of an id is one, and any other
    /// text is the note itself, in the package's first language.
    pub(super) fn note(&mut self, row: Row, column: &str) -> Option<NoteId> {
        match row.cell(column) {
            Cell::Local(texts) => {
                let text = self.in_order(texts);
                return Some(self.keep(text));
            }
            Cell::Text(text) if !is_plain(text) => {
                let mut local = LocalText::default();
                local.set(self.languages[0], text);
                return Some(self.keep(local));
            }
            _ => {}
        }
        let id = self.optional(row, column)?;
        let Some(at) = self.note_rows.get(&id) else {
            if self.raw.table(&NOTES).whole {
                self.fault(row, column, &rules::UNKNOWN_NOTE, &id);
                if self.unlisted > 0 {
                    return None;
                }
                let near = meant(&id, self.note_rows.keys());
                self.mend_hint([&*near, rules::UNKNOWN_NOTE.hint].concat());
            }
            return None;
        };
        if self.note_ids[at].is_none() {
            let text = self.local(Row { table: self.raw.table(&NOTES), row: at }, "text");
            self.note_ids[at] = Some(self.keep(text));
        }
        self.note_ids[at]
    }

    /// The same words are one note.
    fn keep(&mut self, text: LocalText) -> NoteId {
        let mut key = String::new();
        for (language, text) in text.iter() {
            key.extend([language.code(), "\0", text, "\0"]);
        }
        let known = self.note_texts.get(&key);
        let at = known.unwrap_or_else(|| {
            self.note_texts.insert(key, self.notes.len());
            self.notes.push(text);
            self.notes.len() - 1
        });
        NoteId(at as u32)
    }

    pub(super) fn unused_notes(&mut self) {
        if self.records_whole() {
            for row in self.rows(&NOTES) {
                if self.note_ids[row.row].is_none() {
                    self.fault(row, "id", &rules::UNUSED_NOTE, row.shown("id"));
                }
            }
        }
    }
}
