//! `volumes`: large inputs through the release program, with the time and the memory that each takes.

use anyhow::{Context, Result, bail, ensure};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use xtask::step::{run, seconds, step};

use crate::build::cargo;

/// How often the memory of a process is looked at.
const POLL: Duration = Duration::from_millis(2);
/// What a package of the size holds, and a table.
const CHECKED_ROWS: u32 = 100_000;
const IMPORTED_BYTES: usize = 50_000_000;
const PARTNERS: [&str; 20] = [
    "IT", "DE", "ES", "NO", "SE", "FI", "DK", "PL", "CZ", "AT", "CH", "BE", "NL", "PT", "IE", "GR",
    "RO", "BG", "HU", "HR",
];

/// What a run may take.
struct Bound {
    time: Duration,
    mebibytes: u64,
}

pub(crate) fn volumes(root: &Path) -> Result<()> {
    step("compile for release", || {
        run(cargo(root).args(["build", "--quiet", "--locked", "--release", "--bin", "bilateral"]))
    })?;
    let folder = root.join("target/volumes");
    fs::create_dir_all(folder.join("package"))?;
    fs::write(folder.join("package/datapackage.json"), "{\"reporting\": \"FR\"}\n")?;
    fs::write(folder.join("package/figures.csv"), figures())?;
    fs::write(folder.join("table.csv"), table())?;
    let program = root.join("target/release/bilateral");
    let mut check = Command::new(&program);
    check.arg("check").arg(folder.join("package"));
    let within = Bound { time: Duration::from_secs(1), mebibytes: 500 };
    let checked = measured(&format!("check of {CHECKED_ROWS} rows"), &mut check, &within, &folder);
    let mut import = Command::new(&program);
    import.arg("import").arg(folder.join("table.csv")).arg("-o").arg(folder.join("imported"));
    import.args(["--reporting", "FR"]);
    let within = Bound { time: Duration::from_secs(10), mebibytes: 500 };
    let size = IMPORTED_BYTES / 1_000_000;
    let imported = measured(&format!("import of {size} MB"), &mut import, &within, &folder);
    checked.and(imported)
}

/// A month of a partner and flow in each row.
fn figures() -> String {
    let mut text = "partner,measure,value,unit,period,reporter,source\n".to_owned();
    for row in 0..CHECKED_ROWS {
        let (partner, flow, month) = place(row);
        let value = 1_000 + row * 7 % 9_973;
        let _ = writeln!(text, "{partner},{flow},{value},USD,{month},FR,An office");
    }
    text
}

/// A long table as a statistical office gives it, with remarks that make it long.
fn table() -> String {
    let mut text = "Country,Flow,Period,Value (USD),Code,Remark\n".to_owned();
    let remark = "as declared at the border and valued there with what was revised since then \
                  by the office's own conversion of the currencies of the declarations";
    for row in 0.. {
        let (partner, flow, month) = place(row);
        let value = 1_000_000 + u64::from(row) * 7919 % 999_983;
        let _ = writeln!(
            text,
            "{partner},{flow},{month},{value}.{:02},{row:07},{row} {remark} {remark}",
            row % 100
        );
        if text.len() >= IMPORTED_BYTES {
            break;
        }
    }
    text
}

fn place(row: u32) -> (&'static str, &'static str, String) {
    let partner = PARTNERS[row as usize % PARTNERS.len()];
    let rest = row / PARTNERS.len() as u32;
    let flow = ["exports", "imports"][rest as usize % 2];
    let month = rest / 2;
    (partner, flow, format!("{:04}-{:02}", 1700 + month / 12, month % 12 + 1))
}

/// Runs a program and tells its time and its most memory; beyond the bound it is an error.
fn measured(name: &str, command: &mut Command, bound: &Bound, folder: &Path) -> Result<()> {
    let start = Instant::now();
    let told = folder.join("told.txt");
    let mut child = command.stdout(Stdio::null()).stderr(fs::File::create(&told)?).spawn()?;
    let pid = child.id();
    let mut most = 0;
    let status = loop {
        most = most.max(memory(pid).unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(POLL);
    };
    let took = start.elapsed();
    println!("{name}: {}, {most} MiB at most", seconds(took));
    if !status.success() {
        let told = fs::read_to_string(&told)?;
        bail!("{name} failed: {}", told.lines().take(20).collect::<Vec<_>>().join("\n"));
    }
    ensure!(took <= bound.time, "{name} takes longer than {}", seconds(bound.time));
    ensure!(most <= bound.mebibytes, "{name} takes more than {} MiB", bound.mebibytes);
    Ok(())
}

/// The most memory that a process had so far, in MiB, where the system tells it.
fn memory(pid: u32) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let line = line.context("no such line")?;
    let number = line.split_whitespace().next().context("no number")?;
    Ok(number.parse::<u64>()?.div_ceil(1024))
}
