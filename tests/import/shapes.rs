//! Each shape of table that people have becomes rows.

use super::{answers, figures, left, questions, read, rows, text};
use bilateral::import::Answers;

macro_rules! fixture {
    ($name:literal, $answers:expr) => {
        read($name, include_bytes!(concat!("fixtures/", $name)), &$answers).expect("it is a table")
    };
}

#[test]
fn ten_pasted_rows() {
    let imported = fixture!("ten-rows.tsv", answers());
    assert_eq!(questions(&imported), [""; 0]);
    let figures = figures(&imported);
    assert_eq!(figures.len(), 9);
    assert_eq!(figures[2], "DE exports 1045200000 USD 2017");
    assert_eq!(left(&imported)[2], "ten-rows.tsv!C11: \"n/a\": says that nothing is known");
}

#[test]
fn a_german_table_with_semicolons_and_decimal_commas() {
    let imported = fixture!("german.csv", answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        [
            "RU exports 1234500000 EUR 2020",
            "RU exports 2345670000 EUR 2021",
            "TR exports 923400000 EUR 2020",
            "US exports 12345000000 EUR 2021",
        ]
    );
    assert_eq!(rows(&imported, "notes", &["text_en"]), ["vorläufig", "geschätzt"]);
    assert_eq!(rows(&imported, "figures", &["note"]), ["n1", "", "n2", ""]);
    assert_eq!(rows(&imported, "sources", &["publisher"]), ["Statistisches Bundesamt"]);
}

#[test]
fn a_wide_table_with_two_rows_of_header() {
    let imported = fixture!("wide.csv", answers());
    assert_eq!(questions(&imported), [""; 0]);
    let figures = figures(&imported);
    assert_eq!(figures[0], "KZ exports 105500000 USD 2019");
    assert_eq!(figures[8], "TR imports 1565200000 USD 2020");
    assert_eq!(figures.len(), 9);
    assert!(left(&imported)[0].ends_with("!A7: \"Total\": a total of other rows"));
    assert_eq!(rows(&imported, "sources", &["publisher"]), ["State Statistical Committee"]);
}

#[test]
fn partners_across_and_years_down() {
    let imported = fixture!("partners-across.csv", answers());
    assert_eq!(questions(&imported), [""; 0]);
    let figures = figures(&imported);
    assert_eq!(figures[0], "RU imports 1234500000 USD 2019");
    assert_eq!(figures[7], "CN imports 1204800000 USD 2021");
    assert_eq!(figures.len(), 8);
}

#[test]
fn a_comtrade_download() {
    let answers = Answers { reporting: Some("KZ".into()), ..answers() };
    let imported = fixture!("comtrade.csv", answers);
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        rows(&imported, "figures", &["partner", "measure", "value", "period", "reporter"]),
        [
            "WLD exports 60321000000 2021 KZ",
            "RU exports 7018454000 2021 KZ",
            "RU imports 17607210000 2021 KZ",
            "RU exports 8780000000 2022 KZ",
            // What Russia counts as an import from Kazakhstan is an export of Kazakhstan.
            "RU exports 8980000000 2022 RU",
        ]
    );
    assert_eq!(
        rows(&imported, "notes", &["text_en"]),
        ["FOB", "Net weight, kg: 98765; CIF", "CIF"]
    );
    let partners = rows(&imported, "partners", &["code", "name_en"]);
    assert_eq!(partners, ["KZ Kazakhstan", "WLD World", "RU Russia"]);
    let left = left(&imported).join("\n");
    assert!(left.contains("!AD4: \"1204000\": a part (27) of a whole that is there too"), "{left}");
    assert!(left.contains("!AD6: \"5018454000\": re-exports are part of another flow"), "{left}");
    assert!(left.contains("!AD9: \"1000\": an area that is no country"), "{left}");
}

#[test]
fn the_only_reporter_is_the_packages_country() {
    let table = "Reporter,Partner,Year,Trade Flow,Trade Value (US$)\n\
                 Georgia,Armenia,2020,Export,5000\nGeorgia,Türkiye,2020,Import,7000\n";
    let imported = text(table, &Answers { reporting: None, ..answers() });
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(imported.meta.reporting, "GE");
    assert_eq!(figures(&imported), ["AM exports 5000 USD 2020", "TR imports 7000 USD 2020"]);
}

#[test]
fn a_wits_download_with_years_across() {
    let table = "Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2020\n\
        Azerbaijan,Italy,All Products,Export,Export (US$ Thousand),5645811.2,4147520.1\n\
        Azerbaijan,Italy,Fuels,Export,Export (US$ Thousand),5500000.1,4000000.2\n";
    let imported = text(table, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        ["IT exports 5645811200 USD 2019", "IT exports 4147520100 USD 2020"]
    );
}

#[test]
fn a_timeline_sheet() {
    let imported = fixture!("timeline.csv", answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        rows(&imported, "events", &["partners", "date", "title_en"]),
        [
            "TJ 1992-05-29 Diplomatic relations established",
            "TJ 2007-03-15/2007-03-16 Official visit",
            "TJ 2022 Year of many meetings",
        ]
    );
    assert_eq!(
        rows(&imported, "citations", &["record", "source", "paragraph", "evidence"]),
        ["e1 s1  ", "e2 s2 4 Official visit", "e3 s2 5 Year of many meetings"]
    );
    assert_eq!(
        rows(&imported, "sources", &["id", "kind", "url", "file"]),
        ["s1 publication https://example.org/1992 ", "s2 document  timeline.csv"]
    );
    assert_eq!(imported.meta.title, "A hundred steps of two neighbours");
    assert_eq!(rows(&imported, "terms", &["list", "key", "label_en"]), ["kind event Event"]);
}

#[test]
fn quarters_and_months_across() {
    let table = "Partner;Q1 2020;Q2 2020;2020-07;Aug 2020\nGermany;1;2;3;4\n";
    let imported = text(
        table,
        &Answers { measure: Some("exports".into()), unit: Some("EUR".into()), ..answers() },
    );
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        rows(&imported, "figures", &["period"]),
        ["2020-01/2020-03", "2020-04/2020-06", "2020-07", "2020-08"]
    );
}

#[test]
fn months_below_the_names_of_years() {
    let table = ",2020,,2021,\nPartner,January,February,January,February\nItaly,1,2,3,4\n";
    let imported = text(
        table,
        &Answers { measure: Some("exports".into()), unit: Some("EUR".into()), ..answers() },
    );
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        rows(&imported, "figures", &["period"]),
        ["2020-01", "2020-02", "2021-01", "2021-02"]
    );
}

#[test]
fn rows_without_a_header() {
    let imported = text(
        "Germany\t2019\t1234.5\nGermany\t2020\t1100\n",
        &Answers { measure: Some("exports".into()), unit: Some("USD".into()), ..answers() },
    );
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported), ["DE exports 1234.5 USD 2019", "DE exports 1100 USD 2020"]);
}

#[test]
fn sections_say_what_the_rows_below_them_are() {
    let table = "Country;2019;2020\nExports, mln USD;;\nItaly;1;2\nImports, mln USD;;\nItaly;3;4\n";
    let imported = text(table, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        [
            "IT exports 1000000 USD 2019",
            "IT exports 2000000 USD 2020",
            "IT imports 3000000 USD 2019",
            "IT imports 4000000 USD 2020",
        ]
    );
}

#[test]
fn several_currencies_each_keep_their_own() {
    let table = "country,year,exports,currency\nItaly,2019,5,EUR\nItaly,2020,6,USD\n";
    let imported = text(table, &answers());
    assert_eq!(figures(&imported), ["IT exports 5 EUR 2019", "IT exports 6 USD 2020"]);
}

#[test]
fn an_unknown_country_is_asked_and_never_guessed() {
    let table = "country,year,exports (USD)\nGerany,2019,5\nKorea,2019,6\n";
    let imported = text(table, &answers());
    assert_eq!(
        questions(&imported),
        ["which partner is \"Gerany\"?", "which partner is \"Korea\"?"]
    );
    assert!(imported.questions[0].answers.contains(&"--read \"Gerany=DE\"".to_owned()));
    assert_eq!(imported.questions[0].place, "table.csv!A2");
    assert!(imported.table("figures").is_none());
    let told = Answers {
        readings: vec![("Gerany".into(), "DE".into()), ("Korea".into(), "-".into())],
        ..answers()
    };
    assert_eq!(figures(&text(table, &told)), ["DE exports 5 USD 2019"]);
}

#[test]
fn rows_that_differ_only_by_an_unused_column_are_asked_for() {
    let table = "country,year,goods,exports (USD)\nItaly,2019,oil,5\nItaly,2019,gas,6\n";
    let imported = text(table, &answers());
    assert_eq!(imported.questions.len(), 1);
    assert_eq!(imported.questions[0].place, "table.csv!D2, table.csv!D3");
    assert_eq!(imported.questions[0].answers, ["--only \"goods=oil\"", "--only \"goods=gas\""]);
    let told = Answers { only: vec![("goods".into(), "gas".into())], ..answers() };
    let imported = text(table, &told);
    assert_eq!(figures(&imported), ["IT exports 6 USD 2019"]);
    assert!(left(&imported)[0].contains("set aside by --only \"goods=gas\""));
}

#[test]
fn a_column_is_what_the_user_says() {
    let table = "wer,wann,wieviel,wozu\nItaly,2019,5,why not\n";
    let mut told = Answers { unit: Some("EUR".into()), ..answers() };
    for (column, field) in
        [("wer", "partner"), ("wann", "year"), ("C", "imports"), ("wozu", "note")]
    {
        told.columns.push((column.into(), field.into()));
    }
    let imported = text(table, &told);
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(figures(&imported), ["IT imports 5 EUR 2019"]);
    assert_eq!(rows(&imported, "notes", &["text_en"]), ["why not"]);
}

#[test]
fn a_list_of_json_objects_is_a_table() {
    let json =
        br#"[{"country":"Italy","year":2019,"exports":5.25},{"country":"Spain","year":2020}]"#;
    let imported =
        read("a.json", json, &Answers { unit: Some("EUR".into()), ..answers() }).unwrap();
    assert_eq!(figures(&imported), ["IT exports 5.25 EUR 2019"]);
}

#[test]
fn an_export_and_one_of_an_earlier_version() {
    let header = "table,id,partners,kind,title,value,unit,qualifier,date,date_basis,reporter,derived,\
        status,certainty,reason,note,source,publisher,reference,paragraph_and_evidence";
    let event = "events,e1,DE,visit,A visit,,,,2030,stated,,,planned,stated,,,A paper,,,";
    let columns = ["id", "partners", "title_en", "url", "came_true"];
    let earlier = text(&format!("{header}\r\n{event}\r\n"), &answers());
    assert_eq!(rows(&earlier, "events", &columns), ["e1 DE A visit  "]);
    let more = format!("{header},url,came_true\r\n{event},https://a.example/,e2\r\n");
    let now = text(&more, &answers());
    assert_eq!(rows(&now, "events", &columns), ["e1 DE A visit https://a.example/ e2"]);
    assert_eq!(left(&now), [""; 0]);
}

#[test]
fn rows_that_nothing_tells_apart_are_to_be_mended() {
    let table = "country,year,exports (USD)\nItaly,2019,5\nItaly,2019,6\n";
    let question = &text(table, &answers()).questions[0];
    let what = question.what.to_string();
    assert!(what.ends_with("no column tells them apart: mend a row, or take it away"), "{what}");
    assert_eq!(question.answers, [""; 0]);
}

#[test]
fn a_row_far_down_is_cited_by_its_number() {
    let mut table = "country,year,exports (USD)\n".to_owned();
    table.extend(std::iter::repeat_n(",,\n", 70_000));
    table += "Italy,2020,5\n";
    let imported = text(&table, &answers());
    assert_eq!(rows(&imported, "citations", &["paragraph"]), ["70002"]);
    let files = bilateral::import::write(&imported, "2026-11-28", "far");
    let (data, found) = bilateral::dataset::check_files(&files).expect("it has no faults");
    assert_eq!(data.figures.len(), 1, "{found:?}");
    assert_eq!(data.figures[0].record.citations[0].paragraph, Some(70_002));
    let bytes = data.to_bytes().expect("it is small");
    assert_eq!(bilateral::dataset::Dataset::from_bytes(&bytes).expect("the same"), data);
}

#[test]
fn a_row_of_json_keeps_the_source_that_stands_on_it() {
    let row = |more: &str| {
        format!(
            r#"{{{more}"partner": "NZ", "measure": "exports", "value": 5, "unit": "FJD", "period": "2022", "source": "Gazette"}}"#
        )
    };
    let package = |rows: &[String]| {
        format!(
            r#"{{"format": "bilateral/1", "meta": {{"reporting": "FJ"}}, "figures": [{}]}}"#,
            rows.join(", ")
        )
    };
    // Where every record has an id the table of citations has it, as with all that is imported.
    let all = package(&[row(r#""id": "a", "#), row(r#""id": "b", "#)]);
    let imported = read("d.json", all.as_bytes(), &answers()).unwrap();
    assert_eq!(rows(&imported, "citations", &["record", "source"]), ["a Gazette", "b Gazette"]);
    for some in [package(&[row(""), row("")]), package(&[row(r#""id": "a", "#), row("")])] {
        let imported = read("d.json", some.as_bytes(), &answers()).unwrap();
        assert_eq!(rows(&imported, "figures", &["source"]), ["Gazette", "Gazette"]);
    }
}

#[test]
fn tags_of_a_timeline_are_plain_text() {
    let table = "Year,Month,Day,Headline,Text,Media,Group\n\
        1992,5,29,<b>Relations</b> &amp; trade,\"A <i>first</i> step,<br>with <a href=\"\"https://example.org/1992?a=1&amp;b=2\"\">a note</a>.\",,Tajikistan\n\
        1993,,,\"<a href='https://example.org/1993'>A visit</a>\",\"x < y &lt;b&gt; &#8211; z\",,Tajikistan\n\
        1994,,,A treaty,See <a href=\"https://example.org/text\">it</a>,https://example.org/media,Tajikistan\n";
    let imported = text(table, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        rows(&imported, "events", &["title_en"]),
        ["Relations & trade", "A visit", "A treaty"]
    );
    assert_eq!(
        rows(&imported, "notes", &["text_en"]),
        ["A first step, with a note.", "x < y <b> – z", "See it (https://example.org/text)"]
    );
    assert_eq!(
        rows(&imported, "sources", &["url"]),
        [
            "https://example.org/1992?a=1&b=2",
            "https://example.org/1993",
            "https://example.org/media"
        ]
    );
}
