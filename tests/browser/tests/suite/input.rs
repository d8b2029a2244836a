//! The pointer, the buttons, the attributes and the methods.

use crate::Bench;
use anyhow::{Context, Result, bail, ensure};
use bilateral::dataset::{Dataset, to_json};
use serde_json::{Value, json};

/// The card's text, if there is one: title, sources, whether it is pinned, and its place.
const CARD: &str = "
  const card = document.querySelector('bilateral-chart').shadowRoot.querySelector('.card');
  if (!card) return null;
  const { left, right, top, bottom } = card.getBoundingClientRect();
  return {
    title: card.querySelector('.title').textContent,
    sources: [...card.querySelectorAll('.sources li')].map((item) => item.textContent),
    rel: [...card.querySelectorAll('a')].map((link) => link.rel),
    pinned: card.classList.contains('pinned'),
    inside: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight,
  };";

/// Opens a page and moves the mouse down and across the plot until a mark with a source is under
/// it; answers where, and its card.
async fn hover(bench: &Bench) -> Result<(f64, f64, Value)> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let rect = "const { left, top, width } = document.querySelector('bilateral-chart').shadowRoot
        .querySelector('canvas').getBoundingClientRect();
        return [left, top, width];";
    let [left, top, width]: [f64; 3] = serde_json::from_value(bench.browser.run(rect).await?)?;
    for step in 0..60 {
        let (x, y) = (left + width * (0.95 - 0.01 * f64::from(step)), top + 60.0);
        bench.browser.point(x, y).await?;
        let card = bench.browser.run(CARD).await?;
        if card["sources"].as_array().is_some_and(|sources| !sources.is_empty()) {
            return Ok((x, y, card));
        }
    }
    bail!("no mark with a source along the first band");
}

pub(crate) async fn hovering_a_mark_shows_its_citation(bench: &Bench) -> Result<()> {
    let (_, _, card) = hover(bench).await?;
    ensure!(card["title"].as_str().is_some_and(|title| !title.is_empty()), "no title: {card}");
    ensure!(card["pinned"] == json!(false), "hovering must not pin: {card}");
    ensure!(card["inside"] == json!(true), "the card leaves the window: {card}");
    bench.browser.point(5.0, 5.0).await?;
    let card = bench.browser.run(CARD).await?;
    ensure!(card.is_null(), "the card stays: {card}");
    bench.browser.quiet().await
}

pub(crate) async fn a_click_pins_the_card_and_escape_closes_it(bench: &Bench) -> Result<()> {
    let (x, y, hovered) = hover(bench).await?;
    bench.browser.click(x, y).await?;
    bench.browser.point(5.0, 5.0).await?;
    let card = bench.browser.run(CARD).await?;
    ensure!(card["pinned"] == json!(true), "not pinned: {card}");
    ensure!(card["title"] == hovered["title"], "another card: {card}");
    let rel = card["rel"].as_array().cloned().unwrap_or_default();
    ensure!(rel.iter().all(|rel| rel == "noopener noreferrer"), "{rel:?}");
    let escape = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        await frames(2);";
    bench.browser.run_async(escape).await?;
    ensure!(bench.browser.run(CARD).await?.is_null(), "Escape leaves the card");
    let told = "return window.probe.told.filter(([type]) => type === 'select')
        .map(([, detail]) => typeof detail.id);";
    let told = bench.browser.run(told).await?;
    ensure!(told == json!(["string", "object"]), "the page was told {told}");
    bench.browser.quiet().await
}

/// Below the plot, whole; one that is only passed scrolls, and shows that there is more.
pub(crate) async fn a_long_card_leaves_a_phone_its_chart(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const root = chart.shadowRoot;
      chart.style.width = '340px';
      await chart.resize();
      const foot = root.querySelector('.sheet').getBoundingClientRect().bottom;
      await chart.select('f034');
      await frames(2);
      const look = () => {
        const { top, height } = root.querySelector('.card').getBoundingClientRect();
        const content = root.querySelector('.card .content');
        return [top >= foot, height > 280, content.scrollHeight > content.clientHeight];
      };
      const pinned = look();
      root.querySelector('.plot').focus({ preventScroll: true });
      root.querySelector('.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      root.querySelector('.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
      root.querySelector('.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await frames(2);
      return [pinned, look()];";
    let told = bench.browser.run_async(script).await?;
    let [pinned, passed] = [&told[0], &told[1]];
    ensure!(*pinned == json!([true, true, false]), "below the plot, whole: {told}");
    ensure!(passed[1] == false, "one that is passed is no higher than 280: {told}");
    bench.browser.quiet().await
}

pub(crate) async fn the_buttons_change_the_chart_and_tell_the_page(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const root = document.querySelector('bilateral-chart').shadowRoot;
      const before = root.querySelector('#subtitle').textContent;
      root.querySelector('.choice[data-word=trade]').click();
      await frames(2);
      root.querySelector('.choice[data-word=log]').click();
      await frames(2);
      root.querySelector('.chip[data-code=RU]').click();
      await frames(2);
      const pressed = [...root.querySelectorAll('button[aria-pressed=true]')]
        .map((button) => button.dataset.code ?? button.dataset.word ?? button.className);
      const states = probe.told.filter(([type]) => type === 'change').map(([, detail]) => detail);
      return [pressed, states.at(-1), states.length];";
    let found = bench.browser.run_async(script).await?;
    // In the order of the bands, and all kinds of events.
    let pressed = json!(["KZ", "TJ", "trade", "log", "all"]);
    let state = json!({ "view": "trade", "scale": "log", "partners": "KZ TJ" });
    ensure!(found == json!([pressed, state, 3]), "{found}");
    bench.browser.quiet().await
}

pub(crate) async fn an_act_leaves_what_the_page_has_just_set(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      chart.setAttribute('view', 'trade');
      await chart.save();
      chart.setAttribute('partners', 'KZ');
      await chart.select('f033');
      const selected = await chart.save();
      chart.setAttribute('theme', 'dark');
      await chart.select(null);
      chart.removeAttribute('partners');
      await chart.select(42);
      return [selected, await chart.save(), chart.getAttribute('theme'), chart.data.format];";
    let found = bench.browser.run_async(script).await?;
    let expected = json!([
        "view=trade&partners=KZ&select=f033",
        "view=trade&theme=dark",
        "dark",
        "bilateral/1",
    ]);
    ensure!(found == expected, "{found}");
    bench.browser.quiet().await
}

pub(crate) async fn attributes_change_the_chart_in_one_frame(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      chart.setAttribute('title', 'A <b>title</b> of the page’s own');
      chart.setAttribute('view', 'events');
      chart.setAttribute('theme', 'dark');
      chart.setAttribute('controls', 'off');
      await frames(2);
      const root = chart.shadowRoot;
      const shown = [
        root.querySelector('#headline').textContent,
        root.querySelector('canvas').ariaLabel ?? root.querySelector('canvas').getAttribute('aria-label'),
        root.querySelector('.controls').hidden,
        root.querySelector('figure').style.colorScheme,
      ];
      for (const name of ['title', 'view', 'theme', 'controls']) chart.removeAttribute(name);
      await frames(2);
      return [...shown, root.querySelector('.controls').hidden];";
    let shown = bench.browser.run_async(script).await?;
    let title = "A <b>title</b> of the page’s own";
    ensure!(shown == json!([title, title, true, "dark", false]), "{shown}");
    bench.browser.quiet().await
}

pub(crate) async fn an_exported_dataset_is_shown(bench: &Bench) -> Result<()> {
    let data = Dataset::embedded();
    let mut exported = serde_json::to_value(to_json(&data))?;
    let events = exported["events"].as_array_mut().context("events")?;
    events.retain(|event| event["partners"].as_array().is_some_and(|codes| codes.len() < 2));
    exported["figures"] = json!([]);
    exported["conflicts"] = json!([]);
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "const chart = document.querySelector('bilateral-chart');
        const image = () => chart.shadowRoot.querySelector('canvas').toDataURL();
        chart.setAttribute('view', 'events');
        await frames(2);
        const before = image();
        await chart.load({exported});
        await frames(2);
        return before !== image();"
    );
    ensure!(bench.browser.run_async(&script).await? == json!(true), "the chart is as before");
    bench.browser.quiet().await
}

pub(crate) async fn a_dataset_of_the_page_is_shown_or_refused_with_reasons(
    bench: &Bench,
) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const answers = [];
      for (const data of [null, 7, 'text', {}, { format: 'bilateral/1', figures: [{ id: 'f1' }] }]) {
        answers.push(await chart.load(data).then(() => 'taken', (error) => error.message));
      }
      const reasons = probe.told.filter(([type]) => type === 'error').map(([, { reason }]) => reason);
      return { answers, reasons, shown: !chart.shadowRoot.querySelector('figure').hidden };";
    let found = bench.browser.run_async(script).await?;
    let answers = found["answers"].as_array().cloned().unwrap_or_default();
    let told = answers.iter().all(|answer| answer != "taken" && answer != "");
    ensure!(answers.len() == 5 && told, "{found}");
    ensure!(found["reasons"] == json!(["data", "data", "data", "data", "data"]), "{found}");
    ensure!(found["shown"] == json!(true), "a refused dataset took the chart away");
    bench.browser.quiet().await
}
