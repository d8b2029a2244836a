//! docs/own-data.md's way through the builder, press by press: a test follows it in every engine, and
//! `cargo run -p browser -- guide` takes its pictures in Chromium.

use crate::driver::Browser;
use crate::hands::{ENTER, button, keys, press};
use crate::picture::{few_colours, shot, window};
use anyhow::{Result, ensure};
use serde_json::json;
use std::fs;
use std::path::Path;

/// The rows that the guide copies out of a spreadsheet, one country misspelt.
const ROWS: &str = "Country\tYear\tExports, USD mln\n\
    Germany\t2019\t1045.2\nGermany\t2020\t980.4\nGermany\t2021\t1120.5\n\
    Norway\t2019\t210.5\nNorway\t2020\t199.9\nNorway\t2021\t230.1\n\
    Spaim\t2019\t80.2\nSpaim\t2020\t71.3\nSpaim\t2021\t85.6\n";

/// What is pressed and written, in the guide's own words: each stands in docs/own-data.md.
pub const PRESSED: [&str; 6] =
    ["“Spaim” is Spain (ES)", "France", "C2", "Undo", "Trade", "Make the files"];

/// The width of the pictures, and how many device pixels each has.
const WIDTH: u32 = 900;
const RATIO: f64 = 1.5;

const SUM: &str = "document.querySelector('#data-sum').textContent";

/// Goes through the guide; where there is a folder, with pictures.
pub async fn follow(browser: &Browser, pictures: Option<&Path>) -> Result<()> {
    if pictures.is_some() {
        window(browser, WIDTH, 800, RATIO).await?;
    }
    let page = format!("file://{}", crate::root().join("pkg/builder.html").display());
    browser.run("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true); return true;").await?;
    browser.open_page(&page).await?;
    let paste = format!(
        "const data = new DataTransfer();
        data.setData('text/plain', {});
        const event = new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }});
        if (!event.clipboardData?.getData('text/plain')) Object.defineProperty(event, 'clipboardData', {{ value: data }});
        document.body.dispatchEvent(event);
        return true;",
        json!(ROWS)
    );
    browser.run(&paste).await?;
    until(browser, "a question", &format!("{SUM} === '2 questions to answer first, in step 1.'"))
        .await?;
    picture(browser, pictures, "questions", "#data").await?;
    press(browser, &button(PRESSED[0])).await?;
    until(browser, "one question", &format!("{SUM} === '1 question to answer first, in step 1.'"))
        .await?;
    press(browser, "document.querySelector('#questions [data-option=reporting]')").await?;
    keys(browser, &PRESSED[1].chars().chain([ENTER]).collect::<Vec<_>>()).await?;
    until(
        browser,
        "no fault",
        &format!("{SUM} === 'Nothing wrong: 9 values, 0 events, 4 countries.'"),
    )
    .await?;
    picture(browser, pictures, "table", "#desk").await?;
    mend(browser).await?;
    publish(browser, pictures).await
}

/// A cell is written over, and that is taken back.
async fn mend(browser: &Browser) -> Result<()> {
    press(browser, "document.querySelectorAll('#grid .tabulator-row')[1]?.querySelectorAll('.tabulator-cell')[3]").await?;
    until(browser, "the cell", "document.querySelector('#cell-name').textContent === 'pasted C2'")
        .await?;
    keys(browser, &['1', '2', 'x', ENTER]).await?;
    until(
        browser,
        "a cell that is left",
        &format!(
            "{SUM}.startsWith('Nothing wrong: 8 values, 0 events, 4 countries.') && {SUM}.includes('no place')"
        ),
    )
    .await?;
    press(browser, &button(PRESSED[3])).await?;
    until(
        browser,
        "what was before",
        &format!("{SUM} === 'Nothing wrong: 9 values, 0 events, 4 countries.'"),
    )
    .await
}

/// The other view, and the files.
async fn publish(browser: &Browser, pictures: Option<&Path>) -> Result<()> {
    press(browser, "document.querySelector('[name=view][value=trade]').closest('label')").await?;
    let drawn = "document.querySelector('#chart').shadowRoot?.querySelector('[data-word=trade]')?.getAttribute('aria-pressed') === 'true'";
    until(browser, "the other view", drawn).await?;
    browser.run_async("await frames(10);").await?;
    picture(browser, pictures, "chart", "#widths").await?;
    browser.run("HTMLAnchorElement.prototype.click = function () { window.saved = this.download; }; return true;").await?;
    press(browser, &button(PRESSED[5])).await?;
    until(
        browser,
        "the files",
        "window.saved === 'pasted.zip' && document.querySelectorAll('#pack-files li').length > 20",
    )
    .await?;
    picture(browser, pictures, "files", "#pack-told").await
}

async fn until(browser: &Browser, what: &str, so: &str) -> Result<()> {
    browser.until(what, &format!("return {so};")).await
}

/// Takes a picture of a part of the page, at most 800 pixels high.
async fn picture(browser: &Browser, folder: Option<&Path>, name: &str, part: &str) -> Result<()> {
    let Some(folder) = folder else { return Ok(()) };
    let script = format!(
        "document.querySelector('{part}').scrollIntoView();
        document.activeElement?.blur();
        await frames(10);
        return true;"
    );
    browser.run_async(&script).await?;
    let bytes = few_colours(&shot(browser).await?)?;
    ensure!(bytes.len() < 120_000, "docs/builder-{name}.png has {} bytes", bytes.len());
    fs::write(folder.join(format!("builder-{name}.png")), bytes)?;
    Ok(())
}
