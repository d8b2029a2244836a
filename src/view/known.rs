//! What was chosen and the dataset has not: a chart that shows something else says so.

use super::state::unit_named;
use super::{Problem, State};
use crate::dataset::{Code, Dataset, Entry, Measure, Partner, nearest};

/// How many words are listed where none is near.
const LISTED: usize = 12;
/// How many words a name has at most that is looked for.
const WORDS: usize = 4;
/// How much is repeated of a word that nothing is called by, in characters.
const REPEATED: usize = 60;

/// What an attribute may name of a dataset.
struct Known<'a> {
    what: &'a str,
    words: Vec<&'a str>,
    /// What readers call it, with the word that stands for it.
    names: Vec<(&'a str, &'a str)>,
}

impl State {
    /// Why what an attribute names is not in the dataset, and what was probably meant; none where it
    /// is, and for attributes that name nothing of it.
    pub fn unknown(&self, attribute: &str, data: &Dataset) -> Option<Problem> {
        unknown(attribute, &self.get(attribute)?, data)
    }

    /// Whether an attribute names what the dataset has not, or a record that others leave out.
    pub fn lacks(&self, attribute: &str, data: &Dataset) -> bool {
        match attribute {
            "measure" => self
                .measure
                .as_deref()
                .is_some_and(|key| !measures(data).any(|measure| data.measure_key(measure) == key)),
            "unit" => self.unit.as_deref().is_some_and(|key| !has_unit(key, data)),
            "select" if self.hides_chosen(data) => true,
            _ => self.get(attribute) != self.kept(data).get(attribute),
        }
    }

    /// The state without what the dataset has not, which counts as the default.
    pub fn kept(&self, data: &Dataset) -> State {
        let mut kept = self.clone();
        kept.partners.retain(|code| data.partner(*code).is_some());
        kept.kinds.retain(|key| data.kind(key).is_some());
        kept.measure = kept.measure.filter(|key| data.measure(key).is_some());
        kept.unit = kept.unit.filter(|key| unit_named(key, data).is_some());
        kept.select = kept.select.filter(|id| data.record(id).is_some());
        kept
    }

    /// The state of a query, with a reason for each parameter that was not taken, names nothing of the
    /// dataset, or a record that others leave out.
    pub fn told(query: &str, data: &Dataset) -> (State, Vec<Problem>) {
        let (state, problems) = State::from_query(query);
        let mut told: Vec<Problem> = problems.into_iter().map(|one| one.among(data)).collect();
        for attribute in State::ATTRIBUTES {
            if told.iter().all(|problem| problem.attribute != *attribute) {
                told.extend(state.unknown(attribute, data));
            }
        }
        if told.iter().all(|problem| problem.attribute != "select") {
            told.extend(state.unshown(data));
        }
        (state, told)
    }
}

impl Problem {
    /// The same with what was probably meant, where what was not taken names something of the dataset.
    pub fn among(self, data: &Dataset) -> Problem {
        let value = self.value.as_deref();
        value.and_then(|value| unknown(&self.attribute, value, data)).unwrap_or(self)
    }
}

fn unknown(attribute: &str, value: &str, data: &Dataset) -> Option<Problem> {
    let words: Vec<&str> = match attribute {
        "partners" | "kinds" => value.split([' ', ',']).filter(|word| !word.is_empty()).collect(),
        _ => vec![value],
    };
    let has = |word: &str| match attribute {
        "partners" => {
            let code = Code::parse(&word.to_ascii_uppercase());
            code.is_some_and(|code| data.partner(code).is_some())
        }
        "kinds" => data.kind(&word.to_ascii_lowercase()).is_some(),
        "select" => data.record(word).is_some(),
        "unit" => has_unit(word, data),
        _ => false,
    };
    let at = words.iter().position(|word| !has(word))?;
    let known = known(attribute, data).filter(|known| !known.words.contains(&words[at]))?;
    let called = (1..=WORDS.min(words.len() - at)).rev().find_map(|count| {
        let name = words[at..at + count].join(" ");
        let near = nearest(&name, known.names.iter().map(|(name, _)| *name))?;
        let (_, word) = known.names.iter().find(|(name, _)| *name == near)?;
        Some((name, *word))
    });
    let (word, which, meant) = match called {
        Some((name, word)) => (name, "code", Some(word)),
        None => (words[at].to_owned(), known.what, known.near(words[at])),
    };
    let word: String = word.chars().take(REPEATED).collect();
    let of = if which == known.what { " of the dataset; " } else { "; " };
    let hint = match meant {
        Some(meant) => ["did you mean ", meant, "?"].concat(),
        None => listed(&known.words),
    };
    Some(Problem::new(
        attribute,
        &["names \"", &word, "\", which is no ", which, of, &hint].concat(),
    ))
}

/// Whether figures are in the unit of a key.
fn has_unit(key: &str, data: &Dataset) -> bool {
    let unit = unit_named(key, data);
    data.all_figures().any(|(_, figure)| Some(figure.unit) == unit)
}

fn known<'a>(attribute: &str, data: &'a Dataset) -> Option<Known<'a>> {
    let (mut words, mut names) = (Vec::new(), Vec::new());
    let mut add = |word: &'a str| {
        if !words.contains(&word) {
            words.push(word);
        }
    };
    let what = match attribute {
        "partners" => {
            for partner in with_records(data) {
                let code = partner.code.as_str();
                add(code);
                names.extend(partner.name.iter().map(|(_, name)| (name, code)));
            }
            "partner"
        }
        "measure" => {
            measures(data).for_each(|measure| add(data.measure_key(measure)));
            "measure"
        }
        "unit" => {
            data.all_figures().for_each(|(_, figure)| add(data.unit_key(&figure.unit)));
            "unit"
        }
        "kinds" => {
            data.events.iter().for_each(|event| add(data.kind_key(event.kind)));
            "kind"
        }
        "select" => {
            words = data.entries().map(|entry| entry.record().id.as_str()).collect();
            "record"
        }
        _ => return None,
    };
    Some(Known { what, words, names })
}

impl<'a> Known<'a> {
    /// The word that was probably meant; of two letters only one that has them in another order, as
    /// every other differs as little.
    fn near(&self, word: &str) -> Option<&'a str> {
        if word.len() > 2 {
            return nearest(word, self.words.iter().copied());
        }
        let turned: String = word.chars().rev().collect();
        self.words.iter().find(|known| known.eq_ignore_ascii_case(&turned)).copied()
    }
}

/// The measures that a view shows values of.
fn measures(data: &Dataset) -> impl Iterator<Item = Measure> {
    let has = |measure: &Measure| data.all_figures().any(|(_, figure)| figure.measure == *measure);
    data.main_measures().into_iter().filter(has)
}

/// Those that records name beside the reporting party.
fn with_records(data: &Dataset) -> impl Iterator<Item = &Partner> {
    data.partners.iter().filter(|Partner { code, .. }| {
        let is_named = |entry: Entry| entry.record().partners.contains(code);
        *code != data.meta.reporting && data.entries().any(is_named)
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
