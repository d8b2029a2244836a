//! Compiles the crate to wasm, in the first of three ways that works on this machine.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::time::Duration;
use xtask::step::{self, run_within, step};
use xtask::{record, tools};

const TARGET: &str = "wasm32-unknown-unknown";
/// Which of the crate's modules.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Module {
    /// The chart's.
    Chart,
    /// The builder page's.
    Builder,
}

impl Module {
    /// Bytes of the stack. The deepest draw fits into the chart's; the default of 1 MiB is memory that
    /// every page would pay for.
    fn stack(self) -> u32 {
        if self == Module::Chart { 32_768 } else { 1 << 20 }
    }
}

/// A refused download answers at once; a stalled one is given up.
const DOWNLOAD: Duration = Duration::from_secs(180);

/// Where the standard library for wasm comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// The toolchain at hand already has it.
    Installed,
    /// `rustup target add` fetches it.
    Rustup,
    /// Debian's toolchain compiles it from its sources, for size: the smallest result.
    Debian,
}

impl FromStr for Way {
    type Err = anyhow::Error;
    fn from_str(text: &str) -> Result<Self> {
        match text {
            "installed" => Ok(Self::Installed),
            "rustup" => Ok(Self::Rustup),
            "debian" => Ok(Self::Debian),
            _ => bail!("expected a way of `installed`, `rustup` or `debian`, not `{text}`"),
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What rustup has fetched is installed from then on: both leave the same record.
        to.write_str(if *self == Self::Debian { "debian" } else { "installed" })
    }
}

/// What the compiler left.
pub(crate) struct Compiled {
    pub wasm: PathBuf,
    pub way: Way,
    /// `rustc 1.96.0 (…)`.
    pub rustc: String,
}

/// Compiles the crate in `root` for release.
pub(crate) fn compile(root: &Path, way: Option<Way>, module: Module) -> Result<Compiled> {
    let way = step("find a toolchain for wasm", || choose(root, way))?;
    let rustc = step::output(Command::new(rustc(way)).arg("--version"))?.trim().to_owned();
    let name = format!("compile to wasm with {rustc} ({way})");
    let messages = step(&name, || step::output(&mut cargo(root, way, module)?))?;
    let wasm = artifact(&messages)?.context("cargo named no .wasm file")?;
    Ok(Compiled { wasm, way, rustc })
}

fn choose(root: &Path, asked: Option<Way>) -> Result<Way> {
    if let Some(way) = asked {
        prepare(way)?;
        return Ok(way);
    }
    let recorded = record::read(root)?.and_then(|record| {
        record["toolchain"]["way"].as_str().and_then(|way| Way::from_str(way).ok())
    });
    for way in recorded.into_iter().chain([Way::Installed, Way::Rustup, Way::Debian]) {
        match prepare(way) {
            Ok(()) => return Ok(way),
            Err(error) => println!("    {way:?}: {error:#}"),
        }
    }
    bail!("no toolchain compiles for {TARGET}; try: rustup target add {TARGET}")
}

/// Makes a way ready, or says why it cannot be.
fn prepare(way: Way) -> Result<()> {
    match way {
        Way::Installed => {
            let folder = Command::new("rustc")
                .args(["--print", "target-libdir", "--target", TARGET])
                .output()?;
            let folder = String::from_utf8(folder.stdout)?;
            if folder.trim().is_empty() || !Path::new(folder.trim()).is_dir() {
                bail!("the toolchain at hand has no standard library for {TARGET}");
            }
            Ok(())
        }
        Way::Rustup => {
            if tools::on_path("rustup").is_none() {
                bail!("rustup is not installed");
            }
            run_within(Command::new("rustup").args(["target", "add", TARGET]), DOWNLOAD)?;
            prepare(Way::Installed)
        }
        Way::Debian => tools::debian(&tools::WASM_TOOLCHAIN),
    }
}

fn rustc(way: Way) -> &'static str {
    if way == Way::Debian { "/usr/bin/rustc" } else { "rustc" }
}

fn cargo(root: &Path, way: Way, module: Module) -> Result<Command> {
    let mut command = Command::new(if way == Way::Debian { "/usr/bin/cargo" } else { "cargo" });
    command.current_dir(root).stderr(Stdio::inherit());
    // Cargo optimises across crates only what is no library for Rust as well.
    command.args(["rustc", "--package", "bilateral", "--lib", "--crate-type", "cdylib"]);
    command.args(["--release", "--locked"]);
    command.args(["--target", TARGET, "--message-format=json-render-diagnostics"]);
    // Each has a folder of its own, or one would be compiled anew whenever the other was.
    let mut folder = root.join("target/wasm").join(way.to_string());
    if module == Module::Builder {
        folder.push("builder");
        command.args(["--features", "builder"]);
    }
    command.arg("--target-dir").arg(folder);
    // The process that started this one may have set these for its own toolchain.
    for name in [
        "RUSTUP_TOOLCHAIN",
        "CARGO",
        "RUSTC",
        "RUSTFLAGS",
        "CARGO_TARGET_DIR",
        "CARGO_BUILD_TARGET",
    ] {
        if !(name == "RUSTUP_TOOLCHAIN" && way != Way::Debian) {
            command.env_remove(name);
        }
    }
    // A page pays for bytes.
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z");
    let mut flags = vec![format!("-Clink-arg=-zstack-size={}", module.stack())];
    flags.extend(neutral_paths(root, way)?);
    if way == Way::Debian {
        command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        // Nothing that a page can load reaches `{:?}`; what it prints with weighs 3 KB.
        let smaller = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zfmt-debug=none"];
        flags.extend(smaller.map(str::to_owned));
        let path = env::var_os("PATH").unwrap_or_default();
        let path = std::iter::once(PathBuf::from("/usr/bin")).chain(env::split_paths(&path));
        command.env("PATH", env::join_paths(path)?);
        command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22");
    }
    if module == Module::Chart {
        // Who refers to what, by which the module is cut.
        command.args(["--", "-Clink-arg=--emit-relocs"]);
    }
    // Stripping would take the list of wasm features along, which the binder reads.
    command.env("CARGO_PROFILE_RELEASE_STRIP", "none");
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    Ok(command)
}

/// Paths of this machine must not reach the module: they differ from clone to clone.
fn neutral_paths(root: &Path, way: Way) -> Result<Vec<String>> {
    let sysroot = step::output(Command::new(rustc(way)).args(["--print", "sysroot"]))?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let pairs = [
        (Some(PathBuf::from(sysroot.trim())), "/rust"),
        (home, "/cargo"),
        (Some(root.to_path_buf()), "/bilateral"),
    ];
    let pairs = pairs.into_iter().filter_map(|(from, to)| from.map(|from| (from, to)));
    Ok(pairs.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect())
}

/// The module, as far as Cargo's messages name it.
fn artifact(messages: &str) -> Result<Option<PathBuf>> {
    for line in messages.lines().filter(|line| line.starts_with('{')) {
        let message: Value = serde_json::from_str(line)?;
        let is_ours = message["package_id"].as_str().is_some_and(is_ours);
        if message["reason"] == "compiler-artifact" && is_ours {
            let files = message["filenames"].as_array().into_iter().flatten();
            let found = files.filter_map(Value::as_str).find(|file| file.ends_with(".wasm"));
            if let Some(file) = found {
                return Ok(Some(PathBuf::from(file)));
            }
        }
    }
    Ok(None)
}

/// A package's id ends in `…/bilateral#1.0.0` or, in a folder of another name, `…#bilateral@1.0.0`.
fn is_ours(id: &str) -> bool {
    id.contains("/bilateral#") || id.contains("#bilateral@")
}
