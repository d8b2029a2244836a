//! Data of quite different kinds as readers have it: packed and opened from disk, walked through, told
//! and saved; and what a page gives, in another language or in 200,000 rows.

use crate::Bench;
use crate::exports::file;
use crate::keys::{RIGHT, press};
use anyhow::{Context, Result, anyhow, ensure};
use bilateral::dataset::{Dataset, Value as Data, from_json, read_dir, to_json};
use bilateral::publish::{Base, Told, pack};
use bilateral::text::TableMeasure;
use bilateral::theme::Theme;
use bilateral::view::State;
use bilateral::widget::{Look, Picture};
use browser::server::Made;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// What stands on the chart.
const SHOWN: &str = "
  const root = document.querySelector('bilateral-chart').shadowRoot;
  return {
    lang: root.querySelector('figure').lang,
    hidden: root.querySelector('figure').hidden,
    headline: root.getElementById('headline').textContent,
    instead: root.querySelectorAll('.instead').length,
  };";

fn package(name: &str) -> PathBuf {
    browser::root().join("tests/packages").join(name)
}

fn read(name: &str) -> Result<Dataset> {
    read_dir(&package(name)).map_err(|found| anyhow!("{name}: {}", found[0]))
}

/// A package as its packer uploads it, and its headlines by language.
fn packed(name: &str) -> Result<(TempDir, Vec<(String, String)>)> {
    let told = Told::new(read(name)?, None, &[]).map_err(|error| anyhow!(error))?;
    let files = pack(&told, &browser::root().join("pkg"), &Base::relative(), Vec::new())
        .map_err(|error| anyhow!(error))?;
    let folder = TempDir::with_prefix("bilateral-package-")?;
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
        fs::write(path, bytes)?;
    }
    let headline = |locale: &bilateral::locale::Locale| {
        let state = State { language: locale.language, ..State::default() };
        let look = Look { locale, theme: &Theme::light(), measure: &TableMeasure, width: 800.0 };
        let headline = Picture::new(&told.data, &state, look).texts.headline;
        (locale.language.code().to_owned(), headline)
    };
    Ok((folder, told.locales().iter().map(headline).collect()))
}

/// Walks through some marks; answers what the live region said.
async fn walk(bench: &Bench, steps: usize) -> Result<Vec<String>> {
    let focus = "document.querySelector('bilateral-chart').shadowRoot
        .querySelector('.plot').focus();";
    bench.browser.run(focus).await?;
    let mut said: Vec<String> = Vec::new();
    for _ in 0..steps {
        let seen = press(bench, RIGHT).await?;
        let sentence = seen["said"].as_str().unwrap_or_default();
        ensure!(!sentence.is_empty() && seen["card"].is_string(), "{seen}");
        ensure!(said.last().is_none_or(|last| last != sentence), "said twice: {seen}");
        said.push(sentence.to_owned());
    }
    Ok(said)
}

pub(crate) async fn pounds_and_euros_months_and_years_are_read_told_and_saved(
    bench: &Bench,
) -> Result<()> {
    let (folder, headlines) = packed("isles")?;
    ensure!(headlines.len() == 2, "{headlines:?}");
    for (language, headline) in headlines {
        let page = format!("file://{}/bilateral.html?lang={language}", folder.path().display());
        bench.browser.open_page(&page).await?;
        let shown = bench.browser.run(SHOWN).await?;
        ensure!(shown["headline"] == headline && shown["lang"] == language, "{shown}: {headline}");
        walk(bench, 8).await?;
        let trade = "await document.querySelector('bilateral-chart').restore('view=trade');";
        bench.browser.run_async(trade).await?;
        let said = walk(bench, 8).await?;
        let currency = if language == "de" { "Britische Pfund" } else { "British pounds" };
        ensure!(said.iter().all(|one| one.contains(currency)), "{language}: {said:?}");

        let (_, csv) = file(bench, "csv").await?;
        let csv = String::from_utf8(csv)?;
        ensure!(csv.contains(",GBP,") && csv.matches("\r\n").count() > 30, "{csv}");
        let (_, json) = file(bench, "json").await?;
        let view: Data = serde_json::from_slice(&json)?;
        ensure!(from_json(&view).is_ok(), "the JSON is no dataset");
        let whole = "return document.querySelector('bilateral-chart').data;";
        let whole: Data = serde_json::from_value(bench.browser.run(whole).await?)?;
        let whole = from_json(&whole).map_err(|found| anyhow!("{}", found[0]))?;
        let counts = (whole.figures.len(), whole.events.len(), whole.meta.languages.len());
        ensure!(counts == (357, 300, 2), "{counts:?}");
        let (_, svg) = file(bench, "svg").await?;
        let svg = String::from_utf8(svg)?;
        ensure!(svg.contains(&format!("lang=\"{language}\"")) && svg.contains("£"), "{svg}");
        let (_, png) = file(bench, "png").await?;
        let reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info()?;
        let title = reader.info().utf8_text.iter().find(|chunk| chunk.keyword == "Title");
        let title = title.context("a title")?.get_text()?;
        let shown = bench.browser.run(SHOWN).await?;
        ensure!(shown["headline"] == title, "{language}: {title}");
    }
    Ok(())
}

pub(crate) async fn what_a_package_leaves_out_leaves_no_chart_empty(bench: &Bench) -> Result<()> {
    for (name, steps) in [("events-alone", 6), ("months", 6), ("quarters", 6), ("barrels", 2)] {
        let (folder, headlines) = packed(name)?;
        let page = format!("file://{}/bilateral.html?lang=en", folder.path().display());
        bench.browser.open_page(&page).await?;
        let shown = bench.browser.run(SHOWN).await?;
        ensure!(shown["headline"] == headlines[0].1 && shown["hidden"] == false, "{name}: {shown}");
        ensure!(shown["instead"] == 0, "{name} is empty: {shown}");
        walk(bench, steps).await.with_context(|| name.to_owned())?;
    }
    Ok(())
}

/// A page with the slim form, its module at `module` and a chart in German.
async fn slim(bench: &Bench, module: &str) -> Result<()> {
    let start = format!("import {{ define }} from '/pkg/slim.mjs';\ndefine('{module}');\n");
    let page = "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\">\
        <script src=\"/probe.js\"></script><script type=\"module\" src=\"/made/slim.js\"></script>\
        <bilateral-chart>Worte</bilateral-chart></html>";
    let put = |path: &str, kind: &'static str, body: &str| {
        bench.site.put(path, Made { body: body.into(), kind, policy: "" });
    };
    put("made/slim.js", "text/javascript", &start);
    put("made/german.html", "text/html; charset=utf-8", page);
    bench.browser.client.goto(&bench.site.url("made/german.html")).await?;
    let ready = "return probe.told.some(([type]) => type === 'ready');";
    bench.browser.until("a chart", ready).await?;
    // As `bilateral export` prints it: with the names that the package leaves to CLDR.
    let told = Told::new(read("isles")?, None, &[]).map_err(|error| anyhow!(error))?;
    let data = serde_json::to_string(&to_json(&told.data))?;
    let load = format!(
        "const chart = document.querySelector('bilateral-chart');
         const data = {data};
         await chart.load(data);
         await chart.load(data);"
    );
    bench.browser.run_async(&load).await?;
    Ok(())
}

pub(crate) async fn german_comes_from_beside_the_module_once(bench: &Bench) -> Result<()> {
    let _ = bench.site.requests();
    slim(bench, "/pkg/bilateral.wasm").await?;
    let until = "return document.querySelector('bilateral-chart').shadowRoot
        .querySelector('figure').lang === 'de';";
    bench.browser.until("the chart is in German", until).await?;
    let shown = bench.browser.run(SHOWN).await?;
    let headline = shown["headline"].as_str().unwrap_or_default();
    let (_, headlines) = packed("isles")?;
    let german = headlines.iter().find(|(language, _)| language == "de").context("German")?;
    ensure!(headline == german.1, "{shown}: {german:?}");
    let asked = bench.site.requests();
    let words: Vec<&String> = asked.iter().filter(|path| path.contains(".words")).collect();
    ensure!(words == ["/pkg/languages/de.words"], "{asked:?}");

    let module = fs::read(browser::root().join("pkg/bilateral.wasm"))?;
    bench.site.put("made/alone.wasm", Made { body: module, kind: "application/wasm", policy: "" });
    let more = fs::read(browser::root().join("pkg/bilateral.more.wasm"))?;
    let more = Made { body: more, kind: "application/wasm", policy: "" };
    bench.site.put("made/bilateral.more.wasm", more);
    let more = fs::read(browser::root().join("pkg/bilateral.more.mjs"))?;
    let more = Made { body: more, kind: "text/javascript", policy: "" };
    bench.site.put("made/bilateral.more.mjs", more);
    slim(bench, "/made/alone.wasm").await?;
    let shown = bench.browser.run(SHOWN).await?;
    ensure!(shown["lang"] == "en" && shown["hidden"] == false, "{shown}");
    // Without the second part a currency that the dataset inside has not is told by its code.
    let headline = headlines[0].1.replace("(euros)", "(EUR)");
    ensure!(shown["headline"] == headline.as_str(), "{shown}: {headlines:?}");
    let told = bench.browser.run("return probe.problems.join('\\n');").await?.to_string();
    ensure!(told.contains("there are no words in"), "{told}");
    Ok(())
}

/// A page's rows: as many as it likes, of 64 partners, a year each.
const ROWS: &str = "
  const chart = document.querySelector('bilateral-chart');
  const codes = ('AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA '
    + 'CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB '
    + 'GD GE GH').split(' ');
  const given = (count) => ({
    format: 'bilateral/1',
    meta: { name: 'large', reporting: 'JP', created: '9999-12-31' },
    figures: Array.from({ length: count }, (_, at) => ({
      partner: codes[at % 64], measure: 'turnover', value: at + 1, unit: 'EUR', source: 'Diary',
      period: String(1 + Math.floor(at / 64)).padStart(4, '0'),
    })),
  });
  const headline = () => chart.shadowRoot.getElementById('headline').textContent;
  const refusal = (data) => chart.load(data).then(() => 'taken', (error) => error.message);";

pub(crate) async fn two_hundred_thousand_rows_leave_the_page_its_turns(
    bench: &Bench,
) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "{ROWS}
        const large = given(200000);
        let [turns, longest, last] = [0, 0, performance.now()];
        const turn = () => {{
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          turns += 1;
        }};
        const timer = setInterval(turn, 5);
        const begun = performance.now();
        await chart.load(large);
        turn();
        clearInterval(timer);
        const took = performance.now() - begun;
        // One that is overtaken is not shown, and settles with the other.
        const overtaken = chart.load(large);
        await new Promise((done) => setTimeout(done, 50));
        await Promise.all([chart.load(given(64)), overtaken]);
        return {{ turns, longest, took, after: headline() }};"
    );
    let found = bench.browser.run_async(&script).await?;
    println!("    200,000 rows: {found}");
    ensure!(found["turns"].as_u64().is_some_and(|turns| turns >= 10), "no turns: {found}");
    let (longest, took) = (found["longest"].as_f64(), found["took"].as_f64());
    ensure!(longest.zip(took).is_some_and(|(longest, took)| longest < took / 2.0), "{found}");
    ensure!(found["after"].as_str().is_some_and(|told| told.contains("EUR")), "{found}");
    bench.browser.quiet().await
}

/// The script's words have the countries of its own dataset alone.
pub(crate) async fn a_country_that_nobody_names_is_called_as_the_browser_calls_it(
    bench: &Bench,
) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "{ROWS}
        const figures = ['FR', 'ABC'].flatMap((partner) => [2021, 2022].map((year) => ({{
          partner, measure: 'exports', value: year * 1e6, unit: 'EUR', source: 'Diary',
          period: String(year), reporter: 'JP',
        }})));
        const partners = [{{ code: 'ABC', name: {{ en: 'Alphabet' }} }}];
        const meta = {{ name: 'bare', reporting: 'JP', languages: ['en', 'ru'] }};
        const told = [];
        await chart.load({{ format: 'bilateral/1', meta, partners, figures }});
        for (const lang of ['en', 'ru', 'en']) {{
          chart.lang = lang;
          await frames(3);
          told.push(chart.shadowRoot.textContent);
        }}
        return told;"
    );
    let told = bench.browser.run_async(&script).await?;
    for (at, name) in ["France", "Франция", "France"].into_iter().enumerate() {
        let text = told[at].as_str().unwrap_or_default();
        let is_bare = text.split(|one: char| !one.is_alphanumeric()).any(|word| word == "FR");
        ensure!(text.contains(name) && !is_bare, "{name}: {text}");
        ensure!(text.contains("Alphabet"), "{text}");
    }
    bench.browser.quiet().await
}

/// Beside a name of two lines the number of records keeps its own.
pub(crate) async fn the_list_of_sixty_four_partners_breaks_no_number(bench: &Bench) -> Result<()> {
    let exported = serde_json::to_string(&to_json(&read("sixty-four")?))?;
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "const chart = document.querySelector('bilateral-chart');
        await chart.load({exported});
        const broken = [];
        let seen = 0;
        for (const width of [320, 600, 1000]) {{
          chart.style.width = `${{width}}px`;
          await frames(3);
          const opener = chart.shadowRoot.querySelector('[aria-controls=partners]');
          if (opener.ariaExpanded !== 'true') opener.click();
          await frames(2);
          for (const known of chart.shadowRoot.querySelectorAll('#partners .known')) {{
            const box = known.getBoundingClientRect();
            if (box.height > 30) broken.push(`${{width}}: ${{known.parentElement.innerText}}`);
            seen += box.height > 5;
          }}
        }}
        return {{ seen, broken }};"
    );
    let found = bench.browser.run_async(&script).await?;
    ensure!(found["seen"] == 3 * 64 && found["broken"] == serde_json::json!([]), "{found}");
    bench.browser.quiet().await
}

pub(crate) async fn both_ways_in_have_the_same_bounds(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "{ROWS}
        const cycle = given(1);
        cycle.figures[0].note = cycle;
        const gaps = given(1);
        gaps.figures.length = 3;
        const long = given(1);
        long.figures[0].note = 'x'.repeat(33 * 1024 * 1024);
        return [await refusal(given(200001)), await refusal(long), await refusal(cycle),
          await refusal(gaps), await refusal({{ ...given(1), events: [{{ date: 1n }}] }}),
          await refusal({{ ...given(1), meta: undefined }})];"
    );
    let refused = bench.browser.run_async(&script).await?;
    for (at, told) in [
        "figures: more than 200000 rows\n  hint: split the dataset",
        "dataset: larger than 32 MiB\n  hint: split the dataset",
        "nested deeper than 16 levels, or within itself",
        "figures[1]: is undefined",
        "events[0].date: is a bigint",
        "meta: is undefined",
    ]
    .into_iter()
    .enumerate()
    {
        let message = refused[at].as_str().unwrap_or_default();
        ensure!(message.contains(told), "{message}, not {told}");
    }
    let rows = vec!["{}"; 200_001].join(",");
    let meta = "\"format\": \"bilateral/1\", \"meta\": {\"reporting\": \"JP\"}";
    let data = format!("{{{meta}, \"figures\": [{rows}]}}");
    let put = |path: &str, kind: &'static str, body: String| {
        bench.site.put(path, Made { body: body.into_bytes(), kind, policy: "" });
    };
    put("made/rows.json", "application/json", data);
    let long = format!("{{{meta}, \"title\": \"{}\"}}", "x".repeat(33 << 20));
    put("made/long.json", "application/json", long);
    for (file, told) in [
        ("rows", "figures: more than 200000 rows\n  hint: split the dataset"),
        ("long", "larger than 32 MiB\n  hint: split the dataset"),
    ] {
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><script src=\"/probe.js\">\
             </script><script src=\"/pkg/bilateral.js\"></script>\
             <bilateral-chart src=\"/made/{file}.json\">words</bilateral-chart></html>"
        );
        put("made/bounds.html", "text/html; charset=utf-8", page);
        bench.browser.client.goto(&bench.site.url("made/bounds.html")).await?;
        let until = "return probe.told.some(([type]) => type === 'error');";
        bench.browser.until("an error", until).await?;
        let detail = "return probe.told.find(([type]) => type === 'error')[1];";
        let detail: Value = bench.browser.run(detail).await?;
        let message = detail["message"].as_str().unwrap_or_default();
        ensure!(detail["reason"] == "data" && message.contains(told), "{detail}");
    }
    Ok(())
}

/// What an attribute names and the dataset has not is told, with what was meant.
pub(crate) async fn what_an_attribute_names_in_vain_is_told(bench: &Bench) -> Result<()> {
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    for (attribute, value, told) in [
        ("view", "trad", "view is not a view; did you mean trade?"),
        (
            "measure",
            "exprots",
            "measure names \"exprots\", which is no measure of the dataset; did you mean exports?",
        ),
        (
            "kinds",
            "vist",
            "kinds names \"vist\", which is no kind of the dataset; did you mean visit?",
        ),
        ("unit", "USS", "unit names \"USS\", which is no unit of the dataset; did you mean USD?"),
        ("scale", "logg", "scale is not a scale; did you mean log?"),
        ("compare", "reporter", "compare is not a comparison; did you mean reporters?"),
        ("from", "20155", "from is not a year or a date like 2015"),
        ("partners", "KZ Rusiya", "partners names \"RUSIYA\", which is no code; did you mean RU?"),
        ("kinds", "Visits", "which is no kind of the dataset; did you mean visit?"),
        ("lang", "english", "has no texts in \"english\"; it has "),
        ("partners", "QQ", "partners names \"QQ\", which is no partner of the dataset; it has "),
    ] {
        let script = format!(
            "const chart = document.querySelector('bilateral-chart');
             probe.problems.length = 0;
             chart.setAttribute('{attribute}', '{value}');
             for (let at = 0; at < 200 && !probe.problems.length; at++) await frames(1);
             await frames(3);
             const told = probe.problems.join('\\n');
             chart.removeAttribute('{attribute}');
             await frames(3);
             probe.problems.length = 0;
             return told;"
        );
        let found = bench.browser.run_async(&script).await?;
        let said = found.as_str().unwrap_or_default();
        ensure!(said.contains(told), "{attribute}=\"{value}\" says {found}, not {told}");
        ensure!(said.matches("console.warn").count() == 1, "{found}");
    }
    let kept = "const chart = document.querySelector('bilateral-chart');
        chart.setAttribute('partners', 'KZ QQ');
        await frames(3);
        const kept = await chart.save();
        chart.removeAttribute('partners');
        await frames(3);
        return kept;";
    let kept = bench.browser.run_async(kept).await?;
    ensure!(kept == json!("partners=KZ"), "{kept} is kept");
    let state = bench.browser.run_async("return document.querySelector('bilateral-chart').save();");
    ensure!(state.await? == json!(""), "an attribute is left");
    Ok(())
}
