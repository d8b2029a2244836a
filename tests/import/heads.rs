//! Heads and columns that say a period, or look as if: none is taken for more than it says.

use super::{answers, figures, left, questions, read, rows, text};
use bilateral::import::Answers;
use rust_xlsxwriter::Workbook;

#[test]
fn how_often_values_come_is_no_flow() {
    let eurostat = "freq,reporter,partner,flow,TIME_PERIOD,OBS_VALUE\nM,DE,PL,2,2022-01,64\n";
    let comtrade = "freqCode,period,reporterISO,flowCode,partnerISO,primaryValue\n\
                    M,202201,DEU,X,POL,64\n";
    for table in [eurostat, comtrade] {
        let told = Answers { reporting: Some("DE".into()), unit: Some("EUR".into()), ..answers() };
        let imported = text(table, &told);
        assert_eq!(
            rows(&imported, "figures", &["measure", "value", "period"]),
            ["exports 64 2022-01"]
        );
        assert!(left(&imported)[0].ends_with("no field is called so"), "{:?}", left(&imported));
    }
    // Where no other column says the flow, it is asked.
    let table = "Frequency,Country,Period,Value (USD)\nM,Italy,2022-01,5\nM,Italy,2022-02,6\n";
    assert_eq!(questions(&text(table, &answers())), ["what do the values measure?"]);
}

fn across(heads: &str) -> bilateral::import::Imported {
    let values: String = heads.split(',').map(|_| ",7").collect();
    text(&format!("Country,{heads}\nItaly{values}\n"), &exports())
}

fn exports() -> Answers {
    Answers { measure: Some("exports".into()), unit: Some("USD".into()), ..answers() }
}

#[test]
fn a_part_of_a_year_in_a_head_is_an_interval() {
    for (head, expected) in [
        ("2023 (Jan–Oct)", "2023-01/2023-10"),
        ("2023 (9 months)", "2023-01/2023-09"),
        ("2023 (USD mln)", "2023"),
        ("Exports Jan-Oct 2023", "2023-01/2023-10"),
        ("Exports Q1 2023 (USD)", "2023-01/2023-03"),
        ("Exports in May 2023", "2023-05"),
        ("Exports in 2023", "2023"),
        ("2023 Exports", "2023"),
    ] {
        let imported = across(&format!("2022,{head}"));
        assert_eq!(questions(&imported), [""; 0], "{head}");
        let periods = rows(&imported, "figures", &["period"]);
        assert_eq!(periods, ["2022", expected], "{head}");
    }
}

#[test]
fn a_head_of_more_or_less_than_a_year_is_asked_or_left() {
    for head in [
        "2020/21",
        "Exports 2020/21",
        "Exports 2020-21",
        "Fiscal year 2019/20",
        "2019/20 fiscal year",
        "FY 2021",
        "Exports fiscal year 2021",
        "FY22",
        "2023 YTD",
        "2023 (YTD)",
        "Exports January to October 2023",
    ] {
        let imported = across(&format!("2015,2016,{head}"));
        assert_eq!(rows(&imported, "figures", &["period"]), ["2015", "2016"], "{head}");
        assert_eq!(questions(&imported).len(), 1, "{head}: {:?}", questions(&imported));
        assert!(questions(&imported)[0].starts_with("what date is"), "{head}");
        assert!(left(&imported)[0].contains("may be more than one date"), "{head}");
    }
    for head in ["2020-2021 average", "2020–2021 average", "Average of 2020", "2020 (average)"] {
        let imported = across(&format!("2015,2016,{head}"));
        assert_eq!(rows(&imported, "figures", &["period"]), ["2015", "2016"], "{head}");
        assert!(left(&imported)[0].contains("an average, which is no measure"), "{head}");
    }
    let rate = across("2015,2016 (USD at the average exchange rate)");
    assert_eq!(figures(&rate).len(), 2);
    let table = "Country,Year,Exports 2020-2021 average (USD million)\nItaly,2021,100\n";
    assert!(figures(&text(table, &answers())).is_empty());
}

#[test]
fn a_mark_on_a_head_is_in_the_note_of_each_value() {
    let imported = across("2023,2024f,2025 (p)");
    let notes = rows(&imported, "notes", &["text_en"]);
    let reason = "a forecast of its source, not a recorded value";
    assert_eq!(notes, [reason, "marked f", "marked p"], "{:?}", imported.table("notes"));
    assert_eq!(rows(&imported, "figures", &["period"]), ["2023", "2024", "2025"]);
}

#[test]
fn a_month_or_quarter_that_is_none_makes_no_whole_year() {
    for (part, number, said) in [("Month", 13, "2020-13"), ("Quarter", 5, "2020-Q5")] {
        let table =
            format!("Country,Year,{part},Exports USD\nItaly,2020,1,5\nItaly,2020,{number},6\n");
        let imported = text(&table, &answers());
        assert_eq!(figures(&imported).len(), 1, "{part}");
        let left = left(&imported);
        assert!(left.iter().any(|one| one.ends_with(&format!("{said} is no date"))), "{left:?}");
    }
    let table = "Country,Year,Month,Exports USD\nItaly,2020,52,5\n";
    assert_eq!(figures(&text(table, &answers())), ["IT exports 5 USD 2020"]);
}

#[test]
fn a_sheets_name_is_the_year_of_a_table_without_another() {
    let book = |heads: [&str; 2], period: &str| {
        let mut book = Workbook::new();
        for year in ["2019", "2020"] {
            let sheet = book.add_worksheet();
            sheet.set_name(year).unwrap();
            for (column, head) in ["Country", heads[0], heads[1]].iter().enumerate() {
                sheet.write(0, column as u16, *head).unwrap();
            }
            sheet.write(1, 0, "Italy").unwrap();
            sheet.write(1, 1, period).unwrap();
            sheet.write(1, 2, 5).unwrap();
        }
        read("years.xlsx", &book.save_to_buffer().unwrap(), &answers()).unwrap()
    };
    let imported = book(["Note", "Exports, USD"], "a");
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported), ["IT exports 5 USD 2019", "IT exports 5 USD 2020"]);
    let told: Vec<String> = imported.inferred.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|one| one == "2020: its name says 2020"), "{told:?}");
    let imported = book(["Year", "Exports, USD"], "2015");
    assert_eq!(figures(&imported), ["IT exports 5 USD 2015"; 2]);
}

#[test]
fn periods_in_cells_are_read_where_they_are_sure_and_asked_else() {
    let period = |cell: &str| {
        text(&format!("Country,Period,Exports USD\nItaly,2015,1\nItaly,{cell},7\n"), &answers())
    };
    for (cell, expected) in [
        ("2020M01", "2020-01"),
        ("2020M11", "2020-11"),
        ("1er semestre 2021", "2021-01/2021-06"),
        ("2º trimestre 2021", "2021-04/2021-06"),
        ("3rd quarter 2021", "2021-07/2021-09"),
    ] {
        let imported = period(cell);
        assert_eq!(questions(&imported), [""; 0], "{cell}");
        assert_eq!(figures(&imported)[1], format!("IT exports 7 USD {expected}"), "{cell}");
    }
    let fiscal = ["2019-04/2020-03", "2019-07/2020-06", "2019-10/2020-09"];
    for (cell, dates) in [
        ("FY2019/20", &fiscal[..]),
        ("FY 2019-2020", &fiscal),
        ("FY20", &fiscal),
        ("Fiscal year 2020", &fiscal),
        ("1Q22", &["2022-01/2022-03"]),
        ("Q1 22", &["2022-01/2022-03"]),
        ("2023 YTD", &[]),
    ] {
        let imported = period(cell);
        assert_eq!(figures(&imported).len(), 1, "{cell}");
        let asked = &imported.questions;
        assert_eq!(asked.len(), 1, "{cell}");
        for (answer, date) in asked[0].answers.iter().zip(dates) {
            assert_eq!(answer, &format!("--read \"{cell}={date}\""));
        }
    }
}

#[test]
fn a_whole_year_among_quarters_is_a_period() {
    let table = "Country,Quarter,Exports USD\nItaly,Q1 2022,5\nItaly,2022,28\n";
    assert_eq!(
        figures(&text(table, &answers())),
        ["IT exports 5 USD 2022-01/2022-03", "IT exports 28 USD 2022"]
    );
    let parts = "Country,Year,Quarter,Exports USD\nItaly,2022,1,5\nItaly,2022,Q2,6\n";
    assert_eq!(figures(&text(parts, &answers()))[1], "IT exports 6 USD 2022-04/2022-06");
}

#[test]
fn rows_of_a_head_say_a_part_of_a_year_together() {
    let periods = |below: &str| {
        let table = format!(",2022,2023\nCountry,Exports,{below}\nItaly,1,2\nFrance,3,4\n");
        rows(&text(&table, &exports()), "figures", &["period"])
    };
    for (below, expected) in [("Jan–Oct", "2023-01/2023-10"), ("H1", "2023-01/2023-06")] {
        assert_eq!(periods(below), ["2022", expected, "2022", expected], "{below}");
    }
    assert_eq!(periods("USD"), ["2022", "2023", "2022", "2023"]);
    assert_eq!(periods("Exports January to October"), ["2022", "2022"]);
}

#[test]
fn a_fiscal_year_among_years_is_asked_and_becomes_a_period() {
    for cell in ["FY2019", "2019/20", "FY 2019/20", "2019-20", "2019 fiscal year"] {
        let table =
            format!("Country;Year;Exports, USD\nItaly;2018;4\nItaly;{cell};5\nItaly;2020;6\n");
        let imported = text(&table, &answers());
        let asked = format!("what date is \"{cell}\": a fiscal year");
        assert!(questions(&imported)[0].starts_with(&asked), "{cell}: {:?}", questions(&imported));
        let mut told = answers();
        told.take("read", &format!("{cell}=2019-07/2020-06")).unwrap();
        let imported = text(&table, &told);
        assert_eq!(questions(&imported), [""; 0], "{cell}");
        assert_eq!(rows(&imported, "figures", &["period"]), ["2018", "2019-07/2020-06", "2020"]);
    }
    let table = "Country;Year;Exports, USD\nItaly;2018;4\nItaly;Q1 2019;5\nItaly;2020~;6\n";
    assert_eq!(
        rows(&text(table, &answers()), "figures", &["period"]),
        ["2018", "2019-01/2019-03", "2020~"]
    );
}
