//! The exports to JavaScript; the only room that knows wasm-bindgen and web-sys.
