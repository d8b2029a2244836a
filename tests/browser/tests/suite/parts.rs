//! What comes when it is first wanted: never before, once, from beside the module; and what a page says
//! where it cannot be had.

use crate::Bench;
use crate::keys::{RIGHT, press};
use anyhow::{Result, ensure};
use browser::server::Made;
use serde_json::json;
use std::fs;

/// What a page needs to look at its chart.
const LOOK: &str = "
  const chart = document.querySelector('bilateral-chart');
  const root = chart.shadowRoot;
  const press = (door) => root.querySelector(`[aria-controls=${door}]`).click();
  const told = (type) => probe.told.filter(([one]) => one === type).map(([, detail]) => detail);
  const until = async (done) => {
    for (let turn = 0; !done(); turn++) {
      if (turn > 600) throw new Error(`never: ${done}`);
      await new Promise((next) => setTimeout(next, 10));
    }
  };
";

fn put(bench: &Bench, path: &str, kind: &'static str, body: Vec<u8>) {
    bench.site.put(path, Made { body, kind, policy: "" });
}

fn pkg(name: &str) -> Result<Vec<u8>> {
    Ok(fs::read(browser::root().join("pkg").join(name))?)
}

/// A page with the slim form, its module at `module`; answers what it has asked for once its chart is
/// drawn.
async fn slim(bench: &Bench, module: &str) -> Result<Vec<String>> {
    let start = format!("import {{ define }} from '/pkg/slim.mjs';\ndefine('{module}');\n");
    let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
        <script src=\"/probe.js\"></script><script type=\"module\" src=\"/made/parts.js\"></script>\
        <bilateral-chart>words</bilateral-chart></html>";
    put(bench, "made/parts.js", "text/javascript", start.into_bytes());
    put(bench, "made/parts.html", "text/html; charset=utf-8", page.into());
    let _ = bench.site.requests();
    bench.browser.client.goto(&bench.site.url("made/parts.html")).await?;
    let ready = "return probe.told.some(([type]) => type === 'ready');";
    bench.browser.until("a chart", ready).await?;
    Ok(asked(bench))
}

/// What was asked for since the last call, but for what the page itself is made of.
fn asked(bench: &Bench) -> Vec<String> {
    let page = ["/made/parts.html", "/made/parts.js", "/probe.js", "/favicon.ico"];
    let own = |path: &String| !page.iter().any(|one| path.starts_with(one));
    bench.site.requests().into_iter().filter(own).collect()
}

pub(crate) async fn each_part_comes_once_when_it_is_first_wanted(bench: &Bench) -> Result<()> {
    let first = slim(bench, "/pkg/bilateral.wasm").await?;
    ensure!(first == ["/pkg/bilateral.wasm", "/pkg/slim.mjs"], "{first:?}");
    // Hovering, pressing chips and choosing ask for nothing.
    let chosen = format!(
        "{LOOK} const canvas = root.querySelector('canvas');
         const {{ left, top, width, height }} = canvas.getBoundingClientRect();
         for (let step = 0; step < 20; step++) canvas.dispatchEvent(new PointerEvent('pointermove', {{
           pointerType: 'mouse', bubbles: true, composed: true,
           clientX: left + width * step / 20, clientY: top + height / 2 }}));
         for (const view of ['trade', 'events', 'sectors', 'story']) {{
           chart.setAttribute('view', view);
           await chart.resize();
         }}
         return chart.data.figures.length > 0;"
    );
    ensure!(bench.browser.run_async(&chosen).await? == true, "no data");
    let none = asked(bench);
    ensure!(none.is_empty(), "{none:?}");

    let opened = format!(
        "{LOOK} press('table'); press('sources');
         await until(() => root.querySelector('#table tbody tr') && root.querySelector('#sources li'));
         return (await (await chart.toBlob('csv')).text()).length > 100;"
    );
    ensure!(bench.browser.run_async(&opened).await? == true, "no file");
    let second = asked(bench);
    ensure!(
        second.len() == 2
            && second[0].starts_with("/pkg/bilateral.more.mjs?")
            && second[1].starts_with("/pkg/bilateral.more.wasm?"),
        "{second:?}"
    );

    let spoken = format!(
        "{LOOK} chart.lang = 'ru';
         await until(() => root.querySelector('figure').lang === 'ru');
         chart.lang = 'en';
         await until(() => root.querySelector('figure').lang === 'en');
         chart.lang = 'ru';
         await until(() => root.querySelector('figure').lang === 'ru');"
    );
    bench.browser.run_async(&spoken).await?;
    let russian = asked(bench);
    ensure!(russian.len() == 1 && russian[0].starts_with("/pkg/languages/ru.wasm?"), "{russian:?}");
    let whole = format!(
        "{LOOK} const {{ events }} = JSON.parse(await (await chart.toBlob('json')).text());
         return Object.keys(events[0].title).sort().join();"
    );
    ensure!(bench.browser.run_async(&whole).await? == "az,en,kk,ru,tg", "not all languages");
    ensure!(asked(bench).len() == 3, "the other three languages");
    let problems = bench.browser.run("return probe.problems;").await?;
    ensure!(problems == json!([]), "{problems}");
    Ok(())
}

pub(crate) async fn a_part_that_cannot_be_had_leaves_the_chart_and_the_door_says_why(
    bench: &Bench,
) -> Result<()> {
    put(bench, "made/alone/bilateral.wasm", "application/wasm", pkg("bilateral.wasm")?);
    put(bench, "made/alone/bilateral.more.mjs", "text/javascript", pkg("bilateral.more.mjs")?);
    slim(bench, "/made/alone/bilateral.wasm").await?;
    let refused = format!(
        "{LOOK} press('sources');
         await until(() => root.querySelector('#sources').textContent);
         const why = root.querySelector('#sources').textContent;
         const file = await chart.toBlob('svg').then(() => 'a file', ({{ message }}) => message);
         chart.lang = 'az';
         await until(() => told('error').length);
         return [why, file, root.querySelector('figure').lang, root.querySelector('figure').hidden,
           told('error')[0].reason];"
    );
    let shown = bench.browser.run_async(&refused).await?;
    let says = |at: usize| {
        shown[at]
            .as_str()
            .is_some_and(|why| why.contains("bilateral.more.wasm") && why.contains("404"))
    };
    ensure!(says(0) && says(1), "{shown}");
    ensure!(shown[2] == "en" && shown[3] == false && shown[4] == "network", "{shown}");

    // Once it is there, the next press has it; of another build it is refused.
    put(bench, "made/alone/bilateral.more.wasm", "application/wasm", {
        let mut other = pkg("bilateral.more.wasm")?;
        let last = other.len() - 1;
        other[last] ^= 1;
        other
    });
    let again = format!(
        "{LOOK} press('sources'); press('sources');
         await until(() => root.querySelector('#sources').textContent.includes('version')
           || root.querySelector('#sources li'));
         return root.querySelector('#sources').textContent;"
    );
    let why = bench.browser.run_async(&again).await?;
    ensure!(why.as_str().is_some_and(|why| why.contains("of another version")), "{why}");
    put(bench, "made/alone/bilateral.more.wasm", "application/wasm", pkg("bilateral.more.wasm")?);
    let there = format!(
        "{LOOK} press('sources'); press('sources');
         await until(() => root.querySelector('#sources li'));
         return root.querySelector('figure').hidden;"
    );
    ensure!(bench.browser.run_async(&there).await? == false, "the chart is gone");
    // A walk is spoken by the same part.
    bench
        .browser
        .run("document.querySelector('bilateral-chart').shadowRoot.querySelector('.plot').focus();")
        .await?;
    press(bench, RIGHT).await?;
    let spoken = "return document.querySelector('bilateral-chart').shadowRoot
        .querySelector('[aria-live]').textContent !== '';";
    bench.browser.until("a sentence", spoken).await?;
    Ok(())
}
