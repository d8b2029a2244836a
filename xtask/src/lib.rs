//! What every step of building Bilateral shares: telling, running, finding tools, knowing sources.

pub mod record;
pub mod sources;
pub mod step;
pub mod tools;

use std::path::PathBuf;

/// The repository's root, known since this crate was compiled in it.
#[must_use]
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let found = here.ancestors().find(|folder| folder.join("Cargo.lock").is_file());
    found.map_or(here.clone(), PathBuf::from)
}
