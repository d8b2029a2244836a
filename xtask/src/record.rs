//! `pkg/build.json`: what `pkg/` was built from, and whether it still is what it says.

use crate::sources;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Why `pkg/` must be built again, or nothing if it is current.
pub fn staleness(root: &Path) -> Result<Option<String>> {
    let Some(record) = read(root)? else {
        return Ok(Some("pkg/build.json is not there".to_owned()));
    };
    if record["sources"] != sources::hash(root)? {
        return Ok(Some("pkg/ was built from other sources".to_owned()));
    }
    let Some(files) = record["files"].as_object() else {
        return Ok(Some("pkg/build.json lists no files".to_owned()));
    };
    for (name, file) in files {
        match fs::read(root.join("pkg").join(name)) {
            Err(_) => return Ok(Some(format!("pkg/{name} is not there"))),
            Ok(bytes) if file["sha256"] != sources::sha256(&bytes) => {
                return Ok(Some(format!("pkg/{name} is not what the build wrote")));
            }
            Ok(_) => {}
        }
    }
    Ok(None)
}

/// The record, if there is one.
pub fn read(root: &Path) -> Result<Option<Value>> {
    let path = root.join("pkg/build.json");
    if !path.is_file() {
        return Ok(None);
    }
    let text = fs::read_to_string(path)?;
    let record = serde_json::from_str(&text).context("pkg/build.json is not valid JSON")?;
    Ok(Some(record))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_package_is_current_until_sources_or_files_change() {
        let root = std::env::temp_dir().join(format!("bilateral-{}-record", std::process::id()));
        fs::create_dir_all(root.join("src")).expect("made");
        fs::create_dir_all(root.join("pkg")).expect("made");
        let check = |expect: Option<&str>| {
            assert_eq!(staleness(&root).expect("read").as_deref(), expect);
        };
        fs::write(root.join("src/lib.rs"), "1").expect("written");
        check(Some("pkg/build.json is not there"));

        fs::write(root.join("pkg/a.js"), "a").expect("written");
        let files = json!({ "a.js": { "sha256": sources::sha256(b"a") } });
        let record = json!({ "sources": sources::hash(&root).expect("hashed"), "files": files });
        fs::write(root.join("pkg/build.json"), record.to_string()).expect("written");
        check(None);

        fs::write(root.join("pkg/a.js"), "b").expect("written");
        check(Some("pkg/a.js is not what the build wrote"));
        fs::remove_file(root.join("pkg/a.js")).expect("removed");
        check(Some("pkg/a.js is not there"));
        fs::write(root.join("src/lib.rs"), "2").expect("written");
        check(Some("pkg/ was built from other sources"));
        fs::remove_dir_all(root).expect("removed");
    }
}
