//! Debian's nginx with the shipped configuration: kinds, caching, other origins, streaming.

use crate::browsers::{self, Engine, PACKAGE};
use crate::build::cargo;
use crate::test::{Ending, passed};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use xtask::step::{output, run};
use xtask::{record, tools};

const PROGRAM: &str = "/usr/sbin/nginx";
const PATIENCE: Duration = Duration::from_secs(10);

/// A page elsewhere that takes a form of the chart from nginx, as another origin, and tells how it
/// came.
const PAGE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A form</title>
<bilateral-chart view=\"trade\"></bilateral-chart>
<script>
window.told = [];
const streaming = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = (...all) => {
  told.push('streams');
  return streaming.apply(WebAssembly, all);
};
console.warn = (...words) => told.push(words.join(' '));
const module = () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'));
for (const type of ['ready', 'error']) {
  addEventListener(`bilateral-${type}`, () => told.push(module() ? 'fetched' : 'carried', type));
}
</script>
";

/// What a page tells that fetched a module of its own.
const FETCHED: &str = r#"["streams","fetched","ready"]"#;
/// What one tells that had it inside a script.
const CARRIED: &str = r#"["streams","carried","ready"]"#;

/// The forms of the chart, what each tells, and what it does under its changing name.
const FORMS: [(&str, &str, [&str; 2]); 3] = [
    (
        "slim.mjs",
        "<script type=\"module\">const { define } = await import('{slim.mjs}'); define('{bilateral.wasm}');</script>",
        [FETCHED; 2],
    ),
    ("index.mjs", "<script type=\"module\" src=\"{index.mjs}\"></script>", [CARRIED, FETCHED]),
    (
        "bilateral.js",
        "<script async src=\"{bilateral.js}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>",
        [CARRIED; 2],
    ),
];

pub(crate) fn test(root: &Path) -> Result<Ending> {
    if let Err(error) = tools::debian(&[("nginx-light", PROGRAM)]) {
        return Ok(Ending::Skipped(format!("nginx did not serve pkg/: {error:#}")));
    }
    let server = Server::start(root)?;
    headers(root, server.port)?;
    let (driver, browser) = browsers::install(root, Engine::Chromium)?;
    let record = record::read(root)?.context("no pkg/build.json")?;
    for changing in [false, true] {
        for (form, markup, wanted) in FORMS {
            let page = page(&record, markup, server.port, changing)?;
            fs::write(server.folder.join("page.html"), page)?;
            let mut command = cargo(root);
            command.args(["run", "--quiet", "--locked", "--package", PACKAGE, "--", "told"]);
            command.arg(format!("http://127.0.0.1:{}/page.html", server.port));
            command.env("BILATERAL_DRIVER", &driver).env("BILATERAL_BROWSER", &browser);
            let told = output(&mut command)?;
            let name = if changing { "the changing name of " } else { "" };
            let wanted = wanted[usize::from(changing)];
            ensure!(told.trim() == wanted, "{name}{form} from nginx tells {told}");
        }
    }
    passed(Ok(()))
}

/// The page of a form, from the files as they are named or by the names that change with their bytes.
fn page(record: &Value, markup: &str, port: u16, changing: bool) -> Result<String> {
    let files = record["files"].as_object().context("build.json lists files")?;
    let immutable = record["immutable"].as_object().context("build.json lists names")?;
    let mut page = [PAGE, markup].concat();
    for name in ["bilateral.js", "bilateral.wasm", "index.mjs", "slim.mjs"] {
        let (stem, ending) = name.split_once('.').context("names have endings")?;
        let is_other = |other: &&String| {
            let rest = other.strip_prefix("immutable/").and_then(|other| other.strip_prefix(stem));
            rest.is_some_and(|rest| rest.ends_with(ending))
        };
        let other = immutable.keys().find(is_other);
        let other = other.with_context(|| format!("no other name of {name}"))?;
        let path = if changing { other } else { name };
        // The page is of 127.0.0.1, the files of localhost: two origins.
        let address = format!("http://localhost:{port}/bilateral/{path}");
        page = page.replace(&format!("{{{name}}}"), &address);
    }
    let integrity = files["bilateral.js"]["integrity"].as_str().context("an integrity")?;
    Ok(page.replace("{integrity}", integrity))
}

/// Every kind of file has its type, its cache and its leave for other origins.
fn headers(root: &Path, port: u16) -> Result<()> {
    let record = record::read(root)?.context("no pkg/build.json")?;
    let files = record["files"].as_object().context("build.json lists files")?;
    let mut kinds = Vec::new();
    let immutable = record["immutable"].as_object().context("build.json lists names")?;
    for name in files.keys().chain(immutable.keys()) {
        let kind = match name.rsplit('.').next().unwrap_or_default() {
            "js" | "mjs" => "application/javascript; charset=utf-8",
            "wasm" => "application/wasm",
            "json" => "application/json",
            "html" => "text/html; charset=utf-8",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "gz" => "application/gzip",
            _ => continue,
        };
        let cache = if name.starts_with("immutable/") {
            "public, max-age=31536000, immutable"
        } else {
            "public, max-age=3600"
        };
        let answer = get(port, &format!("/bilateral/{name}"))?;
        for (header, wanted) in [
            ("content-type", kind),
            ("cache-control", cache),
            ("access-control-allow-origin", "*"),
            ("x-content-type-options", "nosniff"),
        ] {
            let found: Vec<&str> = answer
                .lines()
                .filter_map(|line| line.split_once(": "))
                .filter(|(name, _)| name.eq_ignore_ascii_case(header))
                .map(|(_, value)| value)
                .collect();
            ensure!(found == [wanted], "{name}: {header} is {found:?}, not {wanted}");
        }
        kinds.push(kind);
    }
    ensure!(kinds.contains(&"application/wasm"), "no module among {:?}", files.keys());
    Ok(())
}

/// The head of an answer.
fn get(port: u16, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    let request = format!("HEAD {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    ensure!(answer.starts_with("HTTP/1.1 200"), "{path} answers {answer}");
    Ok(answer)
}

/// nginx in the foreground, gone when dropped.
struct Server {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Server {
    fn start(root: &Path) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("bilateral-nginx-{}", std::process::id()));
        copy(&root.join("pkg"), &folder.join("bilateral"))?;
        // The server's workers have an account of their own.
        run(Command::new("chmod").args(["-R", "a+rX"]).arg(&folder))?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let shipped = fs::read_to_string(root.join("pkg/nginx.conf"))?;
        let here = folder.display();
        ensure!(shipped.contains("root /srv;"), "the shipped configuration names another folder");
        let shipped = shipped.replace("root /srv;", &format!("root {here};"));
        let shipped = shipped.replace("alias /srv/", &format!("alias {here}/"));
        let whole = format!(
            "daemon off;\npid {here}/pid;\nerror_log {here}/error.log;\nevents {{}}\n\
             http {{ access_log off; server {{ listen 127.0.0.1:{port};\n\
             location /page.html {{ root {here}; default_type text/html; }}\n{shipped}}} }}\n"
        );
        let configuration = folder.join("nginx.conf");
        fs::write(&configuration, whole)?;
        let mut command = Command::new(PROGRAM);
        command.arg("-e").arg(folder.join("error.log")).arg("-c").arg(&configuration);
        let process = command.stdin(Stdio::null()).spawn().context("cannot start nginx")?;
        let mut server = Self { process, folder, port };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if server.process.try_wait()?.is_some() || start.elapsed() > PATIENCE {
                let log = fs::read_to_string(server.folder.join("error.log")).unwrap_or_default();
                bail!("nginx does not listen: {log}");
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The master takes its workers along when it is asked; a hard end would leave them.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    run(Command::new("cp").args(["-r"]).arg(from.join(".")).arg(to))
}
