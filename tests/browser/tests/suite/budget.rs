//! Budgets that are the same on every machine.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// Of the module, after the first chart of the default data.
const MEMORY: u64 = 512 * 1024;

pub async fn memory_after_the_first_chart(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let bytes = bench.browser.run("return window.probe.memory.buffer.byteLength;").await?;
    let bytes = bytes.as_u64().context("a number of bytes")?;
    ensure!(bytes <= MEMORY, "{bytes} bytes, {} over the budget of {MEMORY}", bytes - MEMORY);
    Ok(())
}

/// A frame that changes the plot's height has one layout, the browser's own at its end; every
/// layout that drawing forces would come on top.
pub async fn drawing_forces_no_layout(bench: &Bench) -> Result<()> {
    const FRAMES: u32 = 40;
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    bench.browser.devtools("Performance.enable", json!({})).await?;
    let script = format!(
        "const chart = document.querySelector('bilateral-chart');
        for (let i = 0; i < {FRAMES}; i++) {{
          chart.setAttribute('height', String(400 + i));
          await frames(1);
        }}
        await frames(2);"
    );
    let before = layouts(bench).await?;
    bench.browser.run_async(&script).await?;
    let done = layouts(bench).await? - before;
    let forced = done - f64::from(FRAMES);
    ensure!(forced <= 3.0, "{forced} layouts more than the {FRAMES} frames have themselves");
    Ok(())
}

async fn layouts(bench: &Bench) -> Result<f64> {
    let metrics = bench.browser.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("metrics")?;
    let count = metrics.iter().find(|metric| metric["name"] == "LayoutCount");
    count.and_then(|metric| metric["value"].as_f64()).context("a count of layouts")
}

/// As Chromium itself logs it, beyond what the page can see.
pub async fn the_console_stays_empty(bench: &Bench) -> Result<()> {
    let _ = bench.browser.console().await?;
    for page in ["host.html", "several.html", "empty.html"] {
        bench.browser.client.goto(&bench.site.url(page)).await?;
        bench.browser.run_async("await frames(10);").await?;
    }
    let file = browser::root().join("pkg/bilateral.html");
    bench.browser.open_page(&format!("file://{}", file.display())).await?;
    let lines = bench.browser.console().await?;
    ensure!(lines.is_empty(), "{lines:?}");
    Ok(())
}
