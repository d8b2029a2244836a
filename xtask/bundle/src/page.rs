//! Bundles the scripts of `www/`, and puts a script into the page that carries it.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::step::run;

/// The oldest browsers with `DecompressionStream`, which the loader needs.
const BROWSERS: &str = "chrome96,firefox113,safari16.4";

/// What a bundle is made with.
pub struct Bundler {
    pub www: PathBuf,
    pub modules: PathBuf,
    /// The ES module from wasm-bindgen, imported as `#glue`.
    pub glue: PathBuf,
    /// The module, gzipped, imported as `#packed` in base64.
    pub packed: PathBuf,
    /// Where bundles are written before they are placed.
    pub folder: PathBuf,
}

impl Bundler {
    /// One classic script from `entry` and all that it imports.
    pub fn script(&self, entry: &str) -> Result<String> {
        self.bundle(entry, "iife")
    }

    /// One ES module from `entry` and all that it imports.
    pub fn module(&self, entry: &str) -> Result<String> {
        self.bundle(entry, "esm")
    }

    fn bundle(&self, entry: &str, format: &str) -> Result<String> {
        let out = self.folder.join(entry);
        let mut command = Command::new("node");
        command.arg(self.modules.join("esbuild/bin/esbuild")).arg(entry).current_dir(&self.www);
        command.args([
            "--bundle",
            "--minify",
            "--log-level=warning",
            "--loader:.gz=base64",
            "--loader:.css=text",
        ]);
        command.args(["--legal-comments=none", &format!("--target={BROWSERS}")]);
        command.arg(format!("--format={format}"));
        command.arg(format!("--alias:#glue={}", self.glue.display()));
        command.arg(format!("--alias:#packed={}", self.packed.display()));
        run(command.arg(format!("--outfile={}", out.display())))?;
        fs::read_to_string(&out).with_context(|| format!("esbuild wrote no {}", out.display()))
    }
}

/// Puts `script` into `template` at `{{script}}`, and its hash for a policy at `{{hash}}`.
pub fn inline(template: &str, script: &str) -> Result<String> {
    let script = script.trim_end();
    let lower = script.to_ascii_lowercase();
    for ending in ["</script", "<!--"] {
        if lower.contains(ending) {
            bail!("the script holds `{ending}`, which would end it inside a page");
        }
    }
    for slot in ["{{script}}", "{{hash}}"] {
        let count = template.matches(slot).count();
        if count != 1 {
            bail!("a page must hold {slot} once, not {count} times");
        }
    }
    let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)));
    Ok(template.replace("{{hash}}", &hash).replace("{{script}}", script))
}

/// The script without the module that it carries, and that module's bytes.
pub fn without_payload(script: &str) -> Result<(String, Vec<u8>)> {
    let is_payload = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let longest = script
        .as_bytes()
        .split(|byte| !is_payload(*byte))
        .max_by_key(|run| run.len())
        .and_then(|run| std::str::from_utf8(run).ok())
        .context("the script carries no module")?;
    let packed =
        STANDARD.decode(longest).context("the longest base64 text in the script is broken")?;
    let mut module = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&*packed), &mut module)
        .context("the longest base64 text in the script is not gzip")?;
    Ok((script.replacen(longest, "", 1), module))
}

/// Writes `bytes` as gzip, the same on every run.
pub fn pack(bytes: &[u8], to: &Path) -> Result<()> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)?;
    fs::write(to, packed)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<meta content=\"script-src {{hash}}\"><script>{{script}}</script>";

    #[test]
    fn a_script_goes_into_its_page_with_its_hash() {
        let page = inline(TEMPLATE, "f()\n").expect("inlined");
        let hash = STANDARD.encode(Sha256::digest("f()"));
        assert_eq!(
            page,
            format!("<meta content=\"script-src 'sha256-{hash}'\"><script>f()</script>")
        );
    }

    #[test]
    fn a_script_that_would_end_inside_a_page_is_refused() {
        for script in ["'</script>'", "'</SCRIPT '", "a<!--b"] {
            let error = inline(TEMPLATE, script).expect_err("refused").to_string();
            assert!(error.ends_with("which would end it inside a page"), "{error}");
        }
    }

    #[test]
    fn a_template_without_its_slots_is_refused() {
        let error = inline("<script>{{script}}</script>", "f()").expect_err("refused").to_string();
        assert_eq!(error, "a page must hold {{hash}} once, not 0 times");
    }

    #[test]
    fn the_payload_comes_out_as_it_went_in() {
        let folder = std::env::temp_dir().join(format!("bilateral-{}-pack", std::process::id()));
        let module: Vec<u8> = (0..4000_u32).map(|n| (n * n % 251) as u8).collect();
        pack(&module, &folder).expect("packed");
        let text = STANDARD.encode(fs::read(&folder).expect("read"));
        fs::remove_file(folder).expect("removed");
        let (rest, out) = without_payload(&format!("load(\"{text}\");run()")).expect("found");
        assert_eq!(rest, "load(\"\");run()");
        assert_eq!(out, module);
    }
}
