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
const UNASKED: &str = ": delete field ";
/// Where a wrong line is a wrong picture, word or verdict.
const ROOMS: [&str; 6] =
    ["src/chart", "src/widget", "src/layout", "src/locale", "src/paint", "src/dataset/check"];
/// What the browsers' suites look at: no native test is compiled with it.
const BROWSERS: &str = "src/paint/canvas.rs";
/// Files of tests, and single ones, that take longer than a second or look at other rooms.
const SLOW: [&str; 34] = [
    "any_dataset::a_picture_after_another_is_what_it_is_alone",
    "any_dataset::any_dataset_in_any_state_holds",
    "cards::a_note_goes_on_behind_a_colon_and_begins_a_sentence_of_its_own",
    "cards::events_of_the_same_time_are_in_its_order",
    "cards::every_record_of_a_document_names_its_paragraph_and_every_doubt_its_reason",
    "cards::records_that_disagree_show_each_other",
    "check_cli",
    "cli_pack",
    "cli_render",
    "dataset_bad::every_kind_of_bad_data_has_its_exact_message",
    "dataset_cli",
    "dataset_forms::spoiled_bytes_never_panic",
    "dataset_forms::spoiled_csv_never_panics",
    "dataset_forms::spoiled_json_never_panics",
    "dataset_package::conflicts_colliding_ids_and_faults_without_end_take_no_longer",
    "dataset_package::two_hundred_thousand_rows_are_read_by_both_ways_and_no_more",
    "figure::a_figure_holds_every_word_of_the_page_around_the_canvas",
    "figure::nothing_leaves_the_figure_and_its_words_keep_off_the_chart",
    "hostile_files",
    "import_cli",
    "layout::every_measure_and_every_zoom_of_the_own_dataset_holds",
    "layout::every_record_in_focus_keeps_the_labels_apart",
    "layout::labels_of_any_dataset_hold",
    "layout::labels_of_the_own_dataset_hold_at_every_width_in_every_language",
    "own_data",
    "pseudo::labels_hold_in_every_view_at_every_width",
    "pseudo::labels_hold_with_every_mark_chosen",
    "publish",
    "replay",
    "table::a_search_finds_whatever_capitals_and_accents_and_unfolds_what_it_finds",
    "table::empty_cells_come_last_in_both_directions_by_every_column",
    "url::every_state_comes_back_from_its_url",
    "walk::the_right_arrow_alone_reaches_every_record_of_every_view",
    "widget::every_mark_of_every_view_has_a_card_with_a_source_in_every_language",
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
    let all = output(&mut list)?;
    let (unasked, all): (Vec<&str>, Vec<&str>) =
        all.lines().partition(|line| line.contains(UNASKED));
    let in_rooms = |line: &&str| {
        ROOMS.iter().any(|room| line.starts_with(room)) && !line.starts_with(BROWSERS)
    };
    let all: Vec<&str> = all.into_iter().filter(in_rooms).collect();
    let due = sample(&all, options.sample, options.seed);
    println!("{} of {} changes, seed {}", due.len(), all.len(), options.seed);
    let told = root.join("target/mutants");
    let before = told.join("mutants.out");
    if before.exists() {
        fs::remove_dir_all(&before)?;
    }
    fs::create_dir_all(&before)?;
    fs::write(before.join("caught.txt"), unasked.join("\n"))?;
    let mut command = Command::new(&program);
    command.current_dir(root).args(["mutants", "--package", "bilateral", "--no-shuffle"]);
    // A trace of where a test failed is not looked at; without its lines a change is built sooner.
    command.env("CARGO_PROFILE_DEV_DEBUG", "0");
    // What an earlier run has caught is passed over.
    command.args(["--iterate", "--timeout", "300", "--colors=never", "--output"]).arg(&told);
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
        let count = names.len();
        if one.is_empty() {
            let tests = text.split("#[test]").skip(1).filter_map(|rest| {
                let name = rest.split_once("fn ")?.1;
                Some(format!("{file}::{}", &name[..name.find('(')?]))
            });
            names.extend(tests);
        } else if text.contains(&format!("fn {one}(")) {
            names.push(slow.to_owned());
        }
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
        assert!(names.len() > SLOW.len() && names.iter().all(|name| name.split("::").count() == 2));
    }
}
