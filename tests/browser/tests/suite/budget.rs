//! Budgets that are the same on every machine.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// Of the module, after the first chart of the default data; 512 KiB are aimed at.
const MEMORY: u64 = 640 * 1024;

pub(crate) async fn memory_after_the_first_chart(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let bytes = bench.browser.run("return window.probe.memory.buffer.byteLength;").await?;
    let bytes = bytes.as_u64().context("a number of bytes")?;
    ensure!(bytes <= MEMORY, "{bytes} bytes, {} over the budget of {MEMORY}", bytes - MEMORY);
    Ok(())
}

/// Whatever is asked of the layout in a draw would force one, so nothing is.
pub(crate) async fn drawing_asks_nothing_of_the_layout(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const asked = [];
      const listen = (prototype, name) => {
        const plain = Object.getOwnPropertyDescriptor(prototype, name);
        const note = (call) => function (...all) {
          asked.push(name);
          return call.apply(this, all);
        };
        if (plain?.get) Object.defineProperty(prototype, name, { ...plain, get: note(plain.get) });
        else if (plain) Object.defineProperty(prototype, name, { ...plain, value: note(plain.value) });
      };
      const sides = ['Width', 'Height', 'Left', 'Top'];
      for (const name of ['getBoundingClientRect', 'getClientRects', 'checkVisibility',
        ...sides.flatMap((side) => [`client${side}`, `scroll${side}`])]) listen(Element.prototype, name);
      for (const name of ['innerText', 'offsetParent', ...sides.map((side) => `offset${side}`)]) {
        listen(HTMLElement.prototype, name);
      }
      for (const name of ['offsetX', 'offsetY']) listen(MouseEvent.prototype, name);
      for (const name of ['innerWidth', 'innerHeight', 'scrollX', 'scrollY']) listen(window, name);
      document.body.offsetHeight;
      const heard = asked.splice(0).length;
      const chart = document.querySelector('bilateral-chart');
      for (const [name, value] of [['view', 'trade'], ['scale', 'log'], ['view', 'events'],
        ['lang', 'ru'], ['theme', 'dark'], ['height', '300'], ['partners', 'TJ']]) {
        chart.setAttribute(name, value);
        await frames(2);
      }
      chart.style.width = '320px';
      await frames(4);
      return [heard, asked];";
    let found = bench.browser.run_async(script).await?;
    ensure!(found == json!([1, []]), "heard the test itself and then: {found}");
    Ok(())
}

/// A frame that changes the plot's height has one layout, the browser's own at its end; a layout
/// between two changes of a draw would come on top.
pub(crate) async fn drawing_forces_no_layout(bench: &Bench) -> Result<()> {
    const FRAMES: u32 = 40;
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    bench.browser.devtools("Performance.enable", json!({})).await?;
    for view in ["story", "trade", "events"] {
        let script = format!(
            "const chart = document.querySelector('bilateral-chart');
            chart.setAttribute('view', '{view}');
            await frames(3);"
        );
        bench.browser.run_async(&script).await?;
        let before = layouts(bench).await?;
        let script = format!(
            "const chart = document.querySelector('bilateral-chart');
            for (let i = 0; i < {FRAMES}; i++) {{
              chart.setAttribute('height', String(1400 + i));
              await frames(1);
            }}
            await frames(2);"
        );
        bench.browser.run_async(&script).await?;
        let forced = layouts(bench).await? - before - f64::from(FRAMES);
        ensure!(
            forced <= 3.0,
            "{view}: {forced} layouts more than {FRAMES} frames have themselves"
        );
    }
    Ok(())
}

/// The height that is asked for is set, and what it makes of the plot and of the layer over it.
/// Whatever else is set anew is styled, laid out and told to those who listen anew; a canvas of
/// another size gets a new store.
pub(crate) async fn a_redraw_sets_nothing_anew_that_stands(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const redraw = async (...heights) => {
        for (const height of heights) {
          chart.setAttribute('height', String(height));
          await frames(2);
        }
      };
      chart.setAttribute('view', 'trade');
      await redraw(801, 802);
      const touched = new Set();
      new MutationObserver((all) => {
        for (const { target, type, attributeName } of all) {
          touched.add(`${target.className || target.localName || 'text'} ${attributeName ?? type}`);
        }
      }).observe(chart.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
      const { measureText } = CanvasRenderingContext2D.prototype;
      let measured = 0;
      CanvasRenderingContext2D.prototype.measureText = function (text) {
        measured += 1;
        return measureText.call(this, text);
      };
      await redraw(801, 802, 801);
      const [still, again] = [[...touched], measured];
      chart.setAttribute('lang', 'ru');
      await redraw(802);
      return [still, again, measured > again];";
    let found = bench.browser.run_async(script).await?;
    ensure!(
        found == json!([["div style", "sheet style", "layer height"], 0, true]),
        "touched, texts measured again, whether new ones are: {found}"
    );
    bench.browser.quiet().await
}

async fn layouts(bench: &Bench) -> Result<f64> {
    let metrics = bench.browser.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("metrics")?;
    let count = metrics.iter().find(|metric| metric["name"] == "LayoutCount");
    count.and_then(|metric| metric["value"].as_f64()).context("a count of layouts")
}

/// As Chromium itself logs it, beyond what the page can see.
pub(crate) async fn the_console_stays_empty(bench: &Bench) -> Result<()> {
    let _ = bench.browser.console().await?;
    for page in ["host.html", "several.html", "empty.html"] {
        bench.browser.client.goto(&bench.site.url(page)).await?;
        bench.browser.run_async("await frames(10);").await?;
    }
    let file = browser::root().join("pkg/bilateral.html");
    bench.browser.open_page(&format!("file://{}", file.display())).await?;
    let lines = bench.browser.console().await?;
    ensure!(lines.is_empty(), "{lines:?}");
    Ok(())
}
