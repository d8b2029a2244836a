//! Names of countries as codes: CLDR's names in nine languages, ISO's codes, and usual variants.
//!
//! A name is known exactly or not at all; one that two countries have is not known.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::fold;

const COUNTRIES: &str = include_str!("../../data/names/countries.csv");
const VARIANTS: &str = include_str!("../../data/names/variants.csv");

/// How sure a name is of its country.
struct Known {
    code: &'static str,
    /// Two countries have the name.
    shared: bool,
}

fn table() -> &'static HashMap<String, Known> {
    static TABLE: OnceLock<HashMap<String, Known>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        let mut add = |name: &str, code: &'static str| {
            let known = table.entry(fold(name)).or_insert(Known { code, shared: false });
            known.shared |= known.code != code;
        };
        for (code, cells) in rows(COUNTRIES) {
            for name in cells.split([',', '|']).map(|cell| cell.trim_matches('"')) {
                add(name, code);
                add(&name.replace(" & ", " and "), code);
            }
        }
        for (code, names) in rows(VARIANTS) {
            for name in names.split('|') {
                add(name, code);
            }
        }
        table
    })
}

fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().skip(1).filter_map(|line| line.split_once(','))
}

/// The code of a country or group, for a name, or a code in capitals; none unless it is certain.
pub fn code(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let is_code =
        |length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code(2)
        && let Some((code, _)) = rows(COUNTRIES).find(|(code, _)| *code == text)
    {
        return Some(code);
    }
    let bare = text.trim_end_matches(['*', '†', '‡', '¹', '²', '³']).trim_end();
    if bare.is_empty() {
        return None;
    }
    let known = table().get(&fold(bare))?;
    // Codes of ISO are capitals; a lower-case word that happens to be one is a word.
    let is_word_like_a_code = bare.len() <= 3
        && bare.bytes().all(|byte| byte.is_ascii_alphabetic())
        && bare.bytes().any(|byte| byte.is_ascii_lowercase());
    (!known.shared && !is_word_like_a_code).then_some(known.code)
}

/// A country's names of more than a code's letters, in all languages.
pub(super) fn names(code: &str) -> impl Iterator<Item = &'static str> {
    let of = |table, divides: &'static [char]| {
        let cells = rows(table).filter(move |(known, _)| *known == code).map(|(_, cells)| cells);
        cells.flat_map(move |cells| cells.split(divides))
    };
    let names = of(COUNTRIES, &[',', '|', '"']).chain(of(VARIANTS, &['|']));
    names.filter(|name| name.chars().count() > 3)
}

/// All codes with their names in a language, else in English, in the order of the codes.
pub fn all(language: &str) -> Vec<(&'static str, &'static str)> {
    let header = COUNTRIES.lines().next().unwrap_or_default();
    let at = header.split(',').position(|known| known == language);
    let own = |cells: &'static str| {
        let cell = at.filter(|at| *at > 2).and_then(|at| cells.split(',').nth(at - 1))?;
        cell.split('|').next().filter(|name| !name.is_empty())
    };
    rows(COUNTRIES).map(|(code, cells)| (code, own(cells).unwrap_or_else(|| name(code)))).collect()
}

/// Whether a code is that of the world.
pub(super) fn is_world(of: &str) -> bool {
    code("world") == Some(of)
}

/// Whether a code is of several countries together.
pub(super) fn is_group(code: &str) -> bool {
    rows(VARIANTS).any(|(known, _)| known == code)
        && !rows(COUNTRIES).any(|(known, _)| known == code)
}

/// The names most like one that is not known, at most three: with a letter or two written otherwise,
/// or with more words around it. An abbreviation is like no other.
pub(super) fn nearest(text: &str) -> Vec<&'static str> {
    let text = text.trim();
    let length = text.chars().count();
    if length < 4
        || !text.contains(char::is_alphabetic)
        || length <= 5 && text.chars().all(char::is_uppercase)
    {
        return Vec::new();
    }
    let text = fold(text);
    let slips = if length <= 7 { 1 } else { 2 };
    let alike = |name: &str| {
        let more = name.match_indices(text.as_str()).any(|(at, found)| {
            let (before, after) = (&name[..at], &name[at + found.len()..]);
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        });
        let is_near = || {
            name.chars().count().abs_diff(text.chars().count()) <= slips
                && strsim::osa_distance(name, &text) <= slips
        };
        // What is not elsewhere specified is like every other rest.
        !name.ends_with(" nes") && (more || is_near())
    };
    let mut near: Vec<(f64, &'static str)> = table()
        .iter()
        .filter(|(name, known)| !known.shared && name.len() > 3 && alike(name))
        .map(|(name, known)| (strsim::jaro_winkler(name, &text), known.code))
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let mut codes: Vec<&'static str> = Vec::new();
    for (_, code) in near {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes.truncate(3);
    codes
}

/// A country's name in English by CLDR, a group's by the first of its variants, else the code.
pub(super) fn name(code: &str) -> &str {
    let country = rows(COUNTRIES).find(|(known, _)| *known == code);
    let country = country.and_then(|(_, cells)| cells.split(',').nth(2));
    let group = || rows(VARIANTS).find(|(known, _)| *known == code).map(|(_, names)| names);
    country.or_else(group).and_then(|names| names.split('|').next()).unwrap_or(code)
}
