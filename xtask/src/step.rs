//! Steps that say what they do and how long they took, and child processes that never go silent.

use anyhow::{Context, Result, anyhow, bail};
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const POLL: Duration = Duration::from_millis(20);
/// How often a long process is reported to be alive.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// Runs `work`, telling its name before and its time after.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {name}");
    let start = Instant::now();
    let result = work();
    let ending = if result.is_ok() { "done" } else { "failed" };
    println!("    {ending} in {}", seconds(start.elapsed()));
    result
}

/// `0.3 s`, `72 s`.
#[must_use]
pub fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 10.0 { format!("{seconds:.1} s") } else { format!("{seconds:.0} s") }
}

/// Runs a command with its output shown; an exit status other than 0 is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = wait(command, None)?;
    check(command, status)
}

/// Like [`run`], for a program that tells its own steps; its last `error: …` becomes the error.
pub fn hand_over(command: &mut Command) -> Result<()> {
    command.stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("cannot start {}", shown(command)))?;
    let pipe = child.stderr.take().context("standard error was to be a pipe")?;
    let mut told = None;
    for line in BufReader::new(pipe).lines() {
        let line = line?;
        eprintln!("{line}");
        told = line.strip_prefix("error: ").map(str::to_owned).or(told);
    }
    let status = child.wait()?;
    check(command, status).map_err(|error| told.map_or(error, |told| anyhow!(told)))
}

/// Like [`run`], but ends the process after `limit`.
pub fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    let status = wait(command, Some(limit))?;
    check(command, status)
}

/// Runs a command and returns its standard output; its standard error is shown.
pub fn output(command: &mut Command) -> Result<String> {
    command.stdout(Stdio::piped()).stdin(Stdio::null());
    let mut child = command.spawn().with_context(|| format!("cannot start {}", shown(command)))?;
    let mut pipe = child.stdout.take().context("standard output was to be a pipe")?;
    let reader = thread::spawn(move || {
        let mut text = String::new();
        pipe.read_to_string(&mut text).map(|_| text)
    });
    let start = Instant::now();
    let mut told = Duration::ZERO;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        told = heartbeat(command, start, told);
        thread::sleep(POLL);
    };
    let text = reader.join().map_err(|_| anyhow::anyhow!("reading a pipe panicked"))??;
    check(command, status)?;
    Ok(text)
}

fn wait(command: &mut Command, limit: Option<Duration>) -> Result<ExitStatus> {
    command.stdin(Stdio::null());
    let mut child = command.spawn().with_context(|| format!("cannot start {}", shown(command)))?;
    let start = Instant::now();
    let mut told = Duration::ZERO;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if limit.is_some_and(|limit| start.elapsed() > limit) {
            child.kill()?;
            child.wait()?;
            bail!("{} gave no end within {}", shown(command), seconds(start.elapsed()));
        }
        told = heartbeat(command, start, told);
        thread::sleep(POLL);
    }
}

fn heartbeat(command: &Command, start: Instant, told: Duration) -> Duration {
    if start.elapsed() < told + HEARTBEAT {
        return told;
    }
    let program = command.get_program().to_string_lossy();
    println!("    … {program} is at work, {}", seconds(start.elapsed()));
    start.elapsed()
}

fn check(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// The command as a person would type it.
#[must_use]
pub fn shown(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_hangs_is_ended() {
        let start = Instant::now();
        let error = run_within(Command::new("sleep").arg("60"), Duration::from_millis(100))
            .expect_err("sleep 60 cannot end by itself in a tenth of a second");
        assert!(start.elapsed() < Duration::from_secs(30));
        assert!(error.to_string().starts_with("sleep 60 gave no end within"), "{error}");
    }

    #[test]
    fn a_failing_process_is_named_with_its_arguments() {
        let error = run(Command::new("false").arg("-x")).expect_err("false fails");
        assert!(error.to_string().starts_with("false -x ended with"), "{error}");
    }

    #[test]
    fn the_error_of_a_program_that_was_handed_over_to_is_its_own() {
        let script =
            "echo 'error: first' >&2; echo 'error: the number is 7' >&2; echo x >&2; exit 1";
        let error = hand_over(Command::new("sh").args(["-c", script])).expect_err("exit 1");
        assert_eq!(error.to_string(), "the number is 7");
        assert!(hand_over(Command::new("sh").args(["-c", "echo 'error: no' >&2"])).is_ok());
    }

    #[test]
    fn output_is_what_the_process_printed() {
        assert_eq!(output(Command::new("echo").arg("a b")).expect("echo runs"), "a b\n");
    }
}
