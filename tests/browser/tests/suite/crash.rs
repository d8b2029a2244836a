//! A browser that crashes in the middle of a run is told from a suite that fails.

use crate::Bench;
use anyhow::{Result, ensure};
use browser::driver::Browser;

pub(crate) async fn a_browser_that_is_gone_is_known(bench: &Bench) -> Result<()> {
    let mut other = Browser::open(bench.browser.engine.clone()).await?;
    other.client.goto(&bench.site.url("empty.html")).await?;
    ensure!(other.client.execute("throw new Error('no');", Vec::new()).await.is_err(), "it fails");
    ensure!(!other.is_gone().await, "a script that fails is no crash");
    other.crash();
    ensure!(other.is_gone().await, "what was ended answers");
    ensure!(!bench.browser.is_gone().await, "another browser is gone with it");
    Ok(())
}
