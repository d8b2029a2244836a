//! What the module's code is made of: its functions, and the room of each.

use anyhow::{Context, Result};
use std::collections::HashMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// A function of a module.
pub(super) struct Function {
    /// As its source calls it.
    pub name: String,
    /// Its body, with the length before it.
    pub bytes: Vec<u8>,
}

/// The functions of a module with names, and its data.
pub(super) fn functions(module: &[u8]) -> Result<(Vec<Function>, Vec<u8>)> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), HashMap::new());
    let mut data = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::DataSection(section) => data.extend_from_slice(&module[section.range()]),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(known) = section.as_known() {
                    for subsection in known {
                        let Name::Function(map) = subsection? else { continue };
                        for naming in map {
                            let naming = naming?;
                            names.insert(naming.index, plain(naming.name));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let functions = (imported..).zip(bodies).map(|(index, range)| {
        let name = names.remove(&index).unwrap_or_else(|| format!("function {index}"));
        Function { name, bytes: module[range].to_vec() }
    });
    let functions: Vec<Function> = functions.collect();
    functions.first().context("the module has no code")?;
    Ok((functions, data))
}

/// Without the hashes that tell crates and instances of one function apart.
fn plain(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() == 16 && !hash.contains(' ') => plain += rest,
            _ => plain.extend(["[", part]),
        }
    }
    plain
}

/// The room of a function: of this crate its folder, of others the crate.
pub(super) fn room(name: &str) -> String {
    let name = name.trim_start_matches(|one: char| !one.is_alphanumeric() && one != '_');
    let path: Vec<&str> =
        name.split([' ', '<', '>', ',', '(']).next().unwrap_or(name).split("::").collect();
    match path.as_slice() {
        ["bilateral", room, ..] => (*room).to_owned(),
        [one, _, ..] => format!("{one} (crate)"),
        _ if name.starts_with("__wbindgen") || name.starts_with("__wbg") => {
            "wasm_bindgen (crate)".to_owned()
        }
        // Exports carry no path: `widget_layout`.
        _ if name.contains("widget_") || name.starts_with("given_") => "web".to_owned(),
        _ => "without a path".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_no_part_of_a_name() {
        let name = "<[(f64, f64)] as alloc[3cb64b21ebd478c3]::slice::Join>::join::<u8>";
        assert_eq!(plain(name), "<[(f64, f64)] as alloc::slice::Join>::join::<u8>");
    }

    #[test]
    fn a_function_is_told_by_its_room() {
        for (name, wanted) in [
            ("bilateral::chart::story::draw", "chart"),
            ("<bilateral::words::Card as core::clone::Clone>::clone", "words"),
            ("<alloc::vec::Vec<T,A> as core::fmt::Debug>::fmt", "alloc (crate)"),
            ("core::slice::sort::stable::driftsort_main", "core (crate)"),
            ("widget_layout", "web"),
            ("__wbindgen_malloc", "wasm_bindgen (crate)"),
            ("memcpy", "without a path"),
        ] {
            assert_eq!(room(name), wanted, "{name}");
        }
    }
}
