//! What each file must keep to.

use crate::file::{File, code, word};
use crate::harmless::harmless;
use std::sync::LazyLock;

/// The rooms of `src/` by floor; a room may use only what lies on a lower floor.
const FLOORS: [&[&str]; 11] = [
    &["geometry", "dataset"],
    &["import", "view", "scene", "scale", "embedded"],
    &["locale", "theme", "text"],
    &["layout", "paint", "reading"],
    &["chart", "words"],
    &["table", "widget"],
    &["wire"],
    &["export"],
    &["publish"],
    &["cli", "builder"],
    &["web"],
];

/// Rooms that depend on their arguments only.
const PURE: [&str; 5] = ["reading", "words", "chart", "table", "widget"];

/// What would make them depend on more.
const IMPURE: [&str; 10] = [
    "RefCell",
    "Cell<",
    "Mutex",
    "Atomic",
    "thread_local",
    "std::time",
    "std::env",
    "std::fs",
    "static mut",
    "println!",
];

pub(crate) type Rule = fn(&File) -> Vec<String>;

pub(crate) const RULES: [Rule; 10] = [
    imports,
    plotters,
    browser,
    targets,
    purity,
    countries,
    lengths,
    notes_to_self,
    machines,
    harmless,
];

/// Imports go down only.
fn imports(file: &File) -> Vec<String> {
    let room = match file.path.strip_prefix("src/").filter(|_| file.is_source()) {
        Some(rest) => rest.split(['/', '.']).next().unwrap_or_default(),
        None => return Vec::new(),
    };
    // lib.rs and main.rs stand above all rooms.
    let Some(own) = floor(room) else { return Vec::new() };
    let mut found = Vec::new();
    for (index, _) in file.text.match_indices("crate::") {
        for used in first_names(&file.text[index + "crate::".len()..]) {
            if used != room && floor(used).is_some_and(|floor| floor >= own) {
                let line = file.text[..index].lines().count().max(1);
                found.push(format!(
                    "{}:{line}: `{room}` may not use `{used}`, which is not below it",
                    file.path
                ));
            }
        }
    }
    found
}

pub(crate) fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The first names of a path: `a` of `a::b`, `a` and `c` of `{a::b, c}`.
pub(crate) fn first_names(path: &str) -> Vec<&str> {
    let Some(list) = path.strip_prefix('{') else {
        return vec![word(path)];
    };
    let (mut depth, mut names, mut start) = (0, Vec::new(), 0);
    for (index, char) in list.char_indices() {
        match char {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(word(list[start..index].trim_start()));
                start = index + 1;
                if char == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn plotters(file: &File) -> Vec<String> {
    if !file.is_source() || file.is_under("src/paint/") {
        return Vec::new();
    }
    file.lines("`plotters` stands only under src/paint/", |line| code(line).contains("plotters"))
}

fn browser(file: &File) -> Vec<String> {
    if !file.is_source() || file.is_under("src/web/") || file.path == "src/paint/canvas.rs" {
        return Vec::new();
    }
    file.lines(
        "bindings to the browser stand only under src/web/ and in src/paint/canvas.rs",
        |line| ["web_sys", "js_sys", "wasm_bindgen"].iter().any(|name| code(line).contains(name)),
    )
}

fn targets(file: &File) -> Vec<String> {
    let allowed = ["/mod.rs", "/lib.rs", "/main.rs"].iter().any(|name| file.path.ends_with(name));
    if !file.is_source() || allowed {
        return Vec::new();
    }
    file.lines("`target_arch` stands only in mod.rs, lib.rs and main.rs", |line| {
        code(line).contains("target_arch")
    })
}

fn purity(file: &File) -> Vec<String> {
    let room = PURE.iter().find(|room| file.is_under(&format!("src/{room}/")));
    let Some(room) = room.filter(|_| file.is_source()) else { return Vec::new() };
    file.lines(&format!("`{room}` depends on its arguments only"), |line| {
        IMPURE.iter().any(|word| code(line).contains(word))
    })
}

fn lengths(file: &File) -> Vec<String> {
    let is_script = file.is_under("www/") && file.path.ends_with(".js");
    match file.path.as_str() {
        "ARCHITECTURE.md" => file.longer_than(140),
        "build.rs" => file.longer_than(50),
        // What is told to the reader of a script is not counted.
        _ if is_script => File::new(&file.path, &statements(&file.text)).longer_than(300),
        // Tables that commands make.
        _ if file.text.starts_with("// Generated") => Vec::new(),
        _ if file.is_source() => file.longer_than(300),
        _ => Vec::new(),
    }
}

/// The lines of a script that are neither blank nor all comment.
fn statements(text: &str) -> String {
    let prose =
        |line: &str| line.is_empty() || ["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    text.lines().filter(|line| !prose(line.trim())).map(|line| line.to_owned() + "\n").collect()
}

fn notes_to_self(file: &File) -> Vec<String> {
    let marks =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX"), concat!("to", "do!")];
    file.lines("unfinished work belongs in no file", |line| {
        marks.iter().any(|mark| {
            line.match_indices(mark).any(|(index, _)| {
                let before = line[..index].chars().next_back();
                let after = line[index + mark.len()..].chars().next();
                let inside = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
                !inside(before) && !inside(after)
            })
        })
    })
}

/// A path that holds on one machine only, or the address of a registry.
fn machines(file: &File) -> Vec<String> {
    let folders = [
        concat!("/ro", "ot/"),
        concat!("/wo", "rk/"),
        concat!("/ho", "me/"),
        concat!("/Us", "ers/"),
    ];
    let hosts = [
        concat!("registry.", "npmjs"),
        concat!("index.", "crates.io"),
        concat!("python", "hosted.org"),
    ];
    file.lines("no path of one machine and no registry's address", |line| {
        let starts = |index: usize| {
            let before = line[..index].chars().next_back();
            before.is_none_or(|char| char.is_whitespace() || "\"'`(=:<".contains(char))
        };
        folders.iter().any(|folder| line.match_indices(folder).any(|(index, _)| starts(index)))
            || hosts.iter().any(|host| line.contains(host))
    })
}

/// The countries by their English names, and what is theirs; `data/` alone may name them.
fn countries(file: &File) -> Vec<String> {
    let is_script = file.is_under("www/") && file.path.ends_with(".js");
    if !file.is_source() && !is_script {
        return Vec::new();
    }
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let rows = include_str!("../../data/cldr/en.csv").lines();
        let names = rows.filter_map(|row| row.strip_prefix("country.")?.split_once(','));
        let names = names.map(|(_, name)| name.trim_matches('"').to_owned());
        let theirs = ["Azerbaijani", "Kazakh", "Russian", "Tajik", "British", "US dollar"];
        names.chain(theirs.map(str::to_owned)).collect()
    });
    file.lines("no string of the code names a country", |line| {
        strings(code(line)).any(|text| NAMES.iter().any(|name| has_word(text, name)))
    })
}

/// What stands in quotation marks.
fn strings(line: &str) -> impl Iterator<Item = &str> {
    line.split(['"', '\'', '`']).skip(1).step_by(2)
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
