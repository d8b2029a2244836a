//! What words around a cell say of it: a title, a header, a section's name.

use super::country;
use super::date;
use super::date_reading::{self, DateReading};
use super::growth_reading::{GrowthReading, said as growth_said};
use super::head_period;
use super::money::{self, Money};
use super::sayings;
use super::units;
use super::wording;
use super::words;

/// What is known of a value before its own cell is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Context {
    pub field: Option<&'static str>,
    pub partner: Option<String>,
    pub measure: Option<String>,
    /// Whose statistics the values are.
    pub reporter: Option<String>,
    pub unit: Option<String>,
    /// A sign or name that several currencies have.
    pub unclear: Option<String>,
    /// Powers of ten.
    pub scale: Option<i32>,
    /// The text of a unit beside which something is not understood.
    pub strange: Option<String>,
    /// The unit is that of a row or a cell: no answer for a whole table changes it.
    pub own_unit: bool,
    /// EDTF.
    pub period: Option<String>,
    /// A month's number, without its year.
    pub month: Option<u32>,
    /// The mark behind a year: `p` of `2021p`.
    pub mark: Option<String>,
    /// Values are percentages.
    pub percent: bool,
    /// Values are of a change, of whatever is measured.
    pub change: bool,
    /// A part of an export or import, such as `re-exports`.
    pub part: Option<&'static str>,
    /// What is no measure of trade, whatever else the text names: a balance, a share.
    pub other: Option<&'static str>,
    /// What the numbers of a growth are, where words say it.
    pub growth: Option<GrowthReading>,
    /// The text that calls values a growth.
    pub growth_said: Option<String>,
    /// A period of more than one reading: the text, why, and the dates that fit.
    pub unsure: Option<(String, &'static str, Vec<String>)>,
}

impl Context {
    /// Reads a text that says what cells are.
    pub(super) fn read(text: &str) -> Context {
        let mut context = Context::default();
        let bare = bare(text);
        // Concepts of SDMX are in capitals, as UNIT_MULT.
        context.field = words::find("field", text)
            .or_else(|| words::find("field", &bare))
            .or_else(|| words::find("field", &text.replace('_', " ")))
            .or_else(|| value(text));
        context.part = words::find("flow", text);
        context.measure = words::find("measure", text)
            .or_else(|| words::find("measure", &bare))
            .map(String::from);
        context.partner = country::code(text).or_else(|| country::code(&bare)).map(String::from);
        context.dated(text, &bare);
        if context.period.is_none() {
            context.month = wording::month(&bare);
        }
        context.percent = text.contains('%');
        if let Some(Money { unit, unclear, scale }) = money::read(text) {
            (context.unit, context.unclear, context.scale) = (unit, unclear, Some(scale));
        }
        let units::UnitText { scale, strange, .. } = units::read(text);
        (context.scale, context.strange) = (scale.or(context.scale), strange);
        context.phrases(text);
        (context.growth, context.other) = growth_said(text, context.change, context.other);
        context.change |= context.growth.is_some();
        if !context.change && head_period::is_average(text) {
            context.other = Some(sayings::AVERAGE);
        }
        if context.other.is_some() {
            (context.measure, context.change) = (None, false);
        }
        context.growth_said = context.change.then(|| text.to_owned());
        if context.change && (context.percent || !context.is_amount()) {
            context.measure = Some("growth".into());
        }
        context
    }

    /// Whether values are amounts of something that has a unit or a scale.
    pub(super) fn is_amount(&self) -> bool {
        self.unit.is_some() || self.unclear.is_some() || self.scale.is_some()
    }

    /// Reads the period, and the mark behind its year.
    fn dated(&mut self, text: &str, bare: &str) {
        let read = date::read(bare).or_else(|| date::read(text));
        let is_year = matches!(&read, Some(DateReading::Date(date, _)) if date.len() == 4);
        // More words may say that it is not the whole year.
        let (words, read) = match head_period::find(text) {
            Some((words, found)) if read.is_none() || is_year => (words, Some(found)),
            _ => (bare.to_owned(), read),
        };
        match read {
            Some(DateReading::Date(date, _)) => self.period = Some(date),
            Some(DateReading::Unclear(why, dates)) => {
                self.unsure = Some((words.clone(), why, dates));
            }
            _ => {}
        }
        let marked = date::marked_year(text).or_else(|| date::marked_year(&words));
        self.mark = marked.map(|(_, mark)| mark.to_owned()).filter(|_| self.period.is_some());
    }

    /// Where rows of a header say a year and a part of it: all of them together say the period.
    pub(super) fn part_of_year(&mut self, header: &str) {
        if self.period.as_ref().is_none_or(|period| period.len() != 4) {
            return;
        }
        match head_period::find(header) {
            Some((_, DateReading::Date(date, _))) => self.period = Some(date),
            Some((words, DateReading::Unclear(why, dates))) => {
                (self.period, self.unsure) = (None, Some((words, why, dates)));
            }
            _ => {}
        }
    }

    fn phrases(&mut self, text: &str) {
        let year = |word| match date::marked_year(word) {
            Some((year, mark)) => Some((year, Some(mark))),
            None => date_reading::is_year(word).then_some((word, None)),
        };
        let mut years = words::split(text).into_iter().filter_map(year);
        if self.period.is_none()
            && self.unsure.is_none()
            && let (Some((year, mark)), None) = (years.next(), years.next())
        {
            self.period = Some(year.to_owned());
            self.mark = mark.map(String::from);
        }
        let mut valued = false;
        for phrase in words::phrases(text) {
            let phrase = phrase.as_str();
            self.percent |= words::find("percent", phrase).is_some();
            if self.unit.is_none() && self.unclear.is_none() {
                self.unit = words::unit(phrase);
            }
            if self.scale.is_none() {
                let scale = match phrase {
                    "1000" => Some("3"),
                    "1000000" => Some("6"),
                    _ => words::find("scale", phrase),
                };
                self.scale = scale.and_then(|scale| scale.parse().ok());
            }
            if phrase.chars().count() < 3 {
                if matches!(phrase, "$") && self.unit.is_none() {
                    self.unclear = Some(phrase.to_owned());
                }
                continue;
            }
            if self.part.is_none() {
                self.part = words::find("flow", phrase);
            }
            if self.mark.is_none() && words::is_unsure(phrase) {
                self.mark = Some(phrase.to_owned());
            }
            if self.other.is_none() {
                self.other = words::find("other", phrase);
            }
            valued |= words::find("valued", phrase).is_some();
            let measure = words::find("measure", phrase);
            self.change |= measure == Some("growth");
            if self.measure.is_none() {
                self.measure = measure.map(String::from);
            }
            if self.unclear.is_none() && words::find("unclear", phrase).is_some() {
                self.unclear = Some(phrase.to_owned());
            }
        }
        // Amounts at current prices are no prices.
        if valued && self.is_amount() && self.other == words::find("other", "prices") {
            self.other = None;
        }
    }

    /// What a nearer text says goes before what a farther one says.
    pub(super) fn over(&self, farther: &Context) -> Context {
        let pick =
            |near: &Option<String>, far: &Option<String>| near.clone().or_else(|| far.clone());
        let mut context = Context {
            field: self.field,
            partner: pick(&self.partner, &farther.partner),
            measure: pick(&self.measure, &farther.measure),
            reporter: pick(&self.reporter, &farther.reporter),
            unit: pick(&self.unit, &farther.unit),
            unclear: pick(&self.unclear, &farther.unclear),
            scale: self.scale.or(farther.scale),
            own_unit: self.own_unit || farther.own_unit,
            strange: pick(&self.strange, &farther.strange.clone().filter(|_| self.scale.is_none())),
            period: pick(&self.period, &farther.period),
            month: self.month.or(farther.month),
            mark: pick(&self.mark, &farther.mark),
            // An amount in a table of percentages is none of them.
            percent: self.percent || farther.percent && !self.is_amount(),
            change: self.change || farther.change && !self.is_amount(),
            part: self.part.or(farther.part),
            other: self.other.or(farther
                .other
                .filter(|other| self.measure.is_none() || *other == sayings::PLAN)),
            growth: self.growth.or(farther.growth),
            growth_said: pick(&self.growth_said, &farther.growth_said),
            unsure: self.unsure.clone().or_else(|| farther.unsure.clone()),
        };
        if self.other.is_some() {
            (context.measure, context.change) = (None, false);
        }
        if context.percent && context.change {
            context.measure = Some("growth".into());
        }
        context.join_month();
        context
    }

    /// A year in one row of the header and a month in another are one period.
    fn join_month(&mut self) {
        if let (Some(month), Some(year)) = (self.month, &self.period)
            && year.len() == 4
        {
            self.period = Some(format!("{year}-{month:02}"));
            self.month = None;
        }
    }

    /// Whether a text said anything.
    pub(super) fn is_empty(&self) -> bool {
        *self == Context::default()
    }
}

/// A header that calls values so beside their unit: `value_usd_mln`, `Amount USD million`.
fn value(text: &str) -> Option<&'static str> {
    let words = text.split(['_', ' ']).filter(|word| {
        let groups = ["scale", "multiplier", "unclear"];
        words::unit(word).is_none() && groups.iter().all(|group| words::find(group, word).is_none())
    });
    let rest = words.collect::<Vec<_>>().join(" ");
    words::find("field", &rest).filter(|field| *field == "value")
}

/// A header without its unit: `Value (USD mln)` and `Value, USD` are `Value`.
fn bare(text: &str) -> String {
    let cut = text.find(['(', '[', ',', ';']).unwrap_or(text.len());
    let bare = text[..cut].trim().trim_end_matches(':').trim();
    if bare.is_empty() { text.trim().to_owned() } else { bare.to_owned() }
}
