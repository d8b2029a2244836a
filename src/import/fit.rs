//! What an answer must be: an impossible one is refused where it is given, with what would be taken.

use super::date_reading::DateReading;
use super::{Piece, Question, Saying, country, date, questions, refusals, units, words};
use crate::dataset::{Code, Edtf, Language};

/// What a column may be mapped to, beside a measure.
pub const FIELDS: [&str; 30] = [
    "partner",
    "reporter",
    "exporter",
    "importer",
    "period",
    "year",
    "month",
    "quarter",
    "day",
    "end",
    "end-year",
    "end-month",
    "end-day",
    "value",
    "unit",
    "scale",
    "measure",
    "qualifier",
    "note",
    "source",
    "url",
    "title",
    "kind",
    "status",
    "id",
    "sector",
    "derived",
    "certainty",
    "reason",
    "ignore",
];

/// The measures that a column may be mapped to.
pub const MEASURES: [&str; 6] =
    ["turnover", "exports", "imports", "growth", "agreements", "documents"];

/// An answer as it is kept: a country by its code, a date as EDTF.
///
/// # Errors
///
/// What is wrong with it.
pub fn normal(option: &str, value: &str) -> Result<String, Saying> {
    let refuse = |form| Err(Saying::of(form).text("text", value));
    match option {
        "reporting" | "reporter" | "partner" => return country(value),
        "period" => return date(value),
        "unit" => unit(value)?,
        "measure" => {
            return words::find("measure", value).map(String::from).ok_or_else(|| {
                let known = MEASURES.map(|word| Piece::Text(word.to_owned()));
                takes(option, known.into_iter())
            });
        }
        "lang" if Language::from_tag(value).is_none() => return refuse(refusals::NO_LANGUAGE),
        "url" if !value.starts_with("http") => return refuse(refusals::NO_ADDRESS),
        // A text is read as a country, by its name or its code, or as what else was given.
        "read" => {
            let code =
                |told: &str| country::code(told).filter(|_| told.contains(char::is_alphabetic));
            let pair = value.rsplit_once('=');
            let known = pair.and_then(|(text, told)| Some([text, "=", code(told)?].concat()));
            return Ok(known.unwrap_or_else(|| value.to_owned()));
        }
        "map" => {
            let field = value.rsplit_once('=').map_or(value, |(_, field)| field);
            if !FIELDS.contains(&field) && !MEASURES.contains(&field) {
                return Err(Saying::of(refusals::NO_FIELD).text("field", field));
            }
        }
        _ => {}
    }
    Ok(value.to_owned())
}

/// Whether the reading of a text can answer what is asked of it.
///
/// # Errors
///
/// What is wrong with it.
pub fn fits(asked: &[Question], option: &str, value: &str) -> Result<(), Saying> {
    let pair = value.rsplit_once('=').filter(|(_, told)| option == "read" && *told != "-");
    let Some((text, told)) = pair else { return Ok(()) };
    let start = format!("--read \"{text}=");
    let is_of = |one: &&Question| one.answers.iter().any(|answer| answer.starts_with(&start));
    match asked.iter().find(is_of).map(|one| one.what.form) {
        Some(questions::DATE) => date(told).map(drop),
        Some(questions::UNIT_OF | questions::CURRENCY) => unit(told),
        Some(questions::PARTNER_OF | questions::REPORTER_OF) => country(told).map(drop),
        _ => Ok(()),
    }
}

/// A date that has one reading only, as EDTF.
pub(super) fn date(text: &str) -> Result<String, Saying> {
    let text = text.trim();
    let read = || match date::read(text)? {
        DateReading::Date(date, _) | DateReading::Ordered(_, date) => Some(date),
        _ => None,
    };
    let is_date = |date: &String| Edtf::parse(date).is_ok();
    let found = Some(text.to_owned()).filter(is_date).or_else(read).filter(is_date);
    found.ok_or_else(|| Saying::of(refusals::NO_DATE).text("text", text))
}

fn unit(text: &str) -> Result<(), Saying> {
    let known = units::known(text).map(drop);
    known.ok_or_else(|| Saying::of(refusals::NO_UNIT).text("text", text))
}

/// A country's code, for its code or name.
fn country(text: &str) -> Result<String, Saying> {
    let own = || Some(text).filter(|code| Code::parse(code).is_some());
    country::code(text).or_else(own).map(String::from).ok_or_else(|| {
        let near = country::nearest(text).into_iter().map(|code| Piece::Country(code.to_owned()));
        let near: Vec<Piece> = near.collect();
        match near.is_empty() {
            true => Saying::of(refusals::NO_COUNTRY),
            false => Saying::of(refusals::NEAR_COUNTRY).with("countries", Piece::List(near)),
        }
        .text("text", text)
    })
}

/// That an option takes one of these words.
pub(super) fn takes(option: &str, words: impl Iterator<Item = Piece>) -> Saying {
    let either =
        |one, other| Piece::Said(Saying::of(refusals::OR).with("one", one).with("other", other));
    let words = words.reduce(either).unwrap_or(Piece::List(Vec::new()));
    Saying::of(refusals::TAKES).text("option", option).with("words", words)
}
