//! Builds each kind of record from its row, with the rules that one row can break.

use super::super::edtf::Edtf;
use super::super::model::{
    Code, Conflict, Event, Figure, Partner, Person, Project, Record, SectorMention, Source,
};
use super::super::raw::Cell;
use super::super::vocabulary::{
    Basis, Certainty, ConflictKind, EventKind, Measure, Qualifier, Role, Sector, SourceKind,
    Status, Unit,
};
use super::Check;
use super::cells::Row;

/// More than any trade of the world, in any currency.
const MAX_VALUE: f64 = 1e15;

impl<'a> Check<'a> {
    pub fn source(&mut self, row: Row<'a>) -> Source {
        let kind = SourceKind::ALL[self.word(row, "kind", SourceKind::WORDS)];
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
                self.fault(row, "file", &["document without a file"], "name the document's file");
            }
            SourceKind::Publication if source.url.is_none() => {
                self.fault(row, "url", &["publication without a URL"], "give its address");
            }
            _ => {}
        }
        if let Some(url) = &source.url
            && !is_web_address(url)
        {
            self.fault(
                row,
                "url",
                &["URL \"", url, "\" that is not http or https"],
                "give a web address",
            );
        }
        if let Some(file) = &source.file
            && (file.contains(['/', '\\', ':']) || file.starts_with('.'))
        {
            self.fault(row, "file", &["file \"", file, "\" with a path"], "give the name alone");
        }
        if self.is_future(published) {
            let hint = "check the date of publication and the package's date";
            self.fault(row, "published", &["published after the dataset was made"], hint);
        }
        source
    }

    pub fn partner(&mut self, row: Row<'a>) -> Partner {
        let text = self.optional(row, "code").unwrap_or_default();
        let code = Code::parse(&text);
        if code.is_none() && !text.is_empty() {
            let hint = "use an ISO 3166-1 alpha-2 code: two capital letters";
            self.fault(row, "code", &["partner code \"", &text, "\" is not two capitals"], hint);
        }
        Partner {
            code: code.unwrap_or_default(),
            name: self.local(row, "name"),
            with: self.local(row, "with"),
            by: self.local(row, "by"),
        }
    }

    pub fn figure(&mut self, row: Row<'a>) -> Figure {
        let record = self.record(row, "partner");
        let measure = Measure::ALL[self.word(row, "measure", Measure::WORDS)];
        let qualifier = Qualifier::ALL[self.word(row, "qualifier", Qualifier::WORDS)];
        let value = self.number(row, "value");
        let unit = self.unit(row, measure);
        self.value(row, value, measure, qualifier);
        let (period, period_basis) = self.dated(row, "period", "period_basis");
        if self.is_future(period) {
            let hint = "a figure is reported after its period began";
            self.fault(row, "period", &["period that lies in the future"], hint);
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
            let hint = "use an ISO 4217 code such as USD, ratio or count";
            if text.is_empty() {
                self.fault(row, "unit", &["value without unit"], hint);
            } else {
                self.fault(row, "unit", &["unknown unit \"", &text, "\""], hint);
            }
            return Unit::USD;
        };
        let fits = match measure {
            Measure::Turnover | Measure::Exports | Measure::Imports => {
                matches!(unit, Unit::Currency(_))
            }
            Measure::Growth => unit == Unit::Ratio,
            Measure::Agreements | Measure::Documents => unit == Unit::Count,
        };
        if !fits {
            let hint =
                "trade is in a currency, growth is a ratio, agreements and documents a count";
            self.fault(row, "unit", &[measure.as_str(), " in the unit ", &text], hint);
        }
        unit
    }

    fn value(&mut self, row: Row, value: Option<f64>, measure: Measure, qualifier: Qualifier) {
        let wordless = matches!(qualifier, Qualifier::Rose | Qualifier::Fell);
        let Some(value) = value else {
            if !wordless && row.is_empty("value") {
                let hint = "give the value, or use rose or fell where none is known";
                self.fault(row, "value", &["missing value"], hint);
            }
            return;
        };
        if wordless {
            let hint = "leave the value empty, or say exact, about, more-than, almost or up-to";
            self.fault(row, "value", &["value beside ", qualifier.as_str()], hint);
        }
        if value < 0.0 {
            self.fault(row, "value", &["negative ", measure.as_str()], "values are zero or more");
        } else if value > MAX_VALUE {
            self.fault(
                row,
                "value",
                &["value above 10^15"],
                "check the unit; the trade of the world is smaller",
            );
        } else if measure == Measure::Growth && value == 0.0 {
            let hint = "growth is the new value over the old: 1.4 for 40 percent more";
            self.fault(row, "value", &["growth of zero"], hint);
        } else if matches!(measure, Measure::Agreements | Measure::Documents) && value % 1.0 != 0.0
        {
            self.fault(row, "value", &["count that is not whole"], "count whole things");
        }
    }

    fn reporter(&mut self, row: Row) -> Option<Code> {
        let text = self.optional(row, "reporter")?;
        if text.contains([' ', ',', ';', '/']) {
            let hint = "make one record for each reporter";
            self.fault(row, "reporter", &["several reporters \"", &text, "\""], hint);
            return None;
        }
        self.country(row, "reporter", &text)
    }

    pub fn event(&mut self, row: Row<'a>) -> Event {
        let (date, date_basis) = self.dated(row, "date", "date_basis");
        let event = Event {
            record: self.record(row, "partners"),
            kind: EventKind::ALL[self.word(row, "kind", EventKind::WORDS)],
            date,
            date_basis,
            status: Status::ALL[self.word(row, "status", Status::WORDS)],
            title: self.local(row, "title"),
        };
        if event.status == Status::Planned && row.is_empty("note") && self.is_past(date) {
            let hint = "say in a note what became of it, or change its status";
            self.fault(row, "date", &["planned event in the past"], hint);
        }
        if event.status == Status::Done && self.is_future(date) {
            self.fault(
                row,
                "date",
                &["done event in the future"],
                "it is planned, or its date is wrong",
            );
        }
        event
    }

    pub fn project(&mut self, row: Row<'a>) -> Project {
        Project {
            record: self.record(row, "partners"),
            sector: Sector::ALL[self.word(row, "sector", Sector::WORDS)],
            status: Status::ALL[self.word(row, "status", Status::WORDS)],
            date: self.date(row, "date"),
            title: self.local(row, "title"),
        }
    }

    pub fn sector(&mut self, row: Row<'a>) -> SectorMention {
        SectorMention {
            record: self.record(row, "partner"),
            sector: Sector::ALL[self.word(row, "sector", Sector::WORDS)],
            status: Status::ALL[self.word(row, "status", Status::WORDS)],
        }
    }

    pub fn person(&mut self, row: Row<'a>) -> Person {
        Person {
            record: self.record(row, "partner"),
            name: self.text(row, "name"),
            role: Role::ALL[self.word(row, "role", Role::WORDS)],
        }
    }

    pub fn conflict(&mut self, row: Row<'a>) -> Conflict {
        let records = self.list(row, "records");
        if records.len() < 2 {
            let hint = "name the two or more records that disagree";
            self.fault(row, "records", &["conflict of fewer than two records"], hint);
        }
        for id in &records {
            if !id.is_empty() && !self.is_record(id) && self.records_whole() {
                self.fault(row, "records", &["unknown record \"", id, "\""], "mend the id");
            }
        }
        let note = self.note(row, "note");
        if row.is_empty("note") {
            self.fault(row, "note", &["conflict without a note"], "say how the records disagree");
        }
        Conflict {
            id: self.id(row, "id"),
            kind: ConflictKind::ALL[self.word(row, "kind", ConflictKind::WORDS)],
            records,
            note: note.unwrap_or_default(),
        }
    }

    fn record(&mut self, row: Row, partners: &str) -> Record {
        let id = self.optional(row, "id").unwrap_or_default();
        let citations = self.citations.get_mut(&id).map(core::mem::take);
        if citations.is_none() && !id.is_empty() && self.citations_whole() {
            let hint = "cite at least one source in the table citations";
            self.fault(row, "id", &["record \"", &id, "\" without a citation"], hint);
        }
        let certainty = Certainty::ALL[self.word(row, "certainty", Certainty::WORDS)];
        if certainty != Certainty::Stated && row.is_empty("reason") {
            let hint = "point at a note that says why";
            self.fault(row, "reason", &[certainty.as_str(), " without a reason"], hint);
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
        let kind = Basis::ALL[self.word(row, basis, Basis::WORDS)];
        let (empty, named) = (row.is_empty(column), !row.is_empty(basis));
        if named && kind == Basis::None && !empty {
            self.fault(row, basis, &[column, " with the basis none"], "say stated or inferred");
        } else if named && kind != Basis::None && empty {
            self.fault(
                row,
                column,
                &["missing ", column],
                "give it, or say that its basis is none",
            );
        } else if kind == Basis::Inferred
            && row.table.table.find("reason").is_some()
            && row.is_empty("reason")
            && *row.cell("certainty") == Cell::Text("stated".into())
        {
            let hint = "point at a note that says why";
            self.fault(row, "reason", &["inferred ", column, " without a reason"], hint);
        }
        (self.date(row, column), kind)
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\');
    rest.is_some_and(|rest| rest.contains('.') && rest.bytes().all(plain))
}
