//! What the reader's screen shows, device pixel by device pixel.

use crate::Bench;
use anyhow::{Result, ensure};
use browser::picture::{Picture, shot, window};
use serde_json::json;
use std::collections::BTreeMap;

type Pixel = [u8; 3];

/// The plot's place in CSS pixels, and the theme's ground, grid and rule.
const PLOT: &str = "
  const root = document.querySelector('bilateral-chart').shadowRoot;
  const { left, top, width, height } = root.querySelector('.plot').getBoundingClientRect();
  const style = getComputedStyle(root.querySelector('figure'));
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  return [[left, top, width, height], ['ground', 'grid', 'rule'].map(color)];";

pub(crate) async fn hairlines_are_whole_device_rows_at_every_ratio(bench: &Bench) -> Result<()> {
    for ratio in [1.0, 1.5, 2.0, 3.0] {
        window(&bench.browser, 800, 1000, ratio).await?;
        bench.browser.open_page(&bench.site.url("host.html")).await?;
        bench.browser.run_async("await frames(3);").await?;
        let plot = bench.browser.run(PLOT).await?;
        let (rect, colors): ([f64; 4], [String; 3]) = serde_json::from_value(plot)?;
        let [ground, grid, rule] = [&colors[0], &colors[1], &colors[2]].map(|text| pixel(text));
        let picture = Picture::decode(&shot(&bench.browser).await?)?;
        ensure!(picture.width == (800.0 * ratio) as usize, "{} pixels wide", picture.width);
        let [left, top, width, height] = rect.map(|length| (length * ratio).round() as usize);
        let mut thickness = Vec::new();
        let mut run = 0;
        for y in top..(top + height).min(picture.height) {
            let row = &picture.row(y)[left..left + width];
            let (most, count) = commonest(row);
            if count * 2 > width {
                let known = most == ground || most == grid || most == rule;
                ensure!(known, "ratio {ratio}: row {y} is mostly {most:?}, no colour of the theme");
            }
            if most == grid && count * 2 > width {
                run += 1;
            } else if run > 0 {
                thickness.push(run);
                run = 0;
            }
        }
        ensure!(thickness.len() >= 6, "ratio {ratio}: {} grid lines", thickness.len());
        let expected = (ratio + 0.01).round() as usize;
        let even = thickness.iter().all(|rows| *rows == expected || *rows == ratio as usize);
        ensure!(even, "ratio {ratio}: grid lines are {thickness:?} device rows thick");
        bench.browser.quiet().await?;
    }
    clear(bench).await
}

/// By the browser's own zoom, as an emulated ratio is told to no listener in Chromium.
pub(crate) async fn a_change_of_ratio_draws_anew(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    bench.browser.run("document.querySelector('bilateral-chart').style.width = '400px';").await?;
    for zoom in [2.0, 1.5, 1.0] {
        bench.browser.zoom(zoom).await?;
        let script = "await frames(4);
            const canvas = document.querySelector('bilateral-chart').shadowRoot.querySelector('canvas');
            return [devicePixelRatio, canvas.width / canvas.getBoundingClientRect().width];";
        let found = bench.browser.run_async(script).await?;
        let [now, drawn]: [f64; 2] = serde_json::from_value(found)?;
        let right = (now - zoom).abs() < 0.01 && (drawn - zoom).abs() < 0.01;
        ensure!(right, "zoomed to {zoom}: the ratio is {now}, drawn for {drawn}");
    }
    bench.browser.quiet().await
}

pub(crate) async fn dark_and_forced_colours_draw_anew(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let ground = "await frames(4);
        const root = document.querySelector('bilateral-chart').shadowRoot;
        const context = root.querySelector('canvas').getContext('2d');
        const pixel = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
        const style = getComputedStyle(root.querySelector('figure'));
        return [pixel, style.getPropertyValue('--ink').trim()];";
    let media = |name: &str, value: &str| json!({ "features": [{ "name": name, "value": value }] });
    let mut grounds = Vec::new();
    for (name, value) in [
        ("prefers-color-scheme", "light"),
        ("prefers-color-scheme", "dark"),
        ("prefers-color-scheme", "light"),
        ("forced-colors", "active"),
    ] {
        bench.browser.devtools("Emulation.setEmulatedMedia", media(name, value)).await?;
        let found: (Pixel, String) =
            serde_json::from_value(bench.browser.run_async(ground).await?)?;
        grounds.push(found);
    }
    bench.browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    let [light, dark, again, forced] = &grounds[..] else { unreachable!("four schemes") };
    ensure!(light == again, "light is {light:?} and then {again:?}");
    ensure!(dark.0.iter().all(|part| *part < 64), "dark is {dark:?}");
    ensure!(forced.1 == "#000000", "forced colours are {forced:?}, not the system's");
    bench.browser.quiet().await
}

async fn clear(bench: &Bench) -> Result<()> {
    bench.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(())
}

/// `#rrggbb`
fn pixel(text: &str) -> Pixel {
    let number = u32::from_str_radix(text.trim_start_matches('#'), 16).unwrap_or_default();
    [(number >> 16) as u8, (number >> 8) as u8, number as u8]
}

fn commonest(row: &[Pixel]) -> (Pixel, usize) {
    let mut counts = BTreeMap::new();
    for pixel in row {
        *counts.entry(*pixel).or_insert(0) += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).unwrap_or_default()
}
