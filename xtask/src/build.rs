//! `build`, `bench` and `cldr`: hands the heavy work to the packages that carry the heavy crates.

use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::fs;
use std::path::Path;
use std::process::Command;
use xtask::step::{hand_over, run, step};
use xtask::{record, sources, tools};

#[derive(Default)]
pub(crate) struct Options {
    pub force: bool,
    pub way: Option<String>,
}

impl Options {
    pub(crate) fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("force") => options.force = true,
                Long("way") => options.way = Some(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Writes `pkg/` if its sources have changed.
pub(crate) fn build(root: &Path, options: &Options) -> Result<()> {
    let record = record::read(root)?.unwrap_or_default();
    let recorded = record["toolchain"]["way"].as_str();
    let other_way = options.way.as_deref().is_some_and(|way| Some(way) != recorded);
    let why = match record::staleness(root)? {
        _ if options.force => "--force".to_owned(),
        Some(why) => why,
        None if other_way => "pkg/ was compiled another way".to_owned(),
        None => {
            println!("pkg/ is current");
            return Ok(());
        }
    };
    println!("building pkg/: {why}");
    let mut arguments = vec!["build".to_owned(), "--sources".to_owned(), sources::hash(root)?];
    if let Some(way) = options.way.as_deref() {
        arguments.extend(["--way".to_owned(), way.to_owned()]);
    }
    step("pkg/, all of it", || bundle(root, &arguments))?;
    if let Some(why) = record::staleness(root)? {
        bail!("sources changed during the build ({why}): run it again");
    }
    Ok(())
}

/// Runs the package that carries wasm-bindgen and the compressors.
pub(crate) fn bundle(root: &Path, arguments: &[String]) -> Result<()> {
    step("compile the bundler", || {
        run(cargo(root).args(["build", "--quiet", "--locked", "--package", "bundle"]))
    })?;
    let mut command = cargo(root);
    command.args(["run", "--quiet", "--locked", "--package", "bundle", "--"]);
    hand_over(command.args(arguments))
}

/// Tells what the widget weighs, which a build in this clone knows.
pub(crate) fn size(root: &Path) -> Result<()> {
    let made = fs::read_to_string(root.join("target/bundle/glue.sources")).unwrap_or_default();
    let is_known = root.join("target/bundle/glue.wasm").exists() && made == sources::hash(root)?;
    build(root, &Options { force: !is_known, way: None })?;
    bundle(root, &["size".to_owned()])
}

/// Times the widget against its rivals in Chromium; fewer fresh loads than the default are for trying.
pub(crate) fn bench(root: &Path, arguments: &mut lexopt::Parser) -> Result<()> {
    let mut loads = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("loads") => loads = Some(arguments.value()?.parse::<u32>()?),
            other => return Err(other.unexpected().into()),
        }
    }
    tools::npm_in(root, "benches")?;
    tools::debian(&[
        ("chromium", "/usr/bin/chromium"),
        ("chromium-driver", "/usr/bin/chromedriver"),
    ])?;
    if let Some(why) = record::staleness(root)? {
        println!("    note: pkg/ is timed as it is, and {why}");
    }
    step("compile for release", || {
        run(cargo(root).args(["build", "--quiet", "--locked", "--release", "--bin", "bilateral"]))
    })?;
    let program = root.join("target/release/bilateral");
    step("write the pages", || {
        let mut command = Command::new("node");
        command.arg("benches/build.mjs").arg(root.join("target/bench/pages")).arg(&program);
        run(command.current_dir(root))
    })?;
    step("time", || {
        let mut command = cargo(root);
        command.args(["run", "--quiet", "--locked", "--package", "browser", "--", "bench"]);
        command.arg(&program).args(loads.map(|loads| loads.to_string()));
        hand_over(&mut command)
    })
}

pub(crate) fn cldr(root: &Path) -> Result<()> {
    step("make the locale tables from CLDR", || {
        run(cargo(root).args(["run", "--quiet", "--locked", "--package", "cldr"]))
    })
}

pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root);
    command
}
