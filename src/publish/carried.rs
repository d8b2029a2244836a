//! The files of a `pkg/` that another dataset's is made from, and how each is taken.

pub(super) const MODULE: &str = "bilateral.wasm";
/// What comes when it is first wanted.
pub(super) const MORE: &str = "bilateral.more.wasm";
pub(super) const SCRIPT: &str = "bilateral.js";
pub(super) const PAGE: &str = "bilateral.html";
/// The package's main entry, which carries the module too.
pub(super) const ENTRY: &str = "index.mjs";
const MANIFEST: &str = "package.json";
/// What a package has for a licence that nobody has named.
const UNKNOWN: &str = "notspecified";
/// Rules of hosts, with names that change with the files.
pub(super) const RULES: [&str; 2] = ["_redirects", "nginx.conf"];
/// What else is taken along unchanged: the licences of what the module is made of, and what npm,
/// WordPress, Hugo and MkDocs are given.
pub(super) const ALONG: [&str; 14] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "THIRD-PARTY.md",
    "_headers",
    "bilateral.d.ts",
    "bilateral.more.mjs",
    MORE,
    "block.js",
    "hugo/bilateral.html",
    "mkdocs/bilateral.md",
    "readme.txt",
    "slim-element.mjs",
    "slim.d.ts",
    "slim.mjs",
];
/// Texts that name the licence of the dataset.
pub(super) const LICENSED: [&str; 3] = ["README.md", "bilateral.php", MANIFEST];
/// All files of a `pkg/` that another one is made from, the module first.
pub fn pkg_files() -> impl Iterator<Item = &'static str> {
    [MODULE, SCRIPT, PAGE, ENTRY].into_iter().chain(RULES).chain(LICENSED).chain(ALONG)
}

/// A text with the licence of the dataset that is inside now.
pub(super) fn licensed(text: &str, license: &str) -> String {
    let plain = license.chars().all(|char| char.is_ascii_alphanumeric() || "-.+".contains(char));
    let own = if plain && !license.is_empty() && license != UNKNOWN { license } else { "" };
    let and = if own.is_empty() { String::new() } else { format!(" AND {own}") };
    let named = if own.is_empty() { "terms of its publisher" } else { own };
    text.replace(" AND CC-BY-4.0", &and)
        .replace("[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)", named)
        .replace("CC BY 4.0 (the dataset", &format!("{named} (the dataset"))
}

#[cfg(test)]
mod tests {
    use super::{UNKNOWN, licensed};

    #[test]
    fn the_licence_of_another_dataset_is_not_ours() {
        let manifest = "(MIT OR Apache-2.0) AND CC-BY-4.0";
        assert_eq!(licensed(manifest, "CC0-1.0"), "(MIT OR Apache-2.0) AND CC0-1.0");
        for unknown in ["", UNKNOWN, "\", \"scripts\": \""] {
            assert_eq!(licensed(manifest, unknown), "(MIT OR Apache-2.0)");
        }
        let header = "CC BY 4.0 (the dataset in bilateral.js)";
        assert_eq!(licensed(header, "ODbL-1.0"), "ODbL-1.0 (the dataset in bilateral.js)");
    }
}
