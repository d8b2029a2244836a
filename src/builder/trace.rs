//! From a place in a written package back to the cell that it came from.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use crate::dataset::Place;
use crate::import::{At, Imported, RecordRow, RecordTable};

/// Where something wrong came from.
pub(super) enum Origin {
    /// A cell of a table.
    Cell(At),
    /// What the package says of itself, by its name.
    Package(String),
}

/// A written table: where its records begin, and its columns.
struct Written<'a> {
    text: &'a str,
    /// Line and byte of each record, the header first.
    starts: Vec<(u32, usize)>,
    header: Vec<String>,
}

/// Leads back from a package to what was imported.
pub(super) struct Trace<'a> {
    imported: &'a Imported,
    files: &'a [(String, Vec<u8>)],
    written: HashMap<String, Option<Written<'a>>>,
    /// A cell of each record, by its id, of each partner, by its code, and of each source, by its name.
    cells: HashMap<&'a str, At>,
}

impl<'a> Trace<'a> {
    pub(super) fn new(imported: &'a Imported, files: &'a [(String, Vec<u8>)]) -> Trace<'a> {
        let mut cells = HashMap::new();
        for table in &imported.tables {
            for row in &table.rows {
                let Some((_, first)) = row.from.first() else { continue };
                for (name, cell) in table.columns.iter().zip(&row.cells) {
                    let own =
                        row.from.iter().find(|(at, _)| table.columns[usize::from(*at)] == *name);
                    let at = own.map_or(*first, |(_, at)| *at);
                    match name.as_str() {
                        "id" | "partner" | "reporter" | "code" | "source" if !cell.is_empty() => {
                            cells.entry(cell.as_str()).or_insert(at);
                        }
                        _ => {}
                    }
                }
            }
        }
        Trace { imported, files, written: HashMap::new(), cells }
    }

    /// Where a place of the package came from.
    pub(super) fn origin(&mut self, place: &Place) -> Origin {
        let found = match place {
            Place::File { file, line, column } if *line > 0 => self.cell(file, *line, *column),
            _ => None,
        };
        match found {
            Some(at) => Origin::Cell(at),
            None => Origin::Package(match place {
                Place::Path(path) => path.replace("datapackage.json: ", "package, "),
                Place::File { file, .. } => file.clone(),
            }),
        }
    }

    fn cell(&mut self, file: &str, line: u32, column: u32) -> Option<At> {
        let files = self.files;
        let written = self.written.entry(file.to_owned()).or_insert_with(|| read(files, file));
        let (record, cell) = written.as_ref()?.locate(line, column)?;
        let header = &written.as_ref()?.header;
        let table = self.imported.table(file.strip_suffix(".csv")?)?;
        // The header itself: the first row's cell of the column.
        let row = table.rows.get(record.saturating_sub(1))?;
        from(table, row, header.get(cell)?).or_else(|| {
            // What was made of other rows: a source of what cites it, a partner of whoever names it, a
            // citation of its record.
            let own = row.cells.get(cell).into_iter();
            own.chain(&row.cells).find_map(|text| self.cells.get(text.as_str()).copied())
        })
    }
}

/// The cell that a row's column came from, else the row's first.
fn from(table: &RecordTable, row: &RecordRow, name: &str) -> Option<At> {
    let named = |(at, _): &&(u16, At)| {
        table.columns.get(usize::from(*at)).is_some_and(|known| known == name)
    };
    let own = row.from.iter().find(named).or(row.from.first());
    own.map(|(_, at)| *at)
}

fn read<'a>(files: &'a [(String, Vec<u8>)], file: &str) -> Option<Written<'a>> {
    let (_, bytes) = files.iter().find(|(name, _)| name == file)?;
    let text = std::str::from_utf8(bytes).ok()?;
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut starts, mut header) = (Vec::new(), Vec::new());
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).ok()? {
        let at = record.position()?;
        if starts.is_empty() {
            header = record.iter().map(String::from).collect();
        }
        starts.push((at.line() as u32, at.byte() as usize));
    }
    Some(Written { text, starts, header })
}

impl Written<'_> {
    /// The number of the record, the header being 0, and of the cell in it, at a line and a column
    /// in characters, both from 1.
    fn locate(&self, line: u32, column: u32) -> Option<(usize, usize)> {
        let record = self.starts.partition_point(|(start, _)| *start <= line).checked_sub(1)?;
        let (start, byte) = self.starts[record];
        let (mut at, mut cell, mut quoted) = ((start, 1), 0, false);
        for char in self.text[byte..].chars() {
            if at >= (line, column) {
                break;
            }
            at = if char == '\n' { (at.0 + 1, 1) } else { (at.0, at.1 + 1) };
            match char {
                '"' => quoted = !quoted,
                ',' if !quoted => cell += 1,
                _ => {}
            }
        }
        Some((record, cell))
    }
}
