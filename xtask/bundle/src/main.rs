//! Makes `pkg/`: compiles to wasm, binds, optimises, bundles, and measures the result.

mod builder;
mod cut;
mod glue;
mod hosted;
mod notices;
mod package;
mod page;
mod reproduce;
mod sbom;
mod size;
mod sizes;
mod wasm;
mod write;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use std::path::PathBuf;
use std::process::ExitCode;

/// Where a build reads and writes.
pub struct Places {
    /// The sources.
    pub root: PathBuf,
    /// The repository whose `www/node_modules` carries the npm tools.
    pub tools: PathBuf,
    /// The hash of the sources, for the record.
    pub sources: String,
    /// How to compile to wasm; `None` takes the recorded way or the first that works.
    pub way: Option<wasm::Way>,
}

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let mut places =
        Places { root: xtask::root(), tools: xtask::root(), sources: String::new(), way: None };
    let mut name = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(value) if name.is_none() => name = Some(value.string()?),
            Long("root") => places.root = PathBuf::from(arguments.value()?).canonicalize()?,
            Long("sources") => places.sources = arguments.value()?.string()?,
            Long("way") => places.way = Some(arguments.value()?.string()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    match name.context("expected a command")?.as_str() {
        "build" => write::build(&places),
        "bind" => write::bind_only(&places),
        "measure" => sizes::budgets(&places.root),
        "size" => size::size(&places.root),
        "reproduce" => reproduce::reproduce(&places),
        other => bail!("expected `build`, `bind`, `measure`, `size` or `reproduce`, not `{other}`"),
    }
}
