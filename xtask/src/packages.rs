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

/// What WordPress runs on.
const PHP: [tools::Package; 7] = [
    ("php-cli", "/usr/bin/php"),
    ("php-sqlite3", "/usr/share/doc/php-sqlite3"),
    ("php-xml", "/usr/share/doc/php-xml"),
    ("php-mbstring", "/usr/share/doc/php-mbstring"),
    ("php-gd", "/usr/share/doc/php-gd"),
    ("php-curl", "/usr/share/doc/php-curl"),
    ("unzip", "/usr/bin/unzip"),
];

/// How long the registry may take to answer that it is there.
const PING: Duration = Duration::from_secs(30);

/// The tests of scripts that need no page.
pub(crate) fn scripts(root: &Path) -> Result<()> {
    let folder = root.join("tests/scripts");
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    files.sort();
    run(Command::new("node").arg("--test").args(files))
}

/// Builds a page with each bundler from what `npm pack` makes of `pkg/`, and opens it in Chromium.
pub(crate) fn bundlers(root: &Path) -> Result<Ending> {
    let folder = root.join(BUNDLERS);
    copy(&root.join("tests/bundlers"), &folder)?;
    tools::npm(root)?;
    if let Err(error) = tools::npm_in(root, BUNDLERS) {
        if !registry() {
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
pub(crate) fn sites(root: &Path) -> Result<Ending> {
    if let Err(error) = tools::debian(&[("hugo", "/usr/bin/hugo"), ("mkdocs", "/usr/bin/mkdocs")]) {
        return Ok(Ending::Skipped(format!("no site was built: {error}")));
    }
    in_chromium(root, "tests/sites/run.mjs")
}

/// Checks what the plugin prints and registers.
pub(crate) fn plugin(root: &Path) -> Result<Ending> {
    if let Err(error) = tools::debian(&PHP[..1]) {
        return Ok(Ending::Skipped(format!("the plugin was not tried: {error}")));
    }
    let plugin = root.join("www/wordpress/bilateral.php");
    run(Command::new("php").arg("-l").arg(&plugin))?;
    passed(run(Command::new("php").arg(root.join("tests/wordpress/shortcode.php")).arg(&plugin)))
}

/// Runs the plugin in two versions of WordPress, and opens what administrators and authors wrote.
pub(crate) fn wordpress(root: &Path) -> Result<Ending> {
    if let Err(error) = tools::debian(&PHP) {
        return Ok(Ending::Skipped(format!("WordPress was not tried: {error}")));
    }
    if !root.join("target/wordpress/package").is_dir() && !registry() {
        let why = "the npm registry cannot be reached, so WordPress was not fetched";
        return Ok(Ending::Skipped(why.to_owned()));
    }
    in_chromium(root, "tests/wordpress/site.mjs")
}

fn registry() -> bool {
    run_within(Command::new("npm").args(["ping", "--loglevel=error"]), PING).is_ok()
}

/// Runs a suite of Node's that drives Chromium.
fn in_chromium(root: &Path, script: &str) -> Result<Ending> {
    let (driver, browser) = browsers::install(root, Engine::Chromium)?;
    let mut command = Command::new("node");
    command.arg(root.join(script)).arg(root);
    command.env("BILATERAL_DRIVER", driver).env("BILATERAL_BROWSER", browser);
    passed(run(&mut command).context("cases failed; they are named above"))
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
