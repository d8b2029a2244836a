//! Fits text into a width: several lines, or one line cut short.

use super::Measure;
use super::table::is_mark;
use crate::scene::TextStyle;

const ELLIPSIS: char = '…';
const HYPHEN: &str = "-";
/// The share of a line that the words of a name take with them to the next one.
const NAME: f64 = 0.4;

/// The text in lines of at most `width`, broken at spaces and after hyphens and dashes.
///
/// A word wider than `width` is broken where it must be, with a hyphen between letters; no-break
/// spaces never are. A line is never empty, so a width of less than one letter still yields one letter a line.
pub fn wrap(measure: &dyn Measure, text: &str, style: TextStyle, width: f64) -> Vec<String> {
    let fits = |line: &str| measure.width(line, style) <= width;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        let longer = format!("{line}{word}");
        if fits(longer.trim_end_matches(' ')) {
            line = longer;
            continue;
        }
        let room = |tail: &str| measure.width(tail.trim_end_matches(' '), style);
        if let Some(at) = tied_at(&line, word, |tail| room(&[tail, word].concat()) / width) {
            let tied = line.split_off(at);
            push_trimmed(&mut lines, &line);
            line = tied + word;
            continue;
        }
        push_trimmed(&mut lines, &line);
        let mut rest = word;
        while !fits(rest.trim_end_matches(' ')) {
            let hyphened = longest(rest, |head| fits(&[head, HYPHEN].concat()));
            let hyphened = with_company(rest, hyphened);
            let hyphen = if is_within_word(rest, hyphened) { HYPHEN } else { "" };
            let plain = || longest(rest, fits).max(first_letter(rest));
            let head = if hyphen.is_empty() { plain() } else { hyphened };
            if head >= rest.len() {
                break;
            }
            lines.push([&rest[..head], hyphen].concat());
            rest = &rest[head..];
        }
        line = rest.to_owned();
    }
    push_trimmed(&mut lines, &line);
    lines
}

/// Where what belongs to the next word begins at the end of a line: "21 October" to "2025", the first
/// part of a name to its second one. `share` is what a tail and that word take of a line; a longer
/// name breaks where it must.
fn tied_at(line: &str, next: &str, share: impl Fn(&str) -> f64) -> Option<usize> {
    let (mut at, mut next, mut rest) = (None, next, line);
    while rest.ends_with(' ') {
        let words = rest.trim_end_matches(' ');
        let Some(space) = words.rfind(' ') else { return at };
        let start = space + 1;
        let (word, tail) = (&words[start..], &line[start..]);
        let most = match (is_dated(word, next), is_named(word, next)) {
            (true, _) => 1.0,
            (_, true) => NAME,
            _ => return at,
        };
        if share(tail) > most {
            return at;
        }
        (at, next, rest) = (Some(start), word, &rest[..start]);
    }
    at
}

/// Whether the second word belongs to the first: a month to its day, a unit to its number, a year to its
/// month, a number with a point to what it numbers.
fn is_dated(word: &str, next: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit());
    let is_small = |part: &str| part.len() < 3 && is_digits(part);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if next.starts_with(char::is_alphabetic) {
        let is_amount =
            !(word.len() == 4 && is_digits(word)) && word.split([',', '.']).all(is_digits);
        // 21, 13–14, 2nd
        let is_ordinal = matches!(digits(word), 1 | 2) && word.ends_with(is_letter);
        return is_amount || word.split('–').all(is_small) || is_ordinal;
    }
    let count = digits(next);
    let then = next[count..].chars().next();
    let is_year = count == 4 && !matches!(then, Some('–' | '-'));
    let has_point = count > 0 && matches!(then, Some('.' | ',')) && digits(&next[count + 1..]) > 0;
    (is_year || has_point) && word.ends_with(is_letter)
}

/// Whether both begin with a capital letter and nothing parts them.
fn is_named(word: &str, next: &str) -> bool {
    word.starts_with(is_capital) && word.ends_with(is_letter) && next.starts_with(is_capital)
}

/// The text if it fits into `width`, else as much of it as fits with an ellipsis; empty if not even
/// one letter and an ellipsis fit.
pub fn truncate(measure: &dyn Measure, text: &str, style: TextStyle, width: f64) -> String {
    if measure.width(text, style) <= width {
        return text.to_owned();
    }
    let cut = |head: &str| {
        let mut short = head.trim_end_matches([' ', '\u{A0}', ',', ';', ':', '–', '-']).to_owned();
        short.push(ELLIPSIS);
        short
    };
    let mut head = text;
    while !head.is_empty() {
        let short = cut(head);
        if measure.width(&short, style) <= width {
            return short;
        }
        let last = head.char_indices().rfind(|(_, character)| !is_mark(*character));
        head = &head[..last.map_or(0, |(at, _)| at)];
    }
    String::new()
}

fn push_trimmed(lines: &mut Vec<String>, line: &str) {
    let line = line.trim_end_matches(' ');
    if !line.is_empty() {
        lines.push(line.to_owned());
    }
}

/// Words with the spaces that follow them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start_matches(' ');
    std::iter::from_fn(move || {
        let (mut previous, mut before) = (' ', ' ');
        let mut end = rest.len();
        for (at, character) in rest.char_indices() {
            // An ending stays with its number: 2024-cü.
            let is_ending = previous == '-' && before.is_ascii_digit();
            let after_dash =
                matches!(previous, '-' | '–' | '—' | '/') && is_letter(character) && !is_ending;
            if (previous == ' ' && character != ' ' || after_dash) && at > 0 {
                end = at;
                break;
            }
            (before, previous) = (previous, character);
        }
        let (word, tail) = rest.split_at(end);
        rest = tail;
        (!word.is_empty()).then_some(word)
    })
}

/// As good as Unicode's table of the letters of names in the scripts that have capital ones.
fn is_capital(one: char) -> bool {
    let is_even = (one as u32).is_multiple_of(2);
    matches!(one, 'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Ə' | 'Α'..='Ω' | 'Ѐ'..='Я')
        || is_even && matches!(one, 'Ā'..='Ķ' | 'Ŋ'..='Ŷ' | 'Ҋ'..='Ҿ' | 'Ӑ'..='Ӿ')
}

/// Whether a break there has a letter on either side.
fn is_within_word(text: &str, at: usize) -> bool {
    let (head, tail) = text.split_at(at);
    head.ends_with(is_letter) && tail.starts_with(is_letter)
}

/// As good as Unicode's table of letters, which costs the module 2 KB, for what follows a dash.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, 'À'..='\u{1FFF}' | '\u{2C00}'..)
}

/// The end of the longest head, cut between letters, that `fits`; 0 if none does.
fn longest(text: &str, fits: impl Fn(&str) -> bool) -> usize {
    let ends: Vec<usize> = letter_ends(text).collect();
    let count = ends.partition_point(|end| fits(&text[..*end]));
    count.checked_sub(1).map_or(0, |last| ends[last])
}

/// A cut that leaves no letter of a word alone on the next line, where one before it does not.
fn with_company(text: &str, at: usize) -> usize {
    let tail = &text[at..];
    let left = letter_ends(tail).take_while(|end| tail[..*end].ends_with(is_letter)).count();
    let before = letter_ends(text).take_while(|end| *end < at).last();
    before.filter(|_| left == 1).unwrap_or(at)
}

fn first_letter(text: &str) -> usize {
    letter_ends(text).next().unwrap_or(text.len())
}

/// Where letters end, each with the marks that combine with it.
fn letter_ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices()
        .skip(1)
        .filter(|(_, character)| !is_mark(*character))
        .map(|(at, _)| at)
        .chain((!text.is_empty()).then_some(text.len()))
}
