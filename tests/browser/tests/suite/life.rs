//! Size, place and end of an element.

use crate::Bench;
use anyhow::{Result, ensure};
use serde_json::json;

pub(crate) async fn resizing_draws_anew(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const root = chart.shadowRoot;
      const canvas = root.querySelector('canvas');
      const sizes = [];
      for (const width of [1000, 600, 320]) {
        chart.style.width = `${width}px`;
        await frames(4);
        const wide = [...root.querySelectorAll('*')].filter(
          (node) => node.getBoundingClientRect().right > chart.getBoundingClientRect().right + 0.5);
        sizes.push([canvas.getBoundingClientRect().width, canvas.width / devicePixelRatio, wide.length]);
      }
      return [sizes, root.querySelectorAll('.list li').length > 0];";
    let found = bench.browser.run_async(script).await?;
    let sizes = json!([[1000, 1000, 0], [600, 600, 0], [320, 320, 0]]);
    ensure!(found == json!([sizes, true]), "width on the page, in pixels, cut nodes: {found}");
    bench.browser.quiet().await
}

pub(crate) async fn moving_keeps_the_chart_and_its_choice(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      chart.shadowRoot.querySelector('.choice[data-word=events]').click();
      await frames(2);
      const readies = () => probe.told.filter(([type]) => type === 'ready').length;
      const before = readies();
      const section = document.body.appendChild(document.createElement('section'));
      section.append(chart);
      await frames(4);
      chart.shadowRoot.querySelector('.chip').click();
      await frames(2);
      return [readies() - before,
        chart.shadowRoot.querySelector('.choice[aria-pressed=true]').dataset.word,
        chart.shadowRoot.querySelector('.chip').getAttribute('aria-pressed')];";
    let found = bench.browser.run_async(script).await?;
    ensure!(found == json!([0, "events", "false"]), "{found}");
    bench.browser.quiet().await
}

pub(crate) async fn a_hidden_chart_is_drawn_when_it_is_shown(bench: &Bench) -> Result<()> {
    bench.browser.client.goto(&bench.site.url("empty.html")).await?;
    let script = "
      const tab = document.body.appendChild(document.createElement('div'));
      tab.hidden = true;
      const chart = tab.appendChild(document.createElement('bilateral-chart'));
      await new Promise((done) => setTimeout(done, 300));
      const early = probe.told.filter(([type]) => type === 'ready').length;
      tab.hidden = false;
      return early;";
    let early = bench.browser.run_async(script).await?;
    ensure!(early == json!(0), "drawn while hidden");
    let ready = "return probe.told.some(([type]) => type === 'ready');";
    bench.browser.until("the chart stands", ready).await?;
    bench.browser.quiet().await
}

/// Mounts and removes a chart so many times, each drawn and hovered.
fn mounts(times: u32) -> String {
    format!(
        "for (let i = 0; i < {times}; i++) {{
          const chart = document.createElement('bilateral-chart');
          chart.setAttribute('view', ['story', 'trade', 'events'][i % 3]);
          const ready = new Promise((done) => {{
            chart.addEventListener('bilateral-ready', done, {{ once: true }});
          }});
          document.body.append(chart);
          await ready;
          const canvas = chart.shadowRoot.querySelector('canvas');
          canvas.dispatchEvent(new PointerEvent('pointermove', {{ bubbles: true, clientX: 400, clientY: 300 }}));
          await frames(1);
          chart.remove();
        }}
        probe.told.length = 0;
        await frames(2);
        return probe.memory.buffer.byteLength;"
    )
}

pub(crate) async fn removal_plateaus_the_memory(bench: &Bench) -> Result<()> {
    bench.browser.client.goto(&bench.site.url("empty.html")).await?;
    let first = bench.browser.run_async(&mounts(30)).await?;
    let later = bench.browser.run_async(&mounts(90)).await?;
    ensure!(first == later, "after 30 mounts {first} bytes, after 120 {later}");
    bench.browser.quiet().await
}

pub(crate) async fn removal_leaves_no_nodes_and_no_listeners(bench: &Bench) -> Result<()> {
    bench.browser.client.goto(&bench.site.url("empty.html")).await?;
    bench.browser.devtools("Performance.enable", json!({})).await?;
    bench.browser.run_async(&mounts(10)).await?;
    let before = counts(bench).await?;
    bench.browser.run_async(&mounts(100)).await?;
    let after = counts(bench).await?;
    for ((name, before), (_, after)) in before.iter().zip(&after) {
        // One chart has more than 100 nodes and 20 listeners: a leak of one a mount shows.
        let grown = after - before;
        ensure!(grown < 20.0, "{name} grew by {grown} over 100 mounts, from {before}");
    }
    Ok(())
}

/// What Chromium holds after collecting what it can.
pub(crate) async fn counts(bench: &Bench) -> Result<Vec<(&'static str, f64)>> {
    for _ in 0..3 {
        bench.browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        bench.browser.run_async("await frames(2);").await?;
    }
    let metrics = bench.browser.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let value = |name: &str| {
        let metric = metrics.iter().find(|metric| metric["name"] == name);
        metric.and_then(|metric| metric["value"].as_f64()).unwrap_or(f64::NAN)
    };
    let names = ["Nodes", "JSEventListeners", "ResizeObservers", "DetachedScriptStates"];
    Ok(names.map(|name| (name, value(name))).into_iter().filter(|(_, n)| !n.is_nan()).collect())
}
