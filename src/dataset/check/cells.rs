//! Reads one cell as what its column holds, or reports why it cannot.

use super::super::code::Code;
use super::super::diagnostic::Severity;
use super::super::edtf::Edtf;
use super::super::language::{Language, LocalText};
use super::super::nearest::nearest;
use super::super::raw::{Cell, RawTable};
use super::super::schema::PARTNERS;
use super::super::terms::Listed;
use super::super::vocabulary::Word;
use super::Check;
use super::codes::{is_slip, official};
use super::rules::{self, Rule};

/// One row of one table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub table: &'a RawTable,
    pub row: usize,
}

impl<'a> Row<'a> {
    /// The position of a column.
    pub(super) fn position(self, column: &str) -> usize {
        self.table.table.find(column).unwrap_or(0)
    }

    pub(super) fn cell(self, column: &str) -> &'a Cell {
        &self.table.rows[self.row].cells[self.position(column)]
    }

    pub(super) fn is_empty(self, column: &str) -> bool {
        *self.cell(column) == Cell::Empty
    }

    /// The cell as a diagnostic shows it: its text, else what it is.
    pub(super) fn shown(self, column: &str) -> &'a str {
        match self.cell(column) {
            Cell::Text(text) => text,
            Cell::Empty => "",
            Cell::Number(_) => "a number",
            Cell::Flag(_) => "true or false",
            Cell::List(_) => "a list",
            Cell::Local(_) => "a text in several languages",
            Cell::Odd(kind) => kind,
        }
    }
}

impl Check<'_> {
    /// A text that must be there.
    pub(super) fn text(&mut self, row: Row, column: &str) -> String {
        if row.is_empty(column) {
            self.fault(row, column, &rules::MISSING, "");
        }
        self.optional(row, column).unwrap_or_default()
    }

    pub(super) fn optional(&mut self, row: Row, column: &str) -> Option<String> {
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
    pub(super) fn id(&mut self, row: Row, column: &str) -> String {
        let id = self.text(row, column);
        self.plain_id(row, column, &id);
        id
    }

    pub(super) fn plain_id(&mut self, row: Row, column: &str, id: &str) {
        if !is_plain(id) {
            self.fault(row, column, &rules::ID, id);
        }
    }

    /// A word of a closed list; its first one after a fault.
    pub(super) fn word<T: Word>(&mut self, row: Row, column: &str) -> T {
        let at = self.choice(row, column, T::words(), &[]);
        T::all()[at]
    }

    /// A word of a closed list that may be left out.
    pub(super) fn word_or<T: Word>(&mut self, row: Row, column: &str, default: T) -> T {
        if row.is_empty(column) { default } else { self.word(row, column) }
    }

    /// A word of a closed list, where there is one.
    pub(super) fn word_if<T: Word>(&mut self, row: Row, column: &str) -> Option<T> {
        (!row.is_empty(column)).then(|| self.word(row, column))
    }

    /// A word of an open list; its first one after a fault.
    pub(super) fn listed<T: Listed>(&mut self, row: Row, column: &str) -> T {
        let terms = core::mem::take(&mut self.terms);
        let mut own = Vec::new();
        for (at, term) in terms.iter().enumerate().filter(|(_, term)| term.list == T::LIST) {
            own.push((at, term.key.as_str()));
        }
        let keys: Vec<&str> = own.iter().map(|(_, key)| *key).collect();
        let at = self.choice(row, column, T::WORDS, &keys);
        let word = match at.checked_sub(T::WORDS.len()) {
            Some(of_own) => T::at(T::WORDS.len() + own[of_own].0),
            None => T::at(at),
        };
        self.terms = terms;
        word
    }

    fn choice(&mut self, row: Row, column: &str, words: &[&str], own: &[&str]) -> usize {
        let word = self.text(row, column);
        let all = || words.iter().chain(own).copied();
        let at = all().position(|known| known == word);
        if at.is_none() && !word.is_empty() {
            self.fault(row, column, &rules::UNKNOWN_WORD, &word);
            if self.unlisted > 0 {
                return 0;
            }
            let hint = [&*meant(&word, all()), rules::UNKNOWN_WORD.hint, &join(all())].concat();
            self.mend_hint(hint);
        }
        at.unwrap_or(0)
    }

    /// False where the cell is empty.
    pub(super) fn flag(&mut self, row: Row, column: &str) -> bool {
        if let Cell::Flag(flag) = row.cell(column) {
            return *flag;
        }
        self.unless_empty::<()>(row, column, &rules::FLAG);
        false
    }

    /// A finite number, or none where the cell is empty or at fault.
    pub(super) fn number(&mut self, row: Row, column: &str) -> Option<f64> {
        match row.cell(column) {
            Cell::Number(number) if number.is_finite() => Some(*number),
            Cell::Number(_) => self.unless_empty(row, column, &rules::NOT_FINITE),
            _ => self.unless_empty(row, column, &rules::NUMBER),
        }
    }

    pub(super) fn date(&mut self, row: Row, column: &str) -> Option<Edtf> {
        let text = self.optional(row, column)?;
        Edtf::parse(&text)
            .map_err(|fault| {
                let what = ["# \"$\": ", fault.what].concat();
                let said = rules::say(&what, column, &text);
                let place = (row.row, row.position(column), None);
                self.push(row.table.report(Severity::Error, place, said, fault.hint));
            })
            .ok()
    }

    /// A list without an empty or repeated entry.
    pub(super) fn list(&mut self, row: Row, column: &str) -> Vec<String> {
        let Cell::List(list) = row.cell(column) else {
            return self.unless_empty(row, column, &rules::LIST).unwrap_or_default();
        };
        for (at, entry) in list.iter().enumerate() {
            if entry.is_empty() {
                self.fault(row, column, &rules::EMPTY_ENTRY, "");
            } else if list[..at.min(super::super::schema::MAX_LIST)].contains(entry) {
                self.fault(row, column, &rules::TWICE, entry);
            }
        }
        list.clone()
    }

    /// Known countries and groups, one or several.
    pub(super) fn countries(&mut self, row: Row, column: &str) -> Vec<Code> {
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

    pub(super) fn country(
        &mut self,
        row: Row,
        column: &str,
        text: &str,
        rule: &Rule,
    ) -> Option<Code> {
        let code = Code::parse(text);
        if text.is_empty() || !self.raw.table(&PARTNERS).whole {
            return code;
        }
        let is_declared = self.partners.get(text).is_some();
        if !is_declared && !code.is_some_and(|code| self.is_implied(code)) {
            self.fault(row, column, rule, text);
            if self.unlisted > 0 {
                return code;
            }
            let is_near = |code: &&str| text.len() > 2 || is_slip(text, code);
            let near = match official(text) {
                Some(code) => ["did you mean \"", code, "\"? "].concat(),
                None => meant(text, self.partners.keys().filter(is_near)),
            };
            self.mend_hint([&*near, rule.hint].concat());
        }
        code
    }

    /// A text in several languages, which must be there.
    pub(super) fn local(&mut self, row: Row, column: &str) -> LocalText {
        let text = self.optional_local(row, column);
        if text.is_empty() {
            self.fault(row, column, &rules::MISSING_LOCAL, "");
        }
        text
    }

    /// In the order of the package's languages.
    pub(super) fn optional_local(&mut self, row: Row, column: &str) -> LocalText {
        match row.cell(column) {
            Cell::Local(texts) => self.in_order(texts),
            _ => self.unless_empty(row, column, &rules::TEXT).unwrap_or_default(),
        }
    }

    pub(super) fn in_order(&self, texts: &[(Language, String)]) -> LocalText {
        let mut local = LocalText::default();
        for language in &self.languages {
            if let Some((_, text)) = texts.iter().find(|(known, _)| known == language) {
                local.set(*language, text);
            }
        }
        local
    }
}

/// Whether a text is made of lowercase letters, digits and hyphens.
pub(super) fn is_plain(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// "did you mean …? ", where a known word is near.
pub(super) fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest(word, known).map(|near| ["did you mean \"", near, "\"? "].concat()).unwrap_or_default()
}

fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for word in words {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(word);
    }
    list
}
