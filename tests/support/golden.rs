//! Compares what a test made with what was accepted before.
//!
//! On a difference `NAME.received` and `NAME.diff` lie beside the accepted file in `tests/golden`.
//! `BLESS=1 cargo test` accepts what was made.

use similar::TextDiff;
use std::fs;
use std::path::PathBuf;

/// Fails with the lines that differ, unless `actual` is the accepted text of `name`.
#[track_caller]
pub(crate) fn check(name: &str, actual: &str) {
    let accepted = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let beside = |ending: &str| PathBuf::from(format!("{}.{ending}", accepted.display()));
    let (received, difference) = (beside("received"), beside("diff"));
    let expected = fs::read_to_string(&accepted).unwrap_or_default();
    if expected == actual || std::env::var_os("BLESS").is_some() {
        for stale in [received, difference] {
            fs::remove_file(stale).ok();
        }
        if expected != actual {
            fs::create_dir_all(accepted.parent().unwrap()).unwrap();
            fs::write(&accepted, actual).unwrap();
        }
        return;
    }
    let diff = TextDiff::from_lines(expected.as_str(), actual)
        .unified_diff()
        .context_radius(2)
        .header("accepted", "received")
        .to_string();
    fs::write(&received, actual).unwrap();
    fs::write(&difference, &diff).unwrap();
    let shown: String = diff.lines().take(60).flat_map(|line| [line, "\n"]).collect();
    panic!(
        "{name} differs from what was accepted; see {}, or accept it with BLESS=1\n{shown}",
        received.display()
    );
}
