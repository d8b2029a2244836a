//! Five shapes of table, each from a file to a drawn chart by a reader's own presses, which are counted;
//! and the list of messages as a text.

use crate::Bench;
use crate::builder_data::{open, wide_workbook, with_hands};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use browser::hands::{ENTER, keys, press};
use serde_json::json;
use std::fs;
use std::time::{Duration, Instant};

/// Each takes as many: it is brought, a field is pressed, and the country is written into it.
const PRESSES: usize = 3;

/// How long a chart may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A table, the country that is asked for, and the partners that the chart then has.
struct Shape {
    name: &'static str,
    bytes: Vec<u8>,
    country: &'static str,
    partners: &'static str,
}

fn shapes() -> Result<Vec<Shape>> {
    let fixture = |name: &str| {
        let path = browser::root().join("tests/import/fixtures").join(name);
        fs::read(&path).with_context(|| path.display().to_string())
    };
    let shape = |name, bytes, country, partners| Shape { name, bytes, country, partners };
    Ok(vec![
        shape("wide.xlsx", wide_workbook()?, "France", "Italy,Japan"),
        shape("comtrade.csv", fixture("comtrade.csv")?, "Kazakhstan", "World,Russia"),
        shape("german.csv", fixture("german.csv")?, "Germany", "Russia,Türkiye,United States"),
        shape("timeline.csv", fixture("timeline.csv")?, "Azerbaijan", "Tajikistan"),
        shape("ten-rows.tsv", fixture("ten-rows.tsv")?, "Norway", "Germany,France"),
    ])
}

/// The canvas has ink, and the chart has as many partners as the table.
const DRAWN: &str = "
  const { shadowRoot, data } = document.querySelector('#chart');
  const canvas = shadowRoot.querySelector('canvas');
  canvas.scrollIntoView({ block: 'center' });
  if (!canvas.width || shadowRoot.querySelector('figure').hidden) return null;
  const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  if (!pixels.some((pixel) => pixel !== pixels[0])) return null;
  const sum = document.querySelector('#check-sum').textContent;
  if (!sum.startsWith('Nothing wrong') || !data.meta) return null;
  return [...shadowRoot.querySelectorAll('.chip')].map((chip) => chip.textContent.trim()).join();";

/// Waits until the chart of these partners is drawn.
async fn drawn(bench: &Bench, partners: &str) -> Result<()> {
    let start = Instant::now();
    loop {
        let found = bench.browser.run(DRAWN).await?;
        if found == json!(partners) {
            return Ok(());
        }
        ensure!(start.elapsed() < PATIENCE, "{found}, not {partners}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

pub(crate) async fn each_shape_is_a_chart_in_three_presses(bench: &Bench) -> Result<()> {
    for Shape { name, bytes, country, partners } in shapes()? {
        open(bench).await?;
        let text = STANDARD.encode(&bytes);
        let bring = if name.ends_with(".tsv") {
            let text = String::from_utf8(bytes)?;
            format!("paste(document.body, {});", json!(text))
        } else {
            format!("bring('{name}', '{text}');")
        };
        let asked = "await until('a question', () => get('#questions [data-option=reporting]'));
            return get('#questions').children.length;";
        let asked = with_hands(bench, &format!("{bring}\n{asked}")).await?;
        ensure!(asked == json!(1), "{name}: {asked} questions");
        let mut presses = 1;
        press(&bench.browser, "document.querySelector('#questions [data-option=reporting]')")
            .await?;
        presses += 1;
        keys(&bench.browser, &country.chars().chain([ENTER]).collect::<Vec<_>>()).await?;
        presses += 1;
        drawn(bench, partners).await.with_context(|| format!("no chart of {name}"))?;
        ensure!(presses == PRESSES, "{name}: {presses} presses");
        println!("    {name}: drawn in {presses} presses");
    }
    Ok(())
}

pub(crate) async fn the_messages_are_copied_as_a_text(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let table = "id,partner,measure,value,unit,period,reporter,source\n\
        a,DE,exports,5,USD,2020,FR,An office\nb,DE,exprots,6,USD,2021,FR,An office\n\
        c,DE,exports,7,dollars,2022,FR,An office\n";
    let script = format!(
        "bring('figures.csv', '{}');
        await until('a table', () => get('#grid').textContent.includes('exprots'));
        say('reporting', 'FR');
        await until('messages', () => get('#messages').textContent.includes('dollars'));
        window.taken = '';
        const writeText = async (text) => {{ window.taken = text; }};
        Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText }}, configurable: true }});
        return [...document.querySelectorAll('#messages li.error')].map((one) =>
          one.querySelector('button').textContent + ': ' + one.querySelector('span:not(.hint)').textContent
          + '\\n  hint: ' + one.querySelector('.hint').textContent);",
        STANDARD.encode(table)
    );
    let shown = with_hands(bench, &script).await?;
    let shown: Vec<&str> =
        shown.as_array().context("a list")?.iter().filter_map(|one| one.as_str()).collect();
    ensure!(shown.len() > 2, "{shown:?}");
    for place in ["figures.csv C3: unknown measure", "figures.csv E4: unknown unit"] {
        ensure!(shown.iter().any(|one| one.starts_with(place)), "{place}: {shown:?}");
    }
    press(&bench.browser, "document.querySelector('#copy-messages')").await?;
    let told = "return document.querySelector('#told').textContent === 'Messages: copied.';";
    bench.browser.until("it is told", told).await?;
    let taken = bench.browser.run("return window.taken;").await?;
    let taken = taken.as_str().context("a text")?;
    for one in shown {
        ensure!(taken.contains(one), "{taken:?} has no {one:?}");
    }
    Ok(())
}

/// Countries of which each has a year more than the one before.
const MANY: [&str; 14] =
    ["IT", "JP", "ES", "NO", "SE", "FI", "DK", "PL", "CZ", "AT", "CH", "BE", "NL", "PT"];

/// A box of the page's own form, and one of the chart's list.
const BOXES: [&str; 2] = [
    "document.querySelector('[name=partner][value=IT]')",
    "document.querySelector('#chart').shadowRoot.querySelector('#partners input[value=JP]')",
];

pub(crate) async fn each_of_many_partners_can_be_chosen(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let mut table = "partner\tyear\texports, USD mln\n".to_owned();
    for (more, code) in MANY.iter().enumerate() {
        for year in 2000..2003 + more {
            table += &format!("{code}\t{year}\t{}\n", 100 + more * 7 + year % 13);
        }
    }
    let script = format!(
        "paste(document.body, {});
        await until('a question', () => get('#questions [data-option=reporting]'));
        say('reporting', 'FR');
        await whole();
        await until('partners', () => document.querySelectorAll('[name=partner]').length === {});
        chart.scrollIntoView();
        await until('a list', () => chart.shadowRoot.querySelector('[aria-controls=partners]')?.checkVisibility());
        chart.shadowRoot.querySelector('[aria-controls=partners]').click();
        return [...document.querySelectorAll('[name=partner]')].filter(({{ checked }}) => checked).length;",
        json!(table),
        MANY.len()
    );
    let shown = with_hands(bench, &script).await?;
    let shown = shown.as_u64().context("a count")?;
    ensure!(0 < shown && shown < MANY.len() as u64, "{shown} are ticked");
    for (more, found) in (1..).zip(BOXES) {
        press(&bench.browser, found).await?;
        let script = format!(
            "const node = {found};
            const codes = document.querySelector('#chart').getAttribute('partners')?.split(' ') ?? [];
            return node.checked && codes.includes(node.value) && codes.length === {}
              && document.querySelector('pre[data-snippet=script]').textContent.includes(codes.join(' '));",
            shown + more
        );
        bench.browser.until(&format!("{found} is ticked and stays"), &script).await?;
    }
    Ok(())
}
