//! How many bytes a reader loads, and what they are held to.
//!
//! KB are 1,000 bytes. Sizes are deterministic: a failure tells the number.

use crate::page;
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
    /// The module without its sections, and the script without the module, brotli.
    code: usize,
    /// The module and the script without it, brotli.
    slim: usize,
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

const CODE: Budget = Budget {
    name: "code (wasm without dataset and words + script, brotli)",
    goal: 90_000,
    ceiling: 202_000,
};
const SLIM: Budget =
    Budget { name: "slim form (wasm + script, brotli)", goal: 150_000, ceiling: 253_000 };
const SCRIPT: Budget = Budget { name: "bilateral.js (gzip)", goal: 175_000, ceiling: 293_000 };

/// Bytes of all of `pkg/`: what whoever drops the folder into a site has to upload.
const WHOLE: u64 = 8_000_000;

/// Measures the files in `pkg/` and fails if one is over its ceiling, or all are together.
pub(crate) fn budgets(root: &Path) -> Result<()> {
    let bytes = size(&root.join("pkg"))?;
    println!("    {bytes:>7} bytes of {WHOLE:>7}  all of pkg/");
    let whole = within_whole(bytes);
    let read = |name: &str| {
        fs::read(root.join("pkg").join(name)).with_context(|| format!("no pkg/{name}"))
    };
    let script = String::from_utf8(read("bilateral.js")?).context("bilateral.js is not UTF-8")?;
    let weights = weigh(&read("bilateral.wasm")?, &script)?;
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

/// Weighs a module and the script that carries it.
pub(crate) fn weigh(wasm: &[u8], script: &str) -> Result<Weights> {
    let (bare, carried) = page::without_payload(script)?;
    if carried != wasm {
        bail!("bilateral.js carries another module than bilateral.wasm");
    }
    let bare = brotli(bare.as_bytes())?;
    Ok(Weights {
        code: brotli(&with_sections(wasm, &[]).map_err(|what| anyhow!("the module {what}"))?)?
            + bare,
        slim: brotli(wasm)? + bare,
        script: gzip(script.as_bytes())?,
    })
}

impl Weights {
    fn each(&self) -> [(&'static Budget, usize); 3] {
        [(&CODE, self.code), (&SLIM, self.slim), (&SCRIPT, self.script)]
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
        json!({ "code_brotli": self.code, "slim_brotli": self.slim, "script_gzip": self.script })
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
    record["integrity"] = json!(integrity(bytes));
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

fn brotli(bytes: &[u8]) -> Result<usize> {
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
        let weights = |code| Weights { code, slim: SLIM.ceiling, script: SCRIPT.ceiling };
        let error = weights(CODE.ceiling + 7).check().expect_err("7 bytes over").to_string();
        assert!(error.contains(", 7 over its ceiling of "), "{error}");
        assert!(weights(CODE.ceiling).check().is_ok());
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
