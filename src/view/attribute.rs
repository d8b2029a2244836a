//! The state as attributes: the same names and words in HTML, in URLs and in `data-` attributes.
//!
//! Values come from strangers: what is unknown, over-long or malformed is not taken, and says why.

use super::{Compare, Problem, ScaleKind, State, ThemeChoice, View};
use crate::dataset::vocabulary::position;
use crate::dataset::{Code, Day, Language, nearest};

/// Values of attributes with a closed list, the default first.
pub trait Keyword: Copy + PartialEq + 'static {
    const ALL: &'static [Self];
    /// In the order of [`Keyword::ALL`].
    const WORDS: &'static [&'static str];

    fn parse(word: &str) -> Option<Self> {
        position(Self::WORDS, word).map(|at| Self::ALL[at])
    }

    /// The value of a word, or what is wrong with it: `what` says of what it is none.
    fn read(word: &str, what: &str) -> Result<Self, String> {
        Self::parse(word).ok_or_else(|| {
            let meant = nearest(word, Self::WORDS.iter().copied());
            let hint = meant.map_or_else(
                || ["give ", &Self::WORDS.join(", ")].concat(),
                |near| ["did you mean ", near, "?"].concat(),
            );
            ["is ", what, "; ", &hint].concat()
        })
    }

    fn word(self) -> &'static str {
        Self::ALL.iter().position(|value| *value == self).map_or("", |at| Self::WORDS[at])
    }
}

impl Keyword for View {
    const ALL: &'static [View] =
        &[View::Story, View::Trade, View::Events, View::Sectors, View::Table];
    const WORDS: &'static [&'static str] = &["story", "trade", "events", "sectors", "table"];
}

impl Keyword for ScaleKind {
    const ALL: &'static [ScaleKind] = &[ScaleKind::Linear, ScaleKind::Log, ScaleKind::Indexed];
    const WORDS: &'static [&'static str] = &["linear", "log", "indexed"];
}

impl Keyword for ThemeChoice {
    const ALL: &'static [ThemeChoice] = &[ThemeChoice::Auto, ThemeChoice::Light, ThemeChoice::Dark];
    const WORDS: &'static [&'static str] = &["auto", "light", "dark"];
}

impl Keyword for Option<Compare> {
    const ALL: &'static [Option<Compare>] = &[None, Some(Compare::Reporters)];
    const WORDS: &'static [&'static str] = &["none", "reporters"];
}

impl Keyword for bool {
    const ALL: &'static [bool] = &[true, false];
    const WORDS: &'static [&'static str] = &["on", "off"];
}

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
        self.take(known, value).map_err(|reason| Problem::new(attribute, &reason))
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
        }
    }
}

/// Control characters and overrides of the writing direction.
fn is_hidden(char: char) -> bool {
    char.is_control() || matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A word as a dataset spells its own: lowercase letters, digits and hyphens.
fn key(word: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (word.len() <= LONGEST_KEY && word.bytes().all(plain)).then(|| word.into())
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

#[derive(Clone, Copy, PartialEq)]
enum End {
    First,
    Last,
}

/// The first or the last day of `2015`, `2015-03` or `2015-03-02`.
fn bound(value: &str, end: End) -> Result<Day, &'static str> {
    let expected = "is not a year or a date like 2015, 2015-03 or 2015-03-02";
    let mut parts = [0_u32; 3];
    let mut given = 0;
    for part in value.split('-') {
        let digits = if given == 0 { 4 } else { 2 };
        if given == 3 || part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(expected);
        }
        parts[given] = part.parse().map_err(|_| expected)?;
        given += 1;
    }
    let [year, month, day] = parts;
    let year = year as i32;
    let date = match (given, end) {
        (1, End::First) => Day::from_civil(year, 1, 1),
        (1, End::Last) => Day::from_civil(year, 12, 31),
        _ if !(1..=12).contains(&month) => return Err(expected),
        (2, End::First) => Day::from_civil(year, month, 1),
        (2, End::Last) => Day(Day::from_civil(year, month + 1, 1).0 - 1),
        _ => Day::from_civil(year, month, day),
    };
    match given {
        3 if date.civil() != (year, month, day) => Err("is a day that does not exist"),
        _ => Ok(date),
    }
}

/// `2015-03-02`
fn written(day: Day) -> String {
    let (year, month, day) = day.civil();
    let mut text = String::new();
    for (number, digits) in [(year as u32, 4), (month, 2), (day, 2)] {
        if !text.is_empty() {
            text.push('-');
        }
        let number = number.to_string();
        for _ in number.len()..digits {
            text.push('0');
        }
        text.push_str(&number);
    }
    text
}
