//! The browser suites: installs an engine and its driver, and runs the package `browser` with it.
//!
//! That package is told by `BILATERAL_ENGINE` (`chromium`, `firefox`, `webkit`),
//! `BILATERAL_DRIVER` (the WebDriver program, which it starts itself) and `BILATERAL_BROWSER`.

use crate::build::cargo;
use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::str::FromStr;
use xtask::step::run;
use xtask::{sources, tools};

pub(crate) const PACKAGE: &str = "browser";
pub(crate) const SUITE: &str = "tests/browser";

const GECKODRIVER: &str = "0.37.1";
/// The widget's fonts are the system's, so every engine must have the same.
const FONTS: tools::Package =
    ("fonts-noto-core", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf");

/// What shows how a page looks on paper.
const PAPER: tools::Package = ("poppler-utils", "/usr/bin/pdftoppm");

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.name())
    }
}

impl FromStr for Engine {
    type Err = anyhow::Error;
    fn from_str(text: &str) -> Result<Self> {
        match Self::ALL.iter().find(|engine| engine.name() == text) {
            Some(engine) => Ok(*engine),
            None => bail!("expected engines of chromium, firefox, webkit, not `{text}`"),
        }
    }
}

/// How long a soak is: the ordinary run has a short one.
pub(crate) struct Soak {
    engines: Vec<Engine>,
    count: u32,
    seed: u32,
}

impl Soak {
    pub(crate) fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut soak = Self { engines: Engine::ALL.to_vec(), count: 10_000, seed: 1 };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("engines") => {
                    let list = arguments.value()?.string()?;
                    soak.engines = list.split(',').map(str::parse).collect::<Result<_>>()?;
                }
                Long("count") => soak.count = arguments.value()?.parse()?,
                Long("seed") => soak.seed = arguments.value()?.parse()?,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(soak)
    }
}

/// Mounts, loads and presses so many times in each engine, by one seed.
pub(crate) fn soak(root: &Path, Soak { engines, count, seed }: &Soak) -> Result<()> {
    for engine in engines {
        println!("==> {engine}");
        suites(
            root,
            *engine,
            &["soak::"],
            &[("BILATERAL_SOAK", *count), ("BILATERAL_SEED", *seed)],
        )?;
    }
    Ok(())
}

/// Runs the suites in one engine: each, or of the long ones those that the sources draw for it.
pub(crate) fn test(root: &Path, engine: Engine, whole: bool) -> Result<()> {
    if whole {
        return suites(root, engine, &[], &[]);
    }
    let seed = u32::from_str_radix(&sources::hash(root)?[..8], 16)?;
    suites(root, engine, &[], &[("BILATERAL_DRAW", seed)])
}

/// Runs the suites whose names have one of `names` in them, or all, with numbers in the environment.
fn suites(root: &Path, engine: Engine, names: &[&str], told: &[(&str, u32)]) -> Result<()> {
    if !root.join(SUITE).exists() {
        bail!("{SUITE} is not there");
    }
    let (driver, browser) = install(root, engine)?;
    // The suites bring axe-core from there.
    tools::npm(root)?;
    run(cargo(root).args(["test", "--no-run", "--locked", "--package", PACKAGE]))?;
    let mut command = cargo(root);
    command.args(["test", "--locked", "--no-fail-fast", "--package", PACKAGE, "--"]).args(names);
    command.envs(told.iter().map(|(name, number)| (name, number.to_string())));
    command.env("BILATERAL_ENGINE", engine.name());
    command.env("BILATERAL_DRIVER", driver).env("BILATERAL_BROWSER", browser);
    // WebKit's driver waits for ever without a display.
    let display = if engine == Engine::Webkit { Some(Display::start()?) } else { None };
    if let Some(display) = &display {
        command.env("DISPLAY", &display.name);
        // Mesa's software renderer has crashed under its compositor's thread.
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    }
    run(&mut command).context("suites failed; they are named above")
}

/// Installs what the suites of these engines need.
pub(crate) fn install_all(root: &Path, engines: &[Engine]) -> Result<()> {
    engines.iter().try_for_each(|engine| install(root, *engine).map(|_| ()))
}

/// The driver and the browser of an engine.
pub(crate) fn install(root: &Path, engine: Engine) -> Result<(PathBuf, PathBuf)> {
    const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
    match engine {
        Engine::Chromium => {
            let (browser, driver) = ("/usr/bin/chromium", "/usr/bin/chromedriver");
            tools::debian(&[("chromium", browser), ("chromium-driver", driver), PAPER, FONTS])?;
            Ok((driver.into(), browser.into()))
        }
        Engine::Firefox => {
            let browser = "/usr/bin/firefox-esr";
            tools::debian(&[("firefox-esr", browser), PAPER, FONTS])?;
            Ok((tools::cargo_program(root, "geckodriver", GECKODRIVER)?, browser.into()))
        }
        Engine::Webkit => {
            let driver = "/usr/bin/WebKitWebDriver";
            let display = ("xvfb", "/usr/bin/Xvfb");
            tools::debian(&[("webkit2gtk-driver", driver), display, FONTS])?;
            Ok((driver.into(), MINI_BROWSER.into()))
        }
    }
}

/// A display in memory, gone when dropped.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null()).stdin(Stdio::null());
        let mut server = command.spawn().context("cannot start Xvfb")?;
        let output = server.stdout.take().context("standard output was to be a pipe")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        let display = Self { server, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() {
            bail!("Xvfb ended without naming its display");
        }
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // One that has already ended leaves nothing to do.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_known_by_name() {
        for engine in Engine::ALL {
            assert_eq!(engine.to_string().parse::<Engine>().expect("its own name"), engine);
        }
        let error = "opera".parse::<Engine>().expect_err("not one of ours").to_string();
        assert_eq!(error, "expected engines of chromium, firefox, webkit, not `opera`");
    }
}
