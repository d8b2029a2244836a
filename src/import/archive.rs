//! Zip archives, within bounds: what they claim of their size is not believed.

use std::fmt::Display;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Refusal, Saying, refusals};

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
        let file = archive.by_index(index).map_err(|error| unreadable(name, &error))?;
        if file.is_dir() {
            continue;
        }
        let Some(path) = file.enclosed_name() else {
            return Err(Refusal::new(name, refusals::LEADS_OUT));
        };
        let path = path.to_string_lossy().replace('\\', "/");
        let most = left.min(MAY_GROW.max(file.compressed_size().saturating_mul(MAX_GROWTH)));
        let mut content = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut content);
        read.map_err(|error| unreadable(name, &error))?;
        if content.len() as u64 > most && most < left {
            let what = Saying::of(refusals::GROWS).text("path", path).text("n", MAX_GROWTH);
            return Err(Refusal::new(name, what));
        }
        left = left.checked_sub(content.len() as u64).ok_or_else(|| {
            Refusal::new(name, Saying::of(refusals::UNPACKED).text("n", MAX_UNPACKED >> 20))
        })?;
        files.push((path, content));
    }
    Ok(files)
}

fn open<'a>(name: &str, bytes: &'a [u8]) -> Result<ZipArchive<Cursor<&'a [u8]>>, Refusal> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(name, &error))?;
    if archive.len() > MAX_FILES {
        return Err(Refusal::new(name, Saying::of(refusals::MANY_FILES).text("n", MAX_FILES)));
    }
    Ok(archive)
}

fn unreadable(name: &str, error: &dyn Display) -> Refusal {
    Refusal::new(name, Saying::of(refusals::ARCHIVE).text("why", error))
}
