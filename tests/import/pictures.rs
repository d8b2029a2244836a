//! Tables that were read to a false picture: each kind of them is read, asked about or left.

use super::{answers, figures, left, questions, read, rows, text};
use bilateral::import::{Answers, Imported};
use rust_xlsxwriter::Workbook;

fn inferred(imported: &Imported) -> String {
    imported.inferred.iter().map(|one| format!("{one}\n")).collect()
}

fn events(imported: &Imported) -> Vec<String> {
    rows(imported, "events", &["partners", "date", "status", "title_en"])
}

fn exports() -> Answers {
    Answers { measure: Some("exports".into()), unit: Some("USD".into()), ..answers() }
}

#[test]
fn decimal_numbers_are_no_months() {
    let table = "Year,Italy,Germany,Total\n2018,950.3,1000.8,1951.10\n2019,900.2,1020.8,1921.0\n";
    let imported = text(table, &exports());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        [
            "IT exports 950.3 USD 2018",
            "DE exports 1000.8 USD 2018",
            "IT exports 900.2 USD 2019",
            "DE exports 1020.8 USD 2019",
        ]
    );
    assert_eq!(left(&imported), ["table.csv!D1:D3: \"Total\": a sum of other columns"]);
    // Whatever its digits, a column under a country's name holds no dates.
    let imported = text("Year,Italy,Germany\n2018,1950.10,1980.12\n", &exports());
    assert_eq!(figures(&imported).len(), 2);
    // The header says which column is the year.
    let table = "Country,Year,Exports USD,Updated\nItaly,2018,7,2020-03-01\n";
    assert_eq!(figures(&text(table, &answers())), ["IT exports 7 USD 2018"]);
    // A month with a point is one.
    let imported = text("Country,Date,Exports USD\nItaly,2018.05,7\n", &answers());
    assert_eq!(figures(&imported), ["IT exports 7 USD 2018-05"]);
}

#[test]
fn shares_are_no_titles_of_events() {
    for table in [
        "Country,Year,Share of exports\nItaly,2019,28.7%\nItaly,2020,30.4%\n",
        "Country,Year,Whatever\nItaly,2019,28.7%\nItaly,2020,30.4%\n",
        "Country,Year,When\nItaly,2019,01.02.2020\n",
    ] {
        let imported = text(table, &answers());
        assert_eq!(events(&imported), [""; 0], "{table}");
    }
    let imported = text("Country,Year,Share of exports\nItaly,2019,28.7%\n", &answers());
    assert_eq!(imported.questions.len(), 1);
    let shares: Vec<_> = left(&imported).into_iter().filter(|one| one.contains("!C")).collect();
    assert_eq!(shares.len(), 1, "{shares:?}");
    let imported = text("Country,Year,Event\nItaly,2019,28.7%\nItaly,2020,Forum\n", &answers());
    assert_eq!(events(&imported), ["IT 2020 done Forum"]);
    assert!(left(&imported)[0].ends_with("a number or a date, which is no event's title"));
}

#[test]
fn the_only_texts_are_the_titles_and_their_header_is_no_leftover() {
    let imported = text("Country,Year,What happened\nItaly,2019,Forum\n", &answers());
    assert_eq!(events(&imported), ["IT 2019 done Forum"]);
    assert_eq!(left(&imported), [""; 0]);
    assert_eq!(imported.columns[2].field, "title");
}

#[test]
fn what_was_called_off_is_no_event() {
    let table = "Country,Date,Event,Status\nItaly,2020-05-01,Summit,held\n\
                 Italy,2021-05-01,Forum,cancelled\nItaly,2022-05-01,Talks,maybe\n";
    let imported = text(table, &answers());
    assert_eq!(events(&imported), ["IT 2020-05-01 done Summit"]);
    assert_eq!(questions(&imported), ["which status is \"maybe\"?"]);
    assert!(left(&imported).contains(
        &"table.csv!C3: \"Forum\": an event that is \"cancelled\" was not held".to_owned()
    ));
    let told = Answers { readings: vec![("maybe".into(), "proposed".into())], ..answers() };
    let imported = text(table, &told);
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(events(&imported)[1], "IT 2022-05-01 proposed Talks");
}

#[test]
fn who_sells_and_who_buys_say_the_direction() {
    let table = "Exporter,Importer,Year,Value (USD)\nItaly,France,2020,1\nFrance,Italy,2020,2\n\
                 France,Spain,2020,3\n";
    let italy = Answers { reporting: Some("IT".into()), ..answers() };
    let imported = text(table, &italy);
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported), ["FR exports 1 USD 2020", "FR imports 2 USD 2020"]);
    let left = left(&imported);
    assert_eq!(left.len(), 4, "{left:?}");
    assert!(left.iter().all(|one| one.ends_with("trade of two other countries")), "{left:?}");
    let nobody = Answers { today: "2026-11-28".into(), ..Answers::default() };
    assert_eq!(questions(&text(table, &nobody)), ["whose trade and events are these?"]);
}

#[test]
fn nothing_is_left_as_asked_where_nothing_is_asked() {
    let table = "Reporter,Partner,Year,Exports USD\nFrance,Spain,2020,1\nItaly,Spain,2020,2\n";
    let italy = Answers { reporting: Some("IT".into()), ..answers() };
    let imported = text(table, &italy);
    assert_eq!(questions(&imported), [""; 0]);
    let left = left(&imported);
    assert!(left.iter().all(|one| one.ends_with("trade of two other countries")), "{left:?}");
}

#[test]
fn sheets_of_one_workbook_are_one_source() {
    let mut book = Workbook::new();
    for name in ["Exports", "Imports"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, header) in ["Country", "Year", &format!("{name}, USD")].iter().enumerate() {
            sheet.write(0, column as u16, *header).unwrap();
        }
        sheet.write(1, 0, "Italy").unwrap();
        sheet.write(1, 1, 2020).unwrap();
        sheet.write(1, 2, 5).unwrap();
    }
    let imported = read("two.xlsx", &book.save_to_buffer().unwrap(), &answers()).unwrap();
    assert_eq!(rows(&imported, "sources", &["title", "file"]), ["two.xlsx two.xlsx"]);
    let files = bilateral::import::write(&imported, "2026-11-28", "two");
    let (data, _) = bilateral::dataset::check_files(&files).expect("nothing is wrong");
    assert_eq!(data.figures.len(), 2);
}

#[test]
fn documents_that_one_table_names_are_sources_of_their_own() {
    let table = "Country,Year,Exports USD,Source\nItaly,2019,5,Customs\nItaly,2020,6,Bank: a/b\n";
    let imported = text(table, &answers());
    let files = bilateral::import::write(&imported, "2026-11-28", "two");
    let (data, _) = bilateral::dataset::check_files(&files).expect("nothing is wrong");
    assert_eq!(data.sources.len(), 2);
}

fn period(cells: &[&str]) -> Imported {
    let mut table = "Country,Period,Exports USD\n".to_owned();
    for (at, cell) in cells.iter().enumerate() {
        table += &format!("Italy,{cell},{at}\n");
    }
    text(&table, &answers())
}

#[test]
fn a_number_beside_a_year_is_a_quarter_or_a_month_as_others_are() {
    for cell in ["2017/4", "2017-4", "II 2017"] {
        let imported = period(&[cell]);
        assert_eq!(questions(&imported).len(), 1, "{cell}");
        assert!(figures(&imported).is_empty(), "{cell}");
    }
    let imported = period(&["2017Q1", "2017/4"]);
    assert_eq!(figures(&imported)[1], "IT exports 1 USD 2017-10/2017-12");
    assert!(inferred(&imported).contains("a quarter, as others beside it are"));
    let imported = period(&["2017/4", "2017/12"]);
    assert_eq!(figures(&imported)[0], "IT exports 0 USD 2017-04");
    let imported = text("Country,2017/4,2017/5\nItaly,1,2\n", &exports());
    assert_eq!(figures(&imported)[0], "IT exports 1 USD 2017-04");
}

#[test]
fn parts_of_a_year_are_intervals() {
    for (cell, expected) in [
        ("Jan-Mar 2018", "2018-01/2018-03"),
        ("January-June 2021", "2021-01/2021-06"),
        ("I-IX 2021", "2021-01/2021-09"),
        ("I–IX 2021", "2021-01/2021-09"),
        ("январь-июнь 2021 г.", "2021-01/2021-06"),
        ("9M 2021", "2021-01/2021-09"),
        ("6 months 2022", "2022-01/2022-06"),
        ("9 мес. 2021", "2021-01/2021-09"),
        ("12M 2021", "2021"),
        ("XI 2021", "2021-11"),
    ] {
        let imported = period(&[cell]);
        assert_eq!(figures(&imported), [format!("IT exports 0 USD {expected}")], "{cell}");
        assert!(inferred(&imported).contains(&format!("\"{cell}\" is {expected}")), "{cell}");
    }
    // It may be exports.
    assert!(figures(&period(&["X 2021"])).is_empty());
}

#[test]
fn whole_dates_below_the_name_of_a_part_are_the_period() {
    let table = "Partner,Month,Exports USD mln\nItaly,2021-01,100.5\nItaly,2021-02,110.5\n";
    let imported = text(table, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported)[0], "IT exports 100500000 USD 2021-01");
}

#[test]
fn months_across_are_of_the_titles_year() {
    let table = |title: &str| format!("{title},,\nCountry,January,February\nItaly,100,110\n");
    let imported = text(&table("Exports by month 2021 (thousand EUR)"), &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported)[0], "IT exports 100000 EUR 2021-01");
    assert!(inferred(&imported).contains("A1: the months below are of 2021"));
    let imported = text(&table("Exports by month (thousand EUR)"), &answers());
    assert_eq!(questions(&imported), ["of which year are the months?"]);
    let told = Answers { period: Some("2019".into()), ..answers() };
    let imported = text(&table("Exports by month (thousand EUR)"), &told);
    assert_eq!(figures(&imported)[1], "IT exports 110000 EUR 2019-02");
    let rows = "Country,Year,January,February\nItaly,2020,100,110\n";
    assert_eq!(figures(&text(rows, &exports()))[1], "IT exports 110 USD 2020-02");
}

#[test]
fn a_fiscal_year_is_asked_by_its_first_month() {
    let asked = |cells: &[&str]| {
        let questions = period(cells).questions;
        questions.iter().map(|one| one.answers[0].clone()).collect::<Vec<_>>()
    };
    let first = |text: &str, date: &str| format!("--read \"{text}={date}\"");
    assert_eq!(asked(&["2019-20"]), [first("2019-20", "2019-04/2020-03")]);
    // A month by itself, and a fiscal year beside others.
    assert_eq!(asked(&["2010-11"]), [""; 0]);
    let both = [first("2010-11", "2010-04/2011-03"), first("2012-13", "2012-04/2013-03")];
    assert_eq!(asked(&["2010-11", "2012-13"]), both);
    let overlap = [first("2019/2020", "2019-04/2020-03"), first("2020/2021", "2020-04/2021-03")];
    assert_eq!(asked(&["2019/2020", "2020/2021"]), overlap);
    assert_eq!(asked(&["2019/2020"]), [""; 0]);
    let across = text("Country,2010-11,2012-13\nItaly,1,2\n", &exports());
    assert_eq!(across.questions.len(), 2);
    assert!(figures(&across).is_empty());
}

#[test]
fn lines_of_a_title_are_joined() {
    let table = "Country\tDate\tEvent\nItaly\t2020-02-20\t\"State visit\nto Rome\"\n";
    let imported = read("table.tsv", table.as_bytes(), &answers()).unwrap();
    assert_eq!(events(&imported), ["IT 2020-02-20 done State visit to Rome"]);
    assert!(inferred(&imported).contains("C2: its lines are joined by a blank"));
}

#[test]
fn titles_are_in_the_language_of_their_letters() {
    let titled = |titles: &[&str]| {
        let mut table = "Country;Date;Event\n".to_owned();
        titles.iter().for_each(|title| table += &format!("Italy;2021-06-15;{title}\n"));
        text(&table, &answers())
    };
    let imported = titled(&["Şuşa Bəyannaməsi imzalanıb", "Müttəfiqlik bəyannaməsi"]);
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(rows(&imported, "events", &["title_az"])[1], "Müttəfiqlik bəyannaməsi");
    assert!(inferred(&imported).contains("texts are taken as \"az\""));
    for title in ["Ankara görüşmesi", "Besuch in München", "Şuşa Forum", "Həbs"] {
        assert_eq!(questions(&titled(&[title])), [format!("in which language is \"{title}\"?")]);
    }
    assert_eq!(questions(&titled(&["Visit to Gəncə", "Agreement on Şuşa"])), [""; 0]);
    assert_eq!(questions(&titled(&["Visit to Rome", "Dostluq müqaviləsi"])).len(), 1);
}

#[test]
fn a_table_that_was_exported_is_somebodys() {
    let header = "table,id,partners,kind,title,value,unit,qualifier,date,date_basis,reporter,\
                  derived,status,certainty,reason,note,source,publisher,reference,\
                  paragraph_and_evidence,url,came_true";
    let row = "figures,f1,IT,exports,,5,USD,exact,2020,stated,,false,,stated,,,T,P,https://a.b/,,,";
    let nobody = Answers { today: "2026-11-28".into(), ..Answers::default() };
    let imported = text(&format!("{header}\n{row}\n"), &nobody);
    assert_eq!(questions(&imported), ["whose trade and events are these?"]);
    assert_eq!(questions(&text(&format!("{header}\n{row}\n"), &answers())), [""; 0]);
}

#[test]
fn french_and_spanish_tables_are_read() {
    let french = "Pays;Année;Exportations (millions d’euros);Importations (millions d’euros)\n\
                  Allemagne;2019;70 123,4;1\nRoyaume-Uni;2020;27 000;2\n";
    let imported = text(french, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    let found = figures(&imported);
    assert_eq!(found[0], "DE exports 70123400000 EUR 2019");
    assert_eq!(found[3], "GB imports 2000000 EUR 2020");
    let spanish = "País;Fecha;Exportaciones (millones de EUR)\nAlemania;enero 2020;5\n\
                   Reino Unido;1T 2020;6\n";
    let imported = text(spanish, &answers());
    assert_eq!(
        figures(&imported),
        ["DE exports 5000000 EUR 2020-01", "GB exports 6000000 EUR 2020-01/2020-03"]
    );
}
