//! What a column is by its header and its cells alone, or by what the user says.

use super::column::Role;
use super::content::Content;
use super::context::Context;
use super::fit::FIELDS;
use super::sayings;
use super::told::Saying;
use super::words;

pub(super) fn by_answer(field: &str, mut context: Context) -> (Role, Context) {
    if field == "ignore" {
        return (Role::Left(sayings::BY_MAP.into()), context);
    }
    if field == "value" {
        return (Role::Value, context);
    }
    match FIELDS.iter().find(|known| **known == field) {
        Some(field) => (Role::Field(field), context),
        None => {
            (context.measure, context.other) = (Some(field.to_owned()), None);
            (Role::Value, context)
        }
    }
}

/// What a column is whose header names a field, which its cells may contradict.
fn named(field: &'static str, numeric: bool, content: &Content) -> Role {
    let most = |count: usize| content.filled > 0 && count * 10 >= content.filled * 6;
    let unmarked = content.dates - content.marked;
    match field {
        "value" => Role::Value,
        // `Name` is the country's where countries stand in it; `From` and `To` are the two sides.
        "title" | "kind" if most(content.countries) => Role::Field("partner"),
        "period" if most(content.countries) => Role::Field("exporter"),
        "end" if most(content.countries) => Role::Field("importer"),
        "exporter" | "importer" if !most(content.countries) => Role::Left(sayings::NO_FIELD.into()),
        // A whole year may stand among the quarters or months of years.
        "month" | "quarter" if unmarked > 0 && most(unmarked + content.years) => {
            Role::Field("period")
        }
        // What is called a month or a year may hold whole dates.
        "year" | "month" | "quarter" | "day" if most(unmarked) => Role::Field("period"),
        // What is called a trade flow may hold the values of that flow.
        "measure" if numeric && !most(content.measures) => Role::Value,
        _ => Role::Field(field),
    }
}

pub(super) fn guess(header: &str, context: &Context, around: &Context, content: &Content) -> Role {
    let most = |count: usize| content.filled > 0 && count * 10 >= content.filled * 6;
    let is_dated = context.partner.is_none() && words::find("total", header).is_none();
    let numeric = most(content.numbers) && !(is_dated && most(content.dates));
    if let Some(field) = context.field {
        return named(field, numeric, content);
    }
    // `M` is monthly here, and imports elsewhere.
    if words::find("frequency", header).is_some() {
        return Role::Left(sayings::NO_FIELD.into());
    }
    if let Some(other) = context.other.filter(|_| numeric) {
        return Role::Left(Saying::of(sayings::OTHER_COLUMN).said("what", other));
    }
    if let Some((text, ..)) = context.unsure.as_ref().filter(|_| context.period.is_none()) {
        return Role::Left(Saying::of(sayings::UNSURE_HEADER).text("text", text));
    }
    let measure = context.measure.as_ref().or(around.measure.as_ref());
    if context.percent || most(content.percents) {
        return if measure.is_some_and(|measure| measure == "growth") {
            Role::Value
        } else {
            Role::Left(sayings::SHARE.into())
        };
    }
    if context.change && context.is_amount() {
        return Role::Left(sayings::CHANGE_OF_AMOUNT.into());
    }
    if context.change && content.below_zero > 0 {
        return Role::Left(sayings::BELOW_ZERO.into());
    }
    let measured = context.measure.is_some() && content.numbers > 0 && !most(content.dates);
    if measured || numeric && context.period.is_some() {
        return Role::Value;
    }
    // One number among marks and notes is a value still.
    if context.period.is_some() && content.filled > 0 && !most(content.dates) {
        let is_value = content.numbers > 0;
        return if is_value { Role::Value } else { Role::Left(sayings::NO_NUMBER.into()) };
    }
    if numeric && context.partner.is_some() {
        return Role::Value;
    }
    if most(content.countries) {
        return Role::Field("partner");
    }
    if is_dated && most(content.dates) {
        return Role::Field("period");
    }
    // A head count may look like a year; a column without a name that counts on by one is years.
    if header.is_empty() && content.years == content.filled && content.years > 1 && content.steady {
        return Role::Field("period");
    }
    if most(content.measures) && content.filled > content.units {
        return Role::Field("measure");
    }
    if most(content.units) {
        return Role::Field("unit");
    }
    Role::Left(sayings::NO_FIELD.into())
}
