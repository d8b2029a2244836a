//! Files that the user names, and those of folders that may come from strangers.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::dataset::Folder as _;
use crate::import;

/// The files, and those of folders, by their names.
pub(super) fn named(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        if !path.is_dir() {
            files.push((name, bytes(path)?));
            continue;
        }
        for within in ["", "words"] {
            let mut names = path.as_path().names(within);
            names.sort();
            for name in names {
                let own = if within.is_empty() { name } else { format!("{within}/{name}") };
                let is_table = [".csv", ".json"].iter().any(|ending| own.ends_with(ending));
                if is_table && !path.join(&own).is_dir() {
                    let bytes = plain(path, &own)?;
                    files.push((own, bytes));
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
    if bytes.len() as u64 > import::MAX_BYTES {
        let most = import::MAX_BYTES >> 20;
        return Err(Failure::Asked(format!("{}: larger than {most} MiB", path.display())));
    }
    Ok(bytes)
}

/// Of a file that a folder has: a link in it would lead out of what the user has named.
fn plain(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let bytes = folder.read(name, import::MAX_BYTES as usize);
    bytes
        .map(Option::unwrap_or_default)
        .map_err(|(what, hint)| Failure::Asked(format!("{}: {what}; {hint}", folder.label(name))))
}
