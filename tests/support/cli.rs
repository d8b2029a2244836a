//! Runs the program and judges how it ended.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) fn bilateral(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bilateral"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().expect("it runs")
}

pub(crate) fn temporary(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Fails unless the exit status is `expected`, and standard error empty just where that is 0: empty
/// but for what a view has not to show, which is no fault.
#[track_caller]
pub(crate) fn status(output: &Output, expected: i32) {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(expected), "{errors}");
    let faultless = errors.lines().all(|line| line.starts_with("nothing to show in "));
    assert_eq!(faultless, expected == 0, "{errors}");
}
