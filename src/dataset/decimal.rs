//! Numbers as JSON and CSV write them, without core's float printing, which costs kilobytes.

/// The shortest decimal that reads back as `value`, up to 15 significant digits; for sizes up to
/// 10^15, which no value of a dataset passes.
pub fn decimal(value: f64) -> String {
    let size = value.abs();
    let (mut scale, mut places) = (1.0, 0);
    let whole = |scale: f64| (size * scale + 0.5).floor();
    while whole(scale) / scale != size && size * scale < 1e14 && places < 22 {
        scale *= 10.0;
        places += 1;
    }
    let mut text = (whole(scale) as u64).to_string();
    if places > 0 {
        while text.len() <= places {
            text.insert(0, '0');
        }
        text.insert(text.len() - places, '.');
    }
    if value < 0.0 {
        text.insert(0, '-');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_short_and_exact() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (7.5e6, "7500000"),
            (0.1, "0.1"),
            (-2.39, "-2.39"),
            (1.005, "1.005"),
            (1e15, "1000000000000000"),
            (999_999_999_999.99, "999999999999.99"),
            (0.000_001, "0.000001"),
        ] {
            assert_eq!(decimal(value), text);
        }
    }

    #[test]
    fn a_decimal_reads_back_as_its_number() {
        let mut number = 1_u64;
        for at in 0..20_000_u64 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(at);
            let value = (number >> 16) as f64 / 10_f64.powi((at % 8) as i32);
            let value = if value < 1e14 { value } else { value / 1e6 };
            let value: f64 = format!("{value:.4}").parse().expect("a number");
            assert_eq!(decimal(value).parse(), Ok(value), "{value}");
        }
    }
}
