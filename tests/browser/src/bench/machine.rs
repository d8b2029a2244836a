//! On what was measured, and what.

use super::lab::Lab;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::thread;

pub(super) struct Machine {
    pub date: String,
    pub browser: String,
    pub processor: String,
    pub cores: usize,
    /// Bilateral, and the packages that `benches/package.json` pins, with their versions.
    pub versions: Vec<(String, String)>,
}

impl Machine {
    pub(super) async fn of(lab: &Lab) -> Result<Machine> {
        let date = lab.browser.run("return new Date().toISOString().slice(0, 10);").await?;
        let browser = lab.browser.devtools("Browser.getVersion", json!({})).await?;
        let text = |value: &Value| value.as_str().map(str::to_owned).context("a text");
        let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = processors.lines().find_map(|line| line.strip_prefix("model name"));
        let model = model.unwrap_or("unknown").trim_start_matches([' ', '\t', ':']).to_owned();
        Ok(Machine {
            date: text(&date)?,
            browser: text(&browser["product"])?,
            processor: model,
            cores: thread::available_parallelism()?.get(),
            versions: versions()?,
        })
    }

    pub(super) fn json(&self) -> Value {
        let Machine { date, browser, processor, cores, versions } = self;
        let versions: Value = versions.iter().cloned().collect();
        json!({ "date": date, "browser": browser, "processor": processor, "cores": cores, "versions": versions })
    }

    /// What the tables say above themselves.
    pub(super) fn sentence(&self, runs: &str) -> String {
        let versions: Vec<String> =
            self.versions.iter().map(|(name, version)| format!("{name} {version}")).collect();
        format!(
            "{}, {} headless, {} with {} cores; {runs}. Versions: {}.",
            self.date,
            self.browser.replace('/', " "),
            self.processor,
            self.cores,
            versions.join(", ")
        )
    }
}

fn versions() -> Result<Vec<(String, String)>> {
    let read = |path: &str| -> Result<Value> {
        Ok(serde_json::from_slice(&fs::read(crate::root().join(path))?)?)
    };
    let own = read("pkg/build.json")?;
    let pinned = read("benches/package.json")?;
    let pinned = pinned["dependencies"].as_object().context("dependencies")?.clone();
    let all = [("bilateral".to_owned(), own["version"].clone())].into_iter().chain(pinned);
    all.map(|(name, version)| Ok((name, version.as_str().context("a version")?.to_owned())))
        .collect()
}
