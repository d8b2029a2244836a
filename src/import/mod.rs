//! Whatever people have as rows of the contract: CSV, XLSX, ODS, JSON, whole packages.
//!
//! Pure: bytes in, rows out. [`import`] returns tables of texts with the place that each cell came
//! from, what was inferred, what must be asked, and what found no place. Nothing is dropped in
//! silence: every cell that holds something stands in one of those lists.

mod answers;
mod archive;
mod column;
mod columns;
mod complete;
mod content;
mod context;
mod contract;
mod country;
mod currencies;
mod date;
mod date_reading;
mod decode;
mod delimited;
mod draft;
mod events;
mod figure;
mod figures;
mod flat;
mod foot;
mod grid;
mod header;
mod json;
mod known;
mod labels;
mod leftovers;
mod marks;
mod number;
mod ods;
mod pending;
mod period;
mod registry;
mod row_place;
mod shape;
mod sheet;
mod votes;
mod wording;
mod words;
mod write;

use std::fmt;

pub use answers::{Answers, FIELDS};
pub use date_reading::Order;
pub use grid::At;
pub use number::DecimalMark;
pub use write::{PackageMeta, slug, write};

use draft::Draft;

/// The most bytes of one file.
pub const MAX_BYTES: u64 = 1 << 30;
/// The most rows of one table; a package holds no more.
pub const MAX_ROWS: usize = 200_000;

/// A file as it was dropped, named or unpacked.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name; with `/` where it lay in a folder.
    pub name: &'a str,
    /// What it holds, whatever the format: that is found out.
    pub bytes: &'a [u8],
}

/// Told how much of a file is read: bytes, of bytes.
pub type Progress<'a> = &'a dyn Fn(u64, u64);

/// Something that was not said and is assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    /// A file, a sheet, a column or a cell: `Sheet1!B7`.
    pub place: String,
    /// What is assumed, and why where that is not plain.
    pub what: String,
}

/// Something that cannot be assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// A file, a sheet, a column or a cell: `Sheet1!B7`.
    pub place: String,
    /// What is asked.
    pub what: String,
    /// The options of the command line that answer it, one of them a line.
    pub answers: Vec<String>,
}

/// Neighbouring cells of one column that found no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// The first cell, and the last row.
    pub first: At,
    /// The last row, from 0.
    pub last_row: u32,
    /// `Sheet1!B7` or `Sheet1!B7:B12`.
    pub place: String,
    /// The first cell's text.
    pub text: String,
    /// Why it found no place.
    pub why: String,
}

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file, or the sheet or cell in it.
    pub place: String,
    /// Why it is not read, and what to do instead.
    pub what: String,
}

/// A row of the contract, and where its cells came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordRow {
    /// A text for each column of its table; empty where it says nothing.
    pub cells: Vec<String>,
    /// Columns of the row, each with a cell that it was made of.
    pub from: Vec<(u16, At)>,
}

/// A table of the contract.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordTable {
    /// `figures`, `events`, `sources`, …
    pub name: String,
    /// The names of the columns, as the contract has them.
    pub columns: Vec<String>,
    /// The rows, in the order in which the files have them.
    pub rows: Vec<RecordRow>,
}

/// What became of the files.
#[derive(Debug, Default)]
pub struct Imported {
    /// What the package says of itself.
    pub meta: PackageMeta,
    /// The tables that have rows.
    pub tables: Vec<RecordTable>,
    /// What was assumed; each can be overridden by an answer.
    pub inferred: Vec<Inference>,
    /// What must be answered before the package is whole.
    pub questions: Vec<Question>,
    /// Cells that hold something and found no place.
    pub leftovers: Vec<Leftover>,
    /// Cells that say what others are: titles, headers, names of sections.
    pub named: Vec<At>,
    /// Files of a package that hold no rows, unchanged.
    pub files: Vec<(String, Vec<u8>)>,
    /// The names of the grids that places refer to.
    pub grids: Vec<String>,
}

impl Inference {
    fn new(place: &str, what: String) -> Inference {
        Inference { place: place.into(), what }
    }
}

impl Refusal {
    fn new(place: &str, what: String) -> Refusal {
        Refusal { place: place.into(), what }
    }
}

impl fmt::Display for Inference {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}

impl fmt::Display for Leftover {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let text: String = self.text.chars().take(40).collect();
        write!(out, "{}: \"{text}\": {}", self.place, self.why)
    }
}

impl Imported {
    /// The table of that name.
    pub fn table(&self, name: &str) -> Option<&RecordTable> {
        self.tables.iter().find(|table| table.name == name)
    }
}

/// Reads files and answers to earlier questions.
///
/// # Errors
///
/// A [`Refusal`] for bytes that are no table at all, or that would take more memory or time than
/// the bounds of this room allow.
pub fn import(files: &[File], answers: &Answers, progress: Progress) -> Result<Imported, Refusal> {
    let mut draft = Draft::new(answers);
    for file in files {
        open(file, &mut draft, progress)?;
    }
    draft.sort_grids();
    for grid in 0..draft.grids.len() {
        read(grid, &mut draft);
    }
    complete::complete(&mut draft);
    Ok(draft.finish())
}

/// Unpacks what is packed; a table becomes a grid.
fn open(file: &File, draft: &mut Draft, progress: Progress) -> Result<(), Refusal> {
    if file.bytes.len() as u64 > MAX_BYTES {
        return Err(Refusal::new(file.name, format!("larger than {} MiB", MAX_BYTES >> 20)));
    }
    if archive::is_archive(file.bytes) {
        let files = archive::unpack(file.name, file.bytes)?;
        if let Some(workbook) = sheet::workbook(&files) {
            let grids = sheet::read(file.name, file.bytes, &workbook, &files)?;
            let several = draft.answers.sheets.is_empty() && grids.len() > 1;
            for grid in grids {
                draft.add(file.name, grid, several)?;
            }
            return Ok(());
        }
        for (name, bytes) in &files {
            let name = name.as_str();
            if contract::is_of_package(name) {
                open_plain(&File { name, bytes }, draft, progress)?;
            } else {
                draft.infer(name, "no table: left out".into());
            }
        }
        return Ok(());
    }
    open_plain(file, draft, progress)
}

fn open_plain(file: &File, draft: &mut Draft, progress: Progress) -> Result<(), Refusal> {
    let known = [
        (&b"\xD0\xCF\x11\xE0"[..], "an old or encrypted spreadsheet; save it as XLSX or CSV"),
        (b"%PDF", "a PDF; copy the table out of it, or export it as CSV"),
        (b"PK", "an archive inside an archive"),
    ];
    if let Some((_, what)) = known.iter().find(|(magic, _)| file.bytes.starts_with(magic)) {
        return Err(Refusal::new(file.name, (*what).into()));
    }
    let extension = file.name.rsplit('.').next().unwrap_or("");
    let is_table =
        ["csv", "tsv", "tab", "txt"].iter().any(|one| extension.eq_ignore_ascii_case(one));
    let first = file.bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if extension.eq_ignore_ascii_case("json") || !is_table && matches!(first, Some(b'{' | b'[')) {
        return json::read(file, draft);
    }
    if contract::is_words(file.name) {
        draft.files.push((file.name.to_owned(), file.bytes.to_vec()));
        return Ok(());
    }
    let grid = delimited::read(file.name, file.bytes, &mut draft.inferred, progress)?;
    draft.add(file.name, grid, false)
}

/// Reads one grid as what its header says it is.
fn read(grid: usize, draft: &mut Draft) {
    if contract::read(grid, draft) || flat::read(grid, draft) {
        return;
    }
    let Some(shape) = shape::find(&draft.grids[grid]) else { return };
    let columns = columns::find(grid, &shape, draft);
    if columns.has_values() {
        figures::read(grid, &shape, columns, draft);
    } else {
        events::read(grid, &shape, columns, draft);
    }
}
