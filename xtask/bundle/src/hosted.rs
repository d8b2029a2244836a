//! What static hosts serve `pkg/` with: files under names that may be cached for ever, and headers.

use crate::package::File;
use anyhow::{Context, Result, anyhow};
use bilateral::publish::HostedNames;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// Where the names seem to lie.
const FOLDER: &str = "immutable";

/// Adds to `files`, which hold all that has a name that changes with its bytes; answers
/// `{name: file}`.
pub(crate) fn add(files: &mut Vec<File>, root: &Path) -> Result<Map<String, Value>> {
    let names = HostedNames::of(files).map_err(|what| anyhow!(what))?;
    let index = names.index();
    let record = names.record(&index.0);
    files.push(index);
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
    Ok(record)
}

/// Takes away the copies of an earlier build.
pub(crate) fn clear(pkg: &Path) -> Result<()> {
    let folder = pkg.join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMED: [&str; 3] = ["bilateral.js", "bilateral.wasm", "slim.mjs"];

    #[test]
    fn every_name_leads_to_its_file() {
        let file = |name: &str| (name.to_owned(), name.as_bytes().to_vec());
        let mut files = NAMED.map(file).to_vec();
        let names = HostedNames::of(&files).expect("all");
        let record = add(&mut files, &xtask::root()).expect("added");
        let text = |wanted: &str| {
            let (_, bytes) = files.iter().find(|(name, _)| name == wanted).expect(wanted);
            std::str::from_utf8(bytes).expect("text")
        };
        for (name, file) in names.iter() {
            assert_eq!(record[name], file);
            assert!(text("_redirects").contains(&format!("\n/{name} /{file} 200\n")));
            let location =
                format!("location = /bilateral/{name} {{\n        alias /srv/bilateral/{file};\n");
            assert!(text("nginx.conf").contains(&location), "{}", text("nginx.conf"));
        }
        assert_eq!((files.len(), record.len()), (NAMED.len() + 4, NAMED.len() + 1));
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
                (format!("immutable/0{name}"), "public, max-age=31536000, immutable"),
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
