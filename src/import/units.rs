//! The unit that a text gives, its power of ten, and what stands beside it that is not understood:
//! `thsd. USD` may be any number of dollars.

use super::country;
use super::date;
use super::date_reading;
use super::footnote::is_footnote;
use super::money;
use super::wording;
use super::words;

/// What a text says of the unit of values.
#[derive(Debug, Default, PartialEq)]
pub(super) struct UnitText {
    /// Powers of ten.
    pub scale: Option<i32>,
    /// The unit with its neighbours, where one of them is not understood.
    pub strange: Option<String>,
    /// The unit with its multipliers: `thousands of US dollars`.
    pub run: String,
}

/// What a word is to the unit beside it.
#[derive(Clone, Copy, PartialEq)]
enum Token {
    /// A currency or a unit of mass; with powers of ten where they are attached: `USDm`.
    Unit(i32),
    /// Powers of ten by a word.
    Scale(i32),
    /// Powers of ten by a number, which may be any number where no word says more: `100 million`.
    Number(i32),
    /// Joins a multiplier to its unit: `thousands of`.
    Link,
    /// Whatever stands behind it is not said of the unit: `in`.
    Bound,
    Other,
}

pub(super) fn read(text: &str) -> UnitText {
    let text = joined(&english(text));
    let parts: Vec<Vec<&str>> =
        parts(&text).map(|part| part.split_whitespace().collect()).collect();
    for (at, words) in parts.iter().enumerate() {
        let tokens = tokens(words);
        let is_unit = |token: &Token| matches!(token, Token::Unit(_));
        let Some(unit) = tokens.iter().position(is_unit) else { continue };
        let mut read = beside(words, &tokens, unit);
        let behind = parts.get(at + 1).filter(|_| read.scale.is_none() && read.strange.is_none());
        if let Some(word) = behind.and_then(|words| alone(words)) {
            read.strange = Some([&*words.join(" "), word].join(" "));
        }
        return read;
    }
    let scale = parts.iter().find_map(|words| multiplier(words));
    UnitText { scale, ..UnitText::default() }
}

/// A text with its `Mil` written out, where other words are English: elsewhere it may be a thousand.
fn english(text: &str) -> String {
    const ENGLISH: [&str; 6] = ["trade", "export", "exports", "import", "imports", "value"];
    let pieces = || text.split_inclusive(|char: char| !char.is_alphanumeric());
    let word =
        |piece: &str| piece.trim_end_matches(|char: char| !char.is_alphanumeric()).to_lowercase();
    if !pieces().any(|piece| ENGLISH.contains(&word(piece).as_str())) {
        return text.to_owned();
    }
    let written = |piece: &str| match word(piece).as_str() {
        "mil" => format!("million{}", &piece[3..]),
        _ => piece.to_owned(),
    };
    pieces().map(written).collect()
}

/// A unit as an answer gives it, with its power of ten where one is said: `USD million`.
pub(super) fn known(text: &str) -> Option<(String, Option<i32>)> {
    let said = read(text);
    let mut words = words::phrases(text).into_iter();
    let unit = words.find_map(|phrase| words::unit(&phrase)).or_else(|| money::read(text)?.unit);
    let capitals = || Some(text.to_uppercase()).filter(|capitals| capitals != text);
    match unit.filter(|_| said.strange.is_none()) {
        Some(unit) => Some((unit, said.scale)),
        None => known(&capitals()?),
    }
}

/// The power of ten that a text is and nothing else: `Thousands`, `6`, `10^6`.
pub(super) fn power(text: &str) -> Option<i32> {
    // SDMX gives the power itself.
    if let "0" | "3" | "6" | "9" | "12" = text.trim() {
        return text.trim().parse().ok();
    }
    if words::find("whole", text).is_some() {
        return Some(0);
    }
    let text = joined(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_power = |token: &Token| matches!(token, Token::Scale(_) | Token::Number(_));
    let tokens = tokens(&words);
    (!tokens.is_empty() && tokens.iter().all(is_power)).then(|| sum(&tokens))
}

/// Whether a line says the unit of a table and nothing else: `Unit: USD million`, `Exports, EUR`.
pub(super) fn is_unit_line(text: &str) -> bool {
    let labelled = text.split_once([':', '：']);
    let label = labelled.is_some_and(|(label, _)| words::find("field", label) == Some("unit"));
    let text = joined(text);
    let words: Vec<&str> = parts(&text).flat_map(str::split_whitespace).collect();
    let tokens = tokens(&words);
    let is_said = tokens.iter().any(|token| matches!(token, Token::Unit(_) | Token::Scale(_)));
    let understood = |at: usize| tokens[at] != Token::Other || is_known(&words, at);
    is_said && (label || (0..words.len()).all(understood))
}

/// The multiplied unit of which a sentence speaks, if it is not of an amount: `in thousands of euros`.
pub(super) fn mentioned(text: &str) -> Option<String> {
    let UnitText { scale, strange, run } = read(text);
    let is_amount = [strange.as_deref(), Some(&run)].into_iter().flatten().any(|said| {
        said.split(' ').any(|word| word.starts_with(|char: char| char.is_ascii_digit()))
    });
    scale.filter(|_| !run.is_empty() && !is_amount).map(|_| run)
}

/// The run of a unit and its multipliers, and the words at its ends.
fn beside(words: &[&str], tokens: &[Token], unit: usize) -> UnitText {
    let of_run = |token: &&Token| !matches!(token, Token::Bound | Token::Other);
    let mut start = unit - tokens[..unit].iter().rev().take_while(of_run).count();
    let mut end = unit + tokens[unit..].iter().take_while(of_run).count();
    let run = &tokens[start..end];
    let by_word = run.iter().any(|token| matches!(token, Token::Scale(_)));
    let small = |token: &Token| matches!(token, Token::Number(scale) if *scale < 3);
    let mut strange = !by_word && run.iter().any(small);
    let is_said = |token: &Token| matches!(token, Token::Scale(_) | Token::Number(_));
    let attached = run.iter().any(|token| matches!(token, Token::Unit(scale) if *scale > 0));
    let scale = (attached || run.iter().any(is_said)).then(|| sum(run));
    let said = words[start..end].join(" ");
    let is_other = |at: usize| tokens[at] == Token::Other && !is_known(words, at);
    if start > 0 && is_other(start - 1) {
        (start, strange) = (start - 1, true);
    }
    if end < words.len() && is_other(end) {
        (end, strange) = (end + 1, true);
    }
    UnitText { scale, strange: strange.then(|| words[start..end].join(" ")), run: said }
}

/// A word that stands by itself behind a unit and is not understood: `USD (thsd.)`.
fn alone<'a>(words: &[&'a str]) -> Option<&'a str> {
    if let [mark] = words
        && is_footnote(mark)
    {
        return None;
    }
    let tokens = tokens(words);
    let mut others = (0..words.len()).filter(|at| tokens[*at] != Token::Bound);
    let at = others.next().filter(|_| others.next().is_none())?;
    (tokens[at] == Token::Other && !is_known(words, at)).then(|| words[at])
}

/// Powers of ten without a unit, of which a word says one: `hundred million`.
fn multiplier(words: &[&str]) -> Option<i32> {
    let tokens = tokens(words);
    let is_power = |token: &Token| matches!(token, Token::Scale(_) | Token::Number(_));
    let says = |word: &str| words::find("scale", word).is_some();
    let by_word = (0..words.len()).find(|at| says(words[*at]))?;
    let start = by_word - tokens[..by_word].iter().rev().take_while(|one| is_power(one)).count();
    let end = by_word + tokens[by_word..].iter().take_while(|one| is_power(one)).count();
    Some(sum(&tokens[start..end]))
}

fn sum(tokens: &[Token]) -> i32 {
    let scale = |token: &Token| match token {
        Token::Unit(scale) | Token::Scale(scale) | Token::Number(scale) => *scale,
        _ => 0,
    };
    tokens.iter().map(scale).sum()
}

fn tokens(words: &[&str]) -> Vec<Token> {
    let mut tokens: Vec<Token> = words.iter().map(|word| token(word)).collect();
    for length in 1..=3 {
        for (at, run) in words.windows(length).enumerate() {
            if is_unit(&run.join(" ")) {
                tokens[at..at + length].fill(Token::Unit(0));
            }
        }
    }
    tokens
}

fn token(word: &str) -> Token {
    let bare = word.trim_end_matches('.');
    let scale = ["scale", "multiplier"]
        .iter()
        .find_map(|group| words::find(group, word).or_else(|| words::find(group, bare)));
    if let Some(scale) = scale.and_then(|scale| scale.parse().ok()) {
        return Token::Scale(scale);
    }
    if let Some(power) = power_of_ten(word) {
        return Token::Number(power);
    }
    if words::find("link", word).is_some() {
        return Token::Link;
    }
    if words::find("bound", word).is_some() {
        return Token::Bound;
    }
    money::attached(word).map_or(Token::Other, |money| Token::Unit(money.scale))
}

/// A unit that is measured out, so that a multiplier may stand with it; none that is counted.
fn is_unit(text: &str) -> bool {
    let is_counted = |unit: &String| ["count", "ratio", "persons"].contains(&unit.as_str());
    words::unit(text).is_some_and(|unit| !is_counted(&unit))
        || words::find("unclear", text).is_some()
}

/// `1000`, `10^6`, `10⁶`.
fn power_of_ten(word: &str) -> Option<i32> {
    let word = word.trim_start_matches(['×', '*', '·']);
    if let Some(zeros) = word.strip_prefix('1')
        && zeros.len() <= 12
        && zeros.bytes().all(|byte| byte == b'0')
    {
        return Some(zeros.len() as i32);
    }
    let raised = word.strip_prefix("10")?;
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let digit = |char: char| RAISED.chars().position(|raised| raised == char);
    let power = match raised.strip_prefix('^').or_else(|| raised.strip_prefix("**")) {
        Some(digits) => digits.parse().ok()?,
        None => raised
            .chars()
            .try_fold(0_i32, |sum, char| sum.checked_mul(10)?.checked_add(digit(char)? as i32))?,
    };
    (1..=12).contains(&power).then_some(power)
}

/// Whether the words around a place say something that is no multiplier: a country, a year, a flow.
fn is_known(words: &[&str], at: usize) -> bool {
    (1..=4).any(|length| {
        let first = (at + 1).saturating_sub(length);
        (first..=at).filter_map(|start| words.get(start..start + length)).any(|run| {
            let text = run.join(" ");
            says(&text) || says(text.trim_end_matches(['.', '*']))
        })
    })
}

fn says(text: &str) -> bool {
    const GROUPS: [&str; 10] = [
        "beside", "field", "measure", "flow", "other", "growth", "percent", "total", "source",
        "mark",
    ];
    let is_year = |part: &str| date_reading::is_year(part) || date::marked_year(part).is_some();
    // A number may be a country's or a day's, and is more likely a multiplier.
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return is_year(text);
    }
    GROUPS.iter().any(|group| words::find(group, text).is_some())
        || words::unit(text).is_some()
        || country::code(text).is_some()
        || wording::month(text).is_some()
        || text.split(['-', '–', '—']).all(is_year)
        || date::read(text).is_some()
        || !text.contains(char::is_alphanumeric)
}

/// What brackets and commas part.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['(', ')', '[', ']', '{', '}', ',', ';', ':', '：', '/', '"', '|'])
        .filter(|part| !part.trim().is_empty())
}

/// `1,000` and `1 000 000` as one number.
fn joined(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, char) in chars.iter().enumerate() {
        let digits = out.bytes().rev().take_while(u8::is_ascii_digit).count();
        let number = &out[out.len() - digits..];
        let power = number.starts_with('1') && number[1..].bytes().all(|byte| byte == b'0');
        let zeros = chars.get(at + 1..at + 4).is_some_and(|next| next == ['0', '0', '0']);
        let ends = chars.get(at + 4).is_none_or(|next| !next.is_ascii_digit());
        let divides = matches!(char, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}');
        if !(divides && power && zeros && ends) {
            out.push(if char.is_whitespace() { ' ' } else { *char });
        }
    }
    out
}
