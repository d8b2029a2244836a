//! The order of a dataset's numbers: one walk that writes them and reads them.
//!
//! What may be missing is 0, and else one more than itself; words are their place in their list.

use super::super::code::Code;
use super::super::edtf::{Date, Day, Edtf, Precision};
use super::super::model::{
    Citation, Colors, Dataset, Event, Figure, NoteId, Partner, Record, Source,
};
use super::super::terms::{Listed, Term, Unit};
use super::super::vocabulary::{List, Word};
use super::tape::Tape;

/// Visits every number; lists get their lengths, so that their texts can follow.
pub(super) fn walk(data: &mut Dataset, tape: &mut dyn Tape) {
    let mut created = data.meta.created.map_or(i32::MIN, |day| day.0) as u32;
    tape.number(&mut created);
    data.meta.created = Some(Day(created as i32)).filter(|day| day.0 != i32::MIN);
    code(&mut data.meta.reporting, tape);
    resize(&mut data.meta.versions, tape);
    for version in &mut data.meta.versions {
        let mut date = version.date.0 as u32;
        tape.number(&mut date);
        version.date = Day(date as i32);
    }
    resize(&mut data.terms, tape);
    data.terms.iter_mut().for_each(|one| term(one, tape));
    resize(&mut data.sources, tape);
    data.sources.iter_mut().for_each(|one| source(one, tape));
    resize(&mut data.partners, tape);
    data.partners.iter_mut().for_each(|one| partner(one, tape));
    resize(&mut data.notes, tape);
    let known = &Known {
        sources: data.sources.len() as u32,
        notes: data.notes.len() as u32,
        terms: data.terms.iter().map(|term| term.list).collect(),
    };
    for term in &mut data.terms {
        resize(&mut term.units, tape);
        term.units.iter_mut().for_each(|one| unit(one, known, tape));
    }
    records(data, known, tape);
    resize(&mut data.conflicts, tape);
    for conflict in &mut data.conflicts {
        word(&mut conflict.kind, tape);
        resize(&mut conflict.records, tape);
        conflict.note = NoteId(index(conflict.note.0, known.notes, tape));
    }
    resize(&mut data.eras, tape);
    for era in &mut data.eras {
        codes(&mut era.partners, tape);
        date(&mut era.period, tape);
    }
}

fn records(data: &mut Dataset, known: &Known, tape: &mut dyn Tape) {
    resize(&mut data.figures, tape);
    data.figures.iter_mut().for_each(|one| figure(one, known, tape));
    resize(&mut data.events, tape);
    data.events.iter_mut().for_each(|one| event(one, known, tape));
    resize(&mut data.projects, tape);
    for project in &mut data.projects {
        record(&mut project.record, known, tape);
        listed(&mut project.sector, known, tape);
        word(&mut project.status, tape);
        date(&mut project.date, tape);
    }
    resize(&mut data.sectors, tape);
    for mention in &mut data.sectors {
        record(&mut mention.record, known, tape);
        listed(&mut mention.sector, known, tape);
        word(&mut mention.status, tape);
    }
    resize(&mut data.people, tape);
    for person in &mut data.people {
        record(&mut person.record, known, tape);
        listed(&mut person.role, known, tape);
    }
}

/// What records point at: how many sources and notes, and which lists the terms belong to.
struct Known {
    sources: u32,
    notes: u32,
    terms: Vec<List>,
}

fn source(source: &mut Source, tape: &mut dyn Tape) {
    word(&mut source.kind, tape);
    date(&mut source.published, tape);
    word(&mut source.published_basis, tape);
    present_word(&mut source.title_from, tape);
    present_word(&mut source.published_from, tape);
    present(&mut source.url, tape);
    present(&mut source.file, tape);
}

/// Whether there is one; what it is follows.
fn present<T: Default>(part: &mut Option<T>, tape: &mut dyn Tape) {
    let mut present = u32::from(part.is_some());
    tape.number(&mut present);
    if present == 1 {
        part.get_or_insert_default();
    }
}

fn present_word<T: Word + Default>(part: &mut Option<T>, tape: &mut dyn Tape) {
    present(part, tape);
    part.iter_mut().for_each(|part| word(part, tape));
}

fn partner(partner: &mut Partner, tape: &mut dyn Tape) {
    code(&mut partner.code, tape);
    present(&mut partner.color, tape);
    if let Some(Colors { light, dark }) = &mut partner.color {
        tape.number(light);
        tape.number(dark);
    }
}

fn term(term: &mut Term, tape: &mut dyn Tape) {
    word(&mut term.list, tape);
    present_word(&mut term.shape, tape);
}

fn figure(figure: &mut Figure, known: &Known, tape: &mut dyn Tape) {
    record(&mut figure.record, known, tape);
    listed(&mut figure.measure, known, tape);
    word(&mut figure.qualifier, tape);
    present(&mut figure.value, tape);
    if let Some(value) = &mut figure.value {
        tape.value(value);
    }
    unit(&mut figure.unit, known, tape);
    date(&mut figure.period, tape);
    word(&mut figure.period_basis, tape);
    let mut reporter = figure.reporter.unwrap_or_default();
    code(&mut reporter, tape);
    figure.reporter = (reporter != Code::default()).then_some(reporter);
    let mut derived = u32::from(figure.derived);
    tape.number(&mut derived);
    figure.derived = derived == 1;
}

fn event(event: &mut Event, known: &Known, tape: &mut dyn Tape) {
    record(&mut event.record, known, tape);
    listed(&mut event.kind, known, tape);
    date(&mut event.date, tape);
    word(&mut event.date_basis, tape);
    word(&mut event.status, tape);
    present(&mut event.url, tape);
    present(&mut event.came_true, tape);
}

fn record(record: &mut Record, known: &Known, tape: &mut dyn Tape) {
    codes(&mut record.partners, tape);
    resize(&mut record.citations, tape);
    record.citations.iter_mut().for_each(|one| citation(one, known, tape));
    word(&mut record.certainty, tape);
    for note in [&mut record.reason, &mut record.note] {
        let at = index(note.map_or(0, |note| note.0 + 1), known.notes + 1, tape);
        *note = at.checked_sub(1).map(NoteId);
    }
}

fn citation(citation: &mut Citation, known: &Known, tape: &mut dyn Tape) {
    citation.source = index(citation.source, known.sources, tape);
    let paragraph = index(citation.paragraph.unwrap_or(0), 1 << 31, tape);
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

fn unit(unit: &mut Unit, known: &Known, tape: &mut dyn Tape) {
    const OWN: u32 = 1 << 24;
    let mut packed = match *unit {
        Unit::Ratio => 0,
        Unit::Count => 1,
        Unit::Currency([a, b, c]) => u32::from_be_bytes([0, a, b, c]),
        Unit::Own(at) => OWN + u32::from(at),
    };
    tape.number(&mut packed);
    *unit = match packed {
        0 => Unit::Ratio,
        1 => Unit::Count,
        2..OWN => {
            let [_, a, b, c] = packed.to_be_bytes();
            Unit::Currency([a, b, c])
        }
        _ => Unit::Own(packed as u16),
    };
    if let Unit::Own(at) = unit
        && known.terms.get(usize::from(*at)) != Some(&List::Unit)
    {
        tape.fail();
        *unit = Unit::Count;
    }
}

fn codes(codes: &mut Vec<Code>, tape: &mut dyn Tape) {
    resize(codes, tape);
    codes.iter_mut().for_each(|one| code(one, tape));
}

/// A country's two letters are one number; of a longer code the others follow.
fn code(code: &mut Code, tape: &mut dyn Tape) {
    let mut letters = code.letters();
    let mut packed = u32::from_be_bytes([0, 0, letters[0], letters[1]]);
    packed = packed << 1 | u32::from(letters[2] > 0);
    tape.number(&mut packed);
    [_, _, letters[0], letters[1]] = (packed >> 1).to_be_bytes();
    for letter in letters[2..].iter_mut().filter(|_| packed & 1 == 1) {
        let mut number = u32::from(*letter);
        tape.number(&mut number);
        *letter = number as u8;
    }
    *code = Code::new(letters);
    if *code != Code::default() && Code::parse(code.as_str()) != Some(*code) {
        tape.fail();
    }
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

/// A word of an open list.
fn listed<T: Listed>(word: &mut T, known: &Known, tape: &mut dyn Tape) {
    let count = T::WORDS.len() + known.terms.len();
    let at = index(word.index() as u32, count as u32, tape) as usize;
    if at >= T::WORDS.len() && known.terms[at - T::WORDS.len()] != T::LIST {
        tape.fail();
        *word = T::at(0);
    } else {
        *word = T::at(at);
    }
}

fn resize<T: Default>(list: &mut Vec<T>, tape: &mut dyn Tape) {
    let length = tape.length(list.len());
    // A list that grows by itself begins with room for four.
    list.reserve_exact(length.saturating_sub(list.len()));
    list.resize_with(length, T::default);
}
