//! A dataset as JSON: what [`from_json`](super::from_json) reads back as an equal one.

use super::super::code::Code;
use super::super::edtf::{Date, Day, Edtf, Precision};
use super::super::language::{Language, LocalText};
use super::super::model::{
    Citation, Colors, Conflict, Dataset, Era, Event, Figure, Meta, NoteId, Partner, Person,
    Project, Record, SectorMention, Source,
};
use super::super::query::Entry;
use super::super::terms::{Term, Unit};
use super::super::value::Value;
use super::super::vocabulary::{PublishedFrom, TitleFrom};
use super::FORMAT;
use super::object::Object;
use super::sums::{is_computed, published};

/// The contract's JSON form.
pub fn to_json(data: &Dataset) -> Value {
    let all: Vec<Entry> = data.entries().filter(|entry| !is_computed(entry.record())).collect();
    form(data, &all, &data.sources)
}

/// The same of some records, or of what they are the sums of, with the sources that they cite and the conflicts among them.
pub fn to_json_of(data: &Dataset, entries: &[Entry]) -> Value {
    let entries = &published(data, entries)[..];
    let mut sources = Vec::new();
    for (at, source) in data.sources.iter().enumerate() {
        let cites = |one: &Citation| one.source as usize == at;
        if entries.iter().any(|entry| entry.record().citations.iter().any(cites)) {
            sources.push(source.clone());
        }
    }
    form(data, entries, &sources)
}

fn form(data: &Dataset, entries: &[Entry], sources: &[Source]) -> Value {
    // In the order of the tables of records.
    let mut tables = [const { Vec::new() }; 5];
    for entry in entries {
        let (table, value) = match entry {
            Entry::Figure(one) => (0, figure(data, one)),
            Entry::Event(one) => (1, event(data, one)),
            Entry::Project(one) => (2, project(data, one)),
            Entry::Sector(one) => (3, sector(data, one)),
            Entry::Person(one) => (4, person(data, one)),
        };
        tables[table].push(value);
    }
    let is_in = |id: &String| entries.iter().any(|entry| entry.record().id == *id);
    let among = data.conflicts.iter().filter(|one| one.records.iter().all(is_in));
    let conflicts = among.map(|one| conflict(data, one)).collect();
    let mut object = Object::new()
        .text("format", FORMAT)
        .put("meta", meta(&data.meta))
        .list("sources", sources, source)
        .list("partners", &data.partners, partner);
    if !data.terms.is_empty() {
        object = object.list("terms", &data.terms, |one| term(data, one));
    }
    for (name, table) in
        ["figures", "events", "projects", "sectors", "people"].into_iter().zip(tables)
    {
        object = object.put(name, Value::List(table));
    }
    object = object.put("conflicts", Value::List(conflicts));
    if !data.eras.is_empty() {
        object = object.list("eras", &data.eras, era);
    }
    object.done()
}

fn meta(meta: &Meta) -> Value {
    let mut object = Object::new().text("name", &meta.name).text("title", &meta.title);
    if !meta.titles.is_empty() {
        object = object.put("titles", local(&meta.titles));
    }
    if !meta.version.is_empty() {
        object = object.text("version", &meta.version);
    }
    if let Some(created) = meta.created {
        object = object.text("created", &day(created));
    }
    object
        .text("reporting", meta.reporting.as_str())
        .text("license", &meta.license)
        .list("languages", &meta.languages, |one| Value::Text(one.code().into()))
        .list("versions", &meta.versions, |one| {
            Object::new()
                .text("version", &one.version)
                .text("date", &day(one.date))
                .put("note", local(&one.note))
                .done()
        })
        .done()
}

fn day(day: Day) -> String {
    let (year, month, day) = day.civil();
    Edtf::Date(Date {
        year: year as i16,
        month: month as u8,
        day: day as u8,
        precision: Precision::Day,
        approximate: false,
        uncertain: false,
    })
    .print()
}

fn source(source: &Source) -> Value {
    let mut object = Object::new()
        .text("id", &source.id)
        .text("kind", source.kind.as_str())
        .text("publisher", &source.publisher)
        .text("title", &source.title)
        .put("published", date(source.published))
        .text("published_basis", source.published_basis.as_str());
    let rest = [
        ("title_from", source.title_from.map(TitleFrom::as_str)),
        ("published_from", source.published_from.map(PublishedFrom::as_str)),
        ("url", source.url.as_deref()),
        ("file", source.file.as_deref()),
    ];
    for (key, value) in rest {
        if let Some(value) = value {
            object = object.text(key, value);
        }
    }
    if !source.publishers.is_empty() {
        object = object.put("publishers", local(&source.publishers));
    }
    object.done()
}

fn partner(partner: &Partner) -> Value {
    let object = Object::new()
        .text("code", partner.code.as_str())
        .put("name", local(&partner.name))
        .put("with", local(&partner.with))
        .put("by", local(&partner.by));
    match partner.color {
        Some(Colors { light, dark }) => {
            object.list("color", &[light, dark], |color| Value::Text(spell(*color))).done()
        }
        None => object.done(),
    }
}

/// `#1f77b4`
fn spell(color: u32) -> String {
    let digit = |at: u32| char::from_digit(color >> (4 * at) & 15, 16).unwrap_or('0');
    ["#".to_owned(), [5, 4, 3, 2, 1, 0].map(digit).iter().collect()].concat()
}

fn term(data: &Dataset, term: &Term) -> Value {
    let mut object = Object::new()
        .text("list", term.list.as_str())
        .text("key", &term.key)
        .put("label", local(&term.label));
    if !term.many.is_empty() {
        object = object.put("many", local(&term.many));
    }
    if let Some(shape) = term.shape {
        object = object.text("shape", shape.as_str());
    }
    if !term.units.is_empty() {
        let key = |unit: &Unit| Value::Text(data.unit_key(unit).into());
        object = object.list("units", &term.units, key);
    }
    object.done()
}

fn era(era: &Era) -> Value {
    let (from, to) = match era.period {
        Some(Edtf::Interval(from, to)) => (from, to),
        Some(Edtf::Date(date)) => (Some(date), Some(date)),
        None => (None, None),
    };
    let mut object = Object::new().text("id", &era.id);
    if !era.partners.is_empty() {
        object = object.list("partners", &era.partners, code);
    }
    object
        .put("from", date(from.map(Edtf::Date)))
        .put("to", date(to.map(Edtf::Date)))
        .put("name", local(&era.name))
        .done()
}

fn figure(data: &Dataset, figure: &Figure) -> Value {
    record(data, &figure.record)
        .text("measure", data.measure_key(figure.measure))
        .put("value", figure.value.map_or(Value::Null, Value::Number))
        .text("unit", data.unit_key(&figure.unit))
        .text("qualifier", figure.qualifier.as_str())
        .put("period", date(figure.period))
        .text("period_basis", figure.period_basis.as_str())
        .put("reporter", figure.reporter.as_ref().map_or(Value::Null, code))
        .put("derived", Value::Flag(figure.derived))
        .done()
}

fn event(data: &Dataset, event: &Event) -> Value {
    let mut object = record(data, &event.record)
        .text("kind", data.kind_key(event.kind))
        .put("date", date(event.date))
        .text("date_basis", event.date_basis.as_str())
        .text("status", event.status.as_str())
        .put("title", local(&event.title));
    if !event.short.is_empty() {
        object = object.put("short", local(&event.short));
    }
    for (key, value) in [("url", &event.url), ("came_true", &event.came_true)] {
        if let Some(value) = value {
            object = object.text(key, value);
        }
    }
    object.done()
}

fn project(data: &Dataset, project: &Project) -> Value {
    let object = record(data, &project.record)
        .put("title", local(&project.title))
        .text("sector", data.sector_key(project.sector))
        .text("status", project.status.as_str());
    match project.date {
        Some(_) => object.put("date", date(project.date)).done(),
        None => object.done(),
    }
}

fn sector(data: &Dataset, mention: &SectorMention) -> Value {
    record(data, &mention.record)
        .text("sector", data.sector_key(mention.sector))
        .text("status", mention.status.as_str())
        .done()
}

fn person(data: &Dataset, person: &Person) -> Value {
    record(data, &person.record)
        .text("name", &person.name)
        .text("role", data.role_key(person.role))
        .done()
}

fn conflict(data: &Dataset, conflict: &Conflict) -> Value {
    Object::new()
        .text("id", &conflict.id)
        .text("kind", conflict.kind.as_str())
        .list("records", &conflict.records, |id| Value::Text(id.clone()))
        .put("note", note(data, conflict.note))
        .done()
}

/// What every record knows; its kind adds the rest.
fn record(data: &Dataset, record: &Record) -> Object {
    let object = Object::new().text("id", &record.id);
    let mut object = match record.partners.as_slice() {
        [one] => object.put("partner", code(one)),
        several => object.list("partners", several, code),
    };
    object = object
        .list("citations", &record.citations, |one| citation(data, one))
        .text("certainty", record.certainty.as_str());
    for (key, id) in [("reason", record.reason), ("note", record.note)] {
        if let Some(id) = id {
            object = object.put(key, note(data, id));
        }
    }
    object
}

fn citation(data: &Dataset, citation: &Citation) -> Value {
    let source = data.sources.get(citation.source as usize);
    Object::new()
        .text("source", source.map_or("", |source| &source.id))
        .put("paragraph", citation.paragraph.map_or(Value::Null, |at| Value::Number(at.into())))
        .list("evidence", &citation.evidence, |token| Value::Text(token.clone()))
        .done()
}

fn note(data: &Dataset, id: NoteId) -> Value {
    data.note(id).map_or(Value::Null, local)
}

/// The languages that it has.
fn local(text: &LocalText) -> Value {
    let pair =
        |(language, text): (Language, &str)| (language.code().into(), Value::Text(text.into()));
    Value::Object(text.iter().map(pair).collect())
}

fn date(date: Option<Edtf>) -> Value {
    date.map_or(Value::Null, |date| Value::Text(date.print()))
}

fn code(code: &Code) -> Value {
    Value::Text(code.as_str().into())
}
