//! The dataset that the crate carries: `data/`, checked and compiled by build.rs.

use crate::dataset::Dataset;

static COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

impl Dataset {
    /// The dataset in `data/`.
    pub fn embedded() -> Dataset {
        Dataset::from_bytes(COMPILED).expect("build.rs compiled these bytes with the same codec")
    }
}
