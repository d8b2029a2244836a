//! Currencies with their multipliers, as headers write them: `$m`, `USDm`, `€ bn`, `($000)`, `k EUR`.

use super::currencies::is_currency;
use super::words;

/// What a currency and the multiplier beside it say.
#[derive(Debug, PartialEq)]
pub(super) struct Money {
    /// None where several currencies have the sign.
    pub unit: Option<String>,
    /// A sign that several currencies have.
    pub unclear: Option<String>,
    /// Powers of ten.
    pub scale: i32,
}

/// The first currency that has a multiplier, or a multiplier alone in brackets.
pub(super) fn read(text: &str) -> Option<Money> {
    let parts = text.split(['(', ')', '[', ']', ',', ';', ':', '/']);
    parts.enumerate().find_map(|(at, part)| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let alone = || match words[..] {
            [word] if at > 0 => multiplier(word).map(|scale| of(None, scale)),
            _ => None,
        };
        words.iter().find_map(|word| attached(word)).or_else(|| beside(&words)).or_else(alone)
    })
}

/// `USDm`, `$m`, `kEUR`: one word.
pub(super) fn attached(word: &str) -> Option<Money> {
    let cuts = word.char_indices().map(|(at, _)| at).skip(1);
    let mut cuts = cuts.map(|at| word.split_at(at));
    cuts.find_map(|(left, right)| {
        // A T behind a currency is none of thousands.
        let before = || {
            let scale = words::find("before", left).filter(|_| words::unit(right).is_some())?;
            scale.parse().ok()
        };
        let (currency, scale) = match (multiplier(right), multiplier(left).or_else(before)) {
            (Some(scale), _) if is_short(left) => (left, scale),
            (_, Some(scale)) if is_short(right) => (right, scale),
            _ => return None,
        };
        Some(of(Some(currency), scale))
    })
}

/// `USD m`, `k EUR`, `m US dollars`: neighbouring words.
fn beside(words: &[&str]) -> Option<Money> {
    let runs = (1..=3).rev().flat_map(|length| words.windows(length).enumerate());
    let mut known = runs.filter(|(_, run)| is_money(&run.join(" ")));
    known.find_map(|(at, run)| {
        let after = words.get(at + run.len());
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let scale = [after, before].into_iter().flatten().find_map(|word| multiplier(word))?;
        Some(of(Some(&run.join(" ")), scale))
    })
}

fn of(currency: Option<&str>, scale: i32) -> Money {
    let unit = currency.and_then(words::unit);
    let unclear = currency.filter(|_| unit.is_none()).map(String::from);
    Money { unit, unclear, scale }
}

fn multiplier(word: &str) -> Option<i32> {
    let word = word.trim_end_matches('.');
    let scale = words::find("multiplier", word).or_else(|| words::find("scale", word))?;
    scale.parse().ok()
}

/// A sign or a code: what a multiplier can be attached to.
fn is_short(text: &str) -> bool {
    let is_sign = text.ends_with(words::SIGNS);
    // Chinese writes without blanks.
    let is_word = text.chars().all(|char| char >= '\u{3000}');
    (is_sign && text.chars().count() <= 4)
        || (is_word && is_money(text))
        || (text.len() == 3 && is_money(text))
}

fn is_money(text: &str) -> bool {
    words::unit(text).is_some_and(|unit| is_currency(&unit))
        || words::find("unclear", text).is_some()
}
