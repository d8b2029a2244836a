//! `fuzz`: runs libFuzzer on the functions of `tests/support/targets.rs`.
//!
//! `cargo fuzz` asks for a nightly compiler's flags; the installed one takes them when it is told that
//! it may. What it finds lies in `target/fuzz/`; what is worth keeping goes to `tests/corpus/`.

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use xtask::step::shown;
use xtask::tools;

const CARGO_FUZZ: &str = "0.13.2";
const SECONDS: u64 = 180;
/// Bytes of an input: what is hostile is seldom long.
const LONGEST: u64 = 16_384;
/// Seconds that an input may take, with its checks and the sanitizer.
const PATIENCE: u64 = 30;

pub(crate) struct Options {
    target: Option<String>,
    seconds: u64,
}

impl Options {
    pub(crate) fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut options = Self { target: None, seconds: SECONDS };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("seconds") => options.seconds = arguments.value()?.parse()?,
                Value(name) if options.target.is_none() => options.target = Some(name.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Runs a target or all, and prints how often each was called; a finding fails.
pub(crate) fn fuzz(root: &Path, options: &Options) -> Result<()> {
    let program = tools::cargo_program(root, "cargo-fuzz", CARGO_FUZZ)?;
    let all = targets(root)?;
    let due: Vec<&String> = match &options.target {
        None => all.iter().collect(),
        Some(name) => all.iter().filter(|one| *one == name).collect(),
    };
    if due.is_empty() {
        bail!("no target is called so; there are {}", all.join(", "));
    }
    let (mut table, mut findings) = (Vec::new(), Vec::new());
    for name in due {
        println!("==> {name}, {} s", options.seconds);
        let (executions, good) = run(root, &program, name, options.seconds)?;
        table.push(format!("{name:<12} {executions:>10} executions"));
        if !good {
            findings.push(name.as_str());
        }
    }
    println!("\n{}", table.join("\n"));
    if findings.is_empty() {
        return Ok(());
    }
    bail!(
        "findings in {}: the inputs lie in target/fuzz/findings/; mend what they break, and keep each \
         in tests/corpus/<target>/",
        findings.join(", ")
    )
}

fn targets(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join("fuzz/targets"))? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        names.extend(name.strip_suffix(".rs").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// How often the target was called, and whether it found nothing.
fn run(root: &Path, program: &Path, name: &str, seconds: u64) -> Result<(u64, bool)> {
    let folder = |kind: &str| -> Result<String> {
        let folder = root.join("target/fuzz").join(kind).join(name);
        fs::create_dir_all(&folder)?;
        Ok(folder.display().to_string())
    };
    let (grown, found) = (folder("corpus")?, folder("findings")?);
    let mut command = Command::new(program);
    command.current_dir(root).env("RUSTC_BOOTSTRAP", "1");
    command.env("CARGO_TARGET_DIR", root.join("target/fuzz"));
    command.args(["fuzz", "run", name, &grown, &format!("tests/corpus/{name}"), "--"]);
    command.args([
        &format!("-max_total_time={seconds}"),
        &format!("-max_len={LONGEST}"),
        &format!("-timeout={PATIENCE}"),
        &format!("-artifact_prefix={found}/"),
        "-rss_limit_mb=4096",
        // The words of a language are kept for the life of the page.
        "-detect_leaks=0",
        "-print_final_stats=1",
    ]);
    command.stderr(Stdio::piped()).stdin(Stdio::null());
    let mut child = command.spawn().with_context(|| format!("cannot start {}", shown(&command)))?;
    let pipe = child.stderr.take().context("standard error was to be a pipe")?;
    let (mut executions, mut began) = (0, false);
    for line in BufReader::new(pipe).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        began |= line.starts_with("INFO: Seed");
        executions = executed(&line).unwrap_or(executions);
        // The fuzzer tells each input that it keeps.
        if !line.starts_with('#') {
            eprintln!("{line}");
        }
    }
    let good = child.wait()?.success();
    if !good && !began {
        bail!("{} did not begin", shown(&command));
    }
    Ok((executions, good))
}

/// The number of calls, in the line that says it.
fn executed(line: &str) -> Option<u64> {
    let told = line.strip_prefix("stat::number_of_executed_units:");
    told.or_else(|| line.strip_prefix('#')?.split(['\t', ' ', ':']).next())?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn executions_are_counted() {
        assert_eq!(executed("stat::number_of_executed_units: 1234"), Some(1234));
        assert_eq!(executed("#4096\tpulse  cov: 12 ft: 13"), Some(4096));
        assert_eq!(executed("INFO: Seed: 7"), None);
    }

    #[test]
    fn every_target_has_a_corpus() {
        let root = xtask::root();
        let names = targets(&root).expect("they can be listed");
        assert!(names.len() > 7, "{names:?}");
        assert!(
            names.iter().all(|name| root.join("tests/corpus").join(name).is_dir()),
            "{names:?}"
        );
    }
}
