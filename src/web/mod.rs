//! The exports to JavaScript; the only room that knows wasm-bindgen and web-sys.

mod data;
mod export;
mod input;
mod sound;
mod widget;

pub use data::{Given, hold, speak};
pub use widget::Widget;
