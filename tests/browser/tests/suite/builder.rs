//! The builder page, opened from the disk as an editor opens it.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use browser::picture::window;
use browser::server::Made;
use serde_json::{Value, json};
use std::fs;

/// How a reader fills a field, chooses a radio button, and what a snippet then says.
const HANDS: &str = "
  const get = (selector) => document.querySelector(selector);
  const rest = async () => {
    await new Promise((done) => setTimeout(done, 200));
    await frames(3);
  };
  const type = async (selector, text) => {
    get(selector).value = text;
    get(selector).dispatchEvent(new Event('input', { bubbles: true }));
    await rest();
  };
  const click = async (selector) => {
    get(selector).click();
    await rest();
  };
  const snippet = (name) => get(`pre[data-snippet=${name}]`).textContent;
  const chart = get('bilateral-chart');";

async fn open(bench: &Bench) -> Result<()> {
    let file = browser::root().join("pkg/builder.html");
    bench.browser.open_page(&format!("file://{}", file.display())).await
}

async fn with_hands(bench: &Bench, script: &str) -> Result<Value> {
    bench.browser.run_async(&format!("{HANDS}\n{script}")).await
}

pub(crate) async fn the_chart_and_the_snippets_follow_what_is_chosen(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
        const before = snippet('script');
        await click('[name=view][value=trade]');
        await click('[name=partner][value=RU]');
        await type('[name=lang]', 'az');
        await type('[name=from]', '2020');
        await type('[name=to]', '20');
        await type('[name=base]', 'https://charts.example.net/b');
        const shown = ['view', 'partners', 'lang', 'from', 'to'].map((name) => chart.getAttribute(name));
        const frame = document.createElement('template');
        frame.innerHTML = snippet('frame');
        const { src, title, height } = frame.content.querySelector('iframe');
        const headline = chart.shadowRoot.getElementById('headline').textContent;
        return { before, shown, invalid: get('[name=to]').getAttribute('aria-invalid'),
          script: snippet('script'), oembed: snippet('oembed'), src, titled: title === headline,
          tall: Number(height) > 200, hugo: snippet('hugo') };";
    let found = with_hands(bench, script).await?;
    let base = "https://charts.example.net/b";
    ensure!(
        found["before"].as_str().is_some_and(|text| text.contains("<bilateral-chart>")),
        "the default is written: {found}"
    );
    ensure!(found["shown"] == json!(["trade", "KZ TJ", "az", "2020", null]), "{found}");
    ensure!(found["invalid"] == "true", "a broken year is not marked: {found}");
    let script = found["script"].as_str().context("a snippet")?;
    let element = "<bilateral-chart view=\"trade\" partners=\"KZ TJ\" from=\"2020\" lang=\"az\">";
    ensure!(
        script.contains(element) && script.contains(&format!("src=\"{base}/bilateral.js\"")),
        "{script}"
    );
    ensure!(found["oembed"] == format!("{base}/static/chart.az.html"), "{found}");
    let src = format!("{base}/bilateral.html?view=trade&partners=KZ+TJ&from=2020&lang=az");
    ensure!(found["src"] == src && found["titled"] == true && found["tall"] == true, "{found}");
    let hugo = "{{< bilateral view=\"trade\" partners=\"KZ TJ\" from=\"2020\" lang=\"az\" >}}";
    ensure!(found["hugo"] == hugo, "{found}");
    Ok(())
}

/// With the dataset that is inside: the archive has the picture that the snippets name.
pub(crate) async fn the_chart_of_the_dataset_inside_is_made_as_files(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
        await click('[name=view][value=trade]');
        await click('[name=partner][value=RU]');
        for (const box of document.querySelectorAll('[name=pack]')) box.checked = box.value === 'en';
        const saved = new Promise((done) => {
          URL.createObjectURL = (blob) => (done(blob), 'about:blank');
        });
        HTMLAnchorElement.prototype.click = () => {};
        get('#pack').click();
        await saved;
        const picture = /static\\/chart\\.en\\.png/.exec(snippet('image'))?.[0];
        const files = [...document.querySelectorAll('#pack-files code')].map((one) => one.textContent);
        return [picture, files.includes(picture), files.includes('static/chart.en.html'), files.includes('bilateral.html'),
          get('#picture-hint').hidden, snippet('image').includes('alt=\"Trade turnover: Kazakhstan, Tajikistan')];";
    let found = with_hands(bench, script).await?;
    let expected = json!(["static/chart.en.png", true, true, true, false, true]);
    ensure!(found == expected, "{found}");
    Ok(())
}

/// How far the parts of a page move until its chart stands, as browsers reckon it.
const SHIFT: &str = "
  const chart = () => document.querySelector('bilateral-chart')?.shadowRoot?.querySelector('figure');
  for (const end = performance.now() + 20000; performance.now() < end;) {
    if (document.querySelector('iframe') || (chart() && !chart().hidden && chart().offsetHeight > 200)) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  await new Promise((done) => setTimeout(done, 500));
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) sum += value;
  }).observe({ type: 'layout-shift', buffered: true });
  await new Promise((done) => setTimeout(done, 200));
  return [sum, document.querySelector('iframe') ? 'frame' : `${chart()?.offsetHeight}`];";

pub(crate) async fn nothing_moves_as_a_snippet_becomes_a_chart(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let base = bench.site.url("pkg");
    let script = format!(
        "await type('[name=base]', '{base}');
        get('#widths [value=\"600\"]').click();
        await rest();
        return [['script', snippet('room')], ['light', snippet('room')], ['frame', ''], ['script', '']].map(([name, rule]) => [snippet(name), rule]);"
    );
    let pages = with_hands(bench, &script).await?;
    window(&bench.browser, 900, 1600, 1.0).await?;
    let mut shifts = Vec::new();
    for page in pages.as_array().context("pages")? {
        let (markup, rule) =
            (page[0].as_str().context("markup")?, page[1].as_str().context("a rule")?);
        let body = format!(
            "<!doctype html><html lang=\"en\"><title>An article</title>
            <style>body {{ margin: 0 }} main {{ width: 600px }} img {{ max-width: 100% }} {rule}</style>
            <main><p>Above</p>{markup}<p>Below</p></main></html>"
        );
        let kind = "text/html; charset=utf-8";
        bench.site.put("still.html", Made { body: body.into(), kind, policy: "" });
        let _ = bench.site.requests();
        bench.browser.client.goto(&bench.site.url("still.html")).await?;
        let found = bench.browser.run_async(SHIFT).await?;
        if markup.contains("modulepreload") {
            asked_once(&bench.site.requests())?;
        }
        shifts.push(found[0].as_f64().context("a sum")?);
        println!("    {}: {found}", markup.lines().next_back().unwrap_or_default());
    }
    ensure!(shifts[..3] == [0.0, 0.0, 0.0], "the page moves by {shifts:?}");
    ensure!(shifts[3] > 0.0, "without the rule nothing moves either: the test sees nothing");
    Ok(())
}

/// What is preloaded is what is used.
fn asked_once(requests: &[String]) -> Result<()> {
    for name in ["slim.mjs", "slim-element.mjs", "bilateral.wasm"] {
        let times = requests.iter().filter(|path| path.ends_with(&format!("/{name}"))).count();
        ensure!(times == 1, "{name} is asked for {times} times: {requests:?}");
    }
    Ok(())
}

pub(crate) async fn the_form_follows_the_buttons_of_the_chart(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
        chart.shadowRoot.querySelector('[data-word=events]').click();
        chart.shadowRoot.querySelector('[data-code=TJ]').click();
        await rest();
        return [get('[name=view]:checked').value, get('[name=partner][value=TJ]').checked,
          get('[name=measure]').closest('[hidden]') !== null, snippet('wordpress')];";
    let found = with_hands(bench, script).await?;
    let shortcode = "[bilateral view=\"events\" partners=\"KZ RU\"]";
    ensure!(found == json!(["events", false, true, shortcode]), "{found}");
    Ok(())
}

pub(crate) async fn a_hostile_title_and_policy_stay_text(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
        const hostile = '\"><img src=x onerror=alert(1)><script>alert(1)</script>';
        const count = () => document.querySelectorAll('img, script, [style] img, iframe').length;
        const before = count();
        await type('[name=title]', hostile);
        await type('[name=text]', `script-src 'self' ${hostile}; ${hostile} x`);
        return { more: count() - before, inside: chart.shadowRoot.querySelectorAll('img, script').length,
          headline: chart.shadowRoot.getElementById('headline').textContent === hostile,
          inline: document.querySelectorAll('[onclick], [onerror], [onload]').length,
          verdict: get('#verdict').textContent.includes('not a directive') };";
    let found = with_hands(bench, script).await?;
    let expected =
        json!({ "more": 0, "inside": 0, "headline": true, "inline": 0, "verdict": true });
    ensure!(found == expected, "{found}");
    Ok(())
}

pub(crate) async fn a_policy_is_judged_and_mended(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
        await type('[name=base]', 'https://charts.example.net/b');
        await type('[name=text]', \"Content-Security-Policy: default-src 'self'; frame-src *\");
        const read = () => [...document.querySelectorAll('.way')].map((way) =>
          [way.querySelector('h3').textContent, ...[...way.querySelectorAll('code')].map((code) => code.textContent)]);
        const first = read();
        const lines = first.flatMap(([, ...lines]) => lines);
        await type('[name=text]', `default-src 'self'; frame-src *; ${lines.join('; ')}`);
        return { first, then: read().map(([heading]) => heading) };";
    let found = with_hands(bench, script).await?;
    let host = "https://charts.example.net";
    let (script, image) =
        (format!("script-src 'self' {host} 'wasm-unsafe-eval'"), format!("img-src 'self' {host}"));
    let first = json!([
        ["✕Script and element: blocked", script, image],
        ["✓Frame, and address to paste: allowed"],
        ["✕Picture and link: blocked", image],
    ]);
    ensure!(found["first"] == first, "{found}");
    let then = [
        "✓Script and element: allowed",
        "✓Frame, and address to paste: allowed",
        "✓Picture and link: allowed",
    ];
    ensure!(found["then"] == json!(then), "what was advised does not mend it: {found}");
    Ok(())
}

pub(crate) async fn a_snippet_is_copied_or_selected(bench: &Bench) -> Result<()> {
    open(bench).await?;
    // The clipboard of a browser that is driven belongs to no one, so a stand-in takes the text.
    let script = "
        const told = () => get('#told').textContent;
        const stand = (writeText) =>
          Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
        let taken = '';
        stand(async (text) => { taken = text; });
        await click('pre[data-snippet=script] + .copy');
        const copied = [taken === snippet('script'), told()];
        stand(() => Promise.reject(new Error('not from a file')));
        document.execCommand = () => false;
        await click('pre[data-snippet=image] + .copy');
        const plain = (text) => text.replace(/\\s+/g, '');
        return [...copied, plain(getSelection().toString()) === plain(snippet('image')), told()];";
    let found = with_hands(bench, script).await?;
    let selected = "Picture and link: selected. Copy it with Ctrl+C or ⌘C.";
    ensure!(found == json!([true, "Script and element: copied.", true, selected]), "{found}");
    Ok(())
}

pub(crate) async fn every_width_fits_and_axe_finds_nothing(bench: &Bench) -> Result<()> {
    let axe = browser::root().join("www/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe).with_context(|| format!("{} is missing", axe.display()))?;
    for scheme in ["light", "dark"] {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        bench.browser.devtools("Emulation.setEmulatedMedia", media).await?;
        for width in [320, 600, 1000, 1600] {
            window(&bench.browser, width, 1000, 1.0).await?;
            open(bench).await?;
            bench.browser.run(&format!("{axe}\nreturn true;")).await?;
            let script = "
                for (const details of document.querySelectorAll('details')) details.open = true;
                await type('[name=text]', \"default-src 'self'; frame-src *\");
                const { scrollWidth, clientWidth } = document.documentElement;
                const { violations } = await axe.run({ exclude: [['bilateral-chart']] }, {
                  resultTypes: ['violations'],
                  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                });
                const small = [...document.querySelectorAll('button, input, select, summary, textarea')]
                  .map((node) => node.closest('label') ?? node)
                  .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 24);
                return [scrollWidth - clientWidth, small.map((node) => node.outerHTML),
                  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)];";
            let found = with_hands(bench, script).await?;
            ensure!(found == json!([0, [], []]), "{width} {scheme}: {found}");
        }
    }
    bench.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    bench.browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    Ok(())
}
