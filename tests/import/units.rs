//! Units and their multipliers, wherever a table says them, and what is asked of those that it does not.

use super::{answers, figures, inferred, left, questions, rows, text};
use bilateral::import::{Answers, Imported};

fn told(option: &str, value: &str) -> Answers {
    let mut told = answers();
    told.take(option, value).unwrap();
    told
}

/// The first value and its unit.
fn value(imported: &Imported) -> String {
    rows(imported, "figures", &["value", "unit"]).first().cloned().unwrap_or_default()
}

#[test]
fn multipliers_in_many_words() {
    for (unit, expected) in [
        ("thsd. USD", "3000 USD"),
        ("thous. USD", "3000 USD"),
        ("thd USD", "3000 USD"),
        ("tys. USD", "3000 USD"),
        ("Tis. USD", "3000 USD"),
        ("milliers de USD", "3000 USD"),
        ("10^6 USD", "3000000 USD"),
        ("10⁶ USD", "3000000 USD"),
        ("1,000 USD", "3000 USD"),
        ("1 000 000 USD", "3000000 USD"),
        ("1,000,000 USD", "3000000 USD"),
        ("INR crore", "30000000 INR"),
        ("INR lakh", "300000 INR"),
        ("hundred million yen", "300000000 JPY"),
        ("JPY 100 million", "300000000 JPY"),
        ("JPY hundreds of millions", "300000000 JPY"),
        ("Mio. EUR", "3000000 EUR"),
        ("Mrd. EUR", "3000000000 EUR"),
        ("bn EUR", "3000000000 EUR"),
        ("USD, thousands", "3000 USD"),
        ("USD", "3 USD"),
        ("current USD", "3 USD"),
        ("USD (1)", "3 USD"),
        ("USD [2]", "3 USD"),
        ("constant 2015 US$", "3 USD"),
        ("million USD, FOB", "3000000 USD"),
        ("million US dollars at current prices", "3000000 USD"),
    ] {
        let header = format!("Country;Year;\"Exports, {unit}\"\nItaly;2020;3\n");
        let title = format!("\"Trade, {unit}\";;\nCountry;Exports 2020;Imports 2020\nItaly;3;4\n");
        let below = format!("Trade;;\n({unit});;\nCountry;Exports 2020;Imports 2020\nItaly;3;4\n");
        let below = below.replace(&format!("({unit})"), &format!("\"({unit})\""));
        for table in [header, title, below] {
            let imported = text(&table, &answers());
            assert_eq!(questions(&imported), [""; 0], "{table}");
            assert_eq!(value(&imported), expected, "{table}");
        }
    }
}

#[test]
fn a_unit_beside_what_is_not_understood_is_asked() {
    for (unit, strange) in [
        ("zillion USD", "zillion USD"),
        ("zillions of USD", "zillions of USD"),
        ("USD zillion", "USD zillion"),
        ("in zillion USD", "zillion USD"),
        ("USD (zillion)", "USD zillion"),
        ("zillion million USD", "zillion million USD"),
        ("250 USD", "250 USD"),
        ("10 USD", "10 USD"),
        ("zillion $", "zillion $"),
    ] {
        let header = format!("Country;Year;\"Exports, {unit}\"\nItaly;2020;3\n");
        let title = format!("\"Trade, {unit}\";;\nCountry;Exports 2020;Imports 2020\nItaly;3;4\n");
        let column = format!("Country;Year;Exports;Unit\nItaly;2020;3;{unit}\n");
        for table in [header, title, column] {
            let imported = text(&table, &answers());
            let what = format!(
                "in which unit are the values, where \"{strange}\" is not wholly understood?"
            );
            assert_eq!(questions(&imported), [what], "{table}");
            assert_eq!(figures(&imported), [""; 0], "{table}");
            assert!(left(&imported).iter().any(|one| one.contains("\"3\": asked")), "{table}");
            let answer = told("read", &format!("{strange}=USD thousand"));
            assert_eq!(value(&text(&table, &answer)), "3000 USD", "{table}");
            assert_eq!(value(&text(&table, &told("unit", "USD"))), "3 USD", "{table}");
        }
    }
    // What the nearer text says wholly is known.
    let known = "\"Trade, zillion USD\";;\nCountry;Year;\"Exports, USD mln\"\nItaly;2020;3\n";
    assert_eq!(value(&text(known, &answers())), "3000000 USD");
}

#[test]
fn a_unit_is_told_with_its_multiplier() {
    let table = "Country,Year,Exports\nItaly,2019,100\n";
    let asked = text(table, &answers());
    assert_eq!(questions(&asked), ["in which unit are the values?"]);
    let offered = &asked.questions[0].answers;
    assert!(offered.contains(&"--unit \"USD million\"".to_owned()), "{offered:?}");
    assert!(offered.contains(&"--unit UNIT".to_owned()), "{offered:?}");
    for (unit, expected) in [
        ("USD million", "100000000 USD"),
        ("EUR thousand", "100000 EUR"),
        ("€bn", "100000000000 EUR"),
        ("млн долл. США", "100000000 USD"),
        ("USD", "100 USD"),
    ] {
        assert_eq!(value(&text(table, &told("unit", unit))), expected, "{unit}");
    }
}

#[test]
fn a_multiplier_in_each_row_is_read() {
    let wits = "Reporter,Partner,Year,Indicator Type,Indicator,Product,Indicator Value\n\
                Azerbaijan,Italy,2018,Export,Trade Value 1000 US$,All Products,5929284.7\n\
                Azerbaijan,Italy,2018,Import,Trade (US$ Thousand),All Products,400000.5\n";
    let imported = text(wits, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        ["IT exports 5929284700 USD 2018", "IT imports 400000500 USD 2018"]
    );
    let other = "Reporter,Partner,Indicator,Indicator Type,2018,2019\n\
                 Azerbaijan,Italy,Trade (US$ Thousand),Export,5,6\n";
    assert_eq!(
        figures(&text(other, &answers())),
        ["IT exports 5000 USD 2018", "IT exports 6000 USD 2019"]
    );
    for (header, cell, expected) in [
        ("Multiplier", "Thousands", "3000 USD"),
        ("UNIT_MULT", "6", "3000000 USD"),
        ("PowerCode", "Millions", "3000000 USD"),
        ("Multiplier", "Units", "3 USD"),
        ("Multiplier", "1000", "3000 USD"),
    ] {
        let table =
            format!("Country,Year,Flow,Currency,{header},Value\nItaly,2019,Export,USD,{cell},3\n");
        let imported = text(&table, &answers());
        assert_eq!(questions(&imported), [""; 0], "{header} {cell}");
        assert_eq!(value(&imported), expected, "{header} {cell}");
    }
    let strange = "Country,Year,Flow,Currency,Multiplier,Value\nItaly,2019,Export,USD,zillions,3\n";
    assert_eq!(
        questions(&text(strange, &answers())),
        ["how many times are the values to be taken, by \"zillions\"?"]
    );
    assert_eq!(value(&text(strange, &told("read", "zillions=1000"))), "3000 USD");
    let twice =
        "Country,Year,Flow,Unit,Multiplier,Value\nItaly,2019,Export,USD thousand,Millions,3\n";
    assert_eq!(
        questions(&text(twice, &answers())),
        ["how many times are the values to be taken, by \"Millions\"?"]
    );
}

#[test]
fn a_unit_below_a_table_is_of_all_of_it() {
    for (line, expected) in [
        ("Unit: USD million", "10000000 USD"),
        ("\"Exports, EUR million\"", "10000000 EUR"),
        ("In thousands of US dollars", "10000 USD"),
    ] {
        let table = format!("Country,Flow,2019,2020\nItaly,Export,10,11\n{line},,,\n");
        let imported = text(&table, &answers());
        assert_eq!(questions(&imported), [""; 0], "{line}");
        assert_eq!(value(&imported), expected, "{line}");
    }
    let table = "Country,Flow,2019,2020\nItaly,Export,10,11\nUnit: zillion USD,,,\n";
    assert_eq!(text(table, &answers()).questions.len(), 1);
    let balance = "Country,Year,\"Trade balance, USD at current prices\"\nItaly,2019,10\n";
    assert_eq!(figures(&text(balance, &answers())), [""; 0]);
    // A sentence may say it too.
    for head in ["Exports", "\"Exports, USD\""] {
        let table = format!(
            "Country,Year,{head}\nItaly,2019,10\nNote: values are in thousands of US dollars,,\n"
        );
        let asked = "in which unit are the values, where \"thousands of US dollars\" is not wholly \
                     understood?";
        assert_eq!(questions(&text(&table, &answers())), [asked]);
        let answer = told("read", "thousands of US dollars=USD thousand");
        assert_eq!(value(&text(&table, &answer)), "10000 USD");
    }
    let known =
        "Country,Year,\"Exports, USD mln\"\nItaly,2019,10\nAid is in thousands of euros,,\n";
    assert_eq!(value(&text(known, &answers())), "10000000 USD");
    // A sentence that speaks of money is no unit.
    let table =
        "Country,Flow,2019,2020\nItaly,Export,10,11\nA port cost 5 USD million in 2019,,,\n";
    assert_eq!(questions(&text(table, &answers())), ["in which unit are the values?"]);
}

#[test]
fn each_sign_in_a_column_is_its_own() {
    let table = "country,year,exports\nItaly,2019,€5.2m\nItaly,2020,$6.1m\nJapan,2019,¥900m\n\
                 UK,2019,£80m\n";
    let asked = text(table, &answers());
    assert_eq!(questions(&asked), ["which currency is \"$\"?", "which currency is \"¥\"?"]);
    assert_eq!(asked.questions[0].answers[0], "--read \"$=USD\"");
    assert_eq!(
        asked.questions[1].answers,
        ["--read \"¥=JPY\"", "--read \"¥=CNY\"", "--read \"¥=UNIT\""]
    );
    let euro = "IT exports 5200000 EUR 2019";
    let (dollars, pounds) = ("IT exports 6100000 USD 2020", "GB exports 80000000 GBP 2019");
    assert_eq!(figures(&text(table, &told("read", "$=USD"))), [euro, dollars, pounds]);
    assert_eq!(figures(&text(table, &told("unit", "USD"))), [euro, dollars, pounds]);
    let mut both = told("read", "$=USD");
    both.take("read", "¥=JPY").unwrap();
    assert_eq!(
        figures(&text(table, &both)),
        [euro, dollars, "JP exports 900000000 JPY 2019", pounds]
    );
    // So is each column's, and each row's.
    let wide = "country,year,\"exports, $m\",\"imports, €m\"\nItaly,2019,1,2\n";
    assert_eq!(
        figures(&text(wide, &told("unit", "USD"))),
        ["IT exports 1000000 USD 2019", "IT imports 2000000 EUR 2019"]
    );
    let long = "country,year,exports,currency\nItaly,2019,1,$\nItaly,2020,2,EUR\n";
    assert_eq!(
        figures(&text(long, &told("unit", "USD"))),
        ["IT exports 1 USD 2019", "IT exports 2 EUR 2020"]
    );
}

#[test]
fn what_a_sentence_says_beside_a_unit_is_no_part_of_it() {
    for said in [
        "Exports in billion USD unless otherwise stated",
        "Exports, billion USD except 2020",
        "Экспорт, млрд долл. США, если не указано иное",
        "Exports, billion USD, except where noted",
    ] {
        let value = |table: &str| {
            let imported = text(table, &answers());
            assert_eq!(questions(&imported), [""; 0], "{table}");
            value(&imported)
        };
        let column = format!("Country;Year;\"{said}\"\nItaly;2019;5\n");
        assert_eq!(value(&column), "5000000000 USD", "{said}");
        let title = format!("\"{said}\";;\nCountry;2019;2020\nItaly;5;6\n");
        assert_eq!(value(&title), "5000000000 USD", "{said}");
    }
}

#[test]
fn a_dollar_with_its_country_is_that_countrys() {
    for (sign, unit) in [
        ("A$", "AUD"),
        ("AU$", "AUD"),
        ("C$", "CAD"),
        ("CA$", "CAD"),
        ("HK$", "HKD"),
        ("NZ$", "NZD"),
        ("S$", "SGD"),
        ("NT$", "TWD"),
        ("R$", "BRL"),
        ("US$", "USD"),
    ] {
        for table in [
            format!("Country;Year;Exports ({sign} mln)\nItaly;2019;5\n"),
            format!("Country;Year;Exports, {sign}m\nItaly;2019;5\n"),
            format!("Country;Year;Exports\nItaly;2019;{sign}5 mln\nItaly;2020;{sign} 6 mln\n"),
        ] {
            let imported = text(&table, &answers());
            assert_eq!(questions(&imported), [""; 0], "{table}");
            assert_eq!(value(&imported), format!("5000000 {unit}"), "{table}");
        }
    }
}

#[test]
fn a_column_of_units_is_known_by_its_usual_names() {
    for header in [
        "Measurement",
        "Unit of measurement",
        "UOM",
        "Measure",
        "Ед. измерения",
        "Единицы измерения",
    ] {
        let table = format!("Country;Year;Exports;{header}\nItaly;2019;5;USD mln\n");
        let imported = text(&table, &answers());
        assert_eq!(questions(&imported), [""; 0], "{header}");
        assert_eq!(value(&imported), "5000000 USD", "{header}");
    }
}

#[test]
fn a_header_of_words_joined_by_lines_is_read_whatever_its_values_look_like() {
    for header in ["value_usd_mln", "trade_value_mln_usd", "amount_usd_mln", "Value USD mln"] {
        for first in ["9000", "1999", "2923", "900"] {
            let table = format!(
                "country,year,flow,{header}\nItaly,2019,Export,{first}\nItaly,2020,Export,5\n"
            );
            let imported = text(&table, &answers());
            assert_eq!(questions(&imported), [""; 0], "{table}");
            assert_eq!(value(&imported), format!("{first}000000 USD"), "{table}");
        }
    }
    // Beside another column of numbers too.
    let table =
        "country,year,flow,rank,value_usd_mln\nItaly,2019,Export,1,9000\nItaly,2020,Export,2,5\n";
    assert_eq!(value(&text(table, &answers())), "9000000000 USD");
}

#[test]
fn a_growth_beside_amounts_is_no_amount() {
    for header in ["y/y", "y-o-y", "YoY", "Growth", "% change", "y/y, %", "г/г, %", "Year on year"]
    {
        let cells = if header.contains('%') { ["12", "13"] } else { ["12%", "13%"] };
        let [first, second] = cells;
        for table in [
            format!(
                "Country;Year;Exports, USD mln;{header}\nItaly;2019;5;{first}\nItaly;2020;6;{second}\n"
            ),
            format!(
                "Exports, USD mln;;;\nCountry;2018;2019;{header}\nItaly;5;6;{first}\nSpain;5;6;{second}\n"
            ),
            format!(
                "Country;Year;Value, USD mln;{header}\nItaly;2019;5;{first}\nItaly;2020;6;{second}\n"
            ),
        ] {
            let mut told = told("measure", "exports");
            told.take("growth", "change").unwrap();
            let imported = text(&table, &told);
            assert_eq!(questions(&imported), [""; 0], "{table}");
            let amounts = rows(&imported, "figures", &["measure", "value"]);
            let of = |measure: &str| amounts.iter().filter(|row| row.starts_with(measure)).count();
            assert!(of("exports") >= 2, "{table} {amounts:?}");
            // A column without a period beside those of periods is left.
            let expected = if table.starts_with("Country") { 2 } else { 0 };
            assert_eq!(of("growth 1.1"), expected, "{table} {amounts:?}");
            assert_eq!(
                amounts.len(),
                of("exports 5000000") + of("exports 6000000") + of("growth 1.1")
            );
        }
    }
}

#[test]
fn the_multiplier_of_a_title_is_told_with_the_values() {
    let table = "Exports (thousand USD);;\nCountry;2019;2020\nItaly;5;6\n";
    let told = inferred(&text(table, &answers()));
    assert!(told.contains("B \"2019\": holds values of exports, 2019, USD, times 10^3"), "{told}");
    let table = "Trade in millions of US dollars;;\nCountry;Year;Imports\nItaly;2019;5\n";
    let told = inferred(&text(table, &answers()));
    assert!(told.contains("C \"Imports\": holds values of imports, USD, times 10^6"), "{told}");
}

#[test]
fn from_and_to_are_sides_or_dates() {
    let sides = "From;To;Year;Exports, USD\nAzerbaijan;Italy;2019;5\nItaly;Azerbaijan;2019;6\n";
    let imported = text(sides, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported), ["IT exports 5 USD 2019", "IT imports 6 USD 2019"]);
    let wide = "From;To;2019;2020\nAzerbaijan;Italy;5;6\n";
    assert_eq!(
        figures(&text(wide, &told("unit", "USD"))),
        ["IT exports 5 USD 2019", "IT exports 6 USD 2020"]
    );
    let dates = "From;To;Country;Exports, USD\n2020-01;2020-03;Italy;5\n";
    assert_eq!(figures(&text(dates, &answers())), ["IT exports 5 USD 2020-01/2020-03"]);
    let alone = "To;Year;Exports, USD\nItaly;2019;5\n";
    assert_eq!(figures(&text(alone, &answers())), ["IT exports 5 USD 2019"]);
}
