//! What fuzzing has kept is taken again, on stable Rust and without a fuzzer.

mod support {
    pub mod targets;
}

use std::fs;
use std::path::Path;
use support::targets::TARGETS;

/// The most bytes of all that is kept.
const MOST: u64 = 300_000;

#[test]
fn every_target_takes_its_corpus() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut bytes = 0;
    for (name, target) in TARGETS {
        let kept = fs::read_dir(root.join("tests/corpus").join(name));
        let mut files: Vec<_> =
            kept.expect(name).map(|entry| entry.expect("it can be listed").path()).collect();
        files.sort();
        assert!(!files.is_empty(), "{name} has nothing to take");
        for file in files {
            let content = fs::read(&file).expect("it can be read");
            bytes += content.len() as u64;
            println!("{}", file.display());
            target(&content);
        }
        let script = fs::read_to_string(root.join(format!("fuzz/targets/{name}.rs")));
        assert!(script.expect(name).contains(&format!("fuzz::{name}(bytes)")));
    }
    assert!(bytes < MOST, "the corpus has {bytes} bytes");
    let scripts = fs::read_dir(root.join("fuzz/targets")).expect("it is there").count();
    assert_eq!(scripts, TARGETS.len());
}
