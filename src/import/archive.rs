//! Zip archives, within bounds: what they claim of their size is not believed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Refusal;

/// The most bytes of all files of an archive together, unpacked.
pub(super) const MAX_UNPACKED: u64 = 512 << 20;
/// A file that grows more than so many times was made to: text shrinks to a tenth or a fiftieth.
const MAX_GROWTH: u64 = 200;
/// Below so many bytes it may.
const MAY_GROW: u64 = 16 << 20;
/// The most files of an archive.
pub(super) const MAX_FILES: usize = 2_000;

/// Whether the bytes are an archive.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// All files, unpacked, by their names; those that lead out of the archive are refused.
pub(super) fn unpack(name: &str, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut files = Vec::new();
    let mut left = MAX_UNPACKED;
    let mut archive = open(name, bytes)?;
    for index in 0..archive.len() {
        let unreadable = |error| Refusal::new(name, format!("unreadable archive: {error}"));
        let file = archive.by_index(index).map_err(unreadable)?;
        if file.is_dir() {
            continue;
        }
        let Some(path) = file.enclosed_name() else {
            return Err(Refusal::new(name, "a file that leads out of the archive".into()));
        };
        let path = path.to_string_lossy().replace('\\', "/");
        let most = left.min(MAY_GROW.max(file.compressed_size().saturating_mul(MAX_GROWTH)));
        let mut content = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut content);
        read.map_err(|error| Refusal::new(name, format!("unreadable archive: {error}")))?;
        if content.len() as u64 > most && most < left {
            let what = format!("{path} is more than {MAX_GROWTH} times its packed size");
            return Err(Refusal::new(name, what));
        }
        left = left.checked_sub(content.len() as u64).ok_or_else(|| {
            Refusal::new(name, format!("more than {} MiB unpacked", MAX_UNPACKED >> 20))
        })?;
        files.push((path, content));
    }
    Ok(files)
}

fn open<'a>(name: &str, bytes: &'a [u8]) -> Result<ZipArchive<Cursor<&'a [u8]>>, Refusal> {
    let archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| Refusal::new(name, format!("unreadable archive: {error}")))?;
    if archive.len() > MAX_FILES {
        return Err(Refusal::new(name, format!("an archive of more than {MAX_FILES} files")));
    }
    Ok(archive)
}
