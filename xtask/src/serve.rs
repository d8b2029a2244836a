//! `serve`: the demo page and `pkg/` on this machine only, under a strict policy.
//!
//! Nothing but files below `www/` and `pkg/` is handed out.

use crate::build;
use anyhow::{Context, Result, anyhow};
use lexopt::prelude::*;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server};
use xtask::step::step;

/// What the demo needs; a host page needs no more than the two of `script-src`.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; frame-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// What the pages of one file carry inside must run, also when the demo frames them; their own,
/// stricter policies name their scripts by hash.
const FRAMED: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; \
    style-src 'unsafe-inline'; img-src blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

#[derive(Default)]
pub(crate) struct Options {
    /// 0 takes a free one.
    port: u16,
}

impl Options {
    pub(crate) fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("port") => options.port = arguments.value()?.parse()?,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Builds `pkg/` if it is stale, then serves until it is stopped.
pub(crate) fn serve(root: &Path, options: &Options) -> Result<()> {
    step("see that pkg/ is current", || build::build(root, &build::Options::default()))?;
    let server =
        Server::http((Ipv4Addr::LOCALHOST, options.port)).map_err(|error| anyhow!(error))?;
    let address =
        server.server_addr().to_ip().context("a server on 127.0.0.1 has an IP address")?;
    println!("serving on http://{address}/www/  (Ctrl-C ends it)");
    for request in server.incoming_requests() {
        let line = format!("{} {}", request.method(), request.url());
        let answer = answer(root, &request);
        println!("{} {line}", answer.status);
        // A browser that goes away in the middle is no reason to stop.
        if let Err(error) = respond(request, answer) {
            println!("    {error}");
        }
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: u16,
    kind: &'static str,
    policy: &'static str,
    location: Option<&'static str>,
    body: Vec<u8>,
}

impl Answer {
    fn text(status: u16, body: &str) -> Self {
        let kind = "text/plain; charset=utf-8";
        Self { status, kind, policy: POLICY, location: None, body: body.into() }
    }
}

fn answer(root: &Path, request: &Request) -> Answer {
    match request.method() {
        Method::Get | Method::Head => page(root, request.url()),
        _ => Answer::text(405, "only GET and HEAD"),
    }
}

fn page(root: &Path, url: &str) -> Answer {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if path == "/" || path == "/www" {
        return Answer { location: Some("/www/"), ..Answer::text(302, "the demo is at /www/") };
    }
    let Some(file) = file(root, path) else { return Answer::text(404, "not here") };
    let Some(kind) = kind(&file) else {
        return Answer::text(404, "not a kind of file for a browser");
    };
    match fs::read(&file) {
        Ok(body) => {
            let one_file =
                ["bilateral.html", "builder.html"].iter().any(|name| file.ends_with(name));
            let policy = if one_file { FRAMED } else { POLICY };
            Answer { status: 200, kind, policy, location: None, body }
        }
        Err(_) => Answer::text(404, "not here"),
    }
}

/// The file that a path names. Only plain names are taken: no `..`, no hidden file, no escape.
fn file(root: &Path, path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    let plain = |name: &str| {
        !name.starts_with('.')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    let (folder, rest) = path.split_once('/')?;
    if !matches!(folder, "www" | "pkg")
        || !rest.split('/').all(plain)
        || rest.contains("node_modules")
    {
        return None;
    }
    let rest = if rest.is_empty() { "index.html" } else { rest };
    let top = root.join(folder).canonicalize().ok()?;
    let file = top.join(rest).canonicalize().ok()?;
    (file.starts_with(top) && file.is_file()).then_some(file)
}

fn kind(file: &Path) -> Option<&'static str> {
    Some(match file.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ts" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

fn respond(request: Request, answer: Answer) -> Result<()> {
    let mut headers = vec![
        ("Content-Type", answer.kind),
        ("Content-Security-Policy", answer.policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-store"),
    ];
    headers.extend(answer.location.map(|location| ("Location", location)));
    let mut response = Response::from_data(answer.body).with_status_code(answer.status);
    for (name, value) in headers {
        let header =
            Header::from_bytes(name, value).map_err(|()| anyhow!("{name} is no header"))?;
        response.add_header(header);
    }
    Ok(request.respond(response)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str) -> PathBuf {
        let root =
            std::env::temp_dir().join(format!("bilateral-{}-site-{name}", std::process::id()));
        for (file, text) in [
            ("www/index.html", "demo"),
            ("www/.npmrc", "hidden"),
            ("www/node_modules/a.js", "tool"),
            ("pkg/bilateral.wasm", "wasm"),
            ("pkg/bilateral.html", "page"),
            ("secret.js", "secret"),
        ] {
            let path = root.join(file);
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        root.canonicalize().expect("there")
    }

    #[test]
    fn files_come_with_their_kind_and_policy() {
        let root = site("kinds");
        let demo = page(&root, "/www/?lang=az");
        assert_eq!(
            (demo.status, demo.kind, demo.policy),
            (200, "text/html; charset=utf-8", POLICY)
        );
        assert_eq!(demo.body, b"demo");
        assert_eq!(page(&root, "/pkg/bilateral.wasm").kind, "application/wasm");
        assert_eq!(page(&root, "/pkg/bilateral.html?view=trade").policy, FRAMED);
        assert_eq!(page(&root, "/").location, Some("/www/"));
        fs::remove_dir_all(root).expect("removed");
    }

    #[test]
    fn nothing_else_is_handed_out() {
        let root = site("else");
        for url in [
            "/secret.js",
            "/www/../secret.js",
            "/www/%2e%2e/secret.js",
            "/www/..%2fsecret.js",
            "/www/..\\secret.js",
            "/www//secret.js",
            "//secret.js",
            "/www/.npmrc",
            "/www/node_modules/a.js",
            "/pkg/none.js",
            "secret.js",
            "",
        ] {
            assert_eq!(page(&root, url).status, 404, "{url}");
        }
        fs::remove_dir_all(root).expect("removed");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let root = site("link");
        std::os::unix::fs::symlink(root.join("secret.js"), root.join("pkg/link.js"))
            .expect("linked");
        assert_eq!(page(&root, "/pkg/link.js").status, 404);
        fs::remove_dir_all(root).expect("removed");
    }
}
