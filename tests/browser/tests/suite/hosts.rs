//! Every host with every way in: the chart is drawn, or its figure is seen; never an empty box.

use crate::Bench;
use anyhow::{Context, Result, bail, ensure};
use browser::driver::Browser;
use browser::engine::{Kind, Lacks};
use browser::hosts::{HOSTS, Host, Place, Seen, Way};
use browser::server::Made;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a cell may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What each cell showed, for the table of the README.
pub(crate) async fn no_way_into_any_page_ends_in_an_empty_box(bench: &Bench) -> Result<()> {
    let (table, wrong) = every(bench, &browser::root().join("pkg")).await?;
    write(bench.browser.engine.kind, table)?;
    ensure!(wrong.is_empty(), "not as the hosts say: {}", wrong.join("; "));
    Ok(())
}

/// What each host shows with each way into it, and where that is not as it says.
async fn every(bench: &Bench, pkg: &Path) -> Result<(Map<String, Value>, Vec<String>)> {
    let kind = bench.browser.engine.kind;
    assets(bench)?;
    let mut lacking = Vec::new();
    for lacks in [Lacks::Wasm, Lacks::Script] {
        if let Some(engine) = bench.browser.engine.without(lacks) {
            lacking.push(Browser::open(engine).await?);
        }
    }
    let (mut table, mut wrong) = (Map::new(), Vec::new());
    for host in HOSTS {
        let mut row = Map::new();
        for way in Way::ALL {
            let wanted = (host.seen)(way, kind);
            let cell = match wanted {
                Seen::Impossible(why) => format!("impossible: {why}"),
                Seen::Drawn | Seen::Figure => {
                    let mut all = lacking.iter().chain([&bench.browser]);
                    let browser = all.find(|browser| browser.engine.lacks == host.lacks);
                    let browser = browser.context("an engine that can be without it")?;
                    let word = if wanted == Seen::Drawn { "drawn" } else { "figure" };
                    let found = cell(bench, browser, host, way, word, pkg).await;
                    let found = found.unwrap_or_else(|error| format!("{error:#}"));
                    if found != word {
                        println!("    {}, {}: {found}, not {word}", host.name, way.name());
                        wrong.push(format!("{}, {}", host.name, way.name()));
                    }
                    found
                }
            };
            row.insert(way.name().to_owned(), json!(cell));
        }
        table.insert(host.name.to_owned(), Value::Object(row));
    }
    for browser in lacking {
        browser.close().await?;
    }
    Ok((table, wrong))
}

/// Every host with every way in, with another `pkg/` in place of the one that was built.
pub(crate) async fn stands_in_hosts(bench: &Bench, pkg: &Path) -> Result<()> {
    let names = ["trade.en.png", "trade.en.svg", "chart.en.svg"];
    let names = names.map(|name| format!("static/{name}"));
    for name in ["bilateral.js", "bilateral.html"].map(String::from).iter().chain(&names) {
        let kind = match name.rsplit('.').next() {
            Some("js") => "text/javascript; charset=utf-8",
            Some("html") => "text/html; charset=utf-8",
            Some("png") => "image/png",
            _ => "image/svg+xml",
        };
        let body = fs::read(pkg.join(name)).with_context(|| name.clone())?;
        bench.site.put(&format!("pkg/{name}"), Made { body, kind, policy: "" });
    }
    let found = every(bench, pkg).await;
    bench.site.forget("pkg/");
    let (table, wrong) = found?;
    ensure!(wrong.is_empty(), "not as the hosts say: {}", wrong.join("; "));
    ensure!(table.len() == HOSTS.len(), "only {} hosts were looked at", table.len());
    Ok(())
}

/// In its view and language; where there is none in that language, the one for readers without
/// scripts.
pub(crate) async fn a_page_that_cannot_draw_shows_the_figure_that_was_wanted(
    bench: &Bench,
) -> Result<()> {
    let Some(engine) = bench.browser.engine.without(Lacks::Wasm) else {
        println!("    no such engine can be without WebAssembly");
        return Ok(());
    };
    let browser = Browser::open(engine).await?;
    for (query, figure) in
        [("view=trade&lang=ru", "static/trade.ru"), ("view=trade&lang=xx", "static/story.en")]
    {
        browser.client.goto(&bench.site.url(&format!("pkg/bilateral.html?{query}"))).await?;
        let shown = format!(
            "const image = document.querySelector('bilateral-chart > a > img');
            return Boolean(image?.complete && image.naturalWidth > 100
              && image.getAttribute('src') === '{figure}.svg'
              && image.parentElement.getAttribute('href') === '{figure}.html');"
        );
        browser.until(&format!("{figure} stands at {query}"), &shown).await?;
    }
    browser.close().await
}

fn write(kind: Kind, table: Map<String, Value>) -> Result<()> {
    let folder = browser::root().join("target/hosts");
    fs::create_dir_all(&folder)?;
    let name = format!("{kind:?}").to_lowercase();
    let build = fs::read_to_string(browser::root().join("pkg/build.json"))?;
    let build: Value = serde_json::from_str(&build)?;
    let text = json!({ "sources": build["sources"], "hosts": table });
    Ok(fs::write(folder.join(format!("{name}.json")), format!("{text:#}\n"))?)
}

/// What the pages ask for besides `pkg/`.
fn assets(bench: &Bench) -> Result<()> {
    let put = |path: &str, kind: &'static str, body: &str| {
        bench.site.put(path, Made { body: body.into(), kind, policy: "" });
    };
    put("hosts/reset.css", "text/css", "* { all: unset !important; }");
    let capitals =
        "* { text-transform: uppercase !important; letter-spacing: 3px; line-height: 3; }";
    put("hosts/capitals.css", "text/css", capitals);
    put("hosts/bad.json", "application/json", "{\"format\": \"bilateral/1\", \"figures\": 7}");
    // Another version would speak otherwise.
    let script = fs::read_to_string(browser::root().join("pkg/bilateral.js"))?;
    let older = script.replace("`bilateral-$", "`bilateral-other-$");
    ensure!(script != older, "the script names its events in another way");
    put("hosts/older.js", "text/javascript", &older);
    Ok(())
}

/// What stands in one cell once it is as wanted, or at last.
async fn cell(
    bench: &Bench,
    browser: &Browser,
    host: &Host,
    way: Way,
    word: &str,
    pkg: &Path,
) -> Result<String> {
    let html = host.html(way);
    let folder = TempDir::with_prefix("bilateral-host-")?;
    let url = match host.place {
        Place::Disk => disk(&folder, &html, pkg)?,
        place => {
            let made = |body: String| Made {
                body: body.into_bytes(),
                kind: "text/html; charset=utf-8",
                policy: host.policy,
            };
            let outer = match place {
                Place::Frame(attributes) => Some(format!("{attributes} src=\"inner.html\"")),
                Place::Srcdoc => Some(format!(
                    "srcdoc=\"{}\"",
                    html.replace('&', "&amp;").replace('"', "&quot;")
                )),
                _ => None,
            };
            bench.site.put("inner.html", made(html.clone()));
            bench.site.put("cell.html", made(outer.map_or(html, |attributes| {
                format!("<!doctype html><title>Around</title><iframe width=\"900\" height=\"800\" {attributes}></iframe>")
            })));
            bench.site.url("cell.html")
        }
    };
    let _ = bench.site.requests();
    browser.client.goto(&url).await?;
    enter(browser, host, Way::Element, 0).await?;
    if !host.then.is_empty() {
        browser.run(host.then).await?;
    }
    let frames: &[u16] = match (way, host.page.contains("fifty")) {
        (Way::Iframe, true) => &[0, 24, 49],
        _ => &[0],
    };
    for index in frames {
        let found = settle(browser, host, way, *index, word).await?;
        if found != word {
            return Ok(found);
        }
    }
    browser.leave_frames().await?;
    own_requests(bench, host)?;
    Ok(word.to_owned())
}

/// Looks until it is as wanted, or patience ends.
async fn settle(
    browser: &Browser,
    host: &Host,
    way: Way,
    index: u16,
    word: &str,
) -> Result<String> {
    let start = Instant::now();
    loop {
        let script = LOOK.replace("WANTED", word);
        let found = match enter(browser, host, way, index).await {
            Ok(()) => {
                browser.run(&script).await.map(|found| found.as_str().unwrap_or("?").to_owned())
            }
            Err(error) => Err(error),
        };
        match found {
            Ok(found) if found == word => return Ok(found),
            found if start.elapsed() > PATIENCE => return found,
            _ => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// Goes into the window that the chart of a way stands in.
async fn enter(browser: &Browser, host: &Host, way: Way, index: u16) -> Result<()> {
    browser.leave_frames().await?;
    if matches!(host.place, Place::Frame(_) | Place::Srcdoc) {
        browser.client.enter_frame(0).await?;
    }
    if way == Way::Iframe {
        browser
            .run(&format!("document.getElementsByTagName('iframe')[{index}]?.scrollIntoView();"))
            .await?;
        browser.client.enter_frame(index).await?;
    }
    Ok(())
}

fn disk(folder: &TempDir, html: &str, pkg: &Path) -> Result<String> {
    let path = folder.path();
    fs::create_dir_all(path.join("pkg/static"))?;
    for name in ["bilateral.js", "bilateral.html", "static/trade.en.png"] {
        fs::copy(pkg.join(name), path.join("pkg").join(name)).with_context(|| name.to_owned())?;
    }
    fs::write(path.join("cell.html"), html)?;
    Ok(format!("file://{}", path.join("cell.html").display()))
}

/// Nothing was asked for but the page, its own files, and what it takes from `pkg/`.
fn own_requests(bench: &Bench, host: &Host) -> Result<()> {
    for request in bench.site.requests() {
        let path = request.split('?').next().unwrap_or_default();
        let own = path.starts_with("/hosts/")
            || ["/cell.html", "/inner.html", "/pkg/bilateral.js", "/pkg/bilateral.html"]
                .contains(&path)
            || ["/pkg/static/trade.en.png", "/pkg/static/trade.en.svg", "/pkg/not-there.js"]
                .contains(&path)
            // What the page form shows where there is no script.
            || host.lacks == Lacks::Script
                && ["/pkg/static/story.en.svg", "/pkg/static/chart.en.svg"].contains(&path);
        if !own {
            bail!("asked for {request}");
        }
    }
    Ok(())
}

/// `drawn`, `figure`, `both` or `empty`, of the worst of a page; scrolls to one not as wanted.
const LOOK: &str = "
  const wanted = 'WANTED';
  const seen = (node) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 10 && height > 10;
  };
  const inked = (canvas) => {
    if (!canvas?.width || !canvas.height) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  };
  const look = (holder) => {
    const chart = holder.localName === 'div' ? holder.shadowRoot?.firstElementChild : holder;
    const figure = chart?.shadowRoot?.querySelector('figure');
    const drawn = figure && seen(figure) && inked(figure.querySelector('canvas'));
    const image = holder.localName === 'img' ? holder : holder.querySelector('img');
    const shown = image?.complete && image.naturalWidth > 10 && seen(image);
    return drawn ? (shown ? 'both' : 'drawn') : shown ? 'figure' : 'empty';
  };
  const charts = [...document.querySelectorAll('bilateral-chart, div.bilateral-chart')];
  const all = charts.length ? charts : [...document.querySelectorAll('img')];
  for (const holder of all) {
    const found = look(holder);
    if (found === wanted) continue;
    holder.scrollIntoView();
    return found;
  }
  return all.length ? wanted : 'nothing to look at';";

pub(crate) async fn a_page_s_style_stays_outside(bench: &Bench) -> Result<()> {
    assets(bench)?;
    for sheet in ["reset", "capitals"] {
        let page = format!(
            "<!doctype html><html lang=\"az\" dir=\"rtl\"><meta charset=\"utf-8\"><title>Style</title>\
            <script src=\"/probe.js\"></script><script src=\"/pkg/bilateral.js\"></script>\
            <link rel=\"stylesheet\" href=\"/hosts/{sheet}.css\">\
            <bilateral-chart view=\"trade\"></bilateral-chart>"
        );
        let made = Made { body: page.into_bytes(), kind: "text/html; charset=utf-8", policy: "" };
        bench.site.put("made/style.html", made);
        bench.browser.open_page(&bench.site.url("made/style.html")).await?;
        let script = "const chart = document.querySelector('bilateral-chart');
            const root = chart.shadowRoot;
            const figure = root.querySelector('figure');
            const style = getComputedStyle(root.querySelector('.chip'));
            return [style.textTransform, style.letterSpacing, style.direction,
              figure.getBoundingClientRect().width > 600, root.querySelector('.chip').innerText.trim()
                === root.querySelector('.chip').textContent.trim(), figure.lang];";
        let found = bench.browser.run(script).await?;
        ensure!(found == json!(["none", "normal", "ltr", true, true, "az"]), "{sheet}: {found}");
        let press = "const root = document.querySelector('bilateral-chart').shadowRoot;
            root.querySelector('.choice[data-word=events]').click();
            await frames(3);
            return root.querySelector('.choice[aria-pressed=true]').dataset.word;";
        let pressed = bench.browser.run_async(press).await?;
        ensure!(pressed == json!("events"), "{sheet}: {pressed}");
        bench.browser.quiet().await?;
    }
    Ok(())
}

pub(crate) async fn a_div_follows_its_attributes(bench: &Bench) -> Result<()> {
    bench.browser.client.goto(&bench.site.url("empty.html")).await?;
    let script = "
      const box = document.body.appendChild(document.createElement('section'));
      const div = document.createElement('div');
      div.className = 'article bilateral-chart';
      div.dataset.view = 'events';
      div.append('Figures in words');
      box.append(div);
      await new Promise((done) => addEventListener('bilateral-ready', done, { once: true }));
      const root = div.shadowRoot.firstElementChild.shadowRoot;
      const shown = () => [root.querySelector('.choice[aria-pressed=true]').dataset.word,
        root.querySelector('figure').lang];
      const first = shown();
      div.dataset.view = 'trade';
      div.dataset.lang = 'kk';
      await frames(4);
      const second = shown();
      delete div.dataset.view;
      await frames(4);
      const third = shown();
      const late = document.createElement('div');
      box.append(late);
      await frames(1);
      late.className = 'bilateral-chart';
      await frames(1);
      const nested = document.createElement('div');
      nested.className = 'bilateral-chart';
      nested.append(document.createElement('bilateral-chart'));
      box.append(nested);
      await frames(1);
      return [first, second, third, div.textContent, late.shadowRoot !== null, nested.shadowRoot === null];";
    let found = bench.browser.run_async(script).await?;
    let wanted =
        json!([["events", "en"], ["trade", "kk"], ["story", "kk"], "Figures in words", true, true]);
    ensure!(found == wanted, "{found}");
    bench.browser.quiet().await
}
