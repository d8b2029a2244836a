//! What Bilateral alone is held to: many events, many days, large datasets.

use super::lab::{Lab, Line};
use super::samples::Samples;
use super::subject::{BILATERAL, FLOOR, UPLOT, named};
use anyhow::{Context, Result};

/// Runs of each at most.
const ROUNDS: usize = 3;

pub(super) async fn measure(lab: &Lab, samples: &mut Samples) -> Result<()> {
    let rounds = lab.runs.min(ROUNDS);
    for round in 1..=rounds {
        redraws(lab, samples).await?;
        million(lab, samples).await?;
        loads(lab, samples).await?;
        println!("    large data: {round} of {rounds} rounds");
    }
    Ok(())
}

async fn redraws(lab: &Lab, samples: &mut Samples) -> Result<()> {
    for (metric, page) in [
        ("lane 10000", "bilateral.html?view=events&points=30&partners=1&events=10000"),
        ("lane 20000", "bilateral.html?view=events&points=30&partners=1&events=20000"),
        ("days 1000", "bilateral.html?view=trade&points=1000&partners=1&events=0"),
        ("days 8000", "bilateral.html?view=trade&points=8000&partners=1&events=0"),
    ] {
        lab.load(page, Line::Fast).await?;
        samples.add(BILATERAL, metric, lab.frame("redraw").await?.0);
    }
    let page = "bilateral.html?view=trade&points=16000&partners=1&events=0";
    lab.load(page, Line::Fast).await?;
    samples.add(BILATERAL, "days 16000 hover", lab.frame("hover").await?.0);
    Ok(())
}

/// No table of the widget's takes a million rows: the floor is what others need.
async fn million(lab: &Lab, samples: &mut Samples) -> Result<()> {
    for key in [UPLOT, "hand"] {
        let page = format!("{}?points=1000000&partners=1&events=0", named(key).page);
        lab.load(&page, Line::Fast).await?;
        samples.add(key, "million", lab.frame("redraw").await?.0);
    }
    Ok(())
}

async fn loads(lab: &Lab, samples: &mut Samples) -> Result<()> {
    const COPY: &str = "window.copy = JSON.parse(JSON.stringify(window.given)); await frames(2);";
    const LOAD: &str =
        "await document.querySelector('bilateral-chart').load(window.given); await frames(2);";
    for (rows, partners) in [(16_000, 1), (100_000, 16), (200_000, 16)] {
        lab.load("bilateral.html?view=trade", Line::Fast).await?;
        let make = format!(
            "const shown = {{ points: {rows}, partners: {partners}, events: 0 }};
            window.given = dataset(clock.figure(shown));
            await frames(5);
            window.longest = clock.longest();"
        );
        lab.browser.run_async(&make).await?;
        samples.add(BILATERAL, &format!("load {rows}"), lab.busy(LOAD).await?);
        let longest = lab.browser.run_async("await frames(5); return longest();").await?;
        samples.add(BILATERAL, &format!("load {rows} task"), longest.as_f64().context("a time")?);
        samples.add(FLOOR, &format!("load {rows}"), lab.busy(COPY).await?);
    }
    lab.load(named(BILATERAL).page, Line::Fast).await?;
    let memory = lab.browser.run("return window.memory?.buffer.byteLength;").await?;
    samples.add(BILATERAL, "memory", memory.as_f64().context("the module's memory")?);
    Ok(())
}
