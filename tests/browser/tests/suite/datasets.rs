//! Several scripts on a page, each with a dataset of its own: none is shown for another.

use crate::Bench;
use crate::pack::small;
use anyhow::{Context, Result, anyhow, ensure};
use bilateral::publish::{Base, Told, module_of, pack, payload, place};
use browser::server::Made;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::io::Write;
use tempfile::TempDir;

/// Of each chart the partners' chips, or that its fallback stands.
const SHOWN: &str = "
    const charts = [...document.querySelectorAll('bilateral-chart, div.bilateral-chart')];
    return charts.map((host) => {
        const chart = host.shadowRoot?.querySelector('bilateral-chart') ?? host;
        const root = chart.shadowRoot;
        if (!root || root.querySelector('figure').hidden) return 'fallback';
        return [...root.querySelectorAll('.chip')].map((chip) => chip.dataset.code).join(' ');
    });";

/// The chips of the two datasets.
const SMALL: &str = "GE";

/// The script of the small package.
fn script(bench: &Bench) -> Result<String> {
    let folder = TempDir::with_prefix("bilateral-datasets-")?;
    let told = Told::new(small(folder.path())?, None, &[]).map_err(|error| anyhow!(error))?;
    let files = pack(&told, &browser::root().join("pkg"), &Base::relative(), Vec::new())
        .map_err(|error| anyhow!(error))?;
    let (_, script) =
        files.into_iter().find(|(name, _)| name == "bilateral.js").context("there is a script")?;
    let script = String::from_utf8(script)?;
    put(bench, "two/bilateral.js", script.as_bytes(), "text/javascript");
    Ok(script)
}

/// A script with the module that it carries, changed, under another name.
pub(crate) fn repacked(
    script: &str,
    name: &str,
    change: impl FnOnce(Vec<u8>) -> Result<Vec<u8>>,
) -> Result<String> {
    let module = change(module_of(script).map_err(|error| anyhow!(error))?)?;
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(&module)?;
    let other = payload(name, "0", &packer.finish()?);
    let place = place(script).map_err(|error| anyhow!(error))?;
    Ok([&script[..place.start], &other, &script[place.end..]].concat())
}

/// The same, its dataset in another format.
pub(crate) fn of_format(script: &str, digit: u8, name: &str) -> Result<String> {
    repacked(script, name, |mut module| {
        let format = b"\"format\":1";
        let at =
            module.windows(format.len()).position(|window| window == format).context("a format")?;
        module[at + format.len() - 1] = digit;
        Ok(module)
    })
}

fn put(bench: &Bench, path: &str, body: &[u8], kind: &'static str) {
    bench.site.put(path, Made { body: body.to_vec(), kind, policy: "" });
}

/// Opens a page with this content; charts stand side by side, as one out of sight is not drawn.
async fn open(bench: &Bench, content: &str) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><script src=\"/probe.js\"></script>\
         <body style=\"display: grid; grid-template-columns: repeat(3, 1fr)\">{content}</html>"
    );
    put(bench, "datasets.html", page.as_bytes(), "text/html");
    // Some of the charts are to wait.
    Ok(bench.browser.client.goto(&bench.site.url("datasets.html")).await?)
}

async fn shows(bench: &Bench, expected: &Value) -> Result<()> {
    let until = format!(
        "const shown = (() => {{ {SHOWN} }})(); return JSON.stringify(shown) === '{expected}';"
    );
    if bench.browser.until("each chart shows its dataset", &until).await.is_err() {
        let shown = bench.browser.run(SHOWN).await?;
        return Err(anyhow!("the charts show {shown}, not {expected}"));
    }
    Ok(())
}

async fn problems(bench: &Bench) -> Result<String> {
    Ok(bench.browser.run("return probe.problems.join('\\n');").await?.to_string())
}

const CHARTS: &str = "<bilateral-chart dataset=\"small\" view=\"trade\">words</bilateral-chart>\
    <bilateral-chart dataset=\"bilateral\" view=\"trade\">words</bilateral-chart>\
    <div class=\"bilateral-chart\" data-dataset=\"small\" data-view=\"trade\">words</div>";
const ONE: &str = "src=\"/pkg/bilateral.js\"></script>";
const TWO: &str = "src=\"/two/bilateral.js\"></script>";

pub(crate) async fn each_chart_shows_the_dataset_that_it_names_in_any_order(
    bench: &Bench,
) -> Result<()> {
    script(bench)?;
    open(bench, &format!("<script {ONE}{}", "<bilateral-chart view=\"trade\"></bilateral-chart>"))
        .await?;
    bench.browser.until("a chart", "return probe.told.some(([type]) => type === 'ready');").await?;
    let ours = bench.browser.run(SHOWN).await?[0].clone();
    ensure!(ours != SMALL, "both datasets have the partners {ours}");
    let expected = json!([SMALL, ours, SMALL]);
    for content in [
        format!("<script {ONE}<script {TWO}{CHARTS}"),
        format!("<script {TWO}<script {ONE}{CHARTS}"),
        format!("{CHARTS}<script {ONE}<script {TWO}"),
        format!("<script async {ONE}<script async {TWO}{CHARTS}"),
        format!("<script defer {TWO}{CHARTS}<script {ONE}"),
        format!("<script {ONE}{CHARTS}<script {TWO}<script {TWO}<script {ONE}"),
    ] {
        open(bench, &content).await?;
        shows(bench, &expected).await.with_context(|| content.clone())?;
        let modules = bench.browser.run("return probe.modules;").await?;
        ensure!(modules == 1, "{modules} modules run: {content}");
        bench.browser.quiet().await.with_context(|| content.clone())?;
    }
    Ok(())
}

pub(crate) async fn a_chart_waits_for_its_dataset_and_keeps_what_stands_in_it(
    bench: &Bench,
) -> Result<()> {
    script(bench)?;
    let chart = "<bilateral-chart dataset=\"small\" view=\"trade\">words</bilateral-chart>";
    let named = "<bilateral-chart dataset=\"bilateral\" view=\"trade\">words</bilateral-chart>";
    open(bench, &format!("<script {ONE}{chart}{named}")).await?;
    bench.browser.until("a chart", "return probe.told.some(([type]) => type === 'ready');").await?;
    let shown = bench.browser.run(SHOWN).await?;
    ensure!(shown[0] == "fallback" && shown[1] != "fallback", "the charts show {shown}");
    in_vain(bench, "small").await?;
    let inject = "const script = document.createElement('script');
        script.src = '/two/bilateral.js'; document.head.append(script);";
    bench.browser.run(inject).await?;
    shows(bench, &json!([SMALL, shown[1]])).await?;
    // One that names another, which nobody brings, shows none.
    let rename = "document.querySelector('bilateral-chart').setAttribute('dataset', 'nobody');";
    bench.browser.run(rename).await?;
    shows(bench, &json!(["fallback", shown[1]])).await?;
    in_vain(bench, "nobody").await?;
    let back = "document.querySelector('bilateral-chart').setAttribute('dataset', 'bilateral');";
    bench.browser.run(back).await?;
    shows(bench, &json!([shown[1], shown[1]])).await?;
    bench.browser.quiet().await
}

/// Once the page is loaded, a dataset that no script has brought is told once.
async fn in_vain(bench: &Bench, name: &str) -> Result<()> {
    bench.browser.until("a warning", "return probe.problems.length > 0;").await?;
    let told = problems(bench).await?;
    let is_told = told.contains("no script of this page has brought") && told.contains(name);
    ensure!(is_told && told.matches("console.warn").count() == 1, "{told}");
    bench.browser.run("probe.problems.length = 0;").await?;
    Ok(())
}

pub(crate) async fn a_chart_that_names_none_of_two_is_told(bench: &Bench) -> Result<()> {
    script(bench)?;
    let chart = "<bilateral-chart view=\"trade\">words</bilateral-chart>";
    for (content, first) in [
        (format!("{chart}<script {TWO}{chart}<script {ONE}"), "small"),
        (format!("<script {ONE}<script {TWO}{chart}"), "bilateral"),
    ] {
        open(bench, &content).await?;
        bench
            .browser
            .until("a chart", "return probe.told.some(([type]) => type === 'ready');")
            .await?;
        bench.browser.until("a warning", "return probe.problems.length > 0;").await?;
        let told = problems(bench).await?;
        let named = told.contains("small") && told.contains("bilateral");
        ensure!(named && told.contains("came first"), "{told}");
        ensure!(told.matches("console.warn").count() == 1, "{told}");
        let shown = bench.browser.run(SHOWN).await?;
        ensure!((shown[0] == SMALL) == (first == "small"), "{content} shows {shown}");
    }
    Ok(())
}

pub(crate) async fn scripts_of_other_versions_say_so_and_show_nothing_wrong(
    bench: &Bench,
) -> Result<()> {
    let newer = of_format(&script(bench)?, b'9', "newer")?;
    put(bench, "newer/bilateral.js", newer.as_bytes(), "text/javascript");
    let chart = "<bilateral-chart dataset=\"newer\">words</bilateral-chart>";
    open(bench, &format!("<script {ONE}{chart}<script src=\"/newer/bilateral.js\"></script>"))
        .await?;
    bench
        .browser
        .until("an error", "return probe.told.some(([type]) => type === 'error');")
        .await?;
    let told = problems(bench).await?;
    ensure!(told.contains("is packed by a newer version than"), "{told}");
    shows(bench, &json!(["fallback"])).await?;

    // A script from before scripts could bring datasets.
    let old = "customElements.define('bilateral-chart', class extends HTMLElement {});";
    put(bench, "old.js", old.as_bytes(), "text/javascript");
    open(bench, &format!("<script src=\"/old.js\"></script>{chart}<script {ONE}")).await?;
    bench.browser.until("a warning", "return probe.problems.length > 0;").await?;
    let told = problems(bench).await?;
    ensure!(told.contains("an older bilateral.js came first on this page"), "{told}");
    Ok(())
}
