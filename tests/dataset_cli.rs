//! `check`, `compile`, `export`: what they print, where, and their exit status.

use std::path::Path;
use std::{fs, str};

use crate::support::cli::{bilateral, status, temporary};
use bilateral::dataset::{Dataset, Value, from_json};

#[test]
fn check_counts_good_data() {
    let output = bilateral(&["check", "data"]);
    status(&output, 0);
    let figures = format!("{} figures", Dataset::embedded().figures.len());
    assert!(str::from_utf8(&output.stdout).unwrap().contains(&figures));
}

#[test]
fn check_lists_bad_data_on_standard_error() {
    let dir = temporary("cli-bad");
    fs::create_dir_all(&dir).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, dir.join(path.file_name().unwrap())).unwrap();
        }
    }
    fs::create_dir_all(dir.join("words")).unwrap();
    fs::write(dir.join("words/de.csv"), "key,text\nclose,Zu {n}\n").unwrap();
    let figures = dir.join("figures.csv");
    let spoiled = fs::read_to_string(&figures).unwrap().replacen(",USD,", ",,", 2);
    fs::write(&figures, spoiled).unwrap();
    let output = bilateral(&["check", dir.to_str().unwrap()]);
    status(&output, 1);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("figures.csv:2:26: value without unit\n  hint: "), "{errors}");
    assert!(errors.contains("words/de.csv:2:7: places {n} instead of none\n  hint: "), "{errors}");
    assert!(errors.ends_with("\n3 faults in the data\n"), "{errors}");
}

#[test]
fn compile_writes_what_the_crate_carries() {
    let file = temporary("cli-compiled.bin");
    status(&bilateral(&["compile", "data", "-o", file.to_str().unwrap()]), 0);
    assert_eq!(Dataset::from_bytes(&fs::read(file).unwrap()), Ok(Dataset::embedded()));
}

#[test]
fn export_prints_json_that_loads() {
    let output = bilateral(&["export", "data", "--format", "json"]);
    status(&output, 0);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(from_json(&json), Ok(Dataset::embedded()));
}

#[test]
fn export_prints_csv_in_a_language() {
    let output = bilateral(&["export", "data", "--format", "csv", "--lang", "kk"]);
    status(&output, 0);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("table,id,partners,"));
    assert!(text.contains("Дипломатиялық қатынастардың орнатылуы"));
}

#[test]
fn what_cannot_be_done_is_bad_usage() {
    for arguments in [
        &["check", "no-such-folder"][..],
        &["chek", "data"],
        &["export", "data"],
        &["export", "data", "--format", "xml"],
        &["export", "data", "--format", "csv", "--lang", "fr"],
        &["compile", "data", "-o", "no-such-folder/file"],
    ] {
        status(&bilateral(arguments), 2);
    }
}

#[test]
fn a_notice_is_told_and_is_an_error_to_the_strict() {
    let dir = temporary("cli-strict");
    fs::create_dir_all(&dir).unwrap();
    fs::write(dir.join("datapackage.json"), r#"{"reporting": "GB"}"#).unwrap();
    let figures = "partner;measure;value;unit;period;source\nDE;turnover;1,5;EUR;2021;Diary\n";
    fs::write(dir.join("figures.csv"), figures).unwrap();
    let folder = dir.to_str().unwrap();
    let output = bilateral(&["check", folder]);
    assert!(output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("figures.csv: notice: semicolons between cells\n  hint: "), "{told}");
    assert!(
        told.contains(
            "nothing to show in events: no event with a partner has a date; trade can be"
        ),
        "{told}"
    );
    status(&bilateral(&["check", folder, "--strict"]), 1);
    status(&bilateral(&["check", "data", "--strict"]), 0);
    let csv = ["export", folder, "--format", "csv", "--separator", "semicolon", "--bom"];
    let output = bilateral(&csv);
    assert!(output.status.success());
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.starts_with("\u{feff}table;id;partners;kind;title;value;unit;"), "{told}");
    assert!(told.contains("figures;figures-1;DE;turnover;;1.5;EUR;"), "{told}");
}
