//! Numbers, dates and names as people write them.

use super::{answers, figures, left, questions, rows, text};
use bilateral::import::{Answers, DecimalMark, Imported, Order};

fn numbers(cells: &[&str], answers: &Answers) -> Imported {
    let mut table = "country;year;exports (USD)\n".to_owned();
    for (at, cell) in cells.iter().enumerate() {
        table += &format!("Italy;{};{cell}\n", 1990 + at);
    }
    text(&table, answers)
}

#[track_caller]
fn values(cells: &[&str], expected: &[&str]) {
    let imported = numbers(cells, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(rows(&imported, "figures", &["value"]), expected, "{:?}", left(&imported));
}

#[test]
fn numbers_in_each_way_of_writing() {
    values(&["1 234,5", "2", "-"], &["1234.5", "2"]);
    values(&["1.234,5", "3.000"], &["1234.5", "3000"]);
    values(&["1,234.5", "3,000"], &["1234.5", "3000"]);
    values(&["1'234.5", "2’000"], &["1234.5", "2000"]);
    values(&["12 mln", "1.5 bn", "3 тыс."], &["12000000", "1500000000", "3000"]);
    values(&["12,5 млн", "1,2 Mrd."], &["12500000", "1200000000"]);
    values(&["7*", "8 [2]", "9¹", "10 a"], &["7", "8", "9"]);
    values(&["1\u{a0}234,5", "1\u{202f}234,75"], &["1234.5", "1234.75"]);
    values(&["–", "n/a", "…", "н/д", ":", "#N/A", "4"], &["4"]);
    values(&["0,123", "0,5"], &["0.123", "0.5"]);
    values(&["1.234.567", "2.000.000"], &["1234567", "2000000"]);
    values(&["−5", "5-", "+6", ".5"], &["-5", "-5", "6", "0.5"]);
    values(&["US$ 7", "8 USD", "€9"], &["7", "8", "9"]);
    values(
        &["3m", "4k", "US$5M", "6mm", "7k EUR"],
        &["3000000", "4000", "5000000", "6000000", "7000"],
    );
    // A letter by itself is a flag of statisticians, and a b may be a billion.
    values(&["3 m", "4 b", "5b", "6"], &["6"]);
    values(&["1,23,456", "5", "1 23"], &["5"]);
}

#[test]
fn what_a_letter_behind_a_number_assumes_is_said() {
    let imported = numbers(&["3m", "4m", "4k"], &answers());
    let said: Vec<String> = imported.inferred.iter().map(ToString::to_string).collect();
    assert!(said.contains(&"table.csv!C2: \"3m\" is in millions".into()), "{said:?}");
    assert!(said.contains(&"table.csv!C4: \"4k\" is in thousands".into()), "{said:?}");
    assert!(!said.iter().any(|one| one.contains("\"4m\"")), "{said:?}");
}

#[test]
fn a_unit_beside_a_number_is_that_numbers() {
    let imported = numbers(&["7 EUR", "8"], &answers());
    assert_eq!(figures(&imported), ["IT exports 7 EUR 1990", "IT exports 8 USD 1991"]);
}

#[test]
fn qualifiers_stay() {
    let imported = numbers(&["~7", ">8", "about 9", "up to 10", "11"], &answers());
    assert_eq!(
        rows(&imported, "figures", &["qualifier", "value"]),
        ["about 7", "more-than 8", "about 9", "up-to 10", "exact 11"]
    );
}

#[test]
fn marks_that_contradict_are_asked_for() {
    let imported = numbers(&["1,045,442.22", "1,23"], &answers());
    let question = &imported.questions[0];
    assert_eq!(
        question.what.to_string(),
        "is the decimal mark the comma, by \"1,23\" in table.csv!C3, \
         or the point, by \"1,045,442.22\" in table.csv!C2?"
    );
    assert_eq!(question.answers[0], "--decimal \"exports (USD)=comma\"");
    assert!(imported.table("figures").is_none());
    // Told, the cell that contradicts is left with its address.
    let told = Answers { decimal: vec![(Some("C".into()), DecimalMark::Point)], ..answers() };
    let imported = numbers(&["1,045,442.22", "1,23"], &told);
    assert_eq!(rows(&imported, "figures", &["value"]), ["1045442.22"]);
    assert!(
        left(&imported).iter().any(|one| {
            one == "table.csv!C3: \"1,23\": its marks contradict those of its column"
        })
    );
}

#[test]
fn a_column_that_fits_both_ways_is_asked_for() {
    for cells in [&["2,923", "4,512"][..], &["2.923"], &["1,000", "12"]] {
        let imported = numbers(cells, &answers());
        assert_eq!(imported.questions.len(), 1, "{cells:?}");
        assert!(imported.table("figures").is_none(), "{cells:?}");
        let told = Answers { decimal: vec![(None, DecimalMark::Point)], ..answers() };
        assert!(questions(&numbers(cells, &told)).is_empty());
    }
    let told = Answers { decimal: vec![(None, DecimalMark::Comma)], ..answers() };
    assert_eq!(rows(&numbers(&["2,923"], &told), "figures", &["value"]), ["2.923"]);
    let told = Answers { decimal: vec![(None, DecimalMark::Point)], ..answers() };
    assert_eq!(rows(&numbers(&["2,923"], &told), "figures", &["value"]), ["2923"]);
}

#[test]
fn a_dollar_is_asked_for() {
    let imported = text("country,year,exports ($)\nItaly,2020,5\n", &answers());
    assert_eq!(questions(&imported), ["which currency is \"$\"?"]);
}

#[test]
fn percentages_and_head_counts_are_no_dates() {
    let table = "country,employees,share,exports (USD),year\nItaly,1992,19.92%,5,2019\nSpain,2005,20%,6,2019\n";
    let imported = text(table, &answers());
    assert_eq!(figures(&imported), ["IT exports 5 USD 2019", "ES exports 6 USD 2019"]);
    assert_eq!(left(&imported).len(), 2);
    let table = "country,employees,exports (USD)\nItaly,1992,5\nSpain,2005,6\n";
    assert_eq!(questions(&text(table, &answers())), ["of which period are the values?"]);
}

#[test]
fn growth_is_the_new_over_the_old() {
    let imported = text("country,year,growth\nItaly,2020,12.5%\nItaly,2021,-5%\n", &answers());
    assert_eq!(figures(&imported), ["IT growth 1.125 ratio 2020", "IT growth 0.95 ratio 2021"]);
}

fn dates(cells: &[&str], answers: &Answers) -> Imported {
    let mut table = "date;event;country\n".to_owned();
    for cell in cells {
        table += &format!("{cell};A meeting;Italy\n");
    }
    text(&table, answers)
}

#[test]
fn dates_in_each_way_of_writing() {
    let cells = [
        ("29.05.1992", "1992-05-29"),
        ("1992-05-29", "1992-05-29"),
        ("29/05/1992", "1992-05-29"),
        ("19920529", "1992-05-29"),
        ("May 1992", "1992-05"),
        ("29 May 1992", "1992-05-29"),
        ("May 29, 1992", "1992-05-29"),
        ("29 мая 1992 г.", "1992-05-29"),
        ("май 1992", "1992-05"),
        ("29 mai 1992", "1992-05-29"),
        ("29. Mai 1992", "1992-05-29"),
        ("29 may 1992", "1992-05-29"),
        ("Q1 2020", "2020-01/2020-03"),
        ("2017Q1", "2017-01/2017-03"),
        ("2017-Q4", "2017-10/2017-12"),
        ("I квартал 2020", "2020-01/2020-03"),
        ("1 кв. 2020", "2020-01/2020-03"),
        ("H1 2020", "2020-01/2020-06"),
        ("spring 2020", "2020-21"),
        ("осень 2020", "2020-23"),
        ("2020-05-01T12:30:00.123+04:00", "2020-05-01"),
        ("2020-05-01T12:30:00Z", "2020-05-01"),
        ("2020-05-01 12:30", "2020-05-01"),
        ("01.05.2020 2:30 pm", "2020-05-01"),
        ("about 1992", "1992~"),
        ("ca. 1992", "1992~"),
        ("1990s", "199X"),
        ("1992–1995", "1992/1995"),
        ("15–16 March 2007", "2007-03-15/2007-03-16"),
        ("2007-03-15/2007-03-16", "2007-03-15/2007-03-16"),
        ("2020–", "2020/.."),
        ("2020", "2020"),
        ("05.1992", "1992-05"),
    ];
    for (cell, expected) in cells {
        let imported = dates(&[cell], &Answers { date_order: Some(Order::DayFirst), ..answers() });
        let found = rows(&imported, "events", &["date"]);
        assert_eq!(found.first().map_or("", String::as_str), expected, "{cell}");
    }
}

#[test]
fn what_a_date_assumes_is_said() {
    let imported = dates(&["spring 2020", "2020-05-01T12:30:00Z"], &answers());
    let said: Vec<String> = imported.inferred.iter().map(ToString::to_string).collect();
    let said = said.join("\n");
    assert!(said.contains("A2: \"spring 2020\" is 2020-21: a season, as EDTF counts it"), "{said}");
    assert!(said.contains("is 2020-05-01: the time of day is left out"), "{said}");
}

#[test]
fn the_order_of_day_and_month_is_decided_by_the_column() {
    let imported = dates(&["03/04/2020", "29/05/1992"], &answers());
    assert_eq!(rows(&imported, "events", &["date"]), ["2020-04-03", "1992-05-29"]);
    let imported = dates(&["03/04/2020", "05/29/1992"], &answers());
    assert_eq!(rows(&imported, "events", &["date"]), ["2020-03-04", "1992-05-29"]);
    let imported = dates(&["03/04/2020"], &answers());
    assert_eq!(
        questions(&imported),
        ["is \"03/04/2020\" in table.csv!A2 read day first or month first?"]
    );
    let imported = dates(&["29/05/1992", "05/29/1992"], &answers());
    assert_eq!(imported.questions.len(), 1);
}

#[test]
fn two_readings_of_a_date_are_asked_for() {
    for cell in ["2020-21", "2020/21", "29.05.92", "Jan-20"] {
        let imported = dates(&[cell], &answers());
        assert_eq!(imported.questions.len(), 1, "{cell}");
        let told = Answers { readings: vec![(cell.into(), "2020/2021".into())], ..answers() };
        assert_eq!(rows(&dates(&[cell], &told), "events", &["date"]), ["2020/2021"], "{cell}");
    }
}

#[test]
fn a_date_that_is_none_is_left_with_its_address() {
    for cell in ["31.02.2020", "45%", "soon", "415000", "1–2?", "2?", "March – 7?"] {
        let imported = dates(&[cell], &answers());
        assert!(left(&imported).iter().any(|one| one.starts_with("table.csv!A2")), "{cell}");
        assert!(rows(&imported, "events", &["date"]).is_empty(), "{cell}");
    }
}

#[test]
fn an_event_to_come_is_planned() {
    let imported = dates(&["2027-05-01", "2026"], &answers());
    assert_eq!(rows(&imported, "events", &["status"]), ["planned", "done"]);
}

#[test]
fn countries_by_their_names_in_nine_languages_and_usual_variants() {
    let names = [
        ("Germany", "DE"),
        ("Almaniya", "DE"),
        ("Германия", "DE"),
        ("Ҷумҳурии Чех", "CZ"),
        ("Deutschland", "DE"),
        ("Almanya", "DE"),
        ("DEU", "DE"),
        ("DE", "DE"),
        ("Russian Federation", "RU"),
        ("РФ", "RU"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Rep. of Korea", "KR"),
        ("Viet Nam", "VN"),
        ("США", "US"),
        ("ABŞ", "US"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("Кыргызстан", "KG"),
        ("Киргизия", "KG"),
        ("UK", "GB"),
        ("Côte d’Ivoire", "CI"),
        ("World", "WLD"),
        ("European Union", "EU"),
        ("IRAN (Islamic Republic of)", "IR"),
        ("ÖZBƏKİSTAN", "UZ"),
        ("  tajikistan ", "TJ"),
    ];
    for (name, code) in names {
        let imported = text(&format!("country;year;exports (USD)\n{name};2020;5\n"), &answers());
        assert_eq!(rows(&imported, "figures", &["partner"]), [code], "{name}");
    }
    for name in ["Korea", "Congo", "England", "no", "in", "Asia", "de"] {
        let imported = text(&format!("country;year;exports (USD)\n{name};2020;5\n"), &answers());
        assert_eq!(imported.questions.len(), 1, "{name}");
    }
}

#[test]
fn texts_in_older_encodings_are_read() {
    let table = "страна;год;экспорт (USD)\nРоссия;2020;5\nТурция;2020;6\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(table);
    let imported = super::read("t.csv", &bytes, &answers()).unwrap();
    assert_eq!(figures(&imported), ["RU exports 5 USD 2020", "TR exports 6 USD 2020"]);
    assert!(imported.inferred.iter().any(|one| one.what.to_string().contains("windows-1251")));
    for big in [true, false] {
        let marked: Vec<u16> = ["\u{feff}", table].concat().encode_utf16().collect();
        let bytes: Vec<u8> = marked
            .iter()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect();
        assert_eq!(figures(&super::read("t.csv", &bytes, &answers()).unwrap()).len(), 2);
    }
    let latin = "Land;Jahr;Ausfuhr (EUR)\nÖsterreich;2020;5\nTürkei;2020;6\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(latin);
    assert_eq!(figures(&super::read("t.csv", &bytes, &answers()).unwrap()).len(), 2);
}

#[test]
fn any_line_ends_and_separators() {
    for separator in [",", ";", "\t", "|"] {
        for end in ["\n", "\r\n", "\r"] {
            let table =
                ["country,year,exports (USD)", "Italy,2020,5", "Spain,2020,6", ""].join(end);
            let imported = text(&table.replace(',', separator), &answers());
            assert_eq!(figures(&imported).len(), 2, "{separator:?} {end:?}");
        }
    }
    let other = text("sep=^\ncountry^year^exports (USD)\nItaly^2020^5\n", &answers());
    assert_eq!(other.inferred[0].what.to_string(), "cells are separated by \"^\"");
    let imported = text("sep=;\ncountry;year;exports (USD)\nItaly;2020;5,5\n", &answers());
    assert_eq!(figures(&imported), ["IT exports 5.5 USD 2020"]);
}
