//! The suites of what is handed on: scripts of the pages, the npm package, the WordPress plugin.

use crate::browsers::{self, Engine};
use crate::test::{Ending, passed};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use xtask::step::{run, run_within};
use xtask::tools;

/// Where the packages of `tests/bundlers` are installed, so that they leave no trace in the sources.
const BUNDLERS: &str = "target/bundlers";

/// How long the registry may take to answer that it is there.
const PING: Duration = Duration::from_secs(30);

/// The tests of scripts that need no page.
pub fn scripts(root: &Path) -> Result<()> {
    let folder = root.join("tests/scripts");
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    files.sort();
    run(Command::new("node").arg("--test").args(files))
}

/// Builds a page with each bundler from what `npm pack` makes of `pkg/`, and opens it in Chromium.
pub fn bundlers(root: &Path) -> Result<Ending> {
    let folder = root.join(BUNDLERS);
    copy(&root.join("tests/bundlers"), &folder)?;
    tools::npm(root)?;
    if let Err(error) = tools::npm_in(root, BUNDLERS) {
        if run_within(Command::new("npm").args(["ping", "--loglevel=error"]), PING).is_err() {
            let why = "the npm registry cannot be reached, so no bundler was tried";
            return Ok(Ending::Skipped(why.to_owned()));
        }
        return Err(error);
    }
    let (driver, browser) = browsers::install(root, Engine::Chromium)?;
    let mut command = Command::new("node");
    command.arg("run.mjs").arg(root).current_dir(&folder);
    command.env("BILATERAL_DRIVER", driver).env("BILATERAL_BROWSER", browser);
    passed(run(&mut command).context("cases failed; they are named above"))
}

/// Builds sites with Hugo and MkDocs, and opens them in Chromium.
pub fn sites(root: &Path) -> Result<Ending> {
    if let Err(error) = tools::debian(&[("hugo", "/usr/bin/hugo"), ("mkdocs", "/usr/bin/mkdocs")]) {
        return Ok(Ending::Skipped(format!("no site was built: {error}")));
    }
    let (driver, browser) = browsers::install(root, Engine::Chromium)?;
    let mut command = Command::new("node");
    command.arg(root.join("tests/sites/run.mjs")).arg(root);
    command.env("BILATERAL_DRIVER", driver).env("BILATERAL_BROWSER", browser);
    passed(run(&mut command).context("sites failed; they are named above"))
}

/// Checks what the plugin prints and registers.
pub fn wordpress(root: &Path) -> Result<Ending> {
    if tools::on_path("php").is_none()
        && let Err(error) = tools::debian(&[("php-cli", "/usr/bin/php")])
    {
        return Ok(Ending::Skipped(format!("the plugin was not tried: {error}")));
    }
    let plugin = root.join("www/wordpress/bilateral.php");
    run(Command::new("php").arg("-l").arg(&plugin))?;
    passed(run(Command::new("php").arg(root.join("tests/wordpress/shortcode.php")).arg(&plugin)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == "node_modules" {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}
