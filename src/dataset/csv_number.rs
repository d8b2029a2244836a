//! Numbers as tables write them: plain, or with a decimal comma, or with thousands set apart.

/// What stands between the thousands: a space of some kind, or an apostrophe.
const APART: [char; 6] = [' ', '\u{A0}', '\u{202F}', '\u{2009}', '\'', '’'];

/// A number, and in which form it stood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CsvNumber {
    pub value: f64,
    pub decimal_comma: bool,
    pub grouped: bool,
}

/// Reads a decimal without exponent or words such as `NaN`; a comma counts as the decimal sign
/// where it does not part cells.
pub(super) fn number(text: &str, separator: u8) -> Option<CsvNumber> {
    let grouped = text.contains(APART);
    let mut plain = if grouped { ungrouped(text)? } else { text.into() };
    let decimal_comma = separator != b',' && plain.contains(',') && !plain.contains('.');
    if decimal_comma {
        plain = plain.replacen(',', ".", 1);
    }
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let decimal = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let first_is_digit = digits.starts_with(|first: char| first.is_ascii_digit());
    let value = plain.parse().ok().filter(|_| decimal && first_is_digit)?;
    Some(CsvNumber { value, decimal_comma, grouped })
}

/// The number without what sets its thousands apart; none where they are no thousands.
fn ungrouped(text: &str) -> Option<String> {
    let end = text.find(['.', ',']).unwrap_or(text.len());
    let (whole, fraction) = text.split_at(end);
    let mut groups = whole.split(APART);
    let first = groups.next()?.trim_start_matches('-').len();
    let are_thousands = groups.all(|group| group.len() == 3);
    ((1..=3).contains(&first) && are_thousands && !fraction.contains(APART))
        .then(|| text.replace(APART, ""))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_read_in_the_form_that_its_table_allows() {
        for (text, separator, value) in [
            ("1234.5", b',', Some(1234.5)),
            ("-2", b',', Some(-2.0)),
            ("1234,5", b';', Some(1234.5)),
            ("1234,5", b',', None),
            ("1 234 567", b',', Some(1_234_567.0)),
            ("1\u{A0}234,5", b'\t', Some(1234.5)),
            ("12\u{202F}345", b',', Some(12_345.0)),
            ("1'234'567.5", b',', Some(1_234_567.5)),
            ("1’234", b',', Some(1234.0)),
            ("12 34", b',', None),
            ("1234 567", b',', None),
            ("1 234 5", b',', None),
            ("1.234,5", b';', None),
            ("1,234,567", b';', None),
            ("1 2.345 6", b',', None),
            ("", b',', None),
            ("1e5", b',', None),
            ("NaN", b',', None),
            (".5", b',', None),
            (" ", b',', None),
        ] {
            assert_eq!(number(text, separator).map(|read| read.value), value, "{text:?}");
        }
    }
}
