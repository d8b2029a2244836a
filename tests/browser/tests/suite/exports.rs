//! What a reader takes away: the state, the table, the sources and files, over http and from disk.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bilateral::dataset::{Dataset, Value as Data, from_json};
use browser::engine::Kind;
use browser::picture::Picture;
use serde_json::{Value, json};

/// A file of the chart in base64, and its media type.
const FILE: &str = "
  const chart = document.querySelector('bilateral-chart');
  const file = async (type) => {
    const blob = await chart.toBlob(type);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return [blob.type, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))];
  };";

/// Both ways to a chart: a page under a strict policy, and one file from disk.
fn places(bench: &Bench) -> [String; 2] {
    let page = browser::root().join("pkg/bilateral.html");
    [bench.site.url("host.html"), format!("file://{}", page.display())]
}

pub(crate) async fn file(bench: &Bench, form: &str) -> Result<(String, Vec<u8>)> {
    let answer = bench.browser.run_async(&format!("{FILE} return file('{form}');")).await?;
    let mime = answer[0].as_str().context("a media type")?;
    Ok((mime.to_owned(), STANDARD.decode(answer[1].as_str().context("bytes")?)?))
}

pub(crate) async fn every_file_opens_in_another_program(bench: &Bench) -> Result<()> {
    for place in places(bench) {
        bench.browser.open_page(&place).await?;
        let script = "const chart = document.querySelector('bilateral-chart');
            await chart.restore('view=trade&partners=KZ');
            return chart.shadowRoot.querySelector('#headline').textContent;";
        let headline = bench.browser.run_async(script).await?;

        let (mime, bytes) = file(bench, "png").await?;
        ensure!(mime == "image/png", "{mime}");
        let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info()?;
        let text = |keyword: &str| -> Result<String> {
            let mut chunks = reader.info().utf8_text.iter();
            let chunk = chunks.find(|chunk| chunk.keyword == keyword).context("no such chunk")?;
            Ok(chunk.get_text()?)
        };
        ensure!(json!(text("Title")?) == headline, "{} is not {headline}", text("Title")?);
        ensure!(text("State")?.starts_with("view=trade&partners=KZ"), "{}", text("State")?);
        ensure!(text("Dataset")?.ends_with(Dataset::FINGERPRINT), "{}", text("Dataset")?);
        let picture = Picture::decode(&bytes)?;

        let (mime, bytes) = file(bench, "svg").await?;
        ensure!(mime == "image/svg+xml", "{mime}");
        let svg = String::from_utf8(bytes)?;
        let width = picture.width / 2;
        ensure!(svg.contains(&format!("width=\"{width}\"")), "half of {} px: {svg}", picture.width);
        ensure!(svg.contains("<metadata>") && svg.contains("<text"), "{svg}");
        ensure!(svg.contains(Dataset::FINGERPRINT), "no fingerprint");

        let (_, bytes) = file(bench, "json").await?;
        let data: Data = serde_json::from_slice(&bytes)?;
        let data = from_json(&data).ok().context("the JSON is a dataset")?;
        ensure!(data.figures.len() > 10 && data.events.is_empty(), "another selection");
        ensure!(data.partners[0].name.iter().count() >= 5, "all languages");
        let (_, bytes) = file(bench, "csv").await?;
        let lines = String::from_utf8(bytes)?.matches("\r\n").count();
        ensure!(lines == data.figures.len() + 1, "{lines} lines of {} figures", data.figures.len());
        let (_, bytes) = file(bench, "bibtex").await?;
        let entries = String::from_utf8(bytes)?.matches("@misc{").count();
        let (_, bytes) = file(bench, "csl").await?;
        let items: Vec<Value> = serde_json::from_slice(&bytes)?;
        ensure!(entries == items.len() && entries == data.sources.len(), "{entries} entries");

        let refused =
            format!("{FILE} return file('exe').then(() => 'taken', (error) => error.message);");
        let wrong = bench.browser.run_async(&refused).await?;
        ensure!(wrong.as_str().is_some_and(|said| said.starts_with("\"exe\" is not")), "{wrong}");
    }
    Ok(())
}

/// Both are drawn by one engine: what a file's reader sees is what the page shows.
pub(crate) async fn the_svg_is_drawn_as_the_picture(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&places(bench)[1]).await?;
    let [png, svg] = [file(bench, "png").await?, file(bench, "svg").await?]
        .map(|(mime, bytes)| format!("data:{mime};base64,{}", STANDARD.encode(bytes)));
    // A page without a policy, which lets it load them.
    let page = browser::root().join("tests/browser/pages/empty.html");
    bench.browser.client.goto(&format!("file://{}", page.display())).await?;
    let script = format!(
        "const load = async (address) => {{
          const image = new Image();
          image.src = address;
          await image.decode();
          return image;
        }};
        const [png, svg] = [await load('{png}'), await load('{svg}')];
        const [width, height] = [png.naturalWidth / 2, png.naturalHeight / 2];
        const pixels = (image) => {{
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [width, height];
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0, width, height);
          return context.getImageData(0, 0, width, height).data;
        }};
        const [a, b] = [pixels(png), pixels(svg)];
        let [differs, inked] = [0, 0];
        for (let i = 0; i < a.length; i += 4) {{
          if (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) > 128) differs++;
          if (a[i] + a[i + 1] < 400) inked++;
        }}
        return [differs, inked];"
    );
    let [differs, inked]: [f64; 2] =
        serde_json::from_value(bench.browser.run_async(&script).await?)?;
    ensure!(inked > 2000.0, "the picture is empty: {inked}");
    // Letters are placed by a fraction of a pixel differently.
    ensure!(differs < inked * 0.2, "{differs} pixels differ of {inked} inked ones");
    Ok(())
}

/// On the page the rows stand beside the canvas, which is empty.
pub(crate) async fn a_picture_of_the_table_has_its_rows(bench: &Bench) -> Result<()> {
    for place in places(bench) {
        bench.browser.open_page(&place).await?;
        let script = "const chart = document.querySelector('bilateral-chart');
            await chart.restore('view=table');
            return chart.shadowRoot.querySelector('#table tbody tr:not(.kind) > *').textContent.split(/\\s+/)[0];";
        let word = bench.browser.run_async(script).await?;
        let word = word.as_str().filter(|word| !word.is_empty()).context("a row of the table")?;
        let (_, bytes) = file(bench, "svg").await?;
        let svg = String::from_utf8(bytes)?;
        let texts = svg.matches("<text").count();
        ensure!(texts > 50 && svg.contains(word), "{texts} texts, {word:?}: {svg}");
    }
    Ok(())
}

pub(crate) async fn a_state_is_saved_and_restored_with_its_attributes(bench: &Bench) -> Result<()> {
    for place in places(bench) {
        bench.browser.open_page(&place).await?;
        let script = "
          const chart = document.querySelector('bilateral-chart');
          const root = chart.shadowRoot;
          const names = ['view', 'partners', 'scale', 'from', 'to', 'title', 'select'];
          const attributes = () => names.map((name) => chart.getAttribute(name));
          const foreign = await chart.restore('lang=de');
          await chart.restore('');
          root.querySelector('.choice[data-word=trade]').click();
          root.querySelector('.chip[data-code=RU]').click();
          await frames(2);
          const chosen = [attributes(), await chart.save()];
          const problems = await chart.restore(
            'view=events&from=2015&to=2016&title=%D0%96+%26+%C6%8F&onclick=1&scale=cubic');
          const restored = [attributes(), await chart.save(), root.querySelector('#headline').textContent];
          await chart.restore({ view: 'trade', scale: 'log' });
          const object = [attributes(), await chart.save()];
          chart.setAttribute('from', '2020');
          chart.setAttribute('to', '2022');
          await frames(2);
          chart.setAttribute('from', '2010');
          chart.setAttribute('to', '2012');
          await frames(2);
          return { foreign, chosen, problems, restored, object, moved: await chart.save() };";
        let found = bench.browser.run_async(script).await?;
        let reason = "\"de\" is no language of the dataset; it is shown in \"en\"";
        ensure!(found["foreign"] == json!([{ "attribute": "lang", "reason": reason }]), "{found}");
        let none = Value::Null;
        let chosen = json!([["trade", "KZ TJ", none, none, none, none, none]]);
        ensure!(found["chosen"][0] == chosen[0], "{found}");
        ensure!(found["chosen"][1] == "view=trade&partners=KZ+TJ", "{found}");
        let problems = json!([
            { "attribute": "onclick", "reason": "is not an attribute" },
            { "attribute": "scale", "reason": "is not a scale; give linear, log, indexed" },
        ]);
        ensure!(found["problems"] == problems, "{found}");
        let state = "view=events&from=2015-01-01&to=2016-12-31&title=%D0%96+%26+%C6%8F";
        let attributes = ["events", "", "", "2015-01-01", "2016-12-31", "Ж & Ə", ""]
            .map(|value| if value.is_empty() { Value::Null } else { json!(value) });
        ensure!(found["restored"] == json!([attributes, state, "Ж & Ə"]), "{found}");
        let attributes = json!(["trade", none, "log", none, none, none, none]);
        ensure!(found["object"] == json!([attributes, "view=trade&scale=log"]), "{found}");
        let moved = "view=trade&from=2010-01-01&to=2012-12-31&scale=log";
        ensure!(found["moved"] == moved, "{found}");
    }
    Ok(())
}

/// Sorts a column twice, follows a citation to its source, and gives the page another width.
const SORTED: &str = "
  const chart = document.querySelector('bilateral-chart');
  const root = chart.shadowRoot;
  const before = chart.clientWidth;
  await chart.restore('view=trade&partners=KZ');
  await opened(root, 'table');
  const region = root.getElementById('table');
  const heads = () => [...region.querySelectorAll('thead th')];
  const rows = 'tbody tr:not(.kind, .rest)';
  const column = (at) => [...region.querySelectorAll(rows)].map((row) => row.children[at].textContent);
  for (let more; (more = region.querySelector('.kind [aria-expanded=false], .rest button')); ) more.click();
  const at = heads().findIndex((head) => head.classList.contains('number'));
  const press = () => { const button = heads()[at].querySelector('button'); button.focus(); button.click(); };
  press();
  const rising = [heads()[at].getAttribute('aria-sort'), column(at)];
  const held = root.activeElement === heads()[at].querySelector('button');
  press();
  const falling = [heads()[at].getAttribute('aria-sort'), column(at)];
  region.querySelector('.cited button').click();
  const source = root.activeElement;
  source.querySelector('details').open = true;
  await frames(2);
  document.body.style.width = '620px';
  await frames(4);
  const stays = source.isConnected && source.querySelector('details').open && chart.clientWidth !== before;
  const links = [...root.querySelectorAll('#sources a')];
  const found = {
    caption: region.querySelector('caption').textContent,
    scopes: [...new Set(heads().map((head) => head.scope))],
    rows: column(at).length,
    rising, falling, held, stays,
    source: source.id,
    records: source.querySelectorAll('details li').length,
    rel: [...new Set(links.map(({ rel, target }) => `${rel} ${target}`))],
    links: links.length,
    log: root.querySelector('#sources').textContent.includes('1.0.0'),
  };
  return found;";

pub(crate) async fn the_table_sorts_and_its_citations_lead_to_the_sources(
    bench: &Bench,
) -> Result<()> {
    for place in places(bench) {
        bench.browser.open_page(&place).await?;
        let found = bench.browser.run_async(SORTED).await?;
        ensure!(found["scopes"] == json!(["col"]), "{found}");
        ensure!(
            found["rising"][0] == "ascending" && found["falling"][0] == "descending",
            "{found}"
        );
        let mut falling = found["falling"][1].as_array().cloned().unwrap_or_default();
        ensure!(falling.len() > 20 && found["held"] == true, "{found}");
        ensure!(json!(falling) != found["rising"][1], "the order stays");
        falling.sort_by_key(Value::to_string);
        let mut rising = found["rising"][1].as_array().cloned().unwrap_or_default();
        rising.sort_by_key(Value::to_string);
        ensure!(rising == falling, "other rows");
        ensure!(found["source"].as_str().is_some_and(|id| id.starts_with("source-")), "{found}");
        ensure!(found["records"].as_u64() > Some(0), "{found}");
        ensure!(found["stays"] == true, "another width closes what stands open: {found}");
        ensure!(found["rel"] == json!(["noopener noreferrer _blank"]), "{found}");
        ensure!(found["log"] == true, "{found}");
    }
    Ok(())
}

pub(crate) async fn a_table_is_folded_by_kind_and_sifted(bench: &Bench) -> Result<()> {
    for place in places(bench) {
        bench.browser.open_page(&place).await?;
        let script = "
          const chart = document.querySelector('bilateral-chart');
          const root = chart.shadowRoot;
          const rows = 'tbody tr:not(.kind, .rest)';
          await chart.restore('view=table');
          const view = chart.getAttribute('view');
          const made = () => root.querySelectorAll(`#table ${rows}`).length;
          const kinds = [...root.querySelectorAll('#table .kind button')];
          const folded = kinds.filter((kind) => kind.ariaExpanded === 'false').length;
          const counts = kinds.map((kind) => Number(kind.querySelector('.count').textContent));
          const whole = made() === Math.min(counts[0], 20);
          const first = made();
          const long = counts.findIndex((count, index) => index > 0 && count > 20);
          kinds[long].click();
          const pieces = [made() - first === 20];
          root.querySelector('#table .rest button').click();
          pieces.push(made() - first === Math.min(counts[long], 40));
          const unfolded = root.querySelectorAll('#table .kind [aria-expanded=true]').length;
          const search = root.querySelector('#table .search');
          search.focus();
          search.value = 'embassy';
          search.dispatchEvent(new Event('input', { bubbles: true }));
          const sifted = [...root.querySelectorAll(`#table ${rows}`)].map(({ textContent }) => textContent.toLowerCase());
          const kept = root.activeElement === search;
          search.value = '';
          search.dispatchEvent(new Event('input', { bubbles: true }));
          document.body.style.width = '320px';
          document.body.style.padding = '0';
          await frames(4);
          const wide = [...root.querySelectorAll('#table *')].filter((node) =>
            node.getBoundingClientRect().right > chart.getBoundingClientRect().right + 1);
          return { view, whole, pieces, folded, unfolded, kept, sifted, kinds: kinds.length,
            total: counts.reduce((sum, count) => sum + count), wide: wide.map((node) => node.textContent).slice(0, 3), width: chart.clientWidth };";
        let found = bench.browser.run_async(script).await?;
        let total = Dataset::embedded().entries().count();
        ensure!(found["view"] == "table" && found["total"] == total, "not all {total}: {found}");
        ensure!(found["whole"] == true && found["pieces"] == json!([true, true]), "{found}");
        let kinds = found["kinds"].as_u64().unwrap_or(0);
        ensure!(kinds > 3 && found["folded"] == kinds - 1 && found["unfolded"] == 2, "{found}");
        let sifted = found["sifted"].as_array().cloned().unwrap_or_default();
        let holds = |row: &Value| row.as_str().is_some_and(|row| row.contains("embassy"));
        ensure!(!sifted.is_empty() && sifted.iter().all(holds), "the search: {found}");
        ensure!(found["kept"] == true, "the search loses the focus: {found}");
        ensure!(found["width"].as_u64() <= Some(320) && found["wide"] == json!([]), "{found}");
    }
    Ok(())
}

pub(crate) async fn the_menu_saves_files(bench: &Bench) -> Result<()> {
    for place in places(bench) {
        bench.browser.open_page(&place).await?;
        let script = "
          const chart = document.querySelector('bilateral-chart');
          const root = chart.shadowRoot;
          const saved = [];
          HTMLAnchorElement.prototype.click = function () { saved.push([this.download, this.href.slice(0, 5)]); };
          await chart.restore('view=events&partners=TJ');
          await opened(root, 'download');
          const buttons = () => [...root.querySelectorAll('#download button')];
          const names = buttons().map((button) => button.textContent);
          for (const name of ['PNG', 'SVG', 'CSV', 'JSON', 'BibTeX', 'CSL-JSON']) {
            const before = saved.length;
            buttons().find((button) => button.textContent === name).click();
            while (saved.length === before) await frames(1);
          }
          await chart.download('csv');
          return { names, saved: saved.map(([name]) => name), kinds: [...new Set(saved.map(([, kind]) => kind))] };";
        let found = bench.browser.run_async(script).await?;
        let names = found["names"].as_array().cloned().unwrap_or_default();
        for name in ["PNG", "SVG", "CSV", "JSON", "BibTeX", "CSL-JSON"] {
            ensure!(names.contains(&json!(name)), "no {name}: {found}");
        }
        let mut saved = found["saved"].as_array().cloned().unwrap_or_default();
        saved.sort_by_key(Value::to_string);
        saved.dedup();
        let expected = json!([
            "bilateral-events-tj.bib",
            "bilateral-events-tj.csl.json",
            "bilateral-events-tj.csv",
            "bilateral-events-tj.json",
            "bilateral-events-tj.png",
            "bilateral-events-tj.svg",
        ]);
        ensure!(json!(saved) == expected, "{found}");
        ensure!(found["kinds"] == json!(["blob:"]), "{found}");
    }
    Ok(())
}

pub(crate) async fn the_dataset_is_read_whole(bench: &Bench) -> Result<()> {
    for place in places(bench) {
        bench.browser.open_page(&place).await?;
        let data = bench.browser.run("return document.querySelector('bilateral-chart').data;");
        let data: Data = serde_json::from_value(data.await?)?;
        let data = from_json(&data).ok().context("what `data` answers is a dataset")?;
        ensure!(data == Dataset::embedded(), "another dataset");
    }
    Ok(())
}

pub(crate) async fn the_page_form_keeps_the_state_in_its_address(bench: &Bench) -> Result<()> {
    let place = format!("{}?theme=dark&campaign=1", places(bench)[1]);
    bench.browser.open_page(&place).await?;
    let script = "
      const root = document.querySelector('bilateral-chart').shadowRoot;
      root.querySelector('.choice[data-word=trade]').click();
      await new Promise((done) => setTimeout(done, 800));
      return [...new URLSearchParams(location.search)].map((pair) => pair.join()).sort().join(' ');";
    let search = bench.browser.run_async(script).await?;
    let kept = search == "campaign,1 theme,dark view,trade";
    // From disk an engine may forbid it; then the address stays.
    let left = bench.browser.engine.kind != Kind::Chromium && search == "campaign,1 theme,dark";
    ensure!(kept || left, "{search}");
    Ok(())
}
