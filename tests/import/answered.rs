//! Answers that cannot be: refused where they are given, with what would be taken.

use super::{answers, figures, questions, rows, text};
use bilateral::import::{Answers, fits};

#[test]
fn what_can_be_no_answer_is_refused_with_what_is_taken() {
    for (option, value, why) in [
        ("unit", "xyz", "\"xyz\" is no unit: write"),
        ("unit", "USD frobs", "\"USD frobs\" is no unit"),
        ("period", "xyz", "\"xyz\" is no date: write 2020, 2020-05, 2020-05-29 or"),
        ("period", "2020-13", "\"2020-13\" is no date"),
        ("period", "03/04/2020", "\"03/04/2020\" is no date"),
        ("partner", "Nowhere", "no country is known as \"Nowhere\""),
        ("reporter", "Itly", "did you mean IT?"),
        ("reporting", "xyz", "no country is known as \"xyz\""),
        ("measure", "fish", "measure takes turnover or exports"),
        ("lang", "English!", "\"English!\" is no code of a language"),
        ("url", "example", "\"example\" is no web address"),
        ("map", "A=fish", "no field is called \"fish\""),
    ] {
        let error = Answers::default().take(option, value).expect_err(value).to_string();
        assert!(error.contains(why), "{option} {value}: {error}");
    }
    let mut told = Answers::default();
    for (option, value) in [
        ("unit", "mln USD"),
        ("unit", "EUR thousand"),
        ("unit", "sek"),
        ("unit", "t"),
        ("unit", "ratio"),
        ("period", "May 1992"),
        ("partner", "Italy"),
        ("measure", "exports"),
        ("measure", "экспорт"),
        ("lang", "ru"),
        ("url", "https://example.org/a=b"),
        ("read", "Spainland=Spain"),
    ] {
        told.take(option, value).unwrap_or_else(|why| panic!("{option} {value}: {why}"));
    }
    assert_eq!((told.period.as_deref(), told.partner.as_deref()), (Some("1992-05"), Some("IT")));
    assert_eq!((told.measure.as_deref(), &*told.readings[0].1), (Some("exports"), "ES"));
}

#[test]
fn a_reading_that_cannot_be_is_asked_again_and_refused() {
    for (table, read, why) in [
        ("country;year;exports (USD)\nAtlantis;2020;5\n", "Atlantis=xyz", "no country is known"),
        ("date;event;country\nMar-21;A meeting;Italy\n", "Mar-21=xyz", "\"xyz\" is no date"),
        ("Exports, USD;;\nCountry;2019-20;2020-21\nItaly;5;6\n", "2019-20=soon", "is no date"),
        ("country;year;exports ($)\nItaly;2020;5\n", "$=xyz", "\"xyz\" is no unit"),
        ("country;year;exports;unit\nItaly;2020;5;frob\n", "frob=xyz", "\"xyz\" is no unit"),
    ] {
        let asked = text(table, &answers());
        let mut told = answers();
        told.take("read", read).unwrap();
        let again = text(table, &told);
        assert_eq!(questions(&again), questions(&asked), "{table}");
        assert!(!questions(&again).is_empty(), "{table}");
        let refused = fits(&again.questions, "read", read).expect_err(read).to_string();
        assert!(refused.contains(why), "{read}: {refused}");
    }
    let table = "date;event;country\nMar-21;A meeting;Italy\n";
    let asked = text(table, &answers()).questions;
    assert!(fits(&asked, "read", "Mar-21=May 2021").is_ok());
    assert!(fits(&asked, "read", "another=xyz").is_ok());
    let mut told = answers();
    told.take("read", "Mar-21=May 2021").unwrap();
    assert_eq!(rows(&text(table, &told), "events", &["date"]), ["2021-05"]);
    let mut told = answers();
    told.take("read", "$=cad").unwrap();
    let table = "country;year;exports ($)\nItaly;2020;5\n";
    assert_eq!(figures(&text(table, &told)), ["IT exports 5 CAD 2020"]);
}
