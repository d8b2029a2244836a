//! Somebody's tables, and what is said about them.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::history::{History, Past, Said};
use super::package;
use super::refusals;
use super::review::{self, Review};
use crate::dataset::Dataset;
use crate::import::{self, Answers, File, Grid, MAX_ROWS, Opened, Question, Saying};
use crate::locale::LanguageSource;

/// The most bytes of all files together; a package holds no more.
const MAX_BYTES: usize = 32 << 20;
const FIGURES: &str = include_str!("../../data/starter/figures.csv");
const EVENTS: &str = include_str!("../../data/starter/events.csv");
const PUBLISHER: &str = "A publisher to replace";
/// The most columns of a table that can be changed cell by cell.
const MAX_COLUMNS: usize = 1_000;

/// Tables that are being worked on.
#[derive(Default)]
pub struct Workshop {
    opened: Opened,
    history: History,
    /// What the user says of the tables: options of the command line and their values.
    said: Said,
    /// What the last review asked.
    questions: Vec<Question>,
    /// Today, `2026-11-28`.
    today: String,
    /// The package's name.
    name: String,
    /// The package, what was found, and the dataset where nothing is wrong with it.
    files: Vec<(String, Vec<u8>)>,
    data: Option<(Dataset, Vec<LanguageSource>)>,
}

impl Workshop {
    /// Opens files in place of what was open. `today` is as `2026-11-28`.
    ///
    /// # Errors
    ///
    /// Why a file cannot be read.
    pub fn open(&mut self, files: &[(String, Vec<u8>)], today: &str) -> Result<(), Saying> {
        let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        if bytes > MAX_BYTES {
            let large = Saying::of(refusals::LARGE).text("n", bytes.div_ceil(1 << 20));
            return Err(large.text("max", MAX_BYTES >> 20));
        }
        let answers = Answers { today: today.to_owned(), ..Answers::default() };
        let given: Vec<File> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
        let opened = import::open(&given, &answers)?;
        let Some(grid) = opened.grids.iter().find(|grid| grid.height() > MAX_ROWS + 60) else {
            *self = Workshop {
                name: package::name(files, &opened),
                opened,
                today: today.to_owned(),
                ..Workshop::default()
            };
            return Ok(());
        };
        let many = Saying::of(refusals::MANY_ROWS).text("name", &grid.name);
        Err(many.text("n", grid.height()).text("max", MAX_ROWS))
    }

    /// `[{name, rows, columns}, …]`
    pub fn sheets(&self) -> Value {
        let sheet = |grid: &Grid| {
            let columns = (0..grid.height()).map(|row| grid.width(row)).max().unwrap_or(0);
            json!({ "name": grid.name, "rows": grid.height(), "columns": columns })
        };
        self.opened.grids.iter().map(sheet).collect()
    }

    /// All rows of a table, each a list of texts.
    pub fn rows(&self, sheet: usize) -> Value {
        let Some(grid) = self.opened.grids.get(sheet) else { return json!([]) };
        let row = |row: usize| -> Value {
            (0..grid.width(row)).map(|column| json!(grid.whole(row, column))).collect()
        };
        (0..grid.height()).map(row).collect()
    }

    /// Writes texts into cells: `[[row, column, text], …]`, rows and columns from 0.
    ///
    /// # Errors
    ///
    /// Where they lie beyond the bounds of a table.
    pub fn edit(&mut self, sheet: usize, changes: &[(usize, usize, String)]) -> Result<(), Saying> {
        let Some(grid) = self.opened.grids.get(sheet) else { return Ok(()) };
        let within = |(row, column, _): &(usize, usize, String)| {
            *row < MAX_ROWS + 60 && *column < MAX_COLUMNS
        };
        if !changes.iter().all(within) {
            let bounds = Saying::of(refusals::BOUNDS).text("rows", MAX_ROWS);
            return Err(bounds.text("columns", MAX_COLUMNS));
        }
        let last = changes.iter().map(|(row, ..)| row + 1).max().unwrap_or(0);
        let height = grid.height();
        let order = (0..height.max(last)).map(|row| (row < height).then_some(row));
        let changed: HashMap<(usize, usize), String> =
            changes.iter().map(|(row, column, text)| ((*row, *column), text.clone())).collect();
        self.exchange(sheet, grid.rearranged(order, &changed));
        Ok(())
    }

    /// Puts `count` blank rows before a row.
    pub fn insert(&mut self, sheet: usize, at: usize, count: usize) {
        let Some(grid) = self.opened.grids.get(sheet) else { return };
        let height = grid.height();
        let count = count.min(MAX_ROWS.saturating_sub(height));
        let order = (0..at.min(height)).map(Some);
        let order = order.chain((0..count).map(|_| None)).chain((at.min(height)..height).map(Some));
        self.exchange(sheet, grid.rearranged(order, &HashMap::new()));
    }

    /// Takes `count` rows away, from a row on.
    pub fn remove(&mut self, sheet: usize, at: usize, count: usize) {
        let Some(grid) = self.opened.grids.get(sheet) else { return };
        let gone = at..at.saturating_add(count);
        let order = (0..grid.height()).filter(|row| !gone.contains(row)).map(Some);
        self.exchange(sheet, grid.rearranged(order, &HashMap::new()));
    }

    fn exchange(&mut self, sheet: usize, grid: Grid) {
        let was = std::mem::replace(&mut self.opened.grids[sheet], grid);
        self.history.add(Past::Table(sheet, was));
    }

    /// Takes the last change or answer back, or makes it again; answers which table it was in.
    pub fn step(&mut self, forward: bool) -> Option<usize> {
        self.history.step(&mut self.opened.grids, &mut self.said, forward)
    }

    /// Begins with an example, or with tables that have only their headers.
    ///
    /// # Errors
    ///
    /// None, as these can be read.
    pub fn begin(&mut self, example: bool, today: &str) -> Result<(), Saying> {
        let tables = [("figures.csv", FIGURES), ("events.csv", EVENTS)].map(|(name, text)| {
            let header = text.lines().next().unwrap_or_default();
            let text = if example { text.to_owned() } else { format!("{header}\n") };
            (name.to_owned(), text.into_bytes())
        });
        self.open(&tables, today)?;
        self.name = if example { "example" } else { "package" }.to_owned();
        if example {
            for (option, value) in
                [("reporting", "FR"), ("reporter", "FR"), ("publisher", PUBLISHER)]
            {
                self.said.push((option.to_owned(), value.to_owned()));
            }
        }
        Ok(())
    }

    /// Writes a copied table into cells, from a cell on.
    ///
    /// # Errors
    ///
    /// Where it is no table or has no room.
    pub fn paste(
        &mut self,
        sheet: usize,
        row: usize,
        column: usize,
        text: &str,
    ) -> Result<(), Saying> {
        // A lone text is one cell, whatever marks are in it.
        let cells = match text.contains(['\t', '\n']) {
            true => {
                let name = "pasted.tsv";
                // Without a tab it is a text file's table, with whatever parts its cells.
                let head = if text.contains('\t') { "sep=\t\n" } else { "" };
                let text = [head, text].concat();
                let file = File { name, bytes: text.as_bytes() };
                let opened = import::open(&[file], &Answers::default())?;
                let grid = opened.grids.first().cloned().unwrap_or_default();
                let first = usize::from(!head.is_empty());
                (first..grid.height())
                    .flat_map(|at| (0..grid.width(at)).map(move |cell| (at, cell)))
                    .map(|(at, cell)| {
                        (row + at - first, column + cell, grid.whole(at, cell).to_owned())
                    })
                    .collect()
            }
            false => vec![(row, column, text.to_owned())],
        };
        self.edit(sheet, &cells)
    }

    /// Says something of the tables: an option of the command line and its value. What was said by
    /// the same option of the same column or text before is forgotten; an empty value is none. A
    /// country may be given by its name.
    ///
    /// # Errors
    ///
    /// What is wrong with the answer.
    pub fn say(&mut self, option: &str, value: &str) -> Result<(), Saying> {
        let (about, told) = match option {
            "map" | "read" | "only" | "decimal" | "growth" => {
                value.rsplit_once('=').unwrap_or(("", value))
            }
            _ => ("", value),
        };
        let mut kept = String::new();
        if !told.is_empty() {
            kept = import::normal(option, value)?;
            import::fits(&self.questions, option, &kept)?;
            Answers::default().take(option, &kept)?;
        }
        let was = self.said.clone();
        self.said.retain(|(known, value)| {
            let about_other =
                !about.is_empty() && value.rsplit_once('=').is_none_or(|(other, _)| other != about);
            known != option || about_other
        });
        if !kept.is_empty() {
            self.said.push((option.to_owned(), kept));
        }
        if self.said != was {
            self.history.add(Past::Said(was));
        }
        Ok(())
    }

    /// Reads the tables and checks what they say.
    pub fn review(&mut self) -> Value {
        let mut answers = Answers { today: self.today.clone(), ..Answers::default() };
        for (option, value) in &self.said {
            // It was taken before.
            let _ = answers.take(option, value);
        }
        let imported = import::read(self.opened.clone(), &answers);
        let Review { told, files, data } = review::review(&imported, &answers, &self.name);
        self.files = files;
        self.data = data;
        self.questions = imported.questions;
        let mut told = told;
        told["said"] = self.said.iter().map(|(option, value)| json!([option, value])).collect();
        told["name"] = json!(self.name);
        told
    }

    /// The dataset of the last review in the contract's JSON form, where nothing was wrong.
    pub fn data(&self) -> Option<String> {
        let (data, _) = self.data.as_ref()?;
        Some(crate::export::whole(data))
    }

    /// The dataset of the last review, and the words that it brings.
    pub fn checked(&self) -> Option<&(Dataset, Vec<LanguageSource>)> {
        self.data.as_ref()
    }

    /// The package of the last review as a zip archive.
    ///
    /// # Errors
    ///
    /// Where it does not fit into memory.
    pub fn package(&self) -> Result<Vec<u8>, Saying> {
        package::zip(&self.files).map_err(refusals::unmade)
    }
}
