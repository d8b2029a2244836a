//! Whatever people have as rows of the contract: CSV, XLSX, ODS, JSON, whole packages.
//!
//! Pure: bytes in, rows out. [`import`] returns tables of texts with the place that each cell came
//! from, what was inferred, what must be asked, and what found no place. Nothing is dropped in
//! silence: every cell that holds something stands in one of those lists.

mod above;
mod answers;
mod archive;
mod asking;
mod beside;
mod cell_format;
mod column;
mod columns;
mod commodity;
mod complete;
mod concepts;
mod content;
mod context;
mod contract;
mod corner;
mod country;
mod currencies;
mod cut;
mod date;
mod date_reading;
mod decode;
mod delimited;
mod direction;
mod doubt;
mod draft;
mod events;
mod figure;
mod figures;
mod fiscal;
mod fit;
mod flags;
mod flat;
mod foot;
mod footnote;
mod grid;
mod growth;
mod growth_reading;
mod guess;
mod head_period;
mod header;
mod json;
mod known;
mod labels;
mod language;
mod leftovers;
mod made;
mod made_rows;
mod marks;
mod markup;
mod mixed;
mod money;
mod number;
mod ods;
mod part_of_year;
mod pending;
mod period;
mod pivot;
mod pivot_rows;
mod plain;
mod questions;
mod refusals;
mod registry;
mod remark;
mod row_labels;
mod row_place;
mod row_unit;
mod sayings;
mod shape;
mod sheet;
mod status;
mod surroundings;
mod told;
mod totals;
mod unit_answer;
mod units;
mod value;
mod votes;
mod wholes;
mod wording;
mod words;
mod write;

pub use answers::Answers;
pub use country::{all as countries, code as country_code};
pub use date_reading::{Order, TwoDigits};
pub use fit::{FIELDS, MEASURES, fits, normal};
pub use grid::{At, CellKind, Grid, letters};
pub use growth_reading::GrowthReading;
pub use number::DecimalMark;
pub use told::{
    ColumnUse, Imported, Inference, Leftover, Opened, PackageMeta, Piece, Question, RecordRow,
    RecordTable, Refusal, Saying,
};
pub use write::{slug, write};

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

/// Reads files and answers to earlier questions.
///
/// # Errors
///
/// A [`Refusal`] for bytes that are no table at all, or that would take more memory or time than
/// the bounds of this room allow.
pub fn import(files: &[File], answers: &Answers, progress: Progress) -> Result<Imported, Refusal> {
    Ok(finish(opened(files, answers, progress)?))
}

/// Opens files without reading their rows, so that somebody can change their cells first. A dataset
/// in the contract's form comes as the tables of its package.
///
/// # Errors
///
/// As [`import`].
pub fn open(files: &[File], answers: &Answers) -> Result<Opened, Refusal> {
    let draft = opened(files, answers, &|_, _| {})?;
    if draft.tables().is_empty() {
        return Ok(draft.into_opened());
    }
    let imported = finish(draft);
    let written = write(&imported, &answers.today, "dataset");
    // A table without a row has nothing to be changed.
    let filled = |name: &str| imported.table(name.trim_end_matches(".csv")).is_some();
    let kept = written.iter().filter(|(name, _)| !name.ends_with(".csv") || filled(name));
    let files: Vec<File> = kept.map(|(name, bytes)| File { name, bytes }).collect();
    Ok(opened(&files, answers, &|_, _| {})?.into_opened())
}

/// Reads the rows of what was opened, and changed since.
pub fn read(opened: Opened, answers: &Answers) -> Imported {
    finish(Draft::of(opened, answers))
}

fn opened<'a>(
    files: &[File],
    answers: &'a Answers,
    progress: Progress,
) -> Result<Draft<'a>, Refusal> {
    let mut draft = Draft::of(Opened::default(), answers);
    for file in files {
        open_file(file, &mut draft, progress)?;
    }
    draft.sort_grids();
    Ok(draft)
}

fn finish(mut draft: Draft) -> Imported {
    for grid in 0..draft.grids.len() {
        read_grid(grid, &mut draft);
    }
    complete::complete(&mut draft);
    draft.finish()
}

/// Unpacks what is packed; a table becomes a grid.
fn open_file(file: &File, draft: &mut Draft, progress: Progress) -> Result<(), Refusal> {
    if file.bytes.len() as u64 > MAX_BYTES {
        return Err(Refusal::new(
            file.name,
            Saying::of(refusals::LARGE).text("n", MAX_BYTES >> 20),
        ));
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
        if !files.iter().any(|(name, _)| contract::is_of_package(name)) {
            let what = match files.len() {
                0 => refusals::NO_FILE.into(),
                count => Saying::of(refusals::NO_TABLE).text("n", count),
            };
            return Err(Refusal::new(file.name, what));
        }
        for (name, bytes) in &files {
            let name = name.as_str();
            if contract::is_of_package(name) {
                open_plain(&File { name, bytes }, draft, progress)?;
            } else {
                draft.infer(name, sayings::FILE_LEFT);
            }
        }
        return Ok(());
    }
    open_plain(file, draft, progress)
}

fn open_plain(file: &File, draft: &mut Draft, progress: Progress) -> Result<(), Refusal> {
    let known = [(&b"\xD0\xCF\x11\xE0"[..], refusals::OLD_BOOK), (b"%PDF-", refusals::PDF)];
    if archive::is_archive(file.bytes) {
        return Err(Refusal::new(file.name, refusals::NESTED));
    }
    if is_markup(file.bytes) {
        return Err(Refusal::new(file.name, refusals::MARKUP));
    }
    if let Some((_, what)) = known.iter().find(|(magic, _)| file.bytes.starts_with(magic)) {
        return Err(Refusal::new(file.name, *what));
    }
    let extension = file.name.rsplit('.').next().unwrap_or("");
    let is_table =
        ["csv", "tsv", "tab", "txt"].iter().any(|one| extension.eq_ignore_ascii_case(one));
    let first = file.bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let is_book =
        ["xlsx", "xlsm", "xls", "ods"].iter().any(|one| extension.eq_ignore_ascii_case(one));
    if is_book {
        draft.infer(file.name, sayings::READ_AS_TEXT);
    }
    if extension.eq_ignore_ascii_case("json") || !is_table && matches!(first, Some(b'{' | b'[')) {
        return json::read(file, draft);
    }
    if contract::is_words(file.name) {
        draft.files.push((file.name.to_owned(), file.bytes.to_vec()));
        return Ok(());
    }
    let grid = delimited::read(file.name, file.bytes, &mut draft.inferred, progress)?;
    let (grid, completed) = cut::completed(grid);
    if let Some(place) = completed {
        draft.infer(&place, sayings::COMPLETED);
    }
    draft.add(file.name, grid, false)
}

/// Whether the text is a web page or XML. A first cell may begin with `<` too (`<n/a>,5`): markup
/// declares what it is, or ends as it began, in a tag.
fn is_markup(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
    let begins =
        |with: &[u8]| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let declared: [&[u8]; 4] = [b"<!doctype", b"<!--", b"<?xml", b"<html"];
    let tag = matches!(text, [b'<', b'a'..=b'z' | b'A'..=b'Z', .., b'>']);
    declared.into_iter().any(begins) || tag
}

/// Reads one grid as what its header says it is.
fn read_grid(grid: usize, draft: &mut Draft) {
    if contract::read(grid, draft) || flat::read(grid, draft) {
        return;
    }
    let Some(shape) = shape::find(&draft.grids[grid]) else { return };
    let columns = columns::find(grid, &shape, draft);
    if columns.waits {
        return;
    }
    if columns.has_values() {
        figures::read(grid, &shape, columns, draft);
    } else {
        events::read(grid, &shape, columns, draft);
    }
}
