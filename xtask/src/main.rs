//! Builds, serves and tests Bilateral; `cargo xtask help` lists the steps.

mod aside;
mod browsers;
mod build;
mod deny;
mod fuzz;
mod hosts;
mod mutants;
mod nginx;
mod packages;
mod serve;
mod test;
mod volumes;

use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::process::ExitCode;
use std::time::Instant;
use xtask::step;

const HELP: &str = "\
cargo xtask STEP

  serve [--port N]                 build what is missing, serve the demo on 127.0.0.1
  build [--force] [--way WAY]      write pkg/; does nothing if it is current
                                   WAY: how wasm is compiled, `installed`, `rustup` or `debian`;
                                   by default as pkg/build.json says, else the first that works
  test [--engines LIST] [--only LIST] [--whole]
                                   run everything; engines of chromium,firefox,webkit (default
                                   all), steps by the names in its table; a long browser suite
                                   runs in one engine, drawn by the sources, or in each: --whole
  fuzz [TARGET] [--seconds N]      run libFuzzer on what strangers may hand over, N seconds each
  mutants [--sample N] [--seed N]  change N lines at random, one at a time (default 100), and name
                                   those that no quick test notices
  deny                             licences, sources and known faults of the crates
  soak [--engines LIST] [--count N] [--seed N]
                                   mount, load and press N times (default 10000) in each engine
  size                             what the widget weighs: by part, room, script, language and table,
                                   against the run before; a treemap in target/size/
  volumes                          check 100,000 rows and import 50 MB, within 1 s, 10 s and 500 MiB
  bench [--loads N]                time the widget against its rivals, in ratios, by N fresh loads of
                                   each page (default 15; 1 to try it, and from 5 on the tables go
                                   into docs/performance.md); all of it in target/bench/
  cldr                             make the locale tables again from CLDR
  help                             this text
";

fn main() -> ExitCode {
    let start = Instant::now();
    match dispatch() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            eprintln!("gave up after {}", step::seconds(start.elapsed()));
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<ExitCode> {
    let root = xtask::root();
    let mut arguments = lexopt::Parser::from_env();
    let Some(first) = arguments.next()? else {
        print!("{HELP}");
        return Ok(ExitCode::from(2));
    };
    let name = match first {
        Value(name) => name.string()?,
        Short('h') | Long("help") => "help".to_owned(),
        other => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "build" => build::build(&root, &build::Options::parse(&mut arguments)?)?,
        "serve" => serve::serve(&root, &serve::Options::parse(&mut arguments)?)?,
        "test" => return test::test(&root, &test::Options::parse(&mut arguments)?),
        "fuzz" => fuzz::fuzz(&root, &fuzz::Options::parse(&mut arguments)?)?,
        "mutants" => mutants::mutants(&root, &mutants::Options::parse(&mut arguments)?)?,
        "deny" => {
            if let test::Ending::Skipped(why) = deny::deny(&root)? {
                println!("SKIPPED: {why}");
            }
        }
        "soak" => browsers::soak(&root, &browsers::Soak::parse(&mut arguments)?)?,
        "size" => build::size(&root)?,
        "volumes" => volumes::volumes(&root)?,
        "bench" => build::bench(&root, &mut arguments)?,
        "cldr" => build::cldr(&root)?,
        "help" => print!("{HELP}"),
        other => bail!("no step is called `{other}`; `cargo xtask help` lists them"),
    }
    Ok(ExitCode::SUCCESS)
}
