//! Tables as statistical offices export them: the older heads of UN Comtrade, SDMX's concepts, marks.

use super::{answers, figures, inferred, left, questions, rows, text};
use bilateral::import::{Answers, Imported};

fn notes(imported: &Imported) -> Vec<String> {
    rows(imported, "notes", &["text_en"])
}

const OLDER: &str = "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,\
    Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,\
    Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$),Flag\n";

#[test]
fn the_older_heads_of_comtrade() {
    let table = format!(
        "{OLDER}\
        H5,2017,2017,2017,0,0,2,Export,31,Azerbaijan,AZE,380,Italy,ITA,TOTAL,All,1,No Quantity,0,0,502,0\n\
        H5,2017,2017,2017,0,0,1,Import,31,Azerbaijan,AZE,380,Italy,ITA,TOTAL,All,8,kg,7,7,602,0\n\
        H5,2017,2017,2017,0,0,3,Re-Export,31,Azerbaijan,AZE,380,Italy,ITA,TOTAL,All,1,No Quantity,0,0,5,0\n\
        H5,2017,2017,2017,0,0,2,Export,31,Azerbaijan,AZE,490,\"Other Asia, nes\",,TOTAL,All,1,No Quantity,0,0,9,0\n"
    );
    let imported = text(&table, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        ["IT exports 502 USD 2017", "IT imports 602 USD 2017", "TW exports 9 USD 2017"]
    );
    // A nought where nothing was given is no fact.
    assert_eq!(notes(&imported), ["Unit of quantity: kg; Quantity: 7; Net weight, kg: 7"]);
    let left = left(&imported).join("\n");
    assert!(left.contains("R2: \"No Quantity\": says that nothing is known"), "{left}");
    assert!(left.contains("T2: \"0\": says that nothing is known"), "{left}");
    assert!(left.contains("re-exports are part of another flow"), "{left}");
    let told = inferred(&imported);
    assert!(told.contains("M5: \"Other Asia, nes\" is taken as Taiwan, which"), "{told}");
    // Where no column has the words, the codes say the flow.
    let codes =
        table.replace("Export,31", ",31").replace("Re-,31", ",31").replace("Import,31", ",31");
    let coded = text(&codes, &answers());
    assert_eq!(figures(&coded), figures(&imported));
    assert!(inferred(&coded).contains("G2: \"2\" is the code of exports"), "{}", inferred(&coded));
}

#[test]
fn a_rest_is_told_wherever_it_stands() {
    let table = "Partner,Year,Imports (USD)\n\"Other Asia, nes\",2020,3\nItaly,2020,4\n";
    let told = inferred(&text(table, &answers()));
    assert!(told.contains("A2: \"Other Asia, nes\" is taken as Taiwan"), "{told}");
    assert!(!told.contains("\"Italy\""), "{told}");
}

#[test]
fn an_export_of_eurostat() {
    let answers = Answers { reporting: Some("AZ".into()), ..answers() };
    let table = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,\
         OBS_VALUE,OBS_FLAG\n\
         ESTAT:X,15/03/24 11:00:00,A,FR,AZ,TOTAL,1,VALUE_IN_EUROS,2021,11,\n\
         ESTAT:X,15/03/24 11:00:00,A,FR,AZ,TOTAL,2,VALUE_IN_EUROS,2022,17,p\n\
         ESTAT:X,15/03/24 11:00:00,A,FR,AZ,TOTAL,2,VALUE_IN_EUROS,2023,19,x\n";
    let imported = text(table, &answers);
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        ["FR exports 11 EUR 2021", "FR imports 17 EUR 2022", "FR imports 19 EUR 2023"]
    );
    assert_eq!(notes(&imported), ["provisional", "Flag: x"]);
    // A unit that is not known is asked, and no answer for another row is its.
    let weight = table.replace("TOTAL,2,VALUE_IN_EUROS,2022", "TOTAL,2,QUANTITY_IN_100KG,2022");
    assert_eq!(
        questions(&text(&weight, &answers)),
        ["in which unit are the values, where \"QUANTITY_IN_100KG\" is not wholly understood?"]
    );
    let told = Answers { unit: Some("EUR".into()), ..answers.clone() };
    assert_eq!(
        figures(&text(&weight, &told)),
        ["FR exports 11 EUR 2021", "FR imports 19 EUR 2023"]
    );
    let without = Answers { readings: vec![("QUANTITY_IN_100KG".into(), "-".into())], ..answers };
    let without = text(&weight, &without);
    assert_eq!(questions(&without), [""; 0]);
    assert_eq!(figures(&without), ["FR exports 11 EUR 2021", "FR imports 19 EUR 2023"]);
}

#[test]
fn an_export_of_the_oecd() {
    let table = "LOCATION,Country,PARTNER,Partner country,FLOW,Flow,TIME,Time,Unit Code,Unit,\
         PowerCode Code,PowerCode,Value,Flag Codes\n\
         AZE,Azerbaijan,ITA,Italy,EXP,Exports,2019,2019,USD,US Dollar,3,Thousands,5633101.2,\n\
         AZE,Azerbaijan,ITA,Italy,IMP,Imports,2020,2020,USD,US Dollar,3,Thousands,390000,\n";
    let imported = text(table, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    let columns = ["partner", "measure", "value", "period", "reporter"];
    assert_eq!(
        rows(&imported, "figures", &columns),
        ["IT exports 5633101200 2019 AZ", "IT imports 390000000 2020 AZ"]
    );
    let imf = "Country Name,Country Code,Indicator Name,Counterpart Country Name,Time Period,Value\n\
         Azerbaijan,912,\"Goods, Value of Exports, Free on board (FOB), US Dollars\",Italy,2019,5\n";
    assert_eq!(rows(&text(imf, &answers()), "figures", &columns), ["IT exports 5 2019 AZ"]);
    // A number that is called a flow in no such table holds the values of it.
    let plain = "Country,Year,Trade flow (USD)\nItaly,2019,1\nItaly,2020,2\n";
    assert_eq!(text(plain, &answers()).table("figures").map(|table| table.rows.len()), Some(2));
}

#[test]
fn a_unit_that_is_no_currency_is_declared_with_its_measure() {
    let table = "Country,Year,\"Exports, USD mln\",\"Exports, tonnes\"\nItaly,2020,100,5000\n";
    let imported = text(table, &answers());
    assert_eq!(figures(&imported), ["IT exports 100000000 USD 2020", "IT exports-t 5000 t 2020"]);
    assert_eq!(
        rows(&imported, "terms", &["list", "key", "label_en", "units"]),
        ["unit t t ", "measure exports-t Exports, t t"]
    );
    assert!(inferred(&imported).contains("a measure of their own, \"Exports, t\""));
    let rows_of =
        "Country;Unit;Flow;2019;2020\nItaly;mln EUR;Export;1;2\nItaly;tonnes;Export;500;510\n";
    assert_eq!(
        figures(&text(rows_of, &answers())),
        [
            "IT exports 1000000 EUR 2019",
            "IT exports 2000000 EUR 2020",
            "IT exports-t 500 t 2019",
            "IT exports-t 510 t 2020"
        ]
    );
}

#[test]
fn a_mark_in_a_cell_reaches_the_note() {
    let values = |imported: &Imported| rows(imported, "figures", &["value"]);
    let table = "Country,Year,Exports (EUR)\nItaly,2014,1203p\nItaly,2015,14.5*\nItaly,2016,15.2¹\n\
                 Italy,2019,7.2 (p)\nItaly,2021,9.5 e\nItaly,2022,(p) 8\nItaly,2023,9.1 prelim.\n\
                 * without gas,,\n";
    let imported = text(table, &answers());
    assert_eq!(values(&imported), ["1203", "14.5", "15.2", "7.2", "9.5", "8", "9.1"]);
    let notes = rows(&imported, "notes", &["text_en"]);
    assert_eq!(notes, ["marked p", "without gas", "marked ¹", "marked e", "marked prelim."]);
    let years = "Country,Year,Exports (EUR)\nItaly,2020 (prelim.),1\nItaly,2021e,2\nItaly,2022*,3\n\
                 * without gas,,\n";
    assert_eq!(
        rows(&text(years, &answers()), "notes", &["text_en"]),
        ["marked prelim.", "marked e", "without gas"]
    );
    // A word in brackets may be a multiplier, and a letter a code's.
    for cell in ["5.2 (mln)", "5 (m)", "E5", "p5", "b 220", "[10.5]", "11-12"] {
        let table = format!("Country,Year,Exports (EUR)\nItaly,2019,7\nItaly,2020,{cell}\n");
        let imported = text(&table, &answers());
        assert_eq!(values(&imported), ["7"], "{cell}");
        let expected = format!("C3: \"{cell}\": no number");
        assert!(left(&imported).join("\n").contains(&expected), "{:?}", left(&imported));
    }
}

#[test]
fn a_column_of_a_year_is_not_left_for_its_marks() {
    let table = "Country,2019,2020,2021\nItaly,1001,1102,1203p\nSpain,200 1),210,b 220\n\
                 \"Exports, EUR\",,,\n";
    let imported = text(table, &answers());
    assert_eq!(
        figures(&imported),
        [
            "IT exports 1001 EUR 2019",
            "IT exports 1102 EUR 2020",
            "IT exports 1203 EUR 2021",
            "ES exports 200 EUR 2019",
            "ES exports 210 EUR 2020"
        ]
    );
    assert_eq!(left(&imported), ["table.csv!D3: \"b 220\": no number"]);
    let none = "Country,2019,2020,2021\nItaly,1,2,b 3\nSpain,2,3,b 4\n\"Exports, EUR\",,,\n";
    assert_eq!(left(&text(none, &answers())), ["table.csv!D1:D3: \"2021\": no number"]);
}
