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
