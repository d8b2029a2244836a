//! `cargo xtask bench`: what a reader waits for, against the charts that newsrooms use.
//!
//! All pages draw the same figure (`benches/pages/figure.js`). Everything is timed in one Chromium,
//! in turns, so that a busy machine slows all alike: the ratios of medians count, the times do not.

mod budgets;
mod compile;
mod curves;
mod first;
mod frames;
mod lab;
mod machine;
mod markdown;
mod own;
mod page;
mod samples;
mod subject;

use anyhow::{Context, Result, ensure};
use lab::Lab;
use machine::Machine;
use samples::Samples;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Fresh loads of each page where nothing else is asked for.
pub const LOADS: usize = 15;
/// How many the document's numbers are medians of at least.
const ENOUGH: usize = 5;

/// The document that a whole run writes its tables into.
const DOCUMENT: &str = "docs/performance.md";

/// Times everything and prints the budgets; passing one is told, and is no failure. Writes
/// `target/bench/`: `bench.json`, `index.html` and `performance.md`. Fewer loads than [`ENOUGH`] are
/// for trying, and leave the document as it is.
pub async fn bench(bilateral: &Path, loads: usize) -> Result<()> {
    ensure!(loads > 0, "a median needs a load");
    let folder = folder();
    ensure!(folder.join("pages/packed").is_dir(), "no pages: run `cargo xtask bench`");
    let lab = Lab::open(folder.join("pages"), loads).await?;
    let machine = Machine::of(&lab).await?;
    let mut samples = Samples::default();
    first::measure(&lab, &mut samples).await?;
    frames::measure(&lab, &mut samples).await?;
    own::measure(&lab, &mut samples).await?;
    curves::measure(&lab, &mut samples).await?;
    lab.close().await?;
    compile::measure(bilateral, &mut samples)?;
    let rows = budgets::judge(&samples)?;
    budgets::print(&rows);

    let text = markdown::tables(&machine, &samples, &rows);
    fs::write(folder.join("performance.md"), &text)?;
    let told = json!({
        "machine": machine.json(),
        "loads": loads,
        "budgets": budgets::json(&rows),
        "samples": samples.json(),
    });
    fs::write(folder.join("bench.json"), format!("{told:#}\n"))?;
    page::write(&folder, bilateral, &machine, &samples, &rows)?;
    if loads >= ENOUGH {
        document(&text)?;
    }
    println!("written to {}: bench.json, index.html, performance.md", folder.display());
    Ok(())
}

fn folder() -> PathBuf {
    crate::root().join("target/bench")
}

/// Puts the tables between the document's marks.
fn document(tables: &str) -> Result<()> {
    const BEGIN: &str = "<!-- bench: written by the run -->\n";
    const END: &str = "<!-- bench end -->\n";
    let path = crate::root().join(DOCUMENT);
    let text = fs::read_to_string(&path)?;
    let marks = text.split_once(BEGIN).and_then(|(before, rest)| {
        rest.split_once(END).map(|(_, after)| format!("{before}{BEGIN}{tables}{END}{after}"))
    });
    fs::write(&path, marks.with_context(|| format!("{DOCUMENT} lacks the bench's marks"))?)?;
    println!("{DOCUMENT} has the tables of this run");
    Ok(())
}
