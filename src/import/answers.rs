//! What the user says about the files, beside the files.

use super::date_reading::{Order, TwoDigits};
use super::fit::{normal, takes};
use super::growth_reading::GrowthReading;
use super::number::DecimalMark;
use super::words::fold;
use super::{Piece, Saying, refusals};

/// Each is a fact that no cell need say then, or says how a text is read.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// A column, by its header or letters, and a field of [`FIELDS`](super::FIELDS) or a measure.
    pub columns: Vec<(String, String)>,
    /// A column, or all where it is none, and its decimal mark.
    pub decimal: Vec<(Option<String>, DecimalMark)>,
    /// Whether days stand before months, in dates that can be read either way.
    pub date_order: Option<Order>,
    /// Whether the number of dates such as `Jan-20` is a year or a day.
    pub two_digits: Option<TwoDigits>,
    /// A column or what calls it a growth, or all where it is none, and how its numbers are read.
    pub growth: Vec<(Option<String>, GrowthReading)>,
    /// How a cell's text is to be read: a country's code, a date, a number.
    pub readings: Vec<(String, String)>,
    /// Rows whose column has this text; all others are left.
    pub only: Vec<(String, String)>,
    /// The sheets to read; all where there are none.
    pub sheets: Vec<String>,
    /// The country whose package it is.
    pub reporting: Option<String>,
    /// Whose statistics values are that name no reporter, as a country's code or name.
    pub reporter: Option<String>,
    /// The partner of rows that name none.
    pub partner: Option<String>,
    /// The measure of values that name none.
    pub measure: Option<String>,
    /// The unit of values that name none, with its multiplier where it has one: `USD million`.
    pub unit: Option<String>,
    /// The kind of events that name none.
    pub kind: Option<String>,
    /// The period of values that name none.
    pub period: Option<String>,
    /// The package's title.
    pub title: Option<String>,
    /// The language of the texts.
    pub lang: Option<String>,
    /// Who published the figures, and where.
    pub publisher: Option<String>,
    /// The address of that publication.
    pub url: Option<String>,
    /// The name of the package's licence.
    pub license: Option<String>,
    /// The day on which the package is made, `2026-11-28`: nothing in here knows a clock.
    pub today: String,
}

impl Answers {
    /// The language of the texts.
    pub(super) fn language(&self) -> &str {
        self.lang.as_deref().unwrap_or("en")
    }

    /// Takes an answer as the command line is given it: `map` and `"B=partner"`, `unit` and `"USD"`.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn take(&mut self, option: &str, value: &str) -> Result<(), Saying> {
        let value = &*normal(option, value)?;
        let pair = || {
            let pair = value.rsplit_once('=').map(|(left, right)| (left.into(), right.into()));
            pair.ok_or_else(|| Saying::of(refusals::PAIR).text("option", option))
        };
        let slot = match option {
            "map" => return pair().map(|pair| self.columns.push(pair)),
            "read" => return pair().map(|pair| self.readings.push(pair)),
            "only" => return pair().map(|pair| self.only.push(pair)),
            "sheet" => {
                self.sheets.push(value.into());
                return Ok(());
            }
            "decimal" => {
                let marks = [("comma", DecimalMark::Comma), ("point", DecimalMark::Point)];
                return of_column(option, value, &marks).map(|one| self.decimal.push(one));
            }
            "growth" => {
                let readings = GrowthReading::WORDS;
                return of_column(option, value, &readings).map(|one| self.growth.push(one));
            }
            "date-order" => {
                let orders = [("dmy", Order::DayFirst), ("mdy", Order::MonthFirst)];
                return one_of(option, value, &orders).map(|one| self.date_order = Some(one));
            }
            "two-digits" => {
                let numbers = [("year", TwoDigits::Year), ("day", TwoDigits::Day)];
                return one_of(option, value, &numbers).map(|one| self.two_digits = Some(one));
            }
            "reporting" => &mut self.reporting,
            "reporter" => &mut self.reporter,
            "partner" => &mut self.partner,
            "measure" => &mut self.measure,
            "unit" => &mut self.unit,
            "kind" => &mut self.kind,
            "period" => &mut self.period,
            "title" => &mut self.title,
            "lang" => &mut self.lang,
            "publisher" => &mut self.publisher,
            "url" => &mut self.url,
            "license" => &mut self.license,
            _ => return Err(Saying::of(refusals::NO_OPTION).text("option", option)),
        };
        *slot = Some(value.to_owned());
        Ok(())
    }

    /// What a column is mapped to, by its header or its letters.
    pub fn column(&self, header: &str, letters: &str) -> Option<&str> {
        let found = self.columns.iter().find(|(name, _)| named(name, header, letters));
        found.map(|(_, field)| field.as_str())
    }

    /// The decimal mark of a column, by its header or its letters; else that of all columns.
    pub fn decimal(&self, header: &str, letters: &str) -> Option<DecimalMark> {
        let own = self
            .decimal
            .iter()
            .find(|(name, _)| name.as_ref().is_some_and(|name| named(name, header, letters)));
        own.or_else(|| self.decimal.iter().find(|(name, _)| name.is_none())).map(|(_, mark)| *mark)
    }

    /// How the numbers of a growth are read, by its column or by the text that calls it so.
    pub fn growth(&self, header: &str, letters: &str, said: &str) -> Option<GrowthReading> {
        let of = |name: &String| named(name, header, letters) || fold(name) == fold(said);
        let own = self.growth.iter().find(|(name, _)| name.as_ref().is_some_and(of));
        let own = own.or_else(|| self.growth.iter().find(|(name, _)| name.is_none()));
        own.map(|(_, reading)| *reading)
    }

    /// How the user wants a cell's text to be read.
    pub fn reading<'a>(&'a self, text: &str) -> Option<&'a str> {
        let text = fold(text);
        self.readings.iter().find(|(from, _)| fold(from) == text).map(|(_, to)| to.as_str())
    }
}

fn one_of<T: Copy>(option: &str, value: &str, words: &[(&str, T)]) -> Result<T, Saying> {
    let found = words.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
    found
        .ok_or_else(|| takes(option, words.iter().map(|(word, _)| Piece::Text((*word).to_owned()))))
}

/// `COLUMN=WORD`, or a word for all columns.
fn of_column<T: Copy>(
    option: &str,
    value: &str,
    words: &[(&str, T)],
) -> Result<(Option<String>, T), Saying> {
    let (column, word) = match value.rsplit_once('=') {
        Some((column, word)) => (Some(column.to_owned()), word),
        None => (None, value),
    };
    Ok((column, one_of(option, word, words)?))
}

pub(super) fn named(name: &str, header: &str, letters: &str) -> bool {
    name == letters || (!header.is_empty() && fold(name) == fold(header))
}
