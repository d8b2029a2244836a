//! The forms that a dataset takes: EDTF texts, compiled bytes, JSON, flat CSV, and hostile ones.

use std::path::Path;
use std::{fs, str};

use bilateral::dataset::{
    CodecError, Dataset, Date, Day, Dialect, Edtf, Language, Precision, Value, from_json, read_dir,
    to_csv, to_json,
};
use proptest::collection::vec;
use proptest::prelude::*;

#[test]
fn edtf_texts_mean_their_days() {
    let day = |year, month, day| Some(Day::from_civil(year, month, day));
    for (text, first, last) in [
        ("2021", day(2021, 1, 1), day(2021, 12, 31)),
        ("2020-02", day(2020, 2, 1), day(2020, 2, 29)),
        ("2007-03-15", day(2007, 3, 15), day(2007, 3, 15)),
        ("2007-03-15/2007-03-16", day(2007, 3, 15), day(2007, 3, 16)),
        ("2023~", day(2023, 1, 1), day(2023, 12, 31)),
        ("2020/..", day(2020, 1, 1), None),
        ("../2013-03", None, day(2013, 3, 31)),
        ("2026-24", day(2026, 12, 1), day(2027, 2, 28)),
        ("201X", day(2010, 1, 1), day(2019, 12, 31)),
        ("19XX?", day(1900, 1, 1), day(1999, 12, 31)),
    ] {
        let date = Edtf::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!((date.first(), date.last()), (first, last), "{text}");
        assert_eq!(date.print(), text);
    }
}

/// The crate `edtf` as the judge of what is a date.
fn judge(text: &str) -> bool {
    edtf::level_1::Edtf::parse(text).is_ok()
}

fn date_text() -> impl Strategy<Value = String> {
    "(19|20)[0-9X][0-9X](-[0-4][0-9X]){0,2}[~?%]?"
}

proptest! {
    #[test]
    fn what_is_taken_as_a_date_is_edtf_and_prints_the_same(
        text in prop_oneof![
            date_text(),
            (date_text(), date_text()).prop_map(|(from, to)| format!("{from}/{to}")),
            date_text().prop_map(|from| format!("{from}/..")),
            "[0-9XYT./~?%-]{0,14}",
            any::<String>(),
        ]
    ) {
        if let Ok(date) = Edtf::parse(&text) {
            prop_assert!(judge(&text), "the crate edtf refuses {text}");
            prop_assert_eq!(date.print(), text);
            if let (Some(first), Some(last)) = (date.first(), date.last()) {
                prop_assert!(first <= last);
            }
        }
    }

    #[test]
    fn every_calendar_date_is_taken_and_the_crate_agrees(year in 1i16..=9999, month in 0u8..=13, day in 0u8..=32) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        prop_assert_eq!(Edtf::parse(&text).is_ok(), judge(&text), "{}", text);
        let date = Date {
            year, month, day, precision: Precision::Day, approximate: false, uncertain: false,
        };
        if Edtf::parse(&text).is_ok() {
            prop_assert_eq!(Edtf::parse(&text), Ok(Edtf::Date(date)));
            prop_assert_eq!(date.first().civil(), (year.into(), month.into(), day.into()));
        }
    }
}

#[test]
fn json_gives_the_dataset_back() {
    let data = Dataset::embedded();
    let text = serde_json::to_string(&to_json(&data)).unwrap();
    assert_eq!(from_json(&serde_json::from_str::<Value>(&text).unwrap()), Ok(data));
}

#[test]
fn json_spells_what_the_contract_says() {
    let json = serde_json::to_value(to_json(&Dataset::embedded())).unwrap();
    assert_eq!(json["format"], "bilateral/1");
    let by_id = |table: &str, id: &str| {
        let records = json[table].as_array().unwrap();
        records.iter().find(|record| record["id"] == id).unwrap().clone()
    };
    let figure = by_id("figures", "f203");
    assert_eq!(figure["partner"], "TJ");
    assert_eq!(figure["value"], 623_400);
    assert_eq!(figure["unit"], "USD");
    assert!(figure["period"].is_null() && figure["reporter"].is_null());
    assert_eq!(figure["derived"], false);
    assert_eq!(figure["citations"][0]["source"], "d000");
    assert_eq!(figure["citations"][0]["paragraph"], 17);
    assert_eq!(figure["citations"][0]["evidence"][0], "$623,400");
    assert!(figure["reason"]["tg"].is_string());
    let events = json["events"].as_array().unwrap();
    let several = events.iter().find(|event| event["partners"].is_array()).unwrap();
    assert!(several["partner"].is_null() && several["title"]["az"].is_string());
}

#[test]
fn nan_from_javascript_is_no_value() {
    let mut json = to_json(&Dataset::embedded());
    fn first_value(value: &mut Value) -> Option<&mut Value> {
        match value {
            Value::Object(pairs) => pairs.iter_mut().find_map(|(key, value)| match value {
                Value::Number(_) if key == "value" => Some(value),
                _ => first_value(value),
            }),
            Value::List(list) => list.iter_mut().find_map(first_value),
            _ => None,
        }
    }
    *first_value(&mut json).unwrap() = Value::Number(f64::NAN);
    let found = from_json(&json).unwrap_err();
    assert_eq!(
        found[0].to_string().lines().next(),
        Some("figures[0].value: value that is not finite")
    );
    assert_eq!(found.len(), 1);
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = "[".repeat(100) + &"]".repeat(100);
    assert!(serde_json::from_str::<Value>(&deep).is_err());
}

#[test]
fn flat_csv_has_a_row_for_each_record() {
    let data = Dataset::embedded();
    let csv = to_csv(&data, &data.entries().collect::<Vec<_>>(), Language::RU, Dialect::default());
    let rows: Vec<_> = csv.split_terminator("\r\n").collect();
    assert_eq!(rows.len(), data.entries().count() + 1);
    assert!(rows[0].starts_with("table,id,partners,kind,title,value,unit,"));
    assert!(
        rows.iter().any(|row| row.starts_with("figures,f203,TJ,turnover,,623400,USD,exact,,none,"))
    );
}

#[test]
fn flat_csv_runs_nothing_in_a_spreadsheet() {
    let mut data = Dataset::embedded();
    data.events.truncate(1);
    data.events[0].title.set(Language::EN, "=HYPERLINK(\"http://evil.example\",\"x\")");
    data.people[0].name = "@SUM(A1)".into();
    let csv = to_csv(&data, &data.entries().collect::<Vec<_>>(), Language::EN, Dialect::default());
    assert!(csv.contains(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\","));
    assert!(csv.contains(",'@SUM(A1),"));
}

#[test]
fn compiled_bytes_give_the_dataset_back() {
    let mut data = Dataset::embedded();
    // More characters than the code page has bytes, and one that ends texts.
    data.people[0].name = ('\u{100}'..'\u{300}').chain(['\0', '\u{10FFFF}']).collect();
    assert_eq!(Dataset::from_bytes(&data.to_bytes().unwrap()), Ok(data));
}

#[test]
fn other_bytes_are_named_for_what_they_are() {
    let good = Dataset::embedded().to_bytes().unwrap();
    let with = |at: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[at] = byte;
        Dataset::from_bytes(&bytes).unwrap_err()
    };
    assert_eq!(with(0, b'X'), CodecError::Magic);
    assert_eq!(with(4, 0), CodecError::Version);
    assert_eq!(with(5, good[5] ^ 1), CodecError::Length);
    // The length of the shared part, then its own header.
    assert_eq!(with(11, 255), CodecError::Content);
    assert_eq!(with(12, b'X'), CodecError::Magic);
    assert_eq!(with(16, 0), CodecError::Version);
    for length in (0..good.len()).step_by(97).chain([good.len() - 1]) {
        assert_eq!(Dataset::from_bytes(&good[..length]).unwrap_err(), CodecError::Length);
    }
}

/// A value of words that mean something to the reader, in any order and depth.
fn json_value() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        "format|meta|sources|partners|figures|events|sectors|people|conflicts|id|kind|value|title",
        "partner|citations|source|paragraph|evidence|reason|note|en|az|date|period|turnover|2021|TJ",
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Flag),
        any::<f64>().prop_map(Value::Number),
        word.clone().prop_map(Value::Text),
    ];
    leaf.prop_recursive(5, 64, 8, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Value::List),
            vec((word.clone(), inner), 0..8).prop_map(Value::Object),
        ]
    })
}

/// Puts `value` into one random place of `target`.
fn spoil(target: &mut Value, path: &[u8], value: Value) {
    let child = match (target, path.first()) {
        (Value::List(list), Some(&at)) if !list.is_empty() => {
            let length = list.len();
            &mut list[usize::from(at) % length]
        }
        (Value::Object(pairs), Some(&at)) if !pairs.is_empty() => {
            let length = pairs.len();
            &mut pairs[usize::from(at) % length].1
        }
        (target, _) => return *target = value,
    };
    spoil(child, &path[1..], value);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn spoiled_bytes_never_panic(changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..9)) {
        let mut bytes = Dataset::embedded().to_bytes().unwrap();
        let length = bytes.len() - 9;
        for (at, byte) in changes {
            bytes[9 + at.index(length)] = byte;
        }
        drop(Dataset::from_bytes(&bytes));
    }

    #[test]
    fn random_bytes_never_panic(body in vec(any::<u8>(), 0..300)) {
        let length = (body.len() as u32).to_le_bytes();
        let bytes = [b"BILA\x02", &length[..], &body].concat();
        drop(Dataset::from_bytes(&bytes));
        drop(Dataset::from_parts(&[b"BILA\x02", &body[..]].concat(), &[]));
    }

    #[test]
    fn spoiled_json_never_panics(path in vec(any::<u8>(), 1..7), value in json_value()) {
        let mut json = to_json(&Dataset::embedded());
        spoil(&mut json, &path, value);
        drop(from_json(&json));
    }

    #[test]
    fn random_json_never_panics(value in json_value()) {
        prop_assert!(from_json(&value).is_err());
    }

    #[test]
    fn spoiled_csv_never_panics(
        file in 0usize..10,
        at in any::<prop::sample::Index>(),
        cut in 0usize..20,
        put in prop_oneof![
            vec(any::<u8>(), 0..12),
            "[,\"\n|0-9a-zA-Z~/.-]{0,12}".prop_map(String::into_bytes),
        ],
    ) {
        let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-data/good");
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spoiled");
        fs::create_dir_all(&dir).unwrap();
        let mut names = Vec::new();
        for entry in fs::read_dir(good).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_string();
            fs::copy(&path, dir.join(&name)).unwrap();
            if name.ends_with(".csv") {
                names.push(name);
            }
        }
        names.sort();
        let spoiled = dir.join(&names[file]);
        let mut bytes = fs::read(&spoiled).unwrap();
        let at = at.index(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, put);
        fs::write(spoiled, bytes).unwrap();
        drop(read_dir(&dir));
    }
}
