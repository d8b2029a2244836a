//! What a page shows when what it loads comes slowly, cut, twice, in another order, or as something
//! else: the fallback or the chart that stood, and the cause by its name.
//!
//! `BILATERAL_FAULTS` prints a row of a table for each fault: what was seen.

use crate::Bench;
use anyhow::{Context, Result, ensure};
use bilateral::dataset::{Dataset, to_json};
use browser::rough::{Delivery, Rough, pkg};
use serde_json::{Value, json};
use std::env;
use std::time::Duration;

const SCRIPT: &str = include_str!("faults.js");
/// How many pages stand in one at once; a browser opens six connections to a host.
const BATCH: usize = 6;

/// What a page loads.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ware {
    Script,
    Module,
    SecondPart,
    SecondScript,
    Language,
    Data,
}

const WARES: [Ware; 6] =
    [Ware::Script, Ware::Module, Ware::SecondPart, Ware::SecondScript, Ware::Language, Ware::Data];

/// How it comes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Slow,
    /// With the length that it has.
    Short,
    /// With the length that it should have.
    Cut,
    Empty,
    /// A host's page of an error, under status 200.
    Page,
    /// As plain text, which may not be taken for anything else.
    Plain,
    Missing,
    Broken,
}

const FAULTS: [Fault; 7] = [
    Fault::Short,
    Fault::Cut,
    Fault::Empty,
    Fault::Page,
    Fault::Plain,
    Fault::Missing,
    Fault::Broken,
];

impl Ware {
    fn name(self) -> &'static str {
        match self {
            Ware::Script => "script",
            Ware::Module => "wasm",
            Ware::SecondPart => "second wasm",
            Ware::SecondScript => "second script",
            Ware::Language => "language",
            Ware::Data => "data of `src`",
        }
    }

    fn file(self) -> &'static str {
        match self {
            Ware::Script => "bilateral.js",
            Ware::Module => "bilateral.wasm",
            Ware::SecondPart => "bilateral.more.wasm",
            Ware::SecondScript => "bilateral.more.mjs",
            Ware::Language => "languages/ru.wasm",
            Ware::Data => "data.json",
        }
    }

    fn whole(self) -> Result<Delivery> {
        let kind = match self {
            Ware::Script | Ware::SecondScript => "text/javascript",
            Ware::Data => "application/json",
            _ => "application/wasm",
        };
        let body = match self {
            Ware::Data => other()?.to_string().into_bytes(),
            _ => pkg(self.file())?,
        };
        Ok(Delivery::whole(kind, body))
    }

    /// What wants it once the chart stands.
    fn act(self) -> &'static str {
        match self {
            Ware::SecondPart | Ware::SecondScript => {
                "const sources = chart.shadowRoot.getElementById('sources');
                 chart.shadowRoot.querySelector('[aria-controls=sources]').click();
                 await until(() => sources.firstChild);
                 const file = await said(chart.toBlob('svg'));
                 const load = await said(chart.load(chart.data));
                 return [file, load].join(' + ');"
            }
            Ware::Language => {
                "chart.lang = 'ru';
                 const ended = () => probe.told.some(([type]) => type === 'error')
                   || chart.shadowRoot.querySelector('figure').lang === 'ru';
                 await until(ended);
                 return '';"
            }
            _ => "return '';",
        }
    }

    /// Whether a chart stands without it.
    fn is_later(self) -> bool {
        matches!(self, Ware::SecondPart | Ware::SecondScript | Ware::Language)
    }
}

impl Fault {
    fn name(self) -> &'static str {
        match self {
            Fault::Slow => "slow",
            Fault::Short => "cut",
            Fault::Cut => "cut, its length as if whole",
            Fault::Empty => "empty",
            Fault::Page => "a page of text/html",
            Fault::Plain => "as text/plain",
            Fault::Missing => "404",
            Fault::Broken => "500",
        }
    }

    fn of(self, whole: Delivery) -> Delivery {
        let length = whole.body.len();
        let mut half = whole.clone();
        half.body.truncate(length / 2);
        let page = b"<!doctype html><title>Not here</title>".to_vec();
        match self {
            Fault::Slow => Delivery { held: true, ..whole },
            Fault::Short => half,
            Fault::Cut => Delivery { lacks: length - length / 2, ..half },
            Fault::Empty => Delivery { body: Vec::new(), ..whole },
            Fault::Page => Delivery::whole("text/html", page),
            Fault::Plain => Delivery { kind: "text/plain", ..whole },
            Fault::Missing => Delivery { status: 404, ..Delivery::whole("text/html", page) },
            Fault::Broken => Delivery { status: 500, ..Delivery::whole("text/html", page) },
        }
    }

    /// The words that may name it; none where all of it comes in the end.
    fn reasons(self, ware: Ware) -> &'static [&'static str] {
        match (self, ware) {
            (Fault::Slow, _) | (Fault::Plain, Ware::Language | Ware::Data) => &[],
            // A script that does not run tells nothing.
            (_, Ware::Script) => &[],
            // What is called something else is taken for what it is, with a word of advice.
            (Fault::Plain, Ware::Module | Ware::SecondPart) => &[],
            (Fault::Page, Ware::Module | Ware::SecondPart) => &["mime"],
            (Fault::Short | Fault::Empty | Fault::Page, Ware::Data) => &["data"],
            // Some engines hand over what they have.
            (Fault::Cut, Ware::Data) => &["network", "data"],
            _ => &["network"],
        }
    }
}

/// A dataset of the page's own, which shows another chart than the one inside.
pub(crate) fn other() -> Result<Value> {
    let mut other = serde_json::to_value(to_json(&Dataset::embedded()))?;
    other["projects"] = json!([]);
    let figures = other["figures"].as_array_mut().context("figures")?;
    figures.truncate(figures.len() / 2);
    other["conflicts"] = json!([]);
    Ok(other)
}

/// One page with one fault, and how it ended.
struct Case {
    name: String,
    ware: Ware,
    fault: Fault,
}

impl Case {
    /// Puts the page and what it loads; answers how it is opened.
    fn put(&self, rough: &Rough) -> Result<Value> {
        let Case { name, ware, fault } = self;
        let at = |file: &str| format!("d/{name}/{file}");
        rough.put(&at(ware.file()), fault.of(ware.whole()?));
        let script = match ware {
            Ware::Script | Ware::Data => {
                format!("<script async src=\"/{}\"></script>", at("bilateral.js"))
            }
            _ => format!(
                "<script type=\"module\">import {{ define }} from '/{}'; define('/{}');</script>",
                at("slim.mjs"),
                at("bilateral.wasm")
            ),
        };
        let src = if *ware == Ware::Data { "src=\"data.json\"" } else { "" };
        rough.put(&at("page.html"), page(&script, &chart(src)));
        let ends = if *ware == Ware::Script && *fault != Fault::Slow { "load" } else { "told" };
        Ok(json!({ "path": format!("/{}", at("page.html")), "ends": ends, "act": ware.act() }))
    }

    fn check(&self, found: &Value) -> Result<()> {
        let Case { ware, fault, .. } = self;
        let reasons = fault.reasons(*ware);
        let comes = reasons.is_empty() && (*ware != Ware::Script || *fault == Fault::Slow);
        ensure!(found["hangs"].is_null(), "{found}");
        let drawn = comes || ware.is_later();
        ensure!(found["drawn"] == drawn && found["figure"] == !drawn, "{found}");
        let did = found["did"].as_str().unwrap_or_default();
        let wants_all = matches!(ware, Ware::SecondPart | Ware::SecondScript);
        if comes {
            ensure!(found["errors"] == json!([]), "{found}");
            ensure!(!wants_all || did == "done + done", "{found}");
            ensure!(*ware != Ware::Language || found["lang"] == "ru", "{found}");
        } else if *ware != Ware::Script {
            let told = &found["errors"][0];
            let reason = told["reason"].as_str().unwrap_or_default();
            let message = told["message"].as_str().unwrap_or_default();
            ensure!(reasons.contains(&reason), "{found}");
            let named = if *ware == Ware::Language { "\"ru\"" } else { ware.file() };
            ensure!(message.contains(named), "{found}");
            ensure!(!wants_all || did.matches(named).count() == 2, "{found}");
        }
        uncaught(found, *ware == Ware::Script && !comes)
    }

    /// What was seen, in a few words.
    fn seen(&self, found: &Value) -> String {
        let shown = if found["drawn"] == true { "chart" } else { "figure" };
        let reason = found["errors"][0]["reason"].as_str();
        let said = found["problems"].as_array().is_some_and(|all| !all.is_empty());
        match reason {
            Some(reason) => format!("{shown}, `{reason}`"),
            None if self.ware == Ware::Script && shown == "figure" => {
                format!("{shown}, the browser's own word")
            }
            None if said => format!("{shown}, a word of advice"),
            None => shown.to_owned(),
        }
    }
}

/// What the page complains of but the widget's own words; of a script that could not be had or read
/// the browser itself complains.
pub(crate) fn uncaught(found: &Value, of_browser: bool) -> Result<()> {
    let problems = found["problems"].as_array().context("problems")?;
    let is_known = |problem: &&Value| {
        let text = problem.as_str().unwrap_or_default();
        text.starts_with("console.warn: bilateral-chart: ")
            || (of_browser && text.starts_with("error: "))
    };
    let others: Vec<&Value> = problems.iter().filter(|one| !is_known(one)).collect();
    ensure!(others.is_empty(), "{others:?}: {found}");
    Ok(())
}

fn chart(attributes: &str) -> String {
    format!("<bilateral-chart {attributes}><p id=\"fallback\">Figures</p></bilateral-chart>")
}

pub(crate) fn page(head: &str, body: &str) -> Delivery {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Faults</title>\
         <script src=\"/probe.js\"></script>{head}<body>{body}</body></html>"
    );
    Delivery::whole("text/html; charset=utf-8", page.into_bytes())
}

/// Rows of a table of what was seen.
pub(crate) fn row(bench: &Bench, fault: &str, what: &str, seen: &str) {
    if env::var_os("BILATERAL_FAULTS").is_some() {
        println!("| {fault} | {what} | {:?} | {seen} |", bench.browser.engine.kind);
    }
}

/// A page in which the others are opened.
pub(crate) async fn stage(bench: &Bench) -> Result<Rough> {
    let rough = Rough::start()?;
    bench.browser.client.goto(&rough.url("empty.html")).await?;
    bench.browser.run(&format!("{SCRIPT}\nwindow.faults = makeFaults(); return 0;")).await?;
    Ok(rough)
}

/// How pages end that are opened at once.
pub(crate) async fn run(bench: &Bench, opened: &[Value]) -> Result<Vec<Value>> {
    let script = format!("return faults.run({});", json!(opened));
    let found = bench.browser.run_async(&script).await?;
    Ok(found.as_array().context("a list")?.clone())
}

pub(crate) async fn what_comes_slowly_is_waited_for(bench: &Bench) -> Result<()> {
    let rough = stage(bench).await?;
    // One by one: each holds a connection, and engines keep others back for it.
    for wares in WARES.chunks(1) {
        let case = |ware: &Ware| Case {
            name: format!("slow-{}", ware.name().replace(' ', "-").replace('`', "")),
            ware: *ware,
            fault: Fault::Slow,
        };
        let cases: Vec<Case> = wares.iter().map(case).collect();
        let opened: Vec<Value> =
            cases.iter().map(|case| case.put(&rough)).collect::<Result<_>>()?;
        bench.browser.run(&format!("faults.hold({}); return 0;", json!(opened))).await?;
        for turn in 0.. {
            let waiting = rough.waiting();
            ensure!(turn < 300, "only {waiting:?} wait");
            if waiting.len() == cases.len() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        let meanwhile = bench.browser.run_async("return faults.meanwhile();").await?;
        for (at, case) in cases.iter().enumerate() {
            let (found, later) = (&meanwhile[at], case.ware.is_later());
            let is_as_it_was = found["drawn"] == later && found["figure"] == !later;
            ensure!(is_as_it_was && found["problems"] == json!([]), "{}: {found}", case.name);
            rough.release(&format!("d/{}/{}", case.name, case.ware.file()));
        }
        let ended = bench.browser.run_async("return faults.end();").await?;
        for (at, case) in cases.iter().enumerate() {
            case.check(&ended[at]).with_context(|| case.name.clone())?;
            let before = if case.ware.is_later() { "chart" } else { "figure" };
            let seen = format!("{before}, then {}", case.seen(&ended[at]));
            row(bench, case.fault.name(), case.ware.name(), &seen);
        }
    }
    Ok(())
}

pub(crate) async fn what_comes_wrong_is_named_and_something_stands(bench: &Bench) -> Result<()> {
    let rough = stage(bench).await?;
    let mut cases = Vec::new();
    for (number, ware) in WARES.into_iter().enumerate() {
        for fault in FAULTS {
            cases.push(Case { name: format!("wrong-{number}-{fault:?}"), ware, fault });
        }
    }
    let mut wrong = Vec::new();
    for batch in cases.chunks(BATCH) {
        let opened: Vec<Value> =
            batch.iter().map(|case| case.put(&rough)).collect::<Result<_>>()?;
        for (case, found) in batch.iter().zip(run(bench, &opened).await?) {
            row(bench, case.fault.name(), case.ware.name(), &case.seen(&found));
            if let Err(error) = case.check(&found) {
                wrong.push(format!("{} {}: {error:#}", case.ware.name(), case.fault.name()));
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}

/// Where the sections of a module end.
pub(crate) fn sections(module: &[u8]) -> Vec<(u8, usize, usize)> {
    let mut at = 8;
    let mut found = Vec::new();
    while at < module.len() {
        let id = module[at];
        let (length, start) = number(module, at + 1);
        found.push((id, start, start + length));
        at = start + length;
    }
    found
}

/// A number in LEB128, and where it ends.
pub(crate) fn number(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let mut value = 0;
    for shift in (0..).step_by(7) {
        value |= usize::from(bytes[at] & 127) << shift;
        at += 1;
        if bytes[at - 1] & 128 == 0 {
            break;
        }
    }
    (value, at)
}

pub(crate) async fn a_module_cut_at_any_section_is_no_chart(bench: &Bench) -> Result<()> {
    let rough = stage(bench).await?;
    let module = pkg("bilateral.wasm")?;
    let mut opened = Vec::new();
    let ends: Vec<usize> = sections(&module).into_iter().map(|(_, _, end)| end).collect();
    for end in &ends[..ends.len() - 1] {
        let at = |file: &str| format!("d/section-{end}/{file}");
        let cut = Delivery::whole("application/wasm", module[..*end].to_vec());
        rough.put(&at("bilateral.wasm"), cut);
        let script = "<script type=\"module\">import { define } from './slim.mjs'; \
            define(new URL('bilateral.wasm', location.href));</script>";
        rough.put(&at("page.html"), page(script, &chart("")));
        opened.push(json!({ "path": format!("/{}", at("page.html")), "ends": "told" }));
    }
    let mut seen = Vec::new();
    for batch in opened.chunks(BATCH) {
        for found in run(bench, batch).await? {
            ensure!(found["hangs"].is_null(), "{found}");
            ensure!(found["drawn"] == false && found["figure"] == true, "{found}");
            let reason = found["errors"][0]["reason"].as_str().unwrap_or_default().to_owned();
            // Some of what is left is a module, which carries no dataset or does not start.
            ensure!(["network", "data", "trap"].contains(&reason.as_str()), "{found}");
            uncaught(&found, false)?;
            seen.push(format!("`{reason}`"));
        }
    }
    seen.sort();
    seen.dedup();
    let what = format!("wasm at each of its {} sections", ends.len());
    row(bench, "cut", &what, &format!("figure, {}", seen.join(" or ")));
    Ok(())
}
