//! The house's rules as tests; each failure names file, line and rule.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The rooms of `src/` by floor; a room may use only what lies on a lower floor.
const FLOORS: [&[&str]; 10] = [
    &["geometry", "dataset"],
    &["import", "view", "scene", "scale", "embedded"],
    &["locale", "theme", "text"],
    &["layout", "paint", "reading"],
    &["chart", "words"],
    &["table", "widget"],
    &["wire"],
    &["export"],
    &["web", "publish"],
    &["cli"],
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

struct File {
    /// Relative to the root, with `/`.
    path: String,
    text: String,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    fn is_source(&self) -> bool {
        self.path.starts_with("src/") && self.path.ends_with(".rs")
    }

    fn is_under(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// `path:line: rule`, for every line that breaks it.
    fn lines(&self, rule: &str, breaks: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.text.lines().enumerate().filter(|(_, line)| breaks(line));
        lines.map(|(index, _)| format!("{}:{}: {rule}", self.path, index + 1)).collect()
    }

    /// Like a line that breaks a rule, for a file that is too long.
    fn longer_than(&self, limit: usize) -> Vec<String> {
        let count = self.text.lines().count();
        let rule = format!("{}:{}: at most {limit} lines, not {count}", self.path, limit + 1);
        if count > limit { vec![rule] } else { Vec::new() }
    }
}

type Rule = fn(&File) -> Vec<String>;

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

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The first names of a path: `a` of `a::b`, `a` and `c` of `{a::b, c}`.
fn first_names(path: &str) -> Vec<&str> {
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

fn word(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_alphanumeric() && char != '_');
    &text[..end.unwrap_or(text.len())]
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
    match file.path.as_str() {
        "ARCHITECTURE.md" => file.longer_than(140),
        "build.rs" => file.longer_than(50),
        "www/element.js" => {
            File { text: statements(&file.text), path: file.path.clone() }.longer_than(300)
        }
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

/// The line without its comment: rules about code leave prose alone.
fn code(line: &str) -> &str {
    let end = if line.trim_start().starts_with("//") { Some(0) } else { line.find(" // ") };
    &line[..end.unwrap_or(line.len())]
}

/// The countries by their English names, and what is theirs; `data/` alone may name them.
fn countries(file: &File) -> Vec<String> {
    let is_script = file.is_under("www/") && file.path.ends_with(".js");
    if !file.is_source() && !is_script {
        return Vec::new();
    }
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let rows = include_str!("../data/cldr/en.csv").lines();
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

/// What a script of the page would run, keep, send or write as markup.
const FORBIDDEN: [&str; 19] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "document.write",
    "eval(",
    "new Function",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "caches.",
    ".cookie",
    "sendBeacon",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "Worker(",
    "serviceWorker",
    "'style',",
];

/// Of the page's scripts, one alone asks for files.
const ASKS: &str = "www/unable.js";

fn harmless(file: &File) -> Vec<String> {
    if !file.is_under("www/") || !file.path.ends_with(".js") {
        return Vec::new();
    }
    file.lines("no script of ours runs texts, keeps, sends or writes markup", |line| {
        let code = code(line);
        let asks = code.replace("#fetch(", "").contains("fetch(") && file.path != ASKS;
        asks || FORBIDDEN.iter().any(|word| code.contains(word))
    })
}

const RULES: [Rule; 10] = [
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
fn names_once(files: &[File]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, place) in public_types(files) {
        places.entry(name).or_default().push(place);
    }
    let twice = places.into_iter().filter(|(_, places)| places.len() > 1);
    twice.map(|(name, places)| format!("{}: `{name}` is named once", places.join(", "))).collect()
}

fn check(files: &[File]) -> Vec<String> {
    let mut found = names_once(files);
    found.extend(files.iter().flat_map(|file| RULES.iter().flat_map(|rule| rule(file))));
    found
}

/// Every text file of the repository; not what tools and builds leave.
fn repository() -> Vec<File> {
    fn visit(folder: &Path, name: &str, files: &mut Vec<File>) {
        for entry in fs::read_dir(folder).expect("a folder can be listed") {
            let entry = entry.expect("a folder can be listed");
            let own = entry.file_name().into_string().expect("names are UTF-8");
            let name = if name.is_empty() { own.clone() } else { format!("{name}/{own}") };
            if ["target", "node_modules", ".git", "pkg"].contains(&own.as_str()) {
                continue;
            }
            if entry.path().is_dir() {
                visit(&entry.path(), &name, files);
            } else if let Ok(text) = fs::read_to_string(entry.path()) {
                files.push(File { path: name, text });
            }
        }
    }
    let mut files = Vec::new();
    visit(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
    files
}

#[test]
fn the_house_is_tidy() {
    let files = repository();
    for path in ["src/lib.rs", "build.rs", "tests/tidy.rs", "data/datapackage.json"] {
        assert!(files.iter().any(|file| file.path == path), "{path} was not looked at");
    }
    let found = check(&files);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_room_has_a_floor() {
    for file in repository().iter().filter(|file| file.is_source()) {
        let rest = &file.path["src/".len()..];
        let room = rest.split(['/', '.']).next().expect("a path has a first name");
        assert!(
            ["lib", "main"].contains(&room) || floor(room).is_some(),
            "{} has no floor",
            file.path
        );
    }
}

#[test]
fn an_import_upwards_is_found() {
    let file = File::new(
        "src/scale/mod.rs",
        "use crate::geometry::Point;\nuse crate::scale::tick;\nuse crate::chart::draw;\n\
         use crate::{dataset::{Dataset, Edtf}, web::convert};\nuse crate::view::View;\n",
    );
    assert_eq!(
        check(&[file]),
        [
            "src/scale/mod.rs:3: `scale` may not use `chart`, which is not below it",
            "src/scale/mod.rs:4: `scale` may not use `web`, which is not below it",
            "src/scale/mod.rs:5: `scale` may not use `view`, which is not below it",
        ]
    );
}

#[test]
fn a_foreign_crate_outside_its_room_is_found() {
    let text = "// plotters and web_sys in prose are fine\nuse plotters::prelude::*;\nuse web_sys::Window;\n";
    let found = check(&[File::new("src/chart/trade.rs", text), File::new("src/web/mod.rs", text)]);
    assert_eq!(
        found,
        [
            "src/chart/trade.rs:2: `plotters` stands only under src/paint/",
            "src/chart/trade.rs:3: bindings to the browser stand only under src/web/ and in src/paint/canvas.rs",
            "src/web/mod.rs:2: `plotters` stands only under src/paint/",
        ]
    );
    assert!(check(&[File::new("src/paint/canvas.rs", text)]).is_empty());
}

#[test]
fn a_target_in_the_middle_of_a_room_is_found() {
    let text = "#[cfg(target_arch = \"wasm32\")]\nfn f() {}\n";
    let found = check(&[File::new("src/text/fit.rs", text), File::new("src/text/mod.rs", text)]);
    assert_eq!(
        found,
        ["src/text/fit.rs:1: `target_arch` stands only in mod.rs, lib.rs and main.rs"]
    );
}

#[test]
fn hidden_state_in_the_widget_is_found() {
    let text = "use std::cell::RefCell;\n";
    let found =
        check(&[File::new("src/widget/update.rs", text), File::new("src/web/mod.rs", text)]);
    assert_eq!(found, ["src/widget/update.rs:1: `widget` depends on its arguments only"]);
}

#[test]
fn a_country_in_a_string_is_found() {
    let text =
        "// Trade with Kazakhstan\nlet with = \"Trade with Kazakhstan\";\nlet is = \"Chadwick\";\n";
    let found = check(&[File::new("src/words/headline.rs", text), File::new("www/page.js", text)]);
    assert_eq!(
        found,
        [
            "src/words/headline.rs:2: no string of the code names a country",
            "www/page.js:2: no string of the code names a country",
        ]
    );
}

#[test]
fn markup_storage_and_requests_are_found() {
    let found = |path: &str, text: &str| !check(&[File::new(path, text)]).is_empty();
    for line in [
        "node.innerHTML = title;",
        "localStorage.setItem('a', 'b');",
        "fetch('https://example.org');",
        "new Worker('x.js');",
        "set(node, 'style', 'color: red');",
    ] {
        assert!(found("www/a.js", line), "{line}");
    }
    assert!(!found("www/unable.js", "return there(await fetch(url, how));"));
    assert!(!found("www/a.js", "node.textContent = title; // no innerHTML"));
}

/// Each promise stands beside tests that hold it, and each of those is there.
#[test]
fn every_promise_names_the_tests_that_hold_it() {
    let files = repository();
    let text = |path: &str| files.iter().find(|file| file.path == path).map(|file| &file.text);
    let promises = text("SECURITY.md").expect("it is there");
    let suites = text("tests/browser/tests/suite.rs").expect("it is there");
    let is_there = |name: &str| {
        let (place, test) = name.split_once("::").or(name.split_once(": ")).unwrap_or((name, ""));
        match place.contains('/') {
            true => text(place).is_some_and(|text| text.contains(test)),
            false => {
                let own = text(&format!("tests/{place}.rs"));
                let native = own.is_some_and(|own| own.contains(&format!("fn {test}(")));
                native || suites.contains(&format!(" {place}::{test},"))
            }
        }
    };
    let rows = promises.lines().filter(|line| line.starts_with("| ")).skip(1);
    let mut count = 0;
    for row in rows {
        let holds = row.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default();
        let names: Vec<&str> = holds.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test beside {row}");
        for name in names {
            assert!(is_there(name), "no test is called `{name}`: {row}");
        }
        count += 1;
    }
    assert!(count > 20, "{count} promises");
}

#[test]
fn a_type_named_twice_is_found() {
    let files = [
        File::new("src/dataset/model.rs", "pub struct Row {"),
        File::new("src/table/rows.rs", "/// Of a table.\npub(crate) struct Row<'a> {"),
        File::new("src/chart/key.rs", "struct Row;\npub fn type_of() {}"),
    ];
    let told = "src/dataset/model.rs:1, src/table/rows.rs:2: `Row` is named once";
    assert_eq!(check(&files), [told]);
}

#[test]
fn a_file_over_its_length_is_found() {
    let found = check(&[
        File::new("ARCHITECTURE.md", &"line\n".repeat(141)),
        File::new("www/element.js", &"line\n\n  // prose\n".repeat(300)),
    ]);
    assert_eq!(found, ["ARCHITECTURE.md:141: at most 140 lines, not 141"]);
}

#[test]
fn unfinished_work_and_machines_are_found() {
    let lines = [
        concat!("// TO", "DO: more"),
        "toDoList and METODOS are words",
        concat!("open(\"/ro", "ot/file\")"),
        concat!("https://example.org/wo", "rk/page"),
        concat!("\"resolved\": \"https://registry.", "npmjs.org/x\""),
    ];
    let found = check(&[File::new("www/page.js", &lines.join("\n"))]);
    assert_eq!(
        found,
        [
            "www/page.js:1: unfinished work belongs in no file",
            "www/page.js:3: no path of one machine and no registry's address",
            "www/page.js:5: no path of one machine and no registry's address",
        ]
    );
}
