//! The README's table of hosts, made from what the engines' suites saw.

use crate::test::Ending;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::env;
use std::fs;
use std::path::Path;
use xtask::record;

const ENGINES: [(&str, &str); 3] =
    [("chromium", "Chromium"), ("firefox", "Firefox"), ("webkit", "WebKit")];
const START: &str = "<!-- hosts: written by the test run -->\n";
const END: &str = "<!-- hosts end -->\n";

/// Checks that the README has the table that the last run of all engines gives; `BLESS=1` writes it.
pub(crate) fn check(root: &Path) -> Result<Ending> {
    let built = record::read(root)?.context("no pkg/build.json")?;
    let mut seen = Vec::new();
    for (file, name) in ENGINES {
        let path = root.join("target/hosts").join(file).with_extension("json");
        let Ok(text) = fs::read_to_string(&path) else {
            let why =
                format!("the suites have not run in {name}, so the table of hosts is unchecked");
            return Ok(Ending::Skipped(why));
        };
        let run: Value = serde_json::from_str(&text)?;
        if run["sources"] != built["sources"] {
            let why = format!("the suites ran in {name} with another build of pkg/");
            return Ok(Ending::Skipped(why));
        }
        seen.push(run["hosts"].as_object().context("a run lists hosts")?.clone());
    }
    let wordpress = root.join("target/hosts/wordpress.json");
    let Ok(text) = fs::read_to_string(&wordpress) else {
        let why = "WordPress has not run, so the table of hosts is unchecked";
        return Ok(Ending::Skipped(why.to_owned()));
    };
    let run: Value = serde_json::from_str(&text)?;
    if run["sources"] != built["sources"] {
        let why = "WordPress ran with another build of pkg/";
        return Ok(Ending::Skipped(why.to_owned()));
    }
    let ways = run["table"].as_object().context("a run lists ways")?;
    let table = table(&seen)? + &within(ways)?;
    let path = root.join("README.md");
    let readme = fs::read_to_string(&path)?;
    let (before, rest) =
        readme.split_once(START).context("README.md has no place for the hosts")?;
    let (now, after) = rest.split_once(END).context("README.md does not end the hosts")?;
    if now == table {
        return Ok(Ending::Passed);
    }
    if env::var_os("BLESS").is_some() {
        fs::write(path, [before, START, &table, END, after].concat())?;
        return Ok(Ending::Passed);
    }
    let line = now.lines().zip(table.lines()).find(|(now, new)| now != new);
    let (now, new) = line.unwrap_or((now, &table));
    bail!("the README's table of hosts says\n{now}\nand the suites saw\n{new}\nBLESS=1 writes it");
}

/// Hosts by ways; a cell that differs between engines names them, and reasons stand below.
fn table(seen: &[Map<String, Value>]) -> Result<String> {
    let first = seen.first().context("an engine")?;
    let ways = first.values().next().and_then(Value::as_object).context("a host with ways")?;
    let ways: Vec<&String> = ways.keys().collect();
    let mut notes = Vec::new();
    let mut lines = vec![
        ways.iter().fold("| host |".to_owned(), |line, way| format!("{line} {way} |")),
        format!("|---|{}", "---|".repeat(ways.len())),
    ];
    for host in first.keys() {
        let mut line = format!("| {host} |");
        for way in &ways {
            let cells =
                seen.iter().map(|hosts| hosts[host][way.as_str()].as_str().unwrap_or("not tried"));
            let cells: Vec<String> = cells.map(|cell| short(cell, &mut notes)).collect();
            let same = cells.iter().all(|cell| *cell == cells[0]);
            let cell = if same {
                cells[0].clone()
            } else {
                let named =
                    cells.iter().zip(ENGINES).map(|(cell, (_, name))| format!("{name} {cell}"));
                named.collect::<Vec<_>>().join(", ")
            };
            line.push_str(&format!(" {cell} |"));
        }
        lines.push(line);
    }
    let mut text = lines.join("\n") + "\n";
    for (index, note) in notes.iter().enumerate() {
        text.push_str(&format!("\n{}. {note}.", index + 1));
    }
    if !notes.is_empty() {
        text.push('\n');
    }
    Ok(text)
}

/// What was written into WordPress by what is seen of it: by whom it was written, and in a browser
/// that runs no script.
fn within(ways: &Map<String, Value>) -> Result<String> {
    let mut lines = Vec::new();
    for (way, seen) in ways {
        let seen = seen.as_object().context("a way lists who wrote it")?;
        if lines.is_empty() {
            let head: String = seen.keys().map(|who| format!(" {who} |")).collect();
            lines.push(format!("\n| in WordPress |{head}"));
            lines.push(format!("|---|{}", "---|".repeat(seen.len())));
        }
        let cells = seen.values().map(|words| {
            let words = words.as_array().into_iter().flatten().filter_map(Value::as_str);
            let words: Vec<&str> =
                words.map(|word| if word == "chart" { "drawn" } else { word }).collect();
            format!(" {} |", words.join(", "))
        });
        lines.push(format!("| {way} |{}", cells.collect::<String>()));
    }
    Ok(lines.join("\n") + "\n")
}

/// A cell's word; the reason of an impossible one becomes a numbered note.
fn short(cell: &str, notes: &mut Vec<String>) -> String {
    let Some(why) = cell.strip_prefix("impossible: ") else { return cell.to_owned() };
    let at = notes.iter().position(|note| note == why).unwrap_or_else(|| {
        notes.push(why.to_owned());
        notes.len() - 1
    });
    format!("impossible ({})", at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn run(one: &str, two: &str) -> Map<String, Value> {
        let hosts = json!({ "plain": { "div": one, "image": "figure" }, "strict": { "div": two, "image": two } });
        hosts.as_object().expect("an object").clone()
    }

    #[test]
    fn a_way_into_wordpress_says_what_each_role_gets() {
        let ways = json!({ "frame": { "administrator": ["chart"], "author": ["figure", "link"] } });
        let expected = "\n| in WordPress | administrator | author |\n|---|---|---|\n\
            | frame | drawn | figure, link |\n";
        assert_eq!(within(ways.as_object().expect("an object")).expect("a table"), expected);
    }

    #[test]
    fn cells_of_all_engines_are_one_and_reasons_stand_below() {
        let impossible = "impossible: no frames";
        let seen = [run("drawn", impossible), run("drawn", impossible), run("figure", impossible)];
        let expected = "| host | div | image |\n|---|---|---|\n\
            | plain | Chromium drawn, Firefox drawn, WebKit figure | figure |\n\
            | strict | impossible (1) | impossible (1) |\n\n1. no frames.\n";
        assert_eq!(table(&seen).expect("a table"), expected);
    }
}
