//! What static hosts serve `pkg/` with: files under names that may be cached for ever, and headers.

use crate::package::File;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use xtask::sources;

/// Copies whose names change with their bytes: of all that a page loads by address as it is. Pages
/// and figures keep their names, as articles link to them; so do further languages, which a module of
/// another version refuses.
const COPIED: [&str; 2] = ["bilateral.wasm", "slim.mjs"];
/// Where they lie: the one folder that is cached for ever.
const FOLDER: &str = "immutable";

/// Adds to `files`, which hold all that is copied.
pub(crate) fn add(files: &mut Vec<File>, root: &Path) -> Result<()> {
    for name in COPIED {
        let (_, bytes) = files
            .iter()
            .find(|(file, _)| file == name)
            .with_context(|| format!("the copies come after {name}"))?;
        files.push((hashed(name, bytes), bytes.clone()));
    }
    let index = index(files)?.into_bytes();
    files.push((hashed("index.mjs", &index), index));
    for (from, to) in [("_headers", "_headers"), ("nginx.conf", "nginx.conf")] {
        let path = root.join("www/hosts").join(from);
        let text = fs::read(&path).with_context(|| format!("no www/hosts/{from}"))?;
        files.push((to.to_owned(), text));
    }
    Ok(())
}

/// Does what `index.mjs` does, by the copies beside it: a host serves the module better than a script
/// that has it inside.
fn index(files: &[File]) -> Result<String> {
    let beside = |stem: &str, ending: &str| {
        let names =
            files.iter().filter_map(|(name, _)| name.strip_prefix(FOLDER)?.strip_prefix('/'));
        let mut ours = names.filter(|name| name.starts_with(stem) && name.ends_with(ending));
        ours.next().with_context(|| format!("no copy of {stem}{ending}"))
    };
    let (slim, module) = (beside("slim.", "mjs")?, beside("bilateral.", "wasm")?);
    Ok(format!(
        "import {{ define }} from './{slim}';\n\
         export * from './{slim}';\n\
         define(new URL('{module}', import.meta.url), '', '../languages/');\n"
    ))
}

/// Takes away the copies of an earlier build.
pub(crate) fn clear(pkg: &Path) -> Result<()> {
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
        for name in COPIED {
            let copy = hashed(name, name.as_bytes());
            let found = files.iter().find(|(file, _)| *file == copy).expect("a copy");
            assert_eq!(found.1, name.as_bytes(), "{copy}");
        }
        let (name, index) =
            files.iter().find(|(name, _)| name.contains("/index.")).expect("an index");
        assert_eq!(*name, hashed("index.mjs", index));
        let index = std::str::from_utf8(index).expect("text");
        for part in ["slim.mjs", "bilateral.wasm"] {
            let copy = hashed(part, part.as_bytes());
            let copy = copy.strip_prefix("immutable/").expect("in the folder");
            assert!(index.contains(copy), "{index} without {copy}");
        }
        assert_eq!(files.len(), 2 * COPIED.len() + 3);
    }

    /// The headers that `_headers` gives a path, as the hosts that read it join them.
    fn headers(rules: &str, path: &str) -> Vec<String> {
        let mut holds = false;
        let mut found = Vec::new();
        for line in rules.lines().filter(|line| !line.starts_with('#')) {
            if let Some(header) = line.strip_prefix("  ") {
                found.extend(holds.then(|| header.to_owned()));
                continue;
            }
            holds = match line.split_once('*') {
                None => line == path,
                Some((head, tail)) => {
                    path.strip_prefix(head).is_some_and(|rest| rest.ends_with(tail))
                }
            };
        }
        found.sort();
        found
    }

    #[test]
    fn every_file_and_its_copy_has_each_header_once() {
        let rules = fs::read_to_string(xtask::root().join("www/hosts/_headers")).expect("rules");
        let words = "languages/de.words";
        let cache = "Cache-Control: public, max-age=3600";
        assert!(headers(&rules, &format!("/{words}")).contains(&cache.to_owned()));
        for name in COPIED.into_iter().chain(["index.mjs"]) {
            let kind = match name.rsplit('.').next() {
                Some("mjs") => Some("Content-Type: text/javascript; charset=utf-8"),
                Some("wasm") => Some("Content-Type: application/wasm"),
                _ => None,
            };
            for (path, cache) in [
                (name.to_owned(), "public, max-age=3600"),
                (hashed(name, b""), "public, max-age=31536000, immutable"),
            ] {
                let mut wanted = vec![
                    "Access-Control-Allow-Origin: *".to_owned(),
                    format!("Cache-Control: {cache}"),
                    "X-Content-Type-Options: nosniff".to_owned(),
                ];
                wanted.extend(kind.map(str::to_owned));
                wanted.sort();
                assert_eq!(headers(&rules, &format!("/{path}")), wanted, "{path}");
            }
        }
    }
}
