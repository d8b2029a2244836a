//! What the project aims at (`benches/budgets.json`), what was measured, and what stands in the way.

use super::samples::Samples;
use super::subject::{BILATERAL, FLOOR, UPLOT};
use anyhow::{Context, Result};
use bilateral::locale::{self, Language, Locale};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;

pub(super) struct Row {
    key: String,
    pub what: String,
    pub budget: f64,
    pub unit: String,
    /// None where it cannot be done at all.
    pub measured: Option<f64>,
    /// What no change of the drawing can go below, in the same unit.
    pub floor: Option<(f64, &'static str)>,
}

impl Row {
    pub(super) fn is_met(&self) -> bool {
        self.measured.is_some_and(|value| value <= self.budget)
    }

    pub(super) fn verdict(&self) -> &'static str {
        match self.measured {
            None => "not possible",
            Some(_) if self.is_met() => "met",
            Some(_) => "missed",
        }
    }

    pub(super) fn told(&self, value: f64) -> String {
        number(value, &self.unit)
    }
}

/// 179,475 bytes, 1.22, 16.1 ms.
pub(super) fn number(value: f64, unit: &str) -> String {
    match unit {
        "bytes" => thousands(value),
        "ms" => format!("{value:.1} ms"),
        "s" => format!("{value:.2} s"),
        _ => format!("{value:.2}"),
    }
}

pub(super) fn thousands(value: f64) -> String {
    locale::number(Locale::of(Language::EN), value, 0)
}

/// All budgets, in the file's order.
pub(super) fn judge(samples: &Samples) -> Result<Vec<Row>> {
    let file = fs::read(crate::root().join("benches/budgets.json"))?;
    let budgets: Value = serde_json::from_slice(&file)?;
    let weights = weights()?;
    let row = |one: &Value| {
        let text = |name: &str| one[name].as_str().map(str::to_owned).context("a text");
        let key = text("key")?;
        let (measured, floor) = found(&key, samples, &weights)?;
        let budget = one["budget"].as_f64().context("a number")?;
        Ok(Row { what: text("what")?, unit: text("unit")?, key, budget, measured, floor })
    };
    budgets.as_array().context("a list")?.iter().map(row).collect()
}

type Found = (Option<f64>, Option<(f64, &'static str)>);

fn found(key: &str, samples: &Samples, weights: &Value) -> Result<Found> {
    let own = |metric: &str| samples.median(BILATERAL, metric);
    let weight = |name: &str| weights[name].as_f64();
    let growth = |large: &str, small: &str| Some(own(large)? / own(small)?);
    let of_uplot = |metric: &str, subject: &str| samples.ratio(metric, subject, UPLOT);
    let hand = |metric: &str| of_uplot(metric, "hand").map(|floor| (floor, "a canvas by hand"));
    let arrived = |metric: &str, subject: &str, other: &str| {
        samples.ratio(metric, subject, other).map(|floor| (floor, "its files come, nothing drawn"))
    };
    let copied = samples.median(FLOOR, "load 16000").zip(own("redraw"));
    let copied = copied.map(|(copy, redraw)| (copy / redraw, "the rows to a text and back"));
    let timeline =
        if samples.ratio("http", "vis", "timelinejs") < Some(1.0) { "vis" } else { "timelinejs" };
    Ok(match key {
        "bytes" => (weight("first_brotli"), None),
        "all" => (weight("all_brotli"), None),
        "script" => (weight("script_gzip"), None),
        "packed" => (Some(packed()?), None),
        "http" | "disk" => (of_uplot(key, BILATERAL), arrived(key, "arrived", UPLOT)),
        "phone" => (of_uplot("phone", "slim"), arrived("phone", "arrived-slim", UPLOT)),
        "phone-highcharts" => (
            samples.ratio("phone", "slim", "highcharts"),
            arrived("phone", "arrived-slim", "highcharts"),
        ),
        "events" => {
            (samples.ratio("http", "events", timeline), arrived("http", "arrived", timeline))
        }
        "redraw" | "hover" => (of_uplot(key, BILATERAL), hand(key)),
        "lane" => (own("lane 10000"), None),
        "lane-growth" => (growth("lane 20000", "lane 10000"), None),
        "days" => (growth("days 8000", "days 1000"), None),
        "load" => (growth("load 16000", "redraw"), copied),
        "load-hover" => (own("days 16000 hover"), None),
        "rows" => (growth("load 200000", "load 100000"), None),
        "rows-task" => (own("load 200000 task"), None),
        "million" => (None, hand("million")),
        // The browser's own, at the end of the frame, is not forced.
        "layouts" => (own("redraw layouts").map(|layouts| (layouts - 1.0).max(0.0)), None),
        "memory" => (own("memory"), None),
        "compile" => (own("compile"), None),
        _ => anyhow::bail!("nothing measures the budget `{key}`"),
    })
}

/// What `cargo xtask build` found `pkg/` to weigh.
fn weights() -> Result<Value> {
    let built: Value = serde_json::from_slice(&fs::read(crate::root().join("pkg/build.json"))?)?;
    Ok(built["weights"].clone())
}

/// The script of the figure that all draw, packed in one language: gzip.
fn packed() -> Result<f64> {
    let script = fs::read(super::folder().join("pages/packed/bilateral.js"))?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&script)?;
    Ok(encoder.finish()?.len() as f64)
}

pub(super) fn print(rows: &[Row]) {
    println!("\n{:-<104}", "");
    for row in rows {
        let measured = row.measured.map(|value| row.told(value)).unwrap_or_default();
        let floor = row.floor.filter(|_| !row.is_met());
        let floor = floor.map(|(value, what)| format!("floor {}: {what}", row.told(value)));
        println!(
            "{:<64} {measured:>9} of {:>8}  {} {}",
            row.what,
            row.told(row.budget),
            row.verdict(),
            floor.unwrap_or_default()
        );
    }
}

pub(super) fn json(rows: &[Row]) -> Value {
    let row = |row: &Row| {
        json!({
            "key": row.key, "what": row.what, "unit": row.unit, "budget": row.budget,
            "measured": row.measured, "verdict": row.verdict(),
            "floor": row.floor.map(|(value, what)| json!({ "value": value, "what": what })),
        })
    };
    rows.iter().map(row).collect()
}
