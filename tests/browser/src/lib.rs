//! Drives `pkg/` in real browsers: a driver and its session, a strict little server, a page.
//!
//! The engine, its driver and its browser come from `BILATERAL_ENGINE`, `BILATERAL_DRIVER` and
//! `BILATERAL_BROWSER`, which `cargo xtask test` sets.

pub mod bench;
pub mod driver;
pub mod engine;
pub mod guide;
pub mod hands;
pub mod hosts;
pub mod page;
pub mod picture;
pub mod rough;
pub mod server;

use std::path::PathBuf;

/// The repository's root.
#[must_use]
pub fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .canonicalize()
        .expect("the crate lies in the repository")
}
