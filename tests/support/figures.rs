//! Figures made for a test.

use bilateral::dataset::{
    Basis, Certainty, Citation, Code, Dataset, Date, Edtf, Figure, Measure, Precision, Qualifier,
    Record, Unit,
};

pub(crate) const PARTNER: Code = Code::new(*b"KZ");
pub(crate) const OWN: Option<Code> = Some(Code::new(*b"AZ"));
pub(crate) const THEIRS: Option<Code> = Some(PARTNER);

/// A dataset with no other figures, and no events.
pub(crate) fn only(figures: Vec<Figure>) -> Dataset {
    Dataset { figures, events: Vec::new(), conflicts: Vec::new(), ..Dataset::embedded() }
}

/// A month, or with month 0 a year.
pub(crate) fn month(year: i16, month: u8) -> Date {
    let precision = if month == 0 { Precision::Year } else { Precision::Month };
    Date { year, month, day: 0, precision, approximate: false, uncertain: false }
}

/// A turnover of a full year, each from a source of its own.
pub(crate) fn turnover(year: i16, value: f64, reporter: Option<Code>) -> Figure {
    let source = (year as u32 % 100) + (value as u32 % 10);
    Figure {
        record: Record {
            id: format!("f{year}{value}"),
            partners: vec![PARTNER],
            citations: vec![Citation { source, paragraph: None, evidence: Vec::new() }],
            certainty: Certainty::Stated,
            reason: None,
            note: None,
        },
        measure: Measure::TURNOVER,
        value: Some(value * 1e6),
        unit: Unit::Currency(*b"USD"),
        qualifier: Qualifier::Exact,
        period: Some(Edtf::Date(month(year, 0))),
        period_basis: Basis::Stated,
        reporter,
        derived: false,
    }
}
