//! Builds the same sources in another folder, and expects the same bytes.

use crate::{Places, write};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::step::step;
use xtask::{record, sources};

/// Compares `pkg/` with a build of its sources elsewhere, or two such builds where `pkg/` was made
/// by another toolchain or from other sources.
pub(crate) fn reproduce(places: &Places) -> Result<()> {
    let root = &places.root;
    let record = record::read(root)?.unwrap_or_default();
    let first = build_in("elsewhere", places)?;
    write::keep_glue(&first, root)?;
    let made = record::read(&first)?.context("the build left no record")?;
    if record::staleness(root)?.is_none() && record["toolchain"] == made["toolchain"] {
        println!("    the committed pkg/ against a build in {}", first.display());
        return same(&record, &made);
    }
    println!("    pkg/ is stale or made by another toolchain: two builds are compared instead");
    let second = build_in("in a folder whose name is longer", places)?;
    same(&made, &record::read(&second)?.context("the build left no record")?)
}

fn build_in(name: &str, places: &Places) -> Result<PathBuf> {
    let folder = places.root.join("target/reproduce").join(name);
    step(&format!("copy the sources to {}", folder.display()), || {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        copy(&places.root, &folder)
    })?;
    let record = record::read(&places.root)?.unwrap_or_default();
    let recorded = record["toolchain"]["way"].as_str().and_then(|way| way.parse().ok());
    write::build(&Places {
        root: folder.clone(),
        tools: places.tools.clone(),
        sources: sources::hash(&folder)?,
        way: places.way.or(recorded),
    })?;
    Ok(folder)
}

/// Copies a folder without what builds and tools leave in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if matches!(name.to_str(), Some("target" | "node_modules" | "pkg" | ".git")) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(&name))?;
        } else {
            fs::copy(entry.path(), to.join(&name))?;
        }
    }
    Ok(())
}

fn same(one: &Value, other: &Value) -> Result<()> {
    let files = one["files"].as_object().context("a record lists no files")?;
    let differing: Vec<&str> = files
        .iter()
        .filter(|(name, file)| other["files"][name.as_str()] != **file)
        .map(|(name, _)| name.as_str())
        .collect();
    if !differing.is_empty() {
        bail!("two builds of the same sources differ in {}", differing.join(", "));
    }
    if one != other {
        bail!("two builds of the same sources differ in build.json");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn files_that_differ_are_named() {
        let record = |script: u32| json!({ "files": { "a.js": script, "b.wasm": 1 } });
        assert!(same(&record(1), &record(1)).is_ok());
        let error = same(&record(1), &record(2)).expect_err("a.js differs").to_string();
        assert_eq!(error, "two builds of the same sources differ in a.js");
    }
}
