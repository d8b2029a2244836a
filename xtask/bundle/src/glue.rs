//! From the compiler's module to the small one that ships, and the JavaScript that binds it.

use crate::cut;
use anyhow::{Context, Result, anyhow, bail};
use bilateral::publish;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;
use xtask::sources;
use xtask::step::{run, step};

/// What wasm-bindgen keeps to itself: its own start does nothing a second time, and a module that
/// has trapped must be started afresh.
const PARTS: &str = "
export { __wbg_get_imports as imports, __wbg_finalize_init as enter };
export function join(exports) {
  wasm = { ...wasm, ...exports };
}
";
const TYPES: &str = "
/** What the module imports. */
export function imports(): WebAssembly.Imports;
/** Makes an instance the one that widgets live in; those of another are lost. */
export function enter(instance: WebAssembly.Instance, module: WebAssembly.Module): unknown;
/** Adds what the second part of that instance exports. */
export function join(exports: WebAssembly.Exports): void;
";

/// Binds the module at `compiled`; leaves `glue.js`, an ES module that wraps it, in `folder`.
pub(crate) fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    step("bind the module to JavaScript", || {
        let mut bindgen = Bindgen::new();
        let bare = folder.join("linked.wasm");
        fs::write(&bare, without_relocations(&fs::read(compiled)?)?)?;
        bindgen.input_path(bare).out_name("glue").web(true)?;
        // The loader always passes bytes or a URL; a guessed one breaks on `?v=`.
        bindgen.omit_default_module_path(true).typescript(true);
        bindgen.remove_producers_section(true);
        let mut output = bindgen.generate_output()?;
        let mut names = Vec::new();
        for (number, import) in output.wasm_mut().imports.iter_mut().enumerate() {
            names.push(std::mem::replace(&mut import.name, short(number)));
        }
        output.emit(folder)?;
        let script = folder.join("glue.js");
        fs::write(&script, rename(&fs::read_to_string(&script)?, &names)?)?;
        append(&script, PARTS)?;
        append(&folder.join("glue.d.ts"), TYPES)
    })
}

/// The module as [`bind`] leaves it.
pub(crate) const BOUND: &str = "glue_bg.wasm";
/// The optimised module with the names of its functions, which `cargo xtask size` tells, and its second
/// part.
pub(crate) const NAMED: &str = "glue.wasm";
pub(crate) const NAMED_MORE: &str = "glue.more.wasm";

/// Optimises a file in `folder`, keeps it under another name, and returns the module as it ships.
pub(crate) fn optimise(folder: &Path, modules: &Path, from: &str, to: &str) -> Result<Vec<u8>> {
    let small = folder.join(to);
    step("optimise the module", || {
        let mut command = Command::new("node");
        command.arg(modules.join("binaryen/bin/wasm-opt")).arg(folder.join(from));
        command.args([
            "-Oz",
            // These make the module larger and what a reader loads smaller: like compresses like.
            "--one-caller-inline-max-function-size=0",
            "--skip-pass=memory-packing",
            "--skip-pass=local-cse",
            // Below 1024 lies only the stack's far end, which no draw reaches.
            "--low-memory-unused",
            "--debuginfo",
            "--strip-dwarf",
            "--strip-producers",
            "--strip-target-features",
        ]);
        run(command.arg("-o").arg(&small))
    })?;
    let module = fs::read(&small).context("wasm-opt wrote no module")?;
    publish::without_section(&module, "name").map_err(|what| anyhow!("the module {what}"))
}

/// The chart's module in its two parts, each optimised; `linked` is as the linker left it. Both say of
/// which cut they are.
pub(crate) fn parts(linked: &Path, folder: &Path, modules: &Path) -> Result<[Vec<u8>; 2]> {
    let reach =
        step("find what a first chart reaches", || cut::reach(&fs::read(linked)?, &cut::LATER))?;
    let [one, other] = ["first.wasm", "later.wasm"];
    step("cut the module", || {
        let (first, later) = cut::split(&fs::read(folder.join(BOUND))?, &cut::LATER, &reach)?;
        fs::write(folder.join(one), first)?;
        Ok(fs::write(folder.join(other), later)?)
    })?;
    let first = optimise(folder, modules, one, NAMED)?;
    let more = optimise(folder, modules, other, NAMED_MORE)?;
    let sum = sources::sha256(&[&*first, &*more].concat());
    Ok([first, more].map(|part| cut::marked(part, &sum[..12])))
}

/// What the cut needs of the linker and nobody else.
fn without_relocations(module: &[u8]) -> Result<Vec<u8>> {
    ["reloc.CODE", "reloc.DATA", "linking"].iter().try_fold(module.to_vec(), |module, name| {
        publish::without_section(&module, name).map_err(|what| anyhow!("the module {what}"))
    })
}

/// The name of an import by its number. What wasm-bindgen calls it ends in 16 random digits, which
/// compress in neither of the two files that hold them.
fn short(number: usize) -> String {
    format!("_{number}")
}

/// Gives the functions that `script` defines for imports their short names.
fn rename(script: &str, names: &[String]) -> Result<String> {
    let mut script = script.to_owned();
    for (number, name) in names.iter().enumerate() {
        let (defined, short) = (format!("{name}: function("), short(number));
        let count = script.matches(&defined).count();
        if count != 1 {
            bail!("the script must define the import {name} once, not {count} times");
        }
        script = script.replace(&defined, &format!("{short}: function("));
    }
    Ok(script)
}

fn append(file: &Path, text: &str) -> Result<()> {
    let mut file = OpenOptions::new().append(true).open(file)?;
    Ok(file.write_all(text.as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_defined_under_the_short_names() {
        let script = "{ __wbg_set_12: function(a) {}, __wbg_set_1: function() {} }";
        let names = ["__wbg_set_1".to_owned(), "__wbg_set_12".to_owned()];
        let renamed = rename(script, &names).expect("renamed");
        assert_eq!(renamed, "{ _1: function(a) {}, _0: function() {} }");
        let error = rename(script, &["fill".to_owned()]).expect_err("undefined").to_string();
        assert_eq!(error, "the script must define the import fill once, not 0 times");
    }
}
