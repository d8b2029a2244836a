//! `check` on the command line: the line and a caret, JSON, SARIF, and again after a change.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::support::cli::{bilateral, status, temporary};
use serde_json::Value;

/// Fails unless the exit status is `expected`; what has nothing to show may be said in any case.
#[track_caller]
fn ended(output: &Output, expected: i32) {
    if expected != 0 {
        return status(output, expected);
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{errors}");
}

/// A good package of the program's own making, with one change to its figures.
fn package(name: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let dir = temporary(&format!("check-{name}"));
    fs::remove_dir_all(&dir).ok();
    ended(&bilateral(&["new", dir.to_str().unwrap()]), 0);
    let figures = dir.join("figures.csv");
    let text = fs::read_to_string(&figures).unwrap();
    fs::write(figures, change(&text)).unwrap();
    dir
}

fn bad(text: &str) -> String {
    text.replacen(",USD,", ",dollars,", 1)
}

fn check(dir: &Path, more: &[&str]) -> Output {
    bilateral(&[&["check", dir.to_str().unwrap()][..], more].concat())
}

#[test]
fn a_fault_is_shown_in_its_line() {
    let dir = package("caret", bad);
    let output = check(&dir, &[]);
    ended(&output, 1);
    let errors = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = errors.lines().collect();
    assert!(lines[0].contains("figures.csv:2:"), "{errors}");
    assert!(lines[0].contains("unknown unit \"dollars\""), "{errors}");
    assert!(lines[1].starts_with("  hint: "), "{errors}");
    let line = lines.iter().position(|line| line.starts_with("2 | ")).expect("the line is shown");
    let caret = lines[line + 1].find('^').expect("a caret stands below it");
    assert_eq!(lines[line][caret..].split(',').next(), Some("dollars"), "{errors}");
    assert!(errors.ends_with("1 fault in the data\n"), "{errors}");
}

#[test]
fn the_caret_stands_right_below_letters_of_any_width_and_in_long_lines() {
    let dir = package("wide", |text| bad(text).replacen("f1,", &format!("{},", "ж".repeat(60)), 1));
    let output = check(&dir, &[]);
    ended(&output, 1);
    let errors = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = errors.lines().collect();
    let at = lines.iter().position(|line| line.contains("unknown unit")).unwrap();
    let shown = lines[at..].iter().position(|line| line.starts_with("2 | ")).unwrap() + at;
    let caret = lines[shown + 1].chars().position(|char| char == '^').unwrap();
    let below: String = lines[shown].chars().skip(caret).take(7).collect();
    assert_eq!(below, "dollars", "{errors}");
    assert!(lines[shown].chars().count() < 120, "{errors}");
}

#[test]
fn a_line_of_utf_16_is_shown_as_it_reads() {
    let dir = package("utf-16", bad);
    let figures = dir.join("figures.csv");
    let text = fs::read_to_string(&figures).unwrap();
    for (mark, units) in [
        ([0xFF, 0xFE], text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        ([0xFE, 0xFF], text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ] {
        fs::write(&figures, [&mark[..], &units].concat()).unwrap();
        let output = check(&dir, &[]);
        ended(&output, 1);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(!errors.contains(['\0', '\u{FFFD}', '\u{FEFF}']), "{errors:?}");
        let lines: Vec<&str> = errors.lines().collect();
        let line = lines.iter().position(|line| line.starts_with("2 | ")).expect("it is shown");
        let caret = lines[line + 1].find('^').expect("a caret stands below it");
        assert_eq!(lines[line][caret..].split(',').next(), Some("dollars"), "{errors}");
        // The form of the file is a notice, and no fault.
        assert!(errors.contains("notice: UTF-16"), "{errors}");
        assert!(errors.ends_with("\n1 fault in the data\n"), "{errors}");
    }
}

#[test]
fn what_the_strict_refuse_is_counted_as_what_it_is() {
    let dir = package("strict", str::to_owned);
    for (file, told) in [("figures.csv", "1 notice"), ("events.csv", "2 notices")] {
        let file = dir.join(file);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("\u{FEFF}{text}")).unwrap();
        let output = check(&dir, &["--strict"]);
        assert_eq!(output.status.code(), Some(1));
        let errors = String::from_utf8(output.stderr).unwrap();
        let end = format!("\nno fault in the data, but {told}, which --strict refuses\n");
        assert!(errors.ends_with(&end), "{errors}");
    }
}

#[test]
fn faults_as_json() {
    let output = check(&package("json", bad), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty());
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let first = &told["diagnostics"][0];
    assert_eq!((&first["line"], &first["severity"]), (&2.into(), &"error".into()), "{told}");
    assert!(first["file"].as_str().unwrap().ends_with("figures.csv"));
    assert!(first["hint"].as_str().is_some_and(|hint| !hint.is_empty()));
    let good = check(&package("json-good", str::to_owned), &["--format", "json"]);
    ended(&good, 0);
    let told: Value = serde_json::from_slice(&good.stdout).unwrap();
    assert_eq!(told["diagnostics"].as_array().unwrap().len(), 0);
}

#[test]
fn sarif_is_what_its_schema_says() {
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sarif-schema-2.1.0.json");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    let index = compiler.compile(schema.to_str().unwrap(), &mut schemas).expect("it is a schema");
    for (name, change) in [("sarif bad", bad as fn(&str) -> String), ("sarif good", str::to_owned)]
    {
        let output = check(&package(name, change), &["--format", "sarif"]);
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        schemas.validate(&told, index).unwrap_or_else(|error| panic!("{error:#}"));
        let results = told["runs"][0]["results"].as_array().unwrap();
        assert_eq!(output.status.code(), Some(i32::from(!results.is_empty())));
        if let Some(first) = results.first() {
            let place = &first["locations"][0]["physicalLocation"];
            assert_eq!(place["region"]["startLine"], 2);
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(
                uri.starts_with("file:///") && uri.ends_with("check-sarif%20bad/figures.csv"),
                "{uri}"
            );
        }
    }
    // The validator would say so.
    let wrong = serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] });
    assert!(schemas.validate(&wrong, index).is_err());
}

#[test]
fn a_change_is_checked_again() {
    let dir = package("watch", str::to_owned);
    let mut watcher = Command::new(env!("CARGO_BIN_EXE_bilateral"))
        .args(["check", "--watch", dir.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (send, lines) = mpsc::channel();
    let mut readers = Vec::new();
    let streams: [Box<dyn std::io::Read + Send>; 2] =
        [Box::new(watcher.stdout.take().unwrap()), Box::new(watcher.stderr.take().unwrap())];
    for stream in streams {
        let send = send.clone();
        readers.push(std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        }));
    }
    let wait = |wanted: &str| loop {
        let line = lines.recv_timeout(Duration::from_secs(60)).expect(wanted);
        if line.contains(wanted) {
            break;
        }
    };
    wait("16 figures");
    let figures = dir.join("figures.csv");
    let good = fs::read_to_string(&figures).unwrap();
    fs::write(&figures, bad(&good)).unwrap();
    wait("unknown unit");
    fs::write(&figures, &good).unwrap();
    wait("figures, 3 events");
    watcher.kill().unwrap();
    watcher.wait().unwrap();
    for reader in readers {
        reader.join().unwrap();
    }
}

#[test]
fn a_language_that_nothing_can_be_told_in_is_named() {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/packages/scripts");
    let output = check(&dir, &[]);
    ended(&output, 0);
    let errors = String::from_utf8(output.stderr).unwrap();
    for code in ["ar", "hi"] {
        let told = format!(
            "words/{code}.csv: warning: texts in {code}, but no words of the interface in it\n  \
             hint: add words/{code}.csv: until then no chart is told in {code}\n"
        );
        assert!(errors.contains(&told), "{told} in {errors}");
    }
    assert!(!errors.contains("words/en.csv"), "{errors}");
    ended(&check(&dir, &["--strict"]), 1);
}
