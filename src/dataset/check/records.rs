//! Builds each kind of record from its row, with the rules that one row can break.

use super::super::code::Code;
use super::super::edtf::{Date, Day, Edtf};
use super::super::model::{
    Citation, Conflict, Era, Event, Figure, Partner, Person, Project, Record, SectorMention, Source,
};
use super::super::raw::Cell;
use super::super::terms::Measure;
use super::super::vocabulary::{Basis, Certainty, ConflictKind, Qualifier, SourceKind, Status};
use super::cells::Row;
use super::web::is_web_address;
use super::{Check, rules};

impl<'a> Check<'a> {
    pub(super) fn source(&mut self, row: Row<'a>) -> Source {
        let (published, published_basis) = self.dated(row, "published", "published_basis");
        let file = self.optional(row, "file");
        let default = if file.is_some() { SourceKind::Document } else { SourceKind::Publication };
        let kind = self.word_or(row, "kind", default);
        let source = Source {
            id: self.id(row, "id"),
            kind,
            publisher: self.optional(row, "publisher").unwrap_or_default(),
            publishers: self.optional_local(row, "publishers"),
            title: self.optional(row, "title").unwrap_or_default(),
            title_from: self.word_if(row, "title_from"),
            published,
            published_basis,
            published_from: self.word_if(row, "published_from"),
            url: self.optional(row, "url"),
            file,
        };
        if source.publisher.is_empty() && source.title.is_empty() && row.is_empty("publisher") {
            self.fault(row, "publisher", &rules::MISSING, "");
        }
        match kind {
            SourceKind::Document if source.file.is_none() => {
                self.fault(row, "file", &rules::NO_FILE, "");
            }
            SourceKind::Publication if source.url.is_none() => {
                self.fault(row, "url", &rules::NO_URL, "");
            }
            _ => {}
        }
        self.web_address(row, "url");
        let has_path = |file: &String| file.contains(['/', '\\', ':']) || file.starts_with('.');
        if source.file.as_ref().is_some_and(has_path) {
            self.fault(row, "file", &rules::FILE_PATH, row.shown("file"));
        }
        if self.is_future(published) {
            self.fault(row, "published", &rules::PUBLISHED_LATER, "");
        }
        source
    }

    fn web_address(&mut self, row: Row, column: &str) {
        if let Cell::Text(url) = row.cell(column)
            && !is_web_address(url)
        {
            self.fault(row, column, &rules::URL, url);
        }
    }

    pub(super) fn partner(&mut self, row: Row<'a>) -> Partner {
        let text = self.optional(row, "code").unwrap_or_default();
        let code = Code::parse(&text);
        if code.is_none() && !text.is_empty() {
            self.fault(row, "code", &rules::CODE, &text);
        }
        let name = self.optional_local(row, "name");
        // CLDR has the names of countries.
        if name.is_empty() && code.is_some_and(|code| !code.is_country()) {
            self.fault(row, "name", &rules::MISSING_LOCAL, "");
        }
        Partner {
            code: code.unwrap_or_default(),
            name,
            with: self.optional_local(row, "with"),
            by: self.optional_local(row, "by"),
            color: self.color(row),
        }
    }

    pub(super) fn figure(&mut self, row: Row<'a>) -> Figure {
        let record = self.record(row, "partner");
        let measure = self.listed::<Measure>(row, "measure");
        let qualifier = self.word_or(row, "qualifier", Qualifier::Exact);
        let value = self.number(row, "value");
        let unit = self.unit(row, measure);
        self.value(row, value, (measure, unit), qualifier);
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

    fn reporter(&mut self, row: Row) -> Option<Code> {
        let text = self.optional(row, "reporter")?;
        if text.contains([' ', ',', ';', '/']) {
            self.fault(row, "reporter", &rules::SEVERAL_REPORTERS, &text);
            return None;
        }
        self.country(row, "reporter", &text, &rules::UNKNOWN_REPORTER)
    }

    pub(super) fn event(&mut self, row: Row<'a>) -> Event {
        let (date, date_basis) = self.dated(row, "date", "date_basis");
        let is_ahead = after(date, self.created.or(self.raw.today));
        let default = if is_ahead { Status::Planned } else { Status::Done };
        let event = Event {
            record: self.record(row, "partners"),
            kind: self.listed(row, "kind"),
            date,
            date_basis,
            status: self.word_or(row, "status", default),
            title: self.local(row, "title"),
            short: self.optional_local(row, "short"),
            url: self.optional(row, "url"),
            came_true: self.optional(row, "came_true"),
        };
        self.web_address(row, "url");
        let told = !row.is_empty("note") || event.came_true.is_some();
        if event.status == Status::Planned && !told && self.is_past(date) {
            self.fault(row, "date", &rules::PAST_PLAN, "");
        }
        if event.status == Status::Done && self.is_future(date) {
            self.fault(row, "date", &rules::FUTURE_EVENT, "");
        }
        event
    }

    pub(super) fn project(&mut self, row: Row<'a>) -> Project {
        Project {
            record: self.record(row, "partners"),
            sector: self.listed(row, "sector"),
            status: self.word(row, "status"),
            date: self.date(row, "date"),
            title: self.local(row, "title"),
        }
    }

    pub(super) fn sector(&mut self, row: Row<'a>) -> SectorMention {
        SectorMention {
            record: self.record(row, "partner"),
            sector: self.listed(row, "sector"),
            status: self.word(row, "status"),
        }
    }

    pub(super) fn person(&mut self, row: Row<'a>) -> Person {
        Person {
            record: self.record(row, "partner"),
            name: self.text(row, "name"),
            role: self.listed(row, "role"),
        }
    }

    pub(super) fn conflict(&mut self, row: Row<'a>) -> Conflict {
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
            id: self.id_of(row),
            kind: self.word_or(row, "kind", ConflictKind::Value),
            records,
            note: note.unwrap_or_default(),
        }
    }

    pub(super) fn era(&mut self, row: Row<'a>) -> Era {
        let id = match row.is_empty("id") {
            true => ["eras-", &(row.row + 1).to_string()].concat(),
            false => self.id(row, "id"),
        };
        if row.is_empty("from") {
            self.fault(row, "from", &rules::MISSING, "");
        }
        let [from, to] = ["from", "to"].map(|column| self.end(row, column));
        if let (Some(from), Some(to)) = (from, to)
            && to.last() < from.first()
        {
            self.fault(row, "to", &rules::BACKWARDS, "");
        }
        let partners =
            if row.is_empty("partners") { Vec::new() } else { self.countries(row, "partners") };
        let name = self.local(row, "name");
        Era { id, partners, period: Some(Edtf::Interval(from, to)), name }
    }

    /// One end of an era.
    fn end(&mut self, row: Row, column: &str) -> Option<Date> {
        match self.date(row, column)? {
            Edtf::Date(date) => Some(date),
            Edtf::Interval(..) => {
                self.fault(row, column, &rules::ONE_DATE, row.shown(column));
                None
            }
        }
    }

    fn record(&mut self, row: Row, partners: &str) -> Record {
        let id = self.id_of(row);
        let citations = self.cited_by(row, &id);
        let certainty = self.word_or(row, "certainty", Certainty::Stated);
        if certainty != Certainty::Stated && row.is_empty("reason") {
            self.fault(row, "reason", &rules::NO_REASON, certainty.as_str());
        }
        Record {
            id,
            partners: self.countries(row, partners),
            citations,
            certainty,
            reason: self.note(row, "reason"),
            note: self.note(row, "note"),
        }
    }

    /// What the table of citations has for a record, then what it names itself, else the default.
    fn cited_by(&mut self, row: Row, id: &str) -> Vec<Citation> {
        // The second of two records with one id finds an empty list: its id is fault enough.
        let listed = self.slot(id).and_then(|slot| slot.as_mut().map(core::mem::take));
        let is_listed = listed.is_some();
        let mut citations = listed.unwrap_or_default();
        self.cite_own(row, &mut citations);
        if !is_listed && row.is_empty("source") && self.citations_whole() {
            match self.default_source {
                Some(source) => {
                    citations.push(Citation { source, paragraph: None, evidence: Vec::new() });
                }
                None => self.fault(row, "id", &rules::UNCITED, id),
            }
        }
        citations
    }

    fn is_future(&self, date: Option<Edtf>) -> bool {
        after(date, self.created)
    }

    fn is_past(&self, date: Option<Edtf>) -> bool {
        let last = date.and_then(|date| date.last());
        last.zip(self.created).is_some_and(|(last, created)| last < created)
    }

    /// A date with its basis, which is stated where a date is given without one.
    fn dated(&mut self, row: Row, column: &str, basis: &str) -> (Option<Edtf>, Basis) {
        let (empty, named) = (row.is_empty(column), !row.is_empty(basis));
        let default = if empty { Basis::None } else { Basis::Stated };
        let kind = self.word_or(row, basis, default);
        let stated = matches!(row.table.table.find("certainty"), Some(at)
            if !matches!(&row.table.rows[row.row].cells[at], Cell::Text(text) if text != "stated"));
        if named && kind == Basis::None && !empty {
            self.fault(row, basis, &rules::BASIS_NONE, column);
        } else if named && kind != Basis::None && empty {
            self.fault(row, column, &rules::MISSING_DATE, "");
        } else if kind == Basis::Inferred && stated && row.is_empty("reason") {
            self.fault(row, "reason", &rules::NO_REASON_FOR_DATE, column);
        }
        (self.date(row, column), kind)
    }
}

/// Whether a date begins later than a day; not where one of them is unknown.
fn after(date: Option<Edtf>, day: Option<Day>) -> bool {
    let first = date.and_then(|date| date.first());
    first.zip(day).is_some_and(|(first, day)| first > day)
}
