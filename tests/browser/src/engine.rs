//! Which browser is driven, and what it is asked for.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::env;
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
    Webkit,
}

#[derive(Clone, Debug)]
pub struct Engine {
    pub kind: Kind,
    pub driver: PathBuf,
    pub browser: PathBuf,
    /// What is switched off in it.
    pub lacks: Lacks,
}

/// What a reader or an administrator may switch off in a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    Nothing,
    Wasm,
    Script,
}

impl Engine {
    /// The same without something, where it can be without and still be looked into.
    #[must_use]
    pub fn without(&self, lacks: Lacks) -> Option<Engine> {
        (self.kind != Kind::Webkit).then(|| Engine { lacks, ..self.clone() })
    }

    /// The engine that the environment names.
    pub fn named() -> Result<Engine> {
        let name = env::var("BILATERAL_ENGINE").context(
            "BILATERAL_ENGINE names no engine: run `cargo xtask test --engines chromium`",
        )?;
        let kind = match name.as_str() {
            "chromium" => Kind::Chromium,
            "firefox" => Kind::Firefox,
            "webkit" => Kind::Webkit,
            other => bail!("expected chromium, firefox or webkit, not `{other}`"),
        };
        let path = |name: &str| env::var_os(name).map(PathBuf::from);
        Ok(Engine {
            kind,
            driver: path("BILATERAL_DRIVER").context("BILATERAL_DRIVER names no program")?,
            browser: path("BILATERAL_BROWSER").context("BILATERAL_BROWSER names no program")?,
            lacks: Lacks::Nothing,
        })
    }

    /// Debian's Chromium, for pictures outside the test run.
    #[must_use]
    pub fn chromium() -> Engine {
        Engine {
            kind: Kind::Chromium,
            driver: "/usr/bin/chromedriver".into(),
            browser: "/usr/bin/chromium".into(),
            lacks: Lacks::Nothing,
        }
    }

    pub(crate) fn arguments(&self, port: u16, spare: u16) -> Vec<String> {
        match self.kind {
            Kind::Chromium | Kind::Webkit => vec![format!("--port={port}")],
            Kind::Firefox => {
                // The browser's own zoom is out of a page's reach.
                let access = "--allow-system-access".to_owned();
                vec![format!("--port={port}"), format!("--websocket-port={spare}"), access]
            }
        }
    }

    pub(crate) fn capabilities(&self, profile: &Path) -> Map<String, Value> {
        let browser = &self.browser;
        let value = match self.kind {
            Kind::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": browser,
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                        "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--lang=en",
                        "--window-size=1100,900",
                        if self.lacks == Lacks::Wasm { "--js-flags=--jitless" } else { "--js-flags=" },
                        format!("--user-data-dir={}", profile.display()),
                    ],
                },
            }),
            Kind::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": browser,
                    "args": ["-headless", "--width=1100", "--height=900"],
                    "prefs": {
                        // Its driver's default lets files read each other, which readers' do not.
                        "security.fileuri.strict_origin_policy": true,
                        "intl.accept_languages": "en",
                        "javascript.options.wasm": self.lacks != Lacks::Wasm,
                        "javascript.enabled": self.lacks != Lacks::Script,
                    },
                },
            }),
            Kind::Webkit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
            }),
        };
        value.as_object().cloned().unwrap_or_default()
    }
}
