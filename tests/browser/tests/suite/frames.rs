//! The page form inside an iframe: its height, its parameters, its address.

use crate::Bench;
use anyhow::{Result, ensure};
use browser::engine::Kind;
use browser::server::Made;
use serde_json::json;

const POLICY: &str =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-src 'self'; img-src 'self'";

/// Opens a page with the script and a frame of these attributes.
async fn parent(bench: &Bench, frame: &str) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Around</title>\
        <script src=\"/probe.js\"></script><script src=\"/pkg/bilateral.js\"></script>\
        <script src=\"/made/ear.js\"></script>\
        <iframe title=\"Trade\" width=\"900\" height=\"200\" {frame}></iframe>"
    );
    let ear = "probe.heard = [];
        addEventListener('message', ({ data }) => probe.heard.push(data));";
    let made = |kind, body: String| Made { body: body.into_bytes(), kind, policy: POLICY };
    bench.site.put("made/around.html", made("text/html; charset=utf-8", page));
    bench.site.put("made/ear.js", made("text/javascript", ear.to_owned()));
    bench.browser.client.goto(&bench.site.url("made/around.html")).await?;
    Ok(())
}

pub async fn a_page_gives_its_frame_the_height_of_the_chart(bench: &Bench) -> Result<()> {
    for sandbox in ["", "sandbox=\"allow-scripts\""] {
        parent(bench, &format!("{sandbox} src=\"/pkg/bilateral.html?view=trade\"")).await?;
        let script = "
          const frame = document.querySelector('iframe');
          const heights = [];
          for (const width of [900, 320, 900]) {
            frame.style.width = `${width}px`;
            probe.heard = [];
            let quiet = 0;
            for (let i = 0; i < 400 && (quiet < 20 || !heights.length && frame.clientHeight < 300); i++) {
              quiet = probe.heard.length ? 0 : quiet + 1;
              probe.heard = [];
              await new Promise((done) => setTimeout(done, 25));
            }
            heights.push(frame.clientHeight);
          }
          return heights;";
        let heights: Vec<f64> = serde_json::from_value(bench.browser.run_async(script).await?)?;
        let [wide, narrow, again] = heights[..] else { anyhow::bail!("{heights:?}") };
        ensure!(wide > 300.0 && wide < 3000.0, "{sandbox}: {heights:?}");
        ensure!(narrow > wide + 20.0, "{sandbox}: narrower is not higher: {heights:?}");
        ensure!((again - wide).abs() <= 2.0, "{sandbox}: it does not come back: {heights:?}");
        bench.browser.client.enter_frame(0).await?;
        let inner = "return [document.body.getBoundingClientRect().height,
            document.documentElement.scrollHeight > innerHeight];";
        let inner = bench.browser.run(inner).await?;
        bench.browser.leave_frames().await?;
        let height = inner[0].as_f64().unwrap_or_default();
        ensure!(
            (height - again).abs() <= 2.0,
            "{sandbox}: the frame has {again}, its page {inner}"
        );
        ensure!(inner[1] == json!(false), "{sandbox}: the frame scrolls");
        bench.browser.quiet().await?;
    }
    Ok(())
}

pub async fn a_frame_tells_amp_and_wordpress(bench: &Bench) -> Result<()> {
    let address = "src=\"/pkg/bilateral.html?view=trade#?secret=aB3dE6gH9j\"";
    parent(bench, &format!("sandbox=\"allow-scripts\" security=\"restricted\" {address}")).await?;
    let told = "return probe.heard.some(({ bilateral, height }) => bilateral === 'height' && height > 300);";
    bench.browser.until("the frame tells its height", told).await?;
    let script = "
      await new Promise((done) => setTimeout(done, 500));
      const before = probe.heard.splice(0);
      const frame = document.querySelector('iframe');
      frame.contentWindow.postMessage({ message: 'ready', secret: 'aB3dE6gH9j' }, '*');
      for (let i = 0; i < 200 && probe.heard.length < 4; i++) await new Promise((done) => setTimeout(done, 25));
      return [before.slice(-3), probe.heard.slice(1), before[0], probe.heard[0], frame.clientHeight];";
    let found = bench.browser.run_async(script).await?;
    let height = found[0][0]["height"].as_u64().unwrap_or_default();
    let messages = json!([
        { "bilateral": "height", "height": height },
        { "sentinel": "amp", "type": "embed-size", "height": height },
        { "message": "height", "value": height, "secret": "aB3dE6gH9j" },
    ]);
    ensure!(found[0] == messages && found[1] == messages, "{found}");
    // At once, with the height that it was given: a hidden frame is never painted, so has no other.
    let first =
        |height: u64| json!({ "message": "height", "value": height, "secret": "aB3dE6gH9j" });
    let now = found[4].as_u64().unwrap_or_default();
    ensure!(found[2] == first(200) && found[3] == first(now), "{found}");
    Ok(())
}

pub async fn a_parent_believes_only_its_frames_and_only_numbers(bench: &Bench) -> Result<()> {
    parent(bench, "src=\"/empty.html\"").await?;
    let script = "
      const frame = document.querySelector('iframe');
      const settle = () => new Promise((done) => setTimeout(done, 60));
      const own = (height) => ({ bilateral: 'height', height });
      postMessage(own(700), '*');
      await settle();
      const heights = [frame.clientHeight];
      const say = async (data) => {
        dispatchEvent(new MessageEvent('message', { data, source: frame.contentWindow }));
        heights.push(frame.clientHeight);
      };
      for (const data of [null, 7, 'height', own('700'), own(NaN), own(Infinity), own(null), { height: 700 }]) say(data);
      const still = heights.every((height) => height === 200);
      say(own(700));
      const told = frame.clientHeight;
      say(own(-5));
      const least = frame.clientHeight;
      say(own(1e9));
      return [still, told, least, frame.clientHeight];";
    let found = bench.browser.run_async(script).await?;
    ensure!(found == json!([true, 700, 100, 10000]), "{found}");
    bench.browser.quiet().await
}

pub async fn hostile_parameters_are_ignored_with_a_reason(bench: &Bench) -> Result<()> {
    let query = [
        "view=%3Cscript%3E",
        "evil=1",
        "title=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "height=1e99",
        "partners=XX,%22%3E",
        "lang=zz-%3Cb%3E",
        "theme=url(x)",
        "from=9999999999",
        "select=__proto__",
        &format!("kinds={}", "x".repeat(3000)),
        "%00=%FF",
        "constructor=1",
    ];
    let url = bench.site.url(&format!("pkg/bilateral.html?{}", query.join("&")));
    if bench.browser.engine.kind == Kind::Chromium {
        bench.browser.console().await?;
    }
    bench.browser.open_page(&url).await?;
    let script = "const root = document.querySelector('bilateral-chart').shadowRoot;
        return [root.querySelectorAll('img, script').length, document.images.length,
          root.getElementById('headline').textContent, document.title, document.documentElement.lang,
          root.querySelector('figure').clientHeight < 5000];";
    let found = bench.browser.run(script).await?;
    let title = "<img src=x onerror=alert(1)>";
    let lang = found[4].as_str().unwrap_or_default().to_owned();
    ensure!(["en", "az", "ru", "kk", "tg"].contains(&lang.as_str()), "{found}");
    ensure!(found == json!([0, 0, title, title, lang, true]), "{found}");
    if bench.browser.engine.kind == Kind::Chromium {
        let console = bench.browser.console().await?.join("\n");
        for word in
            ["evil is not a parameter", "constructor is not", "kinds is longer", "view ", "theme "]
        {
            ensure!(console.contains(word), "no word of `{word}` in {console}");
        }
    }
    Ok(())
}

pub async fn the_address_keeps_step(bench: &Bench) -> Result<()> {
    let url = bench.site.url("pkg/bilateral.html?view=trade&lang=az&other=1#?secret=abc");
    bench.browser.open_page(&url).await?;
    let script = "
      const root = document.querySelector('bilateral-chart').shadowRoot;
      const before = [document.documentElement.lang, document.title === root.getElementById('headline').textContent];
      root.querySelector('.choice[data-word=events]').click();
      await frames(3);
      const query = new URLSearchParams(location.search);
      const after = [query.get('view'), query.get('lang'), location.hash];
      const title = document.title === root.getElementById('headline').textContent;
      location.reload();
      return [...before, ...after, title];";
    let found = bench.browser.run_async(script).await?;
    let wanted = json!(["az", true, "events", "az", "#?secret=abc", true]);
    ensure!(found == wanted, "{found}");
    let shown =
        "return document.readyState === 'complete' && document.querySelector('bilateral-chart')
        ?.shadowRoot?.querySelector('.choice[aria-pressed=true]')?.dataset.word === 'events';";
    bench.browser.until("the reloaded page shows what was chosen", shown).await
}
