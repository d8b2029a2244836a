//! `deny`: licences, sources and known faults of the crates, by `deny.toml`.

use crate::test::Ending;
use anyhow::Result;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use xtask::step::{run, run_within};
use xtask::tools;

const CARGO_DENY: &str = "0.20.2";
/// How long the database of known faults may take to come.
const PATIENCE: Duration = Duration::from_secs(120);

/// Fails where a crate breaks a rule; is skipped, loudly, for known faults where their database cannot
/// be reached.
pub(crate) fn deny(root: &Path) -> Result<Ending> {
    let program = tools::cargo_program(root, "cargo-deny", CARGO_DENY)?;
    let check = |what: &[&str]| {
        let mut command = Command::new(&program);
        command.current_dir(root).args(["--workspace", "--locked", "check"]).args(what);
        command
    };
    run(&mut check(&["licenses", "bans", "sources"]))?;
    let mut fetch = Command::new(&program);
    fetch.current_dir(root).args(["fetch", "db"]);
    if let Err(error) = run_within(&mut fetch, PATIENCE) {
        return Ok(Ending::Skipped(format!(
            "licences, bans and sources are good; known faults were NOT looked for, as their database \
             cannot be fetched: {error}"
        )));
    }
    run(&mut check(&["advisories"])).map(|()| Ending::Passed)
}
