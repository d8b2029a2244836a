//! Units and values of figures.

use super::super::terms::{Measure, Unit};
use super::super::vocabulary::{List, Qualifier};
use super::cells::{Row, meant};
use super::codes::{CURRENCIES, is_listed, is_slip};
use super::{Check, rules};

/// More than any trade of the world, in any currency.
const MAX_VALUE: f64 = 1e15;
/// Less than anything that is counted or paid.
const MIN_VALUE: f64 = 1e-6;

impl Check<'_> {
    /// The unit of a figure; where its measure has but one, it may be left out.
    pub(super) fn unit(&mut self, row: Row, measure: Measure) -> Unit {
        let implied = match (measure, self.units_of(measure)) {
            (Measure::GROWTH, _) => Some(Unit::Ratio),
            (Measure::AGREEMENTS | Measure::DOCUMENTS, _) => Some(Unit::Count),
            (_, [one]) => Some(*one),
            _ => None,
        };
        let Some(text) = self.optional(row, "unit") else {
            if implied.is_none() && row.is_empty("unit") {
                self.fault(row, "unit", &rules::NO_UNIT, "");
            }
            return implied.unwrap_or_default();
        };
        let Some(unit) = self.known_unit(row, "unit", &text) else { return Unit::default() };
        let fits = match measure {
            Measure::TURNOVER | Measure::EXPORTS | Measure::IMPORTS => {
                matches!(unit, Unit::Currency(_))
            }
            Measure::GROWTH => unit == Unit::Ratio,
            Measure::AGREEMENTS | Measure::DOCUMENTS => unit == Unit::Count,
            own => self.units_of(own).is_empty() || self.units_of(own).contains(&unit),
        };
        if !fits {
            self.fault(row, "unit", &rules::UNIT_OF_MEASURE, row.shown("measure"));
        }
        unit
    }

    /// A currency, `ratio`, `count`, or a unit of the package's own.
    pub(super) fn known_unit(&mut self, row: Row, column: &str, text: &str) -> Option<Unit> {
        let known = match Unit::parse(text) {
            Some(Unit::Currency(code)) => {
                is_listed(text, CURRENCIES).then_some(Unit::Currency(code))
            }
            Some(unit) => Some(unit),
            None => self.own_term(List::Unit, text).map(|at| Unit::Own(at as u16)),
        };
        if known.is_none() && self.unlisted > 0 {
            self.fault(row, column, &rules::UNKNOWN_UNIT, text);
        } else if known.is_none() {
            let own = self.terms.iter().filter(|term| term.list == List::Unit);
            let own = own.map(|term| term.key.as_str());
            let currencies = CURRENCIES.split(' ');
            let currencies = currencies.filter(|code| text.len() > 3 || is_slip(text, code));
            let near = meant(text, currencies.chain(["ratio", "count"]).chain(own));
            self.fault(row, column, &rules::UNKNOWN_UNIT, text);
            self.mend_hint([&*near, rules::UNKNOWN_UNIT.hint].concat());
        }
        known
    }

    pub(super) fn value(
        &mut self,
        row: Row,
        value: Option<f64>,
        (measure, unit): (Measure, Unit),
        qualifier: Qualifier,
    ) {
        let wordless = matches!(qualifier, Qualifier::Rose | Qualifier::Fell);
        let Some(value) = value else {
            if !wordless && row.is_empty("value") {
                self.fault(row, "value", &rules::MISSING_VALUE, "");
            }
            return;
        };
        if wordless {
            self.fault(row, "value", &rules::VALUE_BESIDE, qualifier.as_str());
        }
        if value < 0.0 {
            self.fault(row, "value", &rules::NEGATIVE, row.shown("measure"));
        } else if value > MAX_VALUE {
            self.fault(row, "value", &rules::TOO_LARGE, "");
        } else if value > 0.0 && value < MIN_VALUE {
            self.fault(row, "value", &rules::TOO_SMALL, "");
        } else if measure == Measure::GROWTH && value == 0.0 {
            self.fault(row, "value", &rules::ZERO_GROWTH, "");
        } else if unit == Unit::Count && value % 1.0 != 0.0 {
            self.fault(row, "value", &rules::BROKEN_COUNT, "");
        }
    }
}
