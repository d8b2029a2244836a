//! CSV files as raw rows: RFC 4180 quotes; comma, semicolon or tab; columns in any order.

use super::csv_lines::{CsvLine, Lines, stray_quote};
use super::csv_number::number;
use super::decode::decode;
use super::diagnostic::{Diagnostic, Place, Severity};
use super::language::Language;
use super::nearest::nearest;
use super::raw::{Cell, RawRow, RawTable, RowOrigin, place_of};
use super::schema::{Kind, MAX_ROWS, Table};

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// The column of a cell that is not read.
const UNREAD: usize = usize::MAX;

/// Reads one table, whose texts without a language are in `language`; what cannot be read is
/// reported and left out.
pub(super) fn read(
    table: &'static Table,
    file: &str,
    bytes: &[u8],
    language: Language,
    found: &mut Vec<Diagnostic>,
) -> RawTable {
    let mut raw = RawTable { file: file.into(), ..RawTable::empty(table) };
    let errors = |found: &[Diagnostic]| found.iter().filter(|one| one.is_error()).count();
    let before = errors(found);
    if bytes.is_empty() {
        let place = Place::File { file: file.into(), line: 0, column: 0 };
        let hint = "it needs at least the header row; or leave the file out";
        found.push(Diagnostic::error(place, "empty file", hint));
    } else {
        match decode(file, bytes, found) {
            Ok(text) => {
                raw.separator = separator(&text);
                raw.text = text;
                read_rows(&mut raw, language, found);
            }
            Err(diagnostic) => found.push(*diagnostic),
        }
    }
    raw.whole = errors(found) == before;
    raw
}

/// The one that parts most cells of the first line.
fn separator(text: &str) -> u8 {
    let line = text.trim_start_matches('\n').lines().next().unwrap_or("");
    let count = |separator: &u8| line.bytes().filter(|byte| byte == separator).count();
    let mut best = b',';
    for separator in SEPARATORS {
        if count(&separator) > count(&best) {
            best = separator;
        }
    }
    best
}

fn read_rows(raw: &mut RawTable, language: Language, found: &mut Vec<Diagnostic>) {
    let text = core::mem::take(&mut raw.text);
    let mut lines = Lines::new(&text, raw.separator);
    let Some(header) = lines.next() else {
        found.push(Diagnostic::error(
            place_of(&raw.file, &text, 0),
            "no header row",
            "name the columns in the first row",
        ));
        return;
    };
    if raw.separator != b',' {
        let name = if raw.separator == b';' { "semicolons" } else { "tabs" };
        let place = Place::File { file: raw.file.clone(), line: 0, column: 0 };
        let what = [name, " between cells"].concat();
        let hint = "commas are the usual form".into();
        found.push(Diagnostic { severity: Severity::Notice, place, what, hint });
    }
    if read_header(raw, &text, &header, language, found) {
        let mut forms = Forms::default();
        for line in lines {
            if raw.rows.len() == MAX_ROWS {
                let place = place_of(&raw.file, &text, line.offset());
                let what = "more than 200000 rows";
                found.push(Diagnostic::error(place, what, "split the dataset"));
                raw.rows.clear();
                break;
            }
            read_row(raw, &text, line, &mut forms, found);
        }
        forms.tell(raw, &text, found);
    }
    raw.text = text;
}

/// Finds out which column is which; answers whether all that are needed are there.
fn read_header(
    raw: &mut RawTable,
    text: &str,
    header: &CsvLine,
    language: Language,
    found: &mut Vec<Diagnostic>,
) -> bool {
    let before = found.iter().filter(|one| one.is_error()).count();
    let place = |offset| place_of(&raw.file, text, offset);
    let mut head: Vec<(usize, Option<Language>)> = Vec::new();
    for (offset, name) in &header.cells {
        let known = column(raw.table, name, language);
        match known {
            None if name.is_empty() => {}
            None => {
                let what = format!("unknown column \"{name}\", which is not read");
                let hint = meant(raw.table, name);
                let (severity, place) = (Severity::Warning, place(*offset));
                found.push(Diagnostic { severity, place, what, hint });
            }
            Some(one) if head.contains(&one) => {
                let what = format!("column \"{name}\" twice");
                found.push(Diagnostic::error(place(*offset), what, "remove one of them"));
            }
            Some(_) => {}
        }
        head.push(known.unwrap_or((UNREAD, None)));
    }
    for name in raw.table.needed {
        let at = raw.table.find(name);
        if !head.iter().any(|(column, _)| Some(*column) == at) {
            let hint = format!("the columns are {}", raw.table.list());
            found.push(Diagnostic::error(place(0), format!("missing column \"{name}\""), hint));
        }
    }
    raw.head = head;
    found.iter().filter(|one| one.is_error()).count() == before
}

/// The column of a name such as `title_en`; a plain `title` is in `language`. What has a name of its
/// own, and others in further languages, is a column for either: `publisher`, `publisher_en`.
fn column(table: &Table, name: &str, language: Language) -> Option<(usize, Option<Language>)> {
    if let Some(at) = table.find(name) {
        let is_local = matches!(table.columns[at].kind, Kind::Local(_));
        return Some((at, is_local.then_some(language)));
    }
    let (stem, tag) = name.rsplit_once('_')?;
    let takes_languages =
        |at: &usize| matches!(table.columns[*at].kind, Kind::Local(_) | Kind::Note);
    let names = [stem, &[stem, "s"].concat()];
    let at = names.iter().filter_map(|name| table.find(name)).find(takes_languages)?;
    Some((at, Some(Language::from_tag(tag)?)))
}

fn meant(table: &Table, name: &str) -> String {
    let columns = table.columns.iter().map(|column| column.name);
    let (stem, tag) = name.rsplit_once('_').unwrap_or((name, ""));
    let near = nearest(name, columns.clone())
        .map(String::from)
        .or_else(|| Some([nearest(stem, columns)?, "_", tag].concat()).filter(|_| !tag.is_empty()));
    let near = near.map(|near| format!("did you mean \"{near}\"? ")).unwrap_or_default();
    format!("{near}the columns are {}", table.list())
}

fn read_row(
    raw: &mut RawTable,
    text: &str,
    line: CsvLine,
    forms: &mut Forms,
    found: &mut Vec<Diagnostic>,
) {
    let separator = char::from(raw.separator);
    if line.cells.iter().all(|(_, cell)| cell.is_empty()) {
        // A spreadsheet leaves rows of nothing but separators.
        return;
    }
    let mut fault = |offset: usize, what: String, hint: &str| {
        found.push(Diagnostic::error(place_of(&raw.file, text, offset), what, hint));
    };
    let stray = |(offset, _): &&(usize, String)| stray_quote(text, *offset, separator);
    if let Some((offset, _)) = line.cells.iter().find(stray) {
        let hint = "quote the whole cell and double the quotes inside it";
        return fault(*offset, "stray quotation mark".into(), hint);
    }
    let wanted = raw.head.len();
    if line.cells.len() != wanted {
        let what = format!("{} cells instead of {wanted}", line.cells.len());
        return fault(line.offset(), what, "quote a cell that holds what parts cells");
    }
    let origin = RowOrigin::Line { offset: line.offset() as u32, line: line.number };
    let mut cells = vec![Cell::Empty; raw.table.columns.len()];
    for ((offset, value), (column, language)) in line.cells.into_iter().zip(&raw.head) {
        let Some(slot) = cells.get_mut(*column).filter(|_| !value.is_empty()) else { continue };
        match (language, slot) {
            (None, slot) => {
                *slot = cell(value, raw.table.columns[*column].kind, raw.separator, |form| {
                    forms.note(form, offset);
                });
            }
            (Some(language), Cell::Local(texts)) => texts.push((*language, value)),
            // A note by its id and in words.
            (Some(_), slot @ Cell::Text(_)) => *slot = Cell::Odd("a note twice"),
            (Some(language), slot) => *slot = Cell::Local(vec![(*language, value)]),
        }
    }
    raw.rows.push(RawRow { cells, origin });
}

/// How often numbers stand in another form than the usual one, and where first.
#[derive(Default)]
struct Forms {
    decimal_commas: (u32, usize),
    groups: (u32, usize),
}

enum Form {
    DecimalComma,
    Groups,
}

impl Forms {
    fn note(&mut self, form: Form, offset: usize) {
        let (count, first) = match form {
            Form::DecimalComma => &mut self.decimal_commas,
            Form::Groups => &mut self.groups,
        };
        if *count == 0 {
            *first = offset;
        }
        *count += 1;
    }

    fn tell(&self, raw: &RawTable, text: &str, found: &mut Vec<Diagnostic>) {
        for ((count, first), form, hint) in [
            (self.decimal_commas, "a decimal comma", "a decimal point is the usual form"),
            (self.groups, "thousands set apart", "digits alone are the usual form"),
        ] {
            if count > 0 {
                let plural = if count == 1 { "" } else { "s" };
                found.push(Diagnostic {
                    severity: Severity::Notice,
                    place: place_of(&raw.file, text, first),
                    what: format!("{count} number{plural} with {form}"),
                    hint: hint.into(),
                });
            }
        }
    }
}

fn cell(text: String, kind: Kind, separator: u8, mut note: impl FnMut(Form)) -> Cell {
    let list = |text: &str, separator| Cell::List(text.split(separator).map(Into::into).collect());
    match kind {
        Kind::Words => list(&text, ' '),
        Kind::Tokens => list(&text, '|'),
        Kind::Number => match number(&text, separator) {
            Some(read) => {
                if read.decimal_comma {
                    note(Form::DecimalComma);
                }
                if read.grouped {
                    note(Form::Groups);
                }
                Cell::Number(read.value)
            }
            None => Cell::Text(text),
        },
        // Spreadsheets write them in capitals.
        Kind::Flag if text.eq_ignore_ascii_case("true") => Cell::Flag(true),
        Kind::Flag if text.eq_ignore_ascii_case("false") => Cell::Flag(false),
        _ => Cell::Text(text),
    }
}

/// The names of a file's columns; none where the file cannot be read.
pub(super) fn header(bytes: &[u8], separator: u8) -> Vec<String> {
    let text = decode("", bytes, &mut Vec::new()).unwrap_or_default();
    let line = Lines::new(&text, separator).next();
    line.map(|line| line.cells.into_iter().map(|(_, name)| name).collect()).unwrap_or_default()
}
