//! The tables and their columns: what CSV headers, JSON keys and `datapackage.json` agree on.

/// What a cell holds, and at most how many characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text(usize),
    Number,
    Flag,
    /// Separated by one space in CSV.
    Words,
    /// Separated by `|` in CSV.
    Tokens,
    /// A column for each language in CSV (`title_en`), an object in JSON.
    Local(usize),
    /// In CSV the id of a note, or the note itself; in JSON the note's object.
    Note,
}

#[derive(Debug)]
pub(super) struct Column {
    pub name: &'static str,
    pub kind: Kind,
}

/// One table; `name` is the CSV's stem and the JSON key.
#[derive(Debug)]
pub(super) struct Table {
    pub name: &'static str,
    pub columns: &'static [Column],
    /// The columns that a CSV file cannot leave out.
    pub needed: &'static [&'static str],
}

/// The most bytes that a package or a JSON dataset may have.
pub(super) const MAX_BYTES: usize = 32 << 20;
/// The most rows that one table may have.
pub(super) const MAX_ROWS: usize = 200_000;
/// The most terms: they are counted in 16 bits, beside the words that the program knows.
pub(super) const MAX_TERMS: usize = 10_000;
/// The most characters of one word or token in a list, and the most entries.
pub(super) const MAX_TOKEN: usize = 80;
pub(super) const MAX_LIST: usize = 64;

const ID: Kind = Kind::Text(64);
const WORD: Kind = Kind::Text(32);
const URL: Kind = Kind::Text(600);

macro_rules! tables {
    ($($constant:ident = $name:literal needs $needed:tt {
        $($column:literal: $kind:expr),+ $(,)?
    })+) => {$(
        pub(super) static $constant: Table = Table {
            name: $name,
            columns: &[$(Column { name: $column, kind: $kind }),+],
            needed: &$needed,
        };
    )+};
}

tables! {
    TERMS = "terms" needs ["list", "key"] {
        "list": WORD, "key": WORD, "label": Kind::Local(60), "many": Kind::Local(80),
        "shape": WORD, "units": Kind::Words,
    }
    SOURCES = "sources" needs ["id"] {
        "id": ID, "kind": WORD, "publisher": Kind::Text(200), "publishers": Kind::Local(200),
        "title": Kind::Text(300), "title_from": WORD, "published": WORD, "published_basis": WORD, "published_from": WORD,
        "url": URL, "file": Kind::Text(120),
    }
    PARTNERS = "partners" needs ["code"] {
        "code": WORD, "name": Kind::Local(60), "with": Kind::Local(80), "by": Kind::Local(100),
        "color": Kind::Words,
    }
    NOTES = "notes" needs ["id"] { "id": ID, "text": Kind::Local(240) }
    FIGURES = "figures" needs ["partner", "measure"] {
        "id": ID, "partner": Kind::Words, "measure": WORD, "value": Kind::Number, "unit": WORD,
        "qualifier": WORD, "period": WORD, "period_basis": WORD, "reporter": WORD,
        "derived": Kind::Flag, "certainty": WORD, "reason": Kind::Note, "note": Kind::Note,
        "source": Kind::Tokens,
    }
    EVENTS = "events" needs ["partners", "kind"] {
        "id": ID, "partners": Kind::Words, "kind": WORD, "date": WORD, "date_basis": WORD,
        "status": WORD, "certainty": WORD, "reason": Kind::Note, "note": Kind::Note,
        "title": Kind::Local(200), "short": Kind::Local(60), "url": URL, "came_true": ID,
        "source": Kind::Tokens,
    }
    PROJECTS = "projects" needs ["partners", "sector", "status"] {
        "id": ID, "partners": Kind::Words, "sector": WORD, "status": WORD, "date": WORD,
        "certainty": WORD, "reason": Kind::Note, "note": Kind::Note, "title": Kind::Local(100),
        "source": Kind::Tokens,
    }
    SECTORS = "sectors" needs ["partner", "sector", "status"] {
        "id": ID, "partner": Kind::Words, "sector": WORD, "status": WORD, "certainty": WORD,
        "reason": Kind::Note, "note": Kind::Note, "source": Kind::Tokens,
    }
    PEOPLE = "people" needs ["partner", "name", "role"] {
        "id": ID, "partner": Kind::Words, "name": Kind::Text(80), "role": WORD,
        "certainty": WORD, "reason": Kind::Note, "note": Kind::Note, "source": Kind::Tokens,
    }
    CONFLICTS = "conflicts" needs ["records"] {
        "id": ID, "kind": WORD, "records": Kind::Words, "note": Kind::Note,
    }
    ERAS = "eras" needs ["from"] {
        "id": ID, "partners": Kind::Words, "from": WORD, "to": WORD, "name": Kind::Local(60),
    }
    CITATIONS = "citations" needs ["record", "source"] {
        "record": ID, "source": ID, "paragraph": Kind::Number, "evidence": Kind::Tokens,
    }
}

/// All tables; those that others refer to come first.
pub(super) static TABLES: [&Table; 12] = [
    &TERMS, &SOURCES, &PARTNERS, &NOTES, &FIGURES, &EVENTS, &PROJECTS, &SECTORS, &PEOPLE,
    &CONFLICTS, &ERAS, &CITATIONS,
];

impl Table {
    /// The position of a column.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let find = |name| self.columns.iter().position(|column| column.name == name);
        // One partner or several, whatever the kind of record.
        find(name).or_else(|| match name {
            "partner" => find("partners"),
            "partners" => find("partner"),
            _ => None,
        })
    }

    /// Whether its rows are records, which are cited.
    pub(super) fn is_cited(&self) -> bool {
        self.find("certainty").is_some()
    }

    /// The columns' names, as a hint lists them.
    pub(super) fn list(&self) -> String {
        let mut list = String::new();
        for column in self.columns {
            let many = if let Kind::Local(_) = column.kind { "_*" } else { "" };
            let comma = if list.is_empty() { "" } else { ", " };
            list.extend([comma, column.name, many]);
        }
        list
    }
}
