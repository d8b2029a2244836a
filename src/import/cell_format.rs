//! The currency that a spreadsheet shows beside a cell's number: `[$€-407] #,##0.00`.

use super::currencies::is_currency;
use super::units;
use super::words;

/// The currency of a number's format, as it is shown; with its multiplier where the number is not
/// shortened for it.
pub(super) fn currency(code: &str) -> Option<String> {
    let (shown, placeholders) = literals(code);
    let shortened = placeholders.trim_end_matches([' ', '_', ')']).ends_with(',');
    shown.into_iter().find_map(|text| {
        let (unit, scale) = match words::find("unclear", &text) {
            Some(_) => (text.clone(), None),
            None => units::known(&text)?,
        };
        let is_money = is_currency(&unit) || unit == text;
        let whole = scale.is_some() && !shortened;
        is_money.then_some(if whole { text } else { unit })
    })
}

/// What the first section of a format shows as it stands, and the rest of it.
fn literals(code: &str) -> (Vec<String>, String) {
    let (mut shown, mut rest) = (Vec::new(), String::new());
    let mut chars = code.chars();
    while let Some(char) = chars.next() {
        match char {
            '"' => shown.push(chars.by_ref().take_while(|char| *char != '"').collect()),
            '\\' => shown.extend(chars.next().map(String::from)),
            '[' => {
                let inner: String = chars.by_ref().take_while(|char| *char != ']').collect();
                let sign = inner.strip_prefix('$').and_then(|sign| sign.split('-').next());
                shown.extend(sign.map(String::from));
            }
            ';' => break,
            _ if words::SIGNS.contains(&char) => shown.push(char.into()),
            _ => rest.push(char),
        }
    }
    let trimmed = shown.iter().map(|text| text.trim().to_owned());
    (trimmed.filter(|text| !text.is_empty()).collect(), rest)
}
