//! What a page does all day: charts come, go, load and are pressed, by a seed that replays.
//!
//! `BILATERAL_SOAK` says how many acts, `BILATERAL_SEED` which ones; `cargo xtask soak` sets both.

use crate::Bench;
use crate::life::counts;
use anyhow::{Result, bail, ensure};
use bilateral::dataset::{Dataset, to_json};
use browser::engine::Kind;
use serde_json::json;
use std::env;

const SCRIPT: &str = include_str!("soak.js");
/// Acts of the ordinary run.
const ACTS: u32 = 240;
/// Acts in one call of the driver, which waits half a minute.
const ROUND: u32 = 20;

pub(crate) async fn a_day_leaves_nothing_behind(bench: &Bench) -> Result<()> {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u32>().ok());
    let seed = number("BILATERAL_SEED").unwrap_or(1);
    let acts = number("BILATERAL_SOAK").unwrap_or(ACTS);
    let chromium = bench.browser.engine.kind == Kind::Chromium;
    let mut other = serde_json::to_value(to_json(&Dataset::embedded()))?;
    other["projects"] = json!([]);
    bench.browser.client.goto(&bench.site.url("empty.html")).await?;
    if chromium {
        bench.browser.devtools("Performance.enable", json!({})).await?;
    }
    let start = format!("{SCRIPT}\nwindow.soak = makeSoak({seed}, {other}); return 0;");
    bench.browser.run(&start).await?;
    // The first third warms up: what stays then is kept for all that comes.
    let (mut before, mut marks) = (Vec::new(), Vec::new());
    for round in 0..acts.div_ceil(ROUND) {
        let told = bench.browser.run_async(&format!("return soak.run({ROUND});")).await?;
        if told != json!("") {
            bail!("seed {seed}, acts {} to {}: {told}", round * ROUND, (round + 1) * ROUND);
        }
        if round + 1 == acts.div_ceil(ROUND).div_ceil(3) || round + 1 == acts.div_ceil(ROUND) {
            marks.push(bench.browser.run_async("return soak.clear();").await?);
            if chromium && before.is_empty() {
                before = counts(bench).await?;
            }
        }
    }
    let (early, late) = (&marks[0], &marks[marks.len() - 1]);
    ensure!(early[0] == late[0], "seed {seed}: nodes of the page: {early}, {late}");
    let bytes = |mark: &serde_json::Value| mark[1].as_f64().unwrap_or(f64::NAN);
    // A load that is larger than those before may take a step more; what leaks takes many.
    ensure!(
        bytes(late) <= bytes(early) * 1.25,
        "seed {seed}: bytes of the module's memory: {early}, {late}"
    );
    if chromium {
        for ((name, before), (_, after)) in before.iter().zip(&counts(bench).await?) {
            ensure!(after - before < 60.0, "seed {seed}: {name} from {before} to {after}");
        }
    }
    Ok(())
}
