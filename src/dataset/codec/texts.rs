//! The texts of a dataset: their order, and the code page that spells them.
//!
//! A text ends with byte 0. ASCII stands for itself, bytes from 128 for the page's characters in
//! order, and 255 for any other: its code point follows in three bytes.

use super::super::language::{Language, LocalText};
use super::super::model::{Dataset, Record};

const END: u8 = 0;
const FIRST: u8 = 128;
const ESCAPE: u8 = 255;

/// Visits every text that exists in several languages, column by column.
pub(super) fn each_local(data: &mut Dataset, one: &mut dyn FnMut(&mut LocalText)) {
    data.events.iter_mut().for_each(|event| one(&mut event.title));
    data.events.iter_mut().for_each(|event| one(&mut event.short));
    data.projects.iter_mut().for_each(|project| one(&mut project.title));
    data.notes.iter_mut().for_each(&mut *one);
    data.meta.versions.iter_mut().for_each(|version| one(&mut version.note));
    one(&mut data.meta.titles);
    data.eras.iter_mut().for_each(|era| one(&mut era.name));
    for term in &mut data.terms {
        one(&mut term.label);
        one(&mut term.many);
    }
    for partner in &mut data.partners {
        [&mut partner.name, &mut partner.with, &mut partner.by].into_iter().for_each(&mut *one);
    }
}

/// Visits every text that has another one to stand in for it where a language lacks it.
pub(super) fn each_alias(data: &mut Dataset, one: &mut dyn FnMut(&mut LocalText)) {
    data.sources.iter_mut().for_each(|source| one(&mut source.publishers));
}

/// Visits every text that is the same in all languages, column by column; the languages' codes come
/// first.
pub(super) fn each_text(data: &mut Dataset, one: &mut dyn FnMut(&mut String)) {
    let codes: Vec<&str> = data.meta.languages.iter().map(Language::code).collect();
    let mut codes = codes.join(" ");
    one(&mut codes);
    data.meta.languages = codes.split(' ').filter_map(Language::from_tag).collect();
    data.people.iter_mut().for_each(|person| one(&mut person.name));
    for source in &mut data.sources {
        one(&mut source.id);
    }
    for source in &mut data.sources {
        source.url.iter_mut().chain(&mut source.file).for_each(&mut *one);
    }
    data.sources.iter_mut().for_each(|source| one(&mut source.publisher));
    data.sources.iter_mut().for_each(|source| one(&mut source.title));
    each_record(data, &mut |record| one(&mut record.id));
    each_record(data, &mut |record| {
        record.citations.iter_mut().flat_map(|one| &mut one.evidence).for_each(&mut *one);
    });
    for event in &mut data.events {
        event.url.iter_mut().chain(&mut event.came_true).for_each(&mut *one);
    }
    for conflict in &mut data.conflicts {
        one(&mut conflict.id);
        conflict.records.iter_mut().for_each(&mut *one);
    }
    data.terms.iter_mut().for_each(|term| one(&mut term.key));
    data.eras.iter_mut().for_each(|era| one(&mut era.id));
    let meta = &mut data.meta;
    meta.versions.iter_mut().for_each(|version| one(&mut version.version));
    [&mut meta.name, &mut meta.title, &mut meta.version, &mut meta.license]
        .into_iter()
        .for_each(one);
}

fn each_record(data: &mut Dataset, one: &mut dyn FnMut(&mut Record)) {
    data.figures.iter_mut().for_each(|figure| one(&mut figure.record));
    data.events.iter_mut().for_each(|event| one(&mut event.record));
    data.projects.iter_mut().for_each(|project| one(&mut project.record));
    data.sectors.iter_mut().for_each(|mention| one(&mut mention.record));
    data.people.iter_mut().for_each(|person| one(&mut person.record));
}

/// The characters beyond ASCII that have a byte of their own.
#[derive(Default)]
pub(super) struct CodePage {
    chars: Vec<char>,
    /// How often each character was counted, by code point; empty once they are chosen.
    counts: Vec<u32>,
}

impl CodePage {
    pub(super) fn count(&mut self, text: &str) {
        for char in text.chars().filter(|char| !char.is_ascii()) {
            let at = char as usize;
            if at >= self.counts.len() {
                self.counts.resize(at + 1, 0);
            }
            self.counts[at] += 1;
        }
    }

    /// Gives a byte to each of the most frequent characters.
    pub(super) fn choose(&mut self) {
        let counts = core::mem::take(&mut self.counts);
        let mut found: Vec<char> = (0..counts.len() as u32)
            .filter(|at| counts[*at as usize] > 0)
            .filter_map(char::from_u32)
            .collect();
        found.sort_by_key(|char| core::cmp::Reverse(counts[*char as usize]));
        found.truncate(usize::from(ESCAPE - FIRST));
        found.sort();
        self.chars = found;
    }

    /// Its characters as one text.
    pub(super) fn spell(&self) -> String {
        self.chars.iter().collect()
    }

    pub(super) fn read(bytes: &[u8]) -> Option<CodePage> {
        let chars = str::from_utf8(bytes).ok()?.chars().collect();
        Some(CodePage { chars, counts: Vec::new() })
    }

    pub(super) fn encode(&self, text: &str, out: &mut Vec<u8>) {
        for char in text.chars() {
            if char.is_ascii() && char != '\0' {
                out.push(char as u8);
            } else if let Ok(at) = self.chars.binary_search(&char) {
                out.push(FIRST + at as u8);
            } else {
                out.push(ESCAPE);
                out.extend_from_slice(&(char as u32).to_be_bytes()[1..]);
            }
        }
        out.push(END);
    }

    /// Reads the first text into `scratch`, which keeps its room from text to text, and gives the
    /// bytes behind it; none where they are damaged.
    pub(super) fn decode<'a>(&self, mut bytes: &'a [u8], scratch: &mut String) -> Option<&'a [u8]> {
        scratch.clear();
        loop {
            let (&byte, rest) = bytes.split_first()?;
            bytes = rest;
            scratch.push(match byte {
                END => return Some(bytes),
                1..FIRST => char::from(byte),
                FIRST..ESCAPE => *self.chars.get(usize::from(byte - FIRST))?,
                ESCAPE => {
                    let (&[high, middle, low], rest) = bytes.split_first_chunk()?;
                    bytes = rest;
                    char::from_u32(u32::from_be_bytes([0, high, middle, low]))?
                }
            });
        }
    }
}
