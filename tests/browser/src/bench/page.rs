//! `target/bench/index.html`: the curves, charted by Bilateral itself, above the tables.
//!
//! Its axis is of time, so each size of a curve is a period: 1 is the smallest, and each further one
//! is so many times as large. The charts that were timed are the partners.

use super::budgets::Row;
use super::curves::{CURVES, Curve};
use super::machine::Machine;
use super::markdown;
use super::samples::Samples;
use super::subject::named;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

pub(super) fn write(
    folder: &Path,
    bilateral: &Path,
    machine: &Machine,
    samples: &Samples,
    rows: &[Row],
) -> Result<()> {
    let package = folder.join("curves");
    fs::create_dir_all(&package)?;
    for (name, text) in tables(machine, samples) {
        fs::write(package.join(name), text)?;
    }
    let packed = Command::new(bilateral)
        .arg("pack")
        .arg(&package)
        .arg("-o")
        .arg(folder.join("widget"))
        .args(["--lang", "en", "--from"])
        .arg(crate::root().join("pkg"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .context("cannot pack the curves")?;
    ensure!(
        packed.success(),
        "the curves were to be packed: `bilateral check {}`",
        package.display()
    );
    fs::write(folder.join("index.html"), html(&markdown::tables(machine, samples, rows)))?;
    Ok(())
}

/// The files of a data package.
fn tables(machine: &Machine, samples: &Samples) -> Vec<(&'static str, String)> {
    let about = json!({
        "name": "bench", "title": "Charts against the clock", "reporting": "CLOCK",
        "languages": ["en"], "default_source": "cargo xtask bench", "created": machine.date,
    });
    let subjects: BTreeSet<&str> =
        CURVES.iter().flat_map(|curve| curve.subjects).copied().collect();
    let mut partners =
        "code,name_en,with_en,by_en\nCLOCK,the clock,with the clock,by the clock\n".to_owned();
    for key in subjects {
        let name = named(key).name.replace('`', "").replace(',', ":");
        partners.push_str(&format!("{},{name},with {name},by {name}\n", code(key)));
    }
    let mut terms = "list,key,label_en,units\nunit,ms,ms,\n".to_owned();
    let mut figures = "id,partner,measure,value,unit,period,reporter\n".to_owned();
    for curve in &CURVES {
        terms.push_str(&format!("measure,{},{},ms\n", curve.key, curve.what.replace(',', ":")));
        for subject in curve.subjects {
            for (step, size) in (1..).zip(curve.sizes()) {
                let Some(time) = samples.median(subject, &curve.metric(size)) else { continue };
                figures.push_str(&format!(
                    "{}-{subject}-{step},{},{},{time:.3},ms,{step:04},CLOCK\n",
                    curve.key,
                    code(subject),
                    curve.key
                ));
            }
        }
    }
    vec![
        ("datapackage.json", format!("{about:#}\n")),
        ("partners.csv", partners),
        ("terms.csv", terms),
        ("figures.csv", figures),
    ]
}

/// The code of a group: up to eight capitals.
fn code(key: &str) -> String {
    key.to_uppercase().chars().take(8).collect()
}

fn html(tables: &str) -> String {
    let charts: String = CURVES.iter().map(chart).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Bilateral against the clock</title>\n\
         <style>body {{ font: 16px/1.5 sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }}\n\
         table {{ border-collapse: collapse; font-size: .8rem; margin: 1rem 0 }}\n\
         td, th {{ border-bottom: 1px solid #ccc; padding: .2rem .5rem; text-align: right }}\n\
         td:first-child, th:first-child {{ text-align: left }}</style>\n\
         <script async src=\"widget/bilateral.js\"></script>\n</head>\n<body>\n\
         <h1>Bilateral against the clock</h1>\n{charts}{}</body>\n</html>\n",
        blocks(tables)
    )
}

fn chart(curve: &Curve) -> String {
    let partners: Vec<String> = curve.subjects.iter().map(|key| code(key)).collect();
    format!(
        "<bilateral-chart view=\"trade\" measure=\"{}\" scale=\"log\" partners=\"{}\" title=\"Milliseconds, \
         {}: {} at 1, each further step {} times as many\"></bilateral-chart>\n",
        curve.key,
        partners.join(" "),
        curve.what,
        curve.first,
        curve.factor
    )
}

/// The document's headings, tables and sentences as HTML.
fn blocks(text: &str) -> String {
    let mut html = String::new();
    for block in text.trim().split("\n\n") {
        if let Some(heading) = block.strip_prefix("### ") {
            html.push_str(&format!("<h2>{heading}</h2>\n"));
        } else if block.starts_with('|') {
            let lines = block.lines().enumerate().filter(|(index, _)| *index != 1);
            let lines = lines.map(|(index, line)| row(line, if index == 0 { "th" } else { "td" }));
            html.push_str(&format!("<table>\n{}</table>\n", lines.collect::<String>()));
        } else {
            html.push_str(&format!("<p>{}</p>\n", inline(block)));
        }
    }
    html
}

fn row(line: &str, tag: &str) -> String {
    let cells = line.trim_matches('|').split('|');
    let cells = cells.map(|cell| format!("<{tag}>{}</{tag}>", inline(cell.trim())));
    format!("<tr>{}</tr>\n", cells.collect::<String>())
}

fn inline(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('`', "")
}
