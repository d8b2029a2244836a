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

#[test]
fn a_merged_partner_is_of_all_its_rows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["Partner", "Flow", "2020"].iter().enumerate() {
        sheet.write(0, column as u16, *head).unwrap();
    }
    sheet.merge_range(1, 0, 2, 0, "Italy", &Format::new()).unwrap();
    for (row, flow, value) in [(1, "Export", 1), (2, "Import", 2)] {
        sheet.write(row, 1, flow).unwrap();
        sheet.write(row, 2, value).unwrap();
    }
    let imported = read("b.xlsx", &book.save_to_buffer().unwrap(), &told("unit", "USD")).unwrap();
    assert_eq!(figures(&imported), ["IT exports 1 USD 2020", "IT imports 2 USD 2020"]);
    assert_eq!(questions(&imported), [""; 0]);
    assert!(inferred(&imported).contains("Sheet1!A3: "), "{}", inferred(&imported));
}

#[test]
fn a_blank_partner_below_a_name_is_the_one_above() {
    let table = "Partner;Flow;2020\nItaly;Export;100\n;Import;50\nTurkey;Export;30\n;Import;20\n";
    let mut answers = told("unit", "USD");
    let expected = [
        "IT exports 100 USD 2020",
        "IT imports 50 USD 2020",
        "TR exports 30 USD 2020",
        "TR imports 20 USD 2020",
    ];
    let imported = text(table, &answers);
    assert_eq!(figures(&imported), expected);
    assert_eq!(questions(&imported), [""; 0]);
    assert!(inferred(&imported).contains("table.csv!A3: "), "{}", inferred(&imported));
    // No answer for a whole table is another row's partner.
    answers.take("partner", "GE").unwrap();
    assert_eq!(figures(&text(table, &answers)), expected);
    // What would be of the same thing twice is no pivot: the cell is asked.
    let twice = "Partner;Flow;2020\nItaly;Export;100\n;Export;50\nTurkey;Export;30\n";
    let asked = text(twice, &told("unit", "USD"));
    assert_eq!(figures(&asked), ["IT exports 100 USD 2020", "TR exports 30 USD 2020"]);
}

#[test]
fn a_currency_in_a_cells_format_is_its_unit() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["Country", "Exports 2020"].iter().enumerate() {
        sheet.write(0, column as u16, *head).unwrap();
    }
    for (row, country, format) in [
        (1, "Italy", "[$€-407] #,##0.00"),
        (2, "Turkey", "\"₼\" #,##0"),
        (3, "Georgia", "[$USD] #,##0"),
        (4, "Poland", "€ #,##0.00"),
        (5, "France", "#,##0 \"EUR\""),
    ] {
        sheet.write(row, 0, country).unwrap();
        let format = Format::new().set_num_format(format);
        sheet.write_with_format(row, 1, 15.5, &format).unwrap();
    }
    let book = book.save_to_buffer().unwrap();
    let imported = read("b.xlsx", &book, &told("unit", "RUB")).unwrap();
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        [
            "IT exports 15.5 EUR 2020",
            "TR exports 15.5 AZN 2020",
            "GE exports 15.5 USD 2020",
            "PL exports 15.5 EUR 2020",
            "FR exports 15.5 EUR 2020"
        ]
    );
    assert!(inferred(&imported).contains("Sheet1!B2: is in EUR, by the format of the cell"));
}

#[test]
fn a_format_that_contradicts_its_header_is_asked() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["Country", "Exports 2020, USD mln", "Imports 2020"].iter().enumerate() {
        sheet.write(0, column as u16, *head).unwrap();
    }
    sheet.write(1, 0, "Italy").unwrap();
    let euro = Format::new().set_num_format("[$€-407] #,##0");
    sheet.write_with_format(1, 1, 3, &euro).unwrap();
    let dollar = Format::new().set_num_format("$#,##0");
    sheet.write_with_format(1, 2, 4, &dollar).unwrap();
    let book = book.save_to_buffer().unwrap();
    let asked = [
        "in which unit are the values, where \"USD EUR\" is not wholly understood?",
        "which currency is \"$\"?",
    ];
    assert_eq!(questions(&read("b.xlsx", &book, &answers()).unwrap()), asked);
}

#[test]
fn a_row_of_units_under_the_header_is_of_the_columns() {
    for (left, right, expected) in [
        ("Tsd. EUR", "Tsd. EUR", ["1000 EUR", "2000 EUR"]),
        ("USD mln", "EUR", ["1000000 USD", "2 EUR"]),
    ] {
        let table = format!(
            ";;Ausfuhr: Wert;Einfuhr: Wert\n;;{left};{right}\n2020;Frankreich;1;2\n2020;Polen;1;2\n\
             2021;Frankreich;1;2\n2021;Polen;1;2\n"
        );
        let imported = text(&table, &answers());
        assert_eq!(questions(&imported), [""; 0], "{table}");
        assert_eq!(rows(&imported, "figures", &["value", "unit"])[..2], expected, "{table}");
    }
}

#[test]
fn what_is_planned_or_forecast_is_no_stated_figure() {
    let table = "Country,2021,2022 plan,2023 target,2024 est.,2025 (прогноз),2026 forecast\n\
                 Italy,1,2,3,4,5,6\n";
    let mut told = told("unit", "USD");
    told.take("measure", "exports").unwrap();
    let imported = text(table, &told);
    let columns = ["value", "period", "qualifier", "certainty"];
    assert_eq!(
        rows(&imported, "figures", &columns),
        [
            "1 2021 exact stated",
            "4 2024 about stated",
            "5 2025 about inferred",
            "6 2026 about inferred"
        ]
    );
    let left = left(&imported).join("\n");
    assert!(left.contains("\"2022 plan\": a plan"), "{left}");
    assert!(left.contains("\"2023 target\": a plan"), "{left}");
    // So is a row's own remark at its year, and a title's.
    let rows_say = "Country,Year,Exports (USD)\nItaly,2024 est.,4\nItaly,2025 plan,5\n";
    assert_eq!(rows(&text(rows_say, &answers()), "figures", &columns), ["4 2024 about stated"]);
    let sum = "Country,Year,Exports (cumulative since 1995; USD mn)\nItaly,2020,100\n";
    assert_eq!(figures(&text(sum, &answers())), [""; 0]);
}

#[test]
fn whether_a_total_is_there_is_asked_of_each_partner() {
    let table = "Country,Product,Year,Exports (USD)\nItaly,Oil,2020,10\nItaly,Total,2020,10\n\
                 Italy,Oil,2021,12\nTurkey,Oil,2020,70\nTurkey,Gas,2020,80\n";
    assert_eq!(
        figures(&text(table, &answers())),
        [
            "IT exports 10 USD 2020",
            "IT exports-oil 12 USD 2021",
            "TR exports-oil 70 USD 2020",
            "TR exports-gas 80 USD 2020"
        ]
    );
}

#[test]
fn a_number_with_a_power_of_ten_is_one() {
    for (written, plain) in [
        ("1.2E+09", "1200000000"),
        ("1.234e+9", "1234000000"),
        ("\"1,5E+03\"", "1500"),
        ("5E-1", "0.5"),
    ] {
        let table = format!("Country,Year,Exports (USD)\nItaly,2020,{written}\n");
        let expected = format!("IT exports {plain} USD 2020");
        assert_eq!(figures(&text(&table, &answers())), [expected], "{written}");
    }
}

#[test]
fn a_date_that_is_no_date_known_is_asked() {
    let table = "Datum;Land;Ereignis\n11.05.2022;Polen;Abkommen unterzeichnet\n\
                 Ende 2019;Italien;Gespräche in Rom\n2020-2021;Spanien;Gemischte Kommission\n\
                 TBC;Polen;Treffen in Wien\n";
    let told = Answers { lang: Some("de".into()), ..answers() };
    let imported = text(table, &told);
    assert_eq!(rows(&imported, "events", &["partners", "date"]), ["PL 2022-05-11", "ES 2020/2021"]);
    assert_eq!(questions(&imported), ["which date is \"Ende 2019\"?", "which date is \"TBC\"?"]);
    assert_eq!(imported.questions[0].place, "table.csv!A3");
    let mut told = told;
    told.take("read", "Ende 2019=2019-12").unwrap();
    told.take("read", "TBC=-").unwrap();
    assert_eq!(rows(&text(table, &told), "events", &["date"])[1], "2019-12");
}

#[test]
fn a_files_name_makes_no_percentages() {
    let table = "Country,Year,Exports\nItaly,2020,100\n";
    for name in ["trade percent.csv", "trade-share-percent.csv", "trade_index.csv", "growth.csv"] {
        let imported = read(name, table.as_bytes(), &told("unit", "USD")).unwrap();
        assert_eq!(figures(&imported), ["IT exports 100 USD 2020"], "{name}");
    }
}

#[test]
fn short_words_for_multipliers_are_known() {
    for (unit, expected) in [
        ("US$ Mil", "3000000 USD"),
        ("US$ Thousand", "3000 USD"),
        ("USD mil.", "3000000 USD"),
        ("mil. EUR", "3000000 EUR"),
    ] {
        let table = format!("Country;Year;\"Exports ({unit})\"\nItaly;2020;3\n");
        let imported = text(&table, &answers());
        assert_eq!(questions(&imported), [""; 0], "{unit}");
        assert_eq!(rows(&imported, "figures", &["value", "unit"]), [expected], "{unit}");
    }
}
