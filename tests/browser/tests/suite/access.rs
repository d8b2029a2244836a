//! For everyone: what axe-core finds, names, sizes of targets, narrow windows, wide letters.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use browser::engine::Kind;
use browser::picture::window;
use browser::server::Made;
use fantoccini::Locator;
use serde_json::{Value, json};
use std::fs;

/// Judges the chart as it stands: what axe-core finds, and what it does not look at.
const JUDGE: &str = "
  const judge = async () => {
    const { violations } = await axe.run(document.querySelector('bilateral-chart'), {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const found = violations.map(({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`)}`);
    const root = document.querySelector('bilateral-chart').shadowRoot;
    const canvas = root.querySelector('canvas');
    if (canvas.getAttribute('role') !== 'img' || !canvas.getAttribute('aria-label')) {
      found.push('the canvas has no name');
    }
    const shown = (node) => node.checkVisibility();
    for (const node of [...root.querySelectorAll('button, select, input, a')].filter(shown)) {
      const { width, height } = (node.closest('label') ?? node).getBoundingClientRect();
      // A link in a line of text may be as high as the line; zoom rounds.
      const least = node.localName === 'a' ? 0 : 23.9;
      if (width < least || height < least) {
        found.push(`${node.className || node.id} is ${width} by ${height}: ${node.textContent}`);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide, not ${clientWidth}`);
    const { right } = root.host.getBoundingClientRect();
    for (const node of [...root.querySelectorAll('figure *')].filter(shown)) {
      if (node.closest('.scroll') || node.closest('.unseen')) continue;
      const box = node.getBoundingClientRect();
      if (box.right > right + 1) found.push(`${node.localName} ${node.className} sticks out`);
      if (node.matches('button, select, label') && node.scrollWidth > node.clientWidth + 1) {
        found.push(`${node.className} is cut: ${node.textContent}`);
      }
    }
    return found;
  };";

/// Opens a page with one chart, and brings axe-core to it.
async fn open(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    bring(bench).await
}

/// Opens the same page in a frame of 320 pixels: a window that narrow, where no driver makes one.
async fn open_narrow(bench: &Bench) -> Result<()> {
    let body = "<!doctype html><html lang=\"en\"><title>A narrow window</title>
        <iframe src=\"host.html\" width=\"320\" height=\"800\" frameborder=\"0\"></iframe>";
    let kind = "text/html; charset=utf-8";
    bench.site.put("narrow.html", Made { body: body.into(), kind, policy: "" });
    bench.browser.client.goto(&bench.site.url("narrow.html")).await?;
    let frame = bench.browser.client.find(Locator::Css("iframe")).await?;
    frame.enter_frame().await?;
    let stands = "const root = document.querySelector('bilateral-chart')?.shadowRoot;
        return innerWidth === 320 && Boolean(root?.querySelector('#headline')?.textContent);";
    bench.browser.until("the chart in the narrow window stands", stands).await?;
    bring(bench).await
}

async fn bring(bench: &Bench) -> Result<()> {
    let axe = browser::root().join("www/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe).with_context(|| format!("{} is missing", axe.display()))?;
    bench.browser.run(&format!("{axe}\nreturn true;")).await?;
    let there = bench.browser.run("return typeof axe;").await?;
    ensure!(there == "object", "axe-core is {there}");
    Ok(())
}

/// Languages, and the widths at which each is judged.
const EDITIONS: [(&str, u32); 6] =
    [("en", 1000), ("en", 320), ("az", 320), ("ru", 320), ("kk", 320), ("tg", 320)];

pub(crate) async fn axe_finds_nothing_in_any_view_theme_and_language(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let mut found = Vec::new();
    for view in ["story", "trade", "events", "sectors", "table"] {
        for theme in ["light", "dark"] {
            for (lang, width) in EDITIONS {
                let script = format!(
                    "{JUDGE}
                    const chart = document.querySelector('bilateral-chart');
                    const root = chart.shadowRoot;
                    const page = document.documentElement.style;
                    page.background = '{theme}' === 'dark' ? '#14181d' : '#fff';
                    document.body.style.margin = '0';
                    chart.setAttribute('view', '{view}');
                    chart.setAttribute('theme', '{theme}');
                    chart.setAttribute('lang', '{lang}');
                    Object.assign(chart.style, {{ display: 'block', width: '{width}px' }});
                    await frames(4);
                    for (const button of root.querySelectorAll('.discloser[aria-expanded=false]')) {{
                      if (button.checkVisibility()) button.click();
                    }}
                    await frames(2);
                    const found = await judge();
                    const drawn = root.querySelector('.choice[aria-pressed=true]').dataset.word;
                    if (drawn !== '{view}') found.push(`${{drawn}} is drawn`);
                    return found;"
                );
                let told = bench.browser.run_async(&script).await?;
                for what in told.as_array().context("a list")? {
                    let what = what.as_str().unwrap_or_default();
                    found.push(format!("{view} {theme} {lang} {width}: {what}"));
                }
            }
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    bench.browser.quiet().await
}

/// The whole pages that we publish, with their landmarks and headings: the chart alone and with its
/// sources open, and the static pages.
pub(crate) async fn axe_finds_nothing_on_the_pages_that_are_published(bench: &Bench) -> Result<()> {
    let mut found = Vec::new();
    for page in ["bilateral.html?lang=en", "static/story.en.html", "static/table.ru.html"] {
        bench.browser.client.goto(&bench.site.url(&format!("pkg/{page}"))).await?;
        let stands = "const chart = document.querySelector('bilateral-chart');
            return !chart || Boolean(chart.shadowRoot?.querySelector('#headline')?.textContent);";
        bench.browser.until("the page stands", stands).await?;
        bring(bench).await?;
        let script = "
            const judge = async () => {
              const { violations } = await axe.run(document, {
                resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              });
              return violations.map(({ id, nodes }) =>
                `${id}: ${nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`)}`);
            };
            const found = await judge();
            const root = document.querySelector('bilateral-chart')?.shadowRoot;
            if (root) await opened(root, 'sources');
            if (root) found.push(...await judge());
            const mains = document.querySelectorAll('main').length;
            if (mains !== 1) found.push(`${mains} mains`);
            const titles = [...document.querySelectorAll('h1'),
              ...root?.querySelectorAll('[role=heading][aria-level=\"1\"]') ?? []];
            if (titles.length !== 1) found.push(`${titles.length} titles`);
            return found;";
        for what in bench.browser.run_async(script).await?.as_array().context("a list")? {
            found.push(format!("{page}: {}", what.as_str().unwrap_or_default()));
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

pub(crate) async fn open_regions_and_cards_are_as_sound(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = format!(
        "{JUDGE}
        const chart = document.querySelector('bilateral-chart');
        document.body.style.margin = '0';
        const root = chart.shadowRoot;
        const found = [];
        for (const width of ['1000px', '320px']) {{
          Object.assign(chart.style, {{ display: 'block', width }});
          await frames(4);
          for (const name of ['sources', 'table', 'download']) await opened(root, name);
          // What cannot be copied is shown to be taken by hand.
          Object.defineProperty(navigator, 'clipboard', {{ value: undefined, configurable: true }});
          document.execCommand = () => false;
          await chart.select('e053b');
          await frames(3);
          [...root.querySelectorAll('#download button')].at(-1).click();
          await frames(3);
          if (!root.querySelector('.shown textarea')) found.push('no field');
          if (!root.querySelector('.card.pinned')) found.push('no card');
          found.push(...(await judge()).map((what) => `${{width}}: ${{what}}`));
          await chart.select(null);
        }}
        return [root.querySelectorAll('.panels button').length, found];"
    );
    let told = bench.browser.run_async(&script).await?;
    ensure!(told == json!([3, []]), "{told:#}");
    bench.browser.quiet().await
}

/// At 400 % a window of 1280 pixels has 320; here the window is 1100 wide.
pub(crate) async fn at_four_hundred_per_cent_nothing_is_cut(bench: &Bench) -> Result<()> {
    match bench.browser.engine.kind {
        Kind::Chromium => {
            open(bench).await?;
            window(&bench.browser, 320, 256, 4.0).await?;
        }
        Kind::Firefox => {
            open(bench).await?;
            bench.browser.zoom(1100.0 / 320.0).await?;
        }
        // No driver reaches its zoom, and its window has a least width.
        Kind::Webkit => open_narrow(bench).await?,
    }
    let script = format!(
        "{JUDGE}
        const chart = document.querySelector('bilateral-chart');
        document.body.style.margin = '0';
        const found = [];
        for (const view of ['story', 'trade', 'events', 'sectors', 'table']) {{
          chart.setAttribute('view', view);
          await frames(4);
          found.push(...(await judge()).map((what) => `${{view}}: ${{what}}`));
        }}
        return [chart.clientWidth >= 300 && chart.clientWidth <= 320, innerWidth <= 321, found];"
    );
    let told = bench.browser.run_async(&script).await;
    match bench.browser.engine.kind {
        Kind::Chromium => {
            bench.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        }
        Kind::Firefox => bench.browser.zoom(1.0).await?,
        Kind::Webkit => bench.browser.client.clone().enter_parent_frame().await?,
    }
    let told = told?;
    ensure!(told == json!([true, true, []]), "{told:#}");
    Ok(())
}

/// As WCAG 1.4.12 asks: lines 1.5 high, letters 0.12 em and words 0.16 em apart.
pub(crate) async fn wide_letters_break_no_control(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = format!(
        "{JUDGE}
        const chart = document.querySelector('bilateral-chart');
        document.body.style.margin = '0';
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* {{ line-height: 1.5 !important; letter-spacing: 0.12em !important;
          word-spacing: 0.16em !important; }} p {{ margin-bottom: 2em !important; }}`);
        chart.shadowRoot.adoptedStyleSheets = [...chart.shadowRoot.adoptedStyleSheets, sheet];
        Object.assign(chart.style, {{ display: 'block', width: '320px' }});
        const found = [];
        for (const lang of ['en', 'ru', 'kk']) {{
          chart.setAttribute('lang', lang);
          await frames(4);
          const options = chart.shadowRoot.querySelector('.options');
          if (options.ariaExpanded !== 'true') options.click();
          await frames(1);
          found.push(...(await judge()).map((what) => `${{lang}}: ${{what}}`));
        }}
        return found;"
    );
    let found = bench.browser.run_async(&script).await?;
    ensure!(found == Value::Array(Vec::new()), "{found:#}");
    Ok(())
}

pub(crate) async fn more_contrast_is_given_and_nothing_moves(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let look = "
      const { style } = document.querySelector('bilateral-chart').shadowRoot.querySelector('figure');
      await frames(3);
      return [style.getPropertyValue('--muted') === style.getPropertyValue('--ink'),
        document.getAnimations().length];";
    let before = bench.browser.run_async(look).await?;
    let more = json!({ "features": [{ "name": "prefers-contrast", "value": "more" }] });
    bench.browser.devtools("Emulation.setEmulatedMedia", more).await?;
    let after = bench.browser.run_async(look).await?;
    bench.browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    ensure!(before == json!([false, 0]) && after == json!([true, 0]), "{before}, then {after}");
    Ok(())
}
