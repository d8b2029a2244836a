//! What a column is by its header and its cells alone, or by what the user says.

use super::answers::FIELDS;
use super::column::Role;
use super::content::Content;
use super::context::Context;

pub(super) fn by_answer(field: &str, mut context: Context) -> (Role, Context) {
    if field == "ignore" {
        return (Role::Left("left out by --map".into()), context);
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

pub(super) fn guess(header: &str, context: &Context, around: &Context, content: &Content) -> Role {
    let most = |count: usize| content.filled > 0 && count * 10 >= content.filled * 6;
    let numeric = most(content.numbers) && !most(content.dates);
    if let Some(field) = context.field {
        return match field {
            "value" => Role::Value,
            // `Name` is the country's where countries stand in it, and so is `To`.
            "title" | "kind" | "period" | "end" if most(content.countries) => {
                Role::Field("partner")
            }
            // What is called a trade flow may hold the values of that flow.
            "measure" if numeric && !most(content.measures) => Role::Value,
            _ => Role::Field(field),
        };
    }
    if let Some(other) = context.other.filter(|_| numeric) {
        return Role::Left(format!("{other}, which is no measure of trade; --map says what it is"));
    }
    if let Some((text, ..)) = context.unsure.as_ref().filter(|_| context.period.is_none()) {
        return Role::Left(format!("its header \"{text}\" may be more than one date"));
    }
    let measure = context.measure.as_ref().or(around.measure.as_ref());
    if context.percent || most(content.percents) {
        return if measure.is_some_and(|measure| measure == "growth") {
            Role::Value
        } else {
            Role::Left("a percentage of a whole, which no measure tells".into())
        };
    }
    if context.change && context.is_amount() {
        return Role::Left("a change of an amount, which no measure tells".into());
    }
    if context.change && content.below_zero > 0 {
        return Role::Left("growth below zero is no ratio: its header must say %".into());
    }
    let measured = context.measure.is_some() && content.numbers > 0 && !most(content.dates);
    if measured || numeric && context.period.is_some() {
        return Role::Value;
    }
    if numeric && context.partner.is_some() {
        return Role::Value;
    }
    if most(content.countries) {
        return Role::Field("partner");
    }
    if most(content.dates) {
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
    Role::Left("no field is called so".into())
}
