//! `cargo xtask bench`: what a reader waits for, against the charts that newsrooms use.
//!
//! Everything is timed in one Chromium, in turns, so that a busy machine slows all alike: the
//! ratios of medians count, the times do not.

use crate::driver::Browser;
use crate::engine::Engine;
use crate::server::Site;
use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Fresh loads of each page, in turns.
const LOADS: usize = 15;
/// Frames of one run, and runs of each page, in turns.
const FRAMES: u32 = 60;
const RUNS: usize = 7;
/// Events of the largest lane; half and twice as many show how the cost grows.
const EVENTS: u32 = 10_000;
/// Rows of the tables that are compiled, figures and citations alike.
const ROWS: usize = 100_000;

/// The files of the rivals' packages that the pages load.
const PEERS: [&str; 6] = [
    "uplot/dist/uPlot.iife.min.js",
    "uplot/dist/uPlot.min.css",
    "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
    "vis-timeline/styles/vis-timeline-graph2d.min.css",
    "@knight-lab/timelinejs/dist/js/timeline.js",
    "@knight-lab/timelinejs/dist/css/timeline.css",
];

/// One line of the result.
struct Row {
    what: &'static str,
    /// What was measured, in `unit`.
    value: f64,
    budget: f64,
    unit: &'static str,
}

/// Times everything and prints a table; passing a budget is told, and is no failure.
pub async fn bench(bilateral: &Path) -> Result<()> {
    let folder = gather()?;
    let browser = Browser::open(Engine::chromium()).await?;
    let site = Site::start()?;
    browser.devtools("Network.enable", json!({})).await?;
    browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    // Of the processor, so that what else the machine does is not counted.
    let clock = json!({ "timeDomain": "threadTicks" });
    browser.devtools("Performance.enable", clock).await?;
    let mut rows = first_charts(&browser, &site, &folder).await?;
    rows.extend(frames(&browser, &site).await?);
    rows.extend(lanes(&browser, &site).await?);
    browser.close().await?;
    rows.push(compile(bilateral)?);
    print(&rows);
    write(&rows)
}

/// Lays the pages and all that they load into one folder, to be opened from disk and over HTTP.
fn gather() -> Result<PathBuf> {
    let root = crate::root();
    let folder = root.join("target/bench");
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(root.join("benches/pages"))? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    let modules = root.join("benches/node_modules");
    let files = PEERS.iter().map(|peer| modules.join(peer));
    for file in files.chain([root.join("pkg/bilateral.js")]) {
        let name = file.file_name().context("a file has a name")?;
        fs::copy(&file, folder.join(name))
            .with_context(|| format!("no {}: run `cargo xtask bench`", file.display()))?;
    }
    Ok(folder)
}

async fn first_charts(browser: &Browser, site: &Site, folder: &Path) -> Result<Vec<Row>> {
    let over_http = |page: &str| site.url(&format!("bench/{page}"));
    let on_disk = |page: &str| format!("file://{}/{page}", folder.display());
    let pages = [
        over_http("bilateral.html"),
        over_http("uplot.html"),
        on_disk("bilateral.html"),
        on_disk("uplot.html"),
        over_http("bilateral.html?view=events"),
        over_http("vis.html"),
        over_http("timelinejs.html"),
    ];
    let mut times = vec![Vec::new(); pages.len()];
    for round in 0..=LOADS {
        for (page, times) in pages.iter().zip(&mut times) {
            let time = load(browser, page).await?;
            // The first round warms the machine's own caches.
            if round > 0 {
                times.push(time);
            }
        }
        println!("    loaded {round} of {LOADS} rounds");
    }
    let median: Vec<f64> = times.into_iter().map(median).collect();
    let [http, uplot_http, file, uplot_file, events, vis, timeline] = median[..] else {
        bail!("a median for each page");
    };
    println!("    first charts, ms: {median:.0?}");
    let ratio = |what, value: f64, budget| Row { what, value, budget, unit: "" };
    Ok(vec![
        ratio("first chart over HTTP, of uPlot's", http / uplot_http, 0.65),
        ratio("first chart from disk, of uPlot's", file / uplot_file, 0.75),
        ratio(
            "events view, first chart, of the faster timeline's",
            events / vis.min(timeline),
            0.5,
        ),
    ])
}

/// Milliseconds from the navigation to the frame after the first chart.
async fn load(browser: &Browser, page: &str) -> Result<f64> {
    browser.client.goto("about:blank").await?;
    browser.client.goto(page).await?;
    browser.until("the first chart stands", "return window.clock?.first !== undefined;").await?;
    let time = browser.run("return window.clock.first;").await?;
    time.as_f64().context("a time")
}

async fn frames(browser: &Browser, site: &Site) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (what, name, budget) in
        [("redraw frame, of uPlot's", "redraw", 0.8), ("hover, of uPlot's", "hover", 1.0)]
    {
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..RUNS {
            for (page, times) in ["bilateral.html?view=trade", "uplot.html"].iter().zip(&mut times)
            {
                load(browser, &site.url(&format!("bench/{page}"))).await?;
                times.push(busy(browser, name).await?);
            }
        }
        let [ours, uplot] = times.map(median);
        println!("    {name}: {ours:.2} ms, uPlot {uplot:.2} ms");
        rows.push(Row { what, value: ours / uplot, budget, unit: "" });
    }
    Ok(rows)
}

/// Milliseconds of the processor for the page's thread in one frame of `name`.
async fn busy(browser: &Browser, name: &str) -> Result<f64> {
    browser.run_async(&format!("await window.clock.run('{name}', 5);")).await?;
    let before = task_seconds(browser).await?;
    browser.run_async(&format!("await window.clock.run('{name}', {FRAMES});")).await?;
    Ok((task_seconds(browser).await? - before) * 1000.0 / f64::from(FRAMES))
}

async fn task_seconds(browser: &Browser) -> Result<f64> {
    let metrics = browser.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("metrics")?;
    let found = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    found.and_then(|metric| metric["value"].as_f64()).context("a duration")
}

async fn lanes(browser: &Browser, site: &Site) -> Result<Vec<Row>> {
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    let counts = [EVENTS / 2, EVENTS, EVENTS * 2];
    for _ in 0..3 {
        for (count, times) in counts.iter().zip(&mut times) {
            load(browser, &site.url("bench/bilateral.html?view=events")).await?;
            let script = format!(
                "await document.querySelector('bilateral-chart').load(many({count}));
                await frames(2);"
            );
            browser.run_async(&script).await?;
            times.push(busy(browser, "redraw").await?);
        }
    }
    let [half, whole, twice] = times.map(median);
    let growth = |from: f64, to: f64| to / from;
    // n log n from 10,000 to 20,000.
    let (n, m) = (f64::from(EVENTS), f64::from(EVENTS * 2));
    let bound = m * m.ln() / (n * n.ln());
    println!(
        "    5,000, 10,000 and 20,000 events: {half:.1}, {whole:.1} and {twice:.1} ms a frame"
    );
    Ok(vec![
        Row { what: "10,000 events in a lane, redraw", value: whole, budget: 16.0, unit: " ms" },
        Row {
            what: "twice as many events cost, times as much",
            value: growth(whole, twice),
            budget: bound,
            unit: "",
        },
    ])
}

/// `bilateral compile` of [`ROWS`] rows.
fn compile(bilateral: &Path) -> Result<Row> {
    let root = crate::root();
    let folder = root.join("target/bench/rows");
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(root.join("data"))? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    let mut figures = fs::read_to_string(folder.join("figures.csv"))?;
    let mut citations = fs::read_to_string(folder.join("citations.csv"))?;
    for row in 0..ROWS / 2 {
        let year = 1995 + row % 30;
        figures.push_str(&format!(
            "g{row},KZ,exports,{row}000,USD,exact,{year},stated,AZ,false,stated,,\n"
        ));
        citations.push_str(&format!("g{row},s001,,\n"));
    }
    fs::write(folder.join("figures.csv"), figures)?;
    fs::write(folder.join("citations.csv"), citations)?;
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        let status = Command::new(bilateral)
            .arg("compile")
            .arg(&folder)
            .arg("-o")
            .arg(root.join("target/bench/rows.bin"))
            .stdout(Stdio::null())
            .status()
            .with_context(|| format!("cannot start {}", bilateral.display()))?;
        ensure!(status.success(), "the rows were to compile");
        times.push(start.elapsed());
    }
    times.sort();
    let value = times[times.len() / 2].max(Duration::from_micros(1)).as_secs_f64();
    Ok(Row { what: "compile 100,000 rows natively", value, budget: 1.0, unit: " s" })
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn print(rows: &[Row]) {
    println!("\n{:-<78}", "");
    for Row { what, value, budget, unit } in rows {
        let verdict = if value <= budget { "kept" } else { "PASSED ITS BUDGET" };
        println!("{what:<50} {value:>7.2}{unit:<3} of {budget:.2}  {verdict}");
    }
}

fn write(rows: &[Row]) -> Result<()> {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| json!({ "what": row.what, "value": row.value, "budget": row.budget }))
        .collect();
    let file = crate::root().join("target/bench/results.json");
    fs::write(&file, format!("{:#}\n", json!(rows)))?;
    println!("written to {}", file.display());
    Ok(())
}
