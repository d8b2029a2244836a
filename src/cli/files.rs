//! Files that the user names, and those of folders that may come from strangers.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::dataset::{Unread, read_plain};
use crate::import;

/// The files, and those of folders, by their names.
pub fn named(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        if !path.is_dir() {
            files.push((name, bytes(path)?));
            continue;
        }
        for folder in [path.clone(), path.join("words")] {
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            entries.sort();
            for entry in entries.iter().filter(|entry| !entry.is_dir()) {
                let own =
                    entry.strip_prefix(path).unwrap_or(entry).to_string_lossy().replace('\\', "/");
                if [".csv", ".json"].iter().any(|ending| own.ends_with(ending)) {
                    files.push((own, plain(entry)?));
                }
            }
        }
    }
    Ok(files)
}

/// Of a file that the user names, which may be a link or a pipe.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // A device has no size and no end.
    let read = fs::File::open(path)
        .and_then(|file| file.take(import::MAX_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|error| Failure::Usage(format!("cannot read {}: {error}", path.display())))?;
    if bytes.len() as u64 > import::MAX_BYTES { Err(too_large(path)) } else { Ok(bytes) }
}

/// Of a file that a folder has: a link in it would lead out of what the user has named.
fn plain(path: &Path) -> Result<Vec<u8>, Failure> {
    read_plain(path, import::MAX_BYTES).map(Option::unwrap_or_default).map_err(|unread| {
        let shown = path.display();
        match unread {
            Unread::NoFile(what, hint) => Failure::Asked(format!("{shown}: {what}; {hint}")),
            Unread::Larger => too_large(path),
            Unread::Failed(error) => Failure::Usage(format!("cannot read {shown}: {error}")),
        }
    })
}

fn too_large(path: &Path) -> Failure {
    Failure::Asked(format!("{}: larger than {} MiB", path.display(), import::MAX_BYTES >> 20))
}
