//! The chart as sound: nothing before the press, and an end whenever the reader wants one.

use crate::Bench;
use anyhow::{Result, ensure};
use serde_json::json;

/// Counts what Web Audio is asked for; a context that is made says so in `contexts`.
const SPY: &str = "
  const contexts = [];
  window.AudioContext = class extends AudioContext {
    constructor() { super(); contexts.push(this); }
  };
  const root = document.querySelector('bilateral-chart').shadowRoot;
  const button = root.querySelector('.sound button');
  const state = () => [button.textContent, contexts.map(({ state }) => state === 'closed')];";

pub(crate) async fn it_sounds_when_it_is_told_to_and_stops(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = [
        SPY,
        "const told = [state()];
        button.click();
        await frames(4);
        told.push(state());
        button.click();
        await frames(4);
        told.push(state());
        button.click();
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        await frames(4);
        told.push(state());
        return told;",
    ]
    .concat();
    let told = bench.browser.run_async(&script).await?;
    let expected = json!([
        ["Play as sound", []],
        ["Stop the sound", [false]],
        ["Play as sound", [true]],
        ["Play as sound", [true, true]],
    ]);
    ensure!(told == expected, "{told}");
    bench.browser.quiet().await
}

pub(crate) async fn it_stops_with_the_element(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = [
        SPY,
        "button.click();
        document.querySelector('bilateral-chart').remove();
        await frames(4);
        return contexts.map(({ state }) => state === 'closed');",
    ]
    .concat();
    let closed = bench.browser.run_async(&script).await?;
    ensure!(closed == json!([true]), "{closed}");
    bench.browser.quiet().await
}

pub(crate) async fn a_view_without_a_time_axis_has_no_button(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const slot = chart.shadowRoot.querySelector('.sound');
      const hidden = [slot.hidden];
      for (const view of ['sectors', 'events']) {
        chart.setAttribute('view', view);
        await frames(3);
        hidden.push(slot.hidden);
      }
      return hidden;";
    let hidden = bench.browser.run_async(script).await?;
    ensure!(hidden == json!([false, true, false]), "{hidden}");
    bench.browser.quiet().await
}
