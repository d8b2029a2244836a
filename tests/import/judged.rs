//! What a table says of its own values is never overruled, turned or made more certain than it is.

use super::{answers, figures, inferred, left, questions, read, rows, text};
use bilateral::import::Answers;
use rust_xlsxwriter::{Format, Workbook};

fn told(option: &str, value: &str) -> Answers {
    let mut told = answers();
    told.take(option, value).unwrap();
    told
}

#[test]
fn an_answered_unit_is_of_what_has_none() {
    let two = "Country,Year,Exports (EUR mn),Imports\nItaly,2020,100,60\n";
    let asked = text(two, &answers());
    assert_eq!(questions(&asked), ["in which unit are the values?"]);
    assert_eq!(asked.questions[0].place, "table.csv!D");
    let exports = "IT exports 100000000 EUR 2020";
    assert_eq!(figures(&text(two, &told("unit", "USD"))), [exports, "IT imports 60 USD 2020"]);
    let one = "Country,Year,Exports (EUR mn)\nItaly,2020,100\n";
    assert_eq!(figures(&text(one, &told("unit", "USD thousand"))), [exports]);
    // Rows that say no unit among those that do are named too.
    let rows = "Country,Year,Exports,Currency\nItaly,2020,100,EUR\nItaly,2021,60,\n";
    let asked = text(rows, &answers());
    assert_eq!(asked.questions[0].place, "table.csv!C3");
}

#[test]
fn trade_that_a_header_tells_from_the_partners_side_is_turned() {
    for (table, expected) in [
        (
            "Country,Year,Exports to Azerbaijan (USD),Imports from Azerbaijan (USD)\nItaly,2020,1,9\n",
            ["IT imports 1 USD 2020 ", "IT exports 9 USD 2020 "],
        ),
        (
            "Страна,Год,\"Импорт из Азербайджана, долл. США\",\"Экспорт в Азербайджан, долл. США\"\n\
             Италия,2020,9,1\n",
            ["IT exports 9 USD 2020 ", "IT imports 1 USD 2020 "],
        ),
        (
            "Year,Turkey exports to Azerbaijan (USD),Turkey imports from Azerbaijan (USD)\n2020,1,9\n",
            ["TR imports 1 USD 2020 ", "TR exports 9 USD 2020 "],
        ),
    ] {
        let imported = text(table, &answers());
        assert_eq!(questions(&imported), [""; 0], "{table}");
        let columns = ["partner", "measure", "value", "unit", "period", "reporter"];
        assert_eq!(rows(&imported, "figures", &columns), expected, "{table}");
        assert!(inferred(&imported).contains("seen from the partner's side"), "{table}");
    }
    // By whose statistics, where a header says it.
    let data = "Year,\"AZ data: exports to KZ, USD\",\"KZ data: imports from AZ, USD\"\n2019,1,2\n";
    let imported = text(data, &answers());
    assert_eq!(
        rows(&imported, "figures", &["partner", "measure", "value", "reporter"]),
        ["KZ exports 1 ", "KZ exports 2 KZ"]
    );
    // What may be either is asked.
    let either =
        "\"Azerbaijan imports by Italy and Turkey, USD\",,\nCountry,2020,2021\nItaly,1,2\n";
    assert_eq!(questions(&text(either, &answers())), ["what do the values measure?"]);
    // A title says it of every column.
    let title = "\"Exports to Azerbaijan, USD\",,\nCountry,2020,2021\nItaly,1,2\n";
    assert_eq!(
        figures(&text(title, &answers())),
        ["IT imports 1 USD 2020", "IT imports 2 USD 2021"]
    );
    // The country's own trade stays as it is.
    for own in ["Exports from Azerbaijan (USD)", "Azerbaijan exports (USD)", "Exports (USD)"] {
        let table = format!("Country,Year,{own}\nItaly,2020,1\n");
        assert_eq!(figures(&text(&table, &answers())), ["IT exports 1 USD 2020"], "{own}");
    }
}
