//! Bad data: each folder of `tests/bad-data` holds what differs from `good`, and the exact message.
//!
//! A file `NAME.missing` takes the file `NAME` away; `dataset.json` alone is a JSON dataset. The
//! descriptor is that of `good` where a folder has none.

use std::fs;
use std::path::{Path, PathBuf};

use bilateral::dataset::{Checked, Value, check_dir, check_json};
use similar::TextDiff;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-data")
}

#[test]
fn every_kind_of_bad_data_has_its_exact_message() {
    let mut names: Vec<_> = fs::read_dir(fixtures())
        .expect("the fixtures are there")
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "good")
        .collect();
    names.sort();
    assert!(names.len() >= 100, "only {} fixtures", names.len());
    let differences: Vec<_> = names.iter().filter_map(|name| difference(name)).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn the_good_data_that_the_fixtures_spoil_is_good() {
    assert_eq!(messages("good"), "");
    let json = fs::read_to_string(fixtures().join("good/dataset.json")).unwrap();
    assert_eq!(lines(check_json(&serde_json::from_str::<Value>(&json).unwrap())), "");
}

/// What a fixture's messages should have been, as a diff; `BLESS=1` accepts them instead.
fn difference(name: &str) -> Option<String> {
    let accepted = fixtures().join(name).join("expected.txt");
    let expected = fs::read_to_string(&accepted).unwrap_or_default();
    let actual = messages(name);
    if actual.is_empty() {
        return Some(format!("{name}: nothing was reported"));
    }
    if expected == actual {
        return None;
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(accepted, actual).unwrap();
        return None;
    }
    let diff = TextDiff::from_lines(&expected, &actual);
    let header = (&*format!("{name}/expected.txt"), "actual");
    Some(diff.unified_diff().header(header.0, header.1).to_string())
}

fn messages(name: &str) -> String {
    let folder = fixtures().join(name);
    let json = folder.join("dataset.json");
    if json.exists() && name != "good" {
        let text = fs::read_to_string(json).unwrap();
        return lines(check_json(&serde_json::from_str::<Value>(&text).unwrap()));
    }
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad-data").join(name);
    fs::remove_dir_all(&dir).ok();
    fs::create_dir_all(&dir).unwrap();
    for source in [fixtures().join("good"), folder] {
        for entry in fs::read_dir(source).unwrap() {
            let path = entry.unwrap().path();
            let file = path.file_name().unwrap().to_str().unwrap();
            match file.strip_suffix(".missing") {
                Some(gone) => fs::remove_file(dir.join(gone)).unwrap(),
                None => drop(fs::copy(&path, dir.join(file)).unwrap()),
            }
        }
    }
    lines(check_dir(&dir)).replace(dir.to_str().unwrap(), "data")
}

/// All that was found, be it an error or not.
fn lines(checked: Checked) -> String {
    let found = checked.map_or_else(|found| found, |(_, found)| found);
    found.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}
