//! What the widget weighs, by room, by part, by language and by table, and against the run before;
//! a treemap beside it.

mod code;
mod told;
mod treemap;

use crate::sizes::{self, brotli};
use crate::{glue, write};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where the page and the numbers of this run and the one before are written.
const FOLDER: &str = "target/size";
/// How many functions are named.
const LARGEST: usize = 40;

/// How much something weighs.
pub(crate) struct Weight {
    /// What it is.
    pub name: String,
    /// Bytes.
    pub raw: usize,
    /// Bytes when it is compressed alone; neighbours that are alike make it less.
    pub brotli: usize,
}

impl Weight {
    pub(crate) fn of(name: String, bytes: &[u8]) -> Result<Weight> {
        Ok(Weight { name, raw: bytes.len(), brotli: brotli(bytes)? })
    }
}

/// A heading, and what is under it.
type Section = (&'static str, Vec<Weight>);

/// A part of the module: its functions by room, and its data.
struct Part {
    rooms: BTreeMap<String, Vec<code::Function>>,
    data: Vec<u8>,
}

/// Prints what the last build weighs, and writes it to [`FOLDER`].
pub(crate) fn size(root: &Path) -> Result<()> {
    let [first, later] = [glue::NAMED, glue::NAMED_MORE].map(|name| part(root, name));
    let (first, later) = (first?, later?);
    let told = write::told(root)?;
    let sections: Vec<Section> = vec![
        ("by part", sizes::parts(root)?),
        ("by room, before a first chart", first.by_room()?),
        ("by room, when it is wanted", later.by_room()?),
        ("by script, before a first chart", scripts(root)?),
        ("by language", told::languages(&told)?),
        ("by table, of what the languages share", told::tables(&told)?),
        ("the largest functions before a first chart", first.largest()?),
        ("the largest functions when they are wanted", later.largest()?),
    ];
    let folder = root.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let before = before(&folder, &record(&sections))?;
    for (heading, weights) in &sections {
        print(heading, weights, &before[*heading]);
    }
    let mut groups = first.groups("");
    groups.extend(later.groups("later: "));
    groups.sort_by_key(|(_, all)| std::cmp::Reverse(all.iter().map(|one| one.raw).sum::<usize>()));
    let page = folder.join("treemap.html");
    fs::write(&page, treemap::page(&groups))?;
    println!("\n{}", page.display());
    Ok(())
}

fn part(root: &Path, name: &str) -> Result<Part> {
    let path = root.join(write::GLUE).join(name);
    let module = fs::read(&path).with_context(|| format!("no {}", path.display()))?;
    let (functions, data) = code::functions(&module)?;
    let mut rooms: BTreeMap<String, Vec<code::Function>> = BTreeMap::new();
    for function in functions {
        rooms.entry(code::room(&function.name)).or_default().push(function);
    }
    Ok(Part { rooms, data })
}

impl Part {
    fn by_room(&self) -> Result<Vec<Weight>> {
        let mut weights = vec![Weight::of("texts and tables of the code".to_owned(), &self.data)?];
        for (room, all) in &self.rooms {
            let bytes: Vec<u8> = all.iter().flat_map(|one| one.bytes.iter().copied()).collect();
            weights.push(Weight::of(room.clone(), &bytes)?);
        }
        weights.sort_by_key(|one| std::cmp::Reverse(one.raw));
        Ok(weights)
    }

    fn largest(&self) -> Result<Vec<Weight>> {
        let mut all: Vec<_> = self.rooms.values().flatten().collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.bytes.len()));
        all.iter().take(LARGEST).map(|one| Weight::of(one.name.clone(), &one.bytes)).collect()
    }

    /// Rooms with their functions, the largest first.
    fn groups(&self, prefix: &str) -> Vec<(String, Vec<Weight>)> {
        let weight = |name: &str, bytes: &[u8]| Weight {
            name: name.to_owned(),
            raw: bytes.len(),
            brotli: 0,
        };
        let mut groups =
            vec![(format!("{prefix}data"), vec![weight("texts and tables", &self.data)])];
        for (room, all) in &self.rooms {
            let mut all: Vec<_> = all.iter().map(|one| weight(&one.name, &one.bytes)).collect();
            all.sort_by_key(|one| std::cmp::Reverse(one.raw));
            groups.push((format!("{prefix}{room}"), all));
        }
        groups
    }
}

/// What each file of `www/` is in the slim script, as the bundler tells it.
fn scripts(root: &Path) -> Result<Vec<Weight>> {
    let path = root.join(write::GLUE).join("entry-slim.js.json");
    let text = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
    let told: Value = serde_json::from_str(&text)?;
    let outputs = told["outputs"].as_object().context("the bundler tells of no output")?;
    let mut all = Vec::new();
    for (name, input) in outputs.values().filter_map(|one| one["inputs"].as_object()).flatten() {
        let raw = input["bytesInOutput"].as_u64().unwrap_or_default() as usize;
        let short = name.rsplit('/').next().unwrap_or(name).to_owned();
        all.push(Weight { name: short, raw, brotli: 0 });
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.raw));
    Ok(all)
}

fn record(sections: &[Section]) -> Value {
    let of = |weights: &[Weight]| {
        let each = weights.iter().map(|one| (one.name.clone(), json!([one.raw, one.brotli])));
        Value::Object(each.collect::<Map<String, Value>>())
    };
    Value::Object(sections.iter().map(|(name, all)| ((*name).to_owned(), of(all))).collect())
}

/// The numbers of the run before this one that had others; keeps this one's for the next.
fn before(folder: &Path, now: &Value) -> Result<Value> {
    let read = |name: &str| -> Value {
        let text = fs::read_to_string(folder.join(name)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    };
    let last = read("now.json");
    if last != *now && !last.is_null() {
        fs::write(folder.join("before.json"), last.to_string())?;
    }
    fs::write(folder.join("now.json"), now.to_string())?;
    Ok(read("before.json"))
}

fn print(heading: &str, weights: &[Weight], before: &Value) {
    println!("\n{heading}\n      raw     before     brotli     before");
    for Weight { name, raw, brotli } in weights {
        let was =
            |at: usize| before[name][at].as_u64().map_or("-".to_owned(), |was| was.to_string());
        println!("{raw:>9} {:>10} {brotli:>10} {:>10}  {name}", was(0), was(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_told_against_the_last_that_had_other_numbers() {
        let folder = std::env::temp_dir().join(format!("bilateral-size-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("made");
        let now = |raw: u32| json!({ "by room": { "chart": [raw, 1] } });
        let told: Vec<Value> = [7, 7, 9, 9]
            .map(|raw| before(&folder, &now(raw)).expect("kept")["by room"]["chart"][0].clone())
            .into();
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(told, [json!(null), json!(null), json!(7), json!(7)]);
    }
}
