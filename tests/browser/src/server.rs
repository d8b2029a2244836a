//! A server on this machine under a strict policy, with a log of what was asked for.

use anyhow::{Result, anyhow};
use std::fs;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use tiny_http::{Header, Request, Response, Server};

/// All that a host page has to allow.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'";
/// As [`STRICT`], but WebAssembly may not run.
const WITHOUT_WASM: &str = "default-src 'none'; script-src 'self'; img-src 'self'";

pub struct Site {
    server: Arc<Server>,
    address: String,
    log: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Serves `tests/browser/pages/`, below `/pkg/` `pkg/`, and below `/bench/` `target/bench/`.
    pub fn start() -> Result<Site> {
        let server = Server::http((Ipv4Addr::LOCALHOST, 0)).map_err(|error| anyhow!(error))?;
        let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("no IP address"))?;
        let server = Arc::new(server);
        let log = Arc::new(Mutex::new(Vec::new()));
        let (listener, lines) = (Arc::clone(&server), Arc::clone(&log));
        thread::spawn(move || {
            for request in listener.incoming_requests() {
                // A browser asks for the site's icon on its own.
                if request.url() != "/favicon.ico" {
                    let line = request.url().to_owned();
                    lines.lock().expect("no writer panics").push(line);
                }
                // A browser that goes away in the middle is no reason to stop.
                let _ = answer(request);
            }
        });
        Ok(Site { server, address: format!("http://{address}"), log })
    }

    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }

    /// The paths asked for since the last call, sorted.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        let mut lines = std::mem::take(&mut *self.log.lock().expect("no writer panics"));
        lines.sort();
        lines
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn answer(request: Request) -> Result<()> {
    let url = request.url().to_owned();
    let path = url.split('?').next().unwrap_or_default().trim_start_matches('/');
    let policy = match path {
        // The rivals under the clock set styles of their own.
        _ if path.starts_with("bench/") => "",
        _ if url.contains("no-wasm") => WITHOUT_WASM,
        _ => STRICT,
    };
    let Some((body, kind)) = read(path) else {
        return Ok(request.respond(Response::empty(404))?);
    };
    let mut response = Response::from_data(body);
    let headers = [
        ("Content-Type", kind),
        ("Content-Security-Policy", policy),
        ("Cache-Control", "no-store"),
    ];
    for (name, value) in headers {
        response
            .add_header(Header::from_bytes(name, value).map_err(|()| anyhow!("{name} is bad"))?);
    }
    Ok(request.respond(response)?)
}

fn read(path: &str) -> Option<(Vec<u8>, &'static str)> {
    let plain = |name: &str| !name.is_empty() && !name.starts_with('.');
    if !path.split('/').all(plain) {
        return None;
    }
    let root = crate::root();
    let file: PathBuf = match path.strip_prefix("pkg/") {
        Some(rest) => root.join("pkg").join(rest),
        None if path.starts_with("bench/") => root.join("target").join(path),
        None => root.join("tests/browser/pages").join(path),
    };
    let kind = match file.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "css" => "text/css",
        _ => return None,
    };
    Some((fs::read(file).ok()?, kind))
}
