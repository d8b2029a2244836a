//! Remarks beside a row's values.

use super::column::ReadColumn;
use super::concepts::FLAG;
use super::date;
use super::draft::Draft;
use super::made::Part;
use super::marks::is_missing;
use super::row_labels::RowLabels;
use super::row_place::{MAX_NOTE, RowPlace};
use super::sayings;
use super::told::Saying;
use super::words;

pub(super) fn note(
    place: &RowPlace,
    column: &ReadColumn,
    draft: &mut Draft,
    labels: &mut RowLabels,
) {
    let text = place.text(draft, column.index);
    if is_missing(text) {
        return;
    }
    let text = &*labels.plain(text.to_owned(), place.at(column.index), draft);
    // UN Comtrade writes a nought where it was given none.
    let quantity = !["", "cif", "fob", FLAG].contains(&column.made);
    let is_nought = text.parse().is_ok_and(|number: f64| number == 0.0);
    if quantity && (is_nought || words::find("missing", text).is_some()) {
        return draft.leave_cell(place.at(column.index), sayings::MISSING);
    }
    let value = place.columns.values().next().map_or("", |value| place.text(draft, value.index));
    let text = text.replace(|char: char| char.is_control(), " ");
    labels.unsure |= column.made == FLAG && words::is_unsure(&text);
    let said = match column.made {
        "" => Part::Said(text),
        // The value itself, under the name of its valuation.
        "cif" | "fob" if text == value => Part::made(column.made),
        FLAG if words::find("mark", &text).is_some() => Part::made(date::marked(&text)),
        made => Part::Made(made, text),
    };
    let so_far: usize = labels.notes.iter().map(|note| note.length() + 2).sum();
    if so_far + said.length() > MAX_NOTE {
        let why = Saying::of(sayings::LONG_NOTE).text("n", MAX_NOTE.to_string());
        draft.leave_cell(place.at(column.index), why);
    } else {
        labels.notes.push(said);
        labels.from.push(("note", place.at(column.index)));
    }
}
