//! What fits in more than one way: marks, brackets, units of several measures, forecasts, languages.

use super::books::{ods, row, words};
use super::{answers, figures, inferred, left, questions, read, rows, text};
use bilateral::import::Answers;

#[test]
fn a_mark_that_fits_both_ways_is_asked_with_both_numbers() {
    for (written, comma, point) in [("1.234", "1234", "1.234"), ("12,345", "12.345", "12345")] {
        let table =
            format!("Country;Year;Exports (USD)\nItaly;2020;{written}\nTurkey;2020;{written}\n");
        let asked = text(&table, &answers());
        assert_eq!(
            questions(&asked),
            [format!(
                "is \"{written}\" in table.csv!C2 the number {comma}, the decimal mark being the \
                 comma, or {point}, the decimal mark being the point?"
            )]
        );
        // Each answer gives the number that is shown.
        for (answer, expected) in [("comma", comma), ("point", point)] {
            let mut told = answers();
            told.take("decimal", answer).unwrap();
            assert_eq!(rows(&text(&table, &told), "figures", &["value"])[0], expected);
        }
    }
}

#[test]
fn brackets_that_would_make_trade_negative_are_asked() {
    let table = "Country,Year,Exports (USD)\nItaly,2020,(120)\nItaly,2021,130\n";
    let imported = text(table, &answers());
    assert_eq!(figures(&imported), ["IT exports 130 USD 2021"]);
    assert_eq!(questions(&imported).len(), 1);
    assert!(questions(&imported)[0].starts_with("is \"(120)\" a number in brackets"));
    assert_eq!(imported.questions[0].place, "table.csv!C2");
    for (answer, expected) in [
        ("(120)=120", &["IT exports 120 USD 2020", "IT exports 130 USD 2021"][..]),
        ("(120)=-", &["IT exports 130 USD 2021"]),
    ] {
        let mut told = answers();
        told.take("read", answer).unwrap();
        let imported = text(table, &told);
        assert_eq!(figures(&imported), expected);
        assert_eq!(questions(&imported), [""; 0]);
    }
    // Growth may be below zero.
    let mut told = answers();
    told.take("growth", "change").unwrap();
    let growth =
        "Country,Year,Growth of exports (%)\nItaly,2020,(12.5)\nItaly,2021,13\nItaly,2022,(5)\n";
    let imported = text(growth, &told);
    assert_eq!(rows(&imported, "figures", &["value"]), ["0.875", "1.13", "0.95"]);
    let said = inferred(&imported);
    assert!(said.contains("table.csv!C2: \"(12.5)\" is below zero, by its brackets"), "{said}");
    assert!(!said.contains("\"(5)\""), "{said}");
}

#[test]
fn units_of_several_measures_are_each_of_its_own() {
    let body = "Country;Year;Exports;Imports\nItaly;2019;10;5\n";
    for title in [
        "Exports in mln USD, imports in thousand EUR",
        "Exports (mln USD) and imports (thousand EUR)",
        "Exports, mln USD; imports, thousand EUR",
        "Экспорт в млн долл. США, импорт в тыс. евро",
        "Exports in 1,000,000 USD, imports in 1,000 EUR",
    ] {
        let expected = ["IT exports 10000000 USD 2019", "IT imports 5000 EUR 2019"];
        for table in [format!("{title}\n\n{body}"), format!("{body}\nNote: {title}\n")] {
            let table = table.replace(&format!("{title}\n"), &format!("\"{title}\";;;\n"));
            let table = table.replace(&format!("Note: \"{title}\""), &format!("\"Note: {title}\""));
            let imported = text(&table, &answers());
            assert_eq!(questions(&imported), [""; 0], "{table}");
            assert_eq!(figures(&imported), expected, "{table}");
        }
    }
    // A measure of rows has its own too.
    let long = "\"Exports in mln USD, imports in mln EUR\";;;\nCountry;Year;Flow;Value\n\
                Italy;2019;Export;1\nItaly;2019;Import;2\n";
    assert_eq!(
        figures(&text(long, &answers())),
        ["IT exports 1000000 USD 2019", "IT imports 2000000 EUR 2019"]
    );
}

#[test]
fn what_of_two_units_fits_none_is_asked() {
    for title in
        ["USD mln and tonnes", "Trade, mln USD, mln EUR", "mln USD: exports; mln EUR: imports"]
    {
        let table = format!("\"{title}\";;;\nCountry;Year;Exports;Imports\nItaly;2019;10;5\n");
        let imported = text(&table, &answers());
        assert_eq!(figures(&imported), [""; 0], "{title}");
        assert!(questions(&imported)[0].starts_with("in which unit are the values"), "{title}");
    }
    // A percentage is said of a growth and of nothing else.
    let table = "\"Exports in mln USD, growth in %\";;;\nCountry;Year;Exports;Growth\n\
                 Italy;2019;10;5\nItaly;2020;12;-3\n";
    let mut told = answers();
    told.take("growth", "change").unwrap();
    let imported = text(table, &told);
    assert_eq!(
        figures(&imported)[..2],
        ["IT exports 10000000 USD 2019", "IT growth 1.05 ratio 2019"]
    );
    // Where the units are of one measure, it is known.
    let one = "\"Exports, USD thousand (2019: USD million)\";;\nCountry;2019;2020\nItaly;10;11\n";
    assert!(questions(&text(one, &answers()))[0].starts_with("in which unit are the values"));
    // A rate of exchange is no unit of values.
    let rate = "\"Exports (USD mln), 1 USD = 1.7 AZN\";;\nCountry;Year;Exports\nItaly;2019;10\n";
    assert_eq!(figures(&text(rate, &answers())), ["IT exports 10000000 USD 2019"]);
    // One unit, told in two ways, is one.
    let one =
        "\"Exports, mln USD (millions of US dollars)\";;\nCountry;Year;Exports\nItaly;2019;10\n";
    assert_eq!(figures(&text(one, &answers())), ["IT exports 10000000 USD 2019"]);
}

#[test]
fn a_forecast_is_inferred_with_its_reason() {
    let reason = "a forecast of its source, not a recorded value";
    for table in [
        "Country,2024,2026 forecast\nItaly,1,2\n",
        "Country,Year,Value\nItaly,2024,1\nItaly,2026 (прогноз),2\n",
        "Country,Year,Type,Value\nItaly,2024,actual,1\nItaly,2026,forecast,2\n",
        "Country,Year,Value,Status\nItaly,2024,1,\nItaly,2026,2,Прогноз\n",
        "Country,Year,Value,\nItaly,2024,1,\nItaly,2026,2,Prognose\n",
        "Country,Year,Value,Note\nItaly,2024,1,final\nItaly,2026,2,forecast\n",
    ] {
        let mut told = answers();
        told.take("unit", "USD").unwrap();
        told.take("measure", "exports").unwrap();
        let imported = text(table, &told);
        assert_eq!(questions(&imported), [""; 0], "{table}");
        let columns = ["value", "qualifier", "certainty", "reason"];
        let found = rows(&imported, "figures", &columns);
        assert_eq!(found[0], "1 exact stated ", "{table}");
        let id = found[1].strip_prefix("2 about inferred ").unwrap_or_else(|| panic!("{found:?}"));
        let notes = rows(&imported, "notes", &["id", "text_en"]);
        assert!(notes.contains(&format!("{id} {reason}")), "{table}: {notes:?}");
    }
    // The reason is in the package's language.
    let told = Answers { lang: Some("ru".into()), ..answers() };
    let table =
        "Страна,Год,\"Экспорт, USD\",Примечание\nИталия,2026 (прогноз),2,по данным ведомства\n";
    let notes = rows(&text(table, &told), "notes", &["text_ru"]);
    assert!(notes.contains(&"прогноз источника, а не учтённое значение".to_owned()), "{notes:?}");
    // A plan in a column of kinds is none of them.
    let plan = "Country,Year,Type,Exports (USD)\nItaly,2024,actual,1\nItaly,2026,plan,2\n";
    let imported = text(plan, &answers());
    assert_eq!(figures(&imported), ["IT exports 1 USD 2024"]);
    assert!(left(&imported).join("\n").contains("\"2\": a plan or a target"));
}

#[test]
fn a_title_that_speaks_of_forecasts_makes_none_of_what_is_none() {
    let title = "\"Exports, USD, with a forecast\";;\nCountry;2024;2026f\nItaly;1;2\n";
    let certain = rows(&text(title, &answers()), "figures", &["value", "certainty"]);
    assert_eq!(certain, ["1 stated", "2 inferred"]);
    // A sign of a footnote says nothing of that.
    let signs = "\"Forecast of exports, USD\";;\nCountry;2026*;2027\nItaly;1;2\n";
    let certain = rows(&text(signs, &answers()), "figures", &["value", "certainty"]);
    assert_eq!(certain, ["1 inferred", "2 inferred"]);
}

#[test]
fn a_currency_of_an_open_document_cell_is_its_unit() {
    let money = |value: &str, code: &str| {
        format!(
            "<table:table-cell office:value-type=\"currency\" office:currency=\"{code}\" \
             office:value=\"{value}\"><text:p>{value}</text:p></table:table-cell>"
        )
    };
    let sheet = [
        row(&[&words("Country"), &words("Exports 2020")]),
        row(&[&words("Italy"), &money("15.5", "EUR")]),
        row(&[&words("Turkey"), &money("7", "TRY")]),
    ];
    let imported = read("b.ods", &ods(&sheet.concat()), &answers()).unwrap();
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported), ["IT exports 15.5 EUR 2020", "TR exports 7 TRY 2020"]);
    assert!(inferred(&imported).contains("!B2: is in EUR, by the format of the cell"));
}

#[test]
fn no_title_is_claimed_to_be_of_a_language_that_it_is_not() {
    let table = "Date,Country,Event\n2020-01-01,Italy,Visit of the president\n\
                 2020-02-01,Turkey,Подписано соглашение\n";
    let told = |lang: &str| Answers { lang: Some(lang.into()), ..answers() };
    for lang in ["en", "az", "de"] {
        let asked = questions(&text(table, &told(lang)));
        assert_eq!(asked, ["in which language is \"Подписано соглашение\"?"], "{lang}");
    }
    let imported = text(table, &told("ru"));
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        rows(&imported, "events", &["title_en", "title_ru"]),
        ["Visit of the president ", " Подписано соглашение"]
    );
    assert!(inferred(&imported).contains("\"Visit of the president\" is taken as \"en\""));
    // A name in other letters is no other language.
    let named = "Date,Country,Event\n2020-01-01,Italy,COP29\n";
    assert_eq!(rows(&text(named, &told("ru")), "events", &["title_ru"]), ["COP29"]);
}
