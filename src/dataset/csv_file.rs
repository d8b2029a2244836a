//! CSV files as raw rows: UTF-8 without a byte-order mark, LF, RFC 4180 quotes.

use csv_core::{ReadFieldResult, Reader};

use super::diagnostic::{Diagnostic, Place};
use super::raw::{Cell, RawRow, RawTable, RowOrigin, place_of};
use super::schema::{Kind, MAX_FILE_BYTES, MAX_ROWS, Table};

/// Reads one table; what cannot be read is reported and left out.
pub fn read(
    table: &'static Table,
    file: &str,
    bytes: &[u8],
    found: &mut Vec<Diagnostic>,
) -> RawTable {
    let mut raw = RawTable { file: file.into(), ..RawTable::empty(table) };
    let before = found.len();
    match decode(file, bytes) {
        Ok(text) => raw.text = text,
        Err(diagnostic) => found.push(*diagnostic),
    }
    if found.len() == before {
        read_rows(&mut raw, found);
    }
    raw.whole = found.len() == before;
    raw
}

fn decode(file: &str, bytes: &[u8]) -> Result<String, Box<Diagnostic>> {
    let whole = Place::File { file: file.into(), line: 0, column: 0 };
    let fault = |place, what: &str, hint: &str| {
        Err(Box::new(Diagnostic { place, what: what.into(), hint: hint.into() }))
    };
    if bytes.is_empty() {
        return fault(whole, "empty file", "it needs at least the header row");
    }
    if bytes.len() > MAX_FILE_BYTES {
        return fault(whole, "file larger than 32 MiB", "split the dataset");
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        let hint = "save as UTF-8 without a byte-order mark";
        return fault(place_of(file, "", 0), "byte-order mark", hint);
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return fault(place_of(file, "", 0), "UTF-16 instead of UTF-8", "save as UTF-8");
    }
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or("");
            return fault(place_of(file, valid, valid.len()), "not UTF-8", "save as UTF-8");
        }
    };
    if let Some(at) = text.find('\r') {
        let hint = "save with line ends LF";
        return fault(place_of(file, text, at), "carriage return", hint);
    }
    Ok(text.into())
}

fn read_rows(raw: &mut RawTable, found: &mut Vec<Diagnostic>) {
    let records = split(&raw.text);
    let Some((header, rows)) = records.split_first() else {
        return found.push(at(raw, 0, "no header row".into(), "name the columns in the first row"));
    };
    if !check_header(raw, header, found) {
        return;
    }
    if rows.len() > MAX_ROWS {
        let offset = rows[MAX_ROWS][0].0;
        return found.push(at(raw, offset, "more than 200000 rows".into(), "split the dataset"));
    }
    let kinds: Vec<_> = (0..raw.table.width()).map(|cell| raw.table.kind(cell)).collect();
    let mut read = Vec::with_capacity(rows.len());
    for fields in rows {
        if let Some((offset, _)) = fields.iter().find(|(offset, _)| stray_quote(&raw.text, *offset))
        {
            let hint = "quote the whole cell and double the quotes inside it";
            found.push(at(raw, *offset, "stray quotation mark".into(), hint));
        } else if fields.len() != kinds.len() {
            let what = format!("{} cells instead of {}", fields.len(), kinds.len());
            let hint = "quote a cell that holds a comma";
            found.push(at(raw, fields[0].0, what, hint));
        } else {
            read.push(RawRow {
                cells: fields
                    .iter()
                    .zip(&kinds)
                    .map(|((_, text), kind)| cell(text, *kind))
                    .collect(),
                origin: RowOrigin::Offsets(
                    fields.iter().map(|(offset, _)| *offset as u32).collect(),
                ),
            });
        }
    }
    raw.rows = read;
}

fn at(raw: &RawTable, offset: usize, what: String, hint: &str) -> Diagnostic {
    Diagnostic { place: place_of(&raw.file, &raw.text, offset), what, hint: hint.into() }
}

fn check_header(raw: &RawTable, header: &[Field], found: &mut Vec<Diagnostic>) -> bool {
    let before = found.len();
    let expected = raw.table.header();
    for (position, (offset, name)) in header.iter().enumerate() {
        if !expected.contains(name) {
            let what = format!("extra column \"{name}\"");
            found.push(at(raw, *offset, what, &format!("the columns are {}", expected.join(","))));
        } else if header[..position].iter().any(|(_, earlier)| earlier == name) {
            found.push(at(raw, *offset, format!("column \"{name}\" twice"), "remove one of them"));
        }
    }
    for name in &expected {
        if !header.iter().any(|(_, given)| given == name) {
            let hint = format!("the columns are {}", expected.join(","));
            found.push(at(raw, 0, format!("missing column \"{name}\""), &hint));
        }
    }
    if found.len() == before
        && let Some(((offset, name), wanted)) =
            header.iter().zip(&expected).find(|((_, name), wanted)| name != *wanted)
    {
        let what = format!("column \"{name}\" where \"{wanted}\" belongs");
        found.push(at(raw, *offset, what, &format!("the columns are {}", expected.join(","))));
    }
    found.len() == before
}

/// The offset of a cell's first byte, and its unquoted text.
type Field = (usize, String);

fn split(text: &str) -> Vec<Vec<Field>> {
    let mut reader = Reader::new();
    let mut input = text.as_bytes();
    let mut buffer = vec![0; text.len() + 1];
    let (mut records, mut fields) = (Vec::new(), Vec::new());
    loop {
        if fields.is_empty() {
            // Blank lines are no records.
            while let [b'\n', rest @ ..] = input {
                input = rest;
            }
        }
        let start = text.len() - input.len();
        let mut written = 0;
        let result = loop {
            let (result, consumed, produced) = reader.read_field(input, &mut buffer[written..]);
            input = &input[consumed..];
            written += produced;
            if !matches!(result, ReadFieldResult::InputEmpty) || consumed == 0 {
                break result;
            }
        };
        match result {
            ReadFieldResult::Field { record_end } => {
                fields.push((start, String::from_utf8_lossy(&buffer[..written]).into_owned()));
                if record_end {
                    records.push(core::mem::take(&mut fields));
                }
            }
            // The buffer is as long as the text, so it is never full.
            ReadFieldResult::End | ReadFieldResult::OutputFull | ReadFieldResult::InputEmpty => {
                break;
            }
        }
    }
    records
}

/// Whether the cell at `offset` has a quotation mark that neither opens, closes nor is doubled.
fn stray_quote(text: &str, offset: usize) -> bool {
    let cell = &text[offset..];
    let Some(quoted) = cell.strip_prefix('"') else {
        return cell.split([',', '\n']).next().is_some_and(|plain| plain.contains('"'));
    };
    let mut rest = quoted;
    loop {
        let Some(at) = rest.find('"') else { return true };
        rest = &rest[at + 1..];
        match rest.strip_prefix('"') {
            Some(after) => rest = after,
            None => return !(rest.is_empty() || rest.starts_with([',', '\n'])),
        }
    }
}

fn cell(text: &str, kind: Kind) -> Cell {
    if text.is_empty() {
        return Cell::Empty;
    }
    let list = |separator| Cell::List(text.split(separator).map(String::from).collect());
    match kind {
        Kind::Words => list(' '),
        Kind::Tokens => list('|'),
        Kind::Number => decimal(text).map_or_else(|| Cell::Text(text.into()), Cell::Number),
        Kind::Flag if text == "true" => Cell::Flag(true),
        Kind::Flag if text == "false" => Cell::Flag(false),
        _ => Cell::Text(text.into()),
    }
}

/// A plain decimal: no exponent, no grouping, no words such as `NaN`.
fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if plain && digits.starts_with(|first: char| first.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}
