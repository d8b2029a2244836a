//! Builds each kind of record from its row, with the rules that one row can break.

use super::super::edtf::Edtf;
use super::super::model::{
    Code, Conflict, Event, Figure, Partner, Person, Project, Record, SectorMention, Source,
};
use super::super::raw::Cell;
use super::super::terms::{Measure, Unit};
use super::super::vocabulary::{Basis, Certainty, Qualifier, SourceKind, Status};
use super::cells::Row;
use super::{Check, rules};

/// More than any trade of the world, in any currency.
const MAX_VALUE: f64 = 1e15;

impl<'a> Check<'a> {
    pub fn source(&mut self, row: Row<'a>) -> Source {
        let kind: SourceKind = self.word(row, "kind");
        let (published, published_basis) = self.dated(row, "published", "published_basis");
        let source = Source {
            id: self.id(row, "id"),
            kind,
            publisher: self.text(row, "publisher"),
            title: self.optional(row, "title").unwrap_or_default(),
            published,
            published_basis,
            url: self.optional(row, "url"),
            file: self.optional(row, "file"),
        };
        match kind {
            SourceKind::Document if source.file.is_none() => {
                self.fault(row, "file", &rules::NO_FILE, "");
            }
            SourceKind::Publication if source.url.is_none() => {
                self.fault(row, "url", &rules::NO_URL, "");
            }
            _ => {}
        }
        if source.url.as_ref().is_some_and(|url| !is_web_address(url)) {
            self.fault(row, "url", &rules::URL, row.shown("url"));
        }
        let has_path = |file: &String| file.contains(['/', '\\', ':']) || file.starts_with('.');
        if source.file.as_ref().is_some_and(has_path) {
            self.fault(row, "file", &rules::FILE_PATH, row.shown("file"));
        }
        if self.is_future(published) {
            self.fault(row, "published", &rules::PUBLISHED_LATER, "");
        }
        source
    }

    pub fn partner(&mut self, row: Row<'a>) -> Partner {
        let text = self.optional(row, "code").unwrap_or_default();
        let code = Code::parse(&text);
        if code.is_none() && !text.is_empty() {
            self.fault(row, "code", &rules::CODE, &text);
        }
        Partner {
            code: code.unwrap_or_default(),
            name: self.local(row, "name"),
            with: self.local(row, "with"),
            by: self.local(row, "by"),
            color: None,
        }
    }

    pub fn figure(&mut self, row: Row<'a>) -> Figure {
        let record = self.record(row, "partner");
        let measure = self.listed::<Measure>(row, "measure");
        let qualifier = self.word::<Qualifier>(row, "qualifier");
        let value = self.number(row, "value");
        let unit = self.unit(row, measure);
        self.value(row, value, measure, qualifier);
        let (period, period_basis) = self.dated(row, "period", "period_basis");
        if self.is_future(period) {
            self.fault(row, "period", &rules::FUTURE_PERIOD, "");
        }
        Figure {
            record,
            measure,
            value,
            unit,
            qualifier,
            period,
            period_basis,
            reporter: self.reporter(row),
            derived: self.flag(row, "derived"),
        }
    }

    fn unit(&mut self, row: Row, measure: Measure) -> Unit {
        let text = self.optional(row, "unit").unwrap_or_default();
        let Some(unit) = Unit::parse(&text) else {
            let rule = if text.is_empty() { &rules::NO_UNIT } else { &rules::UNKNOWN_UNIT };
            self.fault(row, "unit", rule, &text);
            return Unit::default();
        };
        let fits = match measure {
            Measure::TURNOVER | Measure::EXPORTS | Measure::IMPORTS => {
                matches!(unit, Unit::Currency(_))
            }
            Measure::GROWTH => unit == Unit::Ratio,
            Measure::AGREEMENTS | Measure::DOCUMENTS => unit == Unit::Count,
            _ => true,
        };
        if !fits {
            self.fault(row, "unit", &rules::UNIT_OF_MEASURE, row.shown("measure"));
        }
        unit
    }

    fn value(&mut self, row: Row, value: Option<f64>, measure: Measure, qualifier: Qualifier) {
        let wordless = matches!(qualifier, Qualifier::Rose | Qualifier::Fell);
        let Some(value) = value else {
            if !wordless && row.is_empty("value") {
                self.fault(row, "value", &rules::MISSING_VALUE, "");
            }
            return;
        };
        let counts = matches!(measure, Measure::AGREEMENTS | Measure::DOCUMENTS);
        if wordless {
            self.fault(row, "value", &rules::VALUE_BESIDE, qualifier.as_str());
        }
        if value < 0.0 {
            self.fault(row, "value", &rules::NEGATIVE, row.shown("measure"));
        } else if value > MAX_VALUE {
            self.fault(row, "value", &rules::TOO_LARGE, "");
        } else if measure == Measure::GROWTH && value == 0.0 {
            self.fault(row, "value", &rules::ZERO_GROWTH, "");
        } else if counts && value % 1.0 != 0.0 {
            self.fault(row, "value", &rules::BROKEN_COUNT, "");
        }
    }

    fn reporter(&mut self, row: Row) -> Option<Code> {
        let text = self.optional(row, "reporter")?;
        if text.contains([' ', ',', ';', '/']) {
            self.fault(row, "reporter", &rules::SEVERAL_REPORTERS, &text);
            return None;
        }
        self.country(row, "reporter", &text, &rules::UNKNOWN_REPORTER)
    }

    pub fn event(&mut self, row: Row<'a>) -> Event {
        let (date, date_basis) = self.dated(row, "date", "date_basis");
        let event = Event {
            record: self.record(row, "partners"),
            kind: self.listed(row, "kind"),
            date,
            date_basis,
            status: self.word(row, "status"),
            title: self.local(row, "title"),
            ..Event::default()
        };
        if event.status == Status::Planned && row.is_empty("note") && self.is_past(date) {
            self.fault(row, "date", &rules::PAST_PLAN, "");
        }
        if event.status == Status::Done && self.is_future(date) {
            self.fault(row, "date", &rules::FUTURE_EVENT, "");
        }
        event
    }

    pub fn project(&mut self, row: Row<'a>) -> Project {
        Project {
            record: self.record(row, "partners"),
            sector: self.listed(row, "sector"),
            status: self.word(row, "status"),
            date: self.date(row, "date"),
            title: self.local(row, "title"),
        }
    }

    pub fn sector(&mut self, row: Row<'a>) -> SectorMention {
        SectorMention {
            record: self.record(row, "partner"),
            sector: self.listed(row, "sector"),
            status: self.word(row, "status"),
        }
    }

    pub fn person(&mut self, row: Row<'a>) -> Person {
        Person {
            record: self.record(row, "partner"),
            name: self.text(row, "name"),
            role: self.listed(row, "role"),
        }
    }

    pub fn conflict(&mut self, row: Row<'a>) -> Conflict {
        let records = self.list(row, "records");
        if records.len() < 2 {
            self.fault(row, "records", &rules::FEW_RECORDS, "");
        }
        for id in &records {
            if !id.is_empty() && self.slot(id).is_none() && self.records_whole() {
                self.fault(row, "records", &rules::UNKNOWN_RECORD, id);
            }
        }
        let note = self.note(row, "note");
        if row.is_empty("note") {
            self.fault(row, "note", &rules::NO_CONFLICT_NOTE, "");
        }
        Conflict {
            id: self.id(row, "id"),
            kind: self.word(row, "kind"),
            records,
            note: note.unwrap_or_default(),
        }
    }

    fn record(&mut self, row: Row, partners: &str) -> Record {
        let id = self.optional(row, "id").unwrap_or_default();
        // The second of two records with one id finds an empty list: its id is fault enough.
        let citations = self.slot(&id).and_then(|slot| slot.as_mut().map(core::mem::take));
        if citations.is_none() && !id.is_empty() && self.citations_whole() {
            self.fault(row, "id", &rules::UNCITED, &id);
        }
        let certainty = self.word::<Certainty>(row, "certainty");
        if certainty != Certainty::Stated && row.is_empty("reason") {
            self.fault(row, "reason", &rules::NO_REASON, certainty.as_str());
        }
        Record {
            id,
            partners: self.countries(row, partners),
            citations: citations.unwrap_or_default(),
            certainty,
            reason: self.note(row, "reason"),
            note: self.note(row, "note"),
        }
    }

    fn is_future(&self, date: Option<Edtf>) -> bool {
        let first = date.and_then(|date| date.first());
        first.zip(self.created).is_some_and(|(first, created)| first > created)
    }

    fn is_past(&self, date: Option<Edtf>) -> bool {
        let last = date.and_then(|date| date.last());
        last.zip(self.created).is_some_and(|(last, created)| last < created)
    }

    /// A date with its basis.
    fn dated(&mut self, row: Row, column: &str, basis: &str) -> (Option<Edtf>, Basis) {
        let kind = self.word::<Basis>(row, basis);
        let (empty, named) = (row.is_empty(column), !row.is_empty(basis));
        if named && kind == Basis::None && !empty {
            self.fault(row, basis, &rules::BASIS_NONE, column);
        } else if named && kind != Basis::None && empty {
            self.fault(row, column, &rules::MISSING_DATE, "");
        } else if kind == Basis::Inferred
            && row.table.table.find("reason").is_some()
            && row.is_empty("reason")
            && *row.cell("certainty") == Cell::Text("stated".into())
        {
            self.fault(row, "reason", &rules::NO_REASON_FOR_DATE, column);
        }
        (self.date(row, column), kind)
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\');
    rest.is_some_and(|rest| rest.contains('.') && rest.bytes().all(plain))
}
