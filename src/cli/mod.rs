//! The subcommands of the command line.
//!
//! Results go to standard output or the named file, diagnostics to standard error. The exit status
//! is 0, 1 for bad data, 2 for bad usage.

mod check;
mod data;
mod files;
mod import;
mod new;
mod output;
mod pack;
mod render;
mod report;
mod watch;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use clap::{Parser, Subcommand, ValueEnum};

use crate::dataset::{Dataset, Diagnostic, Dialect, Language, check_dir};
use crate::locale::{self, LanguageSource, Locale, Used};

/// Checks, compiles, exports and draws datasets of bilateral trade and dated events.
#[derive(Parser)]
#[command(name = "bilateral", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a package to begin with.
    New {
        /// The folder to make.
        dir: PathBuf,
    },
    /// Read a table or a package that people have, and write a data package.
    Import(Box<import::ImportOptions>),
    /// Check a data package and list all that is wrong with it.
    Check(check::CheckOptions),
    /// Compile a data package into the bytes that the widget carries.
    Compile {
        /// The folder with datapackage.json and its CSV files.
        dir: PathBuf,
        /// The file to write.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Print a data package as one JSON document or one CSV table.
    Export {
        /// The folder with datapackage.json and its CSV files.
        dir: PathBuf,
        #[arg(long)]
        format: Format,
        /// The language of texts in CSV, English where it is left out and the package has it, else its
        /// first; JSON has all of them.
        #[arg(long)]
        lang: Option<String>,
        /// What parts the cells of CSV.
        #[arg(long, default_value = "comma")]
        separator: Separator,
        /// Begin CSV with a byte-order mark, by which Excel knows UTF-8.
        #[arg(long)]
        bom: bool,
    },
    /// Draw one view as a picture.
    Render(Box<render::RenderOptions>),
    /// Pack a data package into a widget of its own, with its static figures and oEmbed files.
    Pack(pack::PackOptions),
}

#[derive(Clone, Copy, ValueEnum)]
enum Separator {
    Comma,
    Semicolon,
    Tab,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Csv,
}

/// Why a command did not do what it was asked.
enum Failure {
    /// The data is wrong.
    Data(Vec<Diagnostic>),
    /// The data is wrong, and it was said.
    Told,
    /// What was given cannot be read without an answer.
    Asked(String),
    /// The request is wrong: an argument, a file that cannot be read or written.
    Usage(String),
}

/// Runs the command that the process's arguments name.
pub fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::New { dir } => new::run(&dir),
        Command::Import(options) => import::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Compile { dir, output } => data::compile(&dir, &output),
        Command::Export { dir, format, lang, separator, bom } => {
            let separator = match separator {
                Separator::Comma => ',',
                Separator::Semicolon => ';',
                Separator::Tab => '\t',
            };
            data::export(&dir, format, lang.as_deref(), Dialect { separator, mark: bom })
        }
        Command::Render(options) => render::render(&options),
        Command::Pack(options) => pack::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

impl Failure {
    /// Says it on standard error; its exit status.
    fn tell(&self) -> ExitCode {
        match self {
            Failure::Data(found) => {
                tell(found);
                eprintln!("{}", report::sum(found));
                ExitCode::from(1)
            }
            Failure::Told => ExitCode::from(1),
            Failure::Asked(message) => {
                eprintln!("{message}");
                ExitCode::from(1)
            }
            Failure::Usage(message) => {
                eprintln!("error: {message}");
                ExitCode::from(2)
            }
        }
    }
}

/// The dataset of a folder, each partner with a name and its phrases in the dataset's languages, and the
/// languages that there are words in; its warnings and notices go to standard error.
fn load(dir: &Path) -> Result<(Dataset, Vec<Locale>), Failure> {
    let (mut data, words) = load_all(dir)?;
    let locales = locales(&words);
    for language in locale::languages_of(&data) {
        if let Some(locale) = locales.iter().find(|locale| locale.language == language) {
            locale::complete(&mut data, locale);
        }
    }
    Ok((data, locales))
}

/// The languages that the program carries or a package brings words of, the package's first.
fn locales(words: &[LanguageSource]) -> Vec<Locale> {
    let own = words.iter().filter_map(|source| {
        let language = Language::from_tag(&source.code)?;
        Locale::read(language, &locale::compile(&source.rows, &Used::All))
    });
    let mut locales: Vec<Locale> = own.collect();
    for code in locale::carried() {
        let known = Language::from_tag(code).and_then(Locale::find);
        if let Some(locale) =
            known.filter(|one| locales.iter().all(|own| own.language != one.language))
        {
            locales.push(*locale);
        }
    }
    locales
}

/// The language of a tag, which is one of those, or of the dataset's texts.
fn language(tag: &str, locales: &[Locale], data: &Dataset) -> Result<Language, Failure> {
    let codes = || locales.iter().map(|one| one.language.code()).collect::<Vec<_>>().join(", ");
    let known = |language: &Language| {
        locales.iter().any(|one| one.language == *language)
            || data.meta.languages.contains(language)
    };
    Language::from_tag(tag).filter(known).ok_or_else(|| {
        let hint = "or add words/<language>.csv to the package";
        Failure::Usage(format!("unknown language \"{tag}\"; use {}, {hint}", codes()))
    })
}

/// The dataset of a folder as it is, and the words that it brings.
fn load_all(dir: &Path) -> Result<(Dataset, Vec<LanguageSource>), Failure> {
    let (data, words, found) = read(dir)?;
    tell(&found);
    Ok((data, words))
}

/// The dataset of a folder, with its warnings and notices.
fn checked(dir: &Path) -> Result<(Dataset, Vec<Diagnostic>), Failure> {
    let (data, _, found) = read(dir)?;
    Ok((data, found))
}

fn read(dir: &Path) -> Result<(Dataset, Vec<LanguageSource>, Vec<Diagnostic>), Failure> {
    if !dir.is_dir() {
        return Err(Failure::Usage(format!("no folder {}", dir.display())));
    }
    let (data, mut found) = match check_dir(dir) {
        Ok(checked) => checked,
        Err(found) => (Dataset::default(), found),
    };
    let words = locale::languages(dir, locale::sources, &mut found);
    let is_good = !found.iter().any(Diagnostic::is_error);
    if is_good {
        found.extend(locale::without_words(&data, dir, &words));
    }
    if is_good { Ok((data, words, found)) } else { Err(Failure::Data(found)) }
}

fn tell(found: &[Diagnostic]) {
    eprint!("{}", report::text(found));
}

/// Writes a whole file or none: under another name first, which then takes the place of the old.
fn save(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let partial = file.with_file_name(format!(".{name}.{}.partial", std::process::id()));
    fs::write(&partial, bytes).and_then(|()| fs::rename(&partial, file)).map_err(|error| {
        // What could not be written may not be there.
        let _ = fs::remove_file(&partial);
        Failure::Usage(format!("cannot write {}: {error}", file.display()))
    })
}

/// Prints; a reader that has seen enough, such as `head`, is no failure.
fn print(text: &str) -> Result<(), Failure> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Usage(format!("cannot print: {error}")))
        }
        _ => Ok(()),
    }
}
