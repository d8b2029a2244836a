//! `cargo run --package browser -- shoot`: pictures of every view for looking at; `guide`: those of
//! docs/own-data.md; and `bench`, which `cargo xtask bench` runs.

use anyhow::{Result, anyhow, bail};
use browser::bench::{LOADS, bench};
use browser::driver::Browser;
use browser::engine::Engine;
use browser::guide;
use browser::picture::{shot, window};
use serde_json::json;
use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const VIEWS: [&str; 5] = ["story", "trade", "events", "sectors", "table"];
const WIDTHS: [u32; 3] = [320, 600, 1000];
const THEMES: [&str; 2] = ["light", "dark"];
const LANGUAGES: [&str; 5] = ["en", "az", "ru", "kk", "tg"];

/// The page form's margin on both sides, in CSS pixels.
const MARGIN: u32 = 32;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let result = match arguments.next().as_deref() {
        Some("shoot") => shoot(&arguments.collect::<Vec<_>>()).await,
        Some("guide") => pictures().await,
        Some("told") => told(&arguments.next().unwrap_or_default()).await,
        Some("bench") => match arguments.next() {
            Some(bilateral) => match arguments.next().map(|loads| loads.parse()) {
                None => bench(Path::new(&bilateral), LOADS).await,
                Some(Ok(loads)) => bench(Path::new(&bilateral), loads).await,
                Some(Err(_)) => Err(anyhow!("expected a number of loads")),
            },
            None => Err(anyhow!("expected the path of the program `bilateral`")),
        },
        _ => {
            eprintln!("usage: browser shoot [WORD…], where each WORD is part of the names to take");
            eprintln!(
                "       browser bench PROGRAM [LOADS], where PROGRAM is `bilateral`, built for release"
            );
            eprintln!("       browser guide, which takes the pictures docs/builder-*.png");
            eprintln!("       browser told URL, where the page at URL lists what it is told");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Opens a page in Chromium, waits until its `told` has `ready` or `error`, and prints all of it.
async fn told(url: &str) -> Result<()> {
    let browser = Browser::open(Engine::chromium()).await?;
    browser.client.goto(url).await?;
    let ended = "return ['ready', 'error'].some((word) => window.told?.includes(word));";
    browser.until("the page is told how it went", ended).await?;
    println!("{}", browser.run("return told;").await?);
    browser.close().await
}

/// Follows the guide of docs/own-data.md through `pkg/builder.html`, and takes its pictures.
async fn pictures() -> Result<()> {
    let browser = Browser::open(Engine::chromium()).await?;
    guide::follow(&browser, Some(&browser::root().join("docs"))).await?;
    browser.close().await
}

/// Writes `target/shots/VIEW-WIDTH-THEME-LANGUAGE.png` of the names that hold every word.
async fn shoot(words: &[String]) -> Result<()> {
    let folder = browser::root().join("target/shots");
    fs::create_dir_all(&folder)?;
    let page = browser::root().join("pkg/bilateral.html");
    let browser = Browser::open(Engine::chromium()).await?;
    let mut taken = 0;
    for view in VIEWS {
        for width in WIDTHS {
            for theme in THEMES {
                for language in LANGUAGES {
                    let name = format!("{view}-{width}-{theme}-{language}");
                    if !words.iter().all(|word| name.contains(word.as_str())) {
                        continue;
                    }
                    let scheme =
                        json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
                    browser.devtools("Emulation.setEmulatedMedia", scheme).await?;
                    window(&browser, width + MARGIN, 1600, 2.0).await?;
                    let url = format!("file://{}?view={view}&lang={language}", page.display());
                    browser.open_page(&url).await?;
                    let height = "await frames(3);
                        return Math.ceil(document.body.getBoundingClientRect().height);";
                    let height = browser.run_async(height).await?.as_u64().unwrap_or(1600);
                    window(&browser, width + MARGIN, height as u32, 2.0).await?;
                    browser.run_async("await frames(3);").await?;
                    fs::write(folder.join(format!("{name}.png")), shot(&browser).await?)?;
                    taken += 1;
                }
            }
        }
    }
    browser.close().await?;
    if taken == 0 {
        bail!("no name holds all of {words:?}");
    }
    println!("{taken} pictures in {}", folder.display());
    Ok(())
}
