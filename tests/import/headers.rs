//! What headers and titles say: multipliers, percentages, marks of years; and what is asked.

use super::{answers, figures, inferred, left, questions, rows, text};
use bilateral::import::Answers;

fn in_dollars() -> Answers {
    Answers { unit: Some("USD".into()), ..answers() }
}

#[test]
fn a_multiplier_beside_a_currency_is_read() {
    for (header, expected) in [
        ("Imports (£m)", "3000000 GBP"),
        ("Imports, £ m", "3000000 GBP"),
        ("Imports USDm", "3000000 USD"),
        ("Imports (US$m)", "3000000 USD"),
        ("Imports (US$ M)", "3000000 USD"),
        ("Imports, mUSD", "3000000 USD"),
        ("Imports (€bn)", "3000000000 EUR"),
        ("Imports (mrd €)", "3000000000 EUR"),
        ("Imports, €mrd", "3000000000 EUR"),
        ("Импорт (млрд₽)", "3000000000 RUB"),
        ("İdxal, milyard AZN", "3000000000 AZN"),
        ("Imports (EUR mn)", "3000000 EUR"),
        ("Imports, mio EUR", "3000000 EUR"),
        ("Imports, USD k", "3000 USD"),
        ("Imports, kEUR", "3000 EUR"),
        ("Imports (US$ '000)", "3000 USD"),
        ("Imports (000 EUR)", "3000 EUR"),
        ("Imports (£000s)", "3000 GBP"),
        ("Imports (EUR tn)", "3000000000000 EUR"),
        ("Imports (TEUR)", "3000 EUR"),
        ("Imports, T€", "3000 EUR"),
        ("Imports, USD", "3 USD"),
    ] {
        let imported = text(&format!("Country;Year;{header}\nItaly;2020;3\n"), &answers());
        assert_eq!(questions(&imported), [""; 0], "{header}");
        assert_eq!(figures(&imported), [format!("IT imports {expected} 2020")], "{header}");
    }
}

#[test]
fn a_multiplier_is_kept_where_the_currency_is_asked() {
    for (header, value) in [
        ("Imports ($m)", "3000000"),
        ("Imports, $ m", "3000000"),
        ("Imports $bn", "3000000000"),
        ("Imports ($000)", "3000"),
        ("Imports (thousands)", "3000"),
        ("Imports ('000)", "3000"),
        ("Imports, dollars k", "3000"),
        ("Imports (B$m)", "3000000"),
    ] {
        let table = format!("Country;Year;{header}\nItaly;2020;3\n");
        assert_eq!(text(&table, &answers()).questions.len(), 1, "{header}");
        let imported = text(&table, &in_dollars());
        assert_eq!(figures(&imported), [format!("IT imports {value} USD 2020")], "{header}");
    }
    let title = "Imports ($m);;\nCountry;2019;2020\nItaly;3;4\n";
    assert_eq!(questions(&text(title, &answers())), ["which currency is \"$\"?"]);
    assert_eq!(figures(&text(title, &in_dollars()))[0], "IT imports 3000000 USD 2019");
    let column = "country;year;exports;currency\nItaly;2020;3;£m\nSpain;2020;4;USDk\n";
    assert_eq!(
        figures(&text(column, &answers())),
        ["IT exports 3000000 GBP 2020", "ES exports 4000 USD 2020"]
    );
}

#[test]
fn a_percentage_is_never_money() {
    for header in [
        "exports growth %",
        "Growth of exports, %",
        "Рост экспорта, %",
        "Экспорт, прирост в процентах",
        "Export growth, per cent",
    ] {
        let table = format!("Country;Year;{header}\nItaly;2020;12.5\nSpain;2020;-5.5\n");
        let imported = text(&table, &in_dollars());
        assert_eq!(questions(&imported), [""; 0], "{header}");
        assert_eq!(
            figures(&imported),
            ["IT growth 1.125 ratio 2020", "ES growth 0.945 ratio 2020"],
            "{header}"
        );
    }
    for header in ["Exports, %", "Exports (percent of total)", "Экспорт, в процентах"]
    {
        let table = format!("Country;Year;{header};Imports, USD\nItaly;2020;12.5;7\n");
        let imported = text(&table, &answers());
        assert_eq!(figures(&imported), ["IT imports 7 USD 2020"], "{header}");
        assert!(
            left(&imported).join("\n").contains(": a percentage of a whole"),
            "{header} {:?}",
            left(&imported)
        );
    }
    let mixed = "Country;Year;Exports, USD\nItaly;2019;5\nItaly;2020;6\nItaly;2021;45%\n";
    let imported = text(mixed, &answers());
    assert_eq!(figures(&imported).len(), 2);
    assert!(left(&imported).join("\n").contains("C4: \"45%\": a percentage, which is no amount"));
}

#[test]
fn a_change_and_what_changes_stand_in_one_table() {
    let long = "Country;Indicator;2019;2020\nItaly;Exports, USD mln;5;6\n\
                Italy;Growth of exports, %;10;20\n";
    let mut told = answers();
    told.take("growth", "change").unwrap();
    let imported = text(long, &told);
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        [
            "IT exports 5000000 USD 2019",
            "IT exports 6000000 USD 2020",
            "IT growth 1.1 ratio 2019",
            "IT growth 1.2 ratio 2020",
        ]
    );
    let title = "Growth of exports, %;;\nCountry;2019;2020\nItaly;10%;20%\n";
    assert_eq!(figures(&text(title, &told))[1], "IT growth 1.2 ratio 2020");
    let units = "country;year;growth, %;currency\nItaly;2020;10;USD\n";
    assert_eq!(figures(&text(units, &told)), ["IT growth 1.1 ratio 2020"]);
    let amount = "Country;Year;Exports, USD;Change of exports, USD\nItaly;2020;7;2\n";
    let imported = text(amount, &answers());
    assert_eq!(figures(&imported), ["IT exports 7 USD 2020"]);
    assert!(left(&imported).join("\n").contains("\": a change of an amount"));
    let alone = "Country;Year;Total exports change, mln USD\nItaly;2020;3\n";
    assert_eq!(figures(&text(alone, &in_dollars())), [""; 0]);
    let below = "Country;Year;Trade growth\nItaly;2020;3\nSpain;2020;-3\n";
    let imported = text(below, &in_dollars());
    assert_eq!(figures(&imported), [""; 0]);
    assert!(left(&imported).join("\n").contains("growth below zero is no ratio"));
    let unsure = "Growth of exports, USD million;;\nCountry;2019;2020\nItaly;10;20\n";
    assert_eq!(questions(&text(unsure, &answers())), ["what do the values measure?"]);
}

#[test]
fn marked_years_across_are_years() {
    for (header, said) in [
        ("2021*", "marked \"*\": its mark is of a footnote"),
        ("2021¹", "marked \"¹\": its mark is of a footnote"),
        ("2021 1)", "marked \"1\": its mark is of a footnote"),
        ("2021 (p)", "marked \"p\": provisional"),
        ("2021p", "marked \"p\": provisional"),
        ("2021 prov.", "marked \"prov.\": provisional"),
        ("2021e", "marked \"e\": estimated"),
        ("2021r", "marked \"r\": revised"),
        ("2021 (прогноз)", "marked \"прогноз\": forecast"),
    ] {
        for table in [
            format!("Exports, USD;;\nCountry;2020;{header}\nItaly;5;6\n"),
            format!("Country;{header}\nItaly;6\n"),
            format!("Country;{header};2020{}\nItaly;6;5\n", &header[4..]),
        ] {
            let told = Answers { measure: Some("exports".into()), ..in_dollars() };
            let imported = text(&table, &told);
            let figures = figures(&imported);
            assert!(figures.contains(&"IT exports 6 USD 2021".to_owned()), "{table} {figures:?}");
            assert_eq!(figures.len(), table.matches('5').count() + 1, "{table}");
            assert!(inferred(&imported).contains(said), "{table} {}", inferred(&imported));
        }
    }
}

#[test]
fn the_footnote_of_a_marked_year_is_a_note() {
    for (header, foot) in [
        ("2021*", "* Without gas."),
        ("2021¹", "¹ Without gas."),
        ("2021p", "p – Without gas."),
        ("2021 (p)", "(p) Without gas."),
    ] {
        let table = format!("Exports, USD;;\nCountry;2020;{header}\nItaly;5;6\n{foot};;\n");
        let imported = text(&table, &answers());
        assert_eq!(rows(&imported, "notes", &["text_en"]), ["Without gas."], "{header}");
        assert_eq!(rows(&imported, "figures", &["period", "note"]), ["2020 ", "2021 n1"]);
    }
}

#[test]
fn a_marked_year_in_a_row_is_a_year() {
    let imported = text("country;year;exports (USD)\nItaly;2020;5\nItaly;2021p;6\n", &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported), ["IT exports 5 USD 2020", "IT exports 6 USD 2021"]);
    assert!(inferred(&imported).contains("2021p"), "{}", inferred(&imported));
}

#[test]
fn the_cell_that_becomes_the_title_is_told() {
    let imported = text("Trade of Italy;;\nCountry;Year;Exports, USD\nSpain;2020;5\n", &answers());
    assert_eq!(imported.meta.title, "Trade of Italy");
    let said = "table.csv!A1: \"Trade of Italy\" is taken as the title";
    assert!(inferred(&imported).contains(said), "{}", inferred(&imported));
}

#[test]
fn a_date_of_two_readings_is_asked_with_both_of_its_own() {
    let asked = |cells: &[&str]| {
        let mut table = "date;event;country\n".to_owned();
        cells.iter().for_each(|cell| table += &format!("{cell};A meeting;Italy\n"));
        let imported = text(&table, &answers());
        imported.questions.into_iter().next().map(|question| question.answers).unwrap_or_default()
    };
    for (cells, dates) in [
        (&["Mar-21"][..], &["2021-03", "DATE"][..]),
        (&["21 Mar"], &["2021-03", "DATE"]),
        (&["Mar-21", "2019-04-02"], &["2021-03", "2019-03-21", "DATE"]),
        (&["Mar-21", "2019-04-02", "2020-04-02"], &["2021-03", "DATE"]),
        (&["Mar-98", "2019-04-02"], &["1998-03", "DATE"]),
        (&["29 May 92"], &["1992-05-29", "DATE"]),
        (&["29.05.92"], &["1992-05-29", "DATE"]),
        (&["05/06/20"], &["2020-06-05", "2020-05-06", "DATE"]),
        (
            &["2020-21"],
            &["2020-04/2021-03", "2020-07/2021-06", "2020-10/2021-09", "2020-21", "DATE"],
        ),
        (&["2015-20"], &["2015/2020", "DATE"]),
        (&["2020/13"], &["DATE"]),
    ] {
        let expected: Vec<String> =
            dates.iter().map(|date| format!("--read \"{}={date}\"", cells[0])).collect();
        assert_eq!(asked(cells), expected, "{cells:?}");
    }
}

#[test]
fn a_name_that_is_of_no_country_suggests_none() {
    let asked = |name: &str| {
        let table = format!("country;year;exports (USD)\n{name};2020;5\n");
        let asked = text(&table, &answers()).questions;
        asked.first().unwrap_or_else(|| panic!("{name} is not asked")).answers.clone()
    };
    for name in [
        "Others",
        "Rest of world",
        "Rest of the world",
        "of which",
        "of which:",
        "USSR",
        "СССР",
        "Other",
        "Остальные",
        "Прочие",
        "в том числе",
        "APEC",
        "Region",
    ] {
        let expected = [format!("--read \"{name}=CODE\""), format!("--read \"{name}=-\"")];
        assert_eq!(asked(name), expected);
    }
    assert_eq!(asked("Germny")[0], "--read \"Germny=DE\"");
    assert_eq!(asked("Itly")[0], "--read \"Itly=IT\"");
    let korea = asked("Korea").join(" ");
    assert!(korea.contains("=KR") && korea.contains("=KP"), "{korea}");
}

#[test]
fn a_growth_of_two_readings_is_asked_and_never_guessed() {
    for header in ["Темп роста, %", "Growth, %", "Growth of exports, %", "Artım tempi, %"]
    {
        let table = format!("Country;Year;{header}\nItaly;2020;112.5\nSpain;2020;98\n");
        let imported = text(&table, &answers());
        let asked = "the change from the period before, or an index of which that period is 100?";
        assert_eq!(questions(&imported), [format!("is \"{header}\" {asked}")], "{header}");
        assert_eq!(figures(&imported), [""; 0], "{header}");
        let first = format!("--growth \"{header}=change\"");
        assert_eq!(imported.questions[0].answers[0], first);
        for (reading, expected) in [("index", "1.125 ratio"), ("change", "2.125 ratio")] {
            let mut told = answers();
            told.take("growth", &format!("{header}={reading}")).unwrap();
            let imported = text(&table, &told);
            assert_eq!(questions(&imported), [""; 0]);
            assert_eq!(figures(&imported)[0], format!("IT growth {expected} 2020"));
        }
    }
    let plain = "Country;Year;Trade growth\nItaly;2020;12.5\n";
    let imported = text(plain, &answers());
    assert_eq!(imported.questions[0].answers.len(), 3);
    let mut told = answers();
    told.take("growth", "C=ratio").unwrap();
    assert_eq!(figures(&text(plain, &told)), ["IT growth 12.5 ratio 2020"]);
    let rows = "Country;Indicator;2019;2020\nItaly;Growth of exports, %;10;20\n";
    assert_eq!(text(rows, &answers()).questions.len(), 1);
    let mut told = answers();
    told.take("growth", "Growth of exports, %=change").unwrap();
    assert_eq!(figures(&text(rows, &told))[1], "IT growth 1.2 ratio 2020");
    let cells = "Country;Year;Growth\nItaly;2020;12.5%\n";
    assert_eq!(text(cells, &answers()).questions.len(), 1);
}

#[test]
fn words_and_signs_say_what_a_growth_counts() {
    for (header, value, ratio) in [
        ("Прирост, %", "12.5", "1.125"),
        ("Change, %", "12.5", "1.125"),
        ("Veränderung, %", "12.5", "1.125"),
        ("Темп роста, %", "-5", "0.95"),
        ("Growth, %", "+5", "1.05"),
        ("Growth (previous year = 100)", "112.5", "1.125"),
        ("Темп роста (предыдущий год = 100), %", "112.5", "1.125"),
        ("Growth index, %", "112.5", "1.125"),
    ] {
        let table = format!("Country;Year;{header}\nItaly;2020;{value}\n");
        let imported = text(&table, &answers());
        assert_eq!(questions(&imported), [""; 0], "{header}");
        let expected = format!("IT growth {ratio} ratio 2020");
        assert_eq!(figures(&imported), [expected], "{header} {:?}", left(&imported));
    }
    let signed = text("Country;Year;Growth, %\nItaly;2020;5\nItaly;2021;-2\n", &answers());
    let said = "\"Growth, %\": is a change, as an index is never signed, by \"-2\" in table.csv!C3";
    assert!(inferred(&signed).contains(said), "{}", inferred(&signed));
    let base =
        "Country;Year;Export index, 2015=100;Growth index (2015 = 100)\nItaly;2020;130;120\n";
    let imported = text(base, &in_dollars());
    assert_eq!(figures(&imported), [""; 0]);
    assert_eq!(left(&imported).iter().filter(|one| one.contains("an index")).count(), 2);
}

#[test]
fn a_balance_or_a_share_is_no_measure_of_trade() {
    for header in [
        "Trade balance, USD",
        "Balance",
        "Сальдо, млн долл. США",
        "Net exports, USD",
        "Share of exports",
        "Exports per capita, USD",
        "Handelsbilanz (Mio. EUR)",
    ] {
        let table = format!("Country;Year;Exports, USD;{header}\nItaly;2020;7;2\n");
        let imported = text(&table, &answers());
        assert_eq!(figures(&imported), ["IT exports 7 USD 2020"], "{header}");
        let told = left(&imported).join("\n");
        assert!(told.contains("which is no measure of trade"), "{header}: {told}");
    }
    let grouped = "Country;Trade, USD;;\n;Exports;Imports;Balance\nItaly;7;5;2\n";
    let told = Answers { period: Some("2020".into()), ..answers() };
    let imported = text(grouped, &told);
    assert_eq!(figures(&imported), ["IT exports 7 USD 2020", "IT imports 5 USD 2020"]);
    let rows =
        "Country;Indicator;2020;2021\nItaly;Exports, USD;7;8\nItaly;Trade balance, USD;2;3\n";
    let imported = text(rows, &answers());
    assert_eq!(figures(&imported), ["IT exports 7 USD 2020", "IT exports 8 USD 2021"]);
    assert!(left(&imported).join("\n").contains("a balance, which is no measure of trade"));
    let title = "Trade balance, USD million;;\nCountry;2020;2021\nItaly;7;8\n";
    assert_eq!(figures(&text(title, &answers())), [""; 0]);
    let mapped = "Country;Year;Balance, USD\nItaly;2020;7\n";
    let mut told = answers();
    told.take("map", "Balance, USD=exports").unwrap();
    assert_eq!(figures(&text(mapped, &told)), ["IT exports 7 USD 2020"]);
}

#[test]
fn a_month_and_two_digits_across_are_asked_once() {
    let table = "Exports, USD;;;\nCountry;Dec-20;Jan-21;Feb-21\nItaly;5;6;7\n";
    let imported = text(table, &answers());
    assert_eq!(
        questions(&imported),
        ["is the number beside a month, as in this header, a year or a day?"]
    );
    assert_eq!(imported.questions[0].place, "table.csv!B2");
    assert_eq!(imported.questions[0].answers, ["--two-digits year", "--two-digits day"]);
    let mut told = answers();
    told.take("two-digits", "year").unwrap();
    let imported = text(table, &told);
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(rows(&imported, "figures", &["period"]), ["2020-12", "2021-01", "2021-02"]);
    let seasons = "Exports, USD;;\nCountry;2020-21;2021-22\nItaly;5;6\n";
    assert_eq!(text(seasons, &answers()).questions.len(), 2);
    let mut told = answers();
    for text in ["2020-21=2020/2021", "2021-22=2021/2022"] {
        told.take("read", text).unwrap();
    }
    assert_eq!(rows(&text(seasons, &told), "figures", &["period"]), ["2020/2021", "2021/2022"]);
}

#[test]
fn from_and_to_may_be_countries_or_dates() {
    let flows = "From;To;Year;Exports, USD\nFrance;Italy;2020;5\nSpain;Italy;2021;6\n";
    let imported = text(flows, &answers());
    assert_eq!(questions(&imported), ["which of several columns of countries holds the partners?"]);
    assert_eq!(imported.questions[0].answers, ["--map \"From=partner\"", "--map \"To=partner\""]);
    assert_eq!(figures(&imported), [""; 0]);
    let mut told = answers();
    told.take("map", "From=partner").unwrap();
    let imported = text(flows, &told);
    assert_eq!(figures(&imported), ["FR exports 5 USD 2020", "ES exports 6 USD 2021"]);
    let why = "table.csv!B1:B3: \"To\": countries, of which another column holds the partners";
    assert!(left(&imported).contains(&why.to_owned()), "{:?}", left(&imported));
    let one = text("To;Year;Exports, USD\nItaly;2020;5\n", &answers());
    assert_eq!(figures(&one), ["IT exports 5 USD 2020"]);
    let dates = "Event;Country;From;To\nA forum;Italy;2020-05-01;2020-05-03\n";
    assert_eq!(rows(&text(dates, &answers()), "events", &["date"]), ["2020-05-01/2020-05-03"]);
    let years = "Event;Country;From;To;Year\nA plan;Italy;2020;2022;2020\n";
    let imported = text(years, &answers());
    assert_eq!(rows(&imported, "events", &["date"]), ["2020/2022"]);
    assert!(left(&imported).join("\n").contains("the column of dates says it"));
}

#[test]
fn a_group_beside_its_countries_is_told() {
    let table = "Country;Year;Exports, USD\nWorld;2020;9\nItaly;2020;5\nSpain;2020;4\n";
    let imported = text(table, &answers());
    let said = "table.csv: World stands beside countries as a partner of its own, and holds what they \
                hold too: --read \"World=-\" leaves it out";
    assert!(inferred(&imported).contains(said), "{}", inferred(&imported));
    let mut told = answers();
    told.take("read", "World=-").unwrap();
    let imported = text(table, &told);
    assert_eq!(figures(&imported).len(), 2);
    assert!(!inferred(&imported).contains("stands beside countries"));
}
