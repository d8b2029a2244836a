//! All records as one flat CSV table with their sources, for spreadsheets.
//!
//! RFC 4180: comma, CRLF, quotes where they are needed; another separator and a byte-order mark for
//! spreadsheets that want them. What a spreadsheet would take for a formula gets an apostrophe in
//! front, also behind what parts cells elsewhere; numbers stand as they are.

use super::decimal::decimal;
use super::language::Language;
use super::model::{Citation, Dataset, NoteId, Record};
use super::query::Entry;

const HEADER: [&str; 23] = [
    "table",
    "id",
    "partners",
    "kind",
    "title",
    "value",
    "unit",
    "qualifier",
    "date",
    "date_basis",
    "reporter",
    "derived",
    "status",
    "certainty",
    "reason",
    "note",
    "source",
    "publisher",
    "reference",
    "paragraph_and_evidence",
    "url",
    "came_true",
    "title_from",
];

/// How the table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between two cells: a comma, or what a spreadsheet of the reader's country
    /// expects.
    pub separator: char,
    /// Whether a byte-order mark comes first, by which Excel knows UTF-8.
    pub mark: bool,
}

impl Default for Dialect {
    fn default() -> Dialect {
        Dialect { separator: ',', mark: false }
    }
}

/// One row for each entry, in the table's language where texts have several; several citations
/// stand in one cell, separated by ` | `.
pub fn to_csv(data: &Dataset, entries: &[Entry], language: Language, dialect: Dialect) -> String {
    let mut out = String::from(if dialect.mark { "\u{FEFF}" } else { "" });
    push_row(&HEADER.map(String::from), dialect.separator, &mut out);
    for entry in entries {
        push_row(&row(data, *entry, language), dialect.separator, &mut out);
    }
    out
}

fn row(data: &Dataset, entry: Entry, language: Language) -> [String; 23] {
    let record = entry.record();
    let own = own(data, entry, language);
    let partners: Vec<_> = record.partners.iter().map(|code| code.as_str()).collect();
    let note = |id: Option<NoteId>| {
        let text = id.and_then(|id| data.note(id));
        text.map(|text| harmless(text.get(language))).unwrap_or_default()
    };
    let source = |citation: &Citation| &data.sources[citation.source as usize];
    [
        table(entry).into(),
        record.id.clone(),
        partners.join(" "),
        own.kind.into(),
        harmless(own.title),
        own.value,
        own.unit.into(),
        own.qualifier.into(),
        own.date,
        own.basis.into(),
        own.reporter.into(),
        own.derived.into(),
        own.status.into(),
        record.certainty.as_str().into(),
        note(record.reason),
        note(record.note),
        cited(record, |one| source(one).title.clone()),
        cited(record, |one| source(one).publisher_in(language).to_owned()),
        cited(record, |one| {
            let source = source(one);
            source.url.as_ref().or(source.file.as_ref()).cloned().unwrap_or_default()
        }),
        cited(record, |one| match one.paragraph {
            Some(at) => [at.to_string(), ": ".into(), one.evidence.join("; ")].concat(),
            None => String::new(),
        }),
        harmless(own.url),
        own.came_true.into(),
        cited(record, |one| source(one).title_from.map_or("", |from| from.as_str()).to_owned()),
    ]
}

/// What only some kinds of record have.
#[derive(Default)]
struct Own<'a> {
    kind: &'a str,
    title: &'a str,
    value: String,
    unit: &'a str,
    qualifier: &'a str,
    date: String,
    basis: &'a str,
    reporter: &'a str,
    derived: &'a str,
    status: &'a str,
    url: &'a str,
    came_true: &'a str,
}

fn own<'a>(data: &'a Dataset, entry: Entry<'a>, language: Language) -> Own<'a> {
    let mut own = Own::default();
    match entry {
        Entry::Figure(figure) => {
            own.kind = data.measure_key(figure.measure);
            own.value = figure.value.map(decimal).unwrap_or_default();
            own.unit = data.unit_key(&figure.unit);
            own.qualifier = figure.qualifier.as_str();
            own.date = figure.period.map(|period| period.print()).unwrap_or_default();
            own.basis = figure.period_basis.as_str();
            own.reporter = figure.reporter.as_ref().map_or("", |code| code.as_str());
            own.derived = if figure.derived { "true" } else { "false" };
        }
        Entry::Event(event) => {
            own.kind = data.kind_key(event.kind);
            own.title = event.title.get(language);
            own.date = event.date.map(|date| date.print()).unwrap_or_default();
            own.basis = event.date_basis.as_str();
            own.status = event.status.as_str();
            own.url = event.url.as_deref().unwrap_or_default();
            own.came_true = event.came_true.as_deref().unwrap_or_default();
        }
        Entry::Project(project) => {
            own.kind = data.sector_key(project.sector);
            own.title = project.title.get(language);
            own.date = project.date.map(|date| date.print()).unwrap_or_default();
            own.status = project.status.as_str();
        }
        Entry::Sector(mention) => {
            own.kind = data.sector_key(mention.sector);
            own.status = mention.status.as_str();
        }
        Entry::Person(person) => {
            own.kind = data.role_key(person.role);
            own.title = &person.name;
        }
    }
    own
}

fn table(entry: Entry) -> &'static str {
    match entry {
        Entry::Figure(_) => "figures",
        Entry::Event(_) => "events",
        Entry::Project(_) => "projects",
        Entry::Sector(_) => "sectors",
        Entry::Person(_) => "people",
    }
}

fn cited(record: &Record, one: impl Fn(&Citation) -> String) -> String {
    let texts: Vec<_> = record.citations.iter().map(one).collect();
    if texts.iter().all(String::is_empty) { String::new() } else { harmless(&texts.join(" | ")) }
}

/// Spreadsheets run what begins with these, in its own cell or in one that they make of it where
/// they take another sign for what parts cells; a text never needs to.
fn harmless(text: &str) -> String {
    let mut harmless = String::new();
    let mut at_start = true;
    for char in text.chars() {
        if at_start
            && matches!(char, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
        {
            harmless.push('\'');
        }
        // Spaces and quotes before a formula do not keep it from running.
        at_start = matches!(char, ',' | ';' | '\t' | '|' | '\n' | '\r')
            || at_start && matches!(char, ' ' | '"' | '\u{A0}');
        harmless.push(char);
    }
    harmless
}

fn push_row(cells: &[String], separator: char, out: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(separator);
        }
        if cell.contains([separator, ',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}
