//! Text with separators as a grid: comma, semicolon, tab or bar, with or without quotes.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};

use super::decode::decode;
use super::grid::{Grid, MAX_COLUMNS};
use super::{Inference, Progress, Refusal, Saying, refusals, sayings};

/// In this order where several divide the lines equally well: a comma may be part of a number.
const SEPARATORS: [u8; 4] = [b'\t', b';', b'|', b','];
/// The lines by which the separator is told.
const LINES: usize = 200;
/// What a spreadsheet takes in one cell; a longer one is a quotation mark that nothing closes.
const MAX_CELL: usize = 32_767;

/// Reads a file; what was assumed about it is added to `inferred`.
pub(super) fn read(
    name: &str,
    bytes: &[u8],
    inferred: &mut Vec<Inference>,
    progress: Progress,
) -> Result<Grid, Refusal> {
    let (text, encoding) = decode(bytes);
    if let Some(encoding) = encoding {
        inferred
            .push(Inference::new(name, Saying::of(sayings::ENCODING).text("encoding", encoding)));
    }
    let text = unix_ends(text);
    let (text, said) = stated_separator(&text);
    let separator = said.unwrap_or_else(|| separator(text));
    let separated = match separator {
        b'\t' => sayings::BY_TABS.into(),
        b';' => sayings::BY_SEMICOLONS.into(),
        b'|' => sayings::BY_BARS.into(),
        b',' => sayings::BY_COMMAS.into(),
        other => Saying::of(sayings::BY_MARKS).text("mark", char::from(other)),
    };
    inferred.push(Inference::new(name, separated));
    grid(name, text, separator, usize::from(said.is_some()), progress)
}

/// Line ends of old Macintoshes are those of today.
fn unix_ends(text: Cow<str>) -> Cow<str> {
    if text.contains('\r') && !text.contains('\n') {
        Cow::Owned(text.replace('\r', "\n"))
    } else {
        text
    }
}

/// `sep=;` in the first line, as Excel reads it.
fn stated_separator(text: &str) -> (&str, Option<u8>) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let stated = first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=");
    match stated.map(str::as_bytes) {
        Some([separator]) if separator.is_ascii() => (rest, Some(*separator)),
        _ => (text, None),
    }
}

/// The separator that divides the most lines into the same number of cells.
fn separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut widths = [0_u32; 256];
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        for _ in 0..LINES {
            if !reader.read_record(&mut record).unwrap_or(false) {
                break;
            }
            widths[record.len().min(255)] += 1;
        }
        widths[2..].iter().copied().max().unwrap_or(0)
    };
    let mut best = (0, b',');
    for separator in SEPARATORS {
        let score = score(separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

fn grid(
    name: &str,
    text: &str,
    separator: u8,
    skipped: usize,
    progress: Progress,
) -> Result<Grid, Refusal> {
    let mut grid = Grid::new(name);
    for _ in 0..skipped {
        grid.end_row();
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut next_line = 1;
    loop {
        let more = reader.read_record(&mut record);
        let unreadable = |error| Saying::of(refusals::TABLE).text("why", error);
        if !more.map_err(|error| Refusal::new(name, unreadable(error)))? {
            return Ok(grid);
        }
        let position = record.position().map_or((next_line, 0), |at| (at.line(), at.byte()));
        // A spreadsheet counts blank lines, which the reader passes over.
        for _ in next_line..position.0 {
            grid.end_row();
        }
        next_line = next_line.max(position.0) + 1;
        if record.len() > MAX_COLUMNS {
            return Err(Refusal::new(name, Saying::of(refusals::WIDE).text("n", record.len())));
        }
        for cell in &record {
            if cell.len() > MAX_CELL {
                let at = grid.address(grid.height(), 0);
                return Err(Refusal::new(&at, refusals::LONG_CELL));
            }
            next_line += cell.bytes().filter(|byte| *byte == b'\n').count() as u64;
            if !grid.push(cell) {
                return Err(Refusal::new(name, refusals::CELLS));
            }
        }
        grid.end_row();
        if grid.height().is_multiple_of(65_536) {
            progress(position.1, text.len() as u64);
        }
    }
}
