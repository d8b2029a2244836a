//! The dataset that the program carries: `data/`, checked and compiled by build.rs. A module has it in
//! its sections.

use crate::dataset::Dataset;

static COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

const SAME_CODEC: &str = "build.rs compiled these bytes with the same codec";

impl Dataset {
    /// SHA-256 of the compiled dataset in `data/`, as in build.json.
    pub const FINGERPRINT: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.sha256"));

    /// The dataset in `data/`.
    pub fn embedded() -> Dataset {
        Dataset::from_bytes(COMPILED).expect(SAME_CODEC)
    }
}
