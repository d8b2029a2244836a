//! A WebDriver program and one session with its browser.

use crate::engine::{Engine, Kind, Lacks};
use anyhow::{Context, Result, bail};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a browser that is there may take to answer.
const ANSWER: Duration = Duration::from_secs(20);

/// One browser; it ends with [`Browser::close`], and at the latest when dropped.
pub struct Browser {
    pub client: Client,
    pub engine: Engine,
    process: Child,
    _profile: TempDir,
}

impl Browser {
    pub async fn open(engine: Engine) -> Result<Browser> {
        let profile = TempDir::with_prefix("bilateral-profile-")?;
        let (port, spare) = (free_port()?, free_port()?);
        let mut process = Command::new(&engine.driver)
            .args(engine.arguments(port, spare))
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", engine.driver.display()))?;
        if let Err(error) = listening(port).await {
            end(&mut process);
            return Err(error);
        }
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(profile.path()))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        let client = match client {
            Ok(client) => client,
            Err(error) => {
                end(&mut process);
                return Err(error).context("the driver gave no session");
            }
        };
        let browser = Browser { client, engine, process, _profile: profile };
        if browser.engine.kind == Kind::Chromium && browser.engine.lacks == Lacks::Script {
            let off = json!({ "value": true });
            browser.devtools("Emulation.setScriptExecutionDisabled", off).await?;
        }
        Ok(browser)
    }

    /// A command of Chromium's DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": method, "params": parameters });
        let command = Vendor { path: "goog/cdp/execute", body };
        Ok(self.client.issue_cmd(command).await?)
    }

    /// What Chromium has written to its console since the last call.
    pub async fn console(&self) -> Result<Vec<String>> {
        let command = Vendor { path: "se/log", body: json!({ "type": "browser" }) };
        let entries = self.client.issue_cmd(command).await?;
        let entries = entries.as_array().cloned().unwrap_or_default();
        Ok(entries.iter().map(|entry| format!("{} {}", entry["level"], entry["message"])).collect())
    }

    /// Goes to the window's own page, out of all frames.
    pub async fn leave_frames(&self) -> Result<()> {
        let command = Vendor { path: "frame", body: json!({ "id": null }) };
        self.client.issue_cmd(command).await?;
        Ok(())
    }

    /// Zooms the page as a reader does; Firefox only.
    pub async fn zoom(&self, factor: f64) -> Result<()> {
        let context = |name: &str| Vendor { path: "moz/context", body: json!({ "context": name }) };
        self.client.issue_cmd(context("chrome")).await?;
        let script = format!("gBrowser.selectedBrowser.fullZoom = {factor};");
        let zoomed = self.client.execute(&script, Vec::new()).await;
        self.client.issue_cmd(context("content")).await?;
        zoomed.context("Firefox did not zoom")?;
        Ok(())
    }

    /// Whether the browser answers nothing any more: it, its page's process or its driver has ended.
    pub async fn is_gone(&self) -> bool {
        let answers = async {
            self.leave_frames().await?;
            Ok::<_, anyhow::Error>(self.client.execute("return 7;", Vec::new()).await?)
        };
        let answer = tokio::time::timeout(ANSWER, answers).await;
        !matches!(answer, Ok(Ok(value)) if value == 7)
    }

    /// Ends the browser as a crash does.
    pub fn crash(&mut self) {
        end(&mut self.process);
    }

    pub async fn close(self) -> Result<()> {
        self.client.clone().close().await?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// Ends a driver and its browser, which would outlive it: they are one group of processes.
fn end(driver: &mut Child) {
    let group = format!("-{}", driver.id());
    // One that has already ended leaves nothing to do.
    let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
    let _ = driver.wait();
}

/// A command that only one vendor has.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

async fn listening(port: u16) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if start.elapsed() > PATIENCE {
            bail!("the driver does not listen on port {port} after {PATIENCE:?}");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}
