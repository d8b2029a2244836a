//! From the compiler's module to the small one that ships, and the JavaScript that binds it.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;
use xtask::step::{run, step};

/// What wasm-bindgen and wasm-opt left.
pub struct Bound {
    /// The module as it ships.
    pub wasm: Vec<u8>,
    /// An ES module that instantiates and wraps it.
    pub script: PathBuf,
}

/// Binds and optimises the module at `compiled`, in `folder`.
pub fn bind(compiled: &Path, folder: &Path, modules: &Path) -> Result<Bound> {
    step("bind the module to JavaScript", || {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(compiled).out_name("glue").web(true)?;
        // The loader always passes bytes or a URL; a guessed one breaks on `?v=`.
        bindgen.omit_default_module_path(true).typescript(true);
        bindgen.remove_name_section(true).remove_producers_section(true);
        bindgen.generate(folder)
    })?;
    let small = folder.join("glue.wasm");
    step("optimise the module", || {
        let mut command = Command::new("node");
        command.arg(modules.join("binaryen/bin/wasm-opt")).arg(folder.join("glue_bg.wasm"));
        command.args([
            "-Oz",
            "--converge",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ]);
        run(command.arg("-o").arg(&small))
    })?;
    let wasm = fs::read(&small).context("wasm-opt wrote no module")?;
    Ok(Bound { wasm, script: folder.join("glue.js") })
}
