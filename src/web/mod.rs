//! The exports to JavaScript; the only room that knows wasm-bindgen and web-sys.

#[cfg(feature = "builder")]
mod builder;
#[cfg(not(feature = "builder"))]
mod data;
#[cfg(not(feature = "builder"))]
mod export;
#[cfg(not(feature = "builder"))]
mod input;
#[cfg(not(feature = "builder"))]
mod sound;
#[cfg(not(feature = "builder"))]
mod widget;

#[cfg(feature = "builder")]
pub use builder::{Builder, Publishing};
#[cfg(not(feature = "builder"))]
pub use data::{Given, hold, speak};
#[cfg(not(feature = "builder"))]
pub use widget::Widget;
