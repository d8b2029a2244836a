//! What SECURITY.md promises.

use crate::file::repository;

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
                let (own, folder) = (format!("tests/{place}.rs"), format!("tests/{place}/"));
                let head = format!("fn {test}(");
                let mut homes =
                    files.iter().filter(|file| file.path == own || file.is_under(&folder));
                let native = homes.any(|file| file.text.contains(&head));
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
