//! What a page shows when what it loads comes in another order than it was asked for, or twice.

use crate::Bench;
use crate::datasets::{of_format, repacked};
use crate::faults::{number, page, row, run, sections, stage, uncaught};
use crate::pack::small;
use anyhow::{Context, Result, anyhow, ensure};
use bilateral::dataset::Language;
use bilateral::publish;
use browser::rough::{Delivery, Rough, pkg};
use serde_json::{Value, json};
use tempfile::TempDir;

/// One page of charts, what is put beside it, and what it answers; `HERE` is its folder.
struct Case {
    fault: &'static str,
    what: &'static str,
    head: &'static str,
    body: &'static str,
    /// The files that are held.
    held: &'static [&'static str],
    act: &'static str,
    answers: &'static str,
    /// Of errors that the page is told.
    reasons: &'static [&'static str],
}

const PLAIN: Case = Case {
    fault: "",
    what: "",
    head: CLASSIC,
    body: CHART,
    held: &[],
    act: "",
    answers: "",
    reasons: &[],
};

const CHART: &str = "<bilateral-chart><p id=\"fallback\">Figures</p></bilateral-chart>";
const CLASSIC: &str = "<script src=\"bilateral.js\"></script>";
const SLIM: &str = "<script type=\"module\">import { define } from '/HERE/slim.mjs'; \
    define('/HERE/bilateral.wasm');</script>";
const TWO: &str = "<bilateral-chart dataset=\"small\"><p id=\"fallback\">Figures</p></bilateral-chart>\
    <bilateral-chart dataset=\"bilateral\">Figures</bilateral-chart>";
const OF_TWO: &str = "const chips = (one) => [...one.shadowRoot.querySelectorAll('.chip')]
      .map((chip) => chip.dataset.code).join(' ');
    const [small, ours] = charts;";
const LAST_PART: &str = "await until(() => shown(chart));
    const file = said(chart.toBlob('svg'));
    await waits(`HERE/${held}`);
    await pause(60);
    release(`HERE/${held}`);
    return await file;";
const LOADS: &str = "await until(() => shown(chart));
    const data = (name) => ({ ...chart.data, meta: { ...chart.data.meta, name } });
    const name = () => chart.data.meta.name;";

const CASES: [Case; 13] = [
    Case {
        fault: "reordered",
        what: "of two datasets the second script first",
        head: "<script async src=\"bilateral.js\"></script><script async src=\"small.js\"></script>",
        body: TWO,
        held: &["bilateral.js"],
        act: "await waits('HERE/bilateral.js');
            await until(() => shown(small));
            const alone = !shown(ours);
            release('HERE/bilateral.js');
            await until(() => shown(ours));
            return alone && chips(small) === 'GE' && chips(ours) !== 'GE';",
        answers: "true",
        ..PLAIN
    },
    Case {
        fault: "reordered",
        what: "of two datasets the first script late",
        head: "<script async src=\"bilateral.js\"></script><script async src=\"small.js\"></script>",
        body: TWO,
        held: &["small.js"],
        act: "await waits('HERE/small.js');
            await until(() => shown(ours));
            const alone = !shown(small);
            release('HERE/small.js');
            await until(() => shown(small));
            return alone && chips(small) === 'GE' && chips(ours) !== 'GE';",
        answers: "true",
        ..PLAIN
    },
    Case {
        fault: "reordered",
        what: "an older script after a newer",
        head: "<script src=\"bilateral.js\"></script><script src=\"older.js\"></script>",
        body: "<bilateral-chart dataset=\"bilateral\"><p id=\"fallback\">Figures</p></bilateral-chart>\
            <bilateral-chart dataset=\"older\">Figures</bilateral-chart>",
        act: "await until(() => shown(chart) && probe.told.some(([type]) => type === 'error'));
            return !shown(charts[1]) && charts[1].getBoundingClientRect().height > 10;",
        answers: "true",
        reasons: &["data"],
        ..PLAIN
    },
    Case {
        fault: "reordered",
        what: "the elements before the script, after it and between",
        head: "",
        body: "<bilateral-chart><p id=\"fallback\">Figures</p></bilateral-chart>\
            <script>window.early = document.createElement('bilateral-chart');</script>\
            <script async src=\"bilateral.js\"></script>",
        act: "document.body.append(early);
            await until(() => shown(chart));
            document.body.append(document.createElement('bilateral-chart'));
            document.body.insertAdjacentHTML('beforeend', '<bilateral-chart></bilateral-chart>');
            const all = [...document.querySelectorAll('bilateral-chart')];
            for (const one of all) {
              one.scrollIntoView();
              await until(() => shown(one));
            }
            return all.length;",
        answers: "4",
        ..PLAIN
    },
    Case {
        fault: "reordered",
        what: "the second wasm after its script",
        head: SLIM,
        held: &["bilateral.more.wasm"],
        act: LAST_PART,
        answers: "\"done\"",
        ..PLAIN
    },
    Case {
        fault: "reordered",
        what: "the second script after its wasm",
        head: SLIM,
        held: &["bilateral.more.mjs"],
        act: LAST_PART,
        answers: "\"done\"",
        ..PLAIN
    },
    Case {
        fault: "reordered",
        what: "the language that was asked for first comes last",
        head: SLIM,
        held: &["languages/ru.wasm"],
        act: "await until(() => shown(chart));
            const figure = chart.shadowRoot.querySelector('figure');
            chart.lang = 'ru';
            await waits('HERE/languages/ru.wasm');
            chart.lang = 'kk';
            await until(() => figure.lang === 'kk');
            await release('HERE/languages/ru.wasm');
            await pause(150);
            return figure.lang;",
        answers: "\"kk\"",
        ..PLAIN
    },
    Case {
        fault: "reordered",
        what: "`load()` while one is under way",
        head: SLIM,
        held: &["bilateral.more.wasm"],
        act: "const loads = [said(chart.load(data('one')))];
            await waits('HERE/bilateral.more.wasm');
            loads.push(said(chart.load(data('two'))));
            await pause(30);
            release('HERE/bilateral.more.wasm');
            return [...await Promise.all(loads), name()].join();",
        answers: "\"done,done,two\"",
        ..PLAIN
    },
    Case {
        fault: "reordered",
        what: "`src` that is asked for first comes last",
        body: "<bilateral-chart src=\"one.json\"><p id=\"fallback\">Figures</p></bilateral-chart>",
        held: &["one.json"],
        act: "await waits('HERE/one.json');
            const fallback = !shown(chart);
            chart.setAttribute('src', 'two.json');
            await until(() => shown(chart));
            await release('HERE/one.json');
            await pause(150);
            return [fallback, shown(chart), chart.data.meta.name].join();",
        answers: "\"true,true,two\"",
        ..PLAIN
    },
    Case {
        fault: "doubled",
        what: "the script in two tags, one async and one deferred",
        head: "<script async src=\"bilateral.js\"></script><script defer src=\"bilateral.js\"></script>\
            <script src=\"bilateral.js?again\"></script>",
        act: "await until(() => shown(chart));
            await pause(150);
            return [probe.modules, probe.told.filter(([type]) => type === 'ready').length].join();",
        answers: "\"1,1\"",
        ..PLAIN
    },
    Case {
        fault: "doubled",
        what: "the slim script under two addresses, each asking for the wasm twice",
        head: "<script type=\"module\">import { define } from './slim.mjs'; \
            import { define as other } from './slim.mjs?other'; \
            for (const one of [define, define, other, other]) one('/HERE/bilateral.wasm');</script>",
        body: "<bilateral-chart><p id=\"fallback\">Figures</p></bilateral-chart>\
            <bilateral-chart>Figures</bilateral-chart>",
        act: "await until(() => shown(chart));
            charts[1].scrollIntoView();
            await until(() => shown(charts[1]));
            return [probe.modules, probe.told.filter(([type]) => type === 'ready').length].join();",
        answers: "\"1,2\"",
        ..PLAIN
    },
    Case {
        fault: "doubled",
        what: "`load()` of the same data, twice at once and again",
        act: "const same = data('same');
            const both = await Promise.all([said(chart.load(same)), said(chart.load(same))]);
            return [...both, await said(chart.load(same)), name()].join();",
        answers: "\"done,done,done,same\"",
        ..PLAIN
    },
    Case {
        fault: "doubled",
        what: "the same `src` set twice at once",
        act: "for (const turn of [1, 2]) chart.setAttribute('src', 'two.json');
            await until(() => chart.data?.meta.name === 'two' && shown(chart));
            await pause(100);
            return shown(chart);",
        answers: "true",
        ..PLAIN
    },
];

impl Case {
    fn put(&self, number: usize, rough: &Rough, small: &str) -> Result<Value> {
        let here = here(number);
        let own = |text: &str| text.replace("HERE", &here);
        rough.put(&format!("{here}/page.html"), page(&own(self.head), &own(self.body)));
        for file in self.held {
            let kind = match file.rsplit_once('.') {
                Some((_, "wasm")) => "application/wasm",
                Some((_, "json")) => "application/json",
                _ => "text/javascript",
            };
            let body = match *file {
                "small.js" => small.as_bytes().to_vec(),
                "one.json" => named("one")?,
                file => pkg(file)?,
            };
            let delivery = Delivery { held: true, ..Delivery::whole(kind, body) };
            rough.put(&format!("{here}/{file}"), delivery);
        }
        let before = match self.act {
            _ if self.body == TWO => OF_TWO,
            LAST_PART if self.held == ["bilateral.more.wasm"] => {
                "const held = 'bilateral.more.wasm';"
            }
            LAST_PART => "const held = 'bilateral.more.mjs';",
            act if act.contains("data(") => LOADS,
            _ => "",
        };
        let act = own(&format!("{before}{}", self.act));
        Ok(json!({ "path": format!("/{here}/page.html"), "ends": "at once", "act": act }))
    }

    fn check(&self, found: &Value) -> Result<()> {
        ensure!(found["hangs"].is_null(), "{found}");
        let answers: Value = serde_json::from_str(self.answers)?;
        ensure!(found["did"] == answers, "not {answers}: {found}");
        ensure!(found["drawn"] == true && found["figure"] == false, "{found}");
        let errors = found["errors"].as_array().context("errors")?;
        let reasons: Vec<&str> =
            errors.iter().filter_map(|error| error["reason"].as_str()).collect();
        ensure!(reasons == self.reasons, "{found}");
        let problems = found["problems"].as_array().context("problems")?;
        ensure!(problems.len() == self.reasons.len(), "{found}");
        uncaught(found, false)
    }
}

fn here(number: usize) -> String {
    format!("d/order-{number}")
}

/// The default script with the small package in it, in one language.
fn small_script() -> Result<String> {
    let folder = TempDir::with_prefix("bilateral-orders-")?;
    let data = small(folder.path())?;
    let english = Language::from_tag("en").context("English")?;
    repacked(&String::from_utf8(pkg("bilateral.js")?)?, "small", |module| {
        let custom = sections(&module).into_iter().filter(|(id, ..)| *id == 0);
        let words = custom
            .filter_map(|(_, start, end)| {
                let (length, at) = number(&module, start);
                let (name, content) = module[at..end].split_at(length);
                (name == b"bilateral.words.en").then(|| content.to_vec())
            })
            .next();
        let words = words.context("words")?;
        let own = publish::sections(&data, &[(english, words)]).map_err(|error| anyhow!(error))?;
        publish::with_sections(&module, &own).map_err(|error| anyhow!(error))
    })
}

/// The dataset inside under another name, as a page gives it.
fn named(name: &str) -> Result<Vec<u8>> {
    let mut other = crate::faults::other()?;
    other["meta"]["name"] = json!(name);
    Ok(other.to_string().into_bytes())
}

pub(crate) async fn any_order_and_any_number_ends_in_the_chart(bench: &Bench) -> Result<()> {
    let rough = stage(bench).await?;
    let small = small_script()?;
    let older = of_format(&small, b'0', "older")?;
    let mut opened = Vec::new();
    for (number, case) in CASES.iter().enumerate() {
        let put = |file: &str, kind: &'static str, body: &[u8]| {
            let path = format!("{}/{file}", here(number));
            rough.put(&path, Delivery::whole(kind, body.to_vec()));
        };
        put("small.js", "text/javascript", small.as_bytes());
        put("older.js", "text/javascript", older.as_bytes());
        put("two.json", "application/json", &named("two")?);
        opened.push(case.put(number, &rough, &small)?);
    }
    let mut wrong = Vec::new();
    for (batch, opened) in CASES.chunks(3).zip(opened.chunks(3)) {
        for (case, found) in batch.iter().zip(run(bench, opened).await?) {
            let seen = match found["errors"][0]["reason"].as_str() {
                Some(reason) => format!("chart; of the older one the figure, `{reason}`"),
                None => "chart".to_owned(),
            };
            row(bench, case.fault, case.what, &seen);
            if std::env::var_os("BILATERAL_TIMES").is_some() {
                println!("    {} ms: {}", found["took"], case.what);
            }
            if let Err(error) = case.check(&found) {
                wrong.push(format!("{}: {error:#}", case.what));
            }
        }
    }
    let slim = CASES.iter().position(|case| case.what.contains("two addresses")).context("slim")?;
    let asked = rough.asked(&format!("{}/bilateral.wasm", here(slim)));
    ensure!(asked == 1, "the module was asked for {asked} times");
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}
