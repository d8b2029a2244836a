//! What the builder page asks, and what can be answered, in the language of its reader.

use crate::Bench;
use crate::builder_data::{open, with_hands};
use anyhow::{Context, Result, ensure};
use browser::hands::{ENTER, button, keys, press};
use serde_json::{Map, Value, json};
use std::fs;

const LANGUAGES: [&str; 4] = ["az", "ru", "kk", "tg"];

/// The name of a place in braces, and what stands in it.
type Filled = (&'static str, &'static str);

/// Tables that are asked about, each with the texts of its question and of one answer, and their places.
const ASKED: [(&str, &str, &str, [Filled; 4]); 6] = [
    (
        "Country\tYear\tGrowth\nItaly\t2020\t112.5\nItaly\t2021\t98\n",
        "is \"{text}\" the change from the period before in percent, an index of which that period is 100, or the ratio to it?",
        "An index: the period before is 100",
        [("text", "Growth"), ("", ""), ("", ""), ("", "")],
    ),
    (
        "Of\tWith\tYear\tExports, USD\nFrance\tItaly\t2020\t5\nSpain\tItaly\t2021\t6\n",
        "which of several columns of countries holds the partners?",
        "“{column}” is the {field}",
        [("column", "Of"), ("field", "partner"), ("", ""), ("", "")],
    ),
    (
        "Exports, USD\t\t\t\nCountry\tDec-20\tJan-21\tFeb-21\nItaly\t5\t6\t7\n",
        "is the number beside a month, as in this header, a year or a day?",
        "It is a year",
        [("", ""), ("", ""), ("", ""), ("", "")],
    ),
    (
        "Country\tYear\tBalance\tValue\nItaly\t2020\t5\t7\nItaly\t2021\t6\t8\n",
        "what do the values measure?",
        "sold to the partner",
        [("", ""), ("", ""), ("", ""), ("", "")],
    ),
    (
        "Country\tYear\tExports, USD\nItaly\t2020\t2,923\nItaly\t2021\t1,045\n",
        "is \"{text}\" in {place} the number {comma}, the decimal mark being the comma, or {point}, the decimal mark being the point?",
        "The point is the decimal mark",
        [("text", "2,923"), ("place", "pasted!C2"), ("comma", "2.923"), ("point", "2923")],
    ),
    (
        "Страна\tДата\tСобытие\nИталия\t2020-05-01\tФорум\n",
        "in which language is \"{text}\"?",
        "Русский",
        [("text", "Форум"), ("", ""), ("", ""), ("", "")],
    ),
];

fn words(code: &str) -> Result<Map<String, Value>> {
    let path = browser::root().join(format!("www/builder/words/{code}.json"));
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(serde_json::from_str(&text)?)
}

/// A text in a language, with its places filled; a field of a column is told in them too.
fn told(words: &Map<String, Value>, text: &str, places: &[(&str, &str)]) -> String {
    let said = |text: &str| words.get(text).and_then(Value::as_str).unwrap_or(text).to_owned();
    let mut told = said(text);
    for (name, value) in places.iter().filter(|(name, _)| !name.is_empty()) {
        let value = if *name == "field" { said(value) } else { (*value).to_owned() };
        told = told.replace(&format!("{{{name}}}"), &value);
    }
    told
}

/// A table is pasted, what is asked of it is read, and one answer is pressed.
const PRESS: &str = "
  const language = get('#language');
  language.value = CODE;
  language.dispatchEvent(new Event('change', { bubbles: true }));
  paste(document.body, TABLE);
  const item = await until('the question', () => [...document.querySelectorAll('#questions li')]
    .find((one) => one.querySelector('p').textContent.endsWith(QUESTION)));
  const list = get('#questions');
  const english = document.querySelectorAll(':is(#questions, #inferred, #left) [lang=en]').length;
  const names = get('#countries').querySelector('option[value=NAME]')?.textContent;
  const press = [...item.querySelectorAll('button')].find((one) => one.textContent === ANSWER);
  if (!press) throw new Error(`no such answer: ${ANSWER}; ${item.textContent}`);
  press.click();
  await until('an answer', () => !list.textContent.includes(QUESTION));
  return [english, names];";

pub(crate) async fn questions_are_answered_in_the_readers_language(bench: &Bench) -> Result<()> {
    for code in LANGUAGES {
        open(bench).await?;
        let words = words(code)?;
        let germany = bilateral::import::countries(code);
        let germany = germany.iter().find(|(code, _)| *code == "DE").context("a country")?.1;
        for (table, question, answer, places) in ASKED {
            let question = told(&words, question, &places);
            let answer = told(&words, answer, &places);
            let script = PRESS
                .replace("CODE", &json!(code).to_string())
                .replace("TABLE", &json!(table).to_string())
                .replace("QUESTION", &json!(question).to_string())
                .replace("ANSWER", &json!(answer).to_string())
                .replace("NAME", &json!(germany).to_string());
            // What was answered before is work, and another table in its place is asked about.
            let script = format!("window.confirm = () => true;\n{script}");
            let found = with_hands(bench, &script).await?;
            ensure!(found == json!([0, "DE"]), "{code}, {question}: {found}");
        }
    }
    Ok(())
}

pub(crate) async fn the_language_of_texts_can_be_chosen(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let script = "
        paste(document.body, 'Country\\tDate\\tEvent\\nItaly\\t2020-05-01\\tForum 2020\\n');
        await until('a question', () => get('#questions [data-option=reporting]'));
        say('reporting', 'France');
        await whole();
        const title = (code) => until(code, () =>
          chart.data.events.length === 1 && chart.data.events[0].title[code]);
        const first = await title('en');
        const choice = [...document.querySelectorAll('#facts select')].at(-1);
        choice.value = 'az';
        choice.dispatchEvent(new Event('change'));
        return [first, await title('az'), get('#facts [data-option=reporting]').value];";
    let found = with_hands(bench, script).await?;
    ensure!(found == json!(["Forum 2020", "Forum 2020", "France"]), "{found}");
    Ok(())
}

/// A button by what it is called.
fn called(name: &str) -> String {
    format!(
        "[...document.querySelectorAll('#desk button')].find((one) => one.getAttribute('aria-label') === {name:?})"
    )
}

/// What is asked, and what was answered.
const TOLD: &str = "
  const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
  return [texts('#questions li > p > span'), texts('#answered li').map((text) => text.replace(/^.*? which/, 'which'))];";

pub(crate) async fn what_was_answered_is_shown_and_taken_back(bench: &Bench) -> Result<()> {
    open(bench).await?;
    let browser = &bench.browser;
    let told = async |what: &str, expected: Value| -> Result<()> {
        let script = format!(
            "const found = (() => {{{TOLD}}})(); return JSON.stringify(found) === {:?};",
            expected.to_string()
        );
        browser.until(&format!("{what}: {expected}"), &script).await
    };
    let asked = json!(["which currency is \"$\"?"]);
    let answer = "which currency is \"$\"?“$” is CADTake back";
    let country = "pasted whose trade and events are these?Whose trade and events: FranceTake back";
    let script = "
        paste(document.body, 'Country\\tYear\\tExports ($m)\\nItaly\\t2020\\t5\\nItaly\\t2021\\t6\\n');
        await until('a question', () => get('#questions [data-option=reporting]'));
        say('reporting', 'France');
        return until('another', () => get('#questions [data-option=read]') !== null);";
    with_hands(bench, script).await?;
    told("a country is said", json!([asked, [country]])).await?;
    // What is no unit is refused where it was typed, and nothing is answered by it.
    press(browser, "document.querySelector('#questions [data-option=read]')").await?;
    keys(browser, &['x', 'y', 'z', ENTER]).await?;
    let refused = "
        const input = document.querySelector('#questions [data-option=read]');
        const why = input.nextElementSibling;
        return input.getAttribute('aria-invalid') === 'true' && input.getAttribute('aria-describedby') === why?.id
          && why.textContent.startsWith('\"xyz\" is no unit: write a currency such as USD');";
    browser.until("a refusal at the field", refused).await?;
    told("nothing is answered", json!([asked, [country]])).await?;
    press(browser, &button("“$” is CAD")).await?;
    told("an answer is listed", json!([[], [country, answer]])).await?;
    press(browser, &called("Take back: “$” is CAD")).await?;
    told("it is asked again", json!([asked, [country]])).await?;
    press(browser, &button("Undo")).await?;
    told("what was taken back is answered", json!([[], [country, answer]])).await?;
    press(browser, &button("Undo")).await?;
    told("the answer is undone", json!([asked, [country]])).await?;
    press(browser, &button("Redo")).await?;
    told("the answer is made again", json!([[], [country, answer]])).await?;
    let mapped = "
        const select = document.querySelector('#columns li:nth-child(3) select');
        select.value = 'imports';
        select.dispatchEvent(new Event('change'));
        return true;";
    browser.run(mapped).await?;
    let all = [country, answer, "“Exports ($m)”: imports — bought from the partnerTake back"];
    told("a choice is listed", json!([[], all])).await?;
    press(browser, &called("Take back: “Exports ($m)”: imports — bought from the partner")).await?;
    told("it is as guessed", json!([[], all[..2]])).await?;
    let guessed = "return document.querySelector('#columns li:nth-child(3) select').value === '';";
    ensure!(browser.run(guessed).await? == json!(true), "the column is as it was told");
    Ok(())
}
