//! Tables of Eurostat: several columns in the first one, flags behind values.

use super::{answers, figures, inferred, left, questions, read, rows};

const HEAD: &str = "freq,partner,stk_flow,unit,geo\\TIME_PERIOD";

fn tsv(rows: &[&str]) -> String {
    let rows = rows.iter().map(|row| format!("{row}\n"));
    format!("{HEAD}\t2019 \t2020 \n{}", rows.collect::<String>())
}

#[test]
fn a_first_column_of_several_is_cut_apart() {
    let table = tsv(&["A,AZ,EXP,MIO_EUR,DE\t1000.5 \t900.1 ", "A,AZ,IMP,MIO_EUR,IT\t3 \t: "]);
    let commas = "\"freq,partner,stk_flow,unit,geo\\TIME_PERIOD\",2019,2020\n\
                  \"A,AZ,EXP,MIO_EUR,DE\",1000.5,900.1\n\"A,AZ,IMP,MIO_EUR,IT\",3,:\n";
    // Without quotation marks the columns are cut apart already, but for the name of the last.
    let bare = commas.replace('"', "");
    for (name, table) in [("a.tsv", &*table), ("a.csv", commas), ("b.csv", &bare)] {
        let imported = read(name, table.as_bytes(), &answers()).unwrap();
        assert_eq!(questions(&imported), [""; 0], "{name}");
        assert_eq!(
            rows(
                &imported,
                "figures",
                &["partner", "measure", "value", "unit", "period", "reporter"]
            ),
            [
                "DE imports 1000500000 EUR 2019 DE",
                "DE imports 900100000 EUR 2020 DE",
                "IT exports 3000000 EUR 2019 IT",
            ],
            "{name}"
        );
    }
    let told = inferred(&read("a.tsv", table.as_bytes(), &answers()).unwrap());
    assert!(told.contains("a.tsv!A1: \"freq,partner,stk_flow"), "{told}");
}

#[test]
fn flags_behind_values_are_notes_or_told() {
    let table = tsv(&[
        "A,AZ,EXP,MIO_EUR,DE\t1 b\t2 bp",
        "A,AZ,EXP,MIO_EUR,IT\t3 c\t4 d",
        "A,AZ,EXP,MIO_EUR,FR\t5 f\t6 s",
        "A,AZ,EXP,MIO_EUR,PL\t7 u\t: c",
        "A,AZ,EXP,MIO_EUR,ES\t: z\t8 n",
    ]);
    let imported = read("a.tsv", table.as_bytes(), &answers()).unwrap();
    assert_eq!(questions(&imported), [""; 0]);
    let notes = rows(&imported, "notes", &["id", "text_en"]);
    let note = |text: &str| {
        let found = notes.iter().find(|note| note.ends_with(text));
        found.and_then(|note| note.split(' ').next()).unwrap_or_else(|| panic!("{text}: {notes:?}"))
    };
    let expected = [
        format!("DE 1000000 exact stated  {}", note(" break in time series")),
        format!("DE 2000000 exact stated  {}", note("break in time series; provisional")),
        format!("IT 3000000 exact stated  {}", note(" confidential")),
        format!("IT 4000000 exact stated  {}", note("definition differs")),
        format!("FR 5000000 about inferred {} {}", note("not a recorded value"), note(" forecast")),
        format!("FR 6000000 about stated  {}", note("estimated by Eurostat")),
        format!("PL 7000000 exact stated  {}", note("low reliability")),
        format!("ES 8000000 exact stated  {}", note("not significant")),
    ];
    let columns = ["partner", "value", "qualifier", "certainty", "reason", "note"];
    assert_eq!(rows(&imported, "figures", &columns), expected);
    let left = left(&imported).join("\n");
    assert!(left.contains("a.tsv!G5: \": c\": says that there is no value"), "{left}");
    assert!(left.contains("a.tsv!F6: \": z\": says that there is no value"), "{left}");
}

#[test]
fn flags_in_a_column_of_their_own_are_notes() {
    let table = "freq,stk_flow,partner,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,unit\n\
                 A,EXP,AZ,DE,2019,10,bp,MIO_EUR\nA,EXP,AZ,DE,2020,9,f,MIO_EUR\n";
    let imported = read("a.csv", table.as_bytes(), &answers()).unwrap();
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        rows(&imported, "figures", &["value", "certainty", "reason", "note"]),
        ["10000000 stated  n1", "9000000 inferred n2 n3"]
    );
    assert_eq!(rows(&imported, "notes", &["text_en"])[0], "break in time series; provisional");
}

#[test]
fn a_letter_behind_a_number_elsewhere_is_no_flag_of_eurostat() {
    let imported =
        read("a.csv", b"Country,Year,Exports (USD)\nItaly,2020,5 b\nItaly,2021,6\n", &answers());
    assert_eq!(figures(&imported.unwrap()), ["IT exports 6 USD 2021"]);
}
