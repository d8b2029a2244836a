//! What the files of the house must keep to together.

use crate::file::{File, code, word};
use crate::rules::first_names;
use std::collections::{BTreeMap, BTreeSet};

/// `(name, path:line)` of every type that other files can name.
fn public_types(files: &[File]) -> impl Iterator<Item = (&str, String)> {
    files.iter().filter(|file| file.is_source()).flat_map(|file| {
        file.text.lines().enumerate().filter_map(move |(index, line)| {
            let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
            let is_public = line.trim_start().starts_with("pub");
            let kind = words.next().filter(|_| is_public)?;
            let is_type = ["struct", "enum", "trait", "type"].contains(&kind);
            // A macro's parameter has no name of its own.
            let name = word(words.next().filter(|name| is_type && !name.starts_with('$'))?);
            Some((name, format!("{}:{}", file.path, index + 1)))
        })
    })
}

/// One public type name once: a search for it leads to one place.
pub(crate) fn names_once(files: &[File]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, place) in public_types(files) {
        places.entry(name).or_default().push(place);
    }
    let twice = places.into_iter().filter(|(_, places)| places.len() > 1);
    twice.map(|(name, places)| format!("{}: `{name}` is named once", places.join(", "))).collect()
}

/// No file of a folder leads back to itself by way of the others; `mod.rs` stands above them.
pub(crate) fn circles(files: &[File]) -> Vec<String> {
    let uses: BTreeMap<&str, BTreeSet<&str>> = files
        .iter()
        .filter(|file| file.is_source() && !file.path.ends_with("/mod.rs"))
        .map(|file| (file.path.as_str(), siblings(file, files)))
        .collect();
    let mut found = Vec::new();
    for (path, used) in &uses {
        for other in used.iter().filter(|other| reaches(&uses, other, path)) {
            found.push(format!("{path}:1: uses {other}, which leads back to it"));
        }
    }
    found
}

fn reaches(uses: &BTreeMap<&str, BTreeSet<&str>>, from: &str, to: &str) -> bool {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(path) = open.pop() {
        if path == to {
            return true;
        }
        if seen.insert(path) {
            open.extend(uses.get(path).into_iter().flatten());
        }
    }
    false
}

/// The files beside this one that it uses, by their own names or by what `mod.rs` gives on.
fn siblings<'a>(file: &File, files: &'a [File]) -> BTreeSet<&'a str> {
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let at = |name: &str| {
        let path = format!("{folder}/{name}.rs");
        files.iter().find(|other| other.path == path)
    };
    let above = files.iter().find(|other| other.path == format!("{folder}/mod.rs"));
    let given = above.map(gives).unwrap_or_default();
    let lines: Vec<&str> = file.text.lines().take_while(|line| *line != "#[cfg(test)]").collect();
    let text: String = lines.into_iter().map(|line| [code(line), "\n"].concat()).collect();
    let mut used = BTreeSet::new();
    for (index, _) in text.match_indices("super::") {
        if text[..index].ends_with("super::") {
            continue;
        }
        for name in first_names(&text[index + "super::".len()..]) {
            let own =
                at(name).or_else(|| at(given.iter().find(|(one, _)| one == name)?.1.as_str()));
            used.extend(own.filter(|own| own.path != file.path).map(|own| own.path.as_str()));
        }
    }
    used
}

/// What a `mod.rs` gives on, each name with its file: `pub use rows::{Row, rows};`.
fn gives(file: &File) -> Vec<(String, String)> {
    let mut given = Vec::new();
    for (index, start) in file.text.match_indices("use ") {
        let path = &file.text[index + start.len()..];
        let own = word(path);
        if let Some(names) = path[own.len()..].strip_prefix("::") {
            given.extend(first_names(names).into_iter().map(|name| (name.into(), own.into())));
        }
    }
    given
}
