//! `test`: everything, each step on its own; a failure does not keep the others from running.

use crate::aside::{self, Ended};
use crate::browsers::{self, Engine};
use crate::build::{bundle, cargo};
use crate::{hosts, nginx, packages};
use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};
use xtask::step::{hand_over, run, seconds};
use xtask::{record, sources, tools};

const FRICTIONLESS: &str = "frictionless==5.21.0";

pub(crate) struct Options {
    engines: Vec<Engine>,
    /// Names of steps; empty for all.
    only: Vec<String>,
    /// Whether each suite runs in each engine; else a long one runs in one, drawn by the sources.
    whole: bool,
}

impl Options {
    pub(crate) fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut options = Self { engines: Engine::ALL.to_vec(), only: Vec::new(), whole: false };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("engines") => {
                    let list = arguments.value()?.string()?;
                    options.engines = list.split(',').map(str::parse).collect::<Result<_>>()?;
                }
                Long("only") => {
                    let list = arguments.value()?.string()?;
                    options.only = list.split(',').map(str::to_owned).collect();
                }
                Long("whole") => options.whole = true,
                other => return Err(other.unexpected().into()),
            }
        }
        // What was drawn for an engine that is not there would run nowhere.
        options.whole |= options.engines.len() < Engine::ALL.len();
        Ok(options)
    }
}

/// How a step ended when it did not fail.
pub(crate) enum Ending {
    Passed,
    /// With the reason, which is said loudly.
    Skipped(String),
}

type Work<'a> = Box<dyn Fn() -> Result<Ending> + 'a>;

/// Steps that need nothing of the others; in a whole run a second process does them beside those.
const ASIDE: [&str; 10] = [
    "tools",
    "budgets",
    "reproduce",
    "types",
    "data",
    "plugin",
    "wordpress",
    "sites",
    "bundlers",
    "nginx",
];

/// Runs the steps, prints a table of them, and fails if one failed.
pub(crate) fn test(root: &Path, options: &Options) -> Result<ExitCode> {
    let start = Instant::now();
    let steps = chosen(steps(root, options), &options.only)?;
    let is_aside = |name: &str| steps.len() > 1 && ASIDE.contains(&name);
    let names = steps.iter().map(|(name, _)| name.clone());
    let names: Vec<String> = names.filter(|name| is_aside(name)).collect();
    let mut table = Vec::new();
    thread::scope(|scope| {
        let mut beside = Some(scope.spawn(|| aside::run(root, &names, &options.engines)));
        for (name, work) in steps.iter().filter(|(name, _)| !is_aside(name)) {
            // A browser answers late where another program takes its core.
            if name.parse::<Engine>().is_ok() {
                join(&mut beside, &mut table);
            }
            println!("\n==> {name}");
            table.push(step(name, work));
        }
        join(&mut beside, &mut table);
    });
    Ok(summarise(&table, start.elapsed()))
}

fn join(beside: &mut Option<ScopedJoinHandle<Vec<Ended>>>, table: &mut Vec<Ended>) {
    if let Some(ended) = beside.take() {
        table.extend(ended.join().expect("the steps beside the others do not panic"));
    }
}

fn step(name: &str, work: &Work) -> Ended {
    let start = Instant::now();
    let result = work();
    match &result {
        Ok(Ending::Passed) => println!("    passed in {}", seconds(start.elapsed())),
        Ok(Ending::Skipped(why)) => println!("    SKIPPED: {why}"),
        Err(error) => println!("    FAILED after {}: {error:#}", seconds(start.elapsed())),
    }
    (name.to_owned(), start.elapsed(), result)
}

fn steps<'a>(root: &'a Path, options: &'a Options) -> Vec<(String, Work<'a>)> {
    let engines = &options.engines;
    let mut steps: Vec<(String, Work)> = vec![
        ("format".into(), Box::new(|| passed(run(cargo(root).args(["fmt", "--all", "--check"]))))),
        ("lint".into(), Box::new(|| passed(lint(root)))),
        ("unit".into(), Box::new(|| passed(unit(root)))),
        ("docs".into(), Box::new(|| passed(docs(root)))),
        ("tools".into(), Box::new(|| passed(browsers::install_all(root, engines)))),
        ("fresh".into(), Box::new(|| passed(fresh(root)))),
        ("budgets".into(), Box::new(|| passed(bundle(root, &["measure".into()])))),
        ("reproduce".into(), Box::new(|| passed(bundle(root, &["reproduce".into()])))),
        ("types".into(), Box::new(|| passed(types(root)))),
        ("data".into(), Box::new(|| data(root))),
        ("scripts".into(), Box::new(|| passed(packages::scripts(root)))),
        ("plugin".into(), Box::new(|| packages::plugin(root))),
        ("wordpress".into(), Box::new(|| packages::wordpress(root))),
        ("sites".into(), Box::new(|| packages::sites(root))),
        ("bundlers".into(), Box::new(|| packages::bundlers(root))),
        ("nginx".into(), Box::new(|| nginx::test(root))),
    ];
    for engine in engines.iter().copied() {
        let work = move || passed(browsers::test(root, engine, options.whole));
        steps.push((engine.to_string(), Box::new(work)));
    }
    steps.push(("hosts".into(), Box::new(|| hosts::check(root))));
    steps
}

pub(crate) fn passed(result: Result<()>) -> Result<Ending> {
    result.map(|()| Ending::Passed)
}

fn chosen<'a>(steps: Vec<(String, Work<'a>)>, only: &[String]) -> Result<Vec<(String, Work<'a>)>> {
    let names: Vec<&str> = steps.iter().map(|(name, _)| name.as_str()).collect();
    if let Some(unknown) = only.iter().find(|name| !names.contains(&name.as_str())) {
        bail!("no test step is called `{unknown}`; there are {}", names.join(", "));
    }
    Ok(steps.into_iter().filter(|(name, _)| only.is_empty() || only.contains(name)).collect())
}

fn lint(root: &Path) -> Result<()> {
    let mut command = cargo(root);
    command.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "--deny",
        "warnings",
    ]);
    run(&mut command)
}

fn unit(root: &Path) -> Result<()> {
    let mut command = cargo(root);
    command.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    // The browser suites have steps of their own.
    if root.join(browsers::SUITE).exists() {
        command.args(["--exclude", browsers::PACKAGE]);
    }
    run(&mut command)
}

fn docs(root: &Path) -> Result<()> {
    let mut command = cargo(root);
    command.env("RUSTDOCFLAGS", "--deny warnings");
    run(command.args(["doc", "--package", "bilateral", "--lib", "--no-deps", "--locked"]))
}

fn fresh(root: &Path) -> Result<()> {
    match record::staleness(root)? {
        None => Ok(()),
        Some(why) => bail!("{why}: run `cargo xtask build` and commit pkg/"),
    }
}

/// Checks the scripts against the types that wasm-bindgen gives the exports.
fn types(root: &Path) -> Result<()> {
    let modules = tools::npm(root)?;
    let made_from = fs::read_to_string(root.join("target/bundle/glue.sources")).unwrap_or_default();
    if made_from != sources::hash(root)? {
        bundle(root, &["bind".into()])?;
    }
    let mut command = Command::new("node");
    command.arg(modules.join("typescript/bin/tsc")).args(["--project", "."]);
    run(command.current_dir(root.join("www")))
}

fn data(root: &Path) -> Result<Ending> {
    let Some(programs) = tools::python(root, FRICTIONLESS)? else {
        let why = "there is no Python here, so `frictionless` did not validate data/";
        return Ok(Ending::Skipped(why.to_owned()));
    };
    let mut command = Command::new(programs.join("frictionless"));
    command.args(["validate", "datapackage.json"]).current_dir(root.join("data"));
    passed(hand_over(&mut command).context("data/ is not a valid Frictionless Data Package"))
}

fn summarise(table: &[Ended], total: Duration) -> ExitCode {
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    println!("\n{:-<72}", "");
    for (name, time, result) in table {
        let (ending, why) = match result {
            Ok(Ending::Passed) => ("passed", String::new()),
            Ok(Ending::Skipped(why)) => ("SKIPPED", why.clone()),
            Err(error) => ("FAILED", format!("{error:#}")),
        };
        println!("{name:<10} {ending:<8} {:>7}  {why}", seconds(*time));
        match result {
            Ok(Ending::Passed) => passed += 1,
            Ok(Ending::Skipped(_)) => skipped += 1,
            Err(_) => failed += 1,
        }
    }
    println!("all {:>29}", seconds(total));
    let ending = if skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
    println!("{passed} passed, {failed} failed{ending}");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_fails_the_run_and_a_skipped_one_does_not() {
        let code = |results: Vec<Result<Ending>>| {
            let table: Vec<_> =
                results.into_iter().map(|result| ("a".into(), Duration::ZERO, result)).collect();
            summarise(&table, Duration::ZERO)
        };
        assert_eq!(
            code(vec![Ok(Ending::Passed), Ok(Ending::Skipped("b".into()))]),
            ExitCode::SUCCESS
        );
        assert_eq!(code(vec![Ok(Ending::Passed), Err(anyhow::anyhow!("c"))]), ExitCode::FAILURE);
        assert_eq!(code(vec![Ok(Ending::Skipped("b".into()))]), ExitCode::FAILURE);
    }

    #[test]
    fn steps_are_chosen_by_name_and_an_unknown_one_is_named() {
        let options = Options { engines: vec![Engine::Chromium], only: Vec::new(), whole: true };
        let all = || steps(Path::new("."), &options);
        let some = chosen(all(), &["chromium".into(), "unit".into()]).expect("both are there");
        assert_eq!(
            some.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["unit", "chromium"]
        );
        let error = chosen(all(), &["webkit".into()]).err().expect("not asked for").to_string();
        assert!(error.starts_with("no test step is called `webkit`; there are format,"), "{error}");
    }
}
