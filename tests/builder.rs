//! What the builder page does with somebody's data, without the page.

use bilateral::builder::{Publication, Workshop, said};
use bilateral::import::{Answers, File, import};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-28";
const TEN_ROWS: &str = "Country\tYear\tExports, USD mln\n\
    Germany\t2019\t1045.2\nGermany\t2020\t980.4\nGermany\t2021\t1120.5\nGermany\t2022\t1210.7\n\
    Norway\t2019\t210.5\nNorway\t2020\t199.9\nNorway\t2021\t230.1\nNorway\t2022\t250.3\n\
    Spain\t2021\t80.2\nSpain\t2022\t85.6\n";

fn opened(name: &str, text: &str) -> Workshop {
    let mut workshop = Workshop::default();
    workshop.open(&[(name.to_owned(), text.as_bytes().to_vec())], TODAY).expect("opened");
    workshop
}

#[test]
fn ten_pasted_rows_ask_for_the_country_alone() {
    let mut workshop = opened("pasted", TEN_ROWS);
    let review = workshop.review();
    assert_eq!(review["ok"], false);
    let questions = review["questions"].as_array().expect("a list");
    assert_eq!(questions.len(), 1, "{review:#}");
    assert_eq!(questions[0]["answers"][0][0], "reporting");
    workshop.say("reporting", "France").expect("a country by its name");
    let review = workshop.review();
    assert_eq!(
        (&review["ok"], &review["counts"]["figures"]),
        (&json!(true), &json!(10)),
        "{review:#}"
    );
    let data: Value = serde_json::from_str(&workshop.data().expect("data")).expect("JSON");
    assert_eq!(data["figures"].as_array().map(Vec::len), Some(10));
    assert_eq!(review["languages"], json!(["en", "az", "ru", "kk", "tg"]));
    let partners = data["partners"].as_array().expect("a list");
    let germany = partners.iter().find(|partner| partner["code"] == "DE").expect("a partner");
    assert_eq!(germany["name"]["ru"], "Германия");
    let error = workshop.say("reporting", "Frnace").expect_err("misspelt");
    assert_eq!(error.to_string(), "no country is known as \"Frnace\"; did you mean FR?");
    // The page tells a country by its name.
    let france = json!([{ "country": "FR" }]);
    assert_eq!(said(&error)["values"], json!({ "countries": france, "text": "Frnace" }));
}

#[test]
fn what_is_asked_about_a_text_is_answered_by_a_name() {
    let mut workshop = opened("pasted", &TEN_ROWS.replace("Spain", "Spainland"));
    workshop.say("reporting", "France").expect("a country");
    assert_eq!(workshop.review()["ok"], false);
    workshop.say("read", "Spainland=Spain").expect("a country");
    assert_eq!(workshop.review()["counts"]["partners"], 4);
}

#[test]
fn a_pasted_table_of_any_separator_goes_into_cells() {
    let mut workshop = opened("own.csv", "a,b\n1,2\n");
    workshop.paste(0, 1, 0, "3;4\n5;6\n").expect("pasted");
    assert_eq!(workshop.rows(0), json!([["a", "b"], ["3", "4"], ["5", "6"]]));
    workshop.paste(0, 0, 1, "one, and two").expect("pasted");
    assert_eq!(workshop.rows(0)[0], json!(["a", "one, and two"]));
}

#[test]
fn cells_that_found_no_place_are_counted() {
    let table = "Country;Year;Exports USD;Rank\nItaly;2020;5;1\nTotal;2020;5;1\n";
    let mut workshop = opened("table.csv", table);
    workshop.say("reporting", "DE").expect("said");
    let review = workshop.review();
    assert_eq!((&review["ok"], &review["leftCells"]), (&json!(true), &json!(6)), "{review:#}");
}

#[test]
fn a_wrong_cell_is_told_at_its_address_and_mending_it_removes_the_message() {
    let table = "id,partner,measure,value,unit,period,reporter\n\
        a,DE,exports,5,USD,2020,FR\nb,DE,exports,\"1\n2\",USD,2021,FR\nc,DE,exprots,7,USD,2022,FR\n";
    let package = br#"{"reporting": "FR", "name": "own"}"#;
    let mut workshop = Workshop::default();
    let files = [("figures.csv", table.as_bytes()), ("datapackage.json", package)];
    let files = files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    workshop.open(&files, TODAY).expect("opened");
    workshop.say("publisher", "An office").expect("said");
    let review = workshop.review();
    let messages = review["messages"].as_array().expect("a list");
    let at = |what: &str| {
        let found = messages
            .iter()
            .find(|one| one["what"].as_str().is_some_and(|text| text.contains(what)));
        found.map(|one| (one["place"].as_str().unwrap_or_default().to_owned(), one["at"].clone()))
    };
    assert_eq!(at("exprots"), Some(("figures.csv C4".into(), json!([0, 3, 2]))), "{review:#}");
    workshop.edit(0, &[(3, 2, "exports".into()), (2, 3, "12".into())]).expect("edited");
    let mended = workshop.review();
    assert!(!mended.to_string().contains("exprots"), "{mended:#}");
    assert_eq!(workshop.step(false), Some(0), "the change can be taken back");
    assert!(workshop.review().to_string().contains("exprots"));
    assert_eq!(workshop.step(true), Some(0));
    assert!(!workshop.review().to_string().contains("exprots"));
}

#[test]
fn a_german_table_and_a_wide_one_are_read_and_told_by_columns() {
    let mut german = opened(
        "handel.csv",
        "Land;Jahr;Ausfuhr (Mio. EUR)\nItalien;2020;1.234,5\nItalien;2021;1.310,25\n",
    );
    german.say("reporting", "DE").expect("said");
    let review = german.review();
    assert_eq!((&review["ok"], &review["rows"]), (&json!(true), &json!(2)), "{review:#}");
    let uses: Vec<_> = review["columns"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["field"].as_str())
        .collect();
    assert_eq!(uses, [Some("partner"), Some("year"), Some("exports")]);
    let said = |form: &str, values: Value| json!({ "form": form, "values": values });
    let plain = |form: &str| said(form, json!({}));
    let inferred: Vec<&Value> =
        review["inferred"].as_array().expect("a list").iter().map(|one| &one["what"]).collect();
    let field = said("is the {field}", json!({ "field": plain("partner") }));
    let power = said("times 10^{power}", json!({ "power": "6" }));
    let what = json!([plain("exports"), "EUR", power]);
    let values = said("holds values of {what}", json!({ "what": what }));
    let empty = json!({
        "view": "events",
        "why": "no event with a partner has a date",
        "others": ["trade"],
        "text": "nothing to show in events: no event with a partner has a date; trade can be shown",
    });
    assert_eq!(review["empty"][0], empty);
    assert!(inferred.contains(&&field) && inferred.contains(&&values), "{inferred:#?}");
    german.say("map", "Ausfuhr (Mio. EUR)=imports").expect("mapped");
    assert_eq!(german.review()["columns"][2]["field"], "imports");
    assert!(german.say("map", "Land=prtner").is_err());
    german.say("map", "Ausfuhr (Mio. EUR)=").expect("forgotten");
    assert_eq!(german.review()["columns"][2]["field"], "exports");
}

#[test]
fn a_package_is_saved_and_opened_again() {
    let mut workshop = Workshop::default();
    workshop.begin(true, TODAY).expect("an example");
    let review = workshop.review();
    assert_eq!(review["ok"], true, "{review:#}");
    let saved = workshop.package().expect("a zip");
    let mut again = Workshop::default();
    again.open(&[("example.bilateral.zip".into(), saved)], TODAY).expect("opened");
    let found = again.review();
    assert_eq!(found["ok"], true, "{found:#}");
    assert_eq!(found["counts"], review["counts"]);
    let parsed = |workshop: &Workshop| -> Value {
        serde_json::from_str(&workshop.data().expect("data")).expect("JSON")
    };
    assert_eq!(parsed(&again)["figures"], parsed(&workshop)["figures"]);
}

#[test]
fn an_empty_table_is_filled_by_a_paste() {
    let mut workshop = Workshop::default();
    workshop.begin(false, TODAY).expect("an empty one");
    assert_eq!(workshop.review()["rows"], 0);
    workshop.paste(0, 1, 0, "Italy\t2020\t5\t\nItaly\t2021\t6\t").expect("pasted");
    workshop.say("reporting", "FR").expect("said");
    let review = workshop.review();
    assert_eq!(
        (&review["ok"], &review["counts"]["figures"]),
        (&json!(true), &json!(2)),
        "{review:#}"
    );
    workshop.insert(0, 1, 2);
    assert_eq!(workshop.rows(0)[3][0], "Italy");
    workshop.remove(0, 1, 3);
    assert_eq!(workshop.rows(0)[1][1], "2021");
}

#[test]
fn what_is_too_large_is_refused_with_the_limit() {
    let mut workshop = Workshop::default();
    let error = workshop
        .open(&[("a.csv".into(), vec![b'1'; (32 << 20) + 1])], TODAY)
        .expect_err("too large");
    assert_eq!(error.to_string(), "33 MiB: the builder takes up to 32 MiB");
    let rows = "a,b\n".repeat(200_100);
    let error = workshop.open(&[("a.csv".into(), rows.into_bytes())], TODAY).expect_err("too many");
    assert_eq!(error.to_string(), "a.csv: 200100 rows; the builder takes up to 200000 in a table");
    let error = workshop.open(&[("a.pdf".into(), b"%PDF-1".to_vec())], TODAY).expect_err("a PDF");
    assert_eq!(error.to_string(), "a.pdf: a PDF; copy the table out of it, or export it as CSV");
    let what = json!({
        "form": "a PDF; copy the table out of it, or export it as CSV",
        "values": {},
    });
    assert_eq!(
        said(&error),
        json!({ "form": "{place}: {what}", "values": { "place": "a.pdf", "what": what } })
    );
    let error = workshop.say("growth", "ratios").expect_err("no reading");
    assert_eq!(error.to_string(), "growth takes change or index or ratio");
}

#[test]
fn the_dataset_in_json_comes_as_its_tables() {
    let files = [File {
        name: "a.csv",
        bytes: b"country,year,exports (USD)\nItaly,2020,5\nItaly,2021,6\n",
    }];
    let answers =
        Answers { reporting: Some("FR".into()), today: TODAY.into(), ..Answers::default() };
    let imported = import(&files, &answers, &|_, _| {}).expect("read");
    assert_eq!(imported.columns.len(), 3);
    let mut first = opened("a.csv", "country,year,exports (USD)\nItaly,2020,5\nItaly,2021,6\n");
    first.say("reporting", "FR").expect("said");
    first.review();
    let mut workshop = opened("dataset.json", &first.data().expect("data"));
    let sheets = workshop.sheets();
    assert!(
        sheets.as_array().expect("a list").iter().any(|one| one["name"] == "figures.csv"),
        "{sheets}"
    );
    let review = workshop.review();
    assert_eq!(review["counts"]["figures"], 2, "{review:#}");
}

#[test]
fn every_edition_is_made_and_its_pictures_are_asked_for() {
    let mut workshop = Workshop::default();
    workshop.begin(true, TODAY).expect("an example");
    workshop.review();
    let mut publication =
        Publication::new(&workshop, "", "", "view=trade&partners=ES").expect("begun");
    let mut pictures = Vec::new();
    while let Some(asked) = publication.edition().expect("made") {
        pictures.extend(
            asked
                .as_array()
                .expect("a list")
                .iter()
                .map(|one| one["name"].as_str().map(String::from)),
        );
    }
    assert!(pictures.contains(&Some("static/trade.en.png".into())), "{pictures:?}");
    assert!(pictures.contains(&Some("static/story.en.social.png".into())), "{pictures:?}");
    assert!(pictures.contains(&Some("static/chart.en.png".into())), "{pictures:?}");
}

#[test]
fn the_title_outlives_saving_and_can_be_changed_again() {
    let mut workshop = opened("pasted", TEN_ROWS);
    workshop.say("reporting", "FR").expect("said");
    workshop.say("title", "Ten rows").expect("said");
    workshop.say("license", "CC0-1.0").expect("said");
    assert_eq!(workshop.review()["ok"], true);
    let saved = workshop.package().expect("a zip");
    let mut again = Workshop::default();
    again.open(&[("a.bilateral.zip".into(), saved)], TODAY).expect("opened");
    assert_eq!(again.review()["meta"], json!({ "title": "Ten rows", "reporting": "FR" }));
    let meta = |workshop: &Workshop| {
        let data: Value = serde_json::from_str(&workshop.data().expect("data")).expect("JSON");
        [data["meta"]["title"].clone(), data["meta"]["license"].clone()]
    };
    assert_eq!(meta(&again), [json!("Ten rows"), json!("CC0-1.0")]);
    again.say("title", "Ten more").expect("said");
    again.say("license", "CC-BY-4.0").expect("said");
    again.review();
    assert_eq!(meta(&again), [json!("Ten more"), json!("CC-BY-4.0")]);
}

#[test]
fn texts_are_in_the_language_that_is_said() {
    let table = "Страна\tДата\tСобытие\nИталия\t2020-05-01\tФорум\n";
    let mut workshop = opened("pasted", table);
    workshop.say("reporting", "FR").expect("said");
    let review = workshop.review();
    let told = "texts are taken as English; --lang says otherwise";
    let question = &review["questions"][0];
    let what = json!({ "form": "in which language is \"{text}\"?", "values": { "text": "Форум" } });
    assert_eq!(question["what"], what, "{review:#}");
    let codes = json!([["lang", "ru"], ["lang", "kk"], ["lang", "tg"], ["lang", "CODE"]]);
    assert_eq!(question["answers"], codes);
    workshop.say("lang", "ru").expect("said");
    let review = workshop.review();
    assert_eq!(review["ok"], true, "{review:#}");
    assert!(!review["inferred"].to_string().contains(told));
    assert_eq!(review["languages"], json!(["ru"]));
    let data: Value = serde_json::from_str(&workshop.data().expect("data")).expect("JSON");
    assert_eq!(data["events"][0]["title"], json!({ "ru": "Форум" }));
    let mut latin = opened("pasted", &table.replace("Форум", "Forum 2020"));
    latin.say("reporting", "FR").expect("said");
    let review = latin.review();
    assert!(review["inferred"].to_string().contains(told), "{review:#}");
}

#[test]
fn a_growth_is_answered_by_its_column() {
    let table = "Country\tYear\tGrowth, %\nItaly\t2020\t112.5\nItaly\t2021\t98\n";
    let mut workshop = opened("pasted", table);
    workshop.say("reporting", "FR").expect("said");
    let asked = workshop.review()["questions"][0].clone();
    let answers = json!([["growth", "Growth, %=change"], ["growth", "Growth, %=index"]]);
    assert_eq!(asked["answers"], answers, "{asked:#}");
    workshop.say("growth", "Growth, %=change").expect("said");
    workshop.say("growth", "Growth, %=index").expect("said otherwise");
    let review = workshop.review();
    assert_eq!(review["ok"], true, "{review:#}");
    let data: Value = serde_json::from_str(&workshop.data().expect("data")).expect("JSON");
    assert_eq!(data["figures"][0]["value"], json!(1.125));
}

#[test]
fn countries_are_offered_in_the_language_of_the_page() {
    let name = |language: &str| {
        let all = bilateral::import::countries(language);
        all.into_iter().find(|(code, _)| *code == "DE").map(|(_, name)| name)
    };
    assert_eq!(name("ru"), Some("Германия"));
    assert_eq!(name("kk"), Some("Германия"));
    assert_eq!(name("az"), Some("Almaniya"));
    assert_eq!(name("en"), Some("Germany"));
    assert_eq!(name("xx"), Some("Germany"));
}

#[test]
fn what_cannot_be_published_is_told_as_a_sentence() {
    let refused = |workshop: &Workshop, languages: &str, base: &str| {
        Publication::new(workshop, languages, base, "").err().expect("refused").to_string()
    };
    let mut workshop = opened("events", "Country\tDate\tEvent\nItaly\t2020-05-01\tForum\n");
    assert_eq!(refused(&workshop, "", ""), "there is no dataset without faults yet");
    workshop.say("reporting", "FR").expect("said");
    workshop.say("lang", "fi").expect("said");
    let review = workshop.review();
    assert_eq!(review["languages"], json!(["fi"]), "{review:#}");
    assert_eq!(refused(&workshop, "fi", ""), "there are no words in fi; add words/fi.csv");
    workshop.say("lang", "en").expect("said");
    workshop.review();
    let what =
        "\"ftp://x/\" is no address of a folder; give one such as https://example.org/charts/";
    assert_eq!(refused(&workshop, "en", "ftp://x/"), what);
}

#[test]
fn an_answer_is_taken_back_and_made_again() {
    let mut workshop = opened("pasted", TEN_ROWS);
    workshop.say("reporting", "France").expect("a country");
    workshop.say("decimal", "Exports, USD mln=comma").expect("a mark");
    let said = |workshop: &mut Workshop| workshop.review()["said"].clone();
    let both = json!([["reporting", "FR"], ["decimal", "Exports, USD mln=comma"]]);
    assert_eq!(said(&mut workshop), both);
    assert_eq!(workshop.step(false), None);
    assert_eq!(said(&mut workshop), json!([["reporting", "FR"]]));
    workshop.edit(0, &[(1, 2, "7".to_owned())]).expect("within");
    // What is said again is no change.
    workshop.say("reporting", "FR").expect("a country");
    assert_eq!(workshop.step(false), Some(0));
    assert_eq!(workshop.step(false), None);
    assert_eq!(said(&mut workshop), json!([]));
    assert_eq!(workshop.review()["questions"].as_array().map(Vec::len), Some(1));
    workshop.step(true);
    assert_eq!(workshop.step(true), Some(0));
    assert_eq!(said(&mut workshop), json!([["reporting", "FR"]]));
    assert_eq!(workshop.rows(0)[1][2], "7");
}

#[test]
fn what_is_no_answer_is_refused_at_once() {
    let mut workshop = opened("pasted", "date;event;country\nMar-21;A meeting;Italy\n");
    workshop.say("reporting", "FR").expect("a country");
    workshop.review();
    for (option, value) in [
        ("read", "Mar-21=xyz"),
        ("unit", "xyz"),
        ("period", "soon"),
        ("measure", "fish"),
        ("url", "example"),
    ] {
        let error = workshop.say(option, value).expect_err(value).to_string();
        assert!(
            error.contains(value.rsplit('=').next().unwrap_or_default()) || option == "measure"
        );
    }
    assert_eq!(workshop.review()["said"], json!([["reporting", "FR"]]));
    workshop.say("read", "Mar-21=2021-03-21").expect("a date");
    assert_eq!(workshop.review()["ok"], true);
}
