//! What came of an event.

use super::draft::Draft;
use super::questions;
use super::row_place::{RowPlace, Stop};
use super::sayings;
use super::told::Saying;
use super::words;

/// What came of an event, as its cell or an answer says it; what is not known is asked, for without
/// it an event that was called off would be told as held.
pub(super) fn status(
    place: &RowPlace,
    column: usize,
    text: String,
    draft: &mut Draft,
) -> Result<String, Stop> {
    let said = draft.answers.reading(&text).map_or_else(|| text.clone(), String::from);
    if said == "-" {
        return Err(Stop::Left(sayings::BY_READ.into()));
    }
    if words::find("status", &said).is_some() {
        return Ok(said);
    }
    if words::find("unheld", &said).is_some() {
        return Err(Stop::Left(Saying::of(sayings::NOT_HELD).text("text", text)));
    }
    let words = ["done", "planned", "under-way", "proposed", "claimed", "-"];
    let answers = words.map(|word| format!("--read \"{text}={word}\"")).to_vec();
    let what = Saying::of(questions::STATUS_OF).text("text", text);
    draft.ask(place.address(draft, column), what, answers);
    Err(Stop::Asked)
}
