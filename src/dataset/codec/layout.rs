//! The order of a dataset's numbers: one walk that writes them and reads them.
//!
//! What may be missing is 0, and else one more than itself; words are their place in their list.

use super::super::edtf::{Date, Day, Edtf, Precision};
use super::super::model::{Citation, Code, Dataset, Event, Figure, NoteId, Record, Source};
use super::super::vocabulary::{Unit, Word};
use super::tape::Tape;

/// Visits every number; lists get their lengths, so that their texts can follow.
pub fn walk(data: &mut Dataset, tape: &mut dyn Tape) {
    let mut created = data.meta.created.0 as u32;
    tape.number(&mut created);
    data.meta.created = Day(created as i32);
    code(&mut data.meta.reporting, tape);
    resize(&mut data.meta.versions, tape);
    for version in &mut data.meta.versions {
        let mut date = version.date.0 as u32;
        tape.number(&mut date);
        version.date = Day(date as i32);
    }
    resize(&mut data.sources, tape);
    data.sources.iter_mut().for_each(|one| source(one, tape));
    resize(&mut data.partners, tape);
    data.partners.iter_mut().for_each(|partner| code(&mut partner.code, tape));
    resize(&mut data.notes, tape);
    let counts = Counts { sources: data.sources.len() as u32, notes: data.notes.len() as u32 };
    resize(&mut data.figures, tape);
    data.figures.iter_mut().for_each(|one| figure(one, counts, tape));
    resize(&mut data.events, tape);
    data.events.iter_mut().for_each(|one| event(one, counts, tape));
    resize(&mut data.projects, tape);
    for project in &mut data.projects {
        record(&mut project.record, counts, tape);
        word(&mut project.sector, tape);
        word(&mut project.status, tape);
        date(&mut project.date, tape);
    }
    resize(&mut data.sectors, tape);
    for mention in &mut data.sectors {
        record(&mut mention.record, counts, tape);
        word(&mut mention.sector, tape);
        word(&mut mention.status, tape);
    }
    resize(&mut data.people, tape);
    for person in &mut data.people {
        record(&mut person.record, counts, tape);
        word(&mut person.role, tape);
    }
    resize(&mut data.conflicts, tape);
    for conflict in &mut data.conflicts {
        word(&mut conflict.kind, tape);
        resize(&mut conflict.records, tape);
        conflict.note = NoteId(index(conflict.note.0.into(), counts.notes, tape) as u16);
    }
}

/// How many there are of what records point at.
#[derive(Clone, Copy)]
struct Counts {
    sources: u32,
    notes: u32,
}

fn source(source: &mut Source, tape: &mut dyn Tape) {
    word(&mut source.kind, tape);
    date(&mut source.published, tape);
    word(&mut source.published_basis, tape);
    for part in [&mut source.url, &mut source.file] {
        let mut present = u32::from(part.is_some());
        tape.number(&mut present);
        if present == 1 && part.is_none() {
            *part = Some(String::new());
        }
    }
}

fn figure(figure: &mut Figure, counts: Counts, tape: &mut dyn Tape) {
    record(&mut figure.record, counts, tape);
    word(&mut figure.measure, tape);
    word(&mut figure.qualifier, tape);
    let mut present = u32::from(figure.value.is_some());
    tape.number(&mut present);
    if present == 1 {
        tape.value(figure.value.get_or_insert_default());
    }
    unit(&mut figure.unit, tape);
    date(&mut figure.period, tape);
    word(&mut figure.period_basis, tape);
    let mut reporter = figure.reporter.unwrap_or_default();
    code(&mut reporter, tape);
    figure.reporter = (reporter != Code::default()).then_some(reporter);
    let mut derived = u32::from(figure.derived);
    tape.number(&mut derived);
    figure.derived = derived == 1;
}

fn event(event: &mut Event, counts: Counts, tape: &mut dyn Tape) {
    record(&mut event.record, counts, tape);
    word(&mut event.kind, tape);
    date(&mut event.date, tape);
    word(&mut event.date_basis, tape);
    word(&mut event.status, tape);
}

fn record(record: &mut Record, counts: Counts, tape: &mut dyn Tape) {
    resize(&mut record.partners, tape);
    record.partners.iter_mut().for_each(|partner| code(partner, tape));
    resize(&mut record.citations, tape);
    record.citations.iter_mut().for_each(|one| citation(one, counts, tape));
    word(&mut record.certainty, tape);
    for note in [&mut record.reason, &mut record.note] {
        let at = note.map_or(0, |note| u32::from(note.0) + 1);
        let at = index(at, counts.notes + 1, tape);
        *note = at.checked_sub(1).map(|at| NoteId(at as u16));
    }
}

fn citation(citation: &mut Citation, counts: Counts, tape: &mut dyn Tape) {
    citation.source = index(citation.source.into(), counts.sources, tape) as u16;
    let paragraph = u32::from(citation.paragraph.unwrap_or(0));
    let paragraph = index(paragraph, u32::from(u16::MAX) + 1, tape) as u16;
    citation.paragraph = (paragraph > 0).then_some(paragraph);
    resize(&mut citation.evidence, tape);
}

fn date(date: &mut Option<Edtf>, tape: &mut dyn Tape) {
    let (mut kind, mut from, mut to) = match *date {
        None => (0, Date::default(), Date::default()),
        Some(Edtf::Date(date)) => (1, date, Date::default()),
        Some(Edtf::Interval(Some(from), Some(to))) => (2, from, to),
        Some(Edtf::Interval(Some(from), None)) => (3, from, Date::default()),
        Some(Edtf::Interval(None, to)) => (4, Date::default(), to.unwrap_or_default()),
    };
    tape.number(&mut kind);
    if matches!(kind, 1..=3) {
        point(&mut from, tape);
    }
    if matches!(kind, 2 | 4) {
        point(&mut to, tape);
    }
    *date = match kind {
        0 => None,
        1 => Some(Edtf::Date(from)),
        2 => Some(Edtf::Interval(Some(from), Some(to))),
        3 => Some(Edtf::Interval(Some(from), None)),
        _ => Some(Edtf::Interval(None, Some(to))),
    };
}

fn point(date: &mut Date, tape: &mut dyn Tape) {
    let marks = u32::from(date.approximate) * 2 + u32::from(date.uncertain);
    let mut packed =
        [date.precision as u32 * 4 + marks, date.year as u32, date.month.into(), date.day.into()];
    packed.iter_mut().for_each(|number| tape.number(number));
    let [kind, year, month, day] = packed;
    match Precision::ALL.get(kind as usize / 4) {
        Some(precision) if year < 10_000 && month < 25 && day < 32 => {
            *date = Date {
                year: year as i16,
                month: month as u8,
                day: day as u8,
                precision: *precision,
                approximate: kind & 2 > 0,
                uncertain: kind & 1 > 0,
            };
        }
        _ => tape.fail(),
    }
}

fn unit(unit: &mut Unit, tape: &mut dyn Tape) {
    let mut packed = match *unit {
        Unit::Ratio => 0,
        Unit::Count => 1,
        Unit::Currency([a, b, c]) => u32::from_be_bytes([0, a, b, c]),
    };
    tape.number(&mut packed);
    *unit = match packed {
        0 => Unit::Ratio,
        1 => Unit::Count,
        _ => {
            let [_, a, b, c] = packed.to_be_bytes();
            Unit::Currency([a, b, c])
        }
    };
}

fn code(code: &mut Code, tape: &mut dyn Tape) {
    let mut packed = u32::from(u16::from_be_bytes(code.0));
    tape.number(&mut packed);
    code.0 = (packed as u16).to_be_bytes();
}

/// A number below `count`.
fn index(mut at: u32, count: u32, tape: &mut dyn Tape) -> u32 {
    tape.number(&mut at);
    if at >= count {
        tape.fail();
        return 0;
    }
    at
}

fn word<T: Word>(word: &mut T, tape: &mut dyn Tape) {
    let at = index(word.index() as u32, T::all().len() as u32, tape);
    *word = T::all()[at as usize];
}

fn resize<T: Default>(list: &mut Vec<T>, tape: &mut dyn Tape) {
    let length = tape.length(list.len());
    // A list that grows by itself begins with room for four.
    list.reserve_exact(length.saturating_sub(list.len()));
    list.resize_with(length, T::default);
}
