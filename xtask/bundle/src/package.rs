//! What `pkg/` holds for bundlers, for content management systems and for whoever embeds a chart.
//!
//! Names are relative to `pkg/`, with `/` between their parts. That folder is the WordPress plugin
//! too: script and figures lie beside `bilateral.php`, which may load its own folder only.

use crate::page::Bundler;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

pub(crate) type File = (String, Vec<u8>);

/// What is taken from the repository as it stands: where it lies and what it is called.
const TAKEN: [(&str, &str); 10] = [
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("www/npm/README.md", "README.md"),
    ("www/npm/slim.d.ts", "slim.d.ts"),
    ("www/npm/slim-element.mjs", "slim-element.mjs"),
    ("www/hugo/bilateral.html", "hugo/bilateral.html"),
    ("www/mkdocs/bilateral.md", "mkdocs/bilateral.md"),
    ("www/wordpress/bilateral.php", "bilateral.php"),
    ("www/wordpress/block.js", "block.js"),
    ("www/wordpress/readme.txt", "readme.txt"),
];

/// Adds to `files`, which hold all that the package is otherwise.
pub(crate) fn add(
    files: &mut Vec<File>,
    bundler: &Bundler,
    root: &Path,
    version: &str,
) -> Result<()> {
    for (entry, name) in [("index", "index"), ("slim", "slim"), ("more", "bilateral.more")] {
        let script = bundler.module(&format!("entry-{entry}.js"))?;
        // They lie side by side, and what both have is in one of them.
        let script = script
            .replace("\"#slim\"", "\"./slim.mjs\"")
            .replace("\"#more\"", "\"./bilateral.more.mjs\"");
        files.push((format!("{name}.mjs"), as_it_is(&script).into_bytes()));
    }
    for (from, to) in TAKEN {
        let text = fs::read_to_string(root.join(from)).with_context(|| format!("no {from}"))?;
        files.push((to.to_owned(), stamped(&text, version).into_bytes()));
    }
    let manifest = fs::read_to_string(root.join("www/npm/package.json"))?;
    files.push(("package.json".to_owned(), stamped(&manifest, version).into_bytes()));
    Ok(())
}

/// The script with a word to bundlers that what it loads by address is not theirs to find; esbuild
/// takes such words away.
fn as_it_is(script: &str) -> String {
    script.replace("import(", "import(/*webpackIgnore:true*//*@vite-ignore*/")
}

/// The text with the version written in.
pub(crate) fn stamped(text: &str, version: &str) -> String {
    text.replace("{{version}}", version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_written_in() {
        assert_eq!(stamped("Version: {{version}}", "1.2.3"), "Version: 1.2.3");
    }
}
