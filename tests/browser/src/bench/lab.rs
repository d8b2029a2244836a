//! One browser, one server, and how a page in it is timed.

use crate::driver::Browser;
use crate::engine::Engine;
use crate::server::Site;
use anyhow::{Context, Result};
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;

/// Frames of one run at most, and the time that it may take.
const FRAMES: f64 = 30.0;
const RUN: f64 = 750.0;
/// How long a page may take to draw.
const PATIENCE: Duration = Duration::from_secs(120);

pub(super) struct Lab {
    pub browser: Browser,
    site: Site,
    folder: PathBuf,
    /// Fresh loads of each page.
    pub loads: usize,
    /// Runs of frames of each page.
    pub runs: usize,
}

/// From where a page comes, and to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// This machine, without delay.
    Fast,
    Disk,
    /// A processor slowed four times, 1.6 Mbit/s, 150 ms to each answer.
    Phone,
}

impl Line {
    pub(super) const ALL: [Line; 3] = [Line::Fast, Line::Disk, Line::Phone];

    pub(super) fn metric(self) -> &'static str {
        match self {
            Line::Fast => "http",
            Line::Disk => "disk",
            Line::Phone => "phone",
        }
    }
}

impl Lab {
    pub(super) async fn open(folder: PathBuf, loads: usize) -> Result<Lab> {
        let browser = Browser::open(Engine::chromium()).await?;
        // Some rivals take long for many events.
        let patience = TimeoutConfiguration::new(Some(PATIENCE), None, None);
        browser.client.update_timeouts(patience).await?;
        browser.devtools("Network.enable", json!({})).await?;
        browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
        // Of the processor, so that what else the machine does is not counted.
        let clock = json!({ "timeDomain": "threadTicks" });
        browser.devtools("Performance.enable", clock).await?;
        let runs = loads.div_ceil(2);
        Ok(Lab { browser, site: Site::start()?, folder, loads, runs })
    }

    pub(super) async fn close(self) -> Result<()> {
        self.browser.close().await
    }

    pub(super) async fn line(&self, line: Line) -> Result<()> {
        let (rate, latency, down, up) = match line {
            Line::Fast | Line::Disk => (1, 0, -1, -1),
            Line::Phone => (4, 150, 1_600_000 / 8, 750_000 / 8),
        };
        self.browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
        let conditions = json!({
            "offline": false, "latency": latency,
            "downloadThroughput": down, "uploadThroughput": up,
        });
        self.browser.devtools("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }

    /// Opens a page afresh and answers what its clock tells once its charts are painted.
    pub(super) async fn load(&self, page: &str, line: Line) -> Result<Value> {
        let url = match line {
            Line::Disk => format!("file://{}/{page}", self.folder.display()),
            Line::Fast | Line::Phone => self.site.url(&format!("bench/pages/{page}")),
        };
        self.browser.client.goto("about:blank").await?;
        self.browser.client.goto(&url).await?;
        let told = self.browser.run_async("await clock.ready; return clock.told();").await;
        told.with_context(|| format!("{page} draws no chart"))
    }

    /// Milliseconds of the processor for the page's thread in one frame of `name`, and the layouts in it.
    pub(super) async fn frame(&self, name: &str) -> Result<(f64, f64)> {
        let (first, layouts) = self.timed(name, 1).await?;
        if first > RUN {
            return Ok((first, layouts));
        }
        let (once, _) = self.timed(name, 2).await?;
        let frames = (RUN / once.max(1.0)).clamp(2.0, FRAMES).floor();
        self.timed(name, frames as u32).await
    }

    async fn timed(&self, name: &str, frames: u32) -> Result<(f64, f64)> {
        let before = self.counters().await?;
        self.run(name, frames).await?;
        let after = self.counters().await?;
        let each = |before: f64, after: f64| (after - before) / f64::from(frames);
        Ok((each(before.0, after.0) * 1000.0, each(before.1, after.1)))
    }

    async fn run(&self, name: &str, frames: u32) -> Result<()> {
        self.browser.run_async(&format!("await clock.run('{name}', {frames});")).await?;
        Ok(())
    }

    /// Milliseconds of the processor for the page's thread while a script is waited for.
    pub(super) async fn busy(&self, script: &str) -> Result<f64> {
        let before = self.counters().await?.0;
        self.browser.run_async(script).await?;
        Ok((self.counters().await?.0 - before) * 1000.0)
    }

    /// Seconds of the page's thread, and its layouts, until now.
    async fn counters(&self) -> Result<(f64, f64)> {
        let told = self.browser.devtools("Performance.getMetrics", json!({})).await?;
        let metrics = told["metrics"].as_array().context("metrics")?;
        let value = |name: &str| {
            let found = metrics.iter().find(|metric| metric["name"] == name);
            found.and_then(|metric| metric["value"].as_f64()).context("a number")
        };
        Ok((value("TaskDuration")?, value("LayoutCount")?))
    }

    /// Bytes that the page's scripts hold, arrays and module memory included.
    pub(super) async fn heap(&self) -> Result<f64> {
        for _ in 0..2 {
            self.browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let told = self.browser.devtools("Runtime.getHeapUsage", json!({})).await?;
        let part = |name: &str| told[name].as_f64().unwrap_or(0.0);
        Ok(part("usedSize") + part("backingStorageSize"))
    }
}
