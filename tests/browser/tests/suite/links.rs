//! What a reader copies: a link that leads back, also where the clipboard is out of reach, and files
//! where no page can know whether the browser saves them.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use browser::server::Made;
use fantoccini::Locator;
use serde_json::{Value, json};

/// Opens the menu of downloads; `press` clicks a button of it and answers what is then said.
const MENU: &str = "
  const chart = document.querySelector('div.bilateral-chart')?.shadowRoot.querySelector('bilateral-chart')
    ?? document.querySelector('bilateral-chart');
  const root = chart.shadowRoot;
  await opened(root, 'download');
  const rest = () => new Promise((done) => setTimeout(done, 300));
  const press = async (name) => {
    const button = [...root.querySelectorAll('#download button')].find(({ textContent }) => textContent === name);
    const told = root.querySelector('.told');
    told.textContent = '';
    button.focus();
    button.click();
    for (let i = 0; i < 30 && !told.textContent; i++) await rest();
    await rest();
    return told.textContent;
  };
  const field = () => root.querySelector('.shown textarea');
  const chosen = () => ['view', 'partners', 'scale', 'title'].map((name) => chart.getAttribute(name));";

/// The clipboard of a browser that is driven belongs to no one, so a stand-in takes the text.
const STAND_IN: &str = "
  let taken = '';
  const clipboard = (writeText) =>
    Object.defineProperty(navigator, 'clipboard',
      { value: writeText && { writeText, write: writeText }, configurable: true });
  clipboard(async (text) => { taken = text; });";

async fn run(bench: &Bench, script: &str) -> Result<Value> {
    bench.browser.run_async(&[STAND_IN, MENU, script].concat()).await
}

/// Of a host page, whose address is not the chart's, with a title that no link may change.
const HOST: &str = "<!doctype html><html lang=\"en\"><script src=\"probe.js\"></script>
  <script async src=\"pkg/bilateral.js\"></script><h1>An article</h1>";

/// Follows links within the page to the chart called NAME: hostile, empty, of other charts; then back.
const WITHIN: &str = "
  location.hash = '#bilateral-NAME?view=sectors&scale=cubic&title=Theirs&onclick=1';
  await rest();
  const headline = () => root.querySelector('#headline').textContent;
  const linked = root.querySelector('.linked');
  const set = [chosen(), headline(), [...document.querySelectorAll('bilateral-chart')].at(-1).getAttribute('view'),
    linked.hidden, linked.textContent];
  // An empty one changes nothing, nor one of another chart.
  for (const hash of ['#bilateral-NAME?', '#bilateral-NAME?title=Theirs&theme=dark&src=x', '#bilateral-7?view=trade', '#']) {
    location.hash = hash;
    await rest();
    set.push(chosen()[0]);
  }
  linked.querySelector('button').click();
  await rest();
  return [...set, chosen(), headline(), linked.hidden];";

pub(crate) async fn a_link_leads_back_to_the_chart_as_it_was(bench: &Bench) -> Result<()> {
    let first = "<bilateral-chart title=\"Ours\" view=\"events\"></bilateral-chart>";
    for (path, charts, name) in [
        ("one.html", first.to_owned(), "1"),
        ("named.html", first.replace("title", "id=\"my chart\" title"), "my%20chart"),
        (
            "div.html",
            "<p></p><div class=\"bilateral-chart\" data-title=\"Ours\" data-view=\"events\"></div>"
                .to_owned(),
            "1",
        ),
    ] {
        let body = [HOST, &charts, "<bilateral-chart></bilateral-chart>"].concat();
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
        bench.site.put(path, Made { body: body.into(), kind: "text/html; charset=utf-8", policy });
        let page = bench.site.url(path);
        open(bench, &format!("{page}?p=7")).await?;
        let script = "
          root.querySelector('.choice[data-word=trade]').click();
          root.querySelector('.chip[data-code=RU]').click();
          await frames(2);
          const said = await press('Copy the link');
          return [said, taken, chosen()];";
        let told = run(bench, script).await?;
        let link = format!("{page}?p=7#bilateral-{name}?view=trade&partners=KZ+TJ");
        let state = json!(["trade", "KZ TJ", null, "Ours"]);
        ensure!(told == json!(["Copied", link, state]), "{told}");

        // A page of its own first: else the browser only moves within the page.
        bench.browser.client.goto("about:blank").await?;
        open(bench, &link).await?;
        ensure!(run(bench, "return chosen();").await? == state, "opened by {link}");
        let pressed =
            "return ['.chip[data-code=RU]', '.chip[data-code=KZ]', '.choice[data-word=trade]']
            .map((button) => root.querySelector(button).ariaPressed);";
        let pressed = run(bench, pressed).await?;
        ensure!(pressed == json!(["false", "true", "true"]), "{pressed}");

        // Within the page; what is hostile is ignored, and no link gives the chart words.
        let told = run(bench, &WITHIN.replace("NAME", name)).await?;
        ensure!(told[0][0] == "sectors" && told[0][1] == Value::Null, "{told}");
        // The title was written for what the author had chosen: it gives way, and comes back.
        ensure!(told[0][3] == "Ours" && told[1] != "Ours" && told[1] != "Theirs", "{told}");
        ensure!(told[2] == Value::Null, "the other chart follows: {told}");
        let said = "Shown as a link has set it. Show it as published";
        ensure!(told[3] == json!(false) && told[4] == said, "{told}");
        ensure!((5..9).all(|at| told[at] == "sectors"), "an empty link changes the chart: {told}");
        ensure!(told[9] == json!(["events", null, null, "Ours"]), "not the author's: {told}");
        ensure!(told[10] == "Ours" && told[11] == json!(true), "{told}");
    }
    Ok(())
}

async fn open(bench: &Bench, page: &str) -> Result<()> {
    bench.browser.client.goto(page).await?;
    let stands = "return [...document.querySelectorAll('bilateral-chart, div.bilateral-chart')].every((node) => {
        const chart = node.localName === 'div' ? node.shadowRoot?.querySelector('bilateral-chart') : node;
        const figure = chart?.shadowRoot?.querySelector('figure');
        if (figure?.hidden !== false) node.scrollIntoView();
        return figure?.hidden === false;
      });";
    bench.browser.until("every chart stands", stands).await
}

pub(crate) async fn the_page_form_s_link_has_its_state_also_from_disk(bench: &Bench) -> Result<()> {
    let file = browser::root().join("pkg/bilateral.html");
    for page in [bench.site.url("pkg/bilateral.html"), format!("file://{}", file.display())] {
        bench.browser.client.goto("about:blank").await?;
        bench.browser.open_page(&format!("{page}?lang=en&theme=dark#?secret=a1")).await?;
        let script = "
          root.querySelector('.choice[data-word=events]').click();
          await rest();
          return [await press('Copy the link'), taken];";
        let told = run(bench, script).await.with_context(|| page.clone())?;
        let link = told[1].as_str().context("a link")?;
        let query = link.strip_prefix(&format!("{page}?")).context(link.to_owned())?;
        let mut parts: Vec<&str> = query.split('&').collect();
        parts.sort_unstable();
        ensure!(told[0] == "Copied" && parts == ["lang=en", "theme=dark", "view=events"], "{told}");
    }
    Ok(())
}

pub(crate) async fn without_a_clipboard_the_text_is_selected(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const found = [];
      const look = async (name) => {
        const said = await press(name);
        const text = field();
        found.push([said, text?.value.startsWith('http') ?? null,
          text ? text.selectionEnd - text.selectionStart === text.value.length : null,
          text?.readOnly ?? null, (root.activeElement?.localName ?? '')]);
      };
      // No such interface, as on a page without encryption; refused; and both ways refused.
      document.execCommand = () => true;
      clipboard(undefined);
      await look('Copy the link');
      clipboard(() => Promise.reject(new Error('refused')));
      await look('Copy the link');
      document.execCommand = () => false;
      await look('Copy the link');
      await look('Copy a citation');
      const kept = field() !== null;
      chart.setAttribute('view', 'trade');
      await frames(3);
      return { found, kept, after: field() !== null };";
    let told = run(bench, script).await?;
    let copied = json!(["Copied", null, null, null, "button"]);
    let by_hand = |link: bool| {
        json!(["The text is selected: copy it from the field", link, true, true, "textarea"])
    };
    let expected = json!([copied, copied, by_hand(true), by_hand(false)]);
    ensure!(told["found"] == expected, "{told}");
    ensure!(told["kept"] == true && told["after"] == false, "another chart's text stays: {told}");
    bench.browser.quiet().await
}

pub(crate) async fn a_picture_is_copied_as_a_file_of_that_kind(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      const items = [];
      navigator.clipboard.write = async (all) => { items.push(...all); };
      const said = await press('Copy the picture');
      const bytes = new Uint8Array(await (await items[0].getType('image/png')).arrayBuffer());
      navigator.clipboard.write = () => Promise.reject(new Error('refused'));
      return [said, items.length, [...bytes.slice(1, 4)], await press('Copy the picture')];";
    let told = run(bench, script).await?;
    let expected = json!(["Copied", 1, b"PNG", "The page does not allow this"]);
    ensure!(told == expected, "{told}");
    bench.browser.quiet().await
}

pub(crate) async fn a_source_on_the_web_opens_at_its_evidence(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = "
      await chart.restore('view=events&partners=TJ');
      root.querySelector('[aria-controls=sources]').click();
      // A scroll bar that comes with the panel has it made anew.
      for (let i = 0; i < 20 && !root.querySelector('#sources .locator a'); i++) {
        for (const details of root.querySelectorAll('#sources details')) details.open = true;
        await rest();
      }
      return [...root.querySelectorAll('#sources .locator a')].map(({ href }) => href);";
    let links = run(bench, script).await?;
    let expected = "https://www.mfa.tj/en/main/view/140/relations-of-tajikistan-with-azerbaijan\
        #:~:text=29%20may%201992";
    let links = links.as_array().context("links")?;
    ensure!(links.contains(&json!(expected)), "{links:?}");
    bench.browser.quiet().await
}

pub(crate) async fn where_saving_is_not_known_the_file_is_shown(bench: &Bench) -> Result<()> {
    for page in ["sandbox.html", "sandbox-downloads.html"] {
        bench.browser.client.goto(&bench.site.url(page)).await?;
        let frame = bench.browser.client.find(Locator::Css("iframe")).await?;
        frame.enter_frame().await?;
        let stands = "return Boolean(document.querySelector('bilateral-chart')?.shadowRoot
            ?.querySelector('#headline')?.textContent);";
        bench.browser.until("the chart in the sandbox stands", stands).await?;
        let script = "
          const asked = [];
          const plain = HTMLAnchorElement.prototype.click;
          HTMLAnchorElement.prototype.click = function () { asked.push(this.download); plain.call(this); };
          const told = [];
          for (const name of ['CSV', 'SVG', 'JSON', 'BibTeX', 'CSL-JSON', 'PNG']) {
            const said = await press(name);
            const shown = root.querySelector('.shown').firstElementChild;
            told.push([name, said, shown?.localName, shown?.ariaLabel ?? shown?.getAttribute('aria-label'),
              (field()?.value ?? '').length > 200 || (shown?.width > 600 && shown?.clientWidth <= 700)]);
          }
          return { told, asked: asked.length, stays: Boolean(root.querySelector('#headline').textContent) };";
        let told = run(bench, script).await;
        bench.browser.client.clone().enter_parent_frame().await?;
        let told = told?;
        let said = "If no file was saved, take it from here";
        let expected = ["CSV", "SVG", "JSON", "BibTeX", "CSL-JSON", "PNG"].map(|name| {
            json!([name, said, if name == "PNG" { "canvas" } else { "textarea" }, name, true])
        });
        ensure!(told["told"] == json!(expected), "{page}: {told}");
        ensure!(told["asked"] == 6 && told["stays"] == true, "{page}: {told}");
    }
    // A sandbox that can be read, and forbids: nothing is offered that would not work.
    let body =
        "<!doctype html><html lang=\"en\"><iframe sandbox=\"allow-scripts allow-same-origin\"
        width=\"700\" height=\"900\" src=\"host.html\"></iframe>";
    let kind = "text/html; charset=utf-8";
    bench.site.put("forbids.html", Made { body: body.into(), kind, policy: "" });
    bench.browser.client.goto(&bench.site.url("forbids.html")).await?;
    let frame = bench.browser.client.find(Locator::Css("iframe")).await?;
    frame.enter_frame().await?;
    let stands = "return Boolean(document.querySelector('bilateral-chart')?.shadowRoot
        ?.querySelector('#headline')?.textContent);";
    bench.browser.until("the chart in the sandbox stands", stands).await?;
    let script =
        "return [...root.querySelectorAll('#download button')].map((node) => node.textContent);";
    let names = run(bench, script).await;
    bench.browser.client.clone().enter_parent_frame().await?;
    let names = names?;
    let names = names.as_array().context("buttons")?;
    ensure!(!names.contains(&json!("PNG")) && !names.contains(&json!("CSV")), "{names:?}");
    ensure!(names.contains(&json!("Copy the link")), "{names:?}");
    Ok(())
}

/// A page whose parts behind the hash are its own, and which draws a chart when one of them is asked for.
const ROUTER: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><script src=\"probe.js\"></script>
  <script async src=\"pkg/bilateral.js\"></script><div id=\"app\"></div><script src=\"router.js\"></script>";
const ROUTES: &str = "const go = () => {
    const chart = document.createElement('bilateral-chart');
    chart.setAttribute('view', 'events');
    const title = document.createElement('h1');
    title.textContent = /^#(!?\\/story\\/|section)/.test(location.hash) ? location.hash : '404';
    app.replaceChildren(title, ...(title.textContent === '404' ? [] : [chart]));
  };
  addEventListener('hashchange', go);
  go();";

pub(crate) async fn a_link_keeps_the_page_s_own_route(bench: &Bench) -> Result<()> {
    let put = |path: &str, kind: &'static str, body: &str| {
        bench.site.put(path, Made { body: body.into(), kind, policy: "" });
    };
    put("router.html", "text/html; charset=utf-8", ROUTER);
    put("router.js", "text/javascript", ROUTES);
    for route in
        ["#/story/42", "#!/story/42", "#/story/4?q=a%20b&x=1", "#section", "#section:~:text=404"]
    {
        bench.browser.client.goto("about:blank").await?;
        open(bench, &bench.site.url(&format!("router.html?p=7{route}"))).await?;
        let script = "
          root.querySelector('.choice[data-word=trade]').click();
          await rest();
          return [await press('Copy the link'), taken, document.querySelector('h1').textContent];";
        let told = run(bench, script).await?;
        let link = told[1].as_str().context("a link")?;
        bench.browser.client.goto("about:blank").await?;
        open(bench, link).await?;
        let look = "const [chart] = document.querySelectorAll('bilateral-chart');
            return [document.querySelector('h1').textContent, chart.getAttribute('view'), location.search.startsWith('?p=7&')];";
        let found = bench.browser.run(look).await?;
        ensure!(found == json!([told[2], "trade", true]), "{route}: {link} shows {found}");
        // Another route has charts of its own.
        let other = format!("location.hash = '#/story/43'; await frames(5); {look}");
        let found = bench.browser.run_async(&other).await?;
        ensure!(
            found == json!(["#/story/43", "events", true]),
            "{route}: the next route shows {found}"
        );
        bench.browser.quiet().await?;
    }
    Ok(())
}

pub(crate) async fn charts_in_shadow_trees_have_links_of_their_own(bench: &Bench) -> Result<()> {
    bench.browser.client.goto(&bench.site.url("empty.html")).await?;
    let script = "
      const charts = [];
      // Two components with the same id inside, one with an id that is a number, and a closed one.
      for (const [id, mode] of [['c', 'open'], ['c', 'open'], ['1', 'open'], ['', 'closed']]) {
        const host = document.body.appendChild(document.createElement('div'));
        if (charts.length === 3) host.id = 'own';
        const chart = document.createElement('bilateral-chart');
        if (id) chart.id = id;
        host.attachShadow({ mode }).append(chart);
        charts.push([chart, host]);
      }
      const clipboard = [];
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { clipboard.push(text); } } });
      const rest = (time) => new Promise((done) => setTimeout(done, time));
      for (const [chart, host] of charts) {
        host.scrollIntoView();
        const root = chart.shadowRoot;
        for (let i = 0; i < 100 && root.querySelector('figure').hidden; i++) await rest(50);
        chart.setAttribute('view', 'trade');
        await frames(3);
        await opened(root, 'download');
        [...root.querySelectorAll('#download button')].find(({ textContent }) => textContent === 'Copy the link').click();
        await rest(100);
        chart.removeAttribute('view');
      }
      const followed = [];
      for (const link of clipboard) {
        location.hash = new URL(link).hash;
        await rest(100);
        followed.push(charts.map(([chart]) => chart.getAttribute('view')).join());
        for (const [chart] of charts) chart.removeAttribute('view');
      }
      return [new Set(clipboard).size, followed, charts.map(([chart, host]) => `${chart.id} ${host.id}`).join()];";
    let found = bench.browser.run_async(script).await?;
    let each = json!(["trade,,,", ",trade,,", ",,trade,", ",,,trade"]);
    ensure!(found == json!([4, each, "c ,c ,1 , own"]), "{found}");
    Ok(())
}

pub(crate) async fn a_link_changes_nothing_that_its_author_has_fixed(bench: &Bench) -> Result<()> {
    let chart = "<bilateral-chart controls=\"off\" partners=\"KZ\" view=\"trade\" title=\"Trade with Kazakhstan\"></bilateral-chart>";
    let put = |body: String| {
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
        bench.site.put(
            "fixed.html",
            Made { body: body.into(), kind: "text/html; charset=utf-8", policy },
        );
    };
    let look = "return [chosen(), chart.getAttribute('select'), root.querySelector('#headline').textContent,
        root.querySelector('.linked').hidden];";
    let own = json!([
        ["trade", "KZ", null, "Trade with Kazakhstan"],
        null,
        "Trade with Kazakhstan",
        true
    ]);
    for body in [
        chart.to_owned(),
        chart.replace("bilateral-chart controls", "bilateral-chart id=\"x\" controls"),
    ] {
        put([HOST, &body].concat());
        for address in [
            "#bilateral-1?partners=RU",
            "#bilateral-x?partners=RU&view=events",
            "?bilateral-1=partners%3DRU#/r",
            "#bilateral-1?",
            "#bilateral-x?select=e1",
        ] {
            bench.browser.client.goto("about:blank").await?;
            open(bench, &bench.site.url(&format!("fixed.html{address}"))).await?;
            let found = run(bench, look).await?;
            ensure!(found == own, "{address}: {found}");
        }
    }
    // Where it may be changed, the title that does not fit gives way.
    put([HOST, &chart.replace("controls=\"off\" ", "")].concat());
    bench.browser.client.goto("about:blank").await?;
    open(bench, &bench.site.url("fixed.html#bilateral-1?partners=RU&view=trade")).await?;
    let found = run(bench, look).await?;
    let headline = found[2].as_str().unwrap_or_default();
    ensure!(headline.contains("Russia") && found[3] == json!(false), "{found}");
    Ok(())
}
