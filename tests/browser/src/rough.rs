//! A server that delivers as broken networks and hosts do: late, cut, under other names, in another
//! order.

use crate::server::read;
use anyhow::Result;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

/// In how many pieces a held file comes, and how long each lets the next one wait.
const DRIPS: usize = 8;
const DRIP: Duration = Duration::from_millis(4);

/// How a file is delivered.
#[derive(Clone)]
pub struct Delivery {
    pub status: u16,
    pub kind: &'static str,
    pub body: Vec<u8>,
    /// What `Content-Length` promises above what comes.
    pub lacks: usize,
    /// Whether it comes in drips, the second half once it is released.
    pub held: bool,
}

impl Delivery {
    #[must_use]
    pub fn whole(kind: &'static str, body: Vec<u8>) -> Delivery {
        Delivery { status: 200, kind, body, lacks: 0, held: false }
    }
}

#[derive(Default)]
struct Shared {
    files: HashMap<String, Delivery>,
    /// The paths whose second half waits.
    waiting: HashSet<String>,
    released: HashSet<String>,
    log: Vec<String>,
}

#[derive(Default)]
struct State {
    shared: Mutex<Shared>,
    changed: Condvar,
}

impl State {
    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().expect("no writer panics")
    }

    fn release(&self, path: &str) {
        self.lock().released.insert(path.to_owned());
        self.changed.notify_all();
    }
}

/// The server; below `d/NAME/` it serves `pkg/` to each name of a case, else `tests/browser/pages/`. A
/// page may ask for `waits/PATH` and `release/PATH` itself.
pub struct Rough {
    address: String,
    state: Arc<State>,
}

impl Rough {
    pub fn start() -> Result<Rough> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = format!("http://{}", listener.local_addr()?);
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                // A browser that goes away in the middle is no reason to stop.
                thread::spawn(move || answer(stream, &state).ok());
            }
        });
        Ok(Rough { address, state })
    }

    /// Delivers so at `path`, which no query is part of.
    pub fn put(&self, path: &str, delivery: Delivery) {
        self.state.lock().files.insert(path.to_owned(), delivery);
    }

    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }

    /// The files that wait for their release.
    #[must_use]
    pub fn waiting(&self) -> Vec<String> {
        self.state.lock().waiting.iter().cloned().collect()
    }

    /// Lets the second half of a file come.
    pub fn release(&self, path: &str) {
        self.state.release(path);
    }

    /// How often a path was asked for.
    #[must_use]
    pub fn asked(&self, path: &str) -> usize {
        self.state.lock().log.iter().filter(|line| *line == path).count()
    }
}

fn answer(stream: TcpStream, state: &State) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default().trim_start_matches('/');
    if let Some(path) = path.strip_prefix("release/") {
        state.release(path);
        return deliver(stream, path, Delivery::whole("text/plain", Vec::new()), state);
    }
    if let Some(path) = path.strip_prefix("waits/") {
        let word = state.lock().waiting.contains(path).to_string().into_bytes();
        return deliver(stream, path, Delivery::whole("text/plain", word), state);
    }
    state.lock().log.push(path.to_owned());
    let made = state.lock().files.get(path).cloned();
    deliver(stream, path, made.unwrap_or_else(|| plain(path)), state)
}

/// What is served where nothing is put.
fn plain(path: &str) -> Delivery {
    let case = path.strip_prefix("d/").and_then(|rest| rest.split_once('/'));
    let file = case.map_or_else(|| path.to_owned(), |(_, rest)| format!("pkg/{rest}"));
    match read(&file) {
        Some((body, kind)) => Delivery::whole(kind, body),
        None => Delivery { status: 404, ..Delivery::whole("text/plain", b"none".to_vec()) },
    }
}

fn deliver(mut stream: TcpStream, path: &str, delivery: Delivery, state: &State) -> Result<()> {
    let Delivery { status, kind, body, lacks, held } = delivery;
    write!(
        stream,
        "HTTP/1.1 {status} Said\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len() + lacks
    )?;
    if !held {
        return Ok(stream.write_all(&body)?);
    }
    let (first, second) = body.split_at(body.len() / 2);
    drip(&mut stream, first)?;
    let mut shared = state.lock();
    shared.waiting.insert(path.to_owned());
    let waits = |shared: &mut Shared| !shared.released.contains(path);
    let mut shared = state.changed.wait_while(shared, waits).expect("no writer panics");
    shared.waiting.remove(path);
    drop(shared);
    drip(&mut stream, second)
}

fn drip(stream: &mut TcpStream, bytes: &[u8]) -> Result<()> {
    for piece in bytes.chunks(bytes.len().div_ceil(DRIPS).max(1)) {
        stream.write_all(piece)?;
        stream.flush()?;
        thread::sleep(DRIP);
    }
    Ok(())
}

/// A file of `pkg/`.
pub fn pkg(name: &str) -> Result<Vec<u8>> {
    Ok(fs::read(crate::root().join("pkg").join(name))?)
}
