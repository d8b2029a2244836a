//! `check`: all that is wrong with a package, for people or programs, once or again and again.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::data::tell_empty_views;
use super::watch::watch;
use super::{Failure, checked, print, report, tell};
use crate::dataset::Dataset;

#[derive(Args)]
pub(super) struct CheckOptions {
    /// The folder with datapackage.json and its CSV files.
    dir: PathBuf,
    /// How it is told; json and sarif go to standard output.
    #[arg(long, default_value = "text")]
    format: Format,
    /// Take warnings and notices for errors.
    #[arg(long)]
    strict: bool,
    /// Check again whenever a file of the folder changes, until the program is ended.
    #[arg(long)]
    watch: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
}

pub(super) fn run(options: &CheckOptions) -> Result<(), Failure> {
    if options.watch && options.dir.is_dir() {
        watch(&options.dir, || {
            // What cannot be printed has no reader; the next change may.
            let _ = once(options).map_err(|failure| failure.tell());
        });
    }
    once(options)
}

fn once(options: &CheckOptions) -> Result<(), Failure> {
    let (data, found) = match checked(&options.dir) {
        Ok((data, found)) => (Some(data), found),
        Err(Failure::Data(found)) => (None, found),
        Err(failure) => return Err(failure),
    };
    let data = data.filter(|_| !options.strict || found.is_empty());
    let told = match options.format {
        Format::Json => report::json(&found),
        Format::Sarif => report::sarif(&found),
        Format::Text => {
            let Some(data) = data else { return Err(Failure::Data(found)) };
            tell(&found);
            tell_empty_views(&data);
            return summary(&data);
        }
    };
    let text = serde_json::to_string_pretty(&told)
        .map_err(|error| Failure::Usage(format!("cannot print: {error}")))?;
    print(&(text + "\n"))?;
    if data.is_some() { Ok(()) } else { Err(Failure::Told) }
}

fn summary(data: &Dataset) -> Result<(), Failure> {
    let counts = [
        (data.figures.len(), "figures"),
        (data.events.len(), "events"),
        (data.projects.len(), "projects"),
        (data.sectors.len(), "sector mentions"),
        (data.people.len(), "people"),
        (data.conflicts.len(), "conflicts"),
        (data.sources.len(), "sources"),
        (data.partners.len(), "partners"),
    ];
    let counts: Vec<_> = counts.iter().map(|(count, noun)| format!("{count} {noun}")).collect();
    let named = format!("{} {}", data.meta.name, data.meta.version);
    print(&format!("{}: {}\n", named.trim_end(), counts.join(", ")))
}
