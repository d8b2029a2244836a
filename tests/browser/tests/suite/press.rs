//! What can be seen can be pressed: each control and mark by a real pointer, at every width and in
//! every state that moves the layout. A failure names view, width, state and control.
//!
//! `BILATERAL_PRESS=all` takes all of them; otherwise a fixed sample is taken.

use crate::Bench;
use anyhow::{Context, Result, bail, ensure};
use browser::engine::Kind;
use browser::picture::window;
use serde_json::Value;
use std::env;

const SCRIPT: &str = include_str!("press.js");

const VIEWS: [&str; 5] = ["story", "trade", "events", "sectors", "table"];
const WIDTHS: [u32; 6] = [320, 360, 430, 600, 1000, 1600];
const STATES: [&str; 11] = [
    "plain",
    "options",
    "regions",
    "card",
    "listed",
    "cluster",
    "compare",
    "indexed",
    "no controls",
    "height",
    "range",
];

/// Of the controls, how many are pressed in a sample.
const PRESSES: usize = 45;
/// How often a walk is asked for its end, about half a second apart.
const MOMENTS: usize = 600;
/// A prime, so that views, widths and states are met in turn.
const STRIDE: usize = 37;

async fn open(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    bench.browser.run(&format!("{SCRIPT} return true;")).await?;
    Ok(())
}

fn all() -> bool {
    env::var("BILATERAL_PRESS").is_ok_and(|what| what == "all")
}

/// Each view at each width in each state, where it makes sense.
fn places() -> Vec<(&'static str, u32, &'static str)> {
    let mut places = Vec::new();
    for state in STATES {
        for view in VIEWS {
            let has = match state {
                "indexed" => view == "trade",
                "compare" => matches!(view, "story" | "trade"),
                "card" | "listed" | "height" => view != "table",
                "cluster" => matches!(view, "story" | "events"),
                "range" => !matches!(view, "sectors" | "table"),
                _ => true,
            };
            let widths = WIDTHS.into_iter().filter(|_| has);
            places.extend(widths.map(|width| (view, width, state)));
        }
    }
    places
}

pub(crate) async fn nothing_lies_over_a_control(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let mut found = Vec::new();
    for (at, (view, width, state)) in places().into_iter().enumerate() {
        // Each state at three of the widths, each width in half of the states; in the slower engines
        // in a quarter, each of them in another one.
        let (share, phase) = match bench.browser.engine.kind {
            Kind::Chromium => (2, 0),
            Kind::Firefox => (4, 1),
            Kind::Webkit => (4, 3),
        };
        if !all() && (at + at / WIDTHS.len()) % share != phase && state != "plain" {
            continue;
        }
        let script = format!("return press.missed('{view}', {width}, '{state}');");
        let missed = bench.browser.run_async(&script).await?;
        for what in missed.as_array().context("a list")? {
            let what = what.as_str().unwrap_or_default();
            found.push(format!("{view}, {width} px, {state}: {what}"));
        }
    }
    ensure!(found.is_empty(), "{} controls:\n{}", found.len(), found.join("\n"));
    bench.browser.quiet().await
}

pub(crate) async fn each_press_changes_something(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let places = places();
    let presses = if all() { places.len() * 30 } else { PRESSES };
    let mut found = Vec::new();
    for press in 0..presses {
        let (view, width, state) = places[press * STRIDE % places.len()];
        let seed = if all() { press / places.len() } else { press * 13 };
        let script = format!("return press.aim('{view}', {width}, '{state}', {seed});");
        let aim = bench.browser.run_async(&script).await?;
        let Some([x, y, name]) = aim.as_array().map(Vec::as_slice) else { continue };
        let (x, y) = (x.as_f64().context("x")?, y.as_f64().context("y")?);
        bench.browser.click(x, y).await?;
        if bench.browser.run_async("return press.changed();").await? != Value::Bool(true) {
            found.push(format!("{view}, {width} px, {state}: {name} changes nothing"));
        }
    }
    ensure!(found.is_empty(), "{} presses:\n{}", found.len(), found.join("\n"));
    Ok(())
}

/// The marks of a view; a walk through all of them takes longer than a script may.
async fn walked(bench: &Bench, what: &str) -> Result<Value> {
    let walk = format!(
        "press.walked = undefined;
        press.marks({what}).then((marks) => press.walked = marks, (error) => press.walked = String(error));
        return true;"
    );
    bench.browser.run(&walk).await?;
    for _ in 0..MOMENTS {
        let wait = "await press.frames(30); return press.walked ?? null;";
        let marks = bench.browser.run_async(wait).await?;
        if !marks.is_null() {
            return Ok(marks);
        }
    }
    bail!("the walk through {what} does not end");
}

pub(crate) async fn the_card_that_opens_is_of_the_mark_under_the_finger(
    bench: &Bench,
) -> Result<()> {
    open(bench).await?;
    let most = if all() { 200 } else { 6 };
    let mut found = Vec::new();
    let mut pressed = 0;
    for (at, view) in ["story", "trade", "events", "sectors"].into_iter().enumerate() {
        for (index, width) in WIDTHS.into_iter().enumerate() {
            if !all() && (at + index) % 2 == 1 {
                continue;
            }
            let (start, step) = if all() { (0, 1) } else { (at + index, 3) };
            let marks =
                walked(bench, &format!("'{view}', {width}, {start}, {step}, {most}")).await?;
            for mark in marks.as_array().context("a list")? {
                let spot: [Value; 3] = serde_json::from_value(
                    bench.browser.run_async(&format!("return press.bring({mark});")).await?,
                )?;
                let (x, y) = (spot[0].as_f64().context("x")?, spot[1].as_f64().context("y")?);
                let title = &mark[2];
                if spot[2] != "" {
                    found.push(format!("{view}, {width} px: {title} lies under {}", spot[2]));
                    continue;
                }
                bench.browser.click(x, y).await?;
                let pinned = bench.browser.run("return press.pinned();").await?;
                pressed += 1;
                // A record of a cluster stands where the cluster does.
                let title = title.as_str().unwrap_or_default();
                let told = pinned.as_array().into_iter().flatten().filter_map(Value::as_str);
                if !told.into_iter().any(|line| line.contains(title)) {
                    found.push(format!("{view}, {width} px: a press on {title} opens {pinned}"));
                }
            }
        }
    }
    ensure!(found.is_empty(), "{} marks:\n{}", found.len(), found.join("\n"));
    ensure!(pressed > 40, "only {pressed} marks were pressed");
    Ok(())
}

/// On a phone, wherever in the window the mark is pressed.
pub(crate) async fn a_card_leaves_its_mark_in_the_window(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let mut found = Vec::new();
    let mut pressed = 0;
    for height in [640, 480] {
        window(&bench.browser, 360, height, 1.0).await?;
        for view in ["story", "trade", "events", "sectors"] {
            let marks = walked(bench, &format!("'{view}', 344, 1, 5, 6")).await?;
            for (at, mark) in marks.as_array().context("a list")?.iter().enumerate() {
                let share = [0.2, 0.5, 0.8][at % 3];
                let bring = format!("return press.bring({mark}, {share});");
                let spot: [Value; 3] =
                    serde_json::from_value(bench.browser.run_async(&bring).await?)?;
                if spot[2] != "" {
                    continue;
                }
                let (x, y) = (spot[0].as_f64().context("x")?, spot[1].as_f64().context("y")?);
                bench.browser.click(x, y).await?;
                let seen = format!("await press.frames(3); return press.seen({mark});");
                let seen: [f64; 2] = serde_json::from_value(bench.browser.run_async(&seen).await?)?;
                pressed += 1;
                if seen[0] > 0.0 || seen[1] < 60.0 {
                    found.push(format!("{view}, {height}, {share}: {mark}: {seen:?}"));
                }
            }
        }
    }
    bench.browser.devtools("Emulation.clearDeviceMetricsOverride", serde_json::json!({})).await?;
    ensure!(found.is_empty(), "{} of {pressed} marks:\n{}", found.len(), found.join("\n"));
    ensure!(pressed > 25, "only {pressed} marks were pressed");
    Ok(())
}
