//! The builder page with data of one's own: from a pasted table, a spreadsheet or a package to a chart
//! and to files that open from the disk.

use crate::Bench;
use crate::hosts::stands_in_hosts;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bilateral::builder::Workshop;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::fs;
use std::io::Cursor;
use tempfile::TempDir;

const TEN_ROWS: &str = "Country\tYear\tExports, USD mln\n\
    Germany\t2019\t1045.2\nGermany\t2020\t980.4\nGermany\t2021\t1120.5\nGermany\t2022\t1210.7\n\
    Norway\t2019\t210.5\nNorway\t2020\t199.9\nNorway\t2021\t230.1\nNorway\t2022\t250.3\n\
    Spain\t2021\t80.2\nSpain\t2022\t85.6\n";

/// How somebody pastes, chooses a file, answers and waits, and what the page then shows.
const HANDS: &str = "
  const get = (selector) => document.querySelector(selector);
  const until = async (what, act) => {
    for (const end = performance.now() + 20000; performance.now() < end;) {
      const found = await act();
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`not within 20 s: ${what}; ${get('#data-told').textContent} ${get('#check-sum').textContent}`);
  };
  const paste = (target, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    if (!event.clipboardData?.getData('text/plain')) Object.defineProperty(event, 'clipboardData', { value: data });
    target.dispatchEvent(event);
  };
  const bring = (name, base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name));
    get('#files').files = data.files;
    get('#files').dispatchEvent(new Event('change', { bubbles: true }));
  };
  const say = (option, value) => {
    const input = get(`[data-option=${option}]`);
    input.value = value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const whole = () => until('a dataset without faults', () => /^Nothing wrong/.test(get('#check-sum').textContent));
  const chart = get('bilateral-chart');
  const shown = (text) => until(`a chart of ${text}`, () =>
    chart.shadowRoot?.getElementById('headline')?.textContent && [...chart.shadowRoot.querySelectorAll('.chip')]
      .map((chip) => chip.textContent.trim()).join() === text);
  await until('the page', () => chart.shadowRoot?.getElementById('headline')?.textContent);";

pub(super) async fn open(bench: &Bench) -> Result<()> {
    let file = browser::root().join("pkg/builder.html");
    // What was not saved before would be asked about.
    bench.browser.run("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true); return true;").await?;
    bench.browser.open_page(&format!("file://{}", file.display())).await
}

pub(super) async fn with_hands(bench: &Bench, script: &str) -> Result<Value> {
    bench.browser.run_async(&format!("{HANDS}\n{script}")).await
}

pub(super) async fn ten_pasted_rows_are_a_chart_in_three_presses(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = format!(
        "paste(document.body, {TEN_ROWS:?});
        await until('a question', () => get('#questions [data-option=reporting]'));
        const asked = get('#questions').children.length;
        say('reporting', 'France');
        await whole();
        await shown('Germany,Norway,Spain');
        return {{ asked, cells: get('#grid').textContent.includes('1045.2'),
          uses: [...document.querySelectorAll('#columns select[aria-label^=What]')].map((one) => one.selectedOptions[0].textContent) }};"
    );
    let found = with_hands(bench, &script).await?;
    let expected = json!({ "asked": 1, "cells": true, "uses": ["partner — country of the other side", "year", "exports — sold to the partner"] });
    ensure!(found == expected, "{found}");
    Ok(())
}

/// Years across, under a title.
pub(super) fn wide_workbook() -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [("Italy", [105.5, 98.1, 120.25]), ("Japan", [77.4, 94.1, 90.0])];
    sheet.write(0, 0, "Exports, EUR million")?;
    sheet.write(1, 0, "Country")?;
    for (column, year) in [2020, 2021, 2022].into_iter().enumerate() {
        sheet.write(1, column as u16 + 1, year)?;
    }
    for (row, (country, values)) in rows.into_iter().enumerate() {
        sheet.write(row as u32 + 2, 0, country)?;
        for (column, value) in values.into_iter().enumerate() {
            sheet.write(row as u32 + 2, column as u16 + 1, value)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

pub(super) async fn a_wide_workbook_is_a_chart(bench: &Bench) -> Result<()> {
    let bytes = STANDARD.encode(wide_workbook()?);
    open(bench).await?;
    let script = format!(
        "bring('wide.xlsx', '{bytes}');
        await until('a table', () => get('#grid').textContent.includes('Italy'));
        say('reporting', 'FR');
        await whole();
        await shown('Italy,Japan');
        return [get('#cell-name').textContent, get('#check-sum').textContent];"
    );
    let found = with_hands(bench, &script).await?;
    ensure!(
        found == json!(["Sheet1 A1", "Nothing wrong: 6 values, 0 events, 3 countries."]),
        "{found}"
    );
    Ok(())
}

/// What a file becomes: its figures, its events, and whether something found no place.
async fn brought(bench: &Bench, file: &str, reporting: &str) -> Result<Value> {
    let path = browser::root().join("tests/import/fixtures").join(file);
    let bytes = STANDARD.encode(fs::read(&path).with_context(|| format!("no {file}"))?);
    open(bench).await?;
    let script = format!(
        "bring('{file}', '{bytes}');
        await until('a table', () => get('#grid').textContent.includes('1'));
        say('reporting', '{reporting}');
        await whole();
        await until('a chart of it', () => chart.data.figures.length + chart.data.events.length === Number(
          get('#check-sum').textContent.match(/(\\d+) value/)[1]) + Number(get('#check-sum').textContent.match(/(\\d+) event/)[1]));
        return [chart.data.figures.map(({{ partner, measure, period, reporter }}) => [partner, measure, period, reporter].join(' ')),
          chart.data.events.map(({{ title }}) => title.en), get('#left').children.length > 0];"
    );
    with_hands(bench, &script).await
}

pub(super) async fn a_comtrade_download_is_a_chart(bench: &Bench) -> Result<()> {
    let found = brought(bench, "comtrade.csv", "Kazakhstan").await?;
    let figures = json!([
        "WLD exports 2021 KZ",
        "RU exports 2021 KZ",
        "RU imports 2021 KZ",
        "RU exports 2022 KZ",
        "RU exports 2022 RU",
    ]);
    ensure!(found == json!([figures, [], true]), "{found}");
    Ok(())
}

pub(super) async fn a_timeline_sheet_is_a_chart(bench: &Bench) -> Result<()> {
    let found = brought(bench, "timeline.csv", "Azerbaijan").await?;
    let titles =
        json!(["Diplomatic relations established", "Official visit", "Year of many meetings"]);
    ensure!(found == json!([[], titles, true]), "{found}");
    Ok(())
}

/// What the archive holds does in hosts as the built-in one does.
pub(super) async fn the_archive_stands_in_hosts(bench: &Bench) -> Result<()> {
    let folder = published(bench).await?;
    bench.browser.run("window.onbeforeunload = null; return true;").await?;
    stands_in_hosts(bench, folder.path()).await
}

pub(super) async fn a_german_table_is_a_chart_and_its_marks_can_be_changed(
    bench: &Bench,
) -> Result<()> {
    let table = "Land;Jahr;Ausfuhr (Mio. EUR)\nItalien;2020;1.234,5\nItalien;2021;1.310,25\nSpanien;2020;934,1\n";
    open(bench).await?;
    let script = format!(
        "bring('handel.csv', '{}');
        await until('a table', () => get('#grid').textContent.includes('1.234,5'));
        say('reporting', 'DE');
        await whole();
        await shown('Italy,Spain');
        const value = () => chart.data.figures.map(({{ value }}) => value).sort((a, b) => a - b);
        const first = value();
        const use = get('#columns select[aria-label*=Ausfuhr]');
        use.value = 'imports';
        use.dispatchEvent(new Event('change'));
        await until('imports', () => chart.data.figures.every(({{ measure }}) => measure === 'imports'));
        return first;",
        STANDARD.encode(table)
    );
    let found = with_hands(bench, &script).await?;
    ensure!(found == json!([934_100_000, 1_234_500_000, 1_310_250_000_i64]), "{found}");
    Ok(())
}

pub(super) async fn a_wrong_cell_is_led_to_and_mended(bench: &Bench) -> Result<()> {
    let table = "id,partner,measure,value,unit,period,reporter,source\n\
        a,DE,exports,5,USD,2020,FR,An office\nb,DE,exprots,6,USD,2021,FR,An office\n";
    open(bench).await?;
    let script = format!(
        "bring('figures.csv', '{}');
        await until('a table', () => get('#grid').textContent.includes('exprots'));
        say('reporting', 'FR');
        const message = await until('a message', () => [...document.querySelectorAll('#messages li')]
          .find((one) => one.textContent.includes('exprots')));
        const place = message.querySelector('button');
        place.click();
        await until('the cell', () => get('#cell-name').textContent === 'figures.csv C3');
        const cell = get('#cell-text');
        const seen = [place.textContent, cell.value, document.activeElement === cell, get('#cell-wrong').textContent !== '',
          getComputedStyle(cell).color !== getComputedStyle(cell).backgroundColor];
        cell.value = 'exports';
        cell.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true, cancelable: true }}));
        await until('no message', () => !get('#messages').textContent.includes('exprots'));
        get('#tools button').click();
        await until('the message again', () => get('#messages').textContent.includes('exprots'));
        return seen;",
        STANDARD.encode(table)
    );
    let found = with_hands(bench, &script).await?;
    ensure!(found == json!(["figures.csv C3", "exprots", true, true, true]), "{found}");
    Ok(())
}

pub(super) async fn only_work_is_asked_about(bench: &Bench) -> Result<()> {
    let mut workshop = Workshop::default();
    workshop.begin(true, "2026-11-28").map_err(anyhow::Error::msg)?;
    workshop.review();
    let package = STANDARD.encode(workshop.package().map_err(anyhow::Error::msg)?);
    open(bench).await?;
    let script = format!(
        "const asks = () => !dispatchEvent(new Event('beforeunload', {{ cancelable: true }}));
        const before = asks();
        bring('example.bilateral.zip', '{package}');
        await until('a table', () => get('#sheet').options.length > 1);
        await whole();
        const opened = asks();
        get('#example').click();
        await until('an example', () => get('#grid').textContent.includes('Italy'));
        const begun = asks();
        paste(document.body, 'Country\\tYear\\tExports, USD mln\\nItaly\\t2020\\t105.5\\nItaly\\t2021\\t98.1\\n');
        await until('a pasted table', () => get('#grid').textContent.includes('105.5'));
        const pasted = asks();
        say('reporting', 'FR');
        await whole();
        const answered = asks();
        get('#cell-text').value = 'Land';
        get('#cell-text').dispatchEvent(new Event('change'));
        await until('a cell', () => get('#grid').textContent.includes('Land'));
        const written = asks();
        const saved = new Promise((done) => {{
          HTMLAnchorElement.prototype.click = function () {{ done(this.download); }};
        }});
        [...document.querySelectorAll('#tools button')].find((one) => one.textContent.startsWith('Save')).click();
        return [before, opened, begun, pasted, answered, written, await saved, asks()];"
    );
    let found = with_hands(bench, &script).await?;
    let expected = json!([false, false, false, false, true, true, "pasted.bilateral.zip", false]);
    ensure!(found == expected, "{found}");
    Ok(())
}

pub(super) async fn what_is_too_large_is_refused_before_it_is_read(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array((32 << 20) + 1)], 'large.csv'));
        get('#files').files = data.files;
        get('#files').dispatchEvent(new Event('change', { bubbles: true }));
        await until('a refusal', () => get('#data-told').textContent.includes('MiB'));
        return [get('#data-told').textContent, get('#desk').hidden, get('#data .lead').textContent.includes('200,000 rows')];";
    let found = with_hands(bench, script).await?;
    ensure!(found == json!(["33 MiB: the builder takes up to 32 MiB", true, true]), "{found}");
    Ok(())
}

/// Publishes ten pasted rows into a folder.
async fn published(bench: &Bench) -> Result<TempDir> {
    open(bench).await?;
    let script = format!(
        "paste(document.body, {TEN_ROWS:?});
        await until('a question', () => get('#questions [data-option=reporting]'));
        say('reporting', 'FR');
        await whole();
        await shown('Germany,Norway,Spain');
        const saved = new Promise((done) => {{
          URL.createObjectURL = (blob) => (done(blob), 'about:blank');
        }});
        HTMLAnchorElement.prototype.click = () => {{}};
        get('#pack').click();
        const blob = await Promise.race([saved, until('files', () => /stopped|cannot|no /.test(get('#pack-told').textContent)
          && get('#pack-told').textContent).then((text) => {{ throw new Error(text); }})]);
        const bytes = new Uint8Array(await blob.arrayBuffer());
        let text = '';
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        return [btoa(text), get('#pack-files').children.length];"
    );
    let found = with_hands(bench, &script).await?;
    let archive = STANDARD.decode(found[0].as_str().context("an archive")?)?;
    let mut archive = zip::ZipArchive::new(Cursor::new(archive))?;
    let folder = tempfile::tempdir()?;
    archive.extract(folder.path())?;
    ensure!(found[1] == json!(archive.len()), "the files are listed: {}", found[1]);
    Ok(folder)
}

pub(super) async fn the_archive_opens_from_the_disk(bench: &Bench) -> Result<()> {
    let folder = published(bench).await?;
    for name in [
        "bilateral.js",
        "bilateral.wasm",
        "chart.csv",
        "static/chart.en.svg",
        "static/chart.en.html",
        "static/chart.en.snippet.html",
        "snippets.txt",
        "build.json",
        "index.mjs",
        "slim.mjs",
        "slim-element.mjs",
        "package.json",
        "bilateral.d.ts",
        "bilateral.php",
        "_headers",
        "_redirects",
        "nginx.conf",
        "static/trade.en.html",
        "static/trade.en.social.png",
        "oembed/story.en.json",
    ] {
        ensure!(folder.path().join(name).is_file(), "no {name}");
    }
    let picture = fs::read(folder.path().join("static/trade.en.png"))?;
    ensure!(picture.starts_with(b"\x89PNG") && picture.len() > 2000, "{} bytes", picture.len());
    let page = folder.path().join("bilateral.html");
    bench.browser.run("window.onbeforeunload = null; return true;").await?;
    bench.browser.open_page(&format!("file://{}", page.display())).await?;
    bench.browser.until("a chart from the archive", "return document.querySelector('bilateral-chart')?.shadowRoot?.getElementById('headline')?.textContent.length > 5").await?;
    let chips = "return [...document.querySelector('bilateral-chart').shadowRoot.querySelectorAll('.chip')].map((chip) => chip.textContent.trim())";
    let chips = bench.browser.run(chips).await?;
    ensure!(chips == json!(["Germany", "Norway", "Spain"]), "{chips}");
    Ok(())
}

pub(super) async fn a_desk_fits_a_phone_and_axe_finds_nothing(bench: &Bench) -> Result<()> {
    let axe = browser::root().join("www/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe).with_context(|| format!("{} is missing", axe.display()))?;
    for width in [360, 1200] {
        browser::picture::window(&bench.browser, width, 900, 1.0).await?;
        open(bench).await?;
        bench.browser.run(&format!("{axe}\nreturn true;")).await?;
        let script = "
            get('#example').click();
            await whole();
            get('#tools').previousElementSibling.querySelector('.tabulator');
            for (const details of document.querySelectorAll('#desk details')) details.open = true;
            say('unit', 'xyz');
            await until('a refusal', () => get('#facts [role=alert]')?.textContent);
            const { scrollWidth, clientWidth } = document.documentElement;
            const { violations } = await axe.run({ exclude: [['bilateral-chart']] }, {
              resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            });
            const small = [...document.querySelectorAll('#data button, #data select, #data textarea, #check button')]
              .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 24);
            return [scrollWidth - clientWidth, small.map((node) => node.outerHTML),
              violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`)];";
        let found = with_hands(bench, script).await?;
        ensure!(found == json!([0, [], []]), "{width}: {found}");
    }
    bench.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(())
}

/// The language is chosen, and the chart and what is copied follow; then back, two partners and three
/// years, answered, with a country that was refused, and the language is chosen again.
const IN_ANOTHER_LANGUAGE: &str = r"
  const choose = (code) => {
    get('#language').value = code;
    get('#language').dispatchEvent(new Event('change', { bubbles: true }));
  };
  choose(CODE);
  chart.scrollIntoView();
  await until('a chart in the language', () => chart.shadowRoot.querySelector('figure').lang === CODE
    && get('pre[data-snippet=image]').textContent.includes(`.${CODE}.html`));
  const [, link] = /<p><a[^>]*>([^<]*)/.exec(get('pre[data-snippet=frame]').textContent);
  choose('en');
  paste(document.body, 'Country\tYear\tExports, USD mln\nItaly\t2020\t105.5\nItaly\t2021\t98.1\nItaly\t2022\t120\n'
    + 'Japan\t2020\t77.4\nJapan\t2021\t94.1\nJapan\t2022\t90\n');
  await until('a question', () => get('#questions [data-option=reporting]'));
  say('reporting', 'FR');
  await whole();
  await shown('Italy,Japan');
  say('reporter', 'Nowhere');
  await until('a refusal', () => get('#facts [role=alert]')?.textContent.includes('Nowhere'));
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const left = 'script, pre, code, noscript, .tabulator, .place, #cell-name, .uses li > span, bilateral-chart, [translate=no], :not(html)[lang]';
      if (/[a-z]{2}/.test(data) && !parentElement.closest(left)) found.add(data.trim());
    }
    return found;
  };
  const before = texts();
  choose(CODE);
  const all = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent.trim().replace(/\s+/g, ' '));
  const { scrollWidth, clientWidth } = document.documentElement;
  const { violations } = await axe.run({ exclude: [['bilateral-chart']] }, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return {
    lang: document.documentElement.lang, headings: all('h2'), tools: all('#tools button'), sum: get('#check-sum').textContent,
    link, kept: [get('[data-option=reporting]').value, get('[data-option=reporter]').value, await until('a refusal', () => get('#facts [role=alert]')?.textContent),
      get('#grid').textContent.includes('105.5'), get('#chosen-cell') !== null, chart.hasAttribute('lang')],
    english: [...texts()].filter((text) => before.has(text)),
    wide: scrollWidth - clientWidth,
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`),
  };";

pub(super) async fn the_page_speaks_the_language_that_is_chosen(bench: &Bench) -> Result<()> {
    let axe = browser::root().join("www/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe).with_context(|| format!("{} is missing", axe.display()))?;
    let russian = json!({
        "lang": "ru",
        "headings": ["1 Данные", "2 Проверка", "3 Диаграмма", "4 Публикация", "Проверка политики страницы", "Ваша система"],
        "tools": ["Отменить", "Повторить", "Вставить строку", "Удалить строки", "Сохранить пакет"],
        "sum": "Ошибок нет: 6 значений, 0 событий, 3 страны.",
        "link": "Данные в виде таблицы",
    });
    let azerbaijani = json!({
        "lang": "az",
        "headings": ["1 Məlumatlar", "2 Yoxlama", "3 Diaqram", "4 Dərc", "Səhifənin siyasətinin yoxlanması", "Sisteminiz"],
        "tools": ["Geri al", "Təkrarla", "Sətir əlavə et", "Sətirləri sil", "Paketi saxla"],
        "sum": "Səhv yoxdur: 6 dəyər, 0 hadisə, 3 ölkə.",
        "link": "Məlumatlar cədvəl şəklində",
    });
    browser::picture::window(&bench.browser, 360, 900, 1.0).await?;
    for mut expected in [russian, azerbaijani] {
        open(bench).await?;
        bench.browser.run(&format!("{axe}\nreturn true;")).await?;
        let script = IN_ANOTHER_LANGUAGE.replace("CODE", &expected["lang"].to_string());
        let found = with_hands(bench, &script).await?;
        let (france, refused) = match expected["lang"] == "ru" {
            true => ("Франция", "страна «Nowhere» неизвестна"),
            false => ("Fransa", "“Nowhere” adlı ölkə tanınmır"),
        };
        expected["kept"] = json!([france, "Nowhere", refused, true, true, false]);
        expected["wide"] = json!(0);
        for list in ["english", "violations"] {
            expected[list] = json!([]);
        }
        ensure!(found == expected, "{found}\nis not\n{expected}");
    }
    bench.browser.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(())
}
