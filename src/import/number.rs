//! Numbers as people write them: `1 234,5`, `1.234,5`, `1,234.5`, `12 mln`, `(5)`, `~7`, `3*`.
//!
//! One cell cannot always say which of its marks is the decimal one; a column can. So a cell is
//! first taken apart ([`Written::parse`]), all cells of a column vote ([`Marks`]), and only then is
//! the number read ([`Written::plain`]).

use super::footnote::{self, is_flag, is_footnote};
use super::plain::{self, shifted};
use super::sayings;
use super::words;

/// The mark between whole and broken parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1.234,5`
    Comma,
    /// `1,234.5`
    Point,
}

/// A cell that is a number, its marks not yet judged.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Written {
    negative: bool,
    /// Plus or minus is written.
    pub signed: bool,
    /// What is assumed of a letter for a power of ten, `m`, or of brackets.
    pub assumed: Option<&'static str>,
    /// Digits between marks; a mark stands before all but the first.
    groups: Vec<(char, String)>,
    /// Powers of ten by a word such as `mln`.
    scale: i32,
    /// Powers of ten as programs write them: `1.2E+09`.
    power: Option<i32>,
    pub percent: bool,
    /// A qualifier of the contract: `about`, `more-than`, `almost`, `up-to`.
    pub qualifier: Option<&'static str>,
    /// A unit that stands beside the number.
    pub unit: Option<String>,
    /// A currency's sign or name that several currencies have.
    pub unclear: Option<String>,
    /// What points at a footnote: `*`, `1)`, or says how sure the number is: `p`.
    pub footnotes: Vec<String>,
    /// The mark of the column's year.
    pub of_year: Option<String>,
}

/// What a cell says of its column's decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vote {
    /// No mark, or none that could be a decimal one.
    None,
    Decimal(DecimalMark),
    /// This mark divides thousands, so the other is the decimal one.
    Thousands(DecimalMark),
    /// `2,923`: two thousand, or two and a bit.
    Either(DecimalMark),
}

impl Written {
    /// Takes a cell apart; none where it is no number.
    pub(super) fn parse(text: &str) -> Option<Written> {
        let mut written = Written::default();
        let mut rest = text.trim().replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
        if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
            (written.negative, written.signed) = (true, true);
            written.assumed = Some(sayings::BRACKETS);
            rest = inner.trim().to_owned();
        }
        let mut rest = written.footnote_off(&rest);
        written.power = plain::power_off(&mut rest);
        written.before(&mut rest)?;
        written.after(&mut rest)?;
        written.groups(rest.trim())?;
        Some(written)
    }

    /// `1234*`, `1234 [2]`, `1234¹`, `1234 2)`.
    fn footnote_off(&mut self, text: &str) -> String {
        let bare =
            text.trim_end_matches(['*', '†', '‡', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
        let cut = match bare.char_indices().next_back() {
            Some((_, ']' | ')')) if bare.len() == text.len() => bare.rfind(['[', '(', ' ']),
            _ => None,
        };
        let at = cut.unwrap_or(bare.len());
        let mark = text[at..].trim();
        if is_footnote(mark)
            && text[..at].ends_with(|last: char| last.is_ascii_digit() || last == ' ')
        {
            self.footnotes.push(mark.trim_matches(['[', '(', ']', ')']).to_owned());
            return text[..at].trim().to_owned();
        }
        text.to_owned()
    }

    /// Signs, qualifiers and units in front of the digits.
    fn before(&mut self, rest: &mut String) -> Option<()> {
        let digits = rest.find(|char: char| char.is_ascii_digit())?;
        // `.5` and `,5` begin with their mark.
        let start = if digits > 0 && [b'.', b','].contains(&rest.as_bytes()[digits - 1]) {
            digits - 1
        } else {
            digits
        };
        let head = rest[..start].to_owned();
        let mut word = head.trim();
        *rest = rest[start..].to_owned();
        if let Some(before) = word.strip_suffix(['-', '−', '–', '+']) {
            self.negative ^= !word.ends_with('+');
            self.signed = true;
            word = before.trim();
        }
        for part in word.split_whitespace() {
            if let Some(inner) = part.strip_prefix(['-', '−', '–']) {
                self.negative ^= true;
                self.signed = true;
                self.said(inner)?;
            } else {
                // A letter at a number without a blank is a code's.
                let of_code = is_flag(part) && !head.ends_with(char::is_whitespace);
                (!of_code).then_some(())?;
                self.said(part).or_else(|| self.said(word))?;
            }
        }
        Some(())
    }

    /// Percent signs, scales and units behind the digits.
    fn after(&mut self, rest: &mut String) -> Option<()> {
        let end = rest.rfind(|char: char| char.is_ascii_digit())? + 1;
        let tail = rest[end..].to_owned();
        rest.truncate(end);
        let tail = self.multiplied(&tail);
        let mut tail = tail.trim().trim_start_matches(['.', ',']).trim();
        while !tail.is_empty() {
            if let Some(after) = tail.strip_prefix('%') {
                self.percent = true;
                tail = after.trim();
                continue;
            }
            if matches!(tail, "-" | "−") {
                self.negative ^= true;
                self.signed = true;
                return Some(());
            }
            // The longest words first: `долл. США` before `долл.`
            let ends = tail.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
            let mut ends: Vec<usize> = ends.chain([tail.len()]).collect();
            ends.reverse();
            let boundary = |end: usize| {
                let next = tail[end..].chars().next();
                next.is_none_or(|next| !next.is_alphabetic())
            };
            let end = ends.into_iter().filter(|end| boundary(*end)).find(|end| {
                let word = tail[..*end].trim();
                !word.is_empty() && self.said(word).is_some()
            })?;
            tail = tail[end..].trim();
        }
        Some(())
    }

    /// `3m`, `4k`: a letter that follows the digits at once, before a currency or nothing; one by
    /// itself is a flag, as is `b`.
    fn multiplied<'a>(&mut self, tail: &'a str) -> &'a str {
        for (letters, said, scale) in [
            ("mm", sayings::MILLIONS, 6),
            ("m", sayings::MILLIONS, 6),
            ("k", sayings::THOUSANDS, 3),
        ] {
            let head = tail.get(..letters.len()).filter(|head| head.eq_ignore_ascii_case(letters));
            let rest = head.map(|head| &tail[head.len()..]);
            if let Some(rest) = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric)) {
                self.scale += scale;
                self.assumed = Some(said);
                return rest;
            }
        }
        tail
    }

    fn said(&mut self, word: &str) -> Option<()> {
        let word = word.trim();
        if word.is_empty() {
            return Some(());
        }
        if let Some(scale) = words::find("scale", word) {
            self.scale += scale.parse::<i32>().ok()?;
        } else if let Some(unit) = words::unit(word) {
            self.unit = Some(unit);
        } else if words::find("unclear", word).is_some() {
            self.unclear = Some(word.to_owned());
        } else if let Some(found) = words::qualifier(word) {
            self.qualifier = Some(found);
        } else if is_flag(word) {
            self.footnotes.push(footnote::bare(word).to_owned());
        } else {
            return None;
        }
        Some(())
    }

    fn groups(&mut self, text: &str) -> Option<()> {
        let mut group = (' ', String::new());
        for char in text.chars() {
            match char {
                '0'..='9' => group.1.push(char),
                '.' | ',' | ' ' | '\'' | '’' | '_' => {
                    if group.1.is_empty() && !self.groups.is_empty() {
                        return None;
                    }
                    self.groups.push(core::mem::replace(&mut group, (char, String::new())));
                }
                _ => return None,
            }
        }
        self.groups.push(group);
        let first = self.groups[0].1.is_empty();
        let fits = self.groups.len() <= 16
            && (!first || self.groups.len() == 2)
            && self.groups.iter().skip(1).all(|group| !group.1.is_empty());
        (fits && self.vote().is_some()).then_some(())
    }

    /// What the cell says of the marks; none where its marks make no number.
    pub(super) fn vote(&self) -> Option<Vote> {
        let marks: Vec<char> = self.groups.iter().skip(1).map(|(mark, _)| *mark).collect();
        let Some(last) = marks.last().copied() else { return Some(Vote::None) };
        let decimal_like = matches!(last, '.' | ',');
        let (head, tail) = self.groups.split_at(self.groups.len() - 1);
        let same_before = marks[..marks.len() - 1].windows(2).all(|pair| pair[0] == pair[1]);
        let thousands = |groups: &[(char, String)]| {
            groups.iter().skip(1).all(|(_, digits)| digits.len() == 3)
                && (1..=3).contains(&groups[0].1.len())
        };
        if !decimal_like {
            let fits = same_before && marks[0] == last && thousands(&self.groups);
            return fits.then_some(Vote::None);
        }
        let mark = mark_of(last);
        if marks.len() == 1 {
            let whole = &self.groups[0].1;
            let either = self.power.is_none()
                && tail[0].1.len() == 3
                && (1..=3).contains(&whole.len())
                && !whole.starts_with('0');
            return Some(if either { Vote::Either(mark) } else { Vote::Decimal(mark) });
        }
        if marks[..marks.len() - 1].contains(&last) {
            let all = marks.iter().all(|one| *one == last);
            return (all && thousands(&self.groups)).then_some(Vote::Thousands(mark));
        }
        (same_before && thousands(head)).then_some(Vote::Decimal(mark))
    }

    /// The number as a plain decimal in its unit, by the column's mark; none where it contradicts.
    pub(super) fn plain(&self, decimal: DecimalMark) -> Option<String> {
        let sign = if decimal == DecimalMark::Comma { ',' } else { '.' };
        let contradicts = match self.vote()? {
            Vote::None => false,
            Vote::Decimal(mark) => mark != decimal,
            Vote::Thousands(mark) => mark == decimal,
            Vote::Either(_) => false,
        };
        if contradicts {
            return None;
        }
        let (mut digits, mut broken) = (String::new(), 0_i32);
        for (at, (mark, group)) in self.groups.iter().enumerate() {
            if at > 0 && *mark == sign {
                broken = group.len() as i32;
            }
            digits.push_str(group);
        }
        Some(shifted(self.negative, &digits, self.scale + self.power.unwrap_or(0) - broken))
    }

    /// As [`Written::plain`], further powers of ten larger.
    pub(super) fn scaled(mut self, scale: i32, decimal: DecimalMark) -> Option<String> {
        // What the cell itself says is not said again by its column.
        if self.scale == 0 {
            self.scale = scale;
        }
        self.plain(decimal)
    }
}

fn mark_of(char: char) -> DecimalMark {
    if char == ',' { DecimalMark::Comma } else { DecimalMark::Point }
}
