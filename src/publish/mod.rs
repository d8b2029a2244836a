//! Pictures of a dataset made without a browser, and what is published beside them.
//!
//! Lengths are CSS pixels; a picture's density says how many of its pixels make one of them.

mod about;
mod figure;
mod font;
mod palette;
mod png;
mod raster;

pub use about::{About, fingerprint, sha256};
pub use figure::Figure;
pub use font::missing;
