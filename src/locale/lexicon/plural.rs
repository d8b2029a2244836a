//! Plural forms by CLDR's cardinal rules, which are data.

/// A category of CLDR's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// For none, in some languages.
    Zero,
    /// For 1, and in some languages 21, 31 and so on.
    One,
    /// For 2, in some languages.
    Two,
    /// For small numbers, in English never.
    Few,
    /// For larger numbers, in English never.
    Many,
    /// For all other numbers; every language has it.
    Other,
}

/// A text in the form of each category, in the order of [`Plural`]; one that the language does not
/// have is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Forms(pub [&'static str; 6]);

impl Forms {
    /// As keys name them.
    pub const CATEGORIES: [&'static str; 6] = ["zero", "one", "two", "few", "many", "other"];

    /// The form of a category, else the one that all languages have.
    pub fn of(&self, plural: Plural) -> &'static str {
        match self.0[plural as usize] {
            "" => self.0[Plural::Other as usize],
            form => form,
        }
    }
}

/// The category of `tenths` / 10: the first whose rule holds.
pub(crate) fn category(rules: &Forms, tenths: u64) -> Plural {
    use Plural::{Few, Many, One, Other, Two, Zero};
    let holds = |plural: &Plural| {
        let rule = rules.0[*plural as usize];
        let any = |all: &str| all.split(" and ").all(|relation| holds(relation, tenths));
        !rule.is_empty() && rule.split(" or ").any(any)
    };
    [Zero, One, Two, Few, Many].into_iter().find(holds).unwrap_or(Other)
}

/// Whether a relation such as `i % 10 = 2..4,7` or `v != 0` holds. `n` is the number, `i` its whole
/// part, `v` how many decimals it has, `f` and `t` those; the exponent `e` and `c` is 0.
fn holds(relation: &str, tenths: u64) -> bool {
    let mut words = relation.split_ascii_whitespace();
    let (whole, decimals) = (tenths / 10, tenths % 10);
    let mut value = match words.next() {
        Some("n" | "i") => whole,
        Some("v" | "w") => u64::from(decimals > 0),
        Some("f" | "t") => decimals,
        _ => 0,
    };
    // A number with decimals is in no range of whole ones.
    let broken = decimals > 0 && relation.trim_ascii_start().starts_with('n');
    let mut wanted = true;
    let mut found = false;
    while let Some(word) = words.next() {
        match word {
            "%" => value %= words.next().map_or(1, number).max(1),
            "!=" => wanted = false,
            "=" => {}
            ranges => found |= !broken && ranges.split(',').any(|range| within(range, value)),
        }
    }
    found == wanted
}

fn within(range: &str, value: u64) -> bool {
    let (from, to) = range.split_once("..").unwrap_or((range, range));
    (number(from)..=number(to)).contains(&value)
}

fn number(digits: &str) -> u64 {
    digits.bytes().fold(0, |number, digit| number * 10 + u64::from(digit.wrapping_sub(b'0')))
}
