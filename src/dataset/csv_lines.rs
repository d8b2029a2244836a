//! The rows of a CSV text, cell by cell: RFC 4180 quotes, and where each cell begins.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

/// One row: the offset of each cell's first byte, and its unquoted text.
pub(super) struct CsvLine {
    /// Counted from 1.
    pub number: u32,
    pub cells: Vec<(usize, String)>,
}

impl CsvLine {
    pub(super) fn offset(&self) -> usize {
        self.cells.first().map_or(0, |(offset, _)| *offset)
    }
}

pub(super) struct Lines<'a> {
    text: &'a str,
    rest: &'a [u8],
    reader: Reader,
    buffer: Vec<u8>,
    /// The line at which `rest` begins, and its offset.
    line: (u32, usize),
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str, separator: u8) -> Lines<'a> {
        let reader = ReaderBuilder::new().delimiter(separator).build();
        // As long as the text, so it is never full.
        let buffer = vec![0; text.len() + 1];
        Lines { text, rest: text.as_bytes(), reader, buffer, line: (1, 0) }
    }

    /// The next cell, and whether it is the last one of its row.
    fn cell(&mut self) -> Option<(String, bool)> {
        let mut written = 0;
        loop {
            let (result, consumed, produced) =
                self.reader.read_field(self.rest, &mut self.buffer[written..]);
            self.rest = &self.rest[consumed..];
            written += produced;
            match result {
                ReadFieldResult::Field { record_end } => {
                    let text = String::from_utf8_lossy(&self.buffer[..written]).into_owned();
                    return Some((text, record_end));
                }
                ReadFieldResult::InputEmpty if consumed > 0 => {}
                _ => return None,
            }
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = CsvLine;

    fn next(&mut self) -> Option<CsvLine> {
        // Blank lines are no rows.
        while let [b'\n', rest @ ..] = self.rest {
            self.rest = rest;
        }
        let (line, from) = self.line;
        let offset = self.text.len() - self.rest.len();
        let passed = self.text[from..offset].bytes().filter(|byte| *byte == b'\n').count() as u32;
        self.line = (line + passed, offset);
        let mut cells = Vec::new();
        loop {
            let offset = self.text.len() - self.rest.len();
            let (text, is_last) = self.cell()?;
            cells.push((offset, text));
            if is_last {
                return Some(CsvLine { number: line + passed, cells });
            }
        }
    }
}

/// Whether the cell at `offset` has a quotation mark that neither opens, closes nor is doubled.
pub(super) fn stray_quote(text: &str, offset: usize, separator: char) -> bool {
    let cell = &text[offset..];
    let Some(quoted) = cell.strip_prefix('"') else {
        return cell.split([separator, '\n']).next().is_some_and(|plain| plain.contains('"'));
    };
    let mut rest = quoted;
    loop {
        let Some(at) = rest.find('"') else { return true };
        rest = &rest[at + 1..];
        match rest.strip_prefix('"') {
            Some(after) => rest = after,
            None => return !(rest.is_empty() || rest.starts_with([separator, '\n'])),
        }
    }
}
