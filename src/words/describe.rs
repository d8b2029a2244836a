//! A record in words: what, when as precisely as known, how much, and by whose statistics.

use super::Telling;
use super::few::few;
use crate::dataset::{Certainty, Dataset, Entry, Figure, Measure, Status, Unit};
use crate::locale::{self, Locale, Style, append, date_as, fill, number, sentence};
use crate::reading::Slope;

/// "Trade with Kazakhstan", or an event's own title.
pub fn title(data: &Dataset, entry: Entry, locale: &Locale) -> String {
    match entry {
        Entry::Figure(figure) => {
            let partner = figure.record.partners.first().and_then(|code| data.partner(*code));
            let measure = locale::measure(locale, data, figure.measure);
            let Some(partner) = partner else { return measure };
            let subject = locale::subject(locale, figure.measure, partner);
            subject.unwrap_or_else(|| [&*measure, ", ", partner.name.get(locale.language)].concat())
        }
        Entry::Event(event) => event.title.get(locale.language).to_owned(),
        Entry::Project(project) => project.title.get(locale.language).to_owned(),
        Entry::Sector(mention) => sentence(locale, locale.sector(data, mention.sector)),
        Entry::Person(person) => person.name.clone(),
    }
}

/// "Kazakhstan · treaty · planned", with ` · ` as `between`; a figure's title says it already.
pub fn context(data: &Dataset, entry: Entry, locale: &Locale, between: &str) -> Option<String> {
    let words = locale.words;
    let (what, status) = match entry {
        Entry::Figure(_) => return None,
        Entry::Event(event) => (locale.kind(data, event.kind), Some(event.status)),
        Entry::Project(project) => (locale.sector(data, project.sector), Some(project.status)),
        Entry::Sector(mention) => ("", Some(mention.status)),
        Entry::Person(person) => (locale.role(data, person.role), None),
    };
    let partners = entry.record().partners.iter().filter_map(|code| data.partner(*code));
    let names: Vec<&str> = partners.map(|partner| partner.name.get(locale.language)).collect();
    let mut text = few(&names, between, locale);
    append(&mut text, between, what);
    // That an event took place goes without saying; of a sector it is what the record is about.
    let told = status.filter(|status| *status != Status::Done || what.is_empty());
    append(&mut text, between, told.map_or("", |status| words.status(status)));
    Some(text).filter(|text| !text.is_empty())
}

/// The date or period as precise as it is known; what is inferred or not stated says so.
pub fn when(entry: Entry, locale: &Locale) -> Option<String> {
    let words = locale.words;
    let (at, basis, status) = match entry {
        Entry::Figure(figure) => {
            (figure.period, words.period_basis(figure.period_basis), Status::Done)
        }
        Entry::Event(event) => (event.date, words.date_basis(event.date_basis), event.status),
        Entry::Project(project) => (project.date, None, project.status),
        Entry::Sector(_) | Entry::Person(_) => return None,
    };
    let mut text = at.map_or(String::new(), |at| date_as(locale, &at, status));
    append(&mut text, ", ", basis.unwrap_or(""));
    Some(text).filter(|text| !text.is_empty())
}

/// The line that a growth stands for in the chart, and the records at its ends.
pub(super) fn slope<'a>(telling: Telling<'a>, growth: &str) -> Option<(&'a Slope, [String; 2])> {
    let Telling { data, reading, .. } = telling;
    for plot in reading.bands.iter().flat_map(|band| &band.plots) {
        for slope in &plot.slopes {
            if data.figure(slope.claim).record.id == growth {
                let id = |end: usize| data.figure(plot.dated[end].figure).record.id.clone();
                return Some((slope, [id(slope.from), id(slope.to)]));
            }
        }
    }
    None
}

/// The value in its unit with its qualifier; "rose" or "fell" where there is none.
pub fn value(data: &Dataset, entry: Entry, locale: &Locale) -> Option<String> {
    amount(data, entry, locale, Style::Full)
}

/// As [`value`], for the ear.
pub(super) fn value_aloud(data: &Dataset, entry: Entry, locale: &Locale) -> Option<String> {
    amount(data, entry, locale, Style::Aloud)
}

fn amount(data: &Dataset, entry: Entry, locale: &Locale, style: Style) -> Option<String> {
    let Entry::Figure(figure) = entry else { return None };
    let value = figure.value.map(|value| match figure.unit {
        Unit::Ratio if figure.measure != Measure::GROWTH => number(locale, value, 2),
        unit => locale::value(locale, data, value, unit, style),
    });
    let template = locale.words.qualifier(figure.qualifier);
    Some(fill(template, &[("value", value.as_deref().unwrap_or(""))]))
}

/// "according to Kazakh statistics", or of money and ratios that the figure does not say whose they
/// are.
pub fn reporter(data: &Dataset, entry: Entry, locale: &Locale) -> Option<String> {
    let Entry::Figure(figure) = entry else { return None };
    let named = figure.reporter.and_then(|code| data.partner(code));
    match named {
        Some(partner) => Some(partner.by.get(locale.language).to_owned()),
        None if matches!(figure.unit, Unit::Currency(_) | Unit::Ratio) => {
            Some(locale.words.statistics_not_named.to_owned())
        }
        None => None,
    }
}

/// What is inferred, ambiguous or computed, with the reason.
pub(super) fn doubts(data: &Dataset, entry: Entry, locale: &Locale) -> Vec<String> {
    let words = locale.words;
    let record = entry.record();
    let mut doubts = Vec::new();
    if matches!(entry, Entry::Figure(Figure { derived: true, .. })) {
        doubts.push(sentence(locale, words.derived));
    }
    let reason = record
        .reason
        .and_then(|reason| data.note(reason))
        .map(|reason| reason.get(locale.language));
    let mut why = String::new();
    if record.certainty != Certainty::Stated {
        why = sentence(locale, words.certainty(record.certainty));
    }
    append(&mut why, ": ", reason.unwrap_or(""));
    if !why.is_empty() {
        doubts.push(sentence(locale, &why));
    }
    doubts
}

/// Whether the source states it, else why it is doubtful; and what there is to note.
pub fn certainty(data: &Dataset, entry: Entry, locale: &Locale) -> String {
    let record = entry.record();
    let mut text = String::new();
    for doubt in doubts(data, entry, locale) {
        append(&mut text, ". ", &doubt);
    }
    if text.is_empty() {
        text = sentence(locale, locale.words.certainty(record.certainty));
    }
    let note = record.note.and_then(|note| data.note(note));
    let note = note.map_or(String::new(), |note| sentence(locale, note.get(locale.language)));
    append(&mut text, ". ", &note);
    text
}

/// "Another report says $460 mln": the second half of the sentence that names two.
pub(super) fn other_report(value: &str, locale: &Locale) -> String {
    let text = fill(locale.words.rival, &[("claim", ""), ("value", value)]);
    sentence(locale, text.trim_start_matches([';', ' ']))
}

/// One line for a list: an event's title and date, a figure's value, period and reporter; of a
/// sector how far matters have come.
pub fn line(data: &Dataset, entry: Entry, locale: &Locale) -> String {
    let mut text = match entry {
        Entry::Figure(_) => value(data, entry, locale).unwrap_or_default(),
        Entry::Sector(mention) => {
            let status = locale.words.status(mention.status);
            [&title(data, entry, locale), ", ", status].concat()
        }
        _ => title(data, entry, locale),
    };
    for part in [when(entry, locale), reporter(data, entry, locale)] {
        append(&mut text, ", ", &part.unwrap_or_default());
    }
    text
}
