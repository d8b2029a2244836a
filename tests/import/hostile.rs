//! Files that mean harm are refused, or harmless.

use super::books::ods;
use super::{answers, figures, read, rows, text};
use bilateral::import::write;
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], why: &str) {
    let what = read(name, bytes, &answers()).expect_err("it is refused").to_string();
    assert!(what.contains(why), "{what}");
}

/// A workbook with one file of its archive made by another rule.
fn spoiled(path: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in ["country", "year", "exports (USD)"].iter().enumerate() {
        sheet.write(0, column as u16, *header).unwrap();
    }
    sheet.write(1, 0, "Italy").unwrap();
    sheet.write(1, 1, 2020).unwrap();
    sheet.write(1, 2, 5).unwrap();
    let mut zip = ZipArchive::new(Cursor::new(book.save_to_buffer().unwrap())).unwrap();
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        if name == path {
            content = change(content);
        }
        files.push((name, content));
    }
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    archive(&files)
}

#[test]
fn a_zip_bomb_is_refused() {
    let zeros = vec![b'0'; 24 << 20];
    let bomb = archive(&[("sheet.csv", &zeros)]);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    refused("bomb.zip", &bomb, "more than 200 times its packed size");
}

#[test]
fn an_archive_of_many_files_is_refused() {
    let names: Vec<String> = (0..2001).map(|at| format!("{at}.csv")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"a"[..])).collect();
    refused("many.zip", &archive(&files), "more than 2000 files");
}

#[test]
fn a_path_out_of_the_archive_is_refused() {
    refused("up.zip", &archive(&[("../../up.csv", b"a,b\n1,2\n")]), "leads out of the archive");
}

#[test]
fn an_archive_in_an_archive_is_no_table() {
    let inner = archive(&[("a.csv", b"a,b\n1,2\n")]);
    refused("outer.zip", &archive(&[("inner.csv", &inner)]), "archive inside an archive");
}

#[test]
fn a_claim_of_a_billion_texts_is_refused() {
    for claim in ["1000000000", "18446744073709551615", "99999999999999999999999"] {
        let book = spoiled("xl/sharedStrings.xml", |text| {
            let at = text.find("uniqueCount=\"").unwrap() + "uniqueCount=\"".len();
            let end = at + text[at..].find('"').unwrap();
            [&text[..at], claim, &text[end..]].concat()
        });
        refused("claim.xlsx", &book, "claims more texts than it holds");
    }
}

#[test]
fn a_claim_of_a_huge_sheet_takes_no_memory() {
    let book = spoiled("xl/worksheets/sheet1.xml", |text| {
        text.replace("ref=\"A1:C2\"", "ref=\"A1:XFD1048576\"")
    });
    let imported = read("claim.xlsx", &book, &answers()).unwrap();
    assert_eq!(figures(&imported), ["IT exports 5 USD 2020"]);
}

#[test]
fn repeated_cells_of_a_sheet_are_bounded() {
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell>";
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"1000000000\">{cell}</table:table-row>"
    );
    refused("claim.ods", &ods(&row), "unreadable spreadsheet");
    let blank = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let cell = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let far = read("far.ods", &ods(&[cell, blank, cell].concat()), &answers());
    assert!(far.is_err() || far.unwrap().leftovers.len() == 2);
}

#[test]
fn links_to_other_books_are_not_followed() {
    let book = spoiled("xl/worksheets/sheet1.xml", |text| {
        text.replace("<v>5</v>", "<f>[1]Sheet1!A1+DDE(\"cmd\",\"/c calc\",\"x\")</f><v>6</v>")
    });
    assert_eq!(figures(&read("links.xlsx", &book, &answers()).unwrap()), ["IT exports 6 USD 2020"]);
}

#[test]
fn entities_of_xml_do_not_grow() {
    let book = spoiled("xl/sharedStrings.xml", |text| {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>";
        let end = text.find("?>").unwrap() + 2;
        [&text[..end], bomb, &text[end..].replace("country", "&b;&b;")].concat()
    });
    if let Ok(imported) = read("entities.xlsx", &book, &answers()) {
        assert!(imported.leftovers.iter().all(|left| left.text.len() < 100));
    }
}

#[test]
fn deep_json_is_refused() {
    refused("deep.json", &[&b"[".repeat(100_000)[..]].concat(), "not JSON");
    let deep = [br#"{"a":"#.repeat(50_000), b"1".to_vec(), b"}".repeat(50_000)].concat();
    refused("deep.json", &deep, "not JSON");
}

#[test]
fn a_quotation_mark_that_nothing_closes_is_refused() {
    let mut table = b"country,year,exports (USD)\nItaly,2020,\"5\n".to_vec();
    table.extend(b"Spain,2020,6\n".repeat(5000));
    refused("open.csv", &table, "close its quotation mark");
}

#[test]
fn many_columns_are_refused() {
    refused("wide.csv", &[b"a,".repeat(20_000), b"\n".to_vec()].concat(), "a row of");
}

#[test]
fn bytes_without_sense_are_no_panic() {
    for bytes in [
        &b""[..],
        b"\0\0\0\0",
        b"\xff\xfe",
        b"PK\x03\x04",
        b"{}",
        b"[]",
        b"[1]",
        b"\n\n\n",
        b"\"",
        b",",
    ] {
        let _ = read("x.csv", bytes, &answers());
        let _ = read("x.json", bytes, &answers());
        let _ = read("x.xlsx", bytes, &answers());
    }
    refused("a.pdf", b"%PDF-1.7", "a PDF");
}

#[test]
fn formulas_are_harmless_on_the_way_out() {
    let table = "date,event,country,comment\n2020,\"=HYPERLINK(\"\"https://example.org\"\",\"\"x\"\")\",Italy,+1+cmd|' /C calc'!A0\n";
    let imported = text(table, &answers());
    assert_eq!(rows(&imported, "notes", &["text_en"]), ["+1+cmd|' /C calc'!A0"]);
    for (name, bytes) in write(&imported, "2026-11-28", "x") {
        if !name.ends_with(".csv") {
            continue;
        }
        for record in csv::Reader::from_reader(&bytes[..]).records() {
            for cell in record.unwrap().iter() {
                let runs = cell.starts_with(['=', '+', '@']) && cell.parse::<f64>().is_err();
                assert!(!runs, "{name}: {cell}");
            }
        }
    }
}
