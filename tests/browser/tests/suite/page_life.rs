//! Life in a page: presses elsewhere, lost canvases, other documents, other languages, hostile scripts.

use crate::Bench;
use anyhow::{Result, ensure};
use browser::engine::Kind;
use browser::picture::{Picture, window};
use browser::server::Made;
use fantoccini::wd::PrintConfiguration;
use serde_json::json;
use std::fs;
use std::process::Command;

/// A page with these tags, without a policy; ready once all its charts stand.
async fn open(bench: &Bench, body: &str) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Life</title>\
        <script src=\"/probe.js\"></script>{body}<script src=\"/pkg/bilateral.js\"></script>"
    );
    let kind = "text/html; charset=utf-8";
    bench.site.put("made/life.html", Made { body: page.into(), kind, policy: "" });
    bench.browser.open_page(&bench.site.url("made/life.html")).await
}

/// What scripts of this suite call things.
const NAMES: &str = "
  const chart = document.querySelector('bilateral-chart');
  const root = chart.shadowRoot;
  const figure = root.querySelector('figure');
  const rest = (time) => new Promise((done) => setTimeout(done, time));
  const inked = (canvas = root.querySelector('canvas')) => {
    if (!canvas.width || !canvas.height) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  };
  const until = async (test) => {
    for (let i = 0; i < 200 && !test(); i++) await rest(25);
    return Boolean(test());
  };";

async fn run(bench: &Bench, script: &str) -> Result<serde_json::Value> {
    bench.browser.run_async(&[NAMES, script].concat()).await
}

pub(crate) async fn a_press_outside_closes_the_card(bench: &Bench) -> Result<()> {
    let page = "<p id='out'>Words of the page.</p><a id='link' href='#x'>A link</a><button id='stops'>A button</button>
        <iframe title='x' width='100' height='20'></iframe>
        <bilateral-chart view='trade' partners='KZ'></bilateral-chart><bilateral-chart view='events'></bilateral-chart>";
    open(bench, page).await?;
    let at = |of: &str| {
        format!(
            "document.getElementById('stops').onpointerdown = (event) => event.stopPropagation();
            const node = {of};
            node.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const {{ left, top, height }} = node.getBoundingClientRect();
            return [left + 8, top + Math.min(height / 2, 30)];"
        )
    };
    let card =
        "return [Boolean(root.querySelector('.card')), chart.getAttribute('select') !== null];";
    for (of, stays) in [
        ("document.getElementById('out')", false),
        ("document.getElementById('link')", false),
        ("document.getElementById('stops')", false),
        (
            "document.querySelectorAll('bilateral-chart')[1].shadowRoot.querySelector('#headline')",
            false,
        ),
        ("root.querySelector('#headline')", false),
        ("root.querySelector('[aria-controls=download]')", true),
        ("root.querySelector('.card .title')", true),
    ] {
        run(bench, "await chart.select(chart.data.figures.find(({ partner, measure }) =>
            partner === 'KZ' && measure === 'turnover').id); await frames(2); scrollTo(0, 0); return 0;").await?;
        ensure!(run(bench, card).await? == json!([true, true]), "no card to close");
        let [x, y]: [f64; 2] = serde_json::from_value(run(bench, &at(of)).await?)?;
        bench.browser.click(x, y).await?;
        let found = run(bench, card).await?;
        ensure!(found == json!([stays, stays]), "a press on {of}: {found}");
    }
    // A press that began in the card, to mark its words, is none outside.
    let [x, y]: [f64; 2] =
        serde_json::from_value(run(bench, &at("root.querySelector('.card .title')")).await?)?;
    bench.browser.drag((x, y), (20.0, 14.0)).await?;
    ensure!(run(bench, card).await? == json!([true, true]), "marking text closes the card");
    run(bench, "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })); await frames(2); return 0;").await?;
    ensure!(run(bench, card).await? == json!([false, false]), "Escape leaves the card");
    a_card_in_a_closed_tree_stays(bench).await
}

/// A tree that is closed tells the document of its host only.
async fn a_card_in_a_closed_tree_stays(bench: &Bench) -> Result<()> {
    let closed = "
      const host = document.body.appendChild(document.createElement('div'));
      const inner = document.createElement('bilateral-chart');
      inner.setAttribute('view', 'trade');
      host.attachShadow({ mode: 'closed' }).append(inner);
      host.scrollIntoView();
      await until(() => !inner.shadowRoot.querySelector('figure').hidden);
      await inner.select(chart.data.figures[0].id);
      await frames(2);
      window.inner = inner;
      inner.shadowRoot.querySelector('.card').scrollIntoView({ block: 'center' });
      const { left, top } = inner.shadowRoot.querySelector('.card .title').getBoundingClientRect();
      return [left + 8, top + 8];";
    let [x, y]: [f64; 2] = serde_json::from_value(run(bench, closed).await?)?;
    bench.browser.click(x, y).await?;
    let stays = run(bench, "return Boolean(inner.shadowRoot.querySelector('.card'));").await?;
    ensure!(stays == json!(true), "a press in the card of a closed tree closes it");
    Ok(())
}

pub(crate) async fn a_lost_canvas_shows_the_figure_until_it_is_restored(
    bench: &Bench,
) -> Result<()> {
    // On a phone the events are a list, and their key a canvas of its own.
    open(bench, "<div style='width:340px'><bilateral-chart view='events'><p id='inside'>Figures in a table</p></bilateral-chart></div>").await?;
    let script = "
      // Of what is seen: a canvas may be higher than what is drawn.
      const shot = (canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, Math.min(canvas.height, 88)).data.join();
      const canvases = [...root.querySelectorAll('canvas')].filter((canvas) => canvas.width && canvas.offsetWidth);
      await chart.select(chart.data.events[0].id);
      await frames(3);
      const before = canvases.map(shot);
      // Which of them are not as before.
      const same = () => canvases.filter((canvas, index) => shot(canvas) !== before[index]).map(({ className }) => className || 'chart');
      const readable = () => [figure.hidden, document.getElementById('inside').offsetHeight > 0];
      const told = [canvases.length > 1 && canvases.every(inked), readable()];
      for (const canvas of canvases) {
        canvas.getContext('2d').reset();
        canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
      }
      await frames(2);
      told.push(readable());
      for (const canvas of canvases) canvas.dispatchEvent(new Event('contextrestored'));
      told.push(await until(() => !figure.hidden));
      await frames(3);
      told.push(readable(), same());
      // As after the page was frozen or kept: what was drawn may be gone without a word.
      for (const wake of [() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
        () => document.dispatchEvent(new Event('resume'))]) {
        for (const canvas of canvases) canvas.getContext('2d').reset();
        wake();
        await frames(3);
        told.push(same());
      }
      return told;";
    let found = run(bench, script).await?;
    ensure!(
        found == json!([true, [false, false], [true, true], true, [false, false], [], [], []]),
        "{found}"
    );
    bench.browser.quiet().await
}

pub(crate) async fn the_page_comes_back_with_its_chart(bench: &Bench) -> Result<()> {
    open(bench, "<bilateral-chart view='trade'></bilateral-chart>").await?;
    run(
        bench,
        "root.querySelector('.choice[data-word=events]').click(); await frames(3); return 0;",
    )
    .await?;
    bench.browser.client.goto(&bench.site.url("empty.html")).await?;
    bench.browser.client.back().await?;
    let stands = "const figure = document.querySelector('bilateral-chart')?.shadowRoot?.querySelector('figure');
        return figure?.hidden === false;";
    bench.browser.until("the chart stands again", stands).await?;
    ensure!(
        run(bench, "await frames(3); return inked();").await? == json!(true),
        "an empty canvas"
    );
    Ok(())
}

pub(crate) async fn a_chart_moves_to_another_document_and_back(bench: &Bench) -> Result<()> {
    open(bench, "<bilateral-chart view='trade' partners='KZ'></bilateral-chart>
        <iframe id='other' title='x' width='700' height='900' srcdoc='<!doctype html><html lang=az><body>'></iframe>").await?;
    let script = "
      const other = document.getElementById('other');
      await until(() => other.contentDocument?.documentElement.lang === 'az');
      const look = () => [figure.lang, inked(), root.querySelector('canvas').offsetWidth > 300,
        figure.ownerDocument.defaultView.getComputedStyle(root.querySelector('#headline')).fontSize];
      other.contentDocument.body.append(chart);
      await until(() => figure.lang === 'az' && !figure.hidden && inked());
      const there = look();
      root.querySelector('.choice[data-word=events]').click();
      await until(() => chart.getAttribute('view') === 'events');
      await chart.select(chart.data.events[0].id);
      await until(() => root.querySelector('.card'));
      const key = new other.contentWindow.KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
      const card = Boolean(root.querySelector('.card'));
      other.contentDocument.dispatchEvent(key);
      const closed = await until(() => !root.querySelector('.card'));
      document.body.prepend(chart);
      other.remove();
      await until(() => figure.lang === 'en' && !figure.hidden && inked());
      return [there, chart.getAttribute('view'), card && closed, look()];";
    let found = run(bench, script).await?;
    let look = |lang: &str| json!([lang, true, true, "18px"]);
    ensure!(found == json!([look("az"), "events", true, look("en")]), "{found}");
    bench.browser.quiet().await
}

pub(crate) async fn the_page_s_language_and_direction_are_followed(bench: &Bench) -> Result<()> {
    open(bench, "<section lang='ru'><p></p></section><div id='holder'><bilateral-chart view='trade'></bilateral-chart></div>").await?;
    let script = "
      const told = [];
      const look = async () => {
        await frames(4);
        told.push([figure.lang, root.querySelector('#headline').textContent !== before]);
      };
      let before = '';
      const set = async (act) => { before = root.querySelector('#headline').textContent; act(); await look(); };
      await set(() => { document.documentElement.lang = 'az'; });
      await set(() => { document.getElementById('holder').lang = 'kk'; });
      await set(() => { document.getElementById('holder').removeAttribute('lang'); });
      await set(() => { document.querySelector('section').append(chart); });
      await set(() => { chart.setAttribute('lang', 'tg'); document.documentElement.lang = 'en'; });
      // What is not spoken here changes nothing that is.
      await set(() => { chart.removeAttribute('lang'); document.body.append(chart); document.documentElement.lang = 'xx'; });
      const host = document.body.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'open' }).append(chart);
      await set(() => { host.lang = 'ru'; });
      document.documentElement.dir = 'rtl';
      await frames(4);
      const { left, right } = root.querySelector('canvas').getBoundingClientRect();
      const inside = [...figure.querySelectorAll('*')].filter((node) => !node.matches('.unseen, .unseen *'))
        .every((node) => { const box = node.getBoundingClientRect(); return !box.width || (box.left >= left - 1 && box.right <= right + 1); });
      return [told, inside, getComputedStyle(root.querySelector('.plot')).direction];";
    let found = run(bench, script).await?;
    let told = json!([
        ["az", true],
        ["kk", true],
        ["az", true],
        ["ru", true],
        ["tg", true],
        ["en", true],
        ["ru", true]
    ]);
    ensure!(found == json!([told, true, "ltr"]), "{found}");
    Ok(())
}

pub(crate) async fn what_extensions_do_to_a_page_leaves_a_chart(bench: &Bench) -> Result<()> {
    open(
        bench,
        "<bilateral-chart view='trade' partners='KZ'><p id='inside'>Figures</p></bilateral-chart>",
    )
    .await?;
    let script = "
      // A translator wraps each text in tags of its own, and says so of the page.
      const wrap = (node) => {
        for (const child of [...node.childNodes]) {
          if (child.nodeType === 3 && child.data.trim()) {
            const font = document.createElement('font');
            font.append(document.createElement('font'));
            font.firstChild.append(`«${child.data}»`);
            child.replaceWith(font);
          } else wrap(child);
        }
      };
      wrap(root);
      document.documentElement.className = 'translated-ltr';
      root.querySelector('.choice[data-word=events]').click();
      await frames(3);
      root.querySelector('.chip').click();
      root.querySelector('.chip').click();
      await frames(3);
      chart.setAttribute('lang', 'ru');
      await frames(3);
      const words = [root.querySelector('#headline').textContent.includes('«'), root.querySelector('.choice').textContent.includes('«'),
        figure.lang, chart.getAttribute('view')];
      // A password manager marks fields, and puts icons beside them.
      for (const field of root.querySelectorAll('input, select')) {
        field.setAttribute('data-manager', '1');
        field.after(document.createElement('manager-icon'));
      }
      chart.setAttribute('lang', 'en');
      await frames(3);
      // A blocker hides what is called like an advertisement; nothing here is.
      const names = [...figure.querySelectorAll('*')].flatMap((node) => [...node.classList, node.id]);
      const blocked = names.filter((name) => /(^|[-_])(ads?|advert|banner|sponsor|promo|popup|cookie|share|social|tracking)/.test(name));
      // One that makes pages dark inverts canvas and words alike.
      document.documentElement.style.filter = 'invert(1) hue-rotate(180deg)';
      await frames(2);
      return [words, blocked, figure.lang, inked(), figure.hidden, document.getElementById('inside').offsetHeight];";
    let found = run(bench, script).await?;
    ensure!(found == json!([[false, false, "ru", "events"], [], "en", true, false, 0]), "{found}");
    bench.browser.quiet().await
}

pub(crate) async fn what_scripts_put_on_every_object_is_no_option(bench: &Bench) -> Result<()> {
    // A harness reads answers as objects, so all is taken away again before it is answered.
    let spoil = "<script>window.spoilt = { once: true, passive: true, mode: 'closed', signal: AbortSignal.abort(),
        url: 'https://evil.example/', foot: 40, bilateral: 'height', height: 900, word: 'w', message: 'ready',
        rootMargin: '-900px', threshold: 1, delegatesFocus: true, status: 500, box: 'border-box', cancelable: true,
        locator: 'EVIL', context: 'EVIL', value: 'EVIL', date: 'EVIL', note: 'EVIL', type: 'EVIL', text: 'EVIL',
        certainty: 'EVIL', file: 'EVIL', paragraph: 'EVIL', evidence: 'EVIL', shown: 'EVIL', at: 'EVIL' };
        Object.assign(Object.prototype, spoilt);</script>";
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Spoilt</title><script src=\"/probe.js\"></script>{spoil}
        <bilateral-chart view=\"trade\"></bilateral-chart><div class=\"bilateral-chart\" data-view=\"events\"></div>
        <script src=\"/pkg/bilateral.js\"></script><script>
        (async () => {{
          const rest = (time) => new Promise((done) => setTimeout(done, time));
          const chart = document.querySelector('bilateral-chart');
          const div = document.querySelector('div');
          const charts = () => [chart, div.shadowRoot?.firstElementChild].map((node) => node?.shadowRoot?.querySelector('figure').hidden === false);
          for (let i = 0; i < 200 && !charts().every(Boolean); i++) await rest(50);
          const root = chart.shadowRoot;
          const told = [charts()];
          await chart.select(chart.data.figures.find((figure) => figure.partner === 'KZ').id);
          for (const name of ['sources', 'table', 'download']) root?.querySelector(`[aria-controls=${{name}}]`).click();
          // Twice, as what listens once is gone.
          for (const word of ['events', 'trade', 'events', 'trade']) {{
            root.querySelector(`.choice[data-word=${{word}}]`).click();
            await rest(120);
            told.push(chart.getAttribute('view'));
          }}
          told.push([...root.querySelectorAll('a')].some(({{ href }}) => href.includes('evil')), /EVIL/.test(root.textContent));
          const said = JSON.stringify(told);
          for (const name of Object.keys(Object.prototype)) delete Object.prototype[name];
          window.answer = said;
        }})().catch((error) => {{ for (const name of Object.keys(Object.prototype)) delete Object.prototype[name]; window.answer = String(error?.stack); }});
        </script>"
    );
    bench.site.put(
        "made/spoilt.html",
        Made { body: page.into(), kind: "text/html; charset=utf-8", policy: "" },
    );
    bench.browser.client.goto(&bench.site.url("made/spoilt.html")).await?;
    let found = loop {
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        if let Ok(found) = bench.browser.run("return window.answer ?? '';").await
            && found != json!("")
        {
            break found;
        }
    };
    let wanted = "[[true,true],\"events\",\"trade\",\"events\",\"trade\",false,false]";
    ensure!(found == json!(wanted), "{found}");
    Ok(())
}

pub(crate) async fn a_div_takes_no_data_from_another_host(bench: &Bench) -> Result<()> {
    // The same server under another name is another host.
    let other = bench.site.url("made/set.json").replace("127.0.0.1", "localhost");
    let kind = "application/json";
    let data = "{\"format\": \"bilateral/1\", \"figures\": 7}";
    bench.site.put("made/set.json", Made { body: data.into(), kind, policy: "" });
    for (src, asks) in [
        (other.as_str(), false),
        (&other["http:".len()..], false),
        ("data:application/json,{}", false),
        ("\u{1}\t//localhost:1/made/set.json", false),
        ("set.json", true),
        ("/made/set.json", true),
    ] {
        let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Div</title><script src=\"/probe.js\"></script>
            <div class=\"bilateral-chart\"><p>Figures</p></div><script src=\"/pkg/bilateral.js\"></script>";
        bench.site.put(
            "made/div.html",
            Made { body: page.into(), kind: "text/html; charset=utf-8", policy: "" },
        );
        bench.browser.client.goto(&bench.site.url("made/div.html")).await?;
        let _ = bench.site.requests();
        let script = format!(
            "document.querySelector('div').setAttribute('data-src', {});
            for (let i = 0; i < 200 && !probe.told.some(([type]) => type === 'error'); i++) await new Promise((done) => setTimeout(done, 25));
            return [probe.told.find(([type]) => type === 'error')?.[1].reason, document.querySelector('p').offsetHeight > 0];",
            json!(src)
        );
        let found = bench.browser.run_async(&script).await?;
        let asked = bench.site.requests().iter().any(|path| path.starts_with("/made/set.json"));
        ensure!(asked == asks && found == json!(["data", true]), "{src}: asked {asked}, {found}");
    }
    Ok(())
}

pub(crate) async fn paper_has_charts_that_were_never_in_sight(bench: &Bench) -> Result<()> {
    open(bench, "<bilateral-chart view='trade'></bilateral-chart>").await?;
    let script = "
      const far = document.createElement('div');
      far.style.marginTop = '9000px';
      const lazy = document.createElement('section');
      lazy.style.contentVisibility = 'auto';
      document.body.append(far, lazy);
      const late = [far, lazy].map((place) => {
        const chart = place.appendChild(document.createElement('bilateral-chart'));
        chart.setAttribute('view', 'trade');
        chart.setAttribute('theme', 'dark');
        return chart;
      });
      await until(() => late.every((chart) => chart.data));
      await rest(200);
      const seen = () => late.map(({ shadowRoot }) => shadowRoot.querySelector('figure').hidden);
      const before = seen();
      dispatchEvent(new Event('beforeprint'));
      const printed = late.map(({ shadowRoot }) => {
        const canvas = shadowRoot.querySelector('canvas');
        const [red] = canvas.getContext('2d').getImageData(0, 0, 1, 1).data;
        return inked(canvas) && red === 255 && canvas.width > 1000;
      });
      const during = seen();
      dispatchEvent(new Event('afterprint'));
      late[0].scrollIntoView();
      await frames(4);
      const [red] = late[0].shadowRoot.querySelector('canvas').getContext('2d').getImageData(0, 0, 1, 1).data;
      return [before, during, printed, red < 100];";
    let found = run(bench, script).await?;
    // WebKit has no `content-visibility` in some versions, and draws what is near.
    ensure!(
        found[1] == json!([false, false])
            && found[2] == json!([true, true])
            && found[3] == json!(true),
        "{found}"
    );
    ensure!(found[0][0] == json!(true), "the far one was drawn before: {found}");
    Ok(())
}

/// The sheets of the page as printed, at 60 dots to the inch.
async fn sheets(bench: &Bench) -> Result<Vec<Picture>> {
    let paper = bench.browser.client.print(PrintConfiguration::default()).await?;
    let folder = tempfile::tempdir()?;
    let (file, stem) = (folder.path().join("page.pdf"), folder.path().join("page"));
    fs::write(&file, paper)?;
    let mut draw = Command::new("pdftoppm");
    draw.args(["-r", "60", "-png"]).arg(&file).arg(&stem);
    ensure!(draw.status()?.success(), "pdftoppm draws no page");
    let mut names = Vec::new();
    for entry in fs::read_dir(folder.path())? {
        names.push(entry?.path());
    }
    names.retain(|name| name.extension().is_some_and(|extension| extension == "png"));
    names.sort();
    names.iter().map(|name| Picture::decode(&fs::read(name)?)).collect()
}

/// With nothing chosen, and with a mark that is.
pub(crate) async fn paper_has_the_marks(bench: &Bench) -> Result<()> {
    if bench.browser.engine.kind == Kind::Webkit {
        println!("    not for WebKit: its driver does not print");
        return Ok(());
    }
    for select in ["", "select='f001'"] {
        open(bench, &format!("<bilateral-chart view='trade' {select}></bilateral-chart>")).await?;
        run(bench, "await until(() => inked());").await?;
        let colours = sheets(bench).await?.first().map_or(0, Picture::coloured);
        ensure!(colours > 300, "{colours} coloured dots on paper, {select}");
    }
    Ok(())
}

/// A page that was as wide as a phone is printed on sheets of another width: the canvases keep to their
/// places, the key stands once, and no sheet is blank.
pub(crate) async fn paper_has_the_figure_alone(bench: &Bench) -> Result<()> {
    for view in ["story", "trade", "events", "sectors"] {
        window(&bench.browser, 360, 640, 1.0).await?;
        open(bench, &format!("<bilateral-chart view='{view}' select='f033'></bilateral-chart>"))
            .await?;
        run(bench, "await until(() => inked());").await?;
        let sheets = sheets(bench).await?;
        for (at, sheet) in sheets.iter().enumerate() {
            let rows = (0..sheet.height).filter(|y| sheet.row(*y).iter().any(|dot| dot[1] < 160));
            let rows = rows.count();
            ensure!(rows > 5, "{view}: sheet {} of {} has {rows} rows", at + 1, sheets.len());
        }
        run(bench, "dispatchEvent(new Event('beforeprint'));").await?;
        let print = |media: &str| json!({ "media": media });
        bench.browser.devtools("Emulation.setEmulatedMedia", print("print")).await?;
        window(&bench.browser, 740, 1000, 1.0).await?;
        let script = "const [sheet, layer] = ['.sheet', '.layer'].map((name) => root.querySelector(name));
            const [a, b] = [layer, sheet].map((node) => node.getBoundingClientRect());
            const [wide, high] = sheet.style.aspectRatio.split('/').map(Number);
            return [Math.abs(a.width - b.width) < 1, a.left === b.left, Math.abs(b.width * high / wide - b.height) < 2,
              getComputedStyle(root.querySelector('.footer button')).display];";
        let found = run(bench, script).await?;
        bench.browser.devtools("Emulation.setEmulatedMedia", print("")).await?;
        run(bench, "dispatchEvent(new Event('afterprint'));").await?;
        ensure!(found == json!([true, true, true, "none"]), "{view}: {found}");
    }
    bench.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(())
}

/// On paper no kind is folded and no row waits behind a button; afterwards the table is as it was.
pub(crate) async fn paper_has_all_rows_of_a_table(bench: &Bench) -> Result<()> {
    open(bench, "<bilateral-chart view='table' partners='KZ'></bilateral-chart>").await?;
    let script = "
      const rows = () => [...root.querySelectorAll('tbody tr:not(.kind, .rest)')].length;
      const folded = () => root.querySelectorAll('tbody [aria-expanded=false]').length;
      await until(() => rows() > 0);
      const all = Number(root.querySelector('caption').textContent.replace(/\\D/gu, ''));
      const before = [rows(), folded()];
      dispatchEvent(new Event('beforeprint'));
      const paper = [rows(), folded(), root.querySelectorAll('tbody .rest').length];
      dispatchEvent(new Event('afterprint'));
      await until(() => rows() === before[0]);
      return [paper, [all, 0, 0], before[0] < all && before[1] > 0, folded() === before[1]];";
    let found = run(bench, script).await?;
    ensure!(found[0] == found[1], "on paper: {found}");
    ensure!(found[2] == json!(true) && found[3] == json!(true), "{found}");
    Ok(())
}

/// A card that has the focus gives it back before it goes: the next key is the plot's, and opens one.
pub(crate) async fn after_escape_the_next_key_opens_a_card(bench: &Bench) -> Result<()> {
    open(bench, "<bilateral-chart view='trade' partners='KZ'></bilateral-chart>").await?;
    let script = "
      await until(() => inked());
      const press = async (key) => {
        root.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        await frames(3);
      };
      const card = () => root.querySelector('.card');
      root.querySelector('.plot').focus();
      await press('End');
      await press('Enter');
      await until(() => card());
      const title = card().querySelector('.title').textContent;
      card().focus();
      const inside = root.activeElement === card();
      await press('Escape');
      const closed = [card() === null, root.activeElement?.className];
      await press('Enter');
      await until(() => card());
      return [inside, closed, card()?.querySelector('.title').textContent === title];";
    let found = run(bench, script).await?;
    ensure!(found == json!([true, [true, "plot"], true]), "{found}");
    Ok(())
}

/// What a page reads of a chart is of the data that it has given, though nobody sees it.
pub(crate) async fn a_chart_out_of_sight_tells_the_data_that_it_has(bench: &Bench) -> Result<()> {
    open(
        bench,
        "<bilateral-chart view='trade'></bilateral-chart><div style='height:9000px'></div>",
    )
    .await?;
    let script = "
      await until(() => inked());
      root.querySelector('.plot').focus();
      root.querySelector('.plot').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
      const live = root.querySelector('[role=status]');
      await until(() => live.textContent);
      const before = [live.textContent !== '', root.querySelector('#headline').textContent.includes('Kazakhstan')];
      scrollTo(0, 8000);
      await rest(300);
      const figures = [2021, 2022].map((year) => ({ partner: 'NZ', measure: 'exports', value: year, unit: 'FJD',
        period: String(year), reporter: 'FJ', source: 'https://example.org/' + year }));
      await chart.load({ format: 'bilateral/1', meta: { reporting: 'FJ' }, figures });
      await rest(400);
      const told = [root.querySelector('#headline').textContent, root.querySelector('#summary').textContent,
        root.querySelector('.plot').ariaLabel].map((text) => text.includes('New Zealand'));
      return [before, told, live.textContent, scrollY > 5000];";
    let found = run(bench, script).await?;
    ensure!(found == json!([[true, true], [true, true, true], "", true]), "{found}");
    Ok(())
}

/// As a phone does it: the page is enlarged with two fingers, and then moved with one.
pub(crate) async fn an_enlarged_page_moves_over_the_chart(bench: &Bench) -> Result<()> {
    ensure!(bench.browser.engine.kind == Kind::Chromium, "only Chromium enlarges by its protocol");
    open(bench, "<bilateral-chart view='events' partners='KZ'></bilateral-chart>").await?;
    let action = "const canvas = root.querySelector('canvas');
        await frames(3);
        return [getComputedStyle(canvas).touchAction, Math.round(visualViewport.scale * 10) / 10];";
    let before = run(bench, action).await?;
    bench.browser.devtools("Emulation.setPageScaleFactor", json!({ "pageScaleFactor": 2 })).await?;
    let enlarged = run(bench, action).await?;
    bench.browser.devtools("Emulation.setPageScaleFactor", json!({ "pageScaleFactor": 1 })).await?;
    let after = run(bench, action).await?;
    let held = json!(["pan-y", 1]);
    let moves = enlarged[0] == "manipulation" || enlarged[0] == "pan-x pan-y pinch-zoom";
    ensure!(
        before == held && moves && enlarged[1].as_f64() == Some(2.0) && after == held,
        "{before}, {enlarged}, {after}"
    );
    Ok(())
}

/// Words of the page's, in scripts that run from right to left, join their letters or are pictures.
pub(crate) async fn a_title_is_written_as_its_script_is(bench: &Bench) -> Result<()> {
    for (title, rightward) in [
        ("סחר עם קזחסטן (2020)", true),
        ("تجارة مع كازاخستان", true),
        ("تجارت می\u{200C}خواهیم", true),
        ("कज़ाख़स्तान के साथ व्यापार", false),
        ("👩\u{200D}👩\u{200D}👧 trade 🇰🇿", false),
    ] {
        open(
            bench,
            &format!(
                "<bilateral-chart view='trade' partners='KZ' title='{title}'></bilateral-chart>"
            ),
        )
        .await?;
        let script = "const headline = root.querySelector('#headline');
            const range = document.createRange();
            range.selectNodeContents(headline);
            const words = range.getBoundingClientRect();
            const box = headline.getBoundingClientRect();
            const end = Math.abs(words.right - box.right) < 2;
            return [headline.textContent, end, words.width < box.width, root.querySelector('canvas').ariaLabel ?? headline.textContent, probe.problems];";
        let found = run(bench, script).await?;
        ensure!(found == json!([title, rightward, true, title, []]), "{title}: {found}");
    }
    Ok(())
}
