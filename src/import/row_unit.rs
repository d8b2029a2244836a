//! The unit and the multiplier that a row says.

use super::context::Context;
use super::draft::Draft;
use super::grid::At;
use super::marks::is_missing;
use super::questions;
use super::row_place::{RowPlace, Stop};
use super::sayings;
use super::told::Saying;
use super::units;

/// What a column of units says; one that is not known is asked.
pub(super) fn unit(
    place: &RowPlace,
    draft: &mut Draft,
    context: &mut Context,
    from: &mut Vec<(&'static str, At)>,
) {
    for column in place.columns.of("unit") {
        let text = place.text(draft, column.index);
        if is_missing(text) {
            continue;
        }
        let mut said = Context::read(&text.replace('_', " "));
        if let Some((unit, scale)) = draft.answers.reading(text).map(units::answer) {
            (said.unit, said.scale, said.strange) = (Some(unit), scale.or(said.scale), None);
        }
        if said.is_amount() || said.percent {
            context.unit = said.unit;
            context.scale = said.scale.or(context.scale);
            context.percent |= said.percent;
            context.unclear = said.unclear;
            context.strange = said.strange;
            context.own_unit = true;
            from.push(("unit", place.at(column.index)));
            return;
        }
        // What is called a unit and is not known may be any.
        context.strange = Some(text.to_owned());
        context.own_unit = true;
        draft.leave_cell(place.at(column.index), sayings::NO_UNIT);
    }
}

/// A column of multipliers; the first says it, further ones that agree are taken too.
pub(super) fn scale(
    place: &RowPlace,
    draft: &mut Draft,
    context: &mut Context,
    from: &mut Vec<(&'static str, At)>,
) -> Result<(), Stop> {
    for column in place.columns.of("scale") {
        let text = place.text(draft, column.index).to_owned();
        if is_missing(&text) {
            continue;
        }
        let told = draft.answers.reading(&text).unwrap_or(&text);
        let power = units::power(told);
        // A unit that says another multiplier contradicts it.
        let fits = |known: i32| Some(known) == power || power == Some(0);
        let Some(power) = power.filter(|_| context.scale.is_none_or(fits)) else {
            let answers = ["1", "1000", "1000000", "1000000000"]
                .map(|times| format!("--read \"{text}={times}\""));
            let what = Saying::of(questions::SCALE_OF).text("text", text);
            draft.ask(place.address(draft, column.index), what, answers.to_vec());
            return Err(Stop::Asked);
        };
        context.scale = context.scale.or(Some(power));
        from.push(("unit", place.at(column.index)));
    }
    Ok(())
}
