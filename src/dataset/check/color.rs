//! A partner's colour: legible as text, on the light ground and on the dark one.

use super::super::model::Colors;
use super::cells::Row;
use super::{Check, rules};

/// The grounds of the two themes, which `tests/dataset_package.rs` holds to the theme's own.
pub(super) const GROUNDS: [u32; 2] = [0xFF_FFFF, 0x14_181D];
/// WCAG 2.2, 1.4.3: text against its ground.
const LEAST: f64 = 4.5;

impl Check<'_> {
    /// One colour for each theme, or one of which the other theme's is made.
    pub(super) fn color(&mut self, row: Row) -> Option<Colors> {
        let words = self.list(row, "color");
        let colors: Option<Vec<u32>> = words.iter().map(|word| parse(word)).collect();
        match (words.len(), colors.as_deref()) {
            (0, _) => None,
            (1, Some(&[one])) => Some(Colors {
                light: legible(one, GROUNDS[0], 0),
                dark: legible(one, GROUNDS[1], 0xFF_FFFF),
            }),
            (2, Some(&[light, dark])) => {
                for (color, ground, towards) in
                    [(light, GROUNDS[0], 0), (dark, GROUNDS[1], 0xFF_FFFF)]
                {
                    if contrast(color, ground) < LEAST {
                        self.fault(row, "color", &rules::PALE, &spell(color));
                        let near = spell(legible(color, ground, towards));
                        self.mend_hint(["use ", &near, ", which is legible"].concat());
                    }
                }
                Some(Colors { light, dark })
            }
            _ => {
                self.fault(row, "color", &rules::COLOR, &words.join(" "));
                None
            }
        }
    }
}

fn parse(word: &str) -> Option<u32> {
    let digits = word.strip_prefix('#')?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    match digits.len() {
        6 => Some(number),
        3 => {
            Some((number >> 8 & 15) * 0x11_0000 + (number >> 4 & 15) * 0x1100 + (number & 15) * 17)
        }
        _ => None,
    }
}

fn spell(color: u32) -> String {
    let digit = |at: u32| char::from_digit(color >> (4 * at) & 15, 16).unwrap_or('0');
    [5, 4, 3, 2, 1, 0].into_iter().map(digit).fold("#".into(), |mut text, digit| {
        text.push(digit);
        text
    })
}

/// The colour, moved `towards` black or white by as little as makes it legible.
fn legible(color: u32, ground: u32, towards: u32) -> u32 {
    let moved = |part: u32| {
        let channel = |at: u32| {
            let (from, to) = (color >> at & 255, towards >> at & 255);
            (from * (64 - part) + to * part) / 64
        };
        channel(16) << 16 | channel(8) << 8 | channel(0)
    };
    (0..=64).map(moved).find(|color| contrast(*color, ground) >= LEAST).unwrap_or(towards)
}

/// WCAG's ratio, 1 to 21.
pub(super) fn contrast(a: u32, b: u32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: u32) -> f64 {
    let channel = |at: u32| {
        let share = f64::from(color >> at & 255) / 255.0;
        if share <= 0.04045 {
            return share / 12.92;
        }
        let base = (share + 0.055) / 1.055;
        let root = fifth_root(base);
        base * base * root * root
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

/// By Newton's method; the library's power costs the module kilobytes.
fn fifth_root(value: f64) -> f64 {
    let mut root = 1.0_f64;
    for _ in 0..24 {
        root = (4.0 * root + value / (root * root * root * root)) / 5.0;
    }
    root
}

#[cfg(test)]
mod tests {
    use super::{GROUNDS, LEAST, contrast, legible, parse, spell};

    #[test]
    fn one_color_is_made_legible_on_both_grounds() {
        for word in ["#1f77b4", "#ffee00", "#000", "#fff", "#808080"] {
            let color = parse(word).expect(word);
            for (ground, towards) in GROUNDS.into_iter().zip([0, 0xFF_FFFF]) {
                let made = legible(color, ground, towards);
                assert!(contrast(made, ground) >= LEAST, "{word} as {}", spell(made));
            }
        }
        assert_eq!(spell(parse("#1a2").unwrap()), "#11aa22");
        assert!((contrast(0, 0xFF_FFFF) - 21.0).abs() < 0.01);
    }
}
