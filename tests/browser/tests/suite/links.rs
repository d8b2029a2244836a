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
  const door = root.querySelector('[aria-controls=download]');
  if (door.ariaExpanded !== 'true') door.click();
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

pub async fn a_link_leads_back_to_the_chart_as_it_was(bench: &Bench) -> Result<()> {
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
        open(bench, &format!("{page}?p=7#top")).await?;
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
        let script = format!(
            "location.hash = '#bilateral-{name}?view=sectors&scale=cubic&title=Theirs&onclick=1';
            await rest();
            return [chosen(), root.querySelector('#headline').textContent,
              document.querySelectorAll('bilateral-chart').length,
              [...document.querySelectorAll('bilateral-chart')].at(-1).getAttribute('view')];"
        );
        let told = run(bench, &script).await?;
        ensure!(told[0][0] == "sectors" && told[0][1] == Value::Null, "{told}");
        ensure!(told[0][3] == "Ours" && told[1] == "Ours", "a link speaks for the page: {told}");
        ensure!(told[3] == Value::Null, "the other chart follows: {told}");
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

pub async fn the_page_form_s_link_has_its_state_also_from_disk(bench: &Bench) -> Result<()> {
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

pub async fn without_a_clipboard_the_text_is_selected(bench: &Bench) -> Result<()> {
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

pub async fn a_picture_is_copied_as_a_file_of_that_kind(bench: &Bench) -> Result<()> {
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

pub async fn a_source_on_the_web_opens_at_its_evidence(bench: &Bench) -> Result<()> {
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

pub async fn where_saving_is_not_known_the_file_is_shown(bench: &Bench) -> Result<()> {
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
