//! `import`: whatever table people have, as a package.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{cell, fs, io};

use clap::{Args, ValueEnum};

use super::files::named;
use super::output::separate;
use super::{Failure, print, save};
use crate::dataset::Day;
use crate::import::{
    self, Answers, DecimalMark, FIELDS, File, GrowthReading, Imported, MEASURES, Order, Saying,
    TwoDigits,
};

/// How many leftovers are listed unasked.
const LISTED: usize = 30;
/// How often the progress is shown.
const EVERY: Duration = Duration::from_millis(200);

#[derive(Args)]
pub(super) struct ImportOptions {
    /// CSV, TSV, XLSX, ODS or JSON files, or a package as a folder or zip.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder to write the package to; it is made where it is not there.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// What a column holds, by its header or letters: partner, period, value, exports, note, ignore, …
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = pair)]
    map: Vec<(String, String)>,
    /// The decimal mark of a column or of all: comma or point.
    #[arg(long, value_name = "[COLUMN=]MARK", value_parser = decimal)]
    decimal: Vec<(Option<String>, DecimalMark)>,
    /// Whether the day or the month stands first in dates such as 03/04/2020.
    #[arg(long)]
    date_order: Option<DateOrder>,
    /// Whether the number of dates such as Jan-20 is a year or a day.
    #[arg(long, value_name = "year|day", value_parser = two_digits)]
    two_digits: Option<TwoDigits>,
    /// What a growth counts: its change in percent, an index of which the period before is 100, or the
    /// ratio to it.
    #[arg(long, value_name = "[COLUMN=]READING", value_parser = growth)]
    growth: Vec<(Option<String>, GrowthReading)>,
    /// How a cell's text is to be read: a country's code, a date, a number; - leaves its row out.
    #[arg(long, value_name = "TEXT=VALUE", value_parser = pair)]
    read: Vec<(String, String)>,
    /// Reads only rows whose column has this text.
    #[arg(long, value_name = "COLUMN=TEXT", value_parser = pair)]
    only: Vec<(String, String)>,
    /// Reads only this sheet.
    #[arg(long = "sheet", value_name = "NAME")]
    sheets: Vec<String>,
    /// The country whose trade and events they are, such as KZ.
    #[arg(long, value_name = "CODE")]
    reporting: Option<String>,
    /// Whose statistics the values are, where no column says it.
    #[arg(long, value_name = "CODE")]
    reporter: Option<String>,
    /// The partner, where no column says it.
    #[arg(long, value_name = "CODE")]
    partner: Option<String>,
    /// What the values measure, where nothing says it: exports, imports, turnover, …
    #[arg(long)]
    measure: Option<String>,
    /// The unit of the values, such as USD; it goes before what headers say.
    #[arg(long)]
    unit: Option<String>,
    /// What kind the events are, where no column says it: visit, treaty, …
    #[arg(long)]
    kind: Option<String>,
    /// The period of the values, where nothing says it.
    #[arg(long)]
    period: Option<String>,
    /// The package's name: lowercase letters, digits and hyphens.
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    title: Option<String>,
    /// The language of the texts.
    #[arg(long)]
    lang: Option<String>,
    /// Who published the figures.
    #[arg(long)]
    publisher: Option<String>,
    /// Where they were published.
    #[arg(long)]
    url: Option<String>,
    /// Under which licence they were published, such as CC-BY-4.0.
    #[arg(long, value_name = "NAME")]
    license: Option<String>,
    /// Lists every cell that found no place.
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum DateOrder {
    Dmy,
    Mdy,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (left, right) = text.rsplit_once('=').ok_or("two texts with = between them")?;
    Ok((left.to_owned(), right.to_owned()))
}

/// An option's value as the builder takes it too.
fn taken(option: &str, text: &str) -> Result<Answers, String> {
    let mut answers = Answers::default();
    answers.take(option, text).map_err(|saying| saying.to_string())?;
    Ok(answers)
}

fn decimal(text: &str) -> Result<(Option<String>, DecimalMark), String> {
    taken("decimal", text)?.decimal.pop().ok_or_else(|| "comma or point".into())
}

fn growth(text: &str) -> Result<(Option<String>, GrowthReading), String> {
    taken("growth", text)?.growth.pop().ok_or_else(|| "change, index or ratio".into())
}

fn two_digits(text: &str) -> Result<TwoDigits, String> {
    taken("two-digits", text)?.two_digits.ok_or_else(|| "year or day".into())
}

pub(super) fn run(options: &ImportOptions) -> Result<(), Failure> {
    known_fields(&options.map)?;
    for file in &options.files {
        separate(&options.output, file)?;
    }
    let files = named(&options.files)?;
    let files: Vec<File> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let answers = answers(options)?;
    let imported = import::import(&files, &answers, &progress())
        .map_err(|refusal| Failure::Asked(refusal.to_string()))?;
    for inference in &imported.inferred {
        print(&format!("{inference}\n"))?;
    }
    list_leftovers(&imported, options.all)?;
    if !imported.questions.is_empty() {
        for (text, told) in &answers.readings {
            let value = [text, "=", told].concat();
            import::fits(&imported.questions, "read", &value)
                .map_err(|why| refused("read", &value, &why))?;
        }
        return Err(Failure::Asked(asked(&imported)));
    }
    let records = ["figures", "events", "projects", "sectors", "people"];
    if records.iter().all(|table| imported.table(table).is_none()) {
        return Err(Failure::Asked(without_rows(&imported)));
    }
    fs::create_dir_all(&options.output).map_err(|error| {
        Failure::Usage(format!("cannot make {}: {error}", options.output.display()))
    })?;
    let name = package_name(options);
    for (file, bytes) in import::write(&imported, &answers.today, &name) {
        let path = options.output.join(file);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| {
                Failure::Usage(format!("cannot make {}: {error}", folder.display()))
            })?;
        }
        save(&path, &bytes)?;
    }
    let counts = ["figures", "events"].map(|table| {
        format!("{} {table}", imported.table(table).map_or(0, |table| table.rows.len()))
    });
    let output = options.output.display();
    print(&format!("{output}: {}; next: bilateral check {output}\n", counts.join(", ")))
}

fn answers(options: &ImportOptions) -> Result<Answers, Failure> {
    let mut answers = Answers {
        columns: options.map.clone(),
        decimal: options.decimal.clone(),
        date_order: options.date_order.map(|order| match order {
            DateOrder::Dmy => Order::DayFirst,
            DateOrder::Mdy => Order::MonthFirst,
        }),
        two_digits: options.two_digits,
        growth: options.growth.clone(),
        only: options.only.clone(),
        sheets: options.sheets.clone(),
        today: today(),
        ..Answers::default()
    };
    for (text, told) in &options.read {
        let value = [text, "=", told].concat();
        answers.take("read", &value).map_err(|why| refused("read", &value, &why))?;
    }
    for (option, value) in [
        ("reporting", &options.reporting),
        ("reporter", &options.reporter),
        ("partner", &options.partner),
        ("measure", &options.measure),
        ("unit", &options.unit),
        ("kind", &options.kind),
        ("period", &options.period),
        ("title", &options.title),
        ("lang", &options.lang),
        ("publisher", &options.publisher),
        ("url", &options.url),
        ("license", &options.license),
    ] {
        if let Some(value) = value {
            answers.take(option, value).map_err(|why| refused(option, value, &why))?;
        }
    }
    Ok(answers)
}

fn refused(option: &str, value: &str, why: &Saying) -> Failure {
    Failure::Usage(format!("--{option} \"{value}\": {why}"))
}

fn known_fields(map: &[(String, String)]) -> Result<(), Failure> {
    let known: Vec<&str> = FIELDS.iter().chain(&MEASURES).copied().collect();
    if let Some((column, field)) = map.iter().find(|(_, field)| !known.contains(&field.as_str())) {
        let near = known.iter().max_by(|a, b| {
            strsim::jaro_winkler(a, field).total_cmp(&strsim::jaro_winkler(b, field))
        });
        let near = near.map_or("", |near| near);
        return Err(Failure::Usage(format!(
            "--map \"{column}={field}\": no field is called so; did you mean {near}? there are {}",
            known.join(", ")
        )));
    }
    Ok(())
}

fn list_leftovers(imported: &Imported, all: bool) -> Result<(), Failure> {
    let listed = if all { usize::MAX } else { LISTED };
    for leftover in imported.leftovers.iter().take(listed) {
        print(&format!("left: {leftover}\n"))?;
    }
    let more = imported.leftovers.len().saturating_sub(listed);
    if more > 0 {
        print(&format!("left: {more} more; --all lists them\n"))?;
    }
    Ok(())
}

/// Why there is no row: those that were read may all be left, each with its reason.
fn without_rows(imported: &Imported) -> String {
    let is_read = |field: &str| imported.columns.iter().any(|column| column.field == field);
    let is_known = is_read("title") || imported.columns.iter().any(|column| column.is_value);
    match is_known.then_some(imported.meta.reporting.as_str()).filter(|code| !code.is_empty()) {
        Some(code) => format!(
            "no row is of {code}, whose package it is: all are left, as said above; --reporting says whose \
             trade and events they are"
        ),
        None => "no row was found; say by --map what the columns hold".into(),
    }
}

fn asked(imported: &Imported) -> String {
    let mut text = String::new();
    for question in &imported.questions {
        text += &format!("{}: {}\n", question.place, question.what);
        for (at, answer) in question.answers.iter().enumerate() {
            text += if at == 0 { "  answer: " } else { "      or: " };
            text += answer;
            text.push('\n');
        }
    }
    let count = imported.questions.len();
    let plural = if count == 1 { "" } else { "s" };
    text + &format!("{count} question{plural}; nothing was written")
}

/// As given, else the first file's name.
fn package_name(options: &ImportOptions) -> String {
    let first = options.files[0].file_stem().unwrap_or_default().to_string_lossy();
    let name = import::slug(options.name.as_deref().unwrap_or(&first));
    if name.is_empty() { "package".into() } else { name }
}

/// Shows on a terminal how much is read.
fn progress() -> impl Fn(u64, u64) {
    let shown = cell::Cell::new(SystemTime::now());
    move |done, all| {
        let due = shown.get().elapsed().is_ok_and(|since| since > EVERY);
        if due && all > 0 && io::stderr().is_terminal() {
            shown.set(SystemTime::now());
            // A terminal that is gone needs no progress.
            let _ = write!(io::stderr(), "\rreading: {} %", done * 100 / all);
        }
    }
}

/// `2026-11-28`, by the clock of this machine.
pub(super) fn today() -> String {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs() / 86_400;
    let (year, month, day) = Day(days as i32).civil();
    format!("{year:04}-{month:02}-{day:02}")
}
