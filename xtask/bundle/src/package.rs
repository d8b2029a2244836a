//! What `pkg/` holds for bundlers, for content management systems and for whoever embeds a chart.
//!
//! Names are relative to `pkg/`, with `/` between their parts. That folder is the WordPress plugin
//! too: script and figures lie beside `bilateral.php`, which may load its own folder only.

use crate::page::{self, Bundler};
use crate::sizes;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

pub(crate) type File = (String, Vec<u8>);

/// What is taken from the repository as it stands: where it lies and what it is called.
const TAKEN: [(&str, &str); 9] = [
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("www/npm/README.md", "README.md"),
    ("www/npm/slim.d.ts", "slim.d.ts"),
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
    for entry in ["index", "slim"] {
        let script = bundler.module(&format!("entry-{entry}.js"))?;
        files.push((format!("{entry}.mjs"), script.into_bytes()));
    }
    for (from, to) in TAKEN {
        let text = fs::read_to_string(root.join(from)).with_context(|| format!("no {from}"))?;
        files.push((to.to_owned(), stamped(&text, version).into_bytes()));
    }
    let manifest = fs::read_to_string(root.join("www/npm/package.json"))?;
    files.push(("package.json".to_owned(), stamped(&manifest, version).into_bytes()));
    let builder = builder(files, bundler, root)?;
    files.push(("builder.html".to_owned(), stamped(&builder, version).into_bytes()));
    Ok(())
}

/// The page that shows a chart, by the script beside it, and writes the snippets for it; it knows
/// the script's integrity.
fn builder(files: &[File], bundler: &Bundler, root: &Path) -> Result<String> {
    let script = files.iter().find(|(name, _)| name == "bilateral.js");
    let (_, script) = script.context("the builder comes after bilateral.js")?;
    let read = |name: &str| {
        let path = root.join("www/builder").join(name);
        fs::read_to_string(&path).with_context(|| format!("no www/builder/{name}"))
    };
    let template = read("builder.html")?
        .replace("{{systems}}", read("systems.html")?.trim_end())
        .replace("{{integrity}}", &sizes::integrity(script));
    page::inline(&template, &bundler.script("builder/main.js")?)
}

fn stamped(text: &str, version: &str) -> String {
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
