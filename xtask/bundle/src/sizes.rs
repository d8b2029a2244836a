//! How many bytes a reader loads, and what they are held to.
//!
//! KB are 1,000 bytes. Sizes are deterministic: a failure tells the number.

use crate::package::File;
use crate::page;
use crate::size::Weight;
use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bilateral::publish::with_sections;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};
use std::fs;
use std::io::Write;
use std::path::Path;
use xtask::sources;

/// What `pkg/` weighs where it matters.
pub(crate) struct Weights {
    /// What is loaded before a first chart in one language, in the slim form: brotli.
    first: usize,
    /// The same with what comes when it is wanted, all languages too.
    all: usize,
    /// `bilateral.js`, gzip.
    script: usize,
}

/// What a number of bytes is held to.
struct Budget {
    name: &'static str,
    /// What the project aims at; passing it is said in every run.
    goal: usize,
    /// What it weighs now, and a little: passing it fails the test, so that growth is a decision.
    ceiling: usize,
}

const FIRST: Budget = Budget {
    name: "before a first chart in one language, slim form (brotli)",
    goal: 90_000,
    ceiling: 192_500,
};
const ALL: Budget =
    Budget { name: "everything, all languages (brotli)", goal: 150_000, ceiling: 293_500 };
const SCRIPT: Budget = Budget { name: "bilateral.js (gzip)", goal: 175_000, ceiling: 331_500 };

/// What is loaded before a first chart in the slim form.
const FORMER: [&str; 2] = ["bilateral.wasm", "slim.mjs"];
/// What comes with the first door that needs it.
const LATTER: [&str; 2] = ["bilateral.more.wasm", "bilateral.more.mjs"];

/// Bytes of all of `pkg/`: what whoever drops the folder into a site has to upload.
const WHOLE: u64 = 8_000_000;

/// Measures the files in `pkg/` and fails if one is over its ceiling, or all are together.
pub(crate) fn budgets(root: &Path) -> Result<()> {
    let bytes = size(&root.join("pkg"))?;
    println!("    {bytes:>7} bytes of {WHOLE:>7}  all of pkg/");
    let whole = within_whole(bytes);
    let weights = weigh(&loaded(root)?)?;
    match (weights.check(), whole) {
        (Err(one), Err(all)) => bail!("{one:#}; {all:#}"),
        (one, all) => one.and(all),
    }
}

/// The bytes of the files in a folder and in the folders in it.
fn size(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    let entries = fs::read_dir(folder);
    for entry in entries.with_context(|| format!("no folder {}", folder.display()))? {
        let entry = entry?;
        let meta = entry.metadata()?;
        bytes += if meta.is_dir() { size(&entry.path())? } else { meta.len() };
    }
    Ok(bytes)
}

fn within_whole(bytes: u64) -> Result<()> {
    if bytes > WHOLE {
        bail!("all of pkg/: {bytes} bytes, {} over its ceiling of {WHOLE}", bytes - WHOLE);
    }
    Ok(())
}

/// The files of `pkg/` that a reader of the slim form may load, and `bilateral.js`.
fn loaded(root: &Path) -> Result<Vec<File>> {
    let pkg = root.join("pkg");
    let mut names: Vec<String> = FORMER
        .iter()
        .chain(&LATTER)
        .chain(&["bilateral.js"])
        .map(|name| (*name).to_owned())
        .collect();
    for entry in fs::read_dir(pkg.join("languages")).context("no pkg/languages")? {
        names.push(format!("languages/{}", entry?.file_name().display()));
    }
    names.sort();
    let read = |name: String| {
        let bytes = fs::read(pkg.join(&name)).with_context(|| format!("no pkg/{name}"))?;
        Ok((name, bytes))
    };
    names.into_iter().map(read).collect()
}

fn is_language(name: &str) -> bool {
    name.starts_with("languages/") && name.ends_with(".wasm")
}

/// What a reader may load, file by file.
pub(crate) fn parts(root: &Path) -> Result<Vec<Weight>> {
    let files = loaded(root)?;
    let mut all = Vec::new();
    for (name, bytes) in &files {
        all.push(Weight::of(name.clone(), bytes)?);
    }
    let module = find(&files, FORMER[0])?;
    let bare = with_sections(module, &[]).map_err(|what| anyhow!("the module {what}"))?;
    all.push(Weight::of(format!("{} without dataset and words", FORMER[0]), &bare)?);
    Ok(all)
}

fn find<'a>(files: &'a [File], wanted: &str) -> Result<&'a [u8]> {
    let file = files.iter().find(|(name, _)| name == wanted);
    Ok(&file.with_context(|| format!("no {wanted}"))?.1)
}

/// Weighs the files of a `pkg/`.
pub(crate) fn weigh(files: &[File]) -> Result<Weights> {
    let script =
        str::from_utf8(find(files, "bilateral.js")?).context("bilateral.js is not UTF-8")?;
    let [first, more] = page::carried(script)?;
    let bare =
        |module: &[u8]| with_sections(module, &[]).map_err(|what| anyhow!("the module {what}"));
    if bare(&first)? != bare(find(files, FORMER[0])?)? || more != find(files, LATTER[0])? {
        bail!("bilateral.js carries another module than bilateral.wasm");
    }
    let mut weights = Weights { first: 0, all: 0, script: gzip(script.as_bytes())? };
    for (name, bytes) in files {
        let is_first = FORMER.contains(&&**name);
        if is_first || LATTER.contains(&&**name) || is_language(name) {
            let bytes = brotli(bytes)?;
            weights.all += bytes;
            weights.first += if is_first { bytes } else { 0 };
        }
    }
    Ok(weights)
}

impl Weights {
    fn each(&self) -> [(&'static Budget, usize); 3] {
        [(&FIRST, self.first), (&ALL, self.all), (&SCRIPT, self.script)]
    }

    /// Prints every weight; one over its ceiling is an error.
    pub(crate) fn check(&self) -> Result<()> {
        self.print();
        let over: Vec<String> = self
            .each()
            .iter()
            .filter(|(budget, bytes)| *bytes > budget.ceiling)
            .map(|(Budget { name, ceiling, .. }, bytes)| {
                format!("{name}: {bytes} bytes, {} over its ceiling of {ceiling}", bytes - ceiling)
            })
            .collect();
        if !over.is_empty() {
            bail!("{}", over.join("; "));
        }
        Ok(())
    }

    pub(crate) fn print(&self) {
        for (Budget { name, goal, ceiling }, bytes) in self.each() {
            println!("    {bytes:>7} bytes of {ceiling:>7}  {name}");
            if bytes > *goal {
                println!("            OVER ITS GOAL of {goal} by {}", bytes - goal);
            }
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({ "first_brotli": self.first, "all_brotli": self.all, "script_gzip": self.script })
    }
}

/// The record of one file.
pub(crate) fn describe(name: &str, bytes: &[u8]) -> Result<Value> {
    let mut record = json!({ "raw": bytes.len() });
    // Pictures are compressed as they are.
    if !name.ends_with(".png") {
        record["gzip"] = json!(gzip(bytes)?);
        record["brotli"] = json!(brotli(bytes)?);
    }
    record["sha256"] = json!(sources::sha256(bytes));
    // Pictures and pages are not loaded by an element that compares it.
    if !name.starts_with("static/") && !name.starts_with("oembed/") {
        record["integrity"] = json!(integrity(bytes));
    }
    Ok(record)
}

/// What an `integrity` attribute or option takes.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

pub(crate) fn brotli(bytes: &[u8]) -> Result<usize> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_as_browsers_compare_it() {
        let empty = "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), format!("sha384-{empty}"));
    }

    #[test]
    fn a_weight_over_its_ceiling_is_told_with_its_number() {
        let weights = |first| Weights { first, all: ALL.ceiling, script: SCRIPT.ceiling };
        let error = weights(FIRST.ceiling + 7).check().expect_err("7 bytes over").to_string();
        assert!(error.contains(", 7 over its ceiling of "), "{error}");
        assert!(weights(FIRST.ceiling).check().is_ok());
    }

    #[test]
    fn a_folder_is_weighed_with_the_folders_in_it_and_told_when_it_is_too_heavy() {
        let folder = std::env::temp_dir().join(format!("bilateral-sizes-{}", std::process::id()));
        fs::create_dir_all(folder.join("static")).expect("made");
        fs::write(folder.join("a"), [0; 5]).expect("written");
        fs::write(folder.join("static/b"), [0; 7]).expect("written");
        let bytes = size(&folder).expect("measured");
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(bytes, 12);
        assert!(within_whole(WHOLE).is_ok());
        let error = within_whole(WHOLE + bytes).expect_err("too heavy").to_string();
        assert!(error.contains("8000012 bytes, 12 over its ceiling of 8000000"), "{error}");
    }
}
