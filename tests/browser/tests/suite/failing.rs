//! What a reader sees and a page is told when something fails.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use bilateral::dataset::{Dataset, to_json};
use browser::server::Made;
use serde_json::{Value, json};
use std::fs;

/// Breaks the running module: whatever enters it next traps.
const BREAK: &str = "new Uint8Array(probe.memory.buffer).fill(255);";

/// Waits until charts stand again after a trap, and lets them settle.
const STAND: &str = "
  const stands = (chart) => {
    const figure = chart.shadowRoot.querySelector('figure');
    return !figure.hidden && figure.getBoundingClientRect().height > 50;
  };
  const until = async (true_) => { while (!true_()) await frames(1); await frames(2); };";

pub(crate) async fn a_trap_starts_all_afresh_and_a_second_shows_the_figure(
    bench: &Bench,
) -> Result<()> {
    bench.browser.open_page(&bench.site.url("several.html")).await?;
    let script = format!(
        "{STAND}
        const charts = [...document.querySelectorAll('bilateral-chart')];
        const [first, second] = charts;
        first.append(document.createElement('hr'));
        const press = (chart) => chart.shadowRoot.querySelector('.chip').click();
        const pressed = (chart) => chart.shadowRoot.querySelector('.chip').getAttribute('aria-pressed');
        const errors = () => probe.told.filter(([type]) => type === 'error').length;
        const answers = [];
        for (const modules of [2, 3]) {{
          {BREAK}
          press(first);
          await until(() => probe.modules === modules && errors() === modules - 1);
          answers.push([charts.map(stands), probe.modules, errors()]);
        }}
        const before = pressed(second);
        press(second);
        await frames(3);
        return {{ answers, works: before !== pressed(second), seen: first.clientHeight > 0,
          reasons: probe.told.filter(([type]) => type === 'error').map(([, {{ reason }}]) => reason) }};"
    );
    let found = bench.browser.run_async(&script).await?;
    let answers = json!([[[true, true, true, true], 2, 1], [[false, true, true, true], 3, 2]]);
    ensure!(found["answers"] == answers, "which charts stand, modules, errors: {found}");
    ensure!(found["works"] == json!(true), "another chart of the page does nothing: {found}");
    ensure!(found["seen"] == json!(true), "nothing is seen where the chart was: {found}");
    ensure!(found["reasons"] == json!(["trap", "trap"]), "{found}");
    only_told_to_editors(bench, "trap").await
}

pub(crate) async fn a_fresh_start_keeps_choice_and_data(bench: &Bench) -> Result<()> {
    let mut exported = serde_json::to_value(to_json(&Dataset::embedded()))?;
    exported["projects"] = json!([]);
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "{STAND}
        const chart = document.querySelector('bilateral-chart');
        const root = chart.shadowRoot;
        chart.setAttribute('theme', 'dark');
        await chart.load({exported});
        root.querySelector('.choice[data-word=events]').click();
        await frames(2);
        root.querySelector('.chip').click();
        await frames(2);
        await chart.select(root.querySelector('.list button')?.dataset.record ?? 'e1');
        await frames(2);
        const image = () => root.querySelector('canvas').toDataURL() + root.textContent;
        const before = image();
        {BREAK}
        root.querySelector('.chip').click();
        await until(() => probe.modules === 2 && probe.told.filter(([type]) => type === 'ready').length === 2);
        return before === image();"
    );
    ensure!(bench.browser.run_async(&script).await? == json!(true), "the chart is another");
    only_told_to_editors(bench, "trap").await
}

pub(crate) async fn a_room_that_fails_leaves_the_chart(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
        const chart = document.querySelector('bilateral-chart');
        const root = chart.shadowRoot;
        const { error } = console;
        const { replaceChildren } = Element.prototype;
        const logged = [];
        console.error = (...words) => logged.push(words[0]);
        Element.prototype.replaceChildren = function (...children) {
          if (this.id === 'sources' && typeof children[0] !== 'string') throw new Error('no room');
          return replaceChildren.apply(this, children);
        };
        const sources = root.querySelector('#sources');
        await opened(root, 'sources');
        const says = sources.textContent;
        chart.setAttribute('view', 'events');
        await frames(3);
        const stands = !root.querySelector('figure').hidden;
        Object.assign(console, { error });
        Object.assign(Element.prototype, { replaceChildren });
        chart.setAttribute('view', 'trade');
        await frames(3);
        return [says, logged, stands, sources.querySelectorAll('li').length > 0,
          probe.told.filter(([type]) => type === 'error').length];";
    let found = bench.browser.run_async(script).await?;
    let name = "bilateral-chart: sources:";
    ensure!(found == json!(["Error: no room", [name, name], true, true, 0]), "{found}");
    Ok(())
}

/// The page has no complaint but the widget's own.
async fn only_told_to_editors(bench: &Bench, reason: &str) -> Result<()> {
    let script = format!(
        "return probe.problems.filter((text) => !text.includes('bilateral-chart: {reason}: '));"
    );
    let others = bench.browser.run(&script).await?;
    ensure!(others == json!([]), "{others}");
    Ok(())
}

struct Cause {
    policy: &'static str,
    /// What the slim form is given.
    module: &'static str,
    reason: &'static str,
    /// What the message names.
    names: &'static str,
    drawn: bool,
}

const FETCHES: &str =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'";

const CAUSES: [Cause; 6] = [
    Cause { policy: FETCHES, module: "pkg/bilateral.wasm", reason: "", names: "", drawn: true },
    Cause {
        policy: FETCHES,
        module: "made/text.wasm",
        reason: "mime",
        names: "Content-Type: application/wasm, not text/plain",
        drawn: true,
    },
    Cause {
        policy: FETCHES,
        module: "made/page.wasm",
        reason: "mime",
        names: "Content-Type: application/wasm, not text/html",
        drawn: false,
    },
    Cause {
        policy: FETCHES,
        module: "made/none.wasm",
        reason: "network",
        names: "answered 404",
        drawn: false,
    },
    Cause {
        policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
        module: "pkg/bilateral.wasm",
        reason: "csp",
        names: "connect-src",
        drawn: false,
    },
    Cause {
        policy: "default-src 'none'; script-src 'self'; connect-src 'self'",
        module: "pkg/bilateral.wasm",
        reason: "csp",
        names: "'wasm-unsafe-eval'",
        drawn: false,
    },
];

pub(crate) async fn every_cause_is_named_with_what_mends_it(bench: &Bench) -> Result<()> {
    let put = |path: &str, kind: &'static str, policy: &'static str, body: Vec<u8>| {
        bench.site.put(path, Made { body, kind, policy });
    };
    let wasm = fs::read(browser::root().join("pkg/bilateral.wasm"))?;
    put("made/text.wasm", "text/plain", "", wasm);
    put("made/page.wasm", "text/html", "", b"<!doctype html><title>Not here</title>".to_vec());
    for Cause { policy, module, reason, names, drawn } in CAUSES {
        let page = "<!doctype html><html lang=\"en\"><title>Slim</title><script src=\"/probe.js\"></script>\
            <bilateral-chart><p id=\"fallback\">Figures</p></bilateral-chart>\
            <script type=\"module\" src=\"/made/start.js\"></script>";
        let start = format!("import {{ define }} from '/pkg/slim.mjs';\ndefine('/{module}');\n");
        put("made/slim.html", "text/html; charset=utf-8", policy, page.into());
        put("made/start.js", "text/javascript", "", start.into_bytes());
        bench.browser.client.goto(&bench.site.url("made/slim.html")).await?;
        let ended = "return probe.told.some(([type]) => type === 'ready' || type === 'error');";
        bench.browser.until("the chart stands or has failed", ended).await?;
        let script = "const at = (node) => node.getBoundingClientRect().height > 10;
            const chart = document.querySelector('bilateral-chart');
            return { told: probe.told.find(([type]) => type === 'error')?.[1] ?? {},
              console: probe.problems.filter((text) => text.includes('bilateral-chart: ')).join(),
              drawn: at(chart.shadowRoot.querySelector('figure')),
              figure: at(document.getElementById('fallback')) };";
        let found = bench.browser.run(script).await?;
        ensure!(found["drawn"] == json!(drawn), "{module} under {policy}: {found}");
        ensure!(found["figure"] == json!(!drawn), "{module} under {policy}: {found}");
        if !drawn {
            ensure!(found["told"]["reason"] == json!(reason), "{module} under {policy}: {found}");
            let message = found["told"]["message"].as_str().unwrap_or_default();
            ensure!(message.contains(names), "{module} under {policy}: {found}");
        }
        let console = found["console"].as_str().unwrap_or_default();
        ensure!(console.contains(reason) && console.contains(names), "console: {found}");
        ensure!(!reason.is_empty() || console.is_empty(), "console: {found}");
    }
    Ok(())
}

pub(crate) async fn an_empty_element_says_why_in_words(bench: &Bench) -> Result<()> {
    let page = "<!doctype html><html lang=\"ru\"><meta charset=\"utf-8\"><title>Empty</title>\
        <script src=\"/probe.js\"></script><script src=\"/pkg/bilateral.js\"></script>\
        <bilateral-chart>\n<noscript>no</noscript></bilateral-chart>\
        <div class=\"bilateral-chart\" data-lang=\"az\"> </div>";
    let policy = "default-src 'none'; script-src 'self'";
    let made = Made { body: page.into(), kind: "text/html; charset=utf-8", policy };
    bench.site.put("made/empty.html", made);
    bench.browser.client.goto(&bench.site.url("made/empty.html")).await?;
    let told = "return probe.told.filter(([type]) => type === 'error').length === 2;";
    bench.browser.until("both have failed", told).await?;
    let script = "const [element, div] = [document.querySelector('bilateral-chart'),
          document.querySelector('div').shadowRoot.firstElementChild];
        return [element, div].map(({ shadowRoot }) => {
          const words = shadowRoot.querySelector('.failure');
          return [words?.lang, words?.textContent, words?.getBoundingClientRect().height > 20];
        });";
    let found = bench.browser.run(script).await?;
    let says = |at: usize, lang: &str, words: &str| {
        let text = found[at][1].as_str().unwrap_or_default();
        found[at][0] == lang
            && found[at][2] == true
            && text.contains(words)
            && text.contains("wasm-unsafe-eval")
    };
    ensure!(says(0, "ru", "не удалось"), "{found}");
    ensure!(says(1, "az", "mümkün deyil"), "{found}");
    Ok(())
}

pub(crate) async fn a_dataset_by_address_is_awaited_and_mended(bench: &Bench) -> Result<()> {
    let mut exported = serde_json::to_value(to_json(&Dataset::embedded()))?;
    let events = exported["events"].as_array_mut().context("events")?;
    events.retain(|event| event["partners"].as_array().is_some_and(|codes| codes.len() < 2));
    exported["figures"] = json!([]);
    exported["conflicts"] = json!([]);
    let put = |path: &str, kind: &'static str, policy: &'static str, body: String| {
        bench.site.put(path, Made { body: body.into_bytes(), kind, policy });
    };
    put("made/good.json", "application/json", "", exported.to_string());
    put(
        "made/bad.json",
        "application/json",
        "",
        "{\"format\": \"bilateral/1\", \"figures\": [{}]}".into(),
    );
    let page = "<!doctype html><html lang=\"en\"><title>By address</title><script src=\"/probe.js\"></script>\
        <script src=\"/pkg/bilateral.js\"></script>\
        <bilateral-chart view=\"events\" src=\"/made/good.json\"><p id=\"fallback\">Figures</p></bilateral-chart>";
    put("made/src.html", "text/html; charset=utf-8", FETCHES, page.into());
    bench.browser.open_page(&bench.site.url("made/src.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const image = () => chart.shadowRoot.querySelector('canvas').toDataURL();
      const next = (type) => new Promise((done) => chart.addEventListener(`bilateral-${type}`, done, { once: true }));
      const seen = () => [!chart.shadowRoot.querySelector('figure').hidden,
        document.getElementById('fallback').getBoundingClientRect().height > 0];
      const good = image();
      const answers = [seen()];
      for (const [src, type] of [['/made/bad.json', 'error'], ['/made/good.json', 'ready'], ['/made/none.json', 'error']]) {
        const told = next(type);
        chart.setAttribute('src', src);
        const { detail } = await told;
        await frames(2);
        answers.push([...seen(), detail.reason ?? null]);
      }
      const ready = next('ready');
      chart.removeAttribute('src');
      await ready;
      await frames(2);
      return { answers, own: good !== image() };";
    let found = bench.browser.run_async(script).await?;
    let wanted = json!([
        [true, false],
        [false, true, "data"],
        [true, false, Value::Null],
        [false, true, "network"]
    ]);
    ensure!(found["answers"] == wanted, "chart and fallback seen, reason: {found}");
    ensure!(found["own"] == json!(true), "the page's dataset is drawn as the embedded one");
    Ok(())
}
