//! The build from end to end: every file of `pkg/`, and the record of what made them.

use crate::page::Bundler;
use crate::wasm::{Compiled, Module};
use crate::{Places, builder, glue, hosted, notices, package, page, sbom, sizes, wasm};
use anyhow::{Context, Result, anyhow};
use bilateral::dataset::Language;
use bilateral::locale::Locale;
use bilateral::{locale, publish};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use xtask::step::step;
use xtask::{sources, tools};

/// Where the output of wasm-bindgen lies, and the hash of what it was made from.
pub(crate) const GLUE: &str = "target/bundle";
const STAMP: &str = "glue.sources";

/// Has Chromium compile the script in the background while it is loaded; it would compile function
/// by function in the page's thread, and nearly all are called for the first chart.
const EAGER: &str = "//# allFunctionsCalledOnLoad\n";

/// Builds from `places.root` into its `pkg/`.
pub(crate) fn build(places: &Places) -> Result<()> {
    let root = &places.root;
    let modules = step("find the npm tools", || tools::npm(&places.tools))?;
    let (compiled, folder) = bind(places)?;
    let told = told(root)?;
    let dataset = told.data.to_bytes()?;
    let code = glue::parts(&compiled.wasm, &folder, &modules)?;
    let (files, [packed, second]) = carried(&told, &dataset, code, &folder)?;
    let (own, builder) = builder::module(places, compiled.way, &modules, &folder)?;
    stamp(places, &folder)?;
    let www = root.join("www");
    let bundler = Bundler {
        www: www.clone(),
        modules: modules.clone(),
        glue: folder.join("glue.js"),
        builder,
        packed,
        second,
        folder,
    };
    let (script, html) = step("bundle the scripts", || scripts(&bundler))?;

    let (data, base) = (&told.data, publish::Base::relative());
    let locale = Locale::of(Language::EN);
    let linked =
        publish::linked_data(data, data.sources.iter(), &base.of_page(publish::DATASET), locale);
    let html = publish::with_linked_data(&html, &linked);
    let figures = step("draw the static figures", || {
        publish::site(&told.data, &told.locales(), &base).map_err(|error| anyhow!(error))
    })?;
    let html = publish::with_figures(&html, &data.meta.languages, &figures);
    step("write pkg/", || {
        let metadata = notices::metadata(root)?;
        let lock = fs::read_to_string(root.join("Cargo.lock")).context("no Cargo.lock")?;
        let types = fs::read(www.join("bilateral.d.ts")).context("no www/bilateral.d.ts")?;
        let mut files = files;
        files.extend([
            ("THIRD-PARTY.md".to_owned(), notices::notices(&metadata)?.into_bytes()),
            ("bilateral.d.ts".to_owned(), types),
            ("bilateral.html".to_owned(), html.into_bytes()),
            ("bilateral.js".to_owned(), script.into_bytes()),
            ("sbom.json".to_owned(), sbom::sbom(&metadata, &lock)?.into_bytes()),
        ]);
        files.extend(figures);
        files.extend(languages(&told)?);
        package::add(&mut files, &bundler, root, &version(root)?)?;
        let immutable = hosted::add(&mut files, root)?;
        builder::add(&mut files, &own, &bundler, root, &version(root)?)?;
        hosted::clear(&root.join("pkg"))?;
        files.sort();
        let mut record = origin(places, &compiled, &modules, &dataset)?;
        let weights = sizes::weigh(&files)?;
        weights.print();
        record["weights"] = weights.to_json();
        record["immutable"] = immutable.into();
        record["files"] = describe(&files)?;
        place(&root.join("pkg"), &files, &record)?;
        print_integrity(&record["files"]);
        Ok(())
    })
}

/// The files of the module and its further languages, and what scripts carry of both parts.
fn carried(
    told: &publish::Told,
    dataset: &[u8],
    [code, more]: [Vec<u8>; 2],
    folder: &Path,
) -> Result<(Vec<publish::SiteFile>, [PathBuf; 2])> {
    let sections = told.sections().map_err(|error| anyhow!(error))?;
    let (first, mut files) = publish::apart(&sections);
    let with = |sections: &[publish::Section]| {
        let module = publish::with_sections(&code, sections);
        module.map_err(|what| anyhow!("the module {what}"))
    };
    let [packed, second] = ["glue", "more"].map(|name| folder.join(format!("{name}.payload")));
    let label = (&*told.data.meta.name, &*sources::sha256(dataset));
    step("compress the module", || {
        page::pack([&with(&sections)?, &more], label, [&packed, &second])
    })?;
    files.push(("bilateral.wasm".to_owned(), with(&first)?));
    files.push(("bilateral.more.wasm".to_owned(), more));
    Ok((files, [packed, second]))
}

/// The classic script, and the page form around its own.
fn scripts(bundler: &Bundler) -> Result<(String, String)> {
    let template = fs::read_to_string(bundler.www.join("page.html"))?;
    Ok((
        EAGER.to_owned() + &bundler.script("entry-classic.js")?,
        page::inline(&template, &bundler.script("page.js")?)?,
    ))
}

/// What the files are made from, and by which tools.
fn origin(places: &Places, compiled: &Compiled, modules: &Path, dataset: &[u8]) -> Result<Value> {
    let root = &places.root;
    Ok(json!({
        "version": version(root)?,
        "dataset": {
            "version": dataset_version(root)?,
            "sha256": sources::sha256(dataset),
            "bytes": dataset.len(),
        },
        "sources": places.sources,
        "toolchain": {
            "way": compiled.way.to_string(),
            "rustc": compiled.rustc,
            "wasm-bindgen": "0.2.130",
            "binaryen": npm_version(modules, "binaryen")?,
            "esbuild": npm_version(modules, "esbuild")?,
        },
    }))
}

/// The dataset in `data/`, in its languages.
pub(crate) fn told(root: &Path) -> Result<publish::Told> {
    let data = bilateral::dataset::read_dir(&root.join("data")).map_err(|found| {
        anyhow!("data/ has {} faults: `bilateral check data` lists them", found.len())
    })?;
    publish::Told::new(data, None, &[]).map_err(|error| anyhow!(error))
}

/// The words of the languages in which the dataset has no texts, for pages that bring data in them.
fn languages(told: &publish::Told) -> Result<Vec<publish::SiteFile>> {
    let is_packed = |code: &str| told.languages.iter().any(|(one, _)| one.code() == code);
    let others = locale::carried().filter(|code| !is_packed(code));
    let files = others.map(|code| {
        let rows = locale::sources(code).with_context(|| format!("no words in {code}"))?;
        Ok((format!("languages/{code}.words"), locale::compile(&rows, &locale::Used::All)))
    });
    files.collect()
}

/// What pins each file that a page may load, as an `integrity` attribute takes it.
fn print_integrity(files: &Value) {
    for (name, file) in files.as_object().into_iter().flatten() {
        if let Some(integrity) = file["integrity"].as_str() {
            println!("    {name} integrity {integrity}");
        }
    }
}

/// Compiles and binds only, for whoever needs the types of the exports.
pub(crate) fn bind_only(places: &Places) -> Result<()> {
    let (compiled, folder) = bind(places)?;
    builder::bind(places, compiled.way, &folder)?;
    stamp(places, &folder)
}

fn bind(places: &Places) -> Result<(Compiled, PathBuf)> {
    let compiled = wasm::compile(&places.root, places.way, Module::Chart)?;
    let folder = places.root.join(GLUE);
    fs::create_dir_all(&folder)?;
    glue::bind(&compiled.wasm, &folder)?;
    Ok((compiled, folder))
}

/// Says which sources the types in a folder are of.
fn stamp(places: &Places, folder: &Path) -> Result<()> {
    Ok(fs::write(folder.join(STAMP), sources::hash(&places.root)?)?)
}

/// Carries the types of the exports from one clone to another of the same sources.
pub(crate) fn keep_glue(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.join(GLUE).join("builder"))?;
    for name in ["glue.d.ts", "builder/glue.d.ts", STAMP] {
        fs::copy(from.join(GLUE).join(name), to.join(GLUE).join(name))?;
    }
    Ok(())
}

fn describe(files: &[(String, Vec<u8>)]) -> Result<Value> {
    let described =
        files.iter().map(|(name, bytes)| Ok((name.clone(), sizes::describe(name, bytes)?)));
    Ok(Value::Object(described.collect::<Result<_>>()?))
}

/// The record comes last: a build that was interrupted stays stale.
fn place(pkg: &Path, files: &[(String, Vec<u8>)], record: &Value) -> Result<()> {
    remove_leftovers(pkg, record)?;
    for (name, bytes) in files {
        let path = pkg.join(name);
        fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
        fs::write(path, bytes)?;
    }
    fs::write(pkg.join("build.json"), format!("{record}\n"))?;
    Ok(())
}

/// What an earlier build wrote and this one does not.
fn remove_leftovers(pkg: &Path, record: &Value) -> Result<()> {
    let Ok(text) = fs::read_to_string(pkg.join("build.json")) else { return Ok(()) };
    let earlier: Value = serde_json::from_str(&text).unwrap_or_default();
    for (name, _) in earlier["files"].as_object().into_iter().flatten() {
        let path = pkg.join(name);
        if record["files"].get(name).is_none() && path.is_file() {
            fs::remove_file(path).with_context(|| format!("cannot remove pkg/{name}"))?;
        }
    }
    Ok(())
}

fn version(root: &Path) -> Result<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    let (_, package) = manifest.split_once("[package]").context("Cargo.toml has no [package]")?;
    let line = package.lines().find_map(|line| line.strip_prefix("version = "));
    Ok(line.context("Cargo.toml gives no version")?.trim_matches('"').to_owned())
}

fn dataset_version(root: &Path) -> Result<Value> {
    let text = fs::read_to_string(root.join("data/datapackage.json"))
        .context("no data/datapackage.json")?;
    Ok(serde_json::from_str::<Value>(&text)?["version"].clone())
}

fn npm_version(modules: &Path, name: &str) -> Result<Value> {
    let text = fs::read_to_string(modules.join(name).join("package.json"))?;
    Ok(serde_json::from_str::<Value>(&text)?["version"].clone())
}
