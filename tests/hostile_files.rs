//! Folders and files that come from strangers: nothing outside of them is shown, and nothing without
//! end is read to its end.
#![cfg(unix)]

use crate::support::cli::{bilateral, status, temporary};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

const ROWS: &str = "partner,measure,value,unit,period,source\nDE,turnover,5,EUR,2020,Diary\n";
/// What a message must not show.
const SECRET: &str = "word-of-another-folder";

/// A package, and beside it a file that is none of its own.
fn folder(name: &str) -> (PathBuf, PathBuf) {
    let dir = temporary(&format!("hostile-{name}"));
    fs::remove_dir_all(&dir).ok();
    let package = dir.join("package");
    fs::create_dir_all(package.join("words")).unwrap();
    fs::write(package.join("datapackage.json"), r#"{"reporting": "GB"}"#).unwrap();
    fs::write(package.join("figures.csv"), ROWS).unwrap();
    let secret = dir.join("secret.csv");
    fs::write(&secret, format!("{SECRET},{SECRET}\n")).unwrap();
    (package, secret)
}

#[test]
fn a_link_among_the_words_is_refused_unread() {
    let (package, secret) = folder("words");
    let arguments = ["check", package.to_str().unwrap()];
    status(&bilateral(&arguments), 0);
    for target in [secret.as_path(), "/dev/zero".as_ref()] {
        let link = package.join("words/en.csv");
        fs::remove_file(&link).ok();
        symlink(target, &link).unwrap();
        let output = bilateral(&arguments);
        status(&output, 1);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("words/en.csv: symbolic link\n"), "{told}");
        assert!(!told.contains(SECRET), "{told}");
    }
}

#[test]
fn import_follows_no_link_of_a_folder_and_ends_what_has_no_end() {
    let (package, secret) = folder("import");
    let into = package.with_file_name("imported");
    let run = |what: &str| bilateral(&["import", what, "-o", into.to_str().unwrap()]);
    for target in [secret.as_path(), "/dev/zero".as_ref()] {
        let link = package.join("events.csv");
        fs::remove_file(&link).ok();
        symlink(target, &link).unwrap();
        let output = run(package.to_str().unwrap());
        status(&output, 1);
        let told = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(told.contains("events.csv: symbolic link; put the file itself here"), "{told}");
        assert!(!told.contains(SECRET), "{told}");
    }
    let output = run("/dev/zero");
    status(&output, 1);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("/dev/zero: larger than 1024 MiB"), "{told}");
    assert!(!into.exists());
}
