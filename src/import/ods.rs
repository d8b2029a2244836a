//! What calamine leaves out of an ODS sheet: which cells are percentages or amounts of a
//! currency, and which are merged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::currencies::is_currency;
use super::grid::Span;

/// The most cells whose place is noted: repeated ones are claims, not cells.
const MAX_MARKS: usize = 1_000_000;

/// What is known of one sheet beside its values.
#[derive(Default)]
pub(super) struct SheetMarks {
    pub percent: BTreeSet<(u32, u32)>,
    /// Amounts, each with the code of its currency.
    pub money: BTreeMap<(u32, u32), Arc<str>>,
    pub spans: Vec<Span>,
}

/// One for each sheet of `content.xml`, in its order.
pub(super) fn marks(content: &[u8]) -> Result<Vec<SheetMarks>, quick_xml::Error> {
    let mut reader = Reader::from_reader(content);
    let (mut sheets, mut buffer) = (Vec::new(), Vec::new());
    let (mut row, mut column, mut repeated) = (0_u32, 0_u32, 1_u32);
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Eof => return Ok(sheets),
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table" => {
                    sheets.push(SheetMarks::default());
                    (row, column) = (0, 0);
                }
                "table:table-row" => {
                    column = 0;
                    repeated = number(&tag, "table:number-rows-repeated");
                }
                _ => cell(&tag, row, &mut column, repeated, sheets.last_mut()),
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "table:table-row" => {
                    row = row.saturating_add(number(&tag, "table:number-rows-repeated"));
                }
                _ => cell(&tag, row, &mut column, repeated, sheets.last_mut()),
            },
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => {
                row = row.saturating_add(repeated);
            }
            _ => {}
        }
        buffer.clear();
    }
}

fn cell(tag: &BytesStart, row: u32, column: &mut u32, rows: u32, sheet: Option<&mut SheetMarks>) {
    let Some(sheet) = sheet else { return };
    if !matches!(tag.name().as_ref(), "table:table-cell" | "table:covered-table-cell") {
        return;
    }
    let repeats = number(tag, "table:number-columns-repeated");
    let kind = text(tag, "office:value-type");
    let money: Arc<str> = text(tag, "office:currency").into();
    if kind == "percentage" || kind == "currency" && is_currency(&money) {
        for row in row..row.saturating_add(rows) {
            for column in *column..column.saturating_add(repeats) {
                if sheet.percent.len() + sheet.money.len() >= MAX_MARKS {
                    return;
                }
                if kind == "percentage" {
                    sheet.percent.insert((row, column));
                } else {
                    sheet.money.insert((row, column), money.clone());
                }
            }
        }
    }
    let width = number(tag, "table:number-columns-spanned") as usize;
    let height = number(tag, "table:number-rows-spanned") as usize;
    if (width > 1 || height > 1) && sheet.spans.len() < MAX_MARKS {
        sheet.spans.push(Span { row: row as usize, column: *column as usize, height, width });
    }
    *column = column.saturating_add(repeats);
}

fn text(tag: &BytesStart, name: &str) -> String {
    let found = tag.try_get_attribute(name).ok().flatten();
    found.map(|attribute| attribute.value.into_owned()).unwrap_or_default()
}

/// A count of at least one.
fn number(tag: &BytesStart, name: &str) -> u32 {
    let digits = text(tag, name);
    digits.parse().ok().unwrap_or(1).max(1)
}
