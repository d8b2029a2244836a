//! How sure a value is: what marks, footnotes and flags say of it.

use super::draft::Draft;
use super::flags;
use super::foot::Foot;
use super::grid::At;
use super::made::Part;
use super::number::Written;
use super::row_labels::RowLabels;
use super::words;

/// How sure a value is, with what says so.
pub(super) struct Doubt {
    pub notes: Vec<Part>,
    pub from: Vec<(&'static str, At)>,
    /// It is an estimate.
    pub unsure: bool,
    pub forecast: bool,
}

impl Doubt {
    /// What marks and flags say of a value.
    pub(super) fn of(
        at: At,
        written: &Written,
        labels: &RowLabels,
        foot: &Foot,
        draft: &Draft,
    ) -> Doubt {
        let mut doubt = Doubt {
            notes: labels.notes.clone(),
            from: labels.from.clone(),
            unsure: labels.unsure,
            forecast: labels.forecast,
        };
        doubt.from.push(("value", at));
        for (field, _) in &mut doubt.from {
            if *field == "url" {
                *field = "source";
            }
        }
        let is_flagged = draft.grids[usize::from(at.grid)].flagged;
        for mark in written.footnotes.iter().chain(&labels.mark).chain(&written.of_year) {
            match (foot.note(mark), flags::keys(mark).filter(|_| is_flagged)) {
                (Some((text, cell)), _) => {
                    words::phrases(&text)
                        .iter()
                        .for_each(|word| doubt.add(words::find("mark", word)));
                    doubt.notes.push(Part::Said(text));
                    doubt.from.push(("note", cell));
                }
                (None, Some(keys)) => {
                    for key in keys {
                        doubt.add(Some(key));
                        doubt.notes.push(Part::made(key));
                    }
                }
                (None, None) => {
                    doubt.add(words::find("mark", mark));
                    doubt.notes.push(Part::Made("marked", mark.clone()));
                }
            }
        }
        doubt
    }

    fn add(&mut self, mark: Option<&str>) {
        self.unsure |= mark.is_some_and(flags::is_estimate);
        self.forecast |= mark == Some("forecast");
    }
}
