//! The house's rules as tests; each failure names file, line and rule.

mod file;
mod harmless;
mod promises;
mod rooms;
mod rules;

use file::{File, repository};
use rules::{RULES, floor};

fn check(files: &[File]) -> Vec<String> {
    let mut found = rooms::names_once(files);
    found.extend(rooms::circles(files));
    found.extend(files.iter().flat_map(|file| RULES.iter().flat_map(|rule| rule(file))));
    found
}

#[test]
fn the_house_is_tidy() {
    let files = repository();
    for path in ["src/lib.rs", "build.rs", "tests/tidy/main.rs", "data/datapackage.json"] {
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

/// Cargo finds the tests by name no more: what no list names would never run.
#[test]
fn every_test_is_run() {
    let files = repository();
    let text = |path: &str| files.iter().find(|file| file.path == path).map(|file| &file.text);
    let (native, targets) = (text("tests/native.rs"), text("Cargo.toml"));
    let (native, targets) = (native.expect("the list"), targets.expect("the manifest"));
    let mut count = 0;
    for file in &files {
        let Some(name) = file.path.strip_prefix("tests/").and_then(|path| path.strip_suffix(".rs"))
        else {
            continue;
        };
        let listed = match name.split_once('/') {
            None if name == "native" => targets.contains("path = \"tests/native.rs\""),
            None => native.lines().any(|line| line == format!("mod {name};")),
            Some(("browser" | "support", _)) => continue,
            Some((_, "main")) => targets.contains(&format!("path = \"tests/{name}.rs\"")),
            Some(_) => continue,
        };
        assert!(listed, "tests/{name}.rs: no list names it, so nobody runs it");
        count += 1;
    }
    assert!(count > 40, "{count} files of tests");
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
fn a_circle_of_files_is_found() {
    let files = [
        File::new("src/chart/mod.rs", "mod axis;\nmod band;\nmod key;\npub use key::{Sign, key};"),
        File::new("src/chart/axis.rs", "use super::{Extent, band::Band};"),
        File::new("src/chart/band.rs", "// Beside super::axis.\nuse super::Sign;"),
        File::new("src/chart/key.rs", "fn key() { super::axis::draw(); }"),
    ];
    let told = [
        "src/chart/axis.rs:1: uses src/chart/band.rs, which leads back to it",
        "src/chart/band.rs:1: uses src/chart/key.rs, which leads back to it",
        "src/chart/key.rs:1: uses src/chart/axis.rs, which leads back to it",
    ];
    assert_eq!(check(&files), told);
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
        concat!("to", "DoList and METO", "DOS are words"),
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
