//! `sbom.json`: the works that are inside the package, for programs that look for known faults in them.
//!
//! CycloneDX 1.5, without time or random number: two builds write the same bytes.

use crate::notices::{BESIDES, reached, text};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The bill of materials, from what `cargo metadata` says and `Cargo.lock` pins.
pub(crate) fn sbom(metadata: &Value, lock: &str) -> Result<String> {
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let own = packages.iter().find(|package| package["name"] == "bilateral");
    let own = own.context("cargo metadata does not name bilateral")?;
    let inside = reached(metadata)?;
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    for package in inside.iter().copied().chain([own]) {
        names.insert(text(package, "id")?, purl(package)?);
    }
    let mut components = BTreeMap::new();
    for package in inside {
        let mut component = named(package)?;
        if let Some(sum) = checksum(lock, text(package, "name")?, text(package, "version")?) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
        }
        components.insert(purl(package)?, component);
    }
    for (name, terms, _) in BESIDES {
        let licences = json!([{ "expression": terms }]);
        let kind = if name.contains("library") { "library" } else { "data" };
        components.insert(
            name.to_owned(),
            json!({ "type": kind, "bom-ref": name, "name": name, "licenses": licences }),
        );
    }
    let bom = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": named(own)? },
        "components": components.into_values().collect::<Vec<_>>(),
        "dependencies": dependencies(metadata, &names)?,
    });
    Ok(format!("{bom}\n"))
}

/// A package as a component.
fn named(package: &Value) -> Result<Value> {
    let purl = purl(package)?;
    Ok(json!({
        "type": "library",
        "bom-ref": purl,
        "name": text(package, "name")?,
        "version": text(package, "version")?,
        "licenses": [{ "expression": text(package, "license")?.replace('/', " OR ") }],
        "purl": purl,
    }))
}

fn purl(package: &Value) -> Result<String> {
    Ok(format!("pkg:cargo/{}@{}", text(package, "name")?, text(package, "version")?))
}

/// What each of `names` is compiled with.
fn dependencies(metadata: &Value, names: &BTreeMap<&str, String>) -> Result<Vec<Value>> {
    let nodes =
        metadata["resolve"]["nodes"].as_array().context("cargo metadata resolves nothing")?;
    let mut all = BTreeMap::new();
    for node in nodes {
        let Some(name) = names.get(text(node, "id")?) else { continue };
        let mut on: Vec<&String> = Vec::new();
        for edge in node["deps"].as_array().into_iter().flatten() {
            let kinds = edge["dep_kinds"].as_array().into_iter().flatten();
            if kinds.into_iter().any(|kind| kind["kind"].is_null()) {
                on.extend(names.get(text(edge, "pkg")?));
            }
        }
        on.sort();
        on.dedup();
        all.insert(name, json!({ "ref": name, "dependsOn": on }));
    }
    Ok(all.into_values().collect())
}

/// The SHA-256 by which `Cargo.lock` pins a package.
fn checksum<'a>(lock: &'a str, name: &str, version: &str) -> Option<&'a str> {
    let head = format!("\nname = \"{name}\"\nversion = \"{version}\"\n");
    let package = lock.split("[[package]]").find(|package| package.starts_with(&head))?;
    package.split_once("checksum = \"")?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notices;
    use cyclonedx_bom::models::bom::Bom;
    use cyclonedx_bom::prelude::Validate;
    use std::fs;

    /// Small, as every upload of the package has it.
    const MOST: usize = 15_000;

    #[test]
    fn it_is_cyclonedx_and_names_what_is_inside() {
        let root = xtask::root();
        let metadata = notices::metadata(&root).expect("metadata");
        let lock = fs::read_to_string(root.join("Cargo.lock")).expect("Cargo.lock");
        let text = sbom(&metadata, &lock).expect("a bill");
        assert!(text.len() < MOST, "{} bytes", text.len());
        assert_eq!(sbom(&metadata, &lock).expect("a bill"), text);
        let bom = Bom::parse_from_json_v1_5(text.as_bytes()).expect("CycloneDX 1.5");
        let verdict = bom.validate_version(cyclonedx_bom::models::bom::SpecVersion::V1_5);
        assert!(verdict.passed(), "{verdict:?}");
        let components = bom.components.expect("components").0;
        let named = |name: &str| components.iter().find(|one| one.name.to_string() == name);
        for name in ["plotters", "plotters-canvas", "wasm-bindgen", "serde", "Unicode CLDR"] {
            let component = named(name).unwrap_or_else(|| panic!("{name} is inside"));
            let pinned = component.hashes.as_ref().is_some_and(|hashes| hashes.0.len() == 1);
            assert_eq!(pinned, component.purl.is_some(), "{name}");
        }
        for tool in ["resvg", "clap", "brotli", "wasm-bindgen-cli-support"] {
            assert!(named(tool).is_none(), "{tool} is in no file of the package");
        }
    }
}
