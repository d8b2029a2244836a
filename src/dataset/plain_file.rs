//! A file of a folder that may come from strangers: links and what is no file are refused, and the
//! size is asked before anything is read.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Why a file is not read: what it is, and how to mend it.
pub enum Unread {
    NoFile(&'static str, &'static str),
    Larger,
    Failed(io::Error),
}

/// The bytes of a file of `most` bytes at most; none where there is none of this name.
pub fn read_plain(path: &Path, most: u64) -> Result<Option<Vec<u8>>, Unread> {
    let meta = match fs::symlink_metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Unread::Failed(error)),
    };
    if meta.is_symlink() {
        return Err(Unread::NoFile("symbolic link", "put the file itself here"));
    }
    if !meta.is_file() {
        return Err(Unread::NoFile("not a file", "put a file here, or nothing"));
    }
    if meta.len() > most {
        return Err(Unread::Larger);
    }
    let mut bytes = Vec::new();
    // It may have grown since its size was asked.
    let read = File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    read.map_err(Unread::Failed)?;
    if bytes.len() as u64 > most { Err(Unread::Larger) } else { Ok(Some(bytes)) }
}
