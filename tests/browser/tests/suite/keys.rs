//! The keyboard alone.

use crate::Bench;
use anyhow::{Result, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const END: char = '\u{e010}';
const HOME: char = '\u{e011}';
const LEFT: char = '\u{e012}';
pub(crate) const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';
const UP: char = '\u{e013}';
const PAGE_UP: char = '\u{e00e}';
const PAGE_DOWN: char = '\u{e00f}';

/// Where the focus is inside the chart, the card, the live region, and what stays of the page.
const LOOK: &str = "
  const root = document.querySelector('bilateral-chart').shadowRoot;
  const card = root.querySelector('.card');
  return {
    focus: root.activeElement?.className ?? null,
    outside: document.activeElement?.id ?? null,
    card: card?.querySelector('.title').textContent ?? null,
    pinned: card?.classList.contains('pinned') ?? false,
    said: root.querySelector('[aria-live]').textContent,
    ring: root.activeElement ? getComputedStyle(root.activeElement).outlineStyle : null,
  };";

pub(crate) async fn press(bench: &Bench, key: char) -> Result<Value> {
    let keys = KeyActions::new("keys".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    bench.browser.client.perform_actions(keys).await?;
    // Longer than the live region waits.
    let wait = "await new Promise((done) => setTimeout(done, 250)); await frames(2);";
    bench.browser.run_async(wait).await?;
    bench.browser.run(LOOK).await
}

/// Opens a page with a link before and a link after the chart, and tabs to the plot.
async fn plot(bench: &Bench) -> Result<Value> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let links = "
      const chart = document.querySelector('bilateral-chart');
      for (const id of ['before', 'after']) {
        const link = document.createElement('a');
        Object.assign(link, { id, href: '#' + id, textContent: id });
        chart[id](link);
      }
      const buttons = chart.shadowRoot.querySelectorAll(
        '.controls button, .controls select, .controls input');
      document.getElementById('before').focus();
      return [...buttons].filter((node) => node.checkVisibility()).length;";
    let most = bench.browser.run(links).await?.as_u64().unwrap_or(0);
    for _ in 0..=most {
        let seen = press(bench, TAB).await?;
        if seen["focus"] == "plot" {
            return Ok(seen);
        }
    }
    anyhow::bail!("{most} controls, and the plot does not come after them")
}

pub(crate) async fn a_walk_says_each_mark_and_shows_its_card(bench: &Bench) -> Result<()> {
    let seen = plot(bench).await?;
    ensure!(seen["ring"] != "none", "the focus cannot be seen: {seen}");
    ensure!(seen["card"].is_null(), "a card without a step: {seen}");
    let mut said = Vec::new();
    for key in [RIGHT, RIGHT, DOWN, LEFT, END, HOME] {
        let seen = press(bench, key).await?;
        ensure!(seen["focus"] == "plot", "the focus went away: {seen}");
        let card = seen["card"].as_str().unwrap_or_default();
        let sentence = seen["said"].as_str().unwrap_or_default().to_owned();
        ensure!(!card.is_empty() && !sentence.is_empty(), "{seen}");
        ensure!(said.last() != Some(&sentence), "said twice: {seen}");
        said.push(sentence);
    }
    bench.browser.quiet().await
}

pub(crate) async fn enter_pins_and_escape_leaves(bench: &Bench) -> Result<()> {
    plot(bench).await?;
    press(bench, END).await?;
    press(bench, LEFT).await?;
    let pinned = press(bench, ENTER).await?;
    ensure!(pinned["pinned"] == json!(true) && pinned["focus"] == "plot", "{pinned}");
    let inside = press(bench, TAB).await?;
    ensure!(inside["focus"] == "close", "the card's buttons come next: {inside}");
    let left = press(bench, ESCAPE).await?;
    ensure!(left["card"].is_null() && left["focus"] == "plot", "{left}");
    bench.browser.quiet().await
}

pub(crate) async fn a_card_opened_from_a_list_gives_the_focus_back(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let open = "
      const chart = document.querySelector('bilateral-chart');
      chart.style.width = '320px';
      await frames(4);
      const button = chart.shadowRoot.querySelector('.list button');
      button.focus();
      button.click();
      await frames(2);
      const inside = chart.shadowRoot.activeElement?.classList.contains('card');
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      await frames(2);
      return [inside, chart.shadowRoot.activeElement === button];";
    let found = bench.browser.run_async(open).await?;
    ensure!(found == json!([true, true]), "in the card, and back: {found}");
    bench.browser.quiet().await
}

pub(crate) async fn tab_leaves_and_keys_with_modifiers_stay_the_browsers(
    bench: &Bench,
) -> Result<()> {
    plot(bench).await?;
    let script = "
      const plot = document.querySelector('bilateral-chart').shadowRoot.querySelector('.plot');
      const kept = (init) => plot.dispatchEvent(new KeyboardEvent('keydown', {
        bubbles: true, cancelable: true, composed: true, ...init }));
      return [
        kept({ key: 'ArrowRight' }), kept({ key: 'ArrowRight', ctrlKey: true }),
        kept({ key: 'Home', altKey: true }), kept({ key: 'End', metaKey: true }),
        kept({ key: 'PageDown', shiftKey: true }), kept({ key: 'a' }), kept({ key: 'Tab' }),
      ];";
    let kept = bench.browser.run(script).await?;
    ensure!(kept == json!([false, true, true, true, true, true, true]), "{kept}");
    let mut seen = Value::Null;
    for _ in 0..40 {
        seen = press(bench, TAB).await?;
        if seen["outside"] == "after" {
            return bench.browser.quiet().await;
        }
    }
    anyhow::bail!("Tab never leaves: {seen}")
}

/// The slider as it stands: the months of its thumbs, which of them has the focus, and what it says.
const SLIDER: &str = "
  const root = document.querySelector('bilateral-chart').shadowRoot;
  const thumbs = [...root.querySelectorAll('.track input')];
  const at = thumbs.indexOf(root.activeElement);
  const [from, to] = thumbs.map((thumb) => +thumb.value);
  return { from, to, first: +thumbs[0].min, last: +thumbs[0].max, at, says: thumbs[at]?.ariaValueText
    ?? thumbs[at]?.getAttribute('aria-valuetext') ?? null };";

/// With real keys, as each browser moves its own thumbs by them.
pub(crate) async fn the_thumbs_of_the_slider_answer_to_keys(bench: &Bench) -> Result<()> {
    plot(bench).await?;
    bench.browser.run("document.getElementById('before').focus();").await?;
    let mut seen = bench.browser.run(SLIDER).await?;
    for _ in 0..40 {
        if seen["at"] == 0 {
            break;
        }
        press(bench, TAB).await?;
        seen = bench.browser.run(SLIDER).await?;
    }
    ensure!(seen["at"] == 0, "Tab leads to no thumb: {seen}");
    let month = |seen: &Value, name: &str| seen[name].as_i64().unwrap_or(i64::MIN);
    let (first, last) = (month(&seen, "first"), month(&seen, "last"));
    let start = month(&seen, "from");
    let said = seen["says"].clone();
    // Key by key: where the first thumb then stands, at least and at most; a page is a browser's own.
    let end = month(&seen, "to");
    let mut now = start;
    for (key, least, most) in [
        (RIGHT, 1, 1),
        (UP, 1, 1),
        (LEFT, -1, -1),
        (DOWN, -1, -1),
        (PAGE_UP, 2, end - start),
        (PAGE_DOWN, start - end, -2),
    ] {
        press(bench, key).await?;
        seen = bench.browser.run(SLIDER).await?;
        let by = month(&seen, "from") - now;
        ensure!((least..=most).contains(&by), "{key:?} moves it by {by}: {seen}");
        ensure!(seen["at"] == 0 && month(&seen, "to") == end, "{key:?}: {seen}");
        ensure!(now + by == start || seen["says"] != said, "{key:?} is not said: {seen}");
        now += by;
    }
    for (key, from) in [(HOME, first), (END, end), (HOME, first)] {
        press(bench, key).await?;
        seen = bench.browser.run(SLIDER).await?;
        ensure!(month(&seen, "from") == from && month(&seen, "to") == end, "{key:?}: {seen}");
    }
    press(bench, TAB).await?;
    press(bench, HOME).await?;
    seen = bench.browser.run(SLIDER).await?;
    ensure!(seen["at"] == 1 && month(&seen, "to") == first, "the thumbs cross: {seen}");
    press(bench, END).await?;
    seen = bench.browser.run(SLIDER).await?;
    ensure!(month(&seen, "from") == first && month(&seen, "to") == last, "{seen}");
    bench.browser.quiet().await
}
