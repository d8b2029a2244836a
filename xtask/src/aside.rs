//! Steps that a second process runs while the first ones compile: most of them keep one core busy,
//! or wait for the network.

use crate::browsers::Engine;
use crate::test::Ending;
use anyhow::{Result, anyhow};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use xtask::step::seconds;

/// A step that has ended: its name, its time, and how it ended.
pub(crate) type Ended = (String, Duration, Result<Ending>);

/// Runs the steps one after another; each one's output is printed whole when it has ended.
pub(crate) fn run(root: &Path, names: &[String], engines: &[Engine]) -> Vec<Ended> {
    let engines: Vec<String> = engines.iter().map(Engine::to_string).collect();
    names.iter().map(|name| step(root, name, &engines.join(","))).collect()
}

fn step(root: &Path, name: &str, engines: &str) -> Ended {
    let start = Instant::now();
    let output = std::env::current_exe().and_then(|program| {
        let mut command = Command::new(program);
        command.args(["test", "--engines", engines, "--only", name]).current_dir(root).output()
    });
    let result = match output {
        Ok(output) => {
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said).into_owned();
            println!("\n==> beside the other steps: {name}\n{}", body(&said));
            ending(&said, output.status.success())
        }
        Err(error) => Err(anyhow!("cannot be started: {error}")),
    };
    let time = start.elapsed();
    println!("    {name} took {}", seconds(time));
    (name.to_owned(), time, result)
}

/// What a run of one step prints between its heading and its table.
fn body(said: &str) -> String {
    let lines = said.lines().filter(|line| !line.starts_with("==> "));
    let lines = lines.take_while(|line| !line.starts_with("--------"));
    lines.collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

/// How the run of one step says that it ended.
fn ending(said: &str, success: bool) -> Result<Ending> {
    let after = |mark: &str| said.lines().find_map(|line| line.trim().strip_prefix(mark));
    match after("SKIPPED: ") {
        Some(why) if success => Ok(Ending::Skipped(why.to_owned())),
        _ if success => Ok(Ending::Passed),
        _ => Err(anyhow!("{}", after("FAILED after ").unwrap_or("it ended without a word"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_read_from_what_is_printed() {
        let said = "\n==> [1/1] data\n    SKIPPED: no Python\n\n--------\ndata SKIPPED\n";
        assert_eq!(body(said), "    SKIPPED: no Python");
        assert!(matches!(ending(said, true), Ok(Ending::Skipped(why)) if why == "no Python"));
        assert!(matches!(ending("    passed in 1 s", true), Ok(Ending::Passed)));
        let error = ending("    FAILED after 2 s: it broke\n", false).err();
        assert_eq!(error.expect("it failed").to_string(), "2 s: it broke");
        assert!(ending("", false).is_err());
    }
}
