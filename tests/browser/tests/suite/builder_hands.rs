//! The builder page's table as hands use it: what docs/own-data.md says of presses and keys.

use crate::Bench;
use crate::builder_data::with_hands;
use anyhow::{Context, Result, ensure};
use browser::engine::Kind;
use browser::guide;
use browser::hands::{ENTER, button, keys, middle, press};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use serde_json::{Value, json};

const TAB: char = '\u{E004}';
const ESCAPE: char = '\u{E00C}';
const CONTROL: char = '\u{E009}';
const DELETE: char = '\u{E017}';
const RIGHT: char = '\u{E014}';
const DOWN: char = '\u{E015}';

async fn open(bench: &Bench) -> Result<()> {
    let file = browser::root().join("pkg/builder.html");
    // What was not saved before would be asked about.
    bench.browser.run("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true); return true;").await?;
    bench.browser.open_page(&format!("file://{}", file.display())).await
}

/// A cell of the table, rows and columns from 0.
fn cell(row: usize, column: usize) -> String {
    format!(
        "document.querySelectorAll('#grid .tabulator-row')[{row}]?.querySelectorAll('.tabulator-cell')[{}]",
        column + 1
    )
}

async fn with_control(bench: &Bench, key: char) -> Result<()> {
    let both = KeyActions::new("keys".into())
        .then(KeyAction::Down { value: CONTROL })
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key })
        .then(KeyAction::Up { value: CONTROL });
    Ok(bench.browser.client.perform_actions(both).await?)
}

async fn text_is(bench: &Bench, row: usize, column: usize, text: &str) -> Result<()> {
    let shown = format!("return {}?.textContent === '{text}';", cell(row, column));
    bench.browser.until(&format!("\"{text}\" in row {row}, column {column}"), &shown).await
}

async fn chosen(bench: &Bench, name: &str) -> Result<()> {
    let script =
        format!("return document.querySelector('#cell-name').textContent.endsWith(' {name}');");
    bench.browser.until(&format!("{name} is chosen"), &script).await
}

pub(crate) async fn the_table_is_worked_on_by_keys(bench: &Bench) -> Result<()> {
    open(bench).await?;
    press(&bench.browser, &button("Begin with an example")).await?;
    press(&bench.browser, &cell(1, 2)).await?;
    chosen(bench, "C2").await?;
    keys(&bench.browser, &['7', '7', '7', ENTER]).await?;
    text_is(bench, 1, 2, "777").await?;
    chosen(bench, "C3").await?;
    keys(&bench.browser, &[RIGHT, DOWN]).await?;
    chosen(bench, "D4").await?;
    let before = bench.browser.run(&format!("return {}.textContent;", cell(3, 3))).await?;
    let before = before.as_str().context("a text")?.to_owned();
    ensure!(!before.is_empty(), "the example has a value in D4");
    keys(&bench.browser, &[DELETE]).await?;
    text_is(bench, 3, 3, "").await?;
    with_control(bench, 'z').await?;
    text_is(bench, 3, 3, &before).await?;
    let (x, y) = middle(&bench.browser, &cell(3, 3)).await?;
    let button = 0;
    let mut mouse = MouseActions::new("mouse".into());
    mouse = mouse.then(PointerAction::MoveTo { duration: None, x, y });
    for _ in 0..2 {
        mouse = mouse.then(PointerAction::Down { button }).then(PointerAction::Up { button });
    }
    bench.browser.client.perform_actions(mouse).await?;
    bench
        .browser
        .until("a cell that is edited", "return Boolean(document.querySelector('#grid input'));")
        .await?;
    keys(&bench.browser, &[ESCAPE, TAB]).await?;
    let outside = "return !document.querySelector('#grid').contains(document.activeElement);";
    bench.browser.until("Tab leads out of the table", outside).await
}

pub(crate) async fn control_and_z_take_an_answer_back(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let browser = &bench.browser;
    let script = "
        paste(document.body, 'Country\\tYear\\tExports ($m)\\nItaly\\t2020\\t5\\nItaly\\t2021\\t6\\n');
        await until('a question', () => get('#questions [data-option=reporting]'));
        say('reporting', 'France');
        return until('another', () => get('#questions [data-option=read]') !== null);";
    with_hands(bench, script).await?;
    let answers = async |what: &str, asked: bool, count: usize| -> Result<()> {
        let script = format!(
            "return document.querySelector('#questions').textContent.includes('which currency') === {asked}
              && document.querySelectorAll('#answered li').length === {count};"
        );
        browser.until(what, &script).await
    };
    answers("the unit is asked", true, 1).await?;
    press(browser, &button("“$” is CAD")).await?;
    answers("the unit is answered", false, 2).await?;
    // The pressed answer is gone, and the keys are the page's.
    with_control(bench, 'z').await?;
    answers("the answer is undone", true, 1).await?;
    with_control(bench, 'y').await?;
    answers("the answer is made again", false, 2).await?;
    // In a field they are the field's.
    press(browser, "document.querySelector('#cell-text')").await?;
    keys(browser, &['x']).await?;
    with_control(bench, 'z').await?;
    answers("an answer stays where a field takes its text back", false, 2).await
}

pub(crate) async fn rows_are_pasted_below_the_head_of_an_empty_table(bench: &Bench) -> Result<()> {
    open(bench).await?;
    press(&bench.browser, &button("Begin with an empty table")).await?;
    press(&bench.browser, &cell(1, 0)).await?;
    chosen(bench, "A2").await?;
    let script = "
        const data = new DataTransfer();
        data.setData('text/plain', 'first\\tDE\\nsecond\\tIT\\n');
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        if (!event.clipboardData?.getData('text/plain')) Object.defineProperty(event, 'clipboardData', { value: data });
        const head = document.querySelector('#grid .tabulator-row').textContent;
        document.querySelector('#chosen-cell').dispatchEvent(event);
        return head;";
    let head = bench.browser.run(script).await?;
    text_is(bench, 2, 1, "IT").await?;
    text_is(bench, 1, 0, "first").await?;
    let now = "return document.querySelector('#grid .tabulator-row').textContent;";
    let now = bench.browser.run(now).await?;
    ensure!(head == now, "{head} became {now}");
    Ok(())
}

pub(crate) async fn changes_are_not_lost_unasked(bench: &Bench) -> Result<()> {
    open(bench).await?;
    press(&bench.browser, &button("Begin with an example")).await?;
    press(&bench.browser, &cell(1, 2)).await?;
    keys(&bench.browser, &['5', ENTER]).await?;
    text_is(bench, 1, 2, "5").await?;
    let asks = "window.asked = 0; window.answer = false;
        window.confirm = () => { window.asked += 1; return window.answer; }; return true;";
    bench.browser.run(asks).await?;
    press(&bench.browser, &button("Begin with an empty table")).await?;
    let kept = format!("return [window.asked, {}.textContent];", cell(1, 2));
    ensure!(bench.browser.run(&kept).await? == json!([1, "5"]), "the changes went unasked");
    bench.browser.run("window.answer = true; return true;").await?;
    press(&bench.browser, &button("Begin with an empty table")).await?;
    text_is(bench, 1, 2, "").await?;
    press(&bench.browser, &button("Begin with an example")).await?;
    text_is(bench, 1, 0, "Italy").await?;
    ensure!(
        bench.browser.run("return window.asked;").await? == json!(2),
        "nothing was changed since"
    );
    Ok(())
}

pub(crate) async fn a_folder_is_a_package_and_its_messages_are_copied(bench: &Bench) -> Result<()> {
    // Of the other drivers none gives a folder to a page.
    if bench.browser.engine.kind != Kind::Chromium {
        println!("    not for {:?}: its driver gives no folder", bench.browser.engine.kind);
        return Ok(());
    }
    open(bench).await?;
    let folder = browser::root().join("tests/packages/euros");
    let input = bench.browser.client.find(Locator::Css("#folder")).await?;
    input.send_keys(&folder.display().to_string()).await?;
    let whole = "return /^Nothing wrong/.test(document.querySelector('#check-sum').textContent);";
    bench.browser.until("a package without faults", whole).await?;
    press(&bench.browser, &button("Copy the list")).await?;
    let told = "const told = document.querySelector('#told').textContent;
        const copied = document.querySelector('#copied').textContent;
        return [/copied|selected/.test(told), copied.includes('nothing to show in sectors')];";
    bench
        .browser
        .until("the list is copied", "return document.querySelector('#told').textContent !== '';")
        .await?;
    let found: Value = bench.browser.run(told).await?;
    ensure!(found == json!([true, true]), "{found}");
    Ok(())
}

pub(crate) async fn the_guide_is_followed_press_by_press(bench: &Bench) -> Result<()> {
    let page = browser::root().join("docs/own-data.md");
    let page = std::fs::read_to_string(&page).context("the guide")?;
    for pressed in guide::PRESSED {
        ensure!(page.contains(&format!("`{pressed}`")), "the guide has no `{pressed}`");
    }
    guide::follow(&bench.browser, None).await
}
