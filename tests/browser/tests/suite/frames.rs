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

pub(crate) async fn a_page_gives_its_frame_the_height_of_the_chart(bench: &Bench) -> Result<()> {
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

pub(crate) async fn a_frame_tells_amp_and_wordpress(bench: &Bench) -> Result<()> {
    let address = "src=\"/pkg/bilateral.html?view=trade#?secret=aB3dE6gH9j\"";
    parent(bench, &format!("sandbox=\"allow-scripts\" security=\"restricted\" {address}")).await?;
    let told = "return probe.heard.some(({ bilateral, height }) => bilateral === 'height' && height > 300);";
    bench.browser.until("the frame tells its height", told).await?;
    let script = "
      await new Promise((done) => setTimeout(done, 500));
      // The page around asks on its own whether this is a chart.
      const rest = (heard) => heard.filter(({ bilateral }) => bilateral !== 'chart');
      const before = rest(probe.heard.splice(0));
      const frame = document.querySelector('iframe');
      frame.contentWindow.postMessage({ message: 'ready', secret: 'aB3dE6gH9j' }, '*');
      for (let i = 0; i < 200 && probe.heard.length < 4; i++) await new Promise((done) => setTimeout(done, 25));
      const after = rest(probe.heard);
      return [before.slice(-3), after.slice(1), before[0], after[0], frame.clientHeight];";
    let found = bench.browser.run_async(script).await?;
    let height = found[0][0]["height"].as_u64().unwrap_or_default();
    // A word that no one else knows, by which the page around asks whether this is a chart.
    let word = found[0][0]["word"].as_str().unwrap_or_default().to_owned();
    ensure!(word.len() > 10, "{found}");
    let messages = json!([
        { "bilateral": "height", "height": height, "word": word },
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

pub(crate) async fn a_parent_believes_only_its_frames_and_only_numbers(
    bench: &Bench,
) -> Result<()> {
    parent(bench, "src=\"/empty.html\"").await?;
    let script = "
      const frame = document.querySelector('iframe');
      const inside = frame.contentWindow;
      const settle = (time = 60) => new Promise((done) => setTimeout(done, time));
      const asked = [];
      inside.addEventListener('message', ({ data }) => data.bilateral === 'chart?' && asked.push(data.word));
      const own = (height, word = 'w1', bilateral = 'height') => ({ bilateral, height, word });
      postMessage(own(700), '*');
      await settle();
      const heights = [frame.clientHeight];
      const say = (data) => {
        dispatchEvent(new MessageEvent('message', { data, source: inside }));
        heights.push(frame.clientHeight);
      };
      // What says no word is never asked, and what was not asked is no chart.
      for (const data of [null, 7, 'height', own('700'), own(NaN), own(Infinity), own(null), { height: 700 },
        { bilateral: 'height', height: 700 }, own(700, 7), own(700, 'w'.repeat(99)), own(700, 'w1', 'chart')]) say(data);
      await settle();
      const still = heights.every((height) => height === 200) && asked.length === 0;
      // Asked by its word, it has to answer with it.
      say(own(700));
      say(own(700, 'w2', 'chart'));
      await settle();
      const unanswered = [frame.clientHeight, asked.join()];
      const told = [];
      for (const data of [own(700, 'w1', 'chart'), own(-5), own(1e9), own(800, 'w2')]) {
        say(data);
        await settle(600);
        told.push(frame.clientHeight);
      }
      return [still, unanswered, told];";
    let found = bench.browser.run_async(script).await?;
    ensure!(found == json!([true, [200, "w1"], [700, 100, 10000, 10000]]), "{found}");
    bench.browser.quiet().await
}

pub(crate) async fn a_frame_that_is_no_chart_keeps_its_size(bench: &Bench) -> Result<()> {
    let flood = "<script>let n = 0; setInterval(() => { for (let i = 0; i < 50; i++) parent.postMessage(
        { bilateral: ['height', 'chart'][n++ % 2], height: 9000, word: 'w' + n }, '*'); }, 20)</script>";
    bench.site.put(
        "made/flood.html",
        Made { body: flood.into(), kind: "text/html; charset=utf-8", policy: "" },
    );
    parent(bench, "src=\"flood.html\"").await?;
    let script = "await new Promise((done) => setTimeout(done, 1500));
        return [document.querySelector('iframe').clientHeight, probe.heard.length > 200];";
    let found = bench.browser.run_async(script).await?;
    ensure!(found == json!([200, true]), "{found}");
    Ok(())
}

/// One that says it is a chart, and then does not stop.
pub(crate) async fn a_frame_changes_its_height_a_few_times_a_second(bench: &Bench) -> Result<()> {
    let loud = "<script>addEventListener('message', ({ data }) => parent.postMessage(
        { bilateral: 'chart', height: 300, word: data.word }, '*'));
        let n = 0; setInterval(() => parent.postMessage(
        { bilateral: 'height', height: 300 + n++ % 100, word: 'mine' }, '*'), 5)</script>";
    bench.site.put(
        "made/loud.html",
        Made { body: loud.into(), kind: "text/html; charset=utf-8", policy: "" },
    );
    parent(bench, "src=\"loud.html\"").await?;
    let script = "const frame = document.querySelector('iframe');
        let changes = 0;
        new MutationObserver(() => changes++).observe(frame, { attributes: true });
        await new Promise((done) => setTimeout(done, 2000));
        return [changes, frame.clientHeight];";
    let found = bench.browser.run_async(script).await?;
    let (changes, height) = (found[0].as_u64().unwrap_or(0), found[1].as_u64().unwrap_or(0));
    ensure!((2..=12).contains(&changes) && (300..400).contains(&height), "{found}");
    Ok(())
}

pub(crate) async fn frames_in_shadow_trees_and_in_frames_get_their_height(
    bench: &Bench,
) -> Result<()> {
    let chart = "<iframe title='Trade' width='800' height='120' src='/pkg/bilateral.html?view=trade'></iframe>";
    let nested = format!("<!doctype html><script src='/pkg/bilateral.js'></script>{chart}");
    bench.site.put(
        "made/nested.html",
        Made { body: nested.into(), kind: "text/html; charset=utf-8", policy: "" },
    );
    parent(bench, "src=\"nested.html\"").await?;
    let script = format!(
        "const host = document.body.appendChild(document.createElement('div'));
        const root = host.attachShadow({{ mode: 'open' }});
        const deep = root.appendChild(document.createElement('div')).attachShadow({{ mode: 'open' }});
        deep.innerHTML = `{chart}`;
        const outer = document.querySelector('iframe');
        const all = () => [deep.querySelector('iframe'), outer.contentDocument.querySelector('iframe')];
        for (let i = 0; i < 400 && all().some((frame) => !(frame?.clientHeight > 300)); i++) {{
          await new Promise((done) => setTimeout(done, 25));
        }}
        return all().map((frame) => frame.clientHeight > 300);"
    );
    let found = bench.browser.run_async(&script).await?;
    ensure!(found == json!([true, true]), "{found}");
    Ok(())
}

pub(crate) async fn hostile_parameters_are_ignored_with_a_reason(bench: &Bench) -> Result<()> {
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
    let lang = found[4].as_str().unwrap_or_default().to_owned();
    ensure!(["en", "az", "ru", "kk", "tg"].contains(&lang.as_str()), "{found}");
    ensure!(found[2] == found[3] && !found[2].to_string().contains("img"), "{found}");
    ensure!(found == json!([0, 0, found[2], found[2], lang, true]), "{found}");
    if bench.browser.engine.kind == Kind::Chromium {
        let console = bench.browser.console().await?.join("\n");
        for word in [
            "evil is not a parameter",
            "title is taken in a frame only",
            "constructor is not",
            "kinds is longer",
            "view ",
            "theme ",
        ] {
            ensure!(console.contains(word), "no word of `{word}` in {console}");
        }
    }
    Ok(())
}

pub(crate) async fn the_address_keeps_step(bench: &Bench) -> Result<()> {
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

/// On its own the page is whoever's the link is: its words and its data are the packer's.
pub(crate) async fn words_and_data_come_from_no_link(bench: &Bench) -> Result<()> {
    let page = std::fs::read_to_string(browser::root().join("pkg/bilateral.html"))?;
    let put = |path: &str, kind: &'static str, body: &str| {
        bench.site.put(path, Made { body: body.into(), kind, policy: "" });
    };
    let open = "<bilateral-chart data-src=\"folder\">";
    put("own/open.html", "text/html; charset=utf-8", &page.replace("<bilateral-chart>", open));
    let fixed = "<bilateral-chart controls=\"off\" partners=\"KZ\">";
    put("own/fixed.html", "text/html; charset=utf-8", &page.replace("<bilateral-chart>", fixed));
    put("own/page.html", "text/html; charset=utf-8", &page);
    put("own/data/bad.json", "application/json", "{\"format\": \"bilateral/1\"}");
    put("uploads/bad.json", "application/json", "{\"format\": \"bilateral/1\"}");
    let bad = "return document.querySelector('bilateral-chart').getAttribute('src');";
    for (path, asks) in [
        ("own/page.html?src=data/bad.json", false),
        ("own/open.html?src=data/bad.json", true),
        ("own/open.html?src=../uploads/bad.json", false),
        ("own/open.html?src=data/..%2f..%2fuploads/bad.json", false),
        ("own/open.html?src=/uploads/bad.json", false),
        ("own/open.html?src=http://localhost:1/bad.json", false),
        ("own/open.html?src=//localhost:1/own/bad.json", false),
        ("own/open.html?src=blob:x", false),
    ] {
        let _ = bench.site.requests();
        bench.browser.client.goto(&bench.site.url(path)).await?;
        bench
            .browser
            .until(
                "the element is defined",
                "return customElements.get('bilateral-chart') !== undefined;",
            )
            .await?;
        let src = bench.browser.run(bad).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let asked = bench
            .site
            .requests()
            .iter()
            .any(|path| path.ends_with("/bad.json") && !path.contains('?'));
        ensure!(asked == asks, "{path}: asked for the data: {asked}, src {src}");
        ensure!(src.is_null() != asks, "{path}: {src}");
    }
    let look = "const chart = document.querySelector('bilateral-chart');
        return [chart.getAttribute('partners'), chart.getAttribute('view'), chart.getAttribute('title'),
          document.title !== 'Evil'];";
    bench
        .browser
        .open_page(&bench.site.url("own/fixed.html?partners=RU&view=trade&title=Evil"))
        .await?;
    let found = bench.browser.run(look).await?;
    ensure!(found == json!(["KZ", null, null, true]), "what the packer fixed: {found}");
    // In a frame the words are those of the page around.
    parent(bench, "src=\"/pkg/bilateral.html?title=Ours\"").await?;
    bench.browser.client.enter_frame(0).await?;
    let ours = "return document.querySelector('bilateral-chart')?.shadowRoot?.querySelector('#headline')?.textContent === 'Ours';";
    let said = bench.browser.until("the frame has its title", ours).await;
    bench.browser.leave_frames().await?;
    said
}

/// In a tab of its own: one that has gone to fifty pages forgets steps.
pub(crate) async fn back_undoes_a_choice(bench: &Bench) -> Result<()> {
    // WebKit's driver opens windows behind the first, where no chart is drawn.
    if bench.browser.engine.kind == Kind::Webkit {
        return steps_back(bench).await;
    }
    let client = &bench.browser.client;
    let window = client.window().await?;
    client.switch_to_window(client.new_window(true).await?.handle).await?;
    let undone = steps_back(bench).await;
    client.close_window().await?;
    client.switch_to_window(window).await?;
    undone
}

async fn steps_back(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("pkg/bilateral.html?lang=en")).await?;
    let script = "
      const chart = document.querySelector('bilateral-chart');
      const root = chart.shadowRoot;
      const rest = () => new Promise((done) => setTimeout(done, 50));
      const shown = () => [root.querySelector('.choice[aria-pressed=true]').dataset.word,
        chart.getAttribute('partners'), location.search, document.title === root.querySelector('#headline').textContent];
      // Browsers step, and the page names itself, some frames later.
      const settled = async (test) => {
        for (let turn = 0; turn < 200 && !test(); turn++) await rest();
        return shown();
      };
      root.querySelector('.choice[data-word=events]').click();
      await settled(() => location.search.includes('view=events'));
      root.querySelector('.chip[data-code=RU]').click();
      await settled(() => location.search.includes('partners='));
      await chart.select(chart.data.events[0].id);
      await settled(() => shown()[3]);
      const told = [];
      for (const [go, view] of [['back', 'events'], ['back', 'story'], ['forward', 'events']]) {
        history[go]();
        told.push(await settled(() => shown()[0] === view && !shown()[1] && shown()[3]));
      }
      return told;";
    let found = bench.browser.run_async(script).await?;
    let first = json!(["story", null, "?lang=en", true]);
    let second = json!(["events", null, "?lang=en&view=events", true]);
    ensure!(found == json!([second, first, second]), "{found}");
    Ok(())
}
