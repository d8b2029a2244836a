//! `mutants`: changes lines of what draws and tells, one at a time, and says which changes no quick
//! test notices.

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use std::fs;
use std::path::Path;
use std::process::Command;
use xtask::step::output;
use xtask::tools;

const CARGO_MUTANTS: &str = "27.1.0";
/// Changes that cargo-mutants makes whatever is asked for by name: they would outgrow the sample.
const UNASKED: &str = "delete field";
/// Where a wrong line is a wrong picture, word or verdict.
const ROOMS: [&str; 6] =
    ["src/chart", "src/widget", "src/layout", "src/locale", "src/paint", "src/dataset/check"];
/// Files of tests, and single ones, that take longer than some seconds or look at other rooms.
const SLOW: [&str; 20] = [
    "cards::every_record_of_a_document_names_its_paragraph_and_every_doubt_its_reason",
    "check_cli",
    "cli_pack",
    "cli_render",
    "dataset_cli",
    "dataset_forms",
    "dataset_package",
    "export",
    "hostile_files",
    "import_cli",
    "layout",
    "own_data",
    "pseudo",
    "publish",
    "replay",
    "sound",
    "table::a_search_finds_whatever_capitals_and_accents_and_unfolds_what_it_finds",
    "url::every_state_comes_back_from_its_url",
    "words",
    "work",
];

pub(crate) struct Options {
    sample: usize,
    seed: u64,
}

impl Options {
    pub(crate) fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut options = Self { sample: 100, seed: 1 };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("sample") => options.sample = arguments.value()?.parse()?,
                Long("seed") => options.seed = arguments.value()?.parse()?,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Prints the changes that live, and how many of the sample were noticed.
pub(crate) fn mutants(root: &Path, options: &Options) -> Result<()> {
    let program = tools::cargo_program(root, "cargo-mutants", CARGO_MUTANTS)?;
    let mut list = Command::new(&program);
    list.current_dir(root).args(["mutants", "--list", "--package", "bilateral"]);
    list.args(["--exclude-re", UNASKED]);
    for room in ROOMS {
        list.args(["--file", &format!("{room}/**/*.rs")]);
    }
    let all = output(&mut list)?;
    let all: Vec<&str> = all.lines().filter(|line| line.starts_with("src/")).collect();
    let due = sample(&all, options.sample, options.seed);
    println!("{} of {} changes, seed {}", due.len(), all.len(), options.seed);
    let told = root.join("target/mutants");
    fs::create_dir_all(&told)?;
    let mut command = Command::new(&program);
    command.current_dir(root).args(["mutants", "--package", "bilateral", "--no-shuffle"]);
    command
        .args(["--exclude-re", UNASKED, "--timeout", "300", "--colors=never", "--output"])
        .arg(&told);
    for name in &due {
        command.args(["--re", &format!("^{}$", escaped(name))]);
    }
    command.args(["--", "--lib", "--test", "native", "--", "--exact"]);
    for test in slow(root)? {
        command.args(["--skip", &test]);
    }
    let status = command.status().context("cannot start cargo-mutants")?;
    // 2: some were not noticed; 3: some took too long. Others are failures of its own.
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        bail!("cargo-mutants ended with {status}");
    }
    let told = |file: &str| fs::read_to_string(told.join("mutants.out").join(file));
    let count = |file: &str| told(file).map_or(0, |text| text.lines().count());
    let (living, noticed) = (told("missed.txt")?, count("caught.txt") + count("timeout.txt"));
    let lived = living.lines().count();
    println!("\n{living}{noticed} of {} noticed, {lived} live", noticed + lived);
    println!("{} do not compile and count for nothing", count("unviable.txt"));
    Ok(())
}

/// So many of the list, in its order, drawn by a seed.
fn sample<'a>(all: &[&'a str], many: usize, seed: u64) -> Vec<&'a str> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut drawn: Vec<(u64, usize)> = (0..all.len()).map(|at| (next(), at)).collect();
    drawn.sort_unstable();
    let mut places: Vec<usize> = drawn.into_iter().take(many).map(|(_, at)| at).collect();
    places.sort_unstable();
    places.into_iter().map(|at| all[at]).collect()
}

/// As a regular expression that matches nothing else.
fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for char in text.chars() {
        if "\\.+*?()|[]{}^$#&-~/".contains(char) && char != '/' {
            pattern.push('\\');
        }
        pattern.push(char);
    }
    pattern
}

/// The whole names of the tests that are left out: those of the crate itself may begin alike.
fn slow(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for slow in SLOW {
        let (file, one) = slow.split_once("::").unwrap_or((slow, ""));
        let path = root.join(format!("tests/{file}.rs"));
        let text = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
        let tests = text.split("#[test]").skip(1).filter_map(|rest| {
            let name = rest.split_once("fn ")?.1;
            Some(&name[..name.find('(')?])
        });
        let count = names.len();
        names.extend(
            tests
                .filter(|name| one.is_empty() || *name == one)
                .map(|name| format!("{file}::{name}")),
        );
        if names.len() == count {
            bail!("no test is called {slow}");
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_drawn_again_by_its_seed() {
        let all: Vec<String> = (0..1000).map(|at| at.to_string()).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let once = sample(&all, 100, 7);
        assert_eq!((once.len(), &once), (100, &sample(&all, 100, 7)));
        assert_ne!(once, sample(&all, 100, 8));
        assert_eq!(sample(&all[..3], 100, 7), ["0", "1", "2"]);
    }

    #[test]
    fn slow_tests_are_there() {
        let names = slow(&xtask::root()).expect("all are there");
        assert!(names.len() > 100 && names.iter().all(|name| name.split("::").count() == 2));
    }
}
