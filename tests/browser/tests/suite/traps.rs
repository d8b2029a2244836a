//! A trap in any function that the module exports to the page's script, and memory that ends at any
//! allocation: the chart comes again, the one before stays, or the figure stands, and the cause is told.
//!
//! `BILATERAL_FAULTS=all` has each export trap in each act that calls it, not only in the first.

use crate::Bench;
use crate::faults::{number, other, page, row, run, sections, stage, uncaught};
use anyhow::{Context, Result, bail, ensure};
use browser::rough::{Delivery, Rough, pkg};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::env;

const SCRIPT: &str = include_str!("traps.js");
/// How many charts come and go in one call of the driver, which waits half a minute.
const ROUND: usize = 10;
/// How many pages stand in one at once.
const BATCH: usize = 6;
const HEAD: &str = "<script src=\"/traps.js\"></script><script src=\"bilateral.js\"></script>";
/// Charts side by side, as one out of sight is not drawn.
const TWO: &str = "<div style=\"display: grid; grid-template-columns: 1fr 1fr\">\
    <bilateral-chart><p id=\"fallback\">Figures</p></bilateral-chart>\
    <bilateral-chart view=\"trade\">Figures</bilateral-chart></div>";

async fn trapping(bench: &Bench, body: &str) -> Result<Rough> {
    let rough = stage(bench).await?;
    let script = Delivery::whole("text/javascript", SCRIPT.as_bytes().to_vec());
    rough.put("traps.js", script);
    rough.put("d/traps/page.html", page(HEAD, body));
    Ok(rough)
}

fn texts(list: &Value) -> BTreeSet<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

/// All that one trap at the start of two charts may leave.
const BEGUN: &str = "
    if (traps.armed) await until(() => traps.sprung);
    for (let turn = 0; turn < 150 && !charts.every(shown); turn++) await pause(10);
    return { called: [...traps.called], sprung: traps.sprung,
      charts: charts.map((one) => shown(one) ? 'chart' : one.getBoundingClientRect().height > 10 ? 'figure' : 'nothing') };";

pub(crate) async fn a_trap_of_any_export_as_a_chart_begins(bench: &Bench) -> Result<()> {
    let _rough = trapping(bench, TWO).await?;
    let opened = |armed: &str| json!({ "path": format!("/d/traps/page.html{armed}"), "ends": "at once", "act": BEGUN });
    let first = run(bench, &[opened("")]).await?.remove(0);
    ensure!(first["did"]["charts"] == json!(["chart", "chart"]), "{first}");
    let names = texts(&first["did"]["called"]);
    ensure!(names.len() > 10, "{first}");
    let names: Vec<String> = names.into_iter().collect();
    let mut wrong = Vec::new();
    let mut ends = BTreeMap::<String, Vec<String>>::new();
    for batch in names.chunks(BATCH) {
        let pages: Vec<Value> =
            batch.iter().map(|name| opened(&format!("?armed={name}"))).collect();
        for (name, found) in batch.iter().zip(run(bench, &pages).await?) {
            let charts = found["did"]["charts"].to_string();
            if let Err(error) = begun(&found) {
                wrong.push(format!("{name}: {error:#}"));
            }
            ends.entry(charts).or_default().push(name.clone());
        }
    }
    for (charts, names) in ends {
        let what = format!("as two charts begin, {} of {names:?}", names.len());
        row(bench, "trap", &what.replace('"', "`"), &format!("{charts}, `trap`"));
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}

fn begun(found: &Value) -> Result<()> {
    ensure!(found["hangs"].is_null(), "{found}");
    ensure!(found["did"]["sprung"] == 1, "{found}");
    let charts = texts(&found["did"]["charts"]);
    ensure!(!charts.contains("nothing"), "{found}");
    let errors = found["errors"].as_array().context("errors")?;
    ensure!(!errors.is_empty(), "{found}");
    ensure!(errors.iter().all(|error| error["reason"] == "trap"), "{found}");
    uncaught(found, false)
}

pub(crate) async fn a_trap_of_any_export_of_a_chart_that_stands(bench: &Bench) -> Result<()> {
    let rough = trapping(bench, TWO).await?;
    bench.browser.open_page(&rough.url("d/traps/page.html")).await?;
    // One stands by.
    let alone = format!(
        "document.querySelector('bilateral-chart').remove(); traps.data = {}; return 0;",
        other()?
    );
    bench.browser.run(&alone).await?;
    let acts = bench
        .browser
        .run("return Object.keys(traps.acts(document.querySelector('bilateral-chart')));");
    let acts: Vec<String> = serde_json::from_value(acts.await?)?;
    let plain: Vec<(String, Option<String>)> = acts.into_iter().map(|act| (act, None)).collect();
    let mut plan = Vec::new();
    let mut known = BTreeSet::new();
    let is_all = env::var("BILATERAL_FAULTS").is_ok_and(|what| what == "all");
    for found in trials(bench, &plain).await? {
        ensure!(found["said"] == "done" && found["problems"] == json!([]), "{found}");
        let name = found["name"].as_str().context("a name")?.to_owned();
        for export in texts(&found["called"]) {
            if known.insert(export.clone()) || is_all {
                plan.push((name.clone(), Some(export)));
            }
        }
    }
    // What the page's attributes are written from.
    plan.push(("chip".to_owned(), Some("widget_attribute".to_owned())));
    let all = texts(&bench.browser.run("return [...traps.all];").await?);
    let never: Vec<&String> = all.difference(&known).collect();
    // The first is for what a canvas refuses, the others are called as a module and a chart begin.
    let begin = ["__wbindgen_exn_store", "__wbindgen_start", "hold", "widget_new"];
    ensure!(never == begin, "called by no act: {never:?}");
    let mut wrong = Vec::new();
    let mut ends = BTreeMap::<String, usize>::new();
    for found in trials(bench, &plan).await? {
        if let Err(error) = stood(&found) {
            wrong.push(format!("{} in {}: {error:#}: {found}", found["armed"], found["name"]));
        }
        let drawn = if found["drawn"] == true { "the chart afresh" } else { "the figure" };
        let gone = found["name"] == "remove";
        *ends.entry(if gone { "the others afresh".into() } else { drawn.into() }).or_default() += 1;
    }
    for (seen, count) in ends {
        let what = format!("of a chart that stands, {count} of {} exports and acts", plan.len());
        row(bench, "trap", &what, &format!("{seen}, `trap`"));
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}

fn stood(found: &Value) -> Result<()> {
    ensure!(found["sprung"] == 1, "not called");
    ensure!(
        found["name"] == "remove" || found["drawn"] == true || found["figure"] == true,
        "blank"
    );
    ensure!(found["beside"] == true, "another chart is gone");
    // A state that is restored may have no theme.
    ensure!(found["name"] == "restore" || found["theme"] == "dark", "its attribute is gone");
    let said = found["said"].as_str().unwrap_or_default();
    ensure!(said == "done" || said.contains("has trapped"), "it says {said}");
    let reasons = texts(&found["reasons"]);
    // One that is gone has nobody to tell.
    ensure!(found["name"] == "remove" || reasons == ["trap".to_owned()].into(), "not told");
    uncaught(found, false)
}

async fn trials(bench: &Bench, plan: &[(String, Option<String>)]) -> Result<Vec<Value>> {
    let mut all = Vec::new();
    for round in plan.chunks(ROUND) {
        let script = format!(
            "const found = [];
             for (const [act, armed] of {}) found.push(await traps.trial(act, armed));
             return found;",
            json!(round)
        );
        let found = bench.browser.run_async(&script).await?;
        all.extend(found.as_array().context("a list")?.iter().cloned());
    }
    Ok(all)
}

/// The module with a memory that grows to so many pages and no further.
fn bounded(module: &[u8], pages: usize) -> Result<Vec<u8>> {
    let Some((_, start, end)) = sections(module).into_iter().find(|(id, ..)| *id == 5) else {
        bail!("the module has no memory");
    };
    let (count, at) = number(module, start);
    ensure!(count == 1 && module[at] == 0, "the memory has a bound already");
    let (least, after) = number(module, at + 1);
    ensure!(after == end && least <= pages, "{least} pages at first");
    let mut limits = vec![1, 1];
    for mut value in [least, pages] {
        while value > 127 {
            limits.push((value & 127) as u8 | 128);
            value >>= 7;
        }
        limits.push(value as u8);
    }
    let length = u8::try_from(limits.len())?;
    Ok([&module[..start - 1], &[length], &limits, &module[end..]].concat())
}

/// Loads much data twice, and answers what stands after each.
const LOADS: &str = "
    const codes = 'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF'.split(' ');
    const large = {
      format: 'bilateral/1', meta: { name: 'large', reporting: 'JP', created: '9999-12-31' },
      figures: Array.from({ length: 1500 }, (_, at) => ({
        partner: codes[at % 16], measure: 'turnover', value: at + 1, unit: 'EUR', source: 'Diary',
        period: String(1 + Math.floor(at / 16)).padStart(4, '0') })) };
    for (let turn = 0; turn < 500 && !probe.told.some(([type]) => type === 'ready' || type === 'error'); turn++) await pause(10);
    await pause(30);
    const image = () => chart.shadowRoot.querySelector('canvas').toDataURL();
    const words = () => chart.shadowRoot.getElementById('headline').textContent;
    const look = () => [shown(chart) ? 'chart' : chart.getBoundingClientRect().height > 10 ? 'figure' : 'nothing', image(), words()];
    for (let last; last !== image(); await pause(60)) last = image();
    const first = look();
    const loads = [];
    for (const turn of [1, 2]) {
      const before = look();
      const told = await said(chart.load(large));
      for (let turn = 0; turn < 100 && !shown(chart); turn++) await pause(10);
      await frames(2);
      const after = look();
      loads.push([told, after[0], after.join() === before.join(), words().includes('93')]);
    }
    const last = image();
    chart.setAttribute('view', 'trade');
    await chart.resize();
    return { begun: first[0], loads, works: shown(chart) && image() !== last,
      sizes: [...(window.traps?.sizes ?? [])] };";

pub(crate) async fn memory_that_ends_in_a_load_leaves_the_chart(bench: &Bench) -> Result<()> {
    let rough = trapping(bench, TWO).await?;
    let module = pkg("bilateral.wasm")?;
    let opened = |name: &str, module: Vec<u8>| {
        let at = |file: &str| format!("d/memory-{name}/{file}");
        rough.put(&at("bilateral.wasm"), Delivery::whole("application/wasm", module));
        let head = "<script src=\"/traps.js\"></script><script type=\"module\">\
            import { define } from './slim.mjs'; define(new URL('bilateral.wasm', location.href));</script>";
        let body = "<bilateral-chart><p id=\"fallback\">Figures</p></bilateral-chart>";
        rough.put(&at("page.html"), page(head, body));
        json!({ "path": format!("/{}", at("page.html")), "ends": "at once", "act": LOADS })
    };
    let free = run(bench, &[opened("free", module.clone())]).await?.remove(0);
    ensure!(free["did"]["loads"][0][0] == "done" && free["did"]["works"] == true, "{free}");
    let sizes: BTreeSet<usize> = serde_json::from_value(free["did"]["sizes"].clone())?;
    ensure!(sizes.len() > 5, "{free}");
    // Each growth that was seen fails in turn, and some between, which fell into one call.
    let mut bounds: BTreeSet<usize> = sizes.iter().skip(1).map(|size| size - 1).collect();
    let (least, most) = (sizes.first().context("a size")?, sizes.last().context("a size")?);
    bounds.extend((1..6).map(|part| least + (most - least) * part / 6));
    bounds.insert(*most);
    let bounds: Vec<usize> = bounds.into_iter().collect();
    let (mut wrong, mut ends) = (Vec::new(), BTreeMap::<String, (usize, usize, usize)>::new());
    for batch in bounds.chunks(4) {
        let mut pages = Vec::new();
        for pages_ in batch {
            pages.push(opened(&pages_.to_string(), bounded(&module, *pages_)?));
        }
        for (bound, found) in batch.iter().zip(run(bench, &pages).await?) {
            match kept(&found) {
                Ok(seen) => {
                    let end = ends.entry(seen).or_insert((*bound, *bound, 0));
                    *end = (end.0.min(*bound), end.1.max(*bound), end.2 + 1);
                }
                Err(error) => wrong.push(format!("{bound} pages: {error:#}: {found}")),
            }
        }
    }
    for (seen, (from, to, count)) in ends {
        let what = format!("memory ends at {from} to {to} pages, {count} bounds");
        row(bench, "out of memory", &what, &seen);
    }
    ensure!(wrong.is_empty(), "{} of {}:\n    {}", wrong.len(), bounds.len(), wrong.join("\n    "));
    Ok(())
}

/// What stood, where it is as it should be.
fn kept(found: &Value) -> Result<String> {
    ensure!(found["hangs"].is_null(), "hangs");
    uncaught(found, false)?;
    let did = &found["did"];
    let mut seen = Vec::new();
    for load in did["loads"].as_array().context("loads")? {
        let is_taken = load[0] == "done";
        if did["begun"] == "figure" && !is_taken {
            ensure!(load[1] == "figure", "no figure");
        } else {
            ensure!(load[1] == "chart", "the chart is gone");
            ensure!(load[if is_taken { 3 } else { 2 }] == true, "{} with another chart", load[0]);
        }
        let reasons = found["errors"].as_array().context("errors")?;
        ensure!(is_taken || !reasons.is_empty(), "not told");
        ensure!(reasons.iter().all(|error| error["reason"] == "trap"), "another reason");
        seen.push(if is_taken { "taken" } else { "refused" });
    }
    if did["begun"] == "chart" {
        ensure!(did["works"] == true, "the chart does nothing any more");
    }
    let shown = if did["begun"] == "chart" { "chart" } else { "figure" };
    seen.dedup();
    let loads = seen.join(", then ");
    let stays = if loads == "refused" {
        format!("the old {shown} stays, `trap`")
    } else {
        "the new chart".into()
    };
    Ok(format!("`load()` {loads}: {stays}"))
}
