//! A widget of another dataset, packed from `pkg/` and opened as a reader would.

use crate::Bench;
use anyhow::{Context, Result, anyhow, ensure};
use bilateral::dataset::{Dataset, read_dir};
use bilateral::publish::{Base, Told, fingerprint, pack};
use serde_json::json;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What stands on a chart: its headline, its partners, and a bit of its footer.
const SHOWN: &str = "
    const root = document.querySelector('bilateral-chart').shadowRoot;
    return [root.getElementById('headline').textContent,
        [...root.querySelectorAll('.chip')].map((chip) => chip.dataset.code),
        root.querySelector('.footer').textContent.includes('Example Office')];";

pub(crate) async fn a_packed_dataset_is_shown_from_files(bench: &Bench) -> Result<()> {
    let folder = TempDir::with_prefix("bilateral-packed-")?;
    let data = small(folder.path())?;
    let told = Told::new(data.clone(), None, &[]).map_err(|error| anyhow!(error))?;
    let files = pack(&told, &browser::root().join("pkg"), &Base::relative(), Vec::new())
        .map_err(|error| anyhow!(error))?;
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
        fs::write(path, bytes)?;
    }
    let expected = "Trade with Georgia grew by 40% from 2021 to 2022, by Azerbaijani statistics";
    let page = format!("file://{}/bilateral.html?lang=en", folder.path().display());
    bench.browser.open_page(&page).await?;
    let shown = bench.browser.run(SHOWN).await?;
    ensure!(shown == json!([expected, ["GE"], true]), "the page shows {shown}");
    let svg = "const chart = document.querySelector('bilateral-chart');
        return (await chart.toBlob('svg')).text();";
    let svg = bench.browser.run_async(svg).await?;
    let sum = fingerprint(&data)?;
    ensure!(svg.as_str().is_some_and(|svg| svg.contains(&sum)), "no {sum} in {svg}");

    let host = "<!doctype html><html lang=\"kk\"><script src=\"probe.js\"></script>\
        <script async src=\"bilateral.js\"></script><bilateral-chart></bilateral-chart></html>";
    fs::write(folder.path().join("host.html"), host)?;
    let probe = browser::root().join("tests/browser/pages/probe.js");
    fs::copy(probe, folder.path().join("probe.js"))?;
    let page = format!("file://{}/host.html", folder.path().display());
    bench.browser.open_page(&page).await?;
    let shown = bench.browser.run(SHOWN).await?;
    let headline = shown[0].as_str().unwrap_or_default();
    ensure!(headline.contains("Грузия"), "the element shows {shown}");
    ensure!(shown[1] == json!(["GE"]), "the element shows {shown}");
    bench.browser.quiet().await
}

/// The small package: tables of its own, and the project's schemas under another name.
pub(crate) fn small(folder: &Path) -> Result<Dataset> {
    let root = browser::root();
    let data = folder.join("data");
    fs::create_dir(&data)?;
    for entry in fs::read_dir(root.join("tests/fixtures/small"))? {
        let path = entry?.path();
        fs::copy(&path, data.join(path.file_name().context("a file has a name")?))?;
    }
    let package = fs::read_to_string(root.join("tests/bad-data/good/datapackage.json"))?;
    let package = package.replacen("\"name\": \"bilateral\"", "\"name\": \"small\"", 1);
    fs::write(data.join("datapackage.json"), package)?;
    read_dir(&data).map_err(|found| anyhow!("{} faults in tests/fixtures/small", found.len()))
}
