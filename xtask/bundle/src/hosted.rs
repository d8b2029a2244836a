//! What static hosts serve `pkg/` with: files under names that may be cached for ever, and headers.

use crate::package::File;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use xtask::sources;

/// Copies whose names change with their bytes: of what pages load as it is. Bundlers name what they
/// bundle themselves, the module beside `slim.mjs` among it.
const COPIED: [&str; 1] = ["bilateral.js"];
/// Where they lie: the one folder that is cached for ever.
const FOLDER: &str = "immutable";

/// Adds to `files`, which hold all that is copied.
pub fn add(files: &mut Vec<File>, root: &Path) -> Result<()> {
    for name in COPIED {
        let (_, bytes) = files
            .iter()
            .find(|(file, _)| file == name)
            .with_context(|| format!("the copies come after {name}"))?;
        files.push((hashed(name, bytes), bytes.clone()));
    }
    for (from, to) in [("_headers", "_headers"), ("nginx.conf", "nginx.conf")] {
        let path = root.join("www/hosts").join(from);
        let text = fs::read(&path).with_context(|| format!("no www/hosts/{from}"))?;
        files.push((to.to_owned(), text));
    }
    Ok(())
}

/// Takes away the copies of an earlier build.
pub fn clear(pkg: &Path) -> Result<()> {
    let folder = pkg.join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// `immutable/bilateral.0123456789ab.js`
fn hashed(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    format!("{FOLDER}/{stem}.{}.{ending}", &sources::sha256(bytes)[..12])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_named_by_its_bytes() {
        assert_eq!(hashed("bilateral.js", b""), "immutable/bilateral.e3b0c44298fc.js");
        assert_ne!(hashed("bilateral.js", b"1"), hashed("bilateral.js", b"2"));
    }

    #[test]
    fn every_copy_is_the_file_itself() {
        let file = |name: &str| (name.to_owned(), name.as_bytes().to_vec());
        let mut files = COPIED.map(file).to_vec();
        add(&mut files, &xtask::root()).expect("added");
        for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with(FOLDER)) {
            let whole = String::from_utf8(bytes.clone()).expect("a name");
            let ending = whole.rsplit('.').next().expect("an ending");
            assert!(name.ends_with(ending), "{name} has the bytes of {whole}");
        }
        assert_eq!(files.len(), 2 * COPIED.len() + 2);
    }
}
