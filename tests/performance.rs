//! docs/performance.md is the table that the bench writes: its versions are those that are pinned, its
//! rows those that are aimed at. What they say depends on the machine, and is no test.

use serde_json::Value;
use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).expect("it is JSON")
}

/// What the bench wrote.
fn tables() -> String {
    let document = read("docs/performance.md");
    let (_, rest) = document.split_once("<!-- bench: written by the run -->\n").expect("a mark");
    rest.split_once("<!-- bench end -->\n").expect("a mark").0.to_owned()
}

/// What of the pinned versions and the budgets the tables lack.
fn lacking(tables: &str) -> Vec<String> {
    let pinned = json("benches/package.json");
    let pinned = pinned["dependencies"].as_object().expect("packages").clone();
    let versions = pinned
        .iter()
        .map(|(name, version)| format!("{name} {}", version.as_str().expect("a version")));
    let mut wanted: Vec<String> = versions.collect();
    for row in json("benches/budgets.json").as_array().expect("a list") {
        wanted.push(format!("| {} | {} |", row["what"].as_str().expect("words"), budget(row)));
    }
    assert!(wanted.len() > 25, "only {} things are looked for", wanted.len());
    wanted.retain(|one| !tables.contains(one.as_str()));
    wanted
}

/// As the bench tells it.
fn budget(row: &Value) -> String {
    let value = row["budget"].as_f64().expect("a number");
    match row["unit"].as_str().expect("a unit") {
        "bytes" => format!("{},{:03}", value as u64 / 1000, value as u64 % 1000),
        "ms" => format!("{value:.1} ms"),
        "s" => format!("{value:.2} s"),
        _ => format!("{value:.2}"),
    }
}

#[test]
fn the_document_has_the_versions_and_budgets_of_the_bench() {
    let lacking = lacking(&tables());
    assert!(
        lacking.is_empty(),
        "`cargo xtask bench` writes what docs/performance.md lacks: {lacking:?}"
    );
}

#[test]
fn another_version_or_budget_is_found() {
    let tables = tables();
    let pinned = json("benches/package.json");
    let version = pinned["dependencies"]["uplot"].as_str().expect("a version");
    let other = tables
        .replace(&format!("uplot {version}"), "uplot 0.0.1")
        .replace("| 16.0 ms |", "| 17.0 ms |");
    assert_eq!(lacking(&other).len(), 3);
}

#[test]
fn versions_are_exact_and_locked() {
    let lock = json("benches/package-lock.json");
    let package = json("benches/package.json");
    for list in ["dependencies", "devDependencies"] {
        for (name, version) in package[list].as_object().expect("packages") {
            let locked = &lock["packages"][format!("node_modules/{name}")]["version"];
            assert_eq!(locked, version, "{name}");
        }
    }
}
