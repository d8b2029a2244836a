//! `THIRD-PARTY.md`: whose work is inside the package, and the licences that ask to be passed on.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use xtask::step;

/// What no crate's manifest names, though it is inside.
pub(crate) const BESIDES: [(&str, &str, &str); 2] = [
    ("Unicode CLDR", "Unicode-3.0", include_str!("../licences/unicode.txt")),
    ("The Rust standard library", "MIT OR Apache-2.0", include_str!("../licences/rust.txt")),
];

/// Where a package's licence file is only the path of another, which was left behind.
const LEFT_BEHIND: [(&str, &str); 1] = [("plotters", include_str!("../licences/plotters.txt"))];

const OPENING: &str = "\
# Work of others in this package

The module and the script hold compiled code or data of the works below. Where a work may be
used under one of several licences, it is used here under MIT.
";

/// What `cargo metadata` says of the crates of the module.
pub(crate) fn metadata(root: &Path) -> Result<Value> {
    let mut command = Command::new("cargo");
    command.args([
        "metadata",
        "--format-version=1",
        "--locked",
        "--filter-platform",
        "wasm32-unknown-unknown",
    ]);
    Ok(serde_json::from_str(&step::output(command.current_dir(root))?)?)
}

/// The text, for the crates that reach the module.
pub(crate) fn notices(metadata: &Value) -> Result<String> {
    let mut works: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut enter = |licence: &str, work: String| {
        works.entry(licence.trim().to_owned()).or_default().insert(work);
    };
    for (name, terms, licence) in BESIDES {
        enter(licence, format!("{name} ({terms})"));
    }
    for package in reached(metadata)? {
        let (name, terms) = (text(package, "name")?, text(package, "license")?);
        let work = format!("{name} {} ({terms})", text(package, "version")?);
        enter(&licence(package).with_context(|| format!("of {name}"))?, work);
    }
    let mut all = OPENING.to_owned();
    for (licence, works) in works {
        let works: Vec<String> = works.into_iter().collect();
        write!(all, "\n## {}\n\n```text\n{licence}\n```\n", works.join(", "))?;
    }
    Ok(all)
}

/// The packages that `bilateral` is compiled with: no tools of the build, no macros.
pub(crate) fn reached(metadata: &Value) -> Result<Vec<&Value>> {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let find = |id: &Value| packages.iter().find(|package| package["id"] == *id);
    let is_macro = |package: &Value| {
        list(&package["targets"])
            .iter()
            .any(|target| list(&target["kind"]).contains(&"proc-macro".into()))
    };
    let nodes =
        metadata["resolve"]["nodes"].as_array().context("cargo metadata resolves nothing")?;
    let own = packages.iter().find(|package| package["name"] == "bilateral");
    let own = &own.context("cargo metadata does not name bilateral")?["id"];
    let (mut waiting, mut seen, mut found) = (vec![own.clone()], BTreeSet::new(), Vec::new());
    while let Some(id) = waiting.pop() {
        if !seen.insert(id.to_string()) {
            continue;
        }
        let package = find(&id).context("a dependency is not among the packages")?;
        if is_macro(package) {
            continue;
        }
        if id != *own {
            found.push(package);
        }
        let node = nodes
            .iter()
            .find(|node| node["id"] == id)
            .context("a package has no dependencies listed")?;
        for edge in list(&node["deps"]) {
            if list(&edge["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                waiting.push(edge["pkg"].clone());
            }
        }
    }
    Ok(found)
}

/// The licence that a package carries; MIT where there is a choice.
fn licence(package: &Value) -> Result<String> {
    let manifest = text(package, "manifest_path")?;
    let folder = Path::new(manifest).parent().context("a manifest lies in a folder")?;
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.to_uppercase().starts_with("LICEN"))
        .collect();
    files.sort_by_key(|name| (!name.contains("MIT"), name.clone()));
    let first = files.first().context("there is no licence file")?;
    let text = fs::read_to_string(folder.join(first))?.replace("\r\n", "\n");
    whole(text, self::text(package, "name")?)
}

/// A licence's text as it is, or the one kept here where `text` is but a path.
fn whole(text: String, name: &str) -> Result<String> {
    if text.trim().lines().count() > 1 {
        return Ok(text);
    }
    let kept = LEFT_BEHIND.iter().find(|(family, _)| name.starts_with(family));
    let (_, kept) =
        kept.with_context(|| format!("its licence file holds only `{}`", text.trim()))?;
    Ok((*kept).to_owned())
}

pub(crate) fn text<'a>(package: &'a Value, key: &str) -> Result<&'a str> {
    package[key].as_str().with_context(|| format!("a package without {key}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_licence_that_is_but_a_path_is_replaced_or_refused() {
        let taken = whole("../LICENSE".into(), "plotters-svg").expect("kept here");
        assert!(taken.contains("Copyright (c) 2019 Hao Hou"), "{taken}");
        let error = whole("../LICENSE\n".into(), "other").expect_err("not kept").to_string();
        assert_eq!(error, "its licence file holds only `../LICENSE`");
    }

    #[test]
    fn tools_and_macros_are_not_reached() {
        let package = |name: &str, kind: &str| json!({ "id": name, "name": name, "targets": [{ "kind": [kind] }] });
        let edge =
            |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let node = |name: &str, deps: Vec<Value>| json!({ "id": name, "deps": deps });
        let metadata = json!({
            "packages": [
                package("bilateral", "lib"), package("used", "lib"), package("deep", "lib"),
                package("tool", "lib"), package("derive", "proc-macro"), package("other", "lib"),
            ],
            "resolve": { "nodes": [
                node("bilateral", vec![
                    edge("used", Value::Null), edge("tool", "build".into()), edge("derive", Value::Null),
                ]),
                node("used", vec![edge("deep", Value::Null)]),
                node("deep", vec![]),
                node("tool", vec![]),
                node("derive", vec![edge("other", Value::Null)]),
                node("other", vec![]),
            ] },
        });
        let names: Vec<_> =
            reached(&metadata).expect("walked").iter().map(|package| &package["name"]).collect();
        assert_eq!(names, ["used", "deep"]);
    }
}
