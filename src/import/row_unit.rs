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
) -> Result<(), Stop> {
    for column in place.columns.of("unit") {
        let text = place.text(draft, column.index).to_owned();
        if is_missing(&text) {
            continue;
        }
        let mut said = draft.context(&text.replace('_', " "));
        let told = draft.answers.reading(&text);
        if told == Some("-") {
            return Err(Stop::Left(sayings::BY_READ.into()));
        }
        if let Some((unit, scale)) = told.and_then(units::known) {
            let known = said.scale.filter(|_| said.strange.is_none());
            (said.unit, said.scale, said.strange) = (Some(unit), scale.or(known), None);
        }
        if said.is_amount() || said.percent {
            context.unit = said.unit;
            context.scale = said.scale.or(context.scale);
            context.percent |= said.percent;
            context.unclear = said.unclear;
            let farther = context.strange.take().filter(|_| said.scale.is_none());
            // A column before this one said nothing that is known.
            context.strange = said.strange.or(farther.filter(|_| !context.own_unit));
            context.own_unit = true;
            from.push(("unit", place.at(column.index)));
            return Ok(());
        }
        // What is called a unit and is not known may be any.
        (context.strange, context.own_unit) = (Some(text), true);
        draft.leave_cell(place.at(column.index), sayings::NO_UNIT);
    }
    Ok(())
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
