//! For everyone: what axe-core finds, names, sizes of targets, narrow windows, wide letters.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use browser::engine::Kind;
use browser::picture::window;
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
      // A link in a line of text may be as high as the line.
      const least = node.localName === 'a' ? 0 : 24;
      if (width < least || height < least) {
        found.push(`${node.className || node.id} is ${width} by ${height}: ${node.textContent}`);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide, not ${clientWidth}`);
    const { right } = root.querySelector('figure').getBoundingClientRect();
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
    let axe = browser::root().join("www/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe).with_context(|| format!("{} is missing", axe.display()))?;
    bench.browser.run(&format!("{axe}\nreturn true;")).await?;
    let there = bench.browser.run("return typeof axe;").await?;
    ensure!(there == "object", "axe-core is {there}");
    Ok(())
}

pub async fn axe_finds_nothing_in_any_view_theme_and_language(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = format!(
        "{JUDGE}
        const chart = document.querySelector('bilateral-chart');
        document.body.style.margin = '0';
        const found = [];
        let judged = 0;
        const views = [...chart.shadowRoot.querySelectorAll('.choice[data-word]')]
          .map(({{ dataset }}) => dataset.word)
          .filter((word) => ['story', 'trade', 'events', 'sectors', 'table'].includes(word));
        for (const view of views) for (const theme of ['light', 'dark']) {{
          for (const lang of ['en', 'az', 'ru', 'kk', 'tg']) {{
            // Wide and narrow in turn; every view, theme and language is judged at 320 pixels.
            for (const width of lang === 'en' ? ['1000px', '320px'] : ['320px']) {{
              Object.assign(chart.style, {{ display: 'block', width }});
              for (const [name, value] of Object.entries({{ view, theme, lang }})) {{
                chart.setAttribute(name, value);
              }}
              document.documentElement.style.background = theme === 'dark' ? '#14181d' : '#fff';
              await frames(3);
              const options = chart.shadowRoot.querySelector('.options');
              if (options.checkVisibility() && options.ariaExpanded !== 'true') options.click();
              const kinds = chart.shadowRoot.querySelector('[aria-controls=kinds]');
              if (kinds.checkVisibility() && kinds.ariaExpanded !== 'true') kinds.click();
              await frames(2);
              judged += 1;
              for (const what of await judge()) {{
                found.push(`${{view}} ${{theme}} ${{lang}} ${{width}}: ${{what}}`);
              }}
            }}
          }}
        }}
        return [views.length, judged, found];"
    );
    let told = bench.browser.run_async(&script).await?;
    let [views, judged] = [0, 1].map(|at| told[at].as_u64().unwrap_or(0));
    ensure!(told[2] == json!([]), "{:#}", told[2]);
    ensure!(views >= 5 && judged == views * 12, "{views} views, judged {judged} times");
    bench.browser.quiet().await
}

pub async fn open_regions_and_cards_are_as_sound(bench: &Bench) -> Result<()> {
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
          for (const door of root.querySelectorAll('.doors button')) {{
            if (door.ariaExpanded !== 'true') door.click();
          }}
          await chart.select('e053b');
          await frames(3);
          if (!root.querySelector('.card.pinned')) found.push('no card');
          found.push(...(await judge()).map((what) => `${{width}}: ${{what}}`));
          await chart.select(null);
        }}
        return [root.querySelectorAll('.doors button').length, found];"
    );
    let told = bench.browser.run_async(&script).await?;
    ensure!(told == json!([3, []]), "{told:#}");
    bench.browser.quiet().await
}

/// At 400 % a window of 1280 pixels has 320.
pub async fn at_four_hundred_per_cent_nothing_is_cut(bench: &Bench) -> Result<()> {
    match bench.browser.engine.kind {
        Kind::Chromium => window(&bench.browser, 320, 256, 4.0).await?,
        Kind::Firefox => bench.browser.zoom(4.0).await?,
        // It has no zoom that a driver reaches: the same, by the size of all that CSS measures.
        Kind::Webkit => {}
    }
    let result = zoomed(bench).await;
    match bench.browser.engine.kind {
        Kind::Chromium => {
            bench.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        }
        Kind::Firefox => bench.browser.zoom(1.0).await?,
        Kind::Webkit => {}
    }
    result
}

async fn zoomed(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let zoom = match bench.browser.engine.kind {
        Kind::Webkit => "document.body.style.zoom = '4'; chart.style.width = '256px';",
        _ => "",
    };
    let script = format!(
        "{JUDGE}
        const chart = document.querySelector('bilateral-chart');
        document.body.style.margin = '0';
        {zoom}
        const found = [];
        for (const view of ['story', 'trade', 'events']) {{
          chart.setAttribute('view', view);
          await frames(4);
          found.push(...(await judge()).map((what) => `${{view}}: ${{what}}`));
        }}
        return [innerWidth <= 330 || {}, found];",
        !zoom.is_empty()
    );
    let told = bench.browser.run_async(&script).await?;
    ensure!(told == json!([true, []]), "{told:#}");
    Ok(())
}

/// As WCAG 1.4.12 asks: lines 1.5 high, letters 0.12 em and words 0.16 em apart.
pub async fn wide_letters_break_no_control(bench: &Bench) -> Result<()> {
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

pub async fn more_contrast_is_given_and_nothing_moves(bench: &Bench) -> Result<()> {
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
