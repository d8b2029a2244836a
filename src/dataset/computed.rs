//! Turnover that no source states, as the sum of the exports and the imports that one does.

use super::model::{Citation, Dataset, Figure, Record};
use super::order::{key, sorted_by_key};
use super::terms::Measure;
use super::vocabulary::{Basis, Certainty, Qualifier};

impl Dataset {
    /// Sums exports and imports of one partner, reporter, period and unit where each has one value and
    /// turnover none. A sum is marked as derived, cites what both cite, and is as sure as the less sure
    /// of them. Called once a dataset is whole.
    pub(super) fn compute(&mut self) {
        self.computed.clear();
        let exports = in_order(&self.figures, Measure::EXPORTS);
        let imports = in_order(&self.figures, Measure::IMPORTS);
        if exports.is_empty() || imports.is_empty() {
            return;
        }
        let turnovers = in_order(&self.figures, Measure::TURNOVER);
        for &(key, at) in &exports {
            let export = &self.figures[at];
            let same = |list: &[(i64, usize)], unit: bool| -> Vec<usize> {
                let from = list.partition_point(|(other, _)| *other < key);
                let alike = list[from..].iter().take_while(|(other, _)| *other == key);
                let alike = alike.map(|(_, at)| *at);
                alike.filter(|at| is_alike(export, &self.figures[*at], unit)).collect()
            };
            if same(&exports, true).len() != 1 || !same(&turnovers, false).is_empty() {
                continue;
            }
            if let [import] = same(&imports, true)[..] {
                self.computed.extend(sum(export, &self.figures[import]));
            }
        }
    }
}

/// The figures of a measure with a value and a period, by a number that is the same for the same
/// first day, partners and reporter.
fn in_order(figures: &[Figure], measure: Measure) -> Vec<(i64, usize)> {
    let mut keys = Vec::new();
    for (at, figure) in figures.iter().enumerate() {
        let start = figure.period.and_then(|period| period.first());
        if let (Some(start), Some(_), true) = (start, figure.value, figure.measure == measure) {
            let mut hash: u32 = 0x811C_9DC5;
            for code in figure.record.partners.iter().chain(&figure.reporter) {
                for byte in code.letters() {
                    hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
                }
            }
            keys.push((key(start.0, (hash >> 1) as i32), at));
        }
    }
    sorted_by_key(keys, |(key, _)| *key)
}

fn is_alike(one: &Figure, other: &Figure, unit: bool) -> bool {
    one.period == other.period
        && one.reporter == other.reporter
        && one.record.partners == other.record.partners
        && (!unit || one.unit == other.unit)
}

/// None where either is a bound, or is itself computed: its sum would say more than it knows.
fn sum(export: &Figure, import: &Figure) -> Option<Figure> {
    let qualifier = match (export.qualifier, import.qualifier) {
        (Qualifier::Exact, Qualifier::Exact) => Qualifier::Exact,
        (Qualifier::Exact | Qualifier::About, Qualifier::Exact | Qualifier::About) => {
            Qualifier::About
        }
        _ => return None,
    };
    if export.derived || import.derived {
        return None;
    }
    let mut citations: Vec<Citation> = export.record.citations.clone();
    for citation in &import.record.citations {
        if !citations.contains(citation) {
            citations.push(citation.clone());
        }
    }
    let less_sure = |one: Certainty, other: Certainty| if one > other { one } else { other };
    let is_inferred = [export, import].iter().any(|one| one.period_basis == Basis::Inferred);
    Some(Figure {
        record: Record {
            // No id of a package has this sign.
            id: [&*export.record.id, "~", &import.record.id].concat(),
            partners: export.record.partners.clone(),
            citations,
            certainty: less_sure(export.record.certainty, import.record.certainty),
            reason: export.record.reason.or(import.record.reason),
            note: None,
        },
        measure: Measure::TURNOVER,
        value: Some(export.value? + import.value?),
        unit: export.unit,
        qualifier,
        period: export.period,
        period_basis: if is_inferred { Basis::Inferred } else { export.period_basis },
        reporter: export.reporter,
        derived: true,
    })
}
