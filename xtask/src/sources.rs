//! What `pkg/` is built from, and one hash of it all.
//!
//! The hash depends neither on the order in which a folder lists its files nor on line endings
//! nor on where the repository lies.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Files and folders, relative to the root.
const BUILT_FROM: [&str; 7] =
    ["Cargo.toml", "Cargo.lock", "build.rs", "src", "data", "www", "xtask/bundle"];

/// The hash of all that `pkg/` is built from, in lower-case hexadecimal.
pub fn hash(root: &Path) -> Result<String> {
    let mut hasher = Sha256::new();
    for name in list(root)? {
        let bytes = fs::read(root.join(&name)).with_context(|| format!("cannot read {name}"))?;
        let text = without_carriage_returns(&bytes);
        hasher.update(format!("{name}\n{}\n", text.len()));
        hasher.update(&text);
    }
    Ok(hexadecimal(&hasher.finalize()))
}

/// The paths that [`hash`] covers, with `/` between their parts, sorted.
pub fn list(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for name in BUILT_FROM {
        collect(root, name, &mut names)?;
    }
    names.sort();
    Ok(names)
}

/// SHA-256 of `bytes` in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn collect(root: &Path, name: &str, names: &mut Vec<String>) -> Result<()> {
    let path = root.join(name);
    if path.is_file() {
        names.push(name.to_owned());
    }
    if !path.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(&path).with_context(|| format!("cannot list {name}"))? {
        let entry = entry?.file_name();
        let entry = entry.to_str().with_context(|| format!("{name} has a name not in UTF-8"))?;
        if !is_by_product(entry) {
            collect(root, &format!("{name}/{entry}"), names)?;
        }
    }
    Ok(())
}

/// Installed tools, hidden files and what a failing test leaves are no sources.
fn is_by_product(name: &str) -> bool {
    name.starts_with('.')
        || name == "node_modules"
        || name == "target"
        || name.ends_with(".received")
}

fn without_carriage_returns(bytes: &[u8]) -> Vec<u8> {
    let followed = bytes.iter().skip(1).chain([&0]);
    let kept = bytes.iter().zip(followed).filter(|(byte, next)| (**byte, **next) != (b'\r', b'\n'));
    kept.map(|(byte, _)| *byte).collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn tree(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let root = std::env::temp_dir().join(format!("bilateral-{}-{name}", std::process::id()));
        for (file, text) in files {
            let path = root.join(file);
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        root
    }

    fn hash_of(name: &str, files: &[(&str, &str)]) -> String {
        let root = tree(name, files);
        let hash = hash(&root).expect("hashed");
        fs::remove_dir_all(root).expect("removed");
        hash
    }

    #[test]
    fn place_order_and_line_endings_do_not_matter() {
        let one =
            hash_of("one", &[("src/a.rs", "1\n2\n"), ("src/b/c.rs", "3\n"), ("build.rs", "")]);
        let two =
            hash_of("two", &[("build.rs", ""), ("src/b/c.rs", "3\r\n"), ("src/a.rs", "1\r\n2\n")]);
        assert_eq!(one, two);
    }

    #[test]
    fn a_change_of_text_or_of_name_matters() {
        let before = hash_of("before", &[("data/a.csv", "1"), ("data/b.csv", "2")]);
        assert_ne!(before, hash_of("text", &[("data/a.csv", "1"), ("data/b.csv", "3")]));
        assert_ne!(before, hash_of("name", &[("data/a.csv", "1"), ("data/c.csv", "2")]));
        assert_ne!(before, hash_of("split", &[("data/a.csv", "12"), ("data/b.csv", "")]));
    }

    #[test]
    fn by_products_are_left_out() {
        let files = [("www/a.js", "1"), ("www/node_modules/x/x.js", "2"), ("www/.npmrc", "3")];
        let root = tree("by-products", &files);
        assert_eq!(list(&root).expect("listed"), ["www/a.js"]);
        fs::remove_dir_all(root).expect("removed");
    }

    #[test]
    fn sha256_is_the_standard_one() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
    }
}
