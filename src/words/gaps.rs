//! How far two statistics are apart, where the drawing has no room to say it beside each pair.

use super::amount::qualified;
use super::aside::Aside;
use super::{Telling, short};
use crate::dataset::Qualifier;
use crate::locale::{self, append, fill};
use crate::reading::{Pair, Values, rough};

/// How many gaps are told, the latest of each partner first.
const TOLD: usize = 12;

/// "Gaps: $63 mln (Kazakhstan, 2024); $2 bn (Russia, 2014)", with the records.
pub(super) fn gaps(telling: Telling) -> Option<Aside> {
    let Telling { data, reading, locale } = telling;
    if !reading.is_compared() {
        return None;
    }
    let (mut list, mut records, mut count) = (String::new(), Vec::new(), 0);
    for band in &reading.bands {
        let name = band.partner(data).name.get(locale.language);
        for (values, pairs) in band.plots.iter().zip(&band.pairs) {
            for pair in pairs.iter().rev() {
                let Some(gap) = gap(telling, values, pair) else { continue };
                count += 1;
                if count > TOLD {
                    continue;
                }
                let period = data.figure(values.dated[pair.members[0]].figure).period;
                let mut place = name.to_owned();
                let period = period.map(|period| locale::date(locale, &period));
                append(&mut place, ", ", &period.unwrap_or_default());
                append(&mut list, "; ", &[&*gap, " (", &place, ")"].concat());
                let members = pair.members.iter();
                records
                    .extend(members.flat_map(|at| values.dated[*at].ids(data)).map(str::to_owned));
            }
        }
    }
    if count > TOLD {
        let more = locale::plain((count - TOLD) as i32);
        list = fill(locale.words.and_more, &[("list", &list), ("n", &more)]);
    }
    let text = fill(locale.words.gaps, &[("list", &list)]);
    (count > 0).then_some(Aside { text, records, choice: Vec::new() })
}

/// "$410–500 mln": what both amounts have before and behind their digits is said once.
fn between(lower: &str, upper: &str) -> String {
    let is_digit = |character: char| character.is_ascii_digit();
    let head = |text: &str| text.find(is_digit).unwrap_or(0);
    let tail = |text: &str| text.rfind(is_digit).map_or(text.len(), |at| at + 1);
    let same_tail = lower[tail(lower)..] == upper[tail(upper)..];
    if !same_tail || lower[..head(lower)] != upper[..head(upper)] {
        return [lower, "–", upper].concat();
    }
    [&lower[..tail(lower)], "–", &upper[head(upper)..]].concat()
}

/// "about $0.4–0.8 bn"
fn gap(telling: Telling, values: &Values, pair: &Pair) -> Option<String> {
    let unit = telling.data.figure(values.dated[*pair.members.first()?].figure).unit;
    let (least, most) = pair.gap?;
    let amount = |gap: f64| short(telling, rough(gap), unit);
    let (lower, upper) = (amount(least), amount(most));
    let text = if lower == upper { upper } else { between(&lower, &upper) };
    let qualifier = if pair.is_rough { Qualifier::About } else { Qualifier::Exact };
    Some(qualified(telling, qualifier, &text))
}
