//! Bundles the scripts of `www/`, and puts a script into the page that carries it.

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bilateral::publish;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::step::run;

/// The oldest browsers with `DecompressionStream`, which the loader needs.
const BROWSERS: &str = "chrome96,firefox113,safari16.4";

/// Style sheets that scripts import by name, as text: the bundler makes them small, which it does to no
/// text of its own.
const SHEETS: [(&str, &str); 2] =
    [("style", "style.css"), ("builder-style", "builder/builder.css")];

/// What a bundle is made with.
pub(crate) struct Bundler {
    pub www: PathBuf,
    pub modules: PathBuf,
    /// The ES module from wasm-bindgen, imported as `#glue`.
    pub glue: PathBuf,
    /// The same of the builder page's module, imported as `#builder`.
    pub builder: PathBuf,
    /// The module as scripts carry it, imported as `#packed`.
    pub packed: PathBuf,
    /// Its second part likewise, imported as `#second`.
    pub second: PathBuf,
    /// Where bundles are written before they are placed.
    pub folder: PathBuf,
}

impl Bundler {
    /// One classic script from `entry` and all that it imports.
    pub(crate) fn script(&self, entry: &str) -> Result<String> {
        self.bundle(entry, "iife")
    }

    /// One ES module from `entry` and all that it imports.
    pub(crate) fn module(&self, entry: &str) -> Result<String> {
        self.bundle(entry, "esm")
    }

    fn bundle(&self, entry: &str, format: &str) -> Result<String> {
        let out = self.folder.join(entry);
        let mut command = self.esbuild(entry);
        for (name, sheet) in SHEETS {
            let small = self.folder.join(name).with_extension("css");
            run(self
                .esbuild(sheet)
                .args(["--minify", "--log-level=warning"])
                .arg(format!("--outfile={}", small.display())))?;
            command.arg(format!("--alias:#{name}={}", small.display()));
        }
        command.args([
            "--bundle",
            "--minify",
            "--log-level=warning",
            "--loader:.payload=text",
            "--loader:.css=text",
        ]);
        command.args(["--legal-comments=none", &format!("--target={BROWSERS}")]);
        command.args([&format!("--format={format}"), "--external:#slim", "--external:#more"]);
        command.arg(format!("--alias:#glue={}", self.glue.display()));
        command.arg(format!("--alias:#builder={}", self.builder.display()));
        command.arg(format!("--alias:#packed={}", self.packed.display()));
        command.arg(format!("--alias:#second={}", self.second.display()));
        // What each file is of it, for `cargo xtask size`.
        command.arg(format!("--metafile={}.json", out.display()));
        run(command.arg(format!("--outfile={}", out.display())))?;
        fs::read_to_string(&out).with_context(|| format!("esbuild wrote no {}", out.display()))
    }

    fn esbuild(&self, entry: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.modules.join("esbuild/bin/esbuild")).arg(entry).current_dir(&self.www);
        // A copy of the sources has no packages of its own.
        command.env("NODE_PATH", &self.modules);
        command
    }
}

/// As a content security policy names a script.
pub(crate) fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// Puts `script` into `template` at `{{script}}`, and its hash for a policy at `{{hash}}`.
pub(crate) fn inline(template: &str, script: &str) -> Result<String> {
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
    Ok(template.replace("{{hash}}", &hash(script)).replace("{{script}}", script))
}

/// The two parts of the module that a script carries.
pub(crate) fn carried(script: &str) -> Result<[Vec<u8>; 2]> {
    let wrong = |what: String| anyhow!("the script {what}");
    let second = publish::second_of(script).map_err(wrong)?;
    Ok([
        publish::module_of(script).map_err(wrong)?,
        second.context("the script has no second part")?,
    ])
}

/// Writes a module's two parts, the first with the dataset of this name and SHA-256, as scripts carry
/// them; the same on every run.
pub(crate) fn pack(module: [&[u8]; 2], (name, sum): (&str, &str), to: [&Path; 2]) -> Result<()> {
    let packed = |part: &[u8]| {
        let mut packed = Vec::new();
        zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, part, &mut packed)?;
        Ok::<_, anyhow::Error>(packed)
    };
    let ([first, second], [one, other]) = (module, to);
    fs::write(one, publish::payload(name, sum, &packed(first)?))?;
    Ok(fs::write(other, publish::second_payload(&packed(second)?))?)
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
        fs::create_dir_all(&folder).expect("made");
        let [one, other] = ["first", "second"].map(|name| folder.join(name));
        let module: Vec<u8> = (0..4000_u32).map(|n| (n * n % 251) as u8).collect();
        pack([&module, b"more"], ("a name", "0f"), [&one, &other]).expect("packed");
        let [text, second] = [one, other].map(|file| fs::read_to_string(file).expect("read"));
        fs::remove_dir_all(folder).expect("removed");
        assert!(text.starts_with("bilateral-module:a%20name:0f:") && text.ends_with(":end"));
        let out = carried(&format!("load(\"{text}\", \"{second}\");run()")).expect("found");
        assert_eq!(out, [module, b"more".to_vec()]);
    }
}
