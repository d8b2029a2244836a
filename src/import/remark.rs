//! Remarks beside a row's values.

use super::column::{ReadColumn, Role};
use super::concepts::FLAG;
use super::date;
use super::draft::Draft;
use super::flags;
use super::made::Part;
use super::marks::is_missing;
use super::row_labels::RowLabels;
use super::row_place::{MAX_NOTE, RowPlace, Stop};
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
    let said = match column.made {
        "" => vec![Part::Said(text)],
        // The value itself, under the name of its valuation.
        "cif" | "fob" if text == value => vec![Part::made(column.made)],
        FLAG => labels.flagged(text),
        made => vec![Part::Made(made, text)],
    };
    let so_far: usize = labels.notes.iter().chain(&said).map(|note| note.length() + 2).sum();
    if so_far > MAX_NOTE + 2 {
        let why = Saying::of(sayings::LONG_NOTE).text("n", MAX_NOTE.to_string());
        draft.leave_cell(place.at(column.index), why);
    } else {
        labels.notes.extend(said);
        labels.from.push(("note", place.at(column.index)));
    }
}

impl RowLabels {
    /// What flags say of a row's values.
    fn flagged(&mut self, text: String) -> Vec<Part> {
        let keys = match words::find("mark", &text) {
            Some(_) => Some(vec![date::marked(&text)]),
            None => flags::keys(&text),
        };
        let Some(keys) = keys else { return vec![Part::Made(FLAG, text)] };
        self.unsure |= keys.iter().any(|key| flags::is_estimate(key));
        self.forecast |= keys.contains(&"forecast");
        keys.into_iter().map(Part::made).collect()
    }

    /// Takes a cell that calls the row's values forecasts or estimates: `прогноз` in a column of kinds.
    pub(super) fn unsaid(&mut self, place: &RowPlace, draft: &Draft) -> Result<(), Stop> {
        let used = ["partner", "reporter", "period", "year", "unit", "measure"];
        for column in &place.columns.all {
            let free = match column.role {
                Role::Value => false,
                Role::Field(field) => !used.contains(&field),
                Role::Left(_) => true,
            };
            let text = place.text(draft, column.index);
            if !free || text.chars().count() < 3 || column.told {
                continue;
            }
            let (field, is_so) = match words::find("mark", text) {
                Some("forecast") => ("reason", &mut self.forecast),
                Some("estimated") => ("qualifier", &mut self.unsure),
                _ if words::find("other", text) == Some(sayings::PLAN) => {
                    return Err(Stop::Left(Saying::of(sayings::OTHER).said("what", sayings::PLAN)));
                }
                _ => continue,
            };
            *is_so = true;
            if column.role != Role::Field("note") {
                self.from.push((field, place.at(column.index)));
            }
        }
        Ok(())
    }
}
