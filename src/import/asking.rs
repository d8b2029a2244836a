//! Asking: each thing once.

use super::draft::{Draft, MAX_SAID};
use super::{Question, Saying};

impl Draft<'_> {
    /// Asks once, whatever the place: a text of `questions.rs`, with what stands in its places.
    pub(super) fn ask(&mut self, place: String, what: impl Into<Saying>, answers: Vec<String>) {
        let what = what.into();
        if self.questions.len() < MAX_SAID && self.asked.insert(what.clone()) {
            self.questions.push(Question { place, what, answers });
        }
    }

    /// Whether this was asked: what answers it need not be looked for again.
    pub(super) fn is_asked(&self, what: &Saying) -> bool {
        self.asked.contains(what)
    }
}
