//! What the card beside a mark says, as text in the reader's language.

use super::speak::{of_several, unsaid};
use super::within::within;
use super::{Telling, describe, evidence, locator, source_link, source_name};
use crate::dataset::{Basis, Citation, Code, Dataset, Entry, Event, Figure, Status};
use crate::locale::{Locale, append, fill, number, sentence};
use crate::reading::{self, DatedValue, Values};
use crate::scene::Focus;

/// Longest list of members; a longer one is no help, and its title has counted them.
const MOST: usize = 200;

/// What is known of one mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What it is about, for example an event's title or a partner's measure.
    pub title: String,
    /// Of an event, its own page.
    pub url: Option<String>,
    /// Partners, kind, status.
    pub context: Option<String>,
    /// As precise as it is known, and whether it is inferred or not stated.
    pub date: Option<String>,
    /// With its qualifier.
    pub value: Option<String>,
    /// "according to Kazakh statistics"
    pub reporter: Option<String>,
    /// What is doubtful, and why; notes.
    pub remarks: Vec<String>,
    /// Records that agree, disagree, stand beside it in time, or are members of the cluster.
    pub related: Vec<Related>,
    /// Where the record stands in its sources.
    pub citations: Vec<Cited>,
}

/// Other records, each to be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// What ties them to the record of the card; empty for the members of a cluster.
    pub heading: String,
    /// One line a record.
    pub lines: Vec<CardLine>,
}

/// A line of the card that may lead to a record.
#[derive(Clone, Debug, PartialEq)]
pub struct CardLine {
    /// What the line says.
    pub text: String,
    /// Empty where the line leads to none.
    pub record: String,
}

/// One citation of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// Publisher, title, date.
    pub name: String,
    /// The source's address on the web, where it has one.
    pub url: Option<String>,
    /// Paragraph and evidence, for a document.
    pub locator: Option<String>,
}

/// The card of a mark; none where the dataset knows none of its records. An event's card tells the
/// values before and after it, of the measure that the chart shows.
pub fn card(telling: Telling, focus: &Focus) -> Option<Card> {
    let Telling { data, locale, .. } = telling;
    let (first, others) = focus.records.split_first()?;
    if focus.cluster {
        let entries: Vec<Entry> = focus.records.iter().filter_map(|id| data.entry(id)).collect();
        return Some(Card {
            title: of_several(data, &entries, locale),
            related: lines(data, String::new(), &focus.records, locale).into_iter().collect(),
            ..Card::default()
        });
    }
    let mut card = of_record(data, first, locale)?;
    if let Some(Entry::Event(event)) = data.entry(first) {
        card.related.extend(promise(telling, event));
        card.related.extend(beside(telling, event));
    }
    if let Some(Entry::Figure(figure)) = data.entry(first) {
        card.related.extend(ends(telling, figure));
    }
    twins(telling, &mut card, first, others);
    Some(card)
}

/// The records that share the mark stand first, each with its own number where it prints another; among
/// those that disagree, where there are such.
fn twins(telling: Telling, card: &mut Card, first: &str, others: &[String]) {
    let Telling { data, locale, .. } = telling;
    let Some(mut same) = lines(data, String::new(), others, locale) else { return };
    for line in &mut same.lines {
        let value = data.entry(&line.record).and_then(|other| describe::value(data, other, locale));
        if value.is_some() && value != card.value {
            line.text = describe::other_report(&line.text, locale);
        }
    }
    match card.related.first_mut() {
        Some(disputed) if data.conflicts_of(first).next().is_some() => {
            same.lines.retain(|twin| disputed.lines.iter().all(|one| one.record != twin.record));
            disputed.lines.splice(..0, same.lines);
        }
        _ => card.related.insert(0, same),
    }
}

fn of_record(data: &Dataset, id: &str, locale: &Locale) -> Option<Card> {
    let entry = data.entry(id)?;
    let record = entry.record();
    let url = if let Entry::Event(event) = entry { event.url.clone() } else { None };
    Some(Card {
        title: describe::title(data, entry, locale),
        url,
        context: describe::context(data, entry, locale, " · "),
        date: describe::when(entry, locale),
        value: describe::value(data, entry, locale),
        reporter: describe::reporter(data, entry, locale),
        remarks: remarks(data, entry, locale),
        related: related(data, entry, locale),
        citations: record.citations.iter().map(|cited| citation(data, cited, locale)).collect(),
    })
}

fn remarks(data: &Dataset, entry: Entry, locale: &Locale) -> Vec<String> {
    let record = entry.record();
    let mut remarks = describe::doubts(data, entry, locale);
    let note = record.note.and_then(|note| data.note(note));
    remarks.extend(note.map(|note| sentence(locale, note.get(locale.language))));
    remarks
}

/// What disagrees with the record, and the other side's statistics of the same.
fn related(data: &Dataset, entry: Entry, locale: &Locale) -> Vec<Related> {
    let record = entry.record();
    let mut all = Vec::new();
    for conflict in data.conflicts_of(&record.id) {
        let mut others = conflict.records.clone();
        others.retain(|id| *id != record.id);
        let note = data.note(conflict.note).map_or("", |note| note.get(locale.language));
        let heading = [locale.words.disagrees, ": ", note].concat();
        let mut found = lines(data, heading, &others, locale);
        // A disagreement may be of several partners: whose value is another's is said.
        for line in found.iter_mut().flat_map(|related| &mut related.lines) {
            let partners = data.entry(&line.record).map(|other| &other.record().partners);
            let other = partners.filter(|partners| **partners != record.partners);
            if let Some(code) = other.and_then(|partners| partners.first()) {
                line.text = of_partner(data, *code, &line.text, locale);
            }
        }
        all.extend(found);
    }
    if let Entry::Figure(figure) = entry {
        let mirrors: Vec<String> =
            data.mirrors(figure).map(|mirror| mirror.record.id.clone()).collect();
        all.extend(lines(data, locale.words.mirror_statistics.into(), &mirrors, locale));
        let heading = [locale.words.same_time, ". ", locale.words.order_not_cause].concat();
        all.extend(lines(data, heading, &within(data, figure), locale));
    }
    all
}

/// Of a growth that stands in the chart as a line: the values at its ends, and their ratio.
fn ends(telling: Telling, figure: &Figure) -> Option<Related> {
    let Telling { data, locale, .. } = telling;
    let (slope, ids) = describe::slope(telling, &figure.record.id)?;
    let ratio = [&*number(locale, slope.ratio, 2), "×"].concat();
    let heading = [&*sentence(locale, locale.words.derived), ": ", &ratio].concat();
    lines(data, heading, &ids, locale)
}

/// What became of a planned event, or what plan an event fulfils.
fn promise(telling: Telling, event: &Event) -> Option<Related> {
    let Telling { data, locale, .. } = telling;
    let date = |event: &Event| {
        describe::when(Entry::Event(event), locale)
            .unwrap_or_else(|| locale.words.date_not_stated.to_owned())
    };
    let kept = |planned: &Event, done: &Event| {
        let values = [("planned", &*date(planned)), ("done", &date(done))];
        fill(locale.words.promise_kept, &values)
    };
    let id = &event.record.id;
    let fulfils = |planned: &&Event| planned.came_true.as_ref() == Some(id);
    let line = if let Some(done) = &event.came_true {
        let Some(Entry::Event(done)) = data.entry(done) else { return None };
        CardLine { text: kept(event, done), record: done.record.id.clone() }
    } else if let Some(planned) = data.events.iter().find(fulfils) {
        CardLine { text: kept(planned, event), record: planned.record.id.clone() }
    } else {
        let last = event.date.and_then(|date| date.last())?;
        let is_past = event.status == Status::Planned && last < data.as_of();
        let text = fill(locale.words.promise_open, &[("planned", &*date(event))]);
        is_past.then_some(CardLine { text, record: String::new() })?
    };
    Some(Related { heading: String::new(), lines: vec![line] })
}

/// The values before and after an event, under the words that order is no cause.
fn beside(telling: Telling, event: &Event) -> Option<Related> {
    let Telling { data, reading, locale } = telling;
    let words = locale.words;
    let mut lines = Vec::new();
    let several = event.record.partners.len() > 1;
    let mut figures = data.all_figures();
    let has_values = figures.any(|(_, figure)| figure.measure == reading.measure);
    for code in &event.record.partners {
        let (mut known, mut ends_of) = (!has_values, Vec::new());
        for values in reading::values(data, *code, reading.measure) {
            let ends = reading::beside(data, &values, event);
            if ends == [None, None] {
                continue;
            }
            known = true;
            let templates =
                [(words.before, words.before_unknown), (words.after, words.after_unknown)];
            for (at, (template, unknown)) in ends.into_iter().zip(templates) {
                let found = at.map(|at| &values.dated[at]);
                let text = found.map_or(unknown.to_owned(), |value| {
                    with_doubt(data, &values, value, template, locale)
                });
                let record = found.map(|value| data.figure(value.figure).record.id.clone());
                ends_of.push((text, record.unwrap_or_default()));
            }
        }
        if !known {
            let unknown = [words.before_unknown, words.after_unknown];
            ends_of.extend(unknown.map(|text| (text.to_owned(), String::new())));
        }
        lines.extend(ends_of.into_iter().map(|(text, record)| {
            let text = if several { of_partner(data, *code, &text, locale) } else { text };
            CardLine { text, record }
        }));
    }
    let heading = words.order_not_cause.to_owned();
    (!lines.is_empty()).then_some(Related { heading, lines })
}

/// "Before: $109 mln (2020, according to Kazakh statistics, inferred); $110 mln (according to …)": a
/// value at a side of an event, how sure it is, and another one of its period.
fn with_doubt(
    data: &Dataset,
    values: &Values,
    value: &DatedValue,
    template: &str,
    locale: &Locale,
) -> String {
    let words = locale.words;
    let said = |value: &DatedValue, mut when: String| {
        let figure = data.figure(value.figure);
        let told = if when.is_empty() { Basis::Stated } else { figure.period_basis };
        let by = describe::reporter(data, Entry::Figure(figure), locale);
        append(&mut when, ", ", &by.filter(|_| figure.reporter.is_some()).unwrap_or_default());
        append(&mut when, ", ", unsaid(value.certainty, told, locale).unwrap_or(""));
        when
    };
    let entry = |value: &DatedValue| Entry::Figure(data.figure(value.figure));
    let amount =
        |value: &DatedValue| describe::value(data, entry(value), locale).unwrap_or_default();
    let when = said(value, describe::when(entry(value), locale).unwrap_or_default());
    let text = fill(template, &[("value", &amount(value)), ("year", &when)]);
    let Some(rival) = reading::rival(values, value, data.meta.reporting) else { return text };
    match said(rival, String::new()) {
        by if rival.reporter == value.reporter || by.is_empty() => {
            fill(words.rival, &[("claim", &text), ("value", &amount(rival))])
        }
        by => [&*text, "; ", &amount(rival), " (", &by, ")"].concat(),
    }
}

fn of_partner(data: &Dataset, code: Code, text: &str, locale: &Locale) -> String {
    let name = data.partner(code).map_or(code.as_str(), |one| one.name.get(locale.language));
    [name, ". ", text].concat()
}

/// A line for each of the records that the dataset knows.
fn lines(data: &Dataset, heading: String, ids: &[String], locale: &Locale) -> Option<Related> {
    let mut lines = Vec::new();
    for id in ids.iter().take(MOST) {
        if let Some(entry) = data.entry(id) {
            lines.push(CardLine { text: describe::line(data, entry, locale), record: id.clone() });
        }
    }
    (!lines.is_empty()).then_some(Related { heading, lines })
}

fn citation(data: &Dataset, cited: &Citation, locale: &Locale) -> Cited {
    let locator = locator(data, cited, locale).map(|mut place| {
        append(&mut place, ": ", &evidence(cited, locale));
        place
    });
    let source = &data.sources[cited.source as usize];
    Cited { name: source_name(source, locale), url: source_link(data, cited), locator }
}
