//! Asking: each thing once.

use super::Question;
use super::draft::{Draft, MAX_SAID};

impl Draft<'_> {
    /// Asks once, whatever the place: a text of `questions.rs`, with what stands in its places.
    pub(super) fn ask(
        &mut self,
        place: String,
        form: &'static str,
        values: &[(&'static str, &str)],
        answers: Vec<String>,
    ) {
        let question = Question::new(place, form, values, answers);
        if self.questions.len() < MAX_SAID && self.asked.insert(question.what.clone()) {
            self.questions.push(question);
        }
    }

    /// Whether this was asked: what answers it need not be looked for again.
    pub(super) fn is_asked(&self, form: &'static str, values: &[(&'static str, &str)]) -> bool {
        self.asked.contains(&Question::told(form, values))
    }
}
