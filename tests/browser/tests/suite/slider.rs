//! The period's slider by real drags, with the mouse and with a finger.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use browser::page::Hand;
use serde_json::{Value, json};

/// The thumbs' centres and values, the track's width, the words; and what a finger on each would meet.
const LOOK: &str = "
  const root = document.querySelector('bilateral-chart').shadowRoot;
  const thumbs = [...root.querySelectorAll('.track input')];
  const boxes = thumbs.map((thumb) => thumb.getBoundingClientRect());
  const track = root.querySelector('.track').getBoundingClientRect();
  return {
    at: boxes.map(({ left, width }) => left + width / 2), y: boxes[0].top + boxes[0].height / 2,
    top: track.top, width: track.width, left: track.left,
    values: thumbs.map(({ value }) => +value), first: +thumbs[0].min, last: +thumbs[0].max,
    text: root.querySelector('.period .text').textContent,
    meets: boxes.map(({ left, top, width, height }) =>
      thumbs.indexOf(root.elementFromPoint(left + width / 2, top + height / 2))),
  };";

/// Notes at each move, and in the frame after it, how far the thumb is from the pointer, and where the
/// track is.
const TRAIL: &str = "
  const root = document.querySelector('bilateral-chart').shadowRoot;
  const thumb = root.querySelectorAll('.track input')[THUMB];
  window.trail = [];
  const note = ({ clientX }) => {
    const { left, width } = thumb.getBoundingClientRect();
    const track = root.querySelector('.track').getBoundingClientRect();
    trail.push({ off: left + width / 2 - clientX, top: track.top, width: track.width, left: track.left });
  };
  const listen = (event) => {
    if (window.trail !== mine || !event.buttons) return;
    note(event);
    requestAnimationFrame(() => requestAnimationFrame(() => trail === mine && last === event && note(event)));
    last = event;
  };
  const mine = window.trail;
  let last;
  document.addEventListener('pointermove', listen);
  document.addEventListener('pointerup', () => { last = undefined; });";

async fn look(bench: &Bench) -> Result<Value> {
    bench.browser.run(LOOK).await
}

async fn open(bench: &Bench, width: u32) -> Result<Value> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "const chart = document.querySelector('bilateral-chart');
        Object.assign(chart.style, {{ display: 'block', width: '{width}px' }});
        await chart.resize();
        const options = chart.shadowRoot.querySelector('.options');
        if (options.checkVisibility()) options.click();
        await frames(3);"
    );
    bench.browser.run_async(&script).await?;
    look(bench).await
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().with_context(|| format!("no number: {value}"))
}

pub(crate) async fn a_press_on_a_thumb_changes_nothing(bench: &Bench) -> Result<()> {
    for hand in [Hand::Mouse, Hand::Finger] {
        let before = open(bench, 1000).await?;
        ensure!(before["meets"] == json!([0, 1]), "at the whole range one is covered: {before}");
        for thumb in [0, 1] {
            let (x, y) = (number(&before["at"][thumb])?, number(&before["y"])?);
            for aside in [-7.0, 0.0, 6.0] {
                bench.browser.stroke(hand, &[(x + aside, y)]).await?;
            }
        }
        let after = look(bench).await?;
        ensure!(after == before, "{hand:?}: {before}, then {after}");
    }
    bench.browser.quiet().await
}

pub(crate) async fn what_is_grabbed_stays_under_the_hand(bench: &Bench) -> Result<()> {
    for (width, hand) in
        [(1000, Hand::Mouse), (1000, Hand::Finger), (320, Hand::Mouse), (320, Hand::Finger)]
    {
        let before = open(bench, width).await?;
        // On a phone the two would meet.
        let far = if width == 320 { 45.0 } else { 60.0 };
        for (thumb, by) in [(0, far), (1, -far), (0, -25.0)] {
            let start = look(bench).await?;
            let (x, y) = (number(&start["at"][thumb])?, number(&start["y"])?);
            bench.browser.run(&TRAIL.replace("THUMB", &thumb.to_string())).await?;
            // Not by its very centre.
            let way = [0.0, 0.3, 0.7, 1.0].map(|share| (x + 5.0 + by * share, y));
            bench.browser.stroke(hand, &way).await?;
            let trail = bench.browser.run("return trail;").await?;
            ensure!(trail.as_array().is_some_and(|trail| trail.len() >= 3), "no moves: {trail}");
            for held in trail.as_array().into_iter().flatten() {
                let off = number(&held["off"])? + 5.0;
                ensure!(off.abs() < 1.5, "{width} {hand:?}: {off} px beside in {trail}");
                // Let go, the headline may take another line; until then nothing moves.
                for (name, as_in) in [("top", &start), ("width", &before), ("left", &before)] {
                    ensure!(held[name] == as_in[name], "{hand:?} the track's {name}: {trail}");
                }
            }
            let end = look(bench).await?;
            let months = number(&end["last"])? - number(&end["first"])?;
            let step = (number(&end["width"])? - 24.0) / months;
            let off = number(&end["at"][thumb])? - x - by;
            ensure!(off.abs() <= step / 2.0 + 1.0, "{width} {hand:?}: settles {off} px off: {end}");
            ensure!(end["values"] != start["values"] && end["text"] != start["text"], "{end}");
            ensure!(end["values"][1 - thumb] == start["values"][1 - thumb], "{start}, then {end}");
        }
    }
    bench.browser.quiet().await
}

/// The line takes a press to the nearer thumb, and two thumbs in one place part either way.
pub(crate) async fn the_line_and_thumbs_in_one_place_answer(bench: &Bench) -> Result<()> {
    for hand in [Hand::Mouse, Hand::Finger] {
        let before = open(bench, 1000).await?;
        let (left, width) = (number(&before["left"])?, number(&before["width"])?);
        let (middle, y) = ((left + width * 0.4).round(), number(&before["y"])?);
        bench.browser.stroke(hand, &[(middle, y)]).await?;
        let pressed = look(bench).await?;
        let off = number(&pressed["at"][0])? - middle;
        ensure!(off.abs() < 2.0 && pressed["values"][1] == before["values"][1], "{pressed}");
        // The right one to the left one, as far as it goes.
        let y = number(&pressed["y"])?;
        bench.browser.stroke(hand, &[(number(&pressed["at"][1])?, y), (left + 12.0, y)]).await?;
        let met = look(bench).await?;
        ensure!(met["values"][0] == met["values"][1], "the thumbs cross: {met}");
        for (thumb, by) in [(1, 80.0), (0, -80.0)] {
            let (x, y) = (number(&met["at"][0])?, number(&look(bench).await?["y"])?);
            bench.browser.stroke(hand, &[(x, y), (x + by, y)]).await?;
            let parted = look(bench).await?;
            let off = number(&parted["at"][thumb])? - x - by;
            ensure!(off.abs() < 2.0, "{hand:?}: {met}, then {parted}");
            let stays = number(&parted["values"][1 - thumb])? - number(&met["values"][0])?;
            ensure!(stays.abs() <= 1.0, "{hand:?} moves both: {met}, then {parted}");
            // Back for the other way.
            let y = number(&parted["y"])?;
            bench.browser.stroke(hand, &[(number(&parted["at"][thumb])?, y), (x, y)]).await?;
        }
    }
    bench.browser.quiet().await
}
