//! Hands on the time axis, the slider, the options; and what the page and the printer ask for.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// The months of the slider, the words beside it, and whether the reset is offered.
const RANGE: &str = "
  const range = () => {
    const root = document.querySelector('bilateral-chart').shadowRoot;
    const [from, to] = [...root.querySelectorAll('.track input')].map((input) => +input.value);
    return { from, to, months: to - from + 1, text: root.querySelector('.period .text').textContent,
      reset: root.querySelector('.reset').checkVisibility() };
  };";

async fn open(bench: &Bench) -> Result<Value> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    bench.browser.run("document.querySelector('bilateral-chart').style.display = 'block';").await?;
    range(bench).await
}

/// A view whose axis holds all that there is: a reset leads back to where it began.
async fn open_trade(bench: &Bench) -> Result<Value> {
    open(bench).await?;
    let script = "document.querySelector('bilateral-chart').setAttribute('view', 'trade');
        await frames(3);
        return null;";
    bench.browser.run_async(script).await?;
    range(bench).await
}

async fn range(bench: &Bench) -> Result<Value> {
    bench.browser.run(&format!("{RANGE} return range();")).await
}

fn number(value: &Value, name: &str) -> Result<f64> {
    value[name].as_f64().with_context(|| format!("no {name} in {value}"))
}

/// The upper left corner of the canvas and its width.
async fn canvas(bench: &Bench) -> Result<[f64; 3]> {
    let script = "
      const canvas = document.querySelector('bilateral-chart').shadowRoot.querySelector('canvas');
      const { left, top, width } = canvas.getBoundingClientRect();
      return [left, top, width];";
    Ok(serde_json::from_value(bench.browser.run(script).await?)?)
}

pub(crate) async fn the_wheel_zooms_where_it_is_meant_and_a_reset_takes_it_back(
    bench: &Bench,
) -> Result<()> {
    let before = open_trade(bench).await?;
    ensure!(before["reset"] == json!(false), "{before}");
    let script = format!(
        "{RANGE}
        const root = document.querySelector('bilateral-chart').shadowRoot;
        const canvas = root.querySelector('canvas');
        const {{ left, top }} = canvas.getBoundingClientRect();
        const wheel = async (init) => {{
          const event = new WheelEvent('wheel', {{ bubbles: true, cancelable: true, composed: true,
            clientX: left + 500, clientY: top + 90, ...init }});
          canvas.dispatchEvent(event);
          await frames(3);
          return [event.defaultPrevented, range().months];
        }};
        const plain = await wheel({{ deltaY: -300 }});
        const nearer = await wheel({{ deltaY: -300, ctrlKey: true }});
        const farther = await wheel({{ deltaY: 10, deltaMode: 1, metaKey: true }});
        const offered = range().reset;
        root.querySelector('.reset').click();
        await frames(3);
        return {{ plain, nearer, farther, offered, after: range(),
          focus: root.activeElement?.className }};"
    );
    let told = bench.browser.run_async(&script).await?;
    let months = number(&before, "months")?;
    ensure!(told["plain"] == json!([false, before["months"]]), "the page scrolls: {told}");
    let (nearer, farther) = (&told["nearer"], &told["farther"]);
    ensure!(nearer[0] == json!(true) && farther[0] == json!(true), "{told}");
    let (nearer, farther) = (nearer[1].as_f64(), farther[1].as_f64());
    ensure!(nearer < Some(months * 0.7) && farther > nearer, "from {months}: {told}");
    ensure!(told["offered"] == json!(true) && told["after"] == before, "{before} {told}");
    ensure!(told["focus"] == "plot", "the focus is lost with the button: {told}");
    bench.browser.quiet().await
}

pub(crate) async fn a_drag_pans_and_pins_nothing(bench: &Bench) -> Result<()> {
    let before = open(bench).await?;
    let [left, top, width] = canvas(bench).await?;
    let (from, to) = ((left + width * 0.4, top + 60.0), (left + width * 0.65, top + 75.0));
    bench.browser.drag(from, to).await?;
    let after = range(bench).await?;
    let moved = number(&before, "from")? - number(&after, "from")?;
    let expected = number(&before, "months")? * 0.25;
    // The plot is narrower than the canvas by its labels, so a little more of it is moved.
    ensure!(
        (-1.0..8.0).contains(&(moved - expected)),
        "{moved} months, not {expected}: {before} {after}"
    );
    ensure!((number(&before, "months")? - number(&after, "months")?).abs() < 1.5, "{after}");
    let pinned = "return document.querySelector('bilateral-chart').shadowRoot
        .querySelector('.card.pinned') !== null;";
    ensure!(bench.browser.run(pinned).await? == json!(false), "the drag's end pinned a card");
    bench.browser.quiet().await
}

pub(crate) async fn a_double_click_and_two_fingers_zoom(bench: &Bench) -> Result<()> {
    let before = open_trade(bench).await?;
    let script = format!(
        "{RANGE}
        const root = document.querySelector('bilateral-chart').shadowRoot;
        const canvas = root.querySelector('canvas');
        canvas.setPointerCapture = () => {{}};
        const {{ left, top }} = canvas.getBoundingClientRect();
        const init = {{ bubbles: true, cancelable: true, composed: true, clientY: top + 90 }};
        canvas.dispatchEvent(new MouseEvent('dblclick', {{ ...init, clientX: left + 600 }}));
        await frames(3);
        const halved = range().months;
        root.querySelector('.reset').click();
        await frames(3);
        const finger = (type, pointerId, x) => canvas.dispatchEvent(new PointerEvent(type, {{
          ...init, pointerId, pointerType: 'touch', clientX: left + x }}));
        finger('pointerdown', 7, 400);
        finger('pointerdown', 8, 600);
        for (const by of [30, 60, 100]) {{
          finger('pointermove', 7, 400 - by);
          finger('pointermove', 8, 600 + by);
          await frames(2);
        }}
        finger('pointerup', 7, 300);
        finger('pointerup', 8, 700);
        await frames(3);
        return [halved, range().months, getComputedStyle(canvas).touchAction];"
    );
    let told = bench.browser.run_async(&script).await?;
    let months = number(&before, "months")?;
    for at in [0, 1] {
        let zoomed = told[at].as_f64().unwrap_or(0.0);
        ensure!((zoomed - months / 2.0).abs() <= 3.0, "{months} to {zoomed}: {told}");
    }
    ensure!(told[2] == "pan-y", "a finger cannot scroll the page: {told}");
    bench.browser.quiet().await
}

pub(crate) async fn the_slider_says_dates_and_its_thumbs_never_cross(bench: &Bench) -> Result<()> {
    let before = open(bench).await?;
    let script = format!(
        "{RANGE}
        const root = document.querySelector('bilateral-chart').shadowRoot;
        const [from, to] = root.querySelectorAll('.track input');
        const set = async (thumb, value) => {{
          thumb.value = value;
          thumb.dispatchEvent(new Event('input', {{ bubbles: true }}));
          await frames(3);
        }};
        await set(from, +from.value + 14);
        const words = [from, to].map((thumb) => thumb.ariaValueText);
        const text = range().text;
        await set(from, +to.value + 20);
        const crossed = range();
        return {{ words, text, crossed, labels: [from, to].map((thumb) => thumb.ariaLabel),
          types: [from, to].map((thumb) => `${{thumb.type}} ${{thumb.step}}`) }};"
    );
    let told = bench.browser.run_async(&script).await?;
    ensure!(told["labels"] == json!(["Start", "End"]), "{told}");
    ensure!(told["types"] == json!(["range ", "range "]), "native, a month a step: {told}");
    let words = [0, 1].map(|at| told["words"][at].as_str().unwrap_or_default().to_owned());
    ensure!(words[0].starts_with("March ") && words[1].starts_with("December "), "{told}");
    ensure!(told["text"].as_str().is_some_and(|text| text.starts_with(&words[0])), "{told}");
    let crossed = &told["crossed"];
    ensure!(number(crossed, "months")? == 1.0, "the thumbs cross: {crossed}");
    ensure!(crossed["to"] == before["to"] && crossed["reset"] == json!(true), "{before} {told}");
    bench.browser.quiet().await
}

pub(crate) async fn kinds_and_options_open_and_choose(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const root = chart.shadowRoot;
      const state = () => probe.told.filter(([type]) => type === 'change').at(-1)?.[1];
      const kinds = root.querySelector('[aria-controls=kinds]');
      const boxes = () => [...root.querySelectorAll('.boxes input')].filter((box) => box.checkVisibility());
      const closed = boxes().length;
      kinds.click();
      const all = boxes();
      all[0].click();
      await frames(2);
      const chosen = (state().kinds ?? '').split(' ').length;
      root.querySelector('.all').click();
      await frames(2);
      const again = [state().kinds ?? null, boxes().every((box) => box.checked)];
      const measure = root.querySelector('select');
      measure.value = 'exports';
      measure.dispatchEvent(new Event('change', { bubbles: true }));
      await frames(2);
      const measured = state().measure;
      chart.style.width = '320px';
      await frames(4);
      const hidden = !measure.checkVisibility();
      const options = root.querySelector('.options');
      options.click();
      await frames(1);
      return [closed, all.length - chosen, again, measured, hidden, measure.checkVisibility(),
        options.ariaExpanded, all.length > 3];";
    let told = bench.browser.run_async(script).await?;
    let expected = json!([0, 1, [null, true], "exports", true, true, "true", true]);
    ensure!(told == expected, "{told}");
    bench.browser.quiet().await
}

pub(crate) async fn a_cluster_zooms_to_its_span(bench: &Bench) -> Result<()> {
    let before = open(bench).await?;
    let script = format!(
        "{RANGE}
        const root = document.querySelector('bilateral-chart').shadowRoot;
        const plot = root.querySelector('.plot');
        plot.focus();
        const press = async (key) => {{
          plot.dispatchEvent(new KeyboardEvent('keydown', {{ key, bubbles: true, cancelable: true }}));
          await frames(2);
        }};
        for (let step = 0; step < 150; step++) {{
          await press('ArrowRight');
          await press('Enter');
          const zoom = [...root.querySelectorAll('.card .content > .line')].at(-1);
          if (zoom) {{
            zoom.click();
            await frames(3);
            return [zoom.textContent, range()];
          }}
        }}
        return ['no cluster', range()];"
    );
    let told = bench.browser.run_async(&script).await?;
    ensure!(told[0] == "Zoom to this period", "{told}");
    ensure!(number(&told[1], "months")? != number(&before, "months")?, "{before} {told}");
    bench.browser.quiet().await
}

pub(crate) async fn paper_is_drawn_light_and_sharp(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const root = chart.shadowRoot;
      const canvas = root.querySelector('canvas');
      chart.setAttribute('theme', 'dark');
      await frames(3);
      const look = () => [canvas.width / parseFloat(canvas.style.width),
        [...canvas.getContext('2d').getImageData(0, 0, 1, 1).data].slice(0, 3).join(),
        root.querySelector('figure').style.colorScheme];
      const screen = look();
      const printed = () => ['sources', 'table'].map((id) => root.getElementById(id).dataset.printed === '');
      dispatchEvent(new Event('beforeprint'));
      const alone = printed();
      dispatchEvent(new Event('afterprint'));
      await frames(3);
      await opened(root, 'table');
      dispatchEvent(new Event('beforeprint'));
      const paper = look();
      const filled = ['sources', 'table'].map((id) => root.getElementById(id).textContent.length > 100);
      const both = printed();
      const listed = root.querySelectorAll('.references > li:not(.rest)').length;
      const cited = [...root.querySelectorAll('.cited button')].map(({ textContent }) => Number(textContent.slice(1, -1)));
      const whole = listed > 100 && listed >= Math.max(...cited) && !root.querySelector('.references > .rest');
      const fits = parseFloat(canvas.style.width) <= 800;
      dispatchEvent(new Event('afterprint'));
      await frames(3);
      return [screen, paper, look(), filled, devicePixelRatio, whole, fits, alone, both];";
    let told = bench.browser.run_async(script).await?;
    let ratio = &told[4];
    let screen = json!([ratio, "20,24,29", "dark"]);
    ensure!(told[0] == screen && told[2] == screen, "before and after: {told}");
    ensure!(told[1] == json!([3, "255,255,255", "light"]), "on paper: {told}");
    ensure!(told[3] == json!([true, true]), "sources and table: {told}");
    ensure!(told[5] == true, "each source that is cited is listed: {told}");
    ensure!(told[6] == true, "no wider than a page: {told}");
    let (alone, both) = (json!([false, false]), json!([true, true]));
    ensure!(told[7] == alone, "the figure is printed alone where nothing is open: {told}");
    ensure!(told[8] == both, "a table is printed with its sources: {told}");
    bench.browser.quiet().await
}

pub(crate) async fn the_page_gives_fonts_and_an_accent(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const root = chart.shadowRoot;
      const image = () => root.querySelector('canvas').toDataURL();
      const before = image();
      chart.style.setProperty('--bilateral-font', 'monospace');
      await chart.resize();
      const inked = image() !== before;
      const family = getComputedStyle(root.querySelector('.chip')).fontFamily;
      chart.style.setProperty('--bilateral-accent', 'rebeccapurple');
      await chart.resize();
      const focus = root.querySelector('figure').style.getPropertyValue('--focus');
      chart.style.setProperty('--bilateral-accent', 'no colour');
      await chart.resize();
      return [inked, family, focus, root.querySelector('figure').style.getPropertyValue('--focus')];";
    let told = bench.browser.run_async(script).await?;
    ensure!(told == json!([true, "monospace", "#663399", "#1b1f24"]), "{told}");
    bench.browser.quiet().await
}
