//! Lines below a table: sources, and the footnotes that marks in cells point at.

use super::draft::Draft;
use super::grid::At;
use super::row_place::MAX_NOTE;
use super::sayings;
use super::shape::GridShape;
use super::told::Saying;
use super::words;

/// Footnotes by their marks.
pub(super) struct Foot(Vec<(String, String, At)>);

impl Foot {
    /// The text and cell of a mark's footnote.
    pub(super) fn note(&self, mark: &str) -> Option<(String, At)> {
        let found = self.0.iter().find(|(known, ..)| words::fold(known) == words::fold(mark));
        found.map(|(_, text, at)| (text.clone(), *at))
    }
}

/// Reads the lines below; a source becomes the package's.
pub(super) fn read(grid: usize, shape: &GridShape, draft: &mut Draft) -> Foot {
    let mut notes = Vec::new();
    for row in shape.foot.clone() {
        let columns: Vec<usize> = draft.grids[grid].filled(row).collect();
        for column in columns {
            let at = Draft::at(grid, row, column);
            let text = draft.grids[grid].cell(row, column).to_owned();
            draft.leave_cell(at, sayings::BELOW);
            if let Some(source) = source(&text)
                && draft.meta.publisher.is_empty()
            {
                let place = draft.grids[grid].address(row, column);
                draft.infer(&place, Saying::of(sayings::PUBLISHER).text("text", &source));
                draft.meta.publisher = source;
                draft.name(at);
            } else if let Some((mark, note)) = footnote(&text) {
                notes.push((mark, note, at));
            }
        }
    }
    Foot(notes)
}

/// `Source: State Statistics Committee`.
fn source(text: &str) -> Option<String> {
    let (label, rest) = text.split_once([':', '：'])?;
    let rest = rest.trim();
    let fits = !rest.is_empty() && rest.chars().count() <= 200;
    (fits && words::find("source", label).is_some()).then(|| rest.to_owned())
}

/// `* provisional`, `1) without gas`, `[2] estimate`, `p – provisional`.
fn footnote(text: &str) -> Option<(String, String)> {
    let is_mark = |char: char| "*†‡¹²³⁴⁵⁶⁷⁸⁹0123456789[]()".contains(char);
    let word = text.trim_start_matches(['[', '(']);
    let word = &word[..word.find(|char: char| !char.is_alphabetic()).unwrap_or(0)];
    let is_letter = word.chars().count() == 1 && words::find("mark", word).is_some();
    let cut = match text.find(word) {
        Some(at) if is_letter => at + word.len(),
        _ => text.find(|char: char| !is_mark(char))?,
    };
    let (mark, note) = (text[..cut].trim_matches(['[', ']', '(', ')']), text[cut..].trim());
    let note = note.trim_start_matches([')', ']', '.', ':', '=', '-', '–']).trim();
    let fits = !mark.is_empty() && !note.is_empty() && note.chars().count() <= MAX_NOTE;
    fits.then(|| (mark.to_owned(), note.to_owned()))
}
