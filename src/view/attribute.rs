//! The state as attributes: the same names and words in HTML, in URLs and in `data-` attributes.
//!
//! Values come from strangers: what is unknown, over-long or malformed is not taken, and says why.

use super::bound::{End, bound, written};
use super::keyword::Keyword;
use super::{Compare, Problem, ScaleKind, State, ThemeChoice, View};
use crate::dataset::vocabulary::position;
use crate::dataset::{Code, Language};

/// Measures that stand beside another, and cannot be chosen.
const BESIDE: [&str; 2] = ["growth", "documents"];
/// Longest value of an attribute, and longest list, in bytes.
const LONGEST: usize = 400;
const LONGEST_LIST: usize = 16_000;
/// Most entries of a list: more than there are countries and groups of them.
const MOST: usize = 1000;
/// Longest key of a dataset's own words, in bytes.
const LONGEST_KEY: usize = 32;
/// Plot heights that can be drawn, in CSS pixels.
const HEIGHTS: std::ops::RangeInclusive<f64> = 120.0..=2000.0;

#[derive(Clone, Copy)]
enum Attribute {
    View,
    Partners,
    Measure,
    Unit,
    Kinds,
    From,
    To,
    Scale,
    Compare,
    Language,
    Theme,
    Height,
    Title,
    Controls,
    Select,
}

impl Attribute {
    /// In the order of [`State::ATTRIBUTES`].
    const ALL: [Attribute; 15] = [
        Attribute::View,
        Attribute::Partners,
        Attribute::Measure,
        Attribute::Unit,
        Attribute::Kinds,
        Attribute::From,
        Attribute::To,
        Attribute::Scale,
        Attribute::Compare,
        Attribute::Language,
        Attribute::Theme,
        Attribute::Height,
        Attribute::Title,
        Attribute::Controls,
        Attribute::Select,
    ];

    fn named(name: &str) -> Option<Attribute> {
        position(State::ATTRIBUTES, name).map(|at| Attribute::ALL[at])
    }
}

impl State {
    /// The attributes that make up a state.
    pub const ATTRIBUTES: &'static [&'static str] = &[
        "view", "partners", "measure", "unit", "kinds", "from", "to", "scale", "compare", "lang",
        "theme", "height", "title", "controls", "select",
    ];

    /// Takes an attribute's value; none sets the default. A value that is not taken sets the
    /// default too, except that the valid entries of a list are kept.
    pub fn set(&mut self, attribute: &str, value: Option<&str>) -> Result<(), Problem> {
        let Some(known) = Attribute::named(attribute) else {
            return Err(Problem::new(attribute, "is not an attribute"));
        };
        self.reset(known);
        let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) else {
            return Ok(());
        };
        let (longest, reason) = match known {
            Attribute::Partners | Attribute::Kinds => (LONGEST_LIST, "is longer than 16000 bytes"),
            _ => (LONGEST, "is longer than 400 bytes"),
        };
        if value.len() > longest {
            return Err(Problem::new(attribute, reason));
        }
        if value.chars().any(is_hidden) {
            return Err(Problem::new(attribute, "holds a control character"));
        }
        let named = match known {
            Attribute::Measure => !BESIDE.contains(&value),
            Attribute::Partners | Attribute::Unit | Attribute::Kinds => true,
            _ => false,
        };
        self.take(known, value).map_err(|reason| Problem {
            value: named.then(|| value.to_owned()),
            ..Problem::new(attribute, &reason)
        })
    }

    /// The written form of an attribute, or none where it has its default.
    pub fn get(&self, attribute: &str) -> Option<String> {
        let default = State::default();
        fn word<W: Keyword>(value: W, default: W) -> Option<String> {
            (value != default).then(|| value.word().into())
        }
        match Attribute::named(attribute)? {
            Attribute::View => word(self.view, default.view),
            Attribute::Partners => list(self.partners.iter().map(Code::as_str)),
            Attribute::Measure => self.measure.clone(),
            Attribute::Unit => self.unit.clone(),
            Attribute::Kinds => list(self.kinds.iter().map(String::as_str)),
            Attribute::From => self.from.map(written),
            Attribute::To => self.to.map(written),
            Attribute::Scale => word(self.scale, default.scale),
            Attribute::Compare => word(self.compare, default.compare),
            Attribute::Language => {
                (self.language != default.language).then(|| self.language.code().to_owned())
            }
            Attribute::Theme => word(self.theme, default.theme),
            Attribute::Height => self.height.map(|height| (height as u32).to_string()),
            Attribute::Title => self.title.clone(),
            Attribute::Controls => word(self.controls, default.controls),
            Attribute::Select => self.select.clone(),
        }
    }

    fn reset(&mut self, attribute: Attribute) {
        let default = State::default();
        match attribute {
            Attribute::View => self.view = default.view,
            Attribute::Partners => self.partners.clear(),
            Attribute::Measure => self.measure = None,
            Attribute::Unit => self.unit = None,
            Attribute::Kinds => self.kinds.clear(),
            Attribute::From => self.from = None,
            Attribute::To => self.to = None,
            Attribute::Scale => self.scale = default.scale,
            Attribute::Compare => self.compare = default.compare,
            Attribute::Language => self.language = default.language,
            Attribute::Theme => self.theme = default.theme,
            Attribute::Height => self.height = default.height,
            Attribute::Title => self.title = None,
            Attribute::Controls => self.controls = default.controls,
            Attribute::Select => self.select = None,
        }
    }

    fn take(&mut self, attribute: Attribute, value: &str) -> Result<(), String> {
        match attribute {
            Attribute::View => self.view = View::read(value, "not a view")?,
            Attribute::Partners if value == "all" => {}
            Attribute::Partners => {
                let code = |word: &str| Code::parse(&word.to_ascii_uppercase());
                entries(value, &mut self.partners, code, "is no code such as DE or EU")?
            }
            Attribute::Measure => {
                if BESIDE.contains(&value) {
                    return Err("stands beside another measure; give that one".into());
                }
                self.measure = Some(key(value).ok_or("is no key such as turnover")?);
            }
            Attribute::Unit => self.unit = Some(unit(value).ok_or("is no key such as EUR or t")?),
            Attribute::Kinds if value == "all" => {}
            Attribute::Kinds => entries(value, &mut self.kinds, key, "is no key such as visit")?,
            Attribute::From => {
                let from = bound(value, End::First)?;
                if self.to.is_some_and(|to| to < from) {
                    return Err("lies after \"to\"".into());
                }
                self.from = Some(from);
            }
            Attribute::To => {
                let to = bound(value, End::Last)?;
                if self.from.is_some_and(|from| to < from) {
                    return Err("lies before \"from\"".into());
                }
                self.to = Some(to);
            }
            Attribute::Scale => {
                self.scale = ScaleKind::read(value, "not a scale")?;
            }
            Attribute::Compare => {
                self.compare = <Option<Compare>>::read(value, "not a comparison")?;
            }
            Attribute::Language => {
                self.language = Language::from_tag(value).ok_or("is no language such as en")?
            }
            Attribute::Theme => self.theme = ThemeChoice::read(value, "not a theme")?,
            Attribute::Height => {
                let height = value.strip_suffix("px").unwrap_or(value).parse::<u32>();
                self.height = Some(
                    height
                        .ok()
                        .map(f64::from)
                        .filter(|height| HEIGHTS.contains(height))
                        .ok_or("is not a whole number of pixels from 120 to 2000")?,
                );
            }
            Attribute::Title => self.title = Some(value.into()),
            Attribute::Controls => self.controls = bool::read(value, "neither on nor off")?,
            Attribute::Select => self.select = Some(value.into()),
        }
        Ok(())
    }
}

impl Problem {
    /// The attribute's name comes from strangers too: it is cut short and holds nothing hidden.
    pub fn new(attribute: &str, reason: &str) -> Problem {
        Problem {
            attribute: attribute.chars().filter(|char| !is_hidden(*char)).take(40).collect(),
            reason: reason.into(),
            value: None,
        }
    }
}

/// Control characters and overrides of the writing direction.
fn is_hidden(char: char) -> bool {
    char.is_control() || matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A word as a dataset spells its own: lowercase letters, digits and hyphens; capitals are taken so.
fn key(word: &str) -> Option<String> {
    let word = word.to_ascii_lowercase();
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (word.len() <= LONGEST_KEY && word.bytes().all(plain)).then_some(word)
}

/// A currency's code, or a word as a dataset spells its own.
fn unit(word: &str) -> Option<String> {
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code { Some(word.into()) } else { key(word) }
}

/// Appends the entries of a list that `parse` knows, each once; `other` is said of the rest.
fn entries<T: PartialEq>(
    value: &str,
    into: &mut Vec<T>,
    parse: impl Fn(&str) -> Option<T>,
    other: &str,
) -> Result<(), String> {
    let mut result = Ok(());
    for word in value.split([' ', ',']).filter(|word| !word.is_empty()) {
        match parse(word) {
            Some(_) if into.len() == MOST => result = Err("has more than 1000 entries".into()),
            Some(entry) if !into.contains(&entry) => into.push(entry),
            Some(_) => {}
            None => result = Err(["has an entry that ", other].concat()),
        }
    }
    result
}

fn list<'a>(entries: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut list = String::new();
    for entry in entries {
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(entry);
    }
    Some(list).filter(|list| !list.is_empty())
}
