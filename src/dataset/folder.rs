//! Where the files of a package lie: on disk, or in memory as a page holds them.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Why a file cannot be read, and how to mend it.
pub(super) type Unreadable = (String, &'static str);

/// The files of a package.
pub trait Folder {
    /// The name of a file as diagnostics give it.
    fn label(&self, name: &str) -> String;
    /// The names of the files that lie in it, or in a folder of it.
    fn names(&self, within: &str) -> Vec<String>;
    /// The bytes of a file, at most `most`; none where there is no file of this name.
    fn read(&self, name: &str, most: usize) -> Result<Option<Vec<u8>>, Unreadable>;
    /// What the package is called where it does not say so itself.
    fn name(&self) -> String;
}

/// A folder may come from strangers: links and files that are none are refused, and a file's size is
/// asked before it is read.
impl Folder for Path {
    fn label(&self, name: &str) -> String {
        self.join(name).display().to_string()
    }

    fn names(&self, within: &str) -> Vec<String> {
        let files = fs::read_dir(self.join(within)).into_iter().flatten().flatten();
        files.filter_map(|file| file.file_name().into_string().ok()).collect()
    }

    fn read(&self, name: &str, most: usize) -> Result<Option<Vec<u8>>, Unreadable> {
        let path = self.join(name);
        let unreadable = |error| (format!("unreadable file: {error}"), "give leave to read it");
        let meta = match fs::symlink_metadata(&path) {
            Ok(meta) => meta,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        if meta.is_symlink() {
            return Err(("symbolic link".into(), "put the file itself here"));
        }
        if !meta.is_file() {
            return Err(("not a file".into(), "put a file here, or nothing"));
        }
        let mut bytes = Vec::new();
        let is_beyond = meta.len() > most as u64;
        if !is_beyond {
            // It may have grown since its size was asked.
            let read = File::open(&path)
                .and_then(|file| file.take(most as u64 + 1).read_to_end(&mut bytes));
            read.map_err(unreadable)?;
        }
        if is_beyond || bytes.len() > most { Err(beyond()) } else { Ok(Some(bytes)) }
    }

    fn name(&self) -> String {
        let folder = self.canonicalize().unwrap_or(self.into());
        slug(&folder.file_name().unwrap_or_default().to_string_lossy())
    }
}

/// Files by their names, with `/` where they lie in a folder.
impl Folder for [(String, Vec<u8>)] {
    fn label(&self, name: &str) -> String {
        name.to_owned()
    }

    fn names(&self, within: &str) -> Vec<String> {
        let paths = self.iter().map(|(path, _)| path.rsplit_once('/').unwrap_or(("", path)));
        let names = paths.filter(|(folder, _)| *folder == within);
        names.map(|(_, name)| name.to_owned()).collect()
    }

    fn read(&self, name: &str, most: usize) -> Result<Option<Vec<u8>>, Unreadable> {
        match self.iter().find(|(known, _)| known == name) {
            Some((_, bytes)) if bytes.len() > most => Err(beyond()),
            found => Ok(found.map(|(_, bytes)| bytes.clone())),
        }
    }

    fn name(&self) -> String {
        slug("")
    }
}

fn beyond() -> Unreadable {
    ("package larger than 32 MiB".into(), "split the dataset")
}

/// A name made of a folder's.
fn slug(folder: &str) -> String {
    let plain = |char: char| if char.is_alphanumeric() { char } else { '-' };
    let name: String = folder.to_lowercase().chars().map(plain).take(64).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "dataset".into() } else { name.into() }
}
