//! Spreadsheets as grids: XLSX and ODS, read by calamine.
//!
//! Only stored values are taken: no formula is run, no link is followed.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, DataRef, Ods, Reader, Xlsx, open_workbook_from_rs};

use super::cell_format;
use super::grid::{CellKind, Grid, MAX_CELLS, Span};
use super::ods;
use super::plain::shown;
use super::{Refusal, Saying, refusals};

/// What the files in the archive make it.
pub(super) enum Workbook {
    Xlsx,
    Ods,
}

/// Whether an archive's files are those of a spreadsheet.
pub(super) fn workbook(files: &[(String, Vec<u8>)]) -> Option<Workbook> {
    let has = |name: &str| files.iter().find(|(path, _)| path == name);
    if has("xl/workbook.xml").is_some() {
        return Some(Workbook::Xlsx);
    }
    let is_ods =
        |bytes: &[u8]| bytes.starts_with(b"application/vnd.oasis.opendocument.spreadsheet");
    has("mimetype").filter(|(_, bytes)| is_ods(bytes)).map(|_| Workbook::Ods)
}

type Cells = BTreeMap<(u32, u32), (String, CellKind)>;

/// Every sheet that holds something.
pub(super) fn read(
    name: &str,
    bytes: &[u8],
    workbook: &Workbook,
    files: &[(String, Vec<u8>)],
) -> Result<Vec<Grid>, Refusal> {
    let grids = match workbook {
        Workbook::Xlsx => {
            honest_counts(name, files)?;
            xlsx(name, bytes, files)
        }
        Workbook::Ods => ods(name, bytes, files),
    };
    let mut grids = grids?;
    grids.retain(|grid| grid.count() > 0);
    Ok(grids)
}

/// A table of texts that claims more entries than it has bytes would be believed, and memory taken.
fn honest_counts(name: &str, files: &[(String, Vec<u8>)]) -> Result<(), Refusal> {
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with("haredStrings.xml")) {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
        for part in head.split("ount=\"").skip(1) {
            let claim = part.split('"').next().and_then(|digits| digits.parse::<u64>().ok());
            if claim.is_none_or(|claim| claim > bytes.len() as u64) {
                return Err(Refusal::new(name, Saying::of(refusals::CLAIMS).text("path", path)));
            }
        }
    }
    Ok(())
}

fn xlsx(name: &str, bytes: &[u8], files: &[(String, Vec<u8>)]) -> Result<Vec<Grid>, Refusal> {
    let unreadable = |error: calamine::XlsxError| unreadable(name, &error);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let from_1904 = files.iter().any(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        path == "xl/workbook.xml"
            && ["1", "true"].iter().any(|yes| text.contains(&format!("date1904=\"{yes}\"")))
    });
    let mut grids = Vec::new();
    for sheet in book.sheet_names() {
        let (mut cells, mut shown_units) = (Cells::new(), HashMap::new());
        {
            let mut reader = match book.worksheet_cells_reader(&sheet) {
                Ok(reader) => reader,
                Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
                Err(error) => return Err(unreadable(error)),
            };
            let styles: Vec<Shown> = reader.styles().iter().map(shown_as).collect();
            let money: Vec<Option<Arc<str>>> = reader.styles().iter().map(currency).collect();
            while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(unreadable)? {
                let unit = money.get(style).cloned().flatten();
                let style = styles.get(style).copied().unwrap_or(Shown::Plain);
                if let Some(cell_text) = text(cell.get_value(), style) {
                    let (row, column) = cell.get_position();
                    if let Some(unit) = unit.filter(|_| cell_text.1 == CellKind::Number) {
                        shown_units.insert((row as usize, column as usize), unit);
                    }
                    cells.insert(cell.get_position(), cell_text);
                }
            }
        }
        let mut grid = fill(&sheet, cells).ok_or_else(|| too_large(name, &sheet))?;
        grid.counts_from_1904 = from_1904;
        grid.shown = shown_units;
        let merged = book.merge_cells_by_sheet_name(&sheet).unwrap_or_default();
        grid.spans = merged
            .iter()
            .filter(|area| area.start <= area.end)
            .map(|area| Span {
                row: area.start.0 as usize,
                column: area.start.1 as usize,
                height: (area.end.0 - area.start.0) as usize + 1,
                width: (area.end.1.saturating_sub(area.start.1)) as usize + 1,
            })
            .collect();
        grids.push(grid);
    }
    Ok(grids)
}

/// How a cell's number is shown, where that changes what it says.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Plain,
    Percent,
    /// `mmm-yy`: the day of the stored date is nobody's.
    Month,
    /// `yyyy`
    Year,
}

fn shown_as(style: &calamine::Style) -> Shown {
    let Some(format) = &style.number_format else { return Shown::Plain };
    let code = format.format_code.to_ascii_lowercase();
    // Literals and the language in brackets are no parts of a date.
    let code = code.split('"').step_by(2).collect::<String>();
    let code: String = code.split(['[', ']']).step_by(2).collect();
    if code.contains('%') {
        Shown::Percent
    } else if !code.contains('y') || code.contains(['d', 'h', 's']) {
        Shown::Plain
    } else if code.contains('m') {
        Shown::Month
    } else {
        Shown::Year
    }
}

fn currency(style: &calamine::Style) -> Option<Arc<str>> {
    let code = &style.number_format.as_ref()?.format_code;
    cell_format::currency(code).map(Arc::from)
}

fn ods(name: &str, bytes: &[u8], files: &[(String, Vec<u8>)]) -> Result<Vec<Grid>, Refusal> {
    let unreadable = |error: &dyn Display| unreadable(name, error);
    let content = files.iter().find(|(path, _)| path == "content.xml");
    let content = content.map_or(&[][..], |(_, bytes)| bytes);
    let marks = ods::marks(content).map_err(|error| unreadable(&error))?;
    let mut book: Ods<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let mut grids = Vec::new();
    for (at, sheet) in book.sheet_names().into_iter().enumerate() {
        let range = book.worksheet_range(&sheet).map_err(|error| unreadable(&error))?;
        let start = range.start().unwrap_or_default();
        let sheet_marks = marks.get(at);
        let (mut cells, mut shown_units) = (Cells::new(), HashMap::new());
        for (row, column, value) in range.used_cells() {
            let place = (start.0 + row as u32, start.1 + column as u32);
            let percent = sheet_marks.is_some_and(|marks| marks.percent.contains(&place));
            let style = if percent { Shown::Percent } else { Shown::Plain };
            if let Some(cell) = text(&value.as_value(), style) {
                let unit = sheet_marks.and_then(|marks| marks.money.get(&place));
                if let Some(unit) = unit.filter(|_| cell.1 == CellKind::Number) {
                    shown_units.insert((place.0 as usize, place.1 as usize), unit.clone());
                }
                cells.insert(place, cell);
            }
        }
        let mut grid = fill(&sheet, cells).ok_or_else(|| too_large(name, &sheet))?;
        grid.shown = shown_units;
        grid.spans = sheet_marks.map(|marks| marks.spans.clone()).unwrap_or_default();
        grids.push(grid);
    }
    Ok(grids)
}

/// calamine's two kinds of values as one.
trait AsValue {
    fn as_value(&self) -> DataRef<'static>;
}

impl AsValue for Data {
    fn as_value(&self) -> DataRef<'static> {
        match self.clone() {
            Data::Int(number) => DataRef::Int(number),
            Data::Float(number) => DataRef::Float(number),
            Data::String(text) => DataRef::String(text),
            Data::Bool(flag) => DataRef::Bool(flag),
            Data::DateTime(date) => DataRef::DateTime(date),
            Data::DateTimeIso(date) => DataRef::DateTimeIso(date),
            Data::DurationIso(duration) => DataRef::DurationIso(duration),
            Data::Error(error) => DataRef::Error(error),
            Data::Empty => DataRef::Empty,
        }
    }
}

/// A cell as text; none where it is empty.
fn text(value: &DataRef, style: Shown) -> Option<(String, CellKind)> {
    let number = if style == Shown::Percent { CellKind::Percent } else { CellKind::Number };
    let cell = match value {
        DataRef::Empty => return None,
        DataRef::Int(whole) => (whole.to_string(), number),
        DataRef::Float(float) => (shown(*float), number),
        DataRef::String(text) => (text.clone(), CellKind::Text),
        DataRef::SharedString(text) => ((*text).to_owned(), CellKind::Text),
        DataRef::Bool(flag) => (flag.to_string(), CellKind::Text),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            let said = match style {
                Shown::Month => format!("{year:04}-{month:02}"),
                Shown::Year => format!("{year:04}"),
                _ => format!("{year:04}-{month:02}-{day:02}"),
            };
            (said, CellKind::Date)
        }
        DataRef::DateTime(duration) => (shown(duration.as_f64()), CellKind::Number),
        DataRef::DateTimeIso(date) => match date.get(..10) {
            Some(day) => (day.to_owned(), CellKind::Date),
            None => (date.clone(), CellKind::Text),
        },
        DataRef::DurationIso(duration) => (duration.clone(), CellKind::Text),
        DataRef::Error(error) => (error.to_string(), CellKind::Text),
    };
    (!cell.0.trim().is_empty()).then_some(cell)
}

fn fill(sheet: &str, cells: Cells) -> Option<Grid> {
    let mut grid = Grid::new(sheet);
    let mut column = 0;
    for ((row, wanted), (text, kind)) in cells {
        while grid.height() < row as usize {
            grid.end_row();
            column = 0;
        }
        if grid.count() + wanted as usize > MAX_CELLS {
            return None;
        }
        while column < wanted {
            grid.push_kind("", CellKind::Text);
            column += 1;
        }
        if !grid.push_kind(&text, kind) {
            return None;
        }
        column += 1;
    }
    if grid.count() > 0 {
        grid.end_row();
    }
    Some(grid)
}

fn too_large(name: &str, sheet: &str) -> Refusal {
    Refusal::new(name, Saying::of(refusals::SHEET_CELLS).text("sheet", sheet))
}

fn unreadable(name: &str, error: &dyn Display) -> Refusal {
    Refusal::new(name, Saying::of(refusals::BOOK).text("why", error))
}
