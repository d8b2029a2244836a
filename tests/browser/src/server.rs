//! A server on this machine under a strict policy, with a log of what was asked for.

use anyhow::{Result, anyhow};
use std::collections::HashMap;
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

/// A file that a suite makes itself.
pub struct Made {
    pub body: Vec<u8>,
    pub kind: &'static str,
    /// The content security policy; none where empty.
    pub policy: &'static str,
}

type Files = Arc<Mutex<HashMap<String, Made>>>;

pub struct Site {
    server: Arc<Server>,
    address: String,
    log: Arc<Mutex<Vec<String>>>,
    made: Files,
}

impl Site {
    /// Serves `tests/browser/pages/`, below `/pkg/` `pkg/`, and below `/bench/` `target/bench/`.
    pub fn start() -> Result<Site> {
        let server = Server::http((Ipv4Addr::LOCALHOST, 0)).map_err(|error| anyhow!(error))?;
        let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("no IP address"))?;
        let server = Arc::new(server);
        let log = Arc::new(Mutex::new(Vec::new()));
        let made = Files::default();
        let (listener, lines, files) = (Arc::clone(&server), Arc::clone(&log), Arc::clone(&made));
        thread::spawn(move || {
            for request in listener.incoming_requests() {
                // A browser asks for the site's icon on its own.
                if request.url() != "/favicon.ico" {
                    let line = request.url().to_owned();
                    lines.lock().expect("no writer panics").push(line);
                }
                // A browser that goes away in the middle is no reason to stop.
                let _ = answer(request, &files);
            }
        });
        Ok(Site { server, address: format!("http://{address}"), log, made })
    }

    /// Serves a file of the suite's own at `path`, which no query is part of.
    pub fn put(&self, path: &str, made: Made) {
        self.made.lock().expect("no writer panics").insert(path.to_owned(), made);
    }

    /// Serves none of the suite's own files below `folder` any more.
    pub fn forget(&self, folder: &str) {
        self.made.lock().expect("no writer panics").retain(|path, _| !path.starts_with(folder));
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

fn answer(request: Request, made: &Files) -> Result<()> {
    let url = request.url().to_owned();
    let path = url.split('?').next().unwrap_or_default().trim_start_matches('/');
    if let Some(Made { body, kind, policy }) = made.lock().expect("no writer panics").get(path) {
        return send(request, body.clone(), kind, policy);
    }
    let policy = match path {
        // The rivals under the clock set styles of their own; the page form has a policy inside.
        _ if path.starts_with("bench/") || path.starts_with("pkg/") => "",
        _ if url.contains("no-wasm") => WITHOUT_WASM,
        _ => STRICT,
    };
    let Some((body, kind)) = read(path) else {
        return Ok(request.respond(Response::empty(404))?);
    };
    match compressed(&request, path) {
        Some(body) => respond(request, body, &[("Content-Encoding", "br"), ("Content-Type", kind)]),
        None => send(request, body, kind, policy),
    }
}

/// What the bench has compressed beside a file, for whoever takes it.
fn compressed(request: &Request, path: &str) -> Option<Vec<u8>> {
    let mut headers = request.headers().iter();
    let accepted = headers.find(|header| header.field.equiv("Accept-Encoding"))?;
    let takes = accepted.value.as_str().split(',').any(|word| word.trim() == "br");
    let rest = path.strip_prefix("bench/").filter(|_| takes)?;
    fs::read(crate::root().join("target/bench").join(format!("{rest}.br"))).ok()
}

fn send(request: Request, body: Vec<u8>, kind: &str, policy: &str) -> Result<()> {
    let policy = Some(("Content-Security-Policy", policy)).filter(|(_, policy)| !policy.is_empty());
    let headers: Vec<_> = [("Content-Type", kind)].into_iter().chain(policy).collect();
    respond(request, body, &headers)
}

fn respond(request: Request, body: Vec<u8>, headers: &[(&str, &str)]) -> Result<()> {
    let mut response = Response::from_data(body);
    for (name, value) in headers.iter().copied().chain([("Cache-Control", "no-store")]) {
        response
            .add_header(Header::from_bytes(name, value).map_err(|()| anyhow!("{name} is bad"))?);
    }
    Ok(request.respond(response)?)
}

pub(crate) fn read(path: &str) -> Option<(Vec<u8>, &'static str)> {
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
        "mjs" => "text/javascript; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "words" => "application/octet-stream",
        _ => return None,
    };
    Some((fs::read(file).ok()?, kind))
}
