//! Each command of docs/own-data.md runs, on the files that the page gives.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

/// The words of a command line; quotes keep blanks.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut quoted) = (vec![String::new()], false);
    for char in line.chars() {
        match char {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(char),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn every_command_of_the_page_runs() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own-data");
    fs::remove_dir_all(&dir).ok();
    fs::create_dir_all(&dir).unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/own-data.md");
    let page = fs::read_to_string(page).unwrap();
    let mut run = 0;
    for block in page.split("```").skip(1).step_by(2) {
        let (kind, text) = block.split_once('\n').unwrap();
        if let Some((_, name)) = kind.split_once(' ') {
            fs::write(dir.join(name), text).unwrap();
        }
        if kind != "sh" {
            continue;
        }
        for line in text.lines() {
            let (line, asks) = match line.split_once(" # asks") {
                Some((line, _)) => (line, true),
                None => (line, false),
            };
            let mut words = words(line);
            assert_eq!(words.remove(0), "bilateral", "{line}");
            let output = words.iter().position(|word| word == ">");
            let output = output.map(|at| words.split_off(at).remove(1));
            let stdout = match output {
                Some(name) => Stdio::from(File::create(dir.join(name)).unwrap()),
                None => Stdio::piped(),
            };
            let mut command = Command::new(env!("CARGO_BIN_EXE_bilateral"));
            command.current_dir(&dir).args(&words).stdout(stdout).stderr(Stdio::piped());
            let done = command.spawn().unwrap().wait_with_output().unwrap();
            let errors = String::from_utf8_lossy(&done.stderr);
            assert_eq!(done.status.code(), Some(i32::from(asks)), "{line}\n{errors}");
            run += 1;
        }
    }
    assert!(run > 15, "only {run} commands were found");
    for picture in ["exports.svg", "wide.png", "timeline.svg", "starter.svg"] {
        assert!(fs::metadata(dir.join(picture)).unwrap().len() > 2_000, "{picture} is empty");
    }
}
