//! The native compiler on a large package.

use super::samples::Samples;
use super::subject::BILATERAL;
use anyhow::{Context, Result, ensure};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const ROWS: usize = 100_000;
const PARTNERS: [&str; 10] = ["IT", "DE", "ES", "NO", "SE", "FI", "DK", "PL", "CZ", "AT"];

/// `bilateral compile` of [`ROWS`] rows, in seconds.
pub(super) fn measure(bilateral: &Path, samples: &mut Samples) -> Result<()> {
    let folder = super::folder().join("rows");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("datapackage.json"), "{\"reporting\": \"FR\"}\n")?;
    fs::write(folder.join("figures.csv"), figures())?;
    for _ in 0..5 {
        let start = Instant::now();
        let status = Command::new(bilateral)
            .arg("compile")
            .arg(&folder)
            .arg("-o")
            .arg(super::folder().join("rows.bin"))
            .stdout(Stdio::null())
            .status()
            .with_context(|| format!("cannot start {}", bilateral.display()))?;
        ensure!(status.success(), "the rows were to compile");
        samples.add(BILATERAL, "compile", start.elapsed().as_secs_f64());
    }
    Ok(())
}

/// A month of a partner in each row.
fn figures() -> String {
    let mut text = "partner,measure,value,unit,period,reporter,source\n".to_owned();
    for row in 0..ROWS {
        let (partner, month) = (PARTNERS[row % PARTNERS.len()], row / PARTNERS.len());
        let (year, month) = (1200 + month / 12, month % 12 + 1);
        let value = 1_000 + row * 7 % 9_973;
        let _ = writeln!(text, "{partner},exports,{value},USD,{year}-{month:02},FR,An office");
    }
    text
}
