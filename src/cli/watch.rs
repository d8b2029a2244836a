//! Does something again whenever a folder changes.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};
use std::{fs, io};

/// How often the folder is looked at: by name, time and size, as every file system can tell.
const EVERY: Duration = Duration::from_millis(300);

/// Runs until the process is ended.
pub(super) fn watch(dir: &Path, mut check: impl FnMut()) -> ! {
    let mut known = None;
    loop {
        // A file that vanishes while it is looked at is a change that the next look sees.
        let seen = files(dir).unwrap_or_default();
        if known.as_ref() != Some(&seen) {
            check();
            known = Some(seen);
        }
        sleep(EVERY);
    }
}

type Seen = Vec<(PathBuf, Option<SystemTime>, u64)>;

fn files(dir: &Path) -> io::Result<Seen> {
    let mut seen = Vec::new();
    for folder in [dir.to_owned(), dir.join("words")] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries {
            let entry = entry?;
            let data = entry.metadata()?;
            seen.push((entry.path(), data.modified().ok(), data.len()));
        }
    }
    seen.sort();
    Ok(seen)
}
