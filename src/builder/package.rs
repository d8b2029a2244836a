//! A package as one file.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::import::{self, Opened};

/// What a package is called where nothing says it.
const UNNAMED: &str = "package";

/// The name of a package: its own, else the first file's.
pub(super) fn name(files: &[(String, Vec<u8>)], opened: &Opened) -> String {
    let own = opened.meta.properties.get("name").and_then(|name| name.as_str());
    let first = files.first().map_or("", |(name, _)| name.as_str());
    let first = first.rsplit('/').next().unwrap_or(first);
    let stem = first.split('.').next().unwrap_or(first);
    let name = import::slug(own.unwrap_or(stem));
    if name.is_empty() { UNNAMED.to_owned() } else { name }
}

/// An archive of files; the same files give the same bytes.
///
/// # Errors
///
/// Where it does not fit into memory.
pub(super) fn zip(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        archive
            .start_file(name.as_str(), options)
            .map_err(|error| error.to_string())
            .and_then(|()| archive.write_all(bytes).map_err(|error| error.to_string()))?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}
