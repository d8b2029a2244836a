//! Numbers and ratios as a language writes them.
//!
//! Rounding is to the nearest, halves away from zero, as the decimal number reads: 1.005 to two
//! decimals is 1.01. Values are finite; core's float printing
//! is not used, because it costs kilobytes.

use super::lexicon::{Plural, category};
use super::{Locale, fill};

/// The unit that the labels of one axis share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Magnitude {
    /// All digits.
    Units,
    /// In 10^3.
    Thousands,
    /// In 10^6.
    Millions,
    /// In 10^9.
    Billions,
    /// In 10^12.
    Trillions,
}

impl Magnitude {
    pub(super) const ALL: [Magnitude; 5] = [
        Magnitude::Units,
        Magnitude::Thousands,
        Magnitude::Millions,
        Magnitude::Billions,
        Magnitude::Trillions,
    ];

    /// The magnitude in which an axis up to `max` is labelled. Below a million all digits are shown, as
    /// the short form of money has no word for thousands.
    pub fn of(max: f64) -> Magnitude {
        match max.abs() {
            size if size < 1e6 => Magnitude::Units,
            size => magnitude_from_million(size),
        }
    }

    /// How many units it is.
    pub fn size(self) -> f64 {
        [1.0, 1e3, 1e6, 1e9, 1e12][self as usize]
    }
}

pub(super) fn magnitude_from_million(size: f64) -> Magnitude {
    match size {
        size if size < 1e9 => Magnitude::Millions,
        size if size < 1e12 => Magnitude::Billions,
        _ => Magnitude::Trillions,
    }
}

/// The number, grouped, with at most `decimals` (0 to 9) decimals and no trailing zeros.
pub fn number(locale: &Locale, value: f64, decimals: u8) -> String {
    if value.abs() >= LARGE {
        return large(locale, value);
    }
    let (negative, scaled) = rounded(value, decimals);
    let mut text = String::from(if negative { locale.table.minus } else { "" });
    push_scaled(&mut text, locale, scaled, decimals, 0);
    text
}

/// From here on a number has fifteen digits and zeros, as it has no more that are sure.
const LARGE: f64 = 1e15;

fn large(locale: &Locale, value: f64) -> String {
    let (mut size, mut zeros) = (value.abs(), 0);
    while size >= LARGE {
        size /= 10.0;
        zeros += 1;
    }
    let digits = (size + 0.5) as u64;
    let mut places = Vec::new();
    let mut rest = digits;
    while rest > 0 {
        places.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
    }
    let length = places.len() + zeros;
    let mut text = String::from(if value < 0.0 { locale.table.minus } else { "" });
    let all = places.into_iter().rev().chain(core::iter::repeat_n('0', zeros));
    for (at, digit) in all.enumerate() {
        if at > 0 && (length - at) % 3 == 0 {
            text.push_str(locale.table.group);
        }
        text.push(digit);
    }
    text
}

/// The label of a tick in its magnitude: all labels of an axis with that `step` between them have
/// the same decimals, 0.50 beside 0.25; zero has none.
pub fn ticked(locale: &Locale, value: f64, step: f64, magnitude: Magnitude) -> String {
    let size = magnitude.size();
    let step = step / size;
    let mut decimals = 0;
    while value != 0.0 && decimals < 9 && !is_whole(step * 10u64.pow(decimals.into()) as f64) {
        decimals += 1;
    }
    let (_, scaled) = rounded(value / size, decimals);
    let mut text = String::new();
    push_scaled(&mut text, locale, scaled, decimals, decimals);
    text
}

/// Whether it is a whole number but for what its calculation has lost.
fn is_whole(value: f64) -> bool {
    value >= 0.5 && (value - value.round()).abs() < 1e-6 * value
}

/// The digits alone, without grouping: a year, an ordinal.
pub fn plain(number: i32) -> String {
    let mut text = String::from(if number < 0 { "-" } else { "" });
    push_digits(&mut text, number.unsigned_abs().into(), "", usize::MAX);
    text
}

/// A whole number of things, grouped.
pub fn count(locale: &Locale, n: u32) -> String {
    let mut text = String::with_capacity(12);
    push_scaled(&mut text, locale, n.into(), 0, 0);
    text
}

/// The number alone, in the magnitude: whole from 100 up, else with at most three significant
/// digits and three decimals; units below a tenth have up to six decimals.
pub fn amount(locale: &Locale, value: f64, magnitude: Magnitude) -> String {
    let value = value / magnitude.size();
    let decimals = match (magnitude, value.abs()) {
        (Magnitude::Units, size) if size < 0.1 => 6,
        (_, size) if size >= 99.95 => 0,
        (_, size) if size >= 9.995 => 1,
        (_, size) if size >= 0.9995 => 2,
        _ => 3,
    };
    number(locale, value, decimals)
}

/// A share with at most one decimal, `0.4` is 40%; from 10% on whole.
pub fn percent(locale: &Locale, share: f64) -> String {
    let value = share * 100.0;
    let decimals = u8::from(value.abs() < 9.95);
    fill(locale.table.percent, &[("n", &number(locale, value, decimals))])
}

/// A growth ratio as it is told: from 2 on as an adverb, `4.9-fold`, below as a signed share,
/// `+42%`.
pub fn growth(locale: &Locale, ratio: f64) -> String {
    if ratio >= 2.0 {
        return times(locale, ratio);
    }
    let sign = if ratio > 1.0 { "+" } else { "" };
    [sign, &percent(locale, ratio - 1.0)].concat()
}

/// A ratio as an adverb, with at most one decimal: `4.9-fold`.
pub fn times(locale: &Locale, ratio: f64) -> String {
    let (_, tenths) = rounded(ratio, 1);
    let form = locale.words.times.of(category(&locale.table.plural, tenths));
    fill(form, &[("n", &number(locale, ratio, 1))])
}

/// The category of a number as it is written with at most so many decimals.
pub(super) fn plural_of(locale: &Locale, value: f64, decimals: u8) -> Plural {
    let (_, scaled) = rounded(value, decimals);
    let power = 10u64.pow(decimals.min(9).into());
    // Whichever decimals a number has, one that is not zero tells that it is not whole.
    category(&locale.table.plural, scaled / power * 10 + u64::from(scaled % power > 0))
}

/// Whether the rounded value is below zero, and its size times ten to the `decimals`.
fn rounded(value: f64, decimals: u8) -> (bool, u64) {
    let scaled = value.abs() * 10u64.pow(decimals.min(9).into()) as f64;
    // The product of 1.005 and 100 lies one step below 100.5; among large numbers a step is too far.
    let lost = if scaled < 1e14 { 2.0 * f64::EPSILON } else { 0.0 };
    let nearest = (scaled * (1.0 + lost) + 0.5) as u64;
    (value < 0.0 && nearest > 0, nearest)
}

/// Writes `least` decimals of the `decimals`, and further ones up to the last that is not zero.
fn push_scaled(text: &mut String, locale: &Locale, scaled: u64, decimals: u8, mut least: u8) {
    let table = locale.table;
    let power = 10u64.pow(decimals.min(9).into());
    let minimum = 4 + usize::from(table.minimum_grouping == "2");
    push_digits(text, scaled / power, table.group, minimum);
    let mut rest = scaled % power;
    if rest > 0 || least > 0 {
        text.push_str(table.decimal);
        let mut place = power / 10;
        while rest > 0 || least > 0 {
            least = least.saturating_sub(1);
            text.push(char::from(b'0' + (rest / place % 10) as u8));
            rest %= place;
            place /= 10;
        }
    }
}

/// Digits with `group` between each three, where there are `minimum` or more.
fn push_digits(text: &mut String, value: u64, group: &str, minimum: usize) {
    let mut place = 1;
    let mut length = 1;
    while value / place >= 10 {
        place *= 10;
        length += 1;
    }
    let grouped = length >= minimum;
    while length > 0 {
        text.push(char::from(b'0' + (value / place % 10) as u8));
        place = (place / 10).max(1);
        length -= 1;
        if grouped && length > 0 && length % 3 == 0 {
            text.push_str(group);
        }
    }
}
