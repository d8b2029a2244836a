//! Whatever the table, every cell that holds something has a place in the lists.
//!
//! 128 tables of a seed that changes; `BILATERAL_CASES=10000 cargo test --release --test import conserved`
//! tries as many.

use super::answers;
use bilateral::import::{Answers, At, DecimalMark, File, Imported, import};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn cases() -> ProptestConfig {
    let cases = std::env::var("BILATERAL_CASES").ok().and_then(|count| count.parse().ok());
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases.unwrap_or(128)) }
}

/// What stands in tables that people have.
const KNOWN: [&str; 70] = [
    "",
    "",
    "",
    "Country",
    "Year",
    "Exports",
    "Imports, USD mln",
    "Value",
    "Partner",
    "Flow",
    "Date",
    "Event",
    "Unit",
    "Total",
    "Germany",
    "Россия",
    "TR",
    "World",
    "Atlantis",
    "2019",
    "2020",
    "2021",
    "1992-05-29",
    "29.05.1992",
    "03/04/2020",
    "Q1 2020",
    "spring 2020",
    "1 234,5",
    "1.234,5",
    "1,234.5",
    "2,923",
    "12 mln",
    "(5)",
    "–",
    "n/a",
    "7*",
    "45%",
    "USD",
    "EUR",
    "$",
    "Export",
    "X",
    "RX",
    "* provisional",
    "Source: an office",
    "=1+1",
    "\"",
    "'",
    "cmdCode",
    "TOTAL",
    "27",
    "Headline",
    "A meeting",
    "Reporter",
    "note",
    "id",
    "table",
    "Growth, %",
    "112.5",
    "-5",
    "Trade balance",
    "From",
    "To",
    "Jan-20",
    "3m",
    "Italy Total",
    "Italy",
    "прогноз",
    "2026 forecast",
    "Exports in mln USD, imports in mln EUR",
];

/// Cells as they come: headers, countries, dates, numbers, holes, and anything.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::sample::select(KNOWN.to_vec()).prop_map(String::from),
        1 => any::<f64>().prop_map(|number| number.to_string()),
        // What separates cells elsewhere would separate them here.
        1 => "\\PC{0,12}".prop_map(|text| text.replace(['|', ';'], "")),
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1..9_usize).prop_flat_map(|width| vec(vec(cell(), 0..=width), 0..14))
}

/// What a user may have said.
fn said() -> impl Strategy<Value = Answers> {
    let column = proptest::sample::select(&["A", "B", "C", "Year", "Value"][..]);
    let field = proptest::sample::select(
        &["partner", "value", "exports", "period", "note", "title", "ignore", "year"][..],
    );
    (any::<bool>(), any::<bool>(), vec((column, field), 0..3)).prop_map(|(all, comma, columns)| {
        let mut said = answers();
        if all {
            said.partner = Some("IT".into());
            said.measure = Some("exports".into());
            said.unit = Some("USD".into());
            said.period = Some("2020".into());
            said.take("growth", "index").unwrap();
            said.take("two-digits", "year").unwrap();
            said.decimal =
                vec![(None, if comma { DecimalMark::Comma } else { DecimalMark::Point })];
        }
        said.columns =
            columns.into_iter().map(|(name, field)| (name.into(), field.into())).collect();
        said
    })
}

fn csv(table: &[Vec<String>]) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in table {
        // A row without cells is a blank line, which a writer would quote.
        let row: &[String] = if row.is_empty() { &[String::new()] } else { row };
        out.write_record(row).unwrap();
    }
    out.into_inner().unwrap()
}

/// The cells of the table that hold something.
fn filled(table: &[Vec<String>]) -> BTreeSet<(u32, u16)> {
    let mut filled = BTreeSet::new();
    for (row, cells) in table.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            if !cell.trim().is_empty() {
                filled.insert((row as u32, column as u16));
            }
        }
    }
    filled
}

/// The cells that the import accounts for; a cell that is both used and left is a fault.
fn accounted(imported: &Imported) -> BTreeSet<(u32, u16)> {
    let place = |at: &At| (at.row, at.column);
    let rows = imported.tables.iter().flat_map(|table| &table.rows);
    let mut used: BTreeSet<(u32, u16)> =
        rows.flat_map(|row| row.from.iter().map(|(_, at)| place(at))).collect();
    used.extend(imported.named.iter().map(place));
    for left in &imported.leftovers {
        for row in left.first.row..=left.last_row {
            assert!(used.insert((row, left.first.column)), "{left} is used too");
        }
    }
    used
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_cell_is_lost(table in table(), said in said()) {
        let bytes = csv(&table);
        let imported = import(&[File { name: "t.csv", bytes: &bytes }], &said, &|_, _| {});
        let imported = imported.expect("a written table is read");
        prop_assert_eq!(accounted(&imported), filled(&table));
        for table in &imported.tables {
            for row in &table.rows {
                prop_assert_eq!(row.cells.len(), table.columns.len());
                prop_assert!(row.from.iter().all(|(at, _)| usize::from(*at) < table.columns.len()));
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        for name in ["a.csv", "a.json", "a.xlsx", "figures.csv"] {
            let _ = import(&[File { name, bytes: &bytes }], &answers(), &|_, _| {});
        }
    }

    /// What stands in a figure is the number that its cell shows.
    #[test]
    fn a_value_is_its_cell(values in vec(0_u64..1_000_000_000_000, 1..20), comma in any::<bool>()) {
        let grouped = |value: u64| {
            let (whole, cents) = ((value / 100).to_string(), value % 100);
            let mut text = String::new();
            for (at, digit) in whole.chars().enumerate() {
                if at > 0 && (whole.len() - at) % 3 == 0 {
                    text.push(if comma { '.' } else { ',' });
                }
                text.push(digit);
            }
            format!("{text}{}{cents:02}", if comma { ',' } else { '.' })
        };
        let mut table = "country;year;exports (USD)\n".to_owned();
        for (at, value) in values.iter().enumerate() {
            table += &format!("Italy;{};{}\n", 1900 + at, grouped(*value));
        }
        let imported = super::text(&table, &answers());
        let found = super::rows(&imported, "figures", &["value"]);
        let expected: Vec<f64> = values.iter().map(|value| *value as f64 / 100.0).collect();
        let found: Vec<f64> = found.iter().map(|value| value.parse().unwrap()).collect();
        prop_assert_eq!(found, expected);
    }
}
