//! Values in their units: money by the sign and name that CLDR has for its currency, all else by a
//! label behind the number.

use super::lexicon::Forms;
use super::number::{Magnitude, amount, magnitude_from_million, number, plural_of};
use super::{Locale, fill, growth};
use crate::dataset::{Dataset, Unit};

/// A unit of a package's own for which a language has a pattern: `40%`, `40 %`, `%40`.
const PERCENT: &str = "%";

/// How much room a value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Three significant digits from a million up, for an axis, a label, a sentence: `$4.4 bn`.
    Short,
    /// Every digit up to six decimals of its magnitude, for where a record is read: `$4.3652 bn`.
    Full,
    /// As `Full` for the ear: with its unit in words.
    Aloud,
}

/// A value in its unit. Money has a sign or its code, a ratio reads as growth (`4.9-fold`, `+42%`), a
/// count is a number, and a unit of the package's own follows its number: `1.2 mln t`.
pub fn value(locale: &Locale, data: &Dataset, value: f64, unit: Unit, style: Style) -> String {
    if is_bare(unit) {
        return match unit {
            Unit::Ratio => growth(locale, value),
            _ => number(locale, value, 0),
        };
    }
    let size = value.abs();
    let magnitude = match style {
        Style::Short => magnitude_of_label(size),
        _ if size < 1e6 => Magnitude::Units,
        _ => magnitude_from_million(size),
    };
    if style == Style::Short {
        return value_in(locale, data, value, unit, magnitude);
    }
    let decimals = if magnitude == Magnitude::Units && size >= 0.1 { 2 } else { 6 };
    if let (Style::Aloud, Some(forms)) = (style, forms(locale, magnitude)) {
        let size = value / magnitude.size();
        let form = forms.of(plural_of(locale, size, decimals));
        let n = number(locale, size, decimals);
        let text = fill(form, &[("n", &n), ("currency", name(locale, data, &unit))]);
        return text.trim_end().to_owned();
    }
    let digits = number(locale, size / magnitude.size(), decimals);
    // The name that follows millions follows numbers that govern it likewise.
    let is_named = matches!(unit, Unit::Currency(_)) && magnitude == Magnitude::Units;
    if style == Style::Aloud
        && is_named
        && plural_of(locale, size, decimals) == plural_of(locale, 1e6, 0)
    {
        let minus = if value < 0.0 { locale.table.minus } else { "" };
        return [minus, &digits, "\u{a0}", name(locale, data, &unit)].concat();
    }
    written(locale, data, &digits, value < 0.0, magnitude, unit)
}

/// A value in a given magnitude, with at most three significant digits: the label of an axis' top
/// line.
pub fn value_in(
    locale: &Locale,
    data: &Dataset,
    value: f64,
    unit: Unit,
    magnitude: Magnitude,
) -> String {
    let digits = amount(locale, value.abs(), magnitude);
    written(locale, data, &digits, value < 0.0 && digits != "0", magnitude, unit)
}

/// The unit of an axis in words: "million US dollars"; only the magnitude where values are bare
/// numbers.
pub fn unit_in_words(locale: &Locale, data: &Dataset, magnitude: Magnitude, unit: Unit) -> String {
    let name = match magnitude {
        Magnitude::Units => alone(locale, &unit).unwrap_or_else(|| name(locale, data, &unit)),
        _ => name(locale, data, &unit),
    };
    let text = fill(locale.words.magnitudes[magnitude as usize], &[("currency", name)]);
    text.trim().to_owned()
}

/// What a currency is called where no number governs it, in a language in which that differs.
fn alone(locale: &Locale, unit: &Unit) -> Option<&'static str> {
    let Unit::Currency(code) = unit else { return None };
    locale.named("currency_alone.", str::from_utf8(code).ok()?)
}

/// What the unit is called among others of its kind: "US dollars".
fn name<'a>(locale: &Locale, data: &'a Dataset, unit: &'a Unit) -> &'a str {
    let Unit::Currency(code) = unit else { return label(locale, data, *unit) };
    let code = str::from_utf8(code).unwrap_or_default();
    locale.named("currency_name.", code).unwrap_or(code)
}

/// What says so many of a magnitude; numbers below a million have all their digits.
fn forms(locale: &Locale, magnitude: Magnitude) -> Option<&Forms> {
    match magnitude {
        Magnitude::Units | Magnitude::Thousands => None,
        Magnitude::Millions => Some(&locale.words.millions),
        Magnitude::Billions => Some(&locale.words.billions),
        Magnitude::Trillions => Some(&locale.words.trillions),
    }
}

/// Whether values have no sign and no label.
fn is_bare(unit: Unit) -> bool {
    matches!(unit, Unit::Ratio | Unit::Count)
}

/// What stands behind the number of a unit that is no currency.
fn label<'a>(locale: &Locale, data: &'a Dataset, unit: Unit) -> &'a str {
    data.unit_term(unit).map_or("", |term| term.label.get(locale.language))
}

/// 999.6 million has four digits once it is rounded: it is 1 billion.
fn magnitude_of_label(size: f64) -> Magnitude {
    let magnitude = if size < 999_999.5 { Magnitude::Units } else { magnitude_from_million(size) };
    if magnitude == Magnitude::Units || size / magnitude.size() < 999.5 {
        return magnitude;
    }
    Magnitude::ALL[(magnitude as usize + 1).min(Magnitude::ALL.len() - 1)]
}

/// `digits` are the number without its sign, in the magnitude.
fn written(
    locale: &Locale,
    data: &Dataset,
    digits: &str,
    negative: bool,
    magnitude: Magnitude,
    unit: Unit,
) -> String {
    let table = locale.table;
    let pattern = match magnitude as usize {
        0 => table.currency,
        power => table.compact[power - 1],
    };
    let minus = if negative { table.minus } else { "" };
    let Unit::Currency(code) = &unit else {
        // The pattern of money without its sign.
        let text = fill(pattern, &[("n", digits), ("c", "")]);
        let text = [minus, text.trim()].concat();
        let label = label(locale, data, unit);
        if label == PERCENT {
            return fill(table.percent, &[("n", &text)]);
        }
        return if label.is_empty() { text } else { [&*text, "\u{a0}", label].concat() };
    };
    let code = str::from_utf8(code).unwrap_or("¤");
    let sign = locale.named("sign.", code).unwrap_or(code);
    // A sign that ends in a letter and stands before its number needs a space.
    let is_word = sign.ends_with(|last: char| last.is_ascii_alphabetic());
    let spaced = if is_word && pattern.starts_with("{c}{n}") { "\u{a0}" } else { "" };
    let text = fill(pattern, &[("n", &[spaced, digits].concat()), ("c", sign)]);
    [minus, &text].concat()
}
