//! Numbers as plain decimals, without an exponent.

/// Digits times a power of ten, as a plain decimal without zeros that say nothing.
pub(super) fn shifted(negative: bool, digits: &str, power: i32) -> String {
    let mut digits = digits.to_owned();
    let mut fraction = String::new();
    if power >= 0 {
        digits.extend(std::iter::repeat_n('0', power as usize));
    } else {
        let places = power.unsigned_abs() as usize;
        if digits.len() <= places {
            digits.insert_str(0, &"0".repeat(places + 1 - digits.len()));
        }
        fraction = digits.split_off(digits.len() - places);
    }
    let (whole, fraction) = (digits.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if negative && (whole != "0" || !fraction.is_empty()) { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    [sign, whole, point, fraction].concat()
}

/// A spreadsheet's number as it shows it: 15 digits, without an exponent.
pub(super) fn shown(number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return if number.is_finite() { "0".into() } else { String::new() };
    }
    let said = format!("{:.14e}", number.abs());
    let (digits, exponent) = said.split_once('e').unwrap_or((&said, "0"));
    let digits = digits.replace('.', "");
    shifted(number < 0.0, &digits, exponent.parse::<i32>().unwrap_or(0).clamp(-330, 330) - 14)
}

/// Cuts the power of ten off `1.2E+09` and `5e-3`: with a sign or a decimal mark, for codes have
/// letters too.
pub(super) fn power_off(text: &mut String) -> Option<i32> {
    let (head, power) = text.split_once(['E', 'e'])?;
    let digits = power.trim_start_matches(['+', '-']);
    let marks = head.matches(['.', ',']).count();
    let ends = head.ends_with(|char: char| char.is_ascii_digit());
    let sure = digits.len() + 1 == power.len() || digits.len() == power.len() && marks == 1;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    if !(ends && sure && marks < 2 && (1..=2).contains(&digits.len()) && is_number) {
        return None;
    }
    let power = power.parse().ok()?;
    text.truncate(head.len());
    Some(power)
}
