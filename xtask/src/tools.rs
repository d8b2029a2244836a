//! Finds the tools that a step needs, and installs what is missing or names the exact command.

use crate::sources;
use crate::step::{self, run};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Once;

/// A Debian package, and a path that shows that it is installed.
pub type Package = (&'static str, &'static str);

pub const WASM_TOOLCHAIN: [Package; 4] = [
    ("rustc-web", "/usr/lib/rustlib/x86_64-unknown-linux-gnu/lib"),
    ("cargo-web", "/usr/bin/cargo"),
    ("rust-web-src", "/usr/lib/rustlib/src/rust/library/Cargo.lock"),
    ("lld-22", "/usr/bin/wasm-ld-22"),
];

/// Sees to it that Debian's `packages` are installed.
pub fn debian(packages: &[Package]) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .filter(|(_, proof)| !Path::new(proof).exists())
        .map(|(name, _)| *name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    let install = format!("apt-get install -y --no-install-recommends {names}");
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!("{names} must be installed; on Debian: {install}");
    }
    if !is_root()? {
        bail!("{names} must be installed: sudo apt-get update && sudo {install}");
    }
    println!("    installing {names}");
    update_once();
    let mut command = apt();
    run(command.args(["install", "-y", "-qq", "--no-install-recommends"]).args(&missing))
        .with_context(|| format!("try it by hand: apt-get update && {install}"))?;
    for (name, proof) in packages {
        if !Path::new(proof).exists() {
            bail!("{name} was installed but {proof} is not there");
        }
    }
    Ok(())
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=600"]);
    command.stdout(Stdio::null());
    command
}

/// A failed update is told and not fatal: the lists at hand may do.
fn update_once() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if let Err(error) = run(apt().args(["update", "-qq"])) {
            println!("    {error}");
        }
    });
}

fn is_root() -> Result<bool> {
    Ok(step::output(Command::new("id").arg("-u"))?.trim() == "0")
}

/// Whether a program of that name is on the search path.
#[must_use]
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The npm packages of `www/package-lock.json`, installed; returns their folder.
pub fn npm(root: &Path) -> Result<PathBuf> {
    npm_in(root, "www")
}

/// The npm packages of the lock file in `folder`, installed there; returns where they lie.
pub fn npm_in(root: &Path, folder: &str) -> Result<PathBuf> {
    let place = root.join(folder);
    let modules = place.join("node_modules");
    let lock = sources::sha256(&fs::read(place.join("package-lock.json"))?);
    let stamp = modules.join(".installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    node()?;
    println!("    installing the npm packages of {folder}/package-lock.json");
    let mut command = Command::new("npm");
    command.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]);
    run(command.current_dir(&place))
        .with_context(|| format!("try it by hand: npm ci --ignore-scripts, in {folder}/"))?;
    fs::write(stamp, lock)?;
    Ok(modules)
}

fn node() -> Result<()> {
    const HINT: &str =
        "Node 20 or newer with npm must be installed (nodejs.org, or a version manager)";
    if on_path("node").is_none() || on_path("npm").is_none() {
        bail!("{HINT}");
    }
    let version = step::output(Command::new("node").arg("--version"))?;
    let major =
        version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major: u32| major < 20) {
        bail!("{HINT}; this is {}", version.trim());
    }
    Ok(())
}

/// A Python environment under `target/` with `requirement` (`name==version`) installed; returns
/// its folder of programs, or nothing where there is no Python.
pub fn python(root: &Path, requirement: &str) -> Result<Option<PathBuf>> {
    if on_path("python3").is_none() {
        return Ok(None);
    }
    let folder = root.join("target/python");
    let stamp = folder.join(".installed");
    if !fs::read_to_string(&stamp).is_ok_and(|installed| installed == requirement) {
        println!("    installing {requirement} into target/python");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let mut venv = Command::new("python3");
        venv.args(["-m", "venv"]).arg(&folder).stdout(Stdio::null());
        if run(&mut venv).is_err() {
            debian(&[("python3-venv", "/usr/share/doc/python3-venv")])?;
            run(&mut venv)?;
        }
        let mut pip = Command::new(folder.join("bin/pip"));
        pip.args(["install", "--quiet", "--disable-pip-version-check", requirement]);
        run(&mut pip)?;
        fs::write(stamp, requirement)?;
    }
    Ok(Some(folder.join("bin")))
}

/// A program that Cargo installs under `target/tools`, or the one on the search path.
pub fn cargo_program(root: &Path, name: &str, version: &str) -> Result<PathBuf> {
    if let Some(found) = on_path(name) {
        return Ok(found);
    }
    let folder = root.join("target/tools");
    let program = folder.join("bin").join(name);
    if !program.is_file() {
        println!("    installing {name} {version} into target/tools");
        let mut command = Command::new("cargo");
        command.args(["install", "--quiet", "--locked", name, "--version", version, "--root"]);
        run(command.arg(&folder))?;
    }
    Ok(program)
}
