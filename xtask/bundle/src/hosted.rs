//! What static hosts serve `pkg/` with: files under names that may be cached for ever, and headers.

use crate::package::File;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;
use xtask::sources;

/// What is also served under a name that changes with its bytes: all that a page loads by address as
/// it is. Pages and figures keep their names, as articles link to them.
const NAMED: [&str; 3] = ["bilateral.js", "bilateral.wasm", "slim.mjs"];
/// The folder of those names, which is cached for ever. The hosts' rules lead from a name to the file,
/// so that no file lies there twice; another build's names lead nowhere.
const FOLDER: &str = "immutable";

/// Adds to `files`, which hold all that is named; answers `{name: file}`.
pub fn add(files: &mut Vec<File>, root: &Path) -> Result<Map<String, Value>> {
    let mut names = Vec::new();
    for name in NAMED {
        let (_, bytes) = files
            .iter()
            .find(|(file, _)| file == name)
            .with_context(|| format!("the names come after {name}"))?;
        names.push((hashed(name, bytes), name));
    }
    let index = index(&names)?.into_bytes();
    let index_name = hashed("index.mjs", &index);
    files.push((index_name.clone(), index));
    let read = |name: &str| {
        let path = root.join("www/hosts").join(name);
        fs::read_to_string(&path).with_context(|| format!("no www/hosts/{name}"))
    };
    let redirects: String =
        names.iter().map(|(name, file)| format!("/{name} /{file} 200\n")).collect();
    let location = read("immutable.conf")?;
    let locations: Vec<String> = names
        .iter()
        .map(|(name, file)| location.replace("{{name}}", name).replace("{{file}}", file))
        .collect();
    let nginx = read("nginx.conf")?.replace("{{immutable}}\n", &locations.concat());
    files.push(("_headers".to_owned(), read("_headers")?.into_bytes()));
    files.push(("_redirects".to_owned(), [read("_redirects")?, redirects].concat().into_bytes()));
    files.push(("nginx.conf".to_owned(), nginx.into_bytes()));
    let own = (index_name.clone(), json!(index_name));
    Ok(names.into_iter().map(|(name, file)| (name, json!(file))).chain([own]).collect())
}

/// Does what `index.mjs` does, by the names beside it: a host serves the module better than a script
/// that has it inside.
fn index(names: &[(String, &str)]) -> Result<String> {
    let beside = |wanted: &str| {
        let found = names.iter().find(|(_, file)| *file == wanted);
        let name = found.and_then(|(name, _)| name.strip_prefix(FOLDER)?.strip_prefix('/'));
        name.with_context(|| format!("no name of {wanted}"))
    };
    let (slim, module) = (beside("slim.mjs")?, beside("bilateral.wasm")?);
    Ok(format!(
        "import {{ define }} from './{slim}';\n\
         export * from './{slim}';\n\
         define(new URL('{module}', import.meta.url), '', '../languages/');\n"
    ))
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
    fn a_name_changes_with_the_bytes() {
        assert_eq!(hashed("bilateral.js", b""), "immutable/bilateral.e3b0c44298fc.js");
        assert_ne!(hashed("bilateral.js", b"1"), hashed("bilateral.js", b"2"));
    }

    #[test]
    fn every_name_leads_to_its_file() {
        let file = |name: &str| (name.to_owned(), name.as_bytes().to_vec());
        let mut files = NAMED.map(file).to_vec();
        let names = add(&mut files, &xtask::root()).expect("added");
        let text = |wanted: &str| {
            let (_, bytes) = files.iter().find(|(name, _)| name == wanted).expect(wanted);
            std::str::from_utf8(bytes).expect("text")
        };
        for name in NAMED {
            let hashed = hashed(name, name.as_bytes());
            assert_eq!(names[&hashed], name);
            assert!(text("_redirects").contains(&format!("\n/{hashed} /{name} 200\n")));
            let location = format!(
                "location = /bilateral/{hashed} {{\n        alias /srv/bilateral/{name};\n"
            );
            assert!(text("nginx.conf").contains(&location), "{}", text("nginx.conf"));
        }
        let (name, index) =
            files.iter().find(|(name, _)| name.contains("/index.")).expect("an index");
        assert_eq!(*name, hashed("index.mjs", index));
        let index = std::str::from_utf8(index).expect("text");
        for part in ["slim.mjs", "bilateral.wasm"] {
            let hashed = hashed(part, part.as_bytes());
            let name = hashed.strip_prefix("immutable/").expect("in the folder");
            assert!(index.contains(name), "{index} without {name}");
        }
        assert_eq!((files.len(), names.len()), (NAMED.len() + 4, NAMED.len() + 1));
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
    fn every_file_and_its_name_has_each_header_once() {
        let rules = fs::read_to_string(xtask::root().join("www/hosts/_headers")).expect("rules");
        let words = "languages/de.words";
        let cache = "Cache-Control: public, max-age=3600";
        assert!(headers(&rules, &format!("/{words}")).contains(&cache.to_owned()));
        for name in NAMED.into_iter().chain(["index.mjs"]) {
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
