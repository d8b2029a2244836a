//! Checks `data/` and compiles it into the bytes that the crate embeds.

use sha2::{Digest, Sha256};
use std::path::Path;
use std::{env, fs, process};

#[path = "src/dataset/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the crate reads what this script only writes")]
mod dataset;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/dataset");
    let dataset = dataset::read_dir(Path::new("data")).unwrap_or_else(|found| {
        for diagnostic in &found {
            eprintln!("{diagnostic}");
        }
        println!("cargo::error=data/ has {} faults; they are listed above", found.len());
        process::exit(1);
    });
    let bytes = dataset.to_bytes().expect("a checked dataset has a compiled form");
    let out = env::var_os("OUT_DIR").expect("cargo names the folder to write to");
    let out = Path::new(&out);
    let sum = Sha256::digest(&bytes);
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    fs::write(out.join("dataset.bin"), bytes).expect("the folder can be written to");
    fs::write(out.join("dataset.sha256"), sum).expect("the folder can be written to");
}
