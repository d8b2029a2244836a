//! Units of several measures in one text: `exports in mln USD, growth in %`.

use super::context::Context;
use super::words;

/// What parts a text, beside its words for `and`.
const PARTS: [char; 8] = [',', ';', ':', '(', ')', '[', ']', '/'];

/// The unit of each measure; of the one without a name are all that have no other.
#[derive(Clone, Debug, Default)]
pub(super) struct Mixed(Vec<(Option<String>, Context)>);

/// A unit in a text, the measure in its part of it, and the last measure before.
struct Said {
    own: Option<String>,
    last: Option<String>,
    unit: Context,
}

impl Mixed {
    /// Reads a text; nothing where it speaks of one unit only.
    pub(super) fn read(text: &str) -> Mixed {
        let said = said(text);
        let is_growth = |one: &Said| one.unit.percent && one.is_of("growth");
        let amounts = || said.iter().filter(|one| one.unit.is_amount());
        let differ = amounts().any(|one| amounts().any(|other| contradict(&one.unit, &other.unit)));
        let is_mixed = differ || amounts().next().is_some() && said.iter().any(is_growth);
        if !is_mixed {
            return Mixed::default();
        }
        // A unit that stands before its measure parts all of them from those that follow.
        let is_before = said.iter().any(|one| one.own.is_none() && one.last.is_none());
        let measure = |one: &Said| one.own.clone().or(one.last.clone().filter(|_| !is_before));
        let mut units: Vec<(Option<String>, Context)> = Vec::new();
        for one in &said {
            let of = measure(one);
            match units.iter_mut().find(|(known, _)| *known == of) {
                Some((_, known)) if contradict(known, &one.unit) => {
                    // Neither of two is said of it.
                    *known = Context { strange: Some(text.to_owned()), ..Context::default() };
                }
                Some((_, known)) => *known = one.unit.over(known),
                None => units.push((of, one.unit.clone())),
            }
        }
        Mixed(units)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The measure of all units, where it is one.
    pub(super) fn measure(&self) -> Option<String> {
        let (first, rest) = self.0.split_first()?;
        first.0.clone().filter(|_| rest.iter().all(|(measure, _)| *measure == first.0))
    }

    /// Gives values that have no unit the one that is said of their measure.
    pub(super) fn fill(&self, context: &mut Context) {
        if context.is_amount() || context.percent || context.strange.is_some() {
            return;
        }
        let is_growth = context.measure.as_deref() == Some("growth");
        let own = self.0.iter().find(|(known, _)| known.is_some() && *known == context.measure);
        let of_all = || self.0.iter().find(|(known, _)| known.is_none() && !is_growth);
        if let Some((_, unit)) = own.or_else(of_all) {
            context.percent = unit.percent;
            (context.unit, context.unclear) = (unit.unit.clone(), unit.unclear.clone());
            (context.scale, context.strange) = (unit.scale, unit.strange.clone());
        }
    }
}

impl Said {
    fn is_of(&self, measure: &str) -> bool {
        self.own.as_ref().or(self.last.as_ref()).is_some_and(|known| known == measure)
    }
}

/// Every unit of a text.
fn said(text: &str) -> Vec<Said> {
    let is_and = |word: &str| words::find("and", word.trim_matches('.')).is_some();
    let mut parts: Vec<String> = Vec::new();
    for part in split(text) {
        let words: Vec<&str> = part.split_whitespace().collect();
        parts.extend(words.split(|word| is_and(word)).map(|words| words.join(" ")));
    }
    let (mut said, mut last) = (Vec::new(), None);
    // What equals something is a rate of exchange, or a base.
    for part in parts.iter().filter(|part| !part.is_empty() && !part.contains('=')) {
        let read = Context::read(part);
        let own = read.measure.clone();
        last = own.clone().or(last);
        let is_rate = read.percent && last.as_deref() == Some("growth");
        if read.is_amount() || is_rate {
            let Context { unit, unclear, scale, strange, .. } = read;
            let unit = match is_rate {
                true => Context { percent: true, ..Context::default() },
                false => Context { unit, unclear, scale, strange, ..Context::default() },
            };
            said.push(Said { own, last: last.clone(), unit });
        }
    }
    said
}

/// The parts of a text; a comma in a number parts none.
fn split(text: &str) -> Vec<&str> {
    let is_digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    let (mut parts, mut start) = (Vec::new(), 0);
    for (at, mark) in text.match_indices(PARTS) {
        let after = at + mark.len();
        if !is_digit(text[..at].chars().next_back()) || !is_digit(text[after..].chars().next()) {
            parts.push(&text[start..at]);
            start = after;
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Whether two cannot be said of the same values.
fn contradict(one: &Context, other: &Context) -> bool {
    fn differ<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
        one.is_some() && other.is_some() && one != other
    }
    let is_two = |one: &Context, other: &Context| one.percent && other.is_amount();
    differ(&one.unit, &other.unit)
        || differ(&one.unclear, &other.unclear)
        || differ(&one.scale, &other.scale)
        || is_two(one, other)
        || is_two(other, one)
}
