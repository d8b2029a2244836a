//! `import` on the command line: from each shape of table to a checked package and a drawn chart.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::support::cli::{bilateral, status, temporary};
use bilateral::dataset::{Dataset, read_dir};
use rust_xlsxwriter::Workbook;

/// Fails unless the exit status is `expected`; what has nothing to show may be said in any case.
#[track_caller]
fn ended(output: &Output, expected: i32) {
    if expected != 0 {
        return status(output, expected);
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{errors}");
}

/// A folder that is not there yet.
fn fresh(name: &str) -> PathBuf {
    let dir = temporary(&format!("import-{name}"));
    fs::remove_dir_all(&dir).ok();
    fs::remove_file(&dir).ok();
    dir
}

fn import(file: &Path, into: &Path, more: &[&str]) -> Output {
    let (file, into) = (file.to_str().unwrap(), into.to_str().unwrap());
    bilateral(&[&["import", file, "-o", into][..], more].concat())
}

/// Imports, checks and draws; the picture is no empty one.
#[track_caller]
fn drawn(name: &str, file: &Path, more: &[&str], view: &str, marks: &str) {
    let dir = fresh(name);
    ended(&import(file, &dir, more), 0);
    let dir = dir.to_str().unwrap();
    ended(&bilateral(&["check", dir]), 0);
    let picture = fresh(&format!("{name}.svg"));
    let arguments = ["render", "--view", view, "--data", dir, "-o", picture.to_str().unwrap()];
    ended(&bilateral(&arguments), 0);
    let svg = fs::read_to_string(picture).unwrap();
    assert!(svg.contains(marks), "{svg}");
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/fixtures").join(name)
}

#[test]
fn five_shapes_of_table_become_charts() {
    let of = ["--reporting", "AZ"];
    drawn("ten", &fixture("ten-rows.tsv"), &of, "trade", "Germany");
    drawn("german", &fixture("german.csv"), &of, "trade", "Russia");
    drawn(
        "comtrade",
        &fixture("comtrade.csv"),
        &["--reporting", "KZ", "--only", "partnerISO=RUS"],
        "trade",
        "Russia",
    );
    let timeline = ["--reporting", "AZ", "--kind", "meeting"];
    drawn("timeline", &fixture("timeline.csv"), &timeline, "events", "Official visit");
    let book = fresh("wide.xlsx");
    fs::write(&book, wide()).unwrap();
    drawn("wide", &book, &of, "trade", "Italy");
}

/// Years across, two flows under merged headers.
fn wide() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Trade, EUR million").unwrap();
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(1, 1, 1, 3, "Exports", &plain).unwrap();
    sheet.merge_range(1, 4, 1, 6, "Imports", &plain).unwrap();
    sheet.write(2, 0, "Country").unwrap();
    for column in 1..=6_u16 {
        sheet.write(2, column, 2019 + (column - 1) % 3).unwrap();
        sheet.write(3, column, 12.5 * f64::from(column)).unwrap();
    }
    sheet.write(3, 0, "Italy").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn what_is_not_known_is_asked_with_its_answer() {
    let file = fresh("asked.csv");
    fs::write(&file, "country,year,exports (USD)\nItaly,2020,\"2,923\"\nGerany,2020,5\n").unwrap();
    let dir = fresh("asked");
    let output = import(&file, &dir, &["--reporting", "AZ"]);
    ended(&output, 1);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("answer: --decimal \"exports (USD)=comma\""), "{errors}");
    assert!(errors.contains("or: --decimal \"exports (USD)=point\""), "{errors}");
    assert!(errors.contains("answer: --read \"Gerany=DE\""), "{errors}");
    assert!(errors.ends_with("2 questions; nothing was written\n"), "{errors}");
    assert!(!dir.exists());
    let answers = ["--reporting", "AZ", "--decimal", "exports (USD)=point", "--read", "Gerany=DE"];
    ended(&import(&file, &dir, &answers), 0);
    let data = read_dir(&dir).unwrap();
    let values: Vec<Option<f64>> = data.figures.iter().map(|figure| figure.value).collect();
    assert_eq!(values, [Some(2923.0), Some(5.0)]);
}

#[test]
fn what_was_inferred_and_what_is_left_is_listed() {
    let output = import(&fixture("german.csv"), &fresh("listed"), &["--reporting", "AZ"]);
    ended(&output, 0);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains(
            "german.csv!C \"Wert (Mio. EUR)\": holds values of exports, EUR, times 10^6\n"
        ),
        "{text}"
    );
    assert!(text.contains("left: german.csv!C6: \"–\": says that nothing is known\n"), "{text}");
}

#[test]
fn import_of_exported_json_is_the_same_dataset() {
    let output = bilateral(&["export", "data", "--format", "json"]);
    let (file, dir) = (fresh("all.json"), fresh("json"));
    fs::write(&file, output.stdout).unwrap();
    ended(&import(&file, &dir, &[]), 0);
    let data = read_dir(&dir).unwrap_or_else(|found| panic!("{found:?}"));
    assert_eq!(data, Dataset::embedded());
}

#[test]
fn import_of_a_package_is_the_same_dataset() {
    let dir = fresh("package");
    ended(&import(Path::new("data"), &dir, &[]), 0);
    assert_eq!(read_dir(&dir).unwrap_or_else(|found| panic!("{found:?}")), Dataset::embedded());
}

#[test]
fn export_of_an_imported_export_is_the_same_table() {
    let export = |dir: &str| bilateral(&["export", dir, "--format", "csv"]).stdout;
    let (file, dir) = (fresh("all.csv"), fresh("csv"));
    let first = String::from_utf8(export("data")).unwrap();
    fs::write(&file, &first).unwrap();
    ended(&import(&file, &dir, &["--reporting", "AZ"]), 0);
    ended(&bilateral(&["check", dir.to_str().unwrap()]), 0);
    let again = export(dir.to_str().unwrap());
    let again = String::from_utf8(again).unwrap();
    for (first, again) in first.lines().zip(again.lines()) {
        assert_eq!(first, again);
    }
    assert_eq!(first.len(), again.len());
}

#[test]
fn a_new_package_passes_the_check_and_draws() {
    let dir = fresh("new");
    let package = dir.to_str().unwrap();
    ended(&bilateral(&["new", package]), 0);
    ended(&bilateral(&["check", package]), 0);
    let picture = fresh("new.svg");
    let picture = picture.to_str().unwrap();
    ended(&bilateral(&["render", "--data", package, "-o", picture]), 0);
    let svg = fs::read_to_string(picture).unwrap();
    assert!(svg.contains("Italy") && svg.contains("An official visit"), "{svg}");
    assert!(fs::read_to_string(dir.join("README.md")).unwrap().contains("figures.csv"));
    // What is there is not overwritten.
    ended(&bilateral(&["new", package]), 2);
}

#[test]
fn an_output_inside_what_is_read_is_refused() {
    let dir = fresh("inside");
    ended(&import(&fixture("ten-rows.tsv"), &dir, &["--reporting", "AZ"]), 0);
    let inside = dir.join("out");
    let (package, out) = (dir.to_str().unwrap(), inside.to_str().unwrap());
    ended(&bilateral(&["pack", package, "-o", out]), 2);
    ended(&bilateral(&["compile", package, "-o", out]), 2);
    ended(&import(&dir, &inside, &[]), 2);
    ended(&import(&dir, &dir, &[]), 2);
    let up = dir.join("../import-inside/a/../out");
    ended(&bilateral(&["pack", package, "-o", up.to_str().unwrap()]), 2);
    #[cfg(unix)]
    {
        let link = fresh("link");
        std::os::unix::fs::symlink(&dir, &link).unwrap();
        let through = link.join("out");
        ended(&bilateral(&["pack", package, "-o", through.to_str().unwrap()]), 2);
        ended(&bilateral(&["pack", link.to_str().unwrap(), "-o", out]), 2);
    }
    assert!(!inside.exists());
}

#[test]
fn usage_that_cannot_be_followed_is_bad_usage() {
    let ten = fixture("ten-rows.tsv");
    let dir = fresh("usage");
    let output = import(&ten, &dir, &["--map", "Country=partnr"]);
    ended(&output, 2);
    assert!(String::from_utf8(output.stderr).unwrap().contains("did you mean partner?"));
    ended(&import(&ten, &dir, &["--decimal", "dot"]), 2);
    ended(&import(Path::new("no-such-file.csv"), &dir, &[]), 2);
    ended(&bilateral(&["import", "-o", "x"]), 2);
}

#[test]
fn answers_that_cannot_be_are_bad_usage() {
    let dir = fresh("impossible");
    fs::create_dir_all(&dir).unwrap();
    let file = dir.join("table.csv");
    fs::write(&file, "date;event;country\nMar-21;A meeting;Italy\n").unwrap();
    for (option, value, why) in [
        ("--unit", "xyz", "--unit \"xyz\": \"xyz\" is no unit: write a currency such as USD"),
        ("--period", "soon", "\"soon\" is no date: write 2020, 2020-05"),
        ("--reporting", "Nowhere", "no country is known as \"Nowhere\""),
        ("--measure", "fish", "measure takes turnover or exports"),
        ("--read", "Mar-21=xyz", "--read \"Mar-21=xyz\": \"xyz\" is no date"),
        ("--map", "date=dat", "no field is called so"),
    ] {
        let country = if option == "--reporting" { vec![] } else { vec!["--reporting", "AZ"] };
        let said = import(&file, &fresh("none"), &[&country[..], &[option, value]].concat());
        ended(&said, 2);
        let errors = String::from_utf8_lossy(&said.stderr).into_owned();
        assert!(errors.contains(why), "{option} {value}: {errors}");
    }
    let read = ["--reporting", "Azerbaijan", "--read", "Mar-21=2021-03"];
    ended(&import(&file, &fresh("possible"), &read), 0);
}

#[test]
fn where_no_row_is_of_the_country_that_is_said() {
    let dir = fresh("foreign");
    fs::create_dir_all(&dir).unwrap();
    let file = dir.join("table.csv");
    fs::write(&file, "Reporter;Partner;Year;Exports, USD\nItaly;Spain;2020;5\n").unwrap();
    let said = import(&file, &fresh("none"), &["--reporting", "AZ"]);
    ended(&said, 1);
    let errors = String::from_utf8_lossy(&said.stderr);
    assert!(errors.contains("no row is of AZ") && !errors.contains("--map"), "{errors}");
    fs::write(&file, "a;b\nc;d\n").unwrap();
    let said = import(&file, &fresh("none"), &["--reporting", "AZ"]);
    assert!(String::from_utf8_lossy(&said.stderr).contains("--map"));
}

#[test]
fn a_dataset_in_json_says_itself_in_which_language_it_is() {
    let json = fresh("language.json");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let export = bilateral(&["export", data.to_str().unwrap(), "--format", "json"]);
    fs::write(&json, export.stdout).unwrap();
    let said = import(&json, &fresh("language"), &[]);
    ended(&said, 0);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(!said.contains("English") && !said.contains("\n: "), "{said}");
}

#[test]
fn a_russian_table_is_a_russian_page() {
    let dir = fresh("russian");
    fs::create_dir_all(&dir).unwrap();
    let file = dir.join("торговля.csv");
    let table = "Страна;Год;Экспорт, тонн;Импорт, млн долл. США\n\
                 Италия;2020;5*;7\nИталия;2021p;6;8\nИспания;2020;5;7\nИспания;2021;6;9\n";
    fs::write(&file, table).unwrap();
    let package = fresh("russian-package");
    ended(&import(&file, &package, &["--reporting", "AZ", "--title", "Торговля"]), 0);
    let package = package.to_str().unwrap();
    for view in ["trade", "table"] {
        let picture = fresh(&format!("russian-{view}.svg"));
        let into = picture.to_str().unwrap();
        let options = ["render", "--view", view, "--lang", "ru", "--data", package, "-o", into];
        ended(&bilateral(&options), 0);
        let svg = fs::read_to_string(&picture).unwrap();
        assert!(svg.contains("lang=\"ru\""), "{svg}");
        let (head, rest) = svg.split_once("<metadata").unwrap();
        let svg = [head, rest.split_once("</metadata>").unwrap().1].concat();
        let texts = svg.split('>').filter_map(|piece| piece.split_once('<').map(|(text, _)| text));
        let is_latin =
            |word: &&str| word.len() > 3 && word.chars().all(|char| char.is_ascii_alphabetic());
        let english: Vec<&str> = texts
            .flat_map(|text| text.split(|char: char| !char.is_alphanumeric()))
            .filter(is_latin)
            .filter(|word| !["Bilateral"].contains(word))
            .collect();
        assert_eq!(english, [""; 0], "{view}");
    }
}
