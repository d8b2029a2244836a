//! Where and how a chart comes to stand.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

const VIEWS: [&str; 3] = ["story", "trade", "events"];
const LANGUAGES: [&str; 5] = ["en", "az", "ru", "kk", "tg"];

pub(crate) async fn every_view_over_http_with_nothing_else_loaded(bench: &Bench) -> Result<()> {
    for view in VIEWS {
        let _ = bench.site.requests();
        bench.browser.open_page(&bench.site.url("host.html")).await?;
        let script = format!(
            "document.querySelector('bilateral-chart').setAttribute('view', '{view}');
            await frames(3);"
        );
        bench.browser.run_async(&script).await?;
        let pressed = "return document.querySelector('bilateral-chart').shadowRoot
            .querySelector('.choice[aria-pressed=true]').dataset.word;";
        ensure!(bench.browser.run(pressed).await? == json!(view), "{view} is not shown");
        let fallback = "return document.getElementById('fallback').checkVisibility?.() ?? false;";
        ensure!(bench.browser.run(fallback).await? == json!(false), "the fallback still shows");
        bench.browser.quiet().await?;
        let requests = bench.site.requests();
        let own = ["/host.html", "/pkg/bilateral.js", "/probe.js"];
        ensure!(requests == own, "asked for {requests:?}");
    }
    Ok(())
}

pub(crate) async fn every_view_from_one_file(bench: &Bench) -> Result<()> {
    let file = browser::root().join("pkg/bilateral.html");
    for view in VIEWS {
        for language in LANGUAGES {
            let url = format!("file://{}?view={view}&lang={language}", file.display());
            bench.browser.open_page(&url).await.with_context(|| format!("{view} {language}"))?;
            let shown = "const root = document.querySelector('bilateral-chart').shadowRoot;
                return [root.querySelector('figure').lang,
                    root.querySelector('.choice[aria-pressed=true]').dataset.word];";
            let shown = bench.browser.run(shown).await?;
            ensure!(shown == json!([language, view]), "asked for {url}, got {shown}");
        }
    }
    Ok(())
}

pub(crate) async fn a_page_on_disk_with_the_script_beside_it(bench: &Bench) -> Result<()> {
    let folder = TempDir::with_prefix("bilateral-page-")?;
    let pages = browser::root().join("tests/browser/pages");
    for name in ["host.html", "probe.js"] {
        fs::copy(pages.join(name), folder.path().join(name))?;
    }
    fs::create_dir(folder.path().join("pkg"))?;
    let script = browser::root().join("pkg/bilateral.js");
    fs::copy(script, folder.path().join("pkg/bilateral.js"))?;
    let url = format!("file://{}", folder.path().join("host.html").display());
    bench.browser.open_page(&url).await?;
    bench.browser.quiet().await
}

pub(crate) async fn five_languages(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let mut headlines = Vec::new();
    for language in LANGUAGES {
        let script = format!(
            "const chart = document.querySelector('bilateral-chart');
            chart.lang = '{language}';
            await frames(3);
            const text = (name) => chart.shadowRoot.querySelector(name).textContent;
            return [text('#headline'), text('.chip'), text('.choice'), text('.footer')];"
        );
        let texts = bench.browser.run_async(&script).await?;
        let texts: Vec<String> = serde_json::from_value(texts)?;
        ensure!(texts.iter().all(|text| !text.is_empty()), "{language}: {texts:?}");
        ensure!(!headlines.contains(&texts), "{language} says what another language says");
        headlines.push(texts);
    }
    let letters = [('ə', 1), ('о', 2), ('қ', 3), ('ҳ', 4)];
    for (letter, index) in letters {
        let text = headlines[index].join(" ").to_lowercase();
        ensure!(text.contains(letter), "no {letter} in {text}");
    }
    bench.browser.quiet().await
}

pub(crate) async fn several_on_a_page_share_one_module(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("several.html")).await?;
    let modules = bench.browser.run("return window.probe.modules;").await?;
    ensure!(modules == json!(1), "{modules} modules run");
    let languages = "return [...document.querySelectorAll('bilateral-chart')].map((chart) =>
        chart.shadowRoot.querySelector('figure').lang);";
    let languages = bench.browser.run(languages).await?;
    ensure!(languages == json!(["en", "en", "az", "ru"]), "{languages}");
    // The partners of each, by what is known of them in its view or as the page gives them; in the
    // order of the dataset, as the bands are.
    let chosen = "return [...document.querySelectorAll('bilateral-chart')].map((chart) =>
        [...chart.shadowRoot.querySelectorAll('.chip[aria-pressed=true]')]
          .map((chip) => chip.dataset.code).join(' '));";
    let partners = bench.browser.run(chosen).await?;
    ensure!(partners == json!(["KZ RU TJ", "KZ RU TJ", "KZ RU TJ", "KZ TJ"]), "{partners}");
    bench.browser.quiet().await
}

pub(crate) async fn what_stands_inside_stays_without_wasm(bench: &Bench) -> Result<()> {
    bench.browser.client.goto(&bench.site.url("host.html?no-wasm")).await?;
    let told = "return window.probe.told.some(([type]) => type === 'error');";
    bench.browser.until("the page is told of the failure", told).await?;
    let reason = "return window.probe.told.find(([type]) => type === 'error')[1].reason;";
    let reason = bench.browser.run(reason).await?;
    ensure!(reason == json!("csp"), "the reason is {reason}");
    let sizes = "return [document.getElementById('fallback').getBoundingClientRect().height > 0,
        document.querySelector('bilateral-chart').shadowRoot.querySelector('figure').hidden];";
    let sizes = bench.browser.run(sizes).await?;
    ensure!(sizes == json!([true, true]), "the fallback and the hidden figure: {sizes}");
    let page_errors = "return window.probe.problems.filter((text) =>
        !text.startsWith('policy:') && !text.includes('bilateral-chart: csp'));";
    let problems = bench.browser.run(page_errors).await?;
    ensure!(problems == Value::Array(Vec::new()), "{problems}");
    Ok(())
}
