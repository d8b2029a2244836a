//! What was chosen and the dataset has not: a chart that shows something else says so.

use super::{Problem, State};
use crate::dataset::{Code, Dataset, Entry, nearest};

/// How many words are listed where none is near.
const LISTED: usize = 12;

impl State {
    /// Why what an attribute names is not in the dataset, and what was probably meant; none where it
    /// is, and for attributes that name nothing of it.
    pub fn unknown(&self, attribute: &str, data: &Dataset) -> Option<Problem> {
        let of = |what: &str, known: Vec<&str>, word: Option<&str>| {
            let word = word.filter(|word| !known.contains(word))?;
            // Of two letters every other code is as near.
            let meant = nearest(word, known.iter().copied()).filter(|_| word.len() > 2);
            let meant =
                meant.map_or_else(|| listed(&known), |near| ["did you mean ", near, "?"].concat());
            let which = ["names \"", word, "\", which is no ", what, " of the dataset; "].concat();
            Some(Problem::new(attribute, &(which + &meant)))
        };
        match attribute {
            "partners" => {
                let known: Vec<&str> = with_records(data).map(Code::as_str).collect();
                let other = |code: &&Code| data.partner(**code).is_none();
                of("partner", known, self.partners.iter().find(other).map(Code::as_str))
            }
            "measure" => {
                let mut known = Vec::new();
                for measure in data.main_measures() {
                    if data.all_figures().any(|(_, figure)| figure.measure == measure) {
                        known.push(data.measure_key(measure));
                    }
                }
                of("measure", known, self.measure.as_deref())
            }
            "unit" => {
                let mut known: Vec<&str> = Vec::new();
                for (_, figure) in data.all_figures() {
                    let key = data.unit_key(&figure.unit);
                    if !known.contains(&key) {
                        known.push(key);
                    }
                }
                of("unit", known, self.unit.as_deref())
            }
            "kinds" => {
                let mut known: Vec<&str> = Vec::new();
                for event in &data.events {
                    let key = data.kind_key(event.kind);
                    if !known.contains(&key) {
                        known.push(key);
                    }
                }
                let other = |key: &&String| data.kind(key).is_none();
                of("kind", known, self.kinds.iter().find(other).map(String::as_str))
            }
            "select" => {
                let id = self.select.as_deref().filter(|id| data.record(id).is_none());
                id.and_then(|id| {
                    let known = data.entries().map(|entry| entry.record().id.as_str());
                    of("record", known.collect(), Some(id))
                })
            }
            _ => None,
        }
    }
}

/// The codes of those that records name beside the reporting party.
fn with_records(data: &Dataset) -> impl Iterator<Item = &Code> {
    let codes = data.partners.iter().map(|partner| &partner.code);
    codes.filter(|code| {
        let is_named = |entry: Entry| entry.record().partners.contains(code);
        **code != data.meta.reporting && data.entries().any(is_named)
    })
}

/// "it has KZ, RU, TJ"
fn listed(known: &[&str]) -> String {
    if known.is_empty() {
        return "it has none".into();
    }
    let more = if known.len() > LISTED { ", …" } else { "" };
    ["it has ", &known[..known.len().min(LISTED)].join(", "), more].concat()
}
