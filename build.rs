//! Checks `data/` and compiles it into the bytes that the crate embeds.

#![expect(dead_code, unreachable_pub, unused_imports, reason = "the crate reads what this writes")]

use sha2::{Digest, Sha256};
use std::path::Path;
use std::{env, fs, process};

#[path = "src/dataset/mod.rs"]
mod dataset;

#[path = "src/locale/lexicon/mod.rs"]
mod lexicon;

fn main() {
    for source in ["data", "src/dataset", "src/locale/lexicon"] {
        println!("cargo::rerun-if-changed={source}");
    }
    let data = Path::new("data");
    let out = env::var_os("OUT_DIR").expect("cargo names the folder to write to");
    let write = |name: &str, bytes: &[u8]| {
        fs::write(Path::new(&out).join(name), bytes).expect("the folder can be written to");
    };
    let (dataset, mut found) = match dataset::read_dir(data) {
        Ok(dataset) => (dataset, Vec::new()),
        Err(found) => (dataset::Dataset::default(), found),
    };
    let bytes = dataset.to_bytes().expect("a checked dataset has a compiled form");
    let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    write("dataset.bin", &bytes);
    write("dataset.sha256", sum.as_bytes());

    let mut list = String::new();
    for lexicon::LanguageSource { code, rows } in lexicon::languages(data, |_| None, &mut found) {
        write(&format!("{code}.words"), &lexicon::compile(&rows, &lexicon::Used::All));
        list += &format!("carried!({code:?}), ");
    }
    write("languages.rs", format!("&[{list}]").as_bytes());
    for diagnostic in &found {
        eprintln!("{diagnostic}");
    }
    if !found.is_empty() {
        println!("cargo::error=data/ has {} faults; they are listed above", found.len());
        process::exit(1);
    }
}
