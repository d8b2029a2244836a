//! Cards close by a press elsewhere, and open where they can be seen; Tab is whole after the sound.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use browser::page::Hand;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

const TAB: char = '\u{e004}';
const RIGHT: char = '\u{e014}';

async fn open(bench: &Bench, width: u32) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "const chart = document.querySelector('bilateral-chart');
        Object.assign(chart.style, {{ display: 'block', width: '{width}px' }});
        for (const id of ['before', 'after']) {{
          const link = document.createElement('a');
          Object.assign(link, {{ id, href: '#' + id, textContent: id }});
          chart[id](link);
        }}
        await chart.resize();
        await frames(3);"
    );
    bench.browser.run_async(&script).await?;
    Ok(())
}

/// The centre of what a selector finds on the page or in the chart, brought into the window.
async fn place(bench: &Bench, selector: &str) -> Result<(f64, f64)> {
    let script = format!(
        "const root = document.querySelector('bilateral-chart').shadowRoot;
        const node = root.querySelector('{selector}') ?? document.querySelector('{selector}');
        node.scrollIntoView({{ block: 'center', behavior: 'instant' }});
        const {{ left, top, width, height }} = node.getBoundingClientRect();
        // In the first line of words: a link may stand in another.
        return [left + Math.min(width / 2, 100), top + Math.min(height / 2, 10)];"
    );
    let [x, y] = serde_json::from_value(bench.browser.run(&script).await?)?;
    Ok((x, y))
}

async fn press(bench: &Bench, hand: Hand, selector: &str) -> Result<()> {
    let at = place(bench, selector).await?;
    bench.browser.stroke(hand, &[at]).await
}

const CARD: &str = "return document.querySelector('bilateral-chart').shadowRoot
    .querySelector('.card.pinned .title')?.textContent ?? null;";

pub(crate) async fn a_press_outside_closes_a_card(bench: &Bench) -> Result<()> {
    for width in [1000, 320] {
        open(bench, width).await?;
        for hand in [Hand::Mouse, Hand::Finger] {
            for (selector, closes) in [
                ("#before", true),
                ("#headline", true),
                (".footer", true),
                (".card .title", false),
                ("[part=doors] button", false),
                ("[part=doors] button", false),
            ] {
                let pin = "await document.querySelector('bilateral-chart').select('f034'); await frames(2);";
                bench.browser.run_async(pin).await?;
                ensure!(!bench.browser.run(CARD).await?.is_null(), "no card for {selector}");
                press(bench, hand, selector).await?;
                let card = bench.browser.run(CARD).await?;
                ensure!(card.is_null() == closes, "{width} {hand:?} {selector}: {card}");
            }
        }
    }
    // What a press outside meets does its own work too, though the card had pushed it down.
    let script = "return document.querySelector('bilateral-chart').shadowRoot
        .querySelector('[part=doors] button').ariaExpanded;";
    ensure!(bench.browser.run(script).await? == json!("false"), "the door was not pressed");
    bench.browser.quiet().await
}

async fn key(bench: &Bench, key: char) -> Result<()> {
    let keys = KeyActions::new("keys".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    bench.browser.client.perform_actions(keys).await?;
    bench.browser.run_async("await frames(2);").await?;
    Ok(())
}

/// Whether card and mark are in the window.
const SEEN: &str = "
  const root = document.querySelector('bilateral-chart').shadowRoot;
  const card = root.querySelector('.card');
  if (!card) return 'no card';
  const { top, bottom } = card.getBoundingClientRect();
  const seen = top >= -1 && bottom <= innerHeight + 1;
  return seen ? '' : `${card.querySelector('.title').textContent} from ${top} to ${bottom} of ${innerHeight}`;";

pub(crate) async fn the_walk_brings_what_it_reaches_into_view(bench: &Bench) -> Result<()> {
    let mut found = Vec::new();
    for (view, width) in [("story", 1000), ("story", 320), ("events", 600), ("trade", 360)] {
        open(bench, width).await?;
        let script = format!(
            "const chart = document.querySelector('bilateral-chart');
            chart.setAttribute('view', '{view}');
            document.body.style.padding = '700px 0';
            await frames(3);
            const plot = chart.shadowRoot.querySelector('.plot');
            plot.focus();
            // A reader may have scrolled on: but for its uppermost edge the plot is out of the window.
            scrollBy(0, plot.getBoundingClientRect().top - innerHeight + 60);
            await frames(2);"
        );
        bench.browser.run_async(&script).await?;
        for step in 0..15 {
            key(bench, RIGHT).await?;
            let seen = bench.browser.run(SEEN).await?;
            if seen != "" {
                found.push(format!("{view} {width}, step {step}: {seen}"));
            }
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    bench.browser.quiet().await
}

/// From the first control to the link after the chart, with the sound on.
pub(crate) async fn tab_is_whole_after_the_sound(bench: &Bench) -> Result<()> {
    open(bench, 1000).await?;
    let order = "
      const root = document.querySelector('bilateral-chart').shadowRoot;
      const at = root.activeElement ?? document.activeElement;
      return at.id || at.className || at.parentElement.className || at.textContent;";
    let mut told = Vec::new();
    for plays in [false, true] {
        if plays {
            press(bench, Hand::Mouse, ".sound button").await?;
        }
        bench.browser.run("document.getElementById('before').focus();").await?;
        let mut stops = Vec::new();
        while stops.last() != Some(&json!("after")) {
            ensure!(stops.len() < 60, "Tab never leaves: {stops:?}");
            key(bench, TAB).await?;
            stops.push(bench.browser.run(order).await?);
        }
        told.push(stops);
    }
    ensure!(told[0] == told[1], "{:?}, and with the sound {:?}", told[0], told[1]);
    // And on from the button itself, where the focus is left by a press; on a page with nothing
    // else, by way of the browser, to the first control.
    press(bench, Hand::Mouse, ".sound button").await?;
    key(bench, TAB).await?;
    let next: Value = bench.browser.run(order).await?;
    ensure!(next == "after", "after the button comes {next}");
    bench
        .browser
        .run("for (const id of ['before', 'after']) document.getElementById(id).remove();")
        .await?;
    press(bench, Hand::Mouse, ".sound button").await?;
    let mut around = Vec::new();
    while around.last() != Some(&told[0][0]) {
        ensure!(around.len() < 4, "from the last control Tab goes round {around:?}");
        key(bench, TAB).await?;
        around.push(bench.browser.run(order).await?);
    }
    let at = told[0].iter().position(|stop| stop == "sound").context("no sound button")?;
    ensure!(at + 2 == told[0].len(), "{:?}", told[0]);
    bench.browser.quiet().await
}
